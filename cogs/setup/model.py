"""What switching on means, what a place must allow, and what a server may write down."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, RoleId

VENTING = "venting"
FIRST_FEATURES = (VENTING, "cheering", "relay", "care", "moderation")
"""What `/setup start` and `/setup channels` turn on (INTERFACE, switching on)."""
ROOMS_MOST = 10
ROLES_MOST = 10
RESOURCES_MOST = 4
"""`/care` shows so many lines at once."""
NAME_MAX, REACH_MAX, HOURS_MAX, URL_MAX = 60, 80, 60, 200
CHEERS = 3
CHEER_LABEL_MAX = 34
"""What a phone shows of a button (INTERFACE, forms)."""
COPY_MAX_BYTES = 256 * 1024
"""A full word list of the longest words in four-byte letters, and all the rest, stay below it."""
COPY_KIND = "server-settings"
COPY_VERSION = 1
LASTING = frozenset({"community", "queue-seen"})
"""Sections that are seen, not chosen: neither copied nor reset."""
UNCHOSEN = LASTING | {"hindered"}
"""What is nobody's choice, so starting over does not name it; what hindered the bot goes with the places."""

EVERYDAY = (
    "the and that have with this from they would there what about which when make can like just know take people into "
    "year your good some could them see other than then now look only come its over think also back after use two how "
    "our work first well way even new want because any these give day most job not you was are for but his her she him "
    "ich und der die das nicht ein eine ist mit auf für von sie wir aber auch habe noch nur wenn schon mehr sind war "
    "wird sich bei aus nach heute dann arbeit sehr mich mir dass oder wie zum"
)
"""Words that stand in nearly every post, in the languages of the texts: an entry that hits one would stop them all."""


@dataclass(frozen=True)
class MissingRight:
    """A right the bot lacks in a place; `why` is the text that says what for."""

    permission: str
    why: str
    place: ChannelId


@dataclass(frozen=True)
class Chosen:
    """What stands in the first screen so far; 0 and "" where nothing does."""

    room: int = 0
    moderators: int = 0
    country: str = ""

    @property
    def state(self) -> str:
        """As custom ids carry it."""
        return f"{self.room}:{self.moderators}:{self.country}"


def chosen_of(args: Sequence[str]) -> Chosen:
    """What a custom id carries; nothing for one that is not ours."""
    numbers = [int(one) if one.isdecimal() else 0 for one in (*args, "", "")[:2]]
    country = args[2] if len(args) > 2 and re.fullmatch("[A-Z]{2}", args[2]) else ""
    return Chosen(numbers[0], numbers[1], country)


@dataclass(frozen=True)
class Named:
    """Which roles mean what."""

    moderators: frozenset[RoleId]
    not_seekers: frozenset[RoleId]
    ping: RoleId | None


@dataclass(frozen=True)
class Switch:
    """A feature that servers switch; `lacks` are rights that the bot does not have in the vent room."""

    name: str
    on: bool
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Refused:
    """An entry that could not be taken. `why` is "wide" or a WordListError's, with its limit and letter."""

    entry: str
    why: str
    most: int = 0
    letter: str = ""


@dataclass(frozen=True)
class Change:
    """What happened to a list: what was taken, what was there already, what could not be taken and why."""

    taken: tuple[str, ...] = ()
    known: int = 0
    refused: tuple[Refused, ...] = ()
    size: int = 0


@dataclass(frozen=True)
class Copy:
    """A copy that could be used here. `sections` are checked; `strangers` are ids and names that are not here."""

    sections: Mapping[str, Mapping[str, Any]]
    strangers: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    """Sections that this bot does not know."""
    server: str = ""
    names: Mapping[str, str] = field(default_factory=dict[str, str])


def lines_of(text: str) -> tuple[str, ...]:
    """The entries somebody typed, one a line or parted by commas, each once."""
    entries = (" ".join(one.split()) for one in re.split(r"[\n,;]", text))
    return tuple(dict.fromkeys(one for one in entries if one))


def with_room(rooms: Sequence[ChannelId], main: ChannelId) -> tuple[ChannelId, ...]:
    """`main` instead of the first room; further rooms stay."""
    return (main, *(room for room in rooms[1:] if room != main))


def cheer_of(text: str) -> tuple[str, str]:
    """(emoji, label) of "🫂 With you". Raises Refusal."""
    emoji, _, label = text.strip().partition(" ")
    label = " ".join(label.split())
    if not is_emoji(emoji):
        raise Refusal("setup-cheer-no-emoji", typed=text[:REACH_MAX])
    if not label or len(label) > CHEER_LABEL_MAX:
        raise Refusal("setup-cheer-label", most=CHEER_LABEL_MAX, emoji=emoji)
    return emoji, label


def is_emoji(text: str) -> bool:
    """Whether it is one pictograph as Unicode writes them: a sign, perhaps with a skin tone, joined ones, a flag."""
    if not 0 < len(text) <= 14:
        return False
    signs = [letter for letter in text if letter not in "\u200d\ufe0f\ufe0e"]
    flags = all(0x1F1E6 <= ord(letter) <= 0x1F1FF for letter in signs)
    if flags:
        return len(signs) == 2
    bases = [letter for letter in signs if not 0x1F3FB <= ord(letter) <= 0x1F3FF]
    joined = text.count("\u200d")
    return bool(bases) and len(bases) == joined + 1 and all(_is_picture(letter) for letter in bases)


def _is_picture(letter: str) -> bool:
    # beyond Latin-1: © and ® are symbols too, and no pictographs on most phones
    return unicodedata.category(letter) == "So" and ord(letter) >= 0x2190
