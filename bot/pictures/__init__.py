"""Pictures of figures: one visual language, drawn in a process of its own."""
