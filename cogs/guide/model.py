"""What can be done, as somebody who asks reads it: values and pure rules."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.errors import Refusal

ORDER = ("venting", "cheering", "relay", "care", "checkins", "buddies", "circles", "reciprocity", "yourdata")
"""What somebody on a bad day needs first comes first; all others follow by name, setting up and moderating last."""
LAST = ("moderation", "health", "setup")
SUGGESTED_AT_MOST = 25
"""Choices of an autocomplete (documentation, application commands)."""


@dataclass(frozen=True)
class Option:
    """What can be typed behind a command."""

    name: str
    text_id: str
    required: bool


@dataclass(frozen=True)
class Command:
    """A command. `feature` says where it belongs, `needs` whether it is for people with a right only."""

    path: str
    text_id: str
    feature: str
    options: tuple[Option, ...]
    everywhere: bool
    for_staff: bool


def in_order(topics: Sequence[str]) -> list[str]:
    """The topics as a reader needs them."""
    middle = [name for name in sorted(set(topics)) if name not in {*ORDER, *LAST}]
    wanted = [*ORDER, *middle, *LAST]
    return [name for name in wanted if name in set(topics)]


def offered(commands: Sequence[Command], on: frozenset[str] | None, *, staff: bool) -> list[Command]:
    """What this person can do here. `on` are the features switched on; None in a direct message."""
    here = [one for one in commands if one.everywhere or (on is not None and one.feature in on)]
    return [one for one in here if staff or not one.for_staff]


def topic_of(asked: str, topics: Sequence[str]) -> str:
    """The topic that was meant. Raises Refusal for one there is not."""
    meant = asked.strip().lower()
    found = next((topic for topic in topics if topic == meant), None)
    if found is None:
        raise Refusal("help-no-topic")
    return found
