"""What can be done on one's own page."""
