"""What moderation keeps about a person: that they reported something, under a key of its own for each post."""

from collections.abc import Sequence
from typing import Any

from bot.data import persons
from bot.data.persons import Copy, Person, PersonRows, Where
from bot.data.retention import Retention
from bot.data.unit import Look, Unit
from cogs.moderation.store.tables import on_duty, report, reported_post


def _reports(look: Look, who: Person) -> list[Any]:
    """By recomputing over the reported posts: nothing leads from a person to their reports."""
    cases = persons.find(look, reported_post, {"guild_id": who.guild})
    return [
        row
        for case in cases
        for row in persons.find(
            look, report,
            {"message_id": case.message_id, "reporter_ref": who.keys.refs("report", case.message_id, who.member)},
        )
    ]  # fmt: skip


def _said(look: Look, who: Person) -> Sequence[Copy]:
    return [
        {
            "message": str(row.message_id), "reason": row.reason,
            "words": who.keys.open(row.sealed, f"report|{row.id}") if row.sealed is not None else "",
        }
        for row in _reports(look, who)
    ]  # fmt: skip


def _forget(unit: Unit, who: Person) -> None:
    for row in _reports(unit.connection, who):
        persons.erase(unit, report, {"id": row.id})


def _duty_where(who: Person) -> Where:
    return {"guild_id": who.guild, "member_id": who.member}


def _duty(look: Look, who: Person) -> Sequence[Copy]:
    return [
        {"zone": row.zone, "from": row.opens, "until": row.closes, "direct_messages": row.dm_channel_id is not None}
        for row in persons.find(look, on_duty, _duty_where(who))
    ]


def _end_duty(unit: Unit, who: Person) -> None:
    persons.erase(unit, on_duty, _duty_where(who))


# the words of a reported post are nobody's here: they wait 14 days under the message's number
ROWS = (
    PersonRows("reports", (report, reported_post), lambda look, who: len(_reports(look, who)), _said, _forget),
    PersonRows("duty", (on_duty,), lambda look, who: len(_duty(look, who)), _duty, _end_duty),
)

RETENTION = (
    Retention((report, reported_post), "14 days"),
    Retention((on_duty,), "until they stop it, want to be forgotten or leave", stays=True),
)
