"""A migrated file for walks over the services, and rows on either engine."""

from tests.rows import database, engine, migrated_file, new_rows

__all__ = ["database", "engine", "migrated_file", "new_rows"]
