"""Buddies: weekly pairs."""
