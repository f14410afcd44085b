"""Alembic's one line of history for both engines."""
