"""What moderation keeps about a person: that they reported something, under a key of its own for each post."""

from collections.abc import Sequence
from typing import Any

from bot.data import persons
from bot.data.persons import Copy, Person, PersonRows
from bot.data.retention import Retention
from bot.data.unit import Look, Unit
from cogs.moderation.store import report, reported_post


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


# the words of a reported post are nobody's here: they wait 14 days under the message's number
ROWS = (PersonRows("reports", (report, reported_post), lambda look, who: len(_reports(look, who)), _said, _forget),)

RETENTION = (Retention((report, reported_post), "14 days"),)
