"""What one process tells the others on the same PostgreSQL: LISTEN and NOTIFY.

Only hints: whoever misses one finds the same in the rows a little later. On SQLite there is nobody to tell.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from sqlalchemy import text
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

CHANNEL = "wingbeat"
AGAIN_S = 2.0
STILL_THERE_EVERY_S, WITHIN_S = 30.0, 10.0
"""A line that was cut without a word is noticed after both."""
PAYLOAD_MAX = 2_000
"""Characters; PostgreSQL takes less than 8,000 bytes (documentation, NOTIFY)."""
_NOTIFY = text("SELECT pg_notify(:channel, :said)")

log = logging.getLogger(__name__)


def tell(connection: Connection, said: str) -> None:
    """The other processes hear it when this transaction is committed."""
    connection.execute(_NOTIFY, {"channel": CHANNEL, "said": said[:PAYLOAD_MAX].replace("\0", "")})


async def listen_for_ever(engine: AsyncEngine, hear: Callable[[str], None]) -> None:
    """Hears what is told, on a connection of its own, and comes back when that is lost."""
    while True:
        try:
            await _listen(engine, hear)
        except Exception as error:  # the driver's own, the network's, SQLAlchemy's: whatever it is, it comes back
            log.warning("other processes are not heard at the moment: %s", type(error).__name__)
        await asyncio.sleep(AGAIN_S)


async def _listen(engine: AsyncEngine, hear: Callable[[str], None]) -> None:
    lost = asyncio.Event()
    async with engine.connect() as connection:
        # asyncpg's own connection: SQLAlchemy has no word for LISTEN (its documentation, "driver connection")
        ours: Any = (await connection.get_raw_connection()).driver_connection

        def heard(_connection: object, _pid: int, _channel: str, said: str) -> None:
            hear(said)

        def gone(_connection: object) -> None:
            lost.set()

        try:
            ours.add_termination_listener(gone)
            await ours.add_listener(CHANNEL, heard)
            await _until(lost, ours)
        finally:
            # it listens, so nobody else may be given it
            await connection.invalidate()


async def _until(lost: asyncio.Event, ours: Any) -> None:
    """Returns when the line is lost; asks now and then whether it is still there. Raises what the driver raises."""
    while not lost.is_set():
        try:
            async with asyncio.timeout(STILL_THERE_EVERY_S):
                await lost.wait()
        except TimeoutError:
            await ours.execute("SELECT 1", timeout=WITHIN_S)
