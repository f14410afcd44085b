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
OF_ITS_OWN = 0.75
"""How often a vent gets a line about its own subject, where there is one."""


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


@dataclass(frozen=True)
class Line:
    """An answer. `to` are words of which one is in the vent that it answers; none where it answers any."""

    text: str
    to: tuple[str, ...] = ()

    def answers(self, vent: Vent) -> bool:
        return any(word in vent.text.lower() for word in self.to)


class Deck:
    """Texts in a random order; those that were dealt come back last."""

    def __init__(self, random: Random, texts: Iterable[str]) -> None:
        self._left = random.sample(found := list(texts), len(found))

    def deal(self) -> str:
        text = self._left.pop(0)
        self._left.append(text)
        return text


class Words:
    """What is said on one server."""

    def __init__(self, random: Random, language: str) -> None:
        self._random = random
        self._vents = random.sample(found := vents(language), len(found))
        self._said = lines(language)
        self._dealt: set[tuple[str, str]] = set()
        self._any = {kind: Deck(random, (one.text for one in some)) for kind, some in self._said[ANY].items()}
        self._thanks = Deck(random, (one.text for one in self._said["author"]["thanks"]))

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
            return self._any[KIND].deal()
        kinds = [KIND] if vent.wish == LISTEN else [vent.wish, KIND]
        own = [one.text for kind in kinds for one in self._about(vent).get(kind, ()) if self._is_new_to(one, vent)]
        if own and self._random.random() < OF_ITS_OWN:
            chosen = self._random.choice(own)
            self._dealt.add((vent.text, chosen))
            return chosen
        known = [kind for kind in kinds if kind in self._any]
        return self._any[self._random.choice(known)].deal()

    def _about(self, vent: Vent) -> dict[str, list[Line]]:
        return self._said.get(vent.about, {})

    def _is_new_to(self, line: Line, vent: Vent) -> bool:
        return (not line.to or line.answers(vent)) and (vent.text, line.text) not in self._dealt

    def thanks(self) -> str:
        """What an author answers."""
        return self._thanks.deal()


def vents(language: str) -> list[Vent]:
    """All of a language, in the order of the file."""
    found = _read("deutsch.toml")["vents"] if language == "de" else _read("vents.toml")
    return [Vent(about, wish, text) for about, one in found.items() for wish, texts in one.items() for text in texts]


def lines(language: str) -> dict[str, dict[str, list[Line]]]:
    """All of a language, by subject and kind."""
    found = _read("deutsch.toml")["lines"] if language == "de" else _read("lines.toml")
    return {about: {kind: [_line(text) for text in some] for kind, some in one.items()} for about, one in found.items()}


def _line(written: str) -> Line:
    if not written.startswith("["):
        return Line(written)
    to, _, text = written[1:].partition("] ")
    return Line(text, tuple(to.split("|")))


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
