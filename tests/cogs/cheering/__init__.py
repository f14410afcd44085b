"""Kind words by name, and the jar."""
