"""Who there is: people and servers as plain values, the same for the same seed."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

HERE = Path(__file__).parent
SECOND_SERVER = 9
THIRD_SERVER = 26
SPEAKING_LEAST = 5
OLDER, YOUNGER = 50, 27
PEOPLE_LEAST, PEOPLE_MOST = 12, 1000


@dataclass(frozen=True)
class Character:
    """Somebody of the community. `zone` is an IANA name, `locale` as Discord writes it."""

    name: str
    age: int
    field: str
    zone: str
    locale: str
    tags: frozenset[str]
    intro: str


@dataclass(frozen=True)
class ServerPlan:
    """A server: who is in it, and which words are spoken there."""

    name: str
    locale: str
    language: str
    members: tuple[Character, ...]

    @property
    def moderators(self) -> tuple[Character, ...]:
        """Who looks after it; the first one owns it."""
        return tuple(one for one in self.members if "moderator" in one.tags) or self.members[:1]


@dataclass(frozen=True)
class Community:
    """Everybody, in the order in which they came, and their servers."""

    people: tuple[Character, ...]
    servers: tuple[ServerPlan, ...]


SERVERS = (
    ("Between Jobs", "en-US", "en"),
    ("Tuesday Table", "en-GB", "en"),
    ("Jobsuche Nord", "de", "de"),
    ("Fresh Start Ontario", "en-US", "en"),
    ("Career Changers West", "en-US", "en"),
    ("Night Owls Applying", "en-GB", "en"),
)


def community(seed: int, *, people: int, guilds: int) -> Community:
    """The same for the same numbers. The first server has everybody, the others some of them."""
    random = Random(f"community {seed}")
    everyone = _people(random, people)
    plans = [_server(random, number, everyone) for number in range(guilds)]
    return Community(everyone, tuple(plans))


def _server(random: Random, number: int, everyone: Sequence[Character]) -> ServerPlan:
    name, locale, language = SERVERS[number]
    if number == 0:
        members = list(everyone)
    elif number == 1:
        members = _chosen(random, everyone, "table", SECOND_SERVER)
    else:
        members = _speaking(random, everyone, locale)
    return ServerPlan(name, locale, language, tuple(members))


def _chosen(random: Random, everyone: Sequence[Character], tag: str, many: int) -> list[Character]:
    """Those with the tag, filled up with others."""
    tagged = [one for one in everyone if tag in one.tags][:many]
    others = [one for one in everyone if tag not in one.tags and not one.tags & {"moderator", "recruiter"}]
    return tagged + random.sample(others, max(0, min(many - len(tagged), len(others))))


def _speaking(random: Random, everyone: Sequence[Character], locale: str) -> list[Character]:
    """Those who speak its language, in THIRD_SERVER seats; where these are too few, others with them."""
    others = [one for one in everyone if not one.tags & {"recruiter", "moderator"}]
    random.shuffle(others)
    near = locale.partition("-")[0]
    others.sort(key=lambda one: not one.locale.startswith(near))
    fluent = sum(one.locale.startswith(near) for one in others)
    return others[: min(THIRD_SERVER, max(fluent, SPEAKING_LEAST))]


def _people(random: Random, many: int) -> tuple[Character, ...]:
    written = [_character(name, **one) for name, one in _read("people.toml").items()]
    found = written[:many]
    return (*found, *_further(random, many - len(found), {one.name for one in written}))


def _character(name: str, **said: Any) -> Character:
    about = said["is"]
    tags = frozenset(about["tags"])
    return Character(name, about["age"], about["field"], about["zone"], about["locale"], tags, said["intro"])


def _further(random: Random, many: int, taken: set[str]) -> list[Character]:
    """People put together from names, places and fields; no name twice."""
    parts = _read("names.toml")
    names = [f"{first} {last}" for first in parts["first"] for last in parts["last"]]
    fresh = [name for name in random.sample(names, min(len(names), many + len(taken))) if name not in taken]
    return [_made(random, name, parts) for name in fresh[: max(many, 0)]]


def _made(random: Random, name: str, parts: dict[str, Any]) -> Character:
    age = random.randint(22, 60)
    place, field = random.choice(parts["place"]), random.choice(parts["field"])
    tags = {"older"} if age >= OLDER else {"younger"} if age < YOUNGER else set[str]()
    tags |= {"parent"} if age > YOUNGER and random.random() < 0.4 else set()
    tags |= {"landed"} if random.random() < 0.1 else set()
    intro = str(random.choice(parts["intro"])).format(age=age, field=field, home=place["home"])
    return Character(name, age, field, place["zone"], place["locale"], frozenset(tags), intro[0].upper() + intro[1:])


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))
