"""What circles keep about a person: their seat and what they said of themself, or their place on the list."""

from collections.abc import Sequence

from bot.data import persons
from bot.data.persons import Copy, Person, PersonRows, Where
from bot.data.unit import Look, Unit
from cogs.circles.store import changes, rings, seats
from cogs.circles.store.tables import circle_seat, circle_share, circle_wait


def _theirs(who: Person) -> Where:
    return {"guild_id": who.guild, "member_id": who.member}


def _seat(look: Look, who: Person) -> Sequence[Copy]:
    seat = seats.of(look, who.guild, who.member)
    ring = rings.one(look, seat.circle) if seat is not None else None
    if seat is None or ring is None:
        return []
    about = seat.about
    return [
        {
            "circle": ring.name, "part_of_the_world": about.band, "field": about.field, "stage": about.stage,
            "monday_round": about.monday, "alumni_seat": seat.alumni,
        }
    ]  # fmt: skip


def _leave(unit: Unit, who: Person) -> None:
    """As by `/circle leave`, and the bot's messages there that name them go."""
    version = changes.begun(unit, who.guild)
    seat = seats.of(unit.connection, who.guild, who.member)
    if seat is None:
        return
    ring = rings.one(unit.connection, seat.circle)
    if ring is not None:
        changes.clear_names(unit, ring)
    changes.give_up(unit, who.keys, seat, version)


def _waits(look: Look, who: Person) -> Sequence[Copy]:
    return [
        {
            "part_of_the_world": row.band, "field": row.field, "stage": row.stage, "monday_round": bool(row.monday),
            "since_ms": row.since_ms,
        }
        for row in persons.find(look, circle_wait, _theirs(who))
    ]  # fmt: skip


def _shares(look: Look, who: Person) -> Sequence[Copy]:
    return [{"check_in_for_the_circle_at_ms": row.at_ms} for row in persons.find(look, circle_share, _theirs(who))]


def _unshare(unit: Unit, who: Person) -> None:
    persons.erase(unit, circle_share, _theirs(who))


def _unwait(unit: Unit, who: Person) -> None:
    persons.erase(unit, circle_wait, _theirs(who))


ROWS = (
    PersonRows(
        "circle", (circle_seat,), lambda look, who: persons.count(look, circle_seat, _theirs(who)), _seat, _leave
    ),
    PersonRows(
        "circle-wait", (circle_wait,), lambda look, who: persons.count(look, circle_wait, _theirs(who)), _waits,
        _unwait,
    ),
    PersonRows(
        "circle-share", (circle_share,), lambda look, who: persons.count(look, circle_share, _theirs(who)), _shares,
        _unshare,
    ),
)  # fmt: skip
