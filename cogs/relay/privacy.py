"""What the relay keeps about a person: their hours, what they were asked for, how much they wrote, their own vents."""

from collections.abc import Sequence

from bot.data import persons
from bot.data.persons import Copy, Person, PersonRows, Where
from bot.data.retention import Retention
from bot.data.unit import Look, Unit
from cogs.relay.model.hours import LOAD
from cogs.relay.store import pings
from cogs.relay.store.tables import listener, listening_ask, listening_load, listening_turn, vent_clock


def _hours(look: Look, who: Person) -> Sequence[Copy]:
    return [
        {
            "zone": row.zone, "from_hour": row.opens, "until_hour": row.closes, "most_a_day": row.most,
            "by_direct_message": bool(row.by_dm), "language": row.locale, "paused_until_ms": row.paused_until_ms,
            "rests_until_ms": row.rests_until_ms, "last_asked_ms": row.last_ms,
        }
        for row in persons.find(look, listener, _theirs(who))
    ] + [{"asked_ms": row.at_ms} for row in persons.find(look, listening_turn, _theirs(who))]  # fmt: skip


def _forget_hours(unit: Unit, who: Person) -> None:
    persons.erase(unit, listener, _theirs(who))
    persons.erase(unit, listening_turn, _theirs(who))


def _forget_asks(unit: Unit, who: Person) -> None:
    for vent in pings.of_member(unit.connection, who.guild, who.member):
        pings.leave(unit, vent, who.member)


def _forget_load(unit: Unit, who: Person) -> None:
    persons.erase(unit, listening_load, {"who_ref": who.refs(LOAD)})


def _own(look: Look, who: Person) -> int:
    by_name = persons.count(look, vent_clock, {"guild_id": who.guild, "author_id": who.member})
    return by_name + persons.count(look, vent_clock, {"guild_id": who.guild, "author_ref": who.refs()})


def _waiting(look: Look, who: Person) -> Sequence[Copy]:
    many = _own(look, who)
    return [{"vents_that_wait": many}] if many else []


def _forget_own(unit: Unit, who: Person) -> None:
    # the vents end, and their clocks with them; until that is heard nobody's name stands there
    persons.blank(unit, vent_clock, {"guild_id": who.guild, "author_id": who.member}, "author_id")
    persons.blank(unit, vent_clock, {"guild_id": who.guild, "author_ref": who.refs()}, "author_ref")


def _theirs(who: Person) -> Where:
    return {"guild_id": who.guild, "member_id": who.member}


ROWS = (
    PersonRows(
        "hours", (listener, listening_turn),
        lambda look, who: persons.count(look, listener, _theirs(who))
        + persons.count(look, listening_turn, _theirs(who)),
        _hours, _forget_hours,
    ),
    PersonRows(
        "asks", (listening_ask,), lambda look, who: len(pings.of_member(look, who.guild, who.member)),
        lambda look, who: [
            {"asked_for": str(vent)} for vent in pings.of_member(look, who.guild, who.member)
        ],
        _forget_asks,
    ),
    PersonRows(
        "load", (listening_load,), lambda look, who: persons.count(look, listening_load, {"who_ref": who.refs(LOAD)}),
        lambda look, who: [
            {
                "lines_in_an_hour": row.in_hour,
                "lines_in_the_hour_before": row.in_hour_before,
                "lines_in_a_week": row.in_week,
            }
            for row in persons.find(look, listening_load, {"who_ref": who.refs(LOAD)})
        ],
        _forget_load,
    ),
    PersonRows("waits", (vent_clock,), _own, _waiting, _forget_own),
)  # fmt: skip

RETENTION = (
    Retention((listener,), "until its owner stops, wants to be forgotten or leaves", stays=True),
    Retention((vent_clock, listening_ask), "until the post ends, 30 days at most"),
    Retention((listening_turn, listening_load), "a week"),
)
