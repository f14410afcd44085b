"""What can be done in the relay: by those who listen, by those who wait, and while nobody presses."""
