"""A migrated file for walks over the services."""

from tests.rows import migrated_file

__all__ = ["migrated_file"]
