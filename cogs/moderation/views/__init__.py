"""What is pressed and filled in."""
