"""What a server chooses here, section by section: what a copy that is brought in must look like."""

from collections.abc import Sequence, Set
from typing import Annotated, Any, Literal, Self
from zoneinfo import available_timezones

from pydantic import BaseModel, Field, StringConstraints, field_validator, model_validator

from bot.data.choices import Choices, Here, Snowflake
from bot.screening.words import WordList
from cogs.setup.model import (
    CHEER_LABEL_MAX,
    CHEERS,
    EVERYDAY,
    HOURS_MAX,
    NAME_MAX,
    REACH_MAX,
    RESOURCES_MOST,
    ROLES_MOST,
    ROOMS_MOST,
    URL_MAX,
    is_emoji,
)  # fmt: skip

Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,4})?$")]
FeatureName = Annotated[str, StringConstraints(pattern=r"^[a-z]{1,30}$")]


class Channels(Choices):
    """Where things happen."""

    vent_rooms: tuple[Snowflake, ...] = Field(default=(), max_length=ROOMS_MOST)
    moderators: Snowflake | None = None
    wins: Snowflake | None = None
    country: Country | None = None
    locale: Language | None = None

    def known_here(self, here: Here) -> tuple[Self, tuple[str, ...]]:
        rooms = [room for room in dict.fromkeys(self.vent_rooms) if room in here.channels]
        moderators = self.moderators if self.moderators in here.channels else None
        wins = self.wins if self.wins in here.channels else None
        named = (*self.vent_rooms, self.moderators, self.wins)
        kept = self.model_copy(update={"vent_rooms": tuple(rooms), "moderators": moderators, "wins": wins})
        return kept, _gone(named, here.channels)


class Roles(Choices):
    """Who moderates, who is no seeker, whom the relay may ping."""

    moderators: tuple[Snowflake, ...] = Field(default=(), max_length=ROLES_MOST)
    not_seekers: tuple[Snowflake, ...] = Field(default=(), max_length=ROLES_MOST)
    ping: Snowflake | None = None

    def known_here(self, here: Here) -> tuple[Self, tuple[str, ...]]:
        kept = self.model_copy(
            update={
                "moderators": tuple(role for role in self.moderators if role in here.roles),
                "not_seekers": tuple(role for role in self.not_seekers if role in here.roles),
                "ping": self.ping if self.ping in here.roles else None,
            }
        )
        return kept, _gone((*self.moderators, *self.not_seekers, self.ping), here.roles)


class Features(Choices):
    """What is switched on."""

    on: tuple[FeatureName, ...] = Field(default=(), max_length=50)

    def known_here(self, here: Here) -> tuple[Self, tuple[str, ...]]:
        kept = tuple(sorted({name for name in self.on if name in here.features}))
        return self.model_copy(update={"on": kept}), tuple(sorted(set(self.on) - here.features))


class WordsHere(Choices):
    """The server's own word list."""

    list: tuple[str, ...] = ()

    @field_validator("list")
    @classmethod
    def _can_be_read(cls, entries: Sequence[str]) -> Sequence[str]:
        wide = too_wide(WordList(entries))  # raises WordListError, a ValueError
        if wide:
            raise ValueError(f"“{wide[0]}” would stop nearly every post")
        return entries


class Line(Choices):
    """A line where a person answers."""

    name: str = Field(min_length=1, max_length=NAME_MAX)
    reach: str = Field(min_length=1, max_length=REACH_MAX)
    hours: str = Field(default="", max_length=HOURS_MAX)
    url: Annotated[str, StringConstraints(pattern=r"^(https://[\w.-]+\.\w{2,}(/\S*)?)?$", max_length=URL_MAX)] = ""


class Resources(Choices):
    """The lines that come before those of the country."""

    list: tuple[Line, ...] = Field(default=(), max_length=RESOURCES_MOST)


Cheer = tuple[
    Annotated[str, StringConstraints(min_length=1, max_length=14)],
    Annotated[str, StringConstraints(min_length=1, max_length=CHEER_LABEL_MAX)],
]


class Cheers(Choices):
    """The three cheers below a post, and the laugh that stands under *Cheer me up* only."""

    list: tuple[Cheer, ...] = Field(min_length=CHEERS, max_length=CHEERS)
    laugh: Cheer | None = None

    @model_validator(mode="after")
    def _are_emoji(self) -> Self:
        emoji = [one for one, _ in (*self.list, *([self.laugh] if self.laugh else []))]
        for one in emoji:
            if not is_emoji(one):
                raise ValueError(f"“{one}” is no emoji")
        if len(set(emoji)) < len(emoji):
            raise ValueError("each emoji stands for one cheer only")
        return self


class Day(Choices):
    """When it is day here."""

    zone: str = Field(max_length=64)
    opens: int = Field(ge=0, le=23)
    closes: int = Field(ge=0, le=24)

    @field_validator("zone")
    @classmethod
    def _is_a_zone(cls, zone: str) -> str:
        if zone not in available_timezones():
            raise ValueError(f"“{zone}” is no time zone")
        return zone


class Small(Choices):
    """What holds here while only a few can read."""

    names: bool = False


def too_wide(entries: WordList) -> list[str]:
    """The entries that hit an everyday word: each would stop nearly every post."""
    # parted by a sign, so that two of them are not read as a phrase
    return [entry for entry in entries.found_in(" zzq ".join(EVERYDAY.split())) if "zzq" not in entry]


def _gone(named: Sequence[int | None], there: Set[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(one) for one in named if one is not None and one not in there))


class Written(BaseModel):
    """The whole file; each section is checked by its own model."""

    kind: Literal["server-settings"]
    version: Literal[1]
    settings: dict[str, Any]
    server: Annotated[str, StringConstraints(max_length=100)] = ""
    names: dict[str, Annotated[str, StringConstraints(max_length=110)]] = {}


SECTIONS: dict[str, type[Choices]] = {
    "channels": Channels,
    "features": Features,
    "roles": Roles,
    "words": WordsHere,
    "resources": Resources,
    "cheers": Cheers,
    "hours": Day,
    "small": Small,
}
