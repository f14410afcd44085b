"""What one's own page offers: values only."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import GuildId, MemberId


class Page(StrEnum):
    """What can be looked at in a direct message too, once it is known which server is meant."""

    INBOX = "inbox"
    SETTINGS = "settings"
    PRIVACY = "privacy"
    EXPORT = "export"
    FORGET = "forget"


class Toggle(StrEnum):
    """What a person can switch for themselves, without a word from Discord."""

    QUIET = "quiet"
    CLOSED = "closed"
    HUSHED = "hushed"


@dataclass(frozen=True)
class Mine:
    """A person's settings, as their screen shows them."""

    dms: bool
    asked_only: bool
    """Whether direct messages bring only what they asked to get that way."""
    quiet: bool
    closed: bool
    hushed: bool
    avoided: tuple[MemberId, ...]
    nameless: int
    """How many more they avoid who were forgotten meanwhile."""

    @property
    def avoids(self) -> bool:
        return bool(self.avoided) or self.nameless > 0


@dataclass(frozen=True)
class FirstMessage:
    """The one that is sent when somebody switches direct messages on; `server` is safe to show."""

    number: int
    server: str
    locale: str


@dataclass(frozen=True)
class Kept:
    """How much of one kind is kept. `text_id` is the sentence that counts it."""

    text_id: str
    count: int


@dataclass(frozen=True)
class Muted:
    """What stays when somebody is forgotten: a keyed mark, until then."""

    until_ms: int


@dataclass(frozen=True)
class Account:
    """All that is kept about a person on a server, in numbers."""

    guild: GuildId
    kept: tuple[Kept, ...]
    muted: Muted | None

    @property
    def nothing(self) -> bool:
        return not self.kept
