"""Nobody left alone: people who agreed to listen are asked for a line when a vent has waited."""
