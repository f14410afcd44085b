"""When what is open becomes published, and what runs later."""

from datetime import datetime, timedelta
from enum import StrEnum

from cogs.health.model.definitions import week_begins, week_of

REF = "health"
"""The purpose of the refs by which people are counted."""
WINDOWS = (4, 12)
"""Weeks that can be looked at (INTERFACE, `/mod health`)."""
USUAL_WEEKS = 4
"""Weeks before the last one with which the digest compares it: from one to the next a group can die unnoticed."""
BLOCK_WEEKS = 4
"""Mutuality is published for weeks that do not overlap, so that no two figures can be subtracted."""
MUTUAL_EVENTS_AT_LEAST = 60
FREEZE_AFTER = timedelta(days=8, hours=12)
"""From a week's beginning: on Tuesday noon (UTC) after it everybody has had 24 hours to answer its last post."""
FIRST_WEEK = timedelta(days=7)


FIRST_NOTE = "first"
"""Part of the key of the digest that ends the first week."""


class Work(StrEnum):
    """This feature's jobs."""

    FREEZE = "health.freeze"
    DIGEST = "health.digest"


def last_ripe_week(now_ms: int) -> int:
    """The newest week that may be published now (its Monday, in days since 1970)."""
    return week_of(now_ms - FREEZE_AFTER // timedelta(milliseconds=1))


def next_freeze(now: datetime) -> datetime:
    """The next Tuesday noon, UTC."""
    due = week_begins(last_ripe_week(int(now.timestamp() * 1000)) + 7) + FREEZE_AFTER
    return due if due > now else due + timedelta(days=7)
