"""How long rows stay (SPEC 5): every table that says who somebody is has a line here or in its feature's manifest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Table

from bot.data.tables import brake, day_limit, door, draft, inbox, job, mod_log, mute, preference
from bot.data.unit import Unit


@dataclass(frozen=True)
class Retention:
    """`kept` says in words how long, and until what where there is no period.

    `prune` throws away what has run out; the sweep asks it every few minutes. None where the rows go in another way:
    then `kept` says which. What stays without an end (`stays`) goes with its owner, who asked to be forgotten or left.
    """

    tables: Sequence[Table]
    kept: str
    prune: Callable[[Unit], None] | None = None
    stays: bool = False


SHARED = (
    Retention((inbox,), "30 days, or until its owner empties it"),
    Retention((draft,), "30 minutes"),
    Retention(
        (day_limit,),
        "until its window ends: a day, for how it is now a week, for seats in circles 30 days",
    ),
    Retention((mute,), "until it ends, 30 days at most"),
    Retention((brake,), "until it ends"),
    Retention((mod_log,), "365 days"),
    Retention((job,), "until it is done; what is sealed in it 72 hours, what was given up three days"),
    Retention((preference,), "until its owner wants to be forgotten or leaves", stays=True),
    Retention((door,), "until its owner opens it, wants to be forgotten or leaves", stays=True),
)
"""Of the tables that every feature stands on; `upkeep.sweep` throws away what has run out."""
