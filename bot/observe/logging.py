"""Logs: one line each, ids only; in anonymous flows not even these."""

import logging

QUIET = ("discord", "aiohttp", "aiosqlite", "alembic", "asyncio", "sqlalchemy")
"""These write whole payloads at DEBUG, with who pressed what: they stay at INFO or above whatever is asked for."""


def set_up(level: str) -> None:
    """Writes to standard error."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)-7s %(name)s: %(message)s", force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.INFO, logging.getLevelNamesMapping()[level]))
    # it announces every start at INFO; our own line says more
    logging.getLogger("alembic").setLevel(logging.WARNING)
