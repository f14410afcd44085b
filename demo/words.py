"""What they say: vents, lines and talk, dealt out so that nothing is said twice before everything was said once."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from demo.cast import Character

HERE = Path(__file__).parent
NEEDS = {"age": "older", "start": "younger", "children": "parent"}
"""Which tag somebody has who writes about that."""
ANY, KIND = "any", "kind"
LISTEN = "listen"


@dataclass(frozen=True)
class Vent:
    """What somebody lets out; `about` is its subject, `wish` the form's word for what would help."""

    about: str
    wish: str
    text: str


@dataclass(frozen=True)
class Talk:
    """A conversation: (who of those who talk, from 1, what they say). `by` is a tag that number 1 has."""

    channel: str
    server: int | None
    by: str | None
    said: tuple[tuple[int, str], ...]


class Deck:
    """Texts in a random order; when all were dealt they are shuffled again."""

    def __init__(self, random: Random, texts: Iterable[str]) -> None:
        self._random = random
        self._all = list(texts)
        self._left: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._all)

    def deal(self) -> str:
        if not self._left:
            self._left = random_order(self._random, self._all)
        return self._left.pop()


def random_order(random: Random, texts: Iterable[str]) -> list[str]:
    """A shuffled copy."""
    return random.sample(found := list(texts), len(found))


class Words:
    """What is said on one server."""

    def __init__(self, random: Random, language: str) -> None:
        self._random = random
        self._vents = random.sample(found := vents(language), len(found))
        said = lines(language)
        self._lines = {(about, kind): Deck(random, texts) for about, one in said.items() for kind, texts in one.items()}
        self._thanks = self._lines["author", "thanks"]

    def vent(self, author: Character) -> Vent:
        """One that this person could have written; used ones come back last."""
        fitting = (one for one in self._vents if NEEDS.get(one.about) in (None, *author.tags))
        found = next(fitting)
        self._vents.remove(found)
        self._vents.append(found)
        return found

    def line(self, vent: Vent | None) -> str:
        """An answer to it; to a text that is not known, something that fits every vent."""
        if vent is None:
            return self._lines[ANY, KIND].deal()
        kinds = [KIND, KIND] if vent.wish == LISTEN else [vent.wish, vent.wish, KIND]
        kind = self._random.choice(kinds)
        about = vent.about if self._random.random() < 0.7 else ANY
        for where in ((about, kind), (about, KIND), (ANY, kind)):
            if where in self._lines:
                return self._lines[where].deal()
        return self._lines[ANY, KIND].deal()

    def thanks(self) -> str:
        """What an author answers."""
        return self._thanks.deal()


def vents(language: str) -> list[Vent]:
    """All of a language, in the order of the file."""
    found = _read("deutsch.toml")["vents"] if language == "de" else _read("vents.toml")
    return [Vent(about, wish, text) for about, one in found.items() for wish, texts in one.items() for text in texts]


def lines(language: str) -> dict[str, dict[str, list[str]]]:
    """All of a language, by subject and kind."""
    return _read("deutsch.toml")["lines"] if language == "de" else _read("lines.toml")


def talks(language: str, server: int) -> list[Talk]:
    """The conversations of the server with that number, from 1."""
    every = [_talk(one) for one in _read("deutsch.toml" if language == "de" else "talk.toml")["talk"]]
    own = [one for one in every if one.server == server]
    return own or [one for one in every if one.server is None]


def _talk(one: dict[str, Any]) -> Talk:
    said = [line.partition(" ") for line in one["said"]]
    return Talk(one["channel"], one.get("server"), one.get("by"), tuple((int(who), text) for who, _, text in said))


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))
