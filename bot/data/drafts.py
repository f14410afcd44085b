"""Texts somebody is still working on, sealed for half an hour and then gone."""

from datetime import timedelta

from sqlalchemy import bindparam, delete, select
from sqlalchemy.engine import Connection

from bot.data.keys import Keys
from bot.data.schema import upsert
from bot.data.tables import draft
from bot.data.unit import Unit

KEPT = timedelta(minutes=30)

_new = upsert(draft)
_KEEP = _new.on_conflict_do_update(
    index_elements=["id"], set_={"sealed": _new.excluded.sealed, "until_ms": _new.excluded.until_ms}
)
_READ = select(draft.c.sealed).where(draft.c.id == bindparam("draft"), draft.c.until_ms >= bindparam("now"))
_DROP = delete(draft).where(draft.c.id == bindparam("draft"))


def keep(unit: Unit, keys: Keys, number: int, text: str) -> None:
    """Keeps `text` under `number` for KEPT, in place of what was there."""
    until_ms = unit.now_ms + KEPT // timedelta(milliseconds=1)
    unit.run(_KEEP, {"id": number, "sealed": keys.seal(text, f"draft|{number}"), "until_ms": until_ms})


def read(connection: Connection, keys: Keys, number: int, now_ms: int) -> str | None:
    """None where it was dropped or its time is over."""
    sealed = connection.execute(_READ, {"draft": number, "now": now_ms}).scalar()
    return keys.open(sealed, f"draft|{number}") if sealed is not None else None


def drop(unit: Unit, number: int) -> None:
    """Throws it away now."""
    unit.run(_DROP, {"draft": number})
