"""Kind words by name, and the jar in which a person keeps them."""
