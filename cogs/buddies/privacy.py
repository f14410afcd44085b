"""What is kept about a person: that they take part, whom they had, whom they avoid, whom they asked."""

from collections.abc import Sequence

from bot.data import persons
from bot.data.persons import Copy, Person, PersonRows, Where
from bot.data.queue import NewJob
from bot.data.retention import Retention
from bot.data.unit import Look, Unit
from cogs.buddies.model.weeks import AVOID, Work, box_row
from cogs.buddies.store import asks, avoiding, people, rounds
from cogs.buddies.store.tables import buddy, buddy_ask, buddy_avoid, buddy_group, buddy_seat

_SAID: dict[int | None, bool] = {1: True, 0: False}


def _theirs(who: Person) -> Where:
    return {"guild_id": who.guild, "member_id": who.member}


def _part(look: Look, who: Person) -> Sequence[Copy]:
    return [
        {
            "takes_part_since_ms": row.since_ms,
            "rounds_without_a_word": row.silent,
            "paused_until_ms": row.paused_until_ms,
        }
        for row in persons.find(look, buddy, _theirs(who))
    ]


def _leave(unit: Unit, who: Person) -> None:
    # a pair that is being made of them just now is there before their weeks are forgotten, and goes with these
    rounds.wait_for_turn(unit, who.guild)
    people.leave(unit, who.guild, who.member)


def _had(look: Look, who: Person) -> Sequence[Copy]:
    # whom they had is theirs to read: both were told. What the other said is not
    found = rounds.groups_since(look, who.guild, 0)
    return [
        {
            "round": group.round,
            "with": [str(one) for one in group.others(who.member)],
            "talked": _SAID.get(said[who.member]),
        }
        for group, said in found.items()
        if who.member in said
    ]


def _forget_weeks(unit: Unit, who: Person) -> None:
    group = rounds.current(unit.connection, who.guild, who.member)
    rounds.leave_seats(unit, who.guild, who.member)
    if group is not None:
        unit.schedule(NewJob(kind=Work.LEFT_ALONE, key=str(group.id), guild=who.guild))


def _avoided(look: Look, who: Person) -> Sequence[Copy]:
    rows = avoiding.avoids(look, who.guild, who.member)
    row_name = box_row(who.guild, who.member)
    return [{"avoids": who.keys.open(row.other_box, row_name) if row.other_box else None} for row in rows]


def _forget_avoided(unit: Unit, who: Person) -> None:
    persons.erase(unit, buddy_avoid, {"guild_id": who.guild, "closer_id": who.member})
    # others' wish not to meet them stays, by key alone
    persons.blank(unit, buddy_avoid, {"guild_id": who.guild, "other_ref": who.refs(AVOID)}, "other_box")


def _asked(look: Look, who: Person) -> Sequence[Copy]:
    mine = persons.find(look, buddy_ask, {"guild_id": who.guild, "asker_id": who.member})
    return [{"asked": str(row.asked_id), "until_ms": row.until_ms} for row in mine]


def _forget_asked(unit: Unit, who: Person) -> None:
    persons.erase(unit, buddy_ask, {"guild_id": who.guild, "asker_id": who.member})
    persons.erase(unit, buddy_ask, {"guild_id": who.guild, "asked_id": who.member})


RETENTION = (
    Retention((buddy,), "until its owner takes part no more, wants to be forgotten or leaves", stays=True),
    Retention((buddy_avoid,), "until its owner takes it back, wants to be forgotten or leaves", stays=True),
    Retention((buddy_seat,), "ten rounds; a person who leaves or is forgotten goes at once", stays=True),
    Retention((buddy_ask,), "7 days, a yes until the next round at least", asks.prune),
)

ROWS = (
    PersonRows(
        "buddy", (buddy,), lambda look, who: persons.count(look, buddy, _theirs(who)), _part,
        _leave,
    ),
    PersonRows(
        "buddy-weeks", (buddy_seat, buddy_group), lambda look, who: len(_had(look, who)), _had,
        _forget_weeks,
    ),
    PersonRows(
        "buddy-avoided", (buddy_avoid,),
        lambda look, who: avoiding.how_many_avoided(look, who.guild, who.member), _avoided, _forget_avoided,
    ),
    PersonRows(
        "buddy-asks", (buddy_ask,),
        lambda look, who: persons.count(look, buddy_ask, {"guild_id": who.guild, "asker_id": who.member}),
        _asked, _forget_asked,
    ),
)  # fmt: skip
