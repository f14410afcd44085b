"""What can be done with circles, by who does it."""
