"""What can be done on the care line, by who does it."""
