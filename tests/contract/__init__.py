"""Duties of every feature, and promises about people."""
