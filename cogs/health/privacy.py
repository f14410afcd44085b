"""What is kept about a person: marks of unpublished weeks by a key, and a copy of where they sit."""

from collections.abc import Sequence

from bot.data import persons
from bot.data.persons import Copy, Person, PersonRows, Where
from bot.data.retention import Retention
from bot.data.unit import Look
from bot.domain.ids import Ref
from cogs.health.model.work import REF
from cogs.health.store import unpublished
from cogs.health.store.tables import health_person, health_seat


def _weeks(look: Look, who: Person) -> list[Ref]:
    """Their marks in every week that is not published: by their id, and by what they are known by without a name."""
    found: list[Ref] = []
    for week in unpublished.open_weeks(look, who.guild):
        for number in (who.member, *(int.from_bytes(ref, "big") for ref in who.refs())):
            found += who.keys.refs(REF, who.guild, week, number)
    return found


def _marks(look: Look, who: Person) -> Where:
    return {"guild_id": who.guild, "who_ref": _weeks(look, who)}


def _seat(who: Person) -> Where:
    return {"guild_id": who.guild, "member_id": who.member}


def _shown_marks(look: Look, who: Person) -> Sequence[Copy]:
    return [{"week": row.week, "took_part": True} for row in persons.find(look, health_person, _marks(look, who))]


def _shown_seat(look: Look, who: Person) -> Sequence[Copy]:
    return [{"circle": row.circle} for row in persons.find(look, health_seat, _seat(who))]


ROWS = (
    PersonRows(
        "health", (health_person,), lambda look, who: persons.count(look, health_person, _marks(look, who)),
        _shown_marks,
        lambda unit, who: (persons.erase(unit, health_person, _marks(unit.connection, who)), None)[1],
    ),
    PersonRows(
        "health-seat", (health_seat,), lambda look, who: persons.count(look, health_seat, _seat(who)), _shown_seat,
        lambda unit, who: (persons.erase(unit, health_seat, _seat(who)), None)[1],
    ),
)  # fmt: skip

RETENTION = (
    Retention(
        (health_person,), "until its week is published or too old to be, thirteen weeks at most", unpublished.prune
    ),
    Retention(
        (health_seat,), "as long as its owner sits in a circle; goes when they are forgotten or leave", stays=True
    ),
)
