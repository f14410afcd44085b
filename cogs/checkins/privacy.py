"""What check-ins keep about a person: their plan, its days, their pause."""

from collections.abc import Sequence

from bot.data import persons
from bot.data.persons import Copy, Person, PersonRows, Where
from bot.data.retention import Retention
from bot.data.unit import Look, Unit
from cogs.checkins.model.plan import Plan
from cogs.checkins.model.times import NAMES
from cogs.checkins.store import days, plans, threads
from cogs.checkins.store.tables import checkin_day, checkin_pause, checkin_plan


def _plan(look: Look, who: Person) -> Plan | None:
    return plans.of(look, who.keys, who.guild, who.member)


def _count(look: Look, who: Person) -> int:
    one = _plan(look, who)
    return 0 if one is None else 1 + days.count(look, one.id)


def _export(look: Look, who: Person) -> Sequence[Copy]:
    one = _plan(look, who)
    if one is None:
        return []
    plan: Copy = {
        "zone": one.zone, "time": f"{one.minute // 60:02}:{one.minute % 60:02}",
        "days": [name for number, name in enumerate(NAMES) if one.days >> number & 1], "counts": list(one.counted),
        "by": one.by, "thread": str(one.thread) if one.thread is not None else None, "shared_with": one.share,
        "how_it_stands": one.state.name.lower(), "asked_without_answer": one.silent, "recap_due_ms": one.recap_ms,
        "language": one.locale, "your_own": one.words.own, "next_step": one.words.step,
        "for_the_next_no": one.words.then,
    }  # fmt: skip
    return [plan, *_days(look, who, one)]


def _days(look: Look, who: Person, one: Plan) -> list[Copy]:
    return [
        {
            "date": day.day.isoformat(), "how_it_stands": day.state.name.lower(), "planned": day.planned,
            "answer": day.answer, "counts": day.counts, "learned": day.learned,
        }
        for day in days.all_of(look, who.keys, one.id)
    ]  # fmt: skip


def _forget(unit: Unit, who: Person) -> None:
    one = _plan(unit.connection, who)
    if one is not None:
        threads.take_away(unit, one.guild, one.thread)
        persons.erase(unit, checkin_day, {"plan_id": one.id})
    persons.erase(unit, checkin_plan, _theirs(who))


def _pauses(look: Look, who: Person) -> Sequence[Copy]:
    return [{"paused_until_ms": row.until_ms} for row in persons.find(look, checkin_pause, _theirs(who))]


def _forget_pause(unit: Unit, who: Person) -> None:
    persons.erase(unit, checkin_pause, _theirs(who))


def _theirs(who: Person) -> Where:
    return {"guild_id": who.guild, "member_id": who.member}


ROWS = (
    PersonRows("checkins", (checkin_plan, checkin_day), _count, _export, _forget),
    PersonRows(
        "pauses", (checkin_pause,), lambda look, who: persons.count(look, checkin_pause, _theirs(who)), _pauses,
        _forget_pause,
    ),
)  # fmt: skip

RETENTION = (
    Retention(
        (checkin_plan,), "until its owner wants to be forgotten or leaves, 180 days once it was stopped", stays=True
    ),
    Retention((checkin_day,), "180 days"),
    Retention((checkin_pause,), "until its owner wants to be forgotten or leaves: one row, when it ends", stays=True),
)
