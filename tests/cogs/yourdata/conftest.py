"""Rows for these tests."""

from tests.rows import database, engine, migrated_file, new_bare_rows, new_rows

__all__ = ["database", "engine", "migrated_file", "new_bare_rows", "new_rows"]
