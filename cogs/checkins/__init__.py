"""A short question at one's own hour: acts, never outcomes, and rest is an answer."""
