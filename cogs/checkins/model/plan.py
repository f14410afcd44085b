"""A person's plan and one day of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from bot.domain.ids import ChannelId, GuildId, MemberId

ACTS = ("applications", "messages", "interviews", "practice", "learning")
OWN = "own"
OWN_MAX, STEP_MAX, LEARNED_MAX, THEN_MAX, COUNTS_MAX = 40, 100, 200, 200, 400
KEPT_DAYS = 180
"""How long answers are kept (SPEC 5)."""
LATE_AT_MOST = timedelta(hours=3)
"""A check-in that would come later is missed by us (SPEC 4.5)."""
LOOKS_BACK = timedelta(days=14)
"""After a longer time down, days before that are passed over without a row."""
SILENT_DAYS = 3
LATER = timedelta(hours=2)
FOR_EVER_MS = 1 << 52
"""A pause until its owner ends it."""
WEEK_DAYS = 7


class Work(StrEnum):
    """The kinds of work that check-ins put into the queue."""

    DUE = "checkins.due"
    SEND = "checkins.send"
    LATER = "checkins.later"
    RECAPS = "checkins.recaps"
    ZONES = "checkins.zones"
    SWEEP = "checkins.sweep"
    CLEAR = "checkins.clear"


class By(StrEnum):
    """Where the question comes."""

    DM = "dm"
    THREAD = "thread"


class Share(StrEnum):
    """Who hears that somebody checked in."""

    NOBODY = "nobody"
    BUDDY = "buddy"
    CIRCLE = "circle"


SHARED_BY = {Share.BUDDY: "buddies", Share.CIRCLE: "circles"}
"""The feature that tells them, by its name: nobody hears where a server has it switched off."""


class Answer(StrEnum):
    """What is kept of an answer. A tough day is kept as rest: no mood is (SPEC 4.5)."""

    DID = "did"
    PART = "part"
    REST = "rest"


TOUGH = "tough"


def kept_as(pressed: str) -> Answer:
    """What a pressed button is kept as. Raises ValueError for anything else."""
    return Answer.REST if pressed == TOUGH else Answer(pressed)


class State(IntEnum):
    """How a plan stands."""

    ON = 0
    QUIET = 1
    """After three silent days, until its owner says something."""
    STOPPED = 2


class DayState(IntEnum):
    """How one day of a plan stands."""

    WAITING = 0
    SENT = 1
    EXCUSED = 2
    """Paused, quiet, or asked something else: neither adds nor takes."""
    MISSED = 3
    """Missed by us."""
    OPEN = 4
    """Answered without having been asked."""


@dataclass(frozen=True)
class OwnWords:
    """What the person wrote for themselves; sealed in the rows.

    The step is for the question of `step_from` (a date's ordinal) and those after it.
    """

    own: str = ""
    step: str = ""
    step_from: int = 0
    then: str = ""
    """What they do when the next no comes."""
    then_is_new: bool = False
    """Whether it is still to be shown back once."""

    def step_on(self, day: date) -> str:
        """What was planned for that day."""
        return self.step if day.toordinal() >= self.step_from else ""


@dataclass(frozen=True)
class Wished:
    """What somebody filled in. `by` and `share` are None where they said nothing: then it stays as it was."""

    zone: str
    minute: int
    days: int
    acts: tuple[str, ...]
    own: str
    step: str
    by: By | None
    share: Share | None
    locale: str


@dataclass(frozen=True)
class Plan:
    """A plan as it stands. `minute` is of the day on the wall in `zone`; `days` are bits."""

    id: int
    guild: GuildId
    member: MemberId
    zone: str
    minute: int
    days: int
    acts: tuple[str, ...]
    by: By
    thread: ChannelId | None
    share: Share
    state: State
    silent: int
    recap_ms: int | None
    """When the next recap is due; None where nobody asked for one."""
    locale: str
    words: OwnWords
    paused_until_ms: int

    def is_paused(self, now_ms: int) -> bool:
        """Whether its owner wants nothing for now."""
        return now_ms < self.paused_until_ms

    @property
    def counted(self) -> tuple[str, ...]:
        """The kinds of acts that are counted, one's own last."""
        return (*self.acts, OWN) if self.words.own else self.acts


@dataclass(frozen=True)
class Day:
    """One local date of a plan."""

    day: date
    state: DayState
    planned: bool
    answer: Answer | None
    counts: dict[str, int]
    learned: str = ""

    @property
    def counts_for_consistency(self) -> bool:
        """Whether it adds or takes at all."""
        return self.planned and (self.answer is not None or self.state in (DayState.SENT, DayState.OPEN))


@dataclass(frozen=True)
class Kept:
    """So many of so many days."""

    kept: int
    of: int


def consistency(days: list[Day], a_week: int, today: date) -> Kept:
    """Of the last days that count, as many as the plan has in a week. Never resets; today counts once it is answered.

    `days` in any order.
    """
    counting = [one for one in days if one.counts_for_consistency and (one.answer is not None or one.day < today)]
    last = sorted(counting, key=lambda one: one.day)[-max(a_week, 1) :]
    return Kept(sum(one.answer is not None for one in last), len(last))
