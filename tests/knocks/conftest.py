"""Rows on either engine, and the table of what was lived through."""

import os

import pytest

from tests.knocks import table
from tests.rows import engine, migrated_file, new_rows

__all__ = ["engine", "migrated_file", "new_rows"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Only for `make chaos`: in the suite it would be noise."""
    if os.environ.get("CHAOS_KILLS"):
        for line in table.lines():
            terminalreporter.write_line(line)
