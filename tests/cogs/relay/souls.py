"""The people of the made-up week, and what an onlooker keeps of it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.domain.ids import ChannelId, GuildId, MemberId, VentId
from cogs.relay.model.hours import Listener

GUILD, ROOM, MODERATORS = GuildId(1), ChannelId(2), ChannelId(3)
START = datetime(2026, 3, 26, tzinfo=UTC)
"""A Thursday: Europe changes its clocks on the Sunday of this week."""
DAYS = 7
ZONES = (
    "Europe/Berlin", "Europe/London", "America/New_York", "America/Chicago", "America/Los_Angeles", "Asia/Kolkata",
    "Asia/Tokyo", "Australia/Sydney", "Africa/Lagos", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Auckland",
)  # fmt: skip
HOURS = ((9, 21), (9, 21), (9, 21), (7, 10), (18, 24), (20, 2), (0, 24))
# how people behave: guesses, written down so that they can be argued with
VENTS_A_DAY = 0.1
LOOKS_A_DAY = 1.5
FOUND_BY_CHANCE = 1.2
"""How many people are there for a vent in a day without being asked."""
LISTENING_SHARE = 0.35
WRITES_WHEN_ASKED = 0.5
PASSES_WHEN_ASKED = 0.25
TAKES_IT_BACK = 0.05
TAKES_IT_DOWN = 0.05
SAID_TWICE = 0.3
"""How often a fact comes twice, with an older one behind it: neither may change anything."""
CHANGES_A_WEEK = 0.3
"""How many listeners pause, stop or rest in the week."""


@dataclass
class Soul:
    """A person of the week."""

    member: MemberId
    zone: str
    listens: Listener | None = None
    silent: list[tuple[datetime, datetime]] = field(default_factory=list[tuple[datetime, datetime]])
    """When they had paused or stopped."""

    @property
    def dm(self) -> ChannelId:
        return ChannelId(1_000_000 + self.member)


@dataclass
class Told:
    """A vent of the week, as the one who looks on knows it."""

    vent: VentId
    author: Soul
    by_name: bool
    posted: datetime
    since: datetime
    """Since when it has waited: up, or the last support taken back."""
    supporters: set[MemberId] = field(default_factory=set[MemberId])
    first: datetime | None = None
    version: int = 1
    ended: bool = False


@dataclass(frozen=True)
class Asked:
    """Somebody was asked, in their direct messages."""

    at: datetime
    soul: Soul
    vent: VentId
