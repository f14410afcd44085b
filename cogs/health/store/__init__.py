"""The rows of community health: what is still open, and what is published."""
