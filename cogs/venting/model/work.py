"""What venting puts into the queue, and how often it speaks to Discord about the same thing."""

from datetime import timedelta
from enum import StrEnum

REFRESH_AFTER = timedelta(seconds=5)
REFRESH_OLD_AFTER = timedelta(minutes=1)
OLD = timedelta(hours=1)
"""Cards are edited at most so often, older ones more rarely (SPEC 7; error 30046)."""
PANEL_AT_MOST_EVERY = timedelta(minutes=1)

LOOK_OVER_EVERY, LOOKED_OVER = timedelta(seconds=5), 10
"""After a start all cards are looked for, so many at a time."""
LOOK_OVER_AFTER = timedelta(minutes=1)


WAIT_FOR_POST_S = 8.0
"""How long a confirmation waits for the link; after that the post is "on its way"."""


class Work(StrEnum):
    """The kinds of work that venting puts into the queue."""

    PUBLISH = "venting.publish"
    SAY_LINE = "venting.say-line"
    SAY_REPLY = "venting.say-reply"
    EDIT = "venting.edit"
    REFRESH = "venting.refresh"
    TELL = "venting.tell"
    END = "venting.end"
    ASK = "venting.ask"
    COUNT = "venting.count"
    REMOVE = "venting.remove"
    PANEL = "venting.panel"
    LOCK = "venting.lock"
    HIDE_LINE = "venting.hide-line"
    HIDE_POST = "venting.hide-post"
    SHOW_POST = "venting.show-post"
    OPEN = "venting.open"
    LOOK_OVER = "venting.look-over"
    SWEEP = "venting.sweep"
