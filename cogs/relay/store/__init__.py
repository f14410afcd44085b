"""The rows of listeners, of vents that wait, and of who was asked. One function, one statement, where it can be."""
