"""Buddies: two people who look after each other for a week."""
