"""Somebody to talk to: help lines of the country, and a line to the moderators that carries no name."""
