"""What can be done about posts, by who does it."""
