"""One's own page: what waits for a person, what is kept about them, and how it goes."""
