"""What the relay has heard of a vent: the row of its clock, whichever fact comes first."""

from sqlalchemy import case, func

from bot.data.schema import upsert
from bot.data.unit import Unit
from bot.domain.events import VentClosed, VentNamed, VentPosted, VentSupported
from bot.domain.ids import GuildId, VentId
from cogs.relay.store.tables import vent_clock

OPEN = "open"
"""As `VentPosted.shown` says it."""

_known = ("room_id", "message_id", "wish", "at_once", "started_ms")
_posted = upsert(vent_clock)
_is_named = vent_clock.c.author_id.is_not(None)
_POSTED = _posted.on_conflict_do_update(
    index_elements=["vent_id"],
    set_={name: _posted.excluded[name] for name in _known}
    | {
        # its author may have been named before it was heard that it is up
        "author_id": func.coalesce(vent_clock.c.author_id, _posted.excluded.author_id),
        "author_ref": case((_is_named, None), else_=_posted.excluded.author_ref),
        "shown": case((_is_named, vent_clock.c.shown), else_=_posted.excluded.shown),
    },
    where=vent_clock.c.room_id.is_(None),
).returning(vent_clock.c.vent_id)
_heard = upsert(vent_clock)
_SUPPORTED = _heard.on_conflict_do_update(
    index_elements=["vent_id"],
    set_={"total": _heard.excluded.total, "version": _heard.excluded.version},
    where=vent_clock.c.version < _heard.excluded.version,
).returning(vent_clock.c.vent_id)
_CLOSED = _heard.on_conflict_do_update(
    index_elements=["vent_id"],
    set_={"closed": _heard.excluded.closed, "closed_version": _heard.excluded.closed_version},
    where=vent_clock.c.closed_version < _heard.excluded.closed_version,
).returning(vent_clock.c.vent_id)
_NAMED = _heard.on_conflict_do_update(
    index_elements=["vent_id"], set_={"author_id": _heard.excluded.author_id, "author_ref": None, "shown": OPEN}
)


def posted(unit: Unit, fact: VentPosted) -> bool:
    """False if it was known to be up already."""
    values = {
        "vent_id": fact.vent, "guild_id": fact.guild, "room_id": fact.room, "message_id": fact.message,
        "wish": fact.wish, "shown": fact.shown, "author_ref": fact.author_ref, "author_id": fact.author,
        "at_once": int(fact.at_once), "made_ms": unit.now_ms, "started_ms": fact.at_ms,
    }  # fmt: skip
    return unit.run(_POSTED, values).scalar() is not None


def supported(unit: Unit, fact: VentSupported) -> bool:
    """False for a fact that is older than what is known."""
    values = _first_heard(unit, fact.vent, fact.guild) | {"total": fact.total, "version": fact.version}
    return unit.run(_SUPPORTED, values).scalar() is not None


def closed(unit: Unit, fact: VentClosed) -> bool:
    """False for a fact that is older than what is known."""
    values = _first_heard(unit, fact.vent, fact.guild)
    values |= {"closed": int(fact.closed), "closed_version": fact.version}
    return unit.run(_CLOSED, values).scalar() is not None


def named(unit: Unit, fact: VentNamed) -> None:
    """Its author is known from now on, and no key of theirs stands here."""
    values = _first_heard(unit, fact.vent, fact.guild) | {"author_id": fact.author, "shown": OPEN}
    unit.run(_NAMED, values)


def _first_heard(unit: Unit, vent: VentId, guild: GuildId) -> dict[str, int | str]:
    return {"vent_id": vent, "guild_id": guild, "made_ms": unit.now_ms, "started_ms": unit.now_ms}
