"""Giving and taking."""
