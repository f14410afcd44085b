"""Logs: one line each, ids only; in anonymous flows not even these."""

import logging

QUIET = {
    "discord": logging.INFO, "aiohttp": logging.INFO, "aiosqlite": logging.INFO, "asyncio": logging.INFO,
    "sqlalchemy": logging.WARNING, "alembic": logging.WARNING,
}  # fmt: skip
"""From which level on they may speak, whatever is asked for. At DEBUG they write whole payloads, with who pressed what;
SQLAlchemy writes every statement with its values at INFO already; Alembic announces every start."""


def set_up(level: str) -> None:
    """Writes to standard error."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)-7s %(name)s: %(message)s", force=True)
    for name, lowest in QUIET.items():
        logging.getLogger(name).setLevel(max(lowest, logging.getLevelNamesMapping()[level]))
