"""A circle, its seats, and what somebody says of themself to find one."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId

# the numbers of SPEC 4.6
SEATS = 20
"""For people who look for work; the database keeps it."""
WANTED = 15
"""Below so many a circle is small."""
OPENS_AT = 10
# ours: docs/decisions/0050-circles.md
ALUMNI_SEATS = 10
GROWS_FOR = timedelta(days=14)
"""A circle that opened with ten has so long to grow before it counts as small."""
QUIET_AFTER = timedelta(days=14)
SEATS_TAKEN_AT_MOST, WITHIN = 4, timedelta(days=30)
"""How often one person takes a seat anew: nobody joins one circle after the other to see who is in them."""
LIMIT = "limit:circle"
OPENS_AGAIN = timedelta(days=7)
"""A place that was deleted is opened again once; deleted twice within this time, somebody meant it."""
ARCHIVE_MINUTES = 10_080
"""A week, the longest Discord has (documentation, channel: auto_archive_duration)."""
FEATURE = SECTION = "circles"
"""A server's choices about circles: `parent` is the channel in which their threads are."""


class Work(StrEnum):
    """The kinds of work that circles put into the queue."""

    OPEN = "circles.open"
    CHARTER = "circles.charter"
    SEAT = "circles.seat"
    OUT = "circles.out"
    WAKE = "circles.wake"
    SHUT = "circles.shut"
    CHECK = "circles.check"
    ROUND = "circles.round"
    SHARES = "circles.shares"
    OFFER = "circles.offer"
    CLEAR = "circles.clear"
    SWEEP = "circles.sweep"


class Band(StrEnum):
    """A part of the world whose days overlap."""

    AMERICAS = "americas"
    EUROPE = "europe"
    GULF = "gulf"
    EAST = "east"

    @property
    def zone(self) -> str:
        """A zone in the middle of it, for "Monday morning"."""
        return _ZONES[self]


_ZONES = {
    Band.AMERICAS: "America/Chicago", Band.EUROPE: "Europe/Berlin", Band.GULF: "Asia/Kolkata",
    Band.EAST: "Asia/Singapore",
}  # fmt: skip
_BY_LOCALE = {
    Band.AMERICAS: ("en-US", "es-419", "pt-BR"), Band.GULF: ("hi",),
    Band.EAST: ("id", "ja", "ko", "th", "vi", "zh-CN", "zh-TW"),
}  # fmt: skip


def usual_band(locale: str | None) -> Band:
    """Where somebody with this language on their phone most likely is; they can choose another."""
    return next((band for band, locales in _BY_LOCALE.items() if locale in locales), Band.EUROPE)


class Field(StrEnum):
    """What somebody works in, roughly."""

    ANY = "any"
    SOFTWARE = "software"
    DESIGN = "design"
    OFFICE = "office"
    SALES = "sales"
    FINANCE = "finance"
    HEALTH = "health"
    TEACHING = "teaching"
    SCIENCE = "science"
    TRADES = "trades"
    SERVICE = "service"


class Stage(StrEnum):
    """How long somebody has been looking. Whoever found something keeps an alumni seat."""

    START = "start"
    MONTHS = "months"
    LONG = "long"
    LANDED = "landed"

    @property
    def is_alumni(self) -> bool:
        return self is Stage.LANDED


@dataclass(frozen=True)
class About:
    """What somebody says of themself, to be matched by it. `monday`: whether they want the Monday round."""

    band: Band
    field: Field
    stage: Stage
    monday: bool = False


@dataclass(frozen=True)
class Seat:
    """Somebody in a circle. `placed`: they are in its thread already; `shut`: they could not be let in."""

    guild: GuildId
    member: MemberId
    circle: int
    about: About
    alumni: bool
    placed: bool
    looked_ms: int
    shut: bool = False


@dataclass(frozen=True)
class Waiting:
    """Somebody on the waiting list."""

    guild: GuildId
    member: MemberId
    about: About
    since_ms: int


@dataclass(frozen=True)
class Ring:
    """A circle as its rows have it. `thread` is None while there is no place for it."""

    id: int
    guild: GuildId
    name: str
    band: Band
    thread: ChannelId | None
    opened_ms: int
    last_ms: int
    """When somebody last wrote there, to the hour; when it opened, where nobody has."""
    gone_ms: int
    """When its place was last found deleted; 0 for never."""
    waits: bool
    """Whether its place was deleted twice: a moderator says whether it opens again."""
    cannot: bool
    """Whether the bot lacks the right to open it a place."""
    round_week: int
    shares_ms: int
    shares_message: MessageId | None
    round_message: MessageId | None


class Standing(StrEnum):
    """How a circle stands, as moderators read it."""

    WELL = "well"
    GROWS = "grows"
    SMALL = "small"
    QUIET = "quiet"
    FULL = "full"


def standing(ring: Ring, people: int, now_ms: int) -> Standing:
    """`people` are those in the twenty seats. Small comes first: it is what can be mended."""
    ms = timedelta(milliseconds=1)
    if people < WANTED:
        return Standing.GROWS if now_ms - ring.opened_ms < GROWS_FOR // ms else Standing.SMALL
    if now_ms - ring.last_ms >= QUIET_AFTER // ms:
        return Standing.QUIET
    return Standing.FULL if people >= SEATS else Standing.WELL
