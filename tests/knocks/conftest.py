"""Rows on either engine."""

from tests.rows import engine, migrated_file, new_rows

__all__ = ["engine", "migrated_file", "new_rows"]
