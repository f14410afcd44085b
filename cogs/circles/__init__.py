"""Circles: 15 to 20 people who let things out by name with each other, in a place of their own."""
