"""The rows of circles."""
