"""Seeing how the bot does: logs, the wall clock it follows, health."""
