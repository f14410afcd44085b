"""Looking at a server, and what people press about what was found."""
