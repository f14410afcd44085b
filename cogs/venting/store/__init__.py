"""The rows of vents and of what others gave them. One function, one statement, where it can be."""
