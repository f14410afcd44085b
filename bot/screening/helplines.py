"""Crisis lines by country, read from `config/helplines.toml`; each with its source and the day it was checked."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import cast

STANDARD_FILE = Path(__file__).parents[2] / "config" / "helplines.toml"

_LINE_PARTS = ("country", "name", "number", "also", "url", "hours", "languages", "source", "checked", "by", "confirmed")
_DIRECTORY_PARTS = ("name", "url", "about", "source", "checked", "by", "confirmed")
_MAY_BE_EMPTY = {"also", "confirmed"}


class HelplineError(ValueError):
    """The file cannot be used; its text says which entry and what to do."""


@dataclass(frozen=True)
class Helpline:
    """A line where a person answers. `number` is dialled in the country, `hours` are local."""

    country: str
    name: str
    number: str
    also: str
    url: str
    hours: str
    languages: tuple[str, ...]
    source: str
    checked: date
    by: str
    confirmed: str


@dataclass(frozen=True)
class Directory:
    """An international list of lines, for everybody else."""

    name: str
    url: str
    about: str
    source: str
    checked: date
    by: str
    confirmed: str


@dataclass(frozen=True)
class Helplines:
    """All lines, in the order of the file, and where to look for others."""

    lines: tuple[Helpline, ...]
    directory: Directory

    def for_country(self, country: str) -> tuple[Helpline, ...]:
        """The lines of a country ("DE"); none for one that is not in the file: then the directory is the answer."""
        return tuple(line for line in self.lines if line.country == country.upper())

    def countries(self) -> tuple[str, ...]:
        """The countries there is a line for, in the order of the file."""
        return tuple(dict.fromkeys(line.country for line in self.lines))


@cache
def load(file: Path = STANDARD_FILE) -> Helplines:
    """Raises HelplineError, or OSError where the file cannot be opened."""
    return read(file.read_text(encoding="utf-8"))


def read(toml: str) -> Helplines:
    """Raises HelplineError in a sentence that names the entry."""
    try:
        parts = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise HelplineError(f"The helplines cannot be read: {error}.") from error
    lines = parts.get("line")
    if not isinstance(lines, list) or not lines:
        raise HelplineError("The helplines hold no [[line]]; the crisis card would have nothing to show.")
    if not isinstance(parts.get("directory"), dict):
        raise HelplineError("The helplines hold no [directory] for people in other countries.")
    entries = (cast("Mapping[str, object]", line) for line in cast("list[object]", lines))
    directory = _Entry("the [directory]", cast("Mapping[str, object]", parts["directory"]))
    return Helplines(
        tuple(_line(number, entry) for number, entry in enumerate(entries, start=1)), _directory(directory)
    )


def _line(number: int, parts: Mapping[str, object]) -> Helpline:
    entry = _Entry(f"line {number} ({parts.get('name', 'without a name')})", parts)
    entry.known_only(_LINE_PARTS)
    country = entry.text("country")
    if not re.fullmatch("[A-Z]{2}", country):
        raise HelplineError(f"{entry.place}: the country is to be two capital letters like “DE”, not “{country}”.")
    dialled = entry.text("number")
    if not re.fullmatch(r"\+?[\d -]{3,20}", dialled):
        raise HelplineError(f"{entry.place}: “{dialled}” is no number one can dial.")
    return Helpline(
        country=country,
        name=entry.text("name"),
        number=dialled,
        also=entry.text("also"),
        url=entry.address("url"),
        hours=entry.text("hours"),
        languages=entry.languages(),
        source=entry.address("source"),
        checked=entry.day("checked"),
        by=entry.text("by"),
        confirmed=entry.text("confirmed"),
    )


def _directory(entry: "_Entry") -> Directory:
    entry.known_only(_DIRECTORY_PARTS)
    return Directory(
        name=entry.text("name"),
        url=entry.address("url"),
        about=entry.text("about"),
        source=entry.address("source"),
        checked=entry.day("checked"),
        by=entry.text("by"),
        confirmed=entry.text("confirmed"),
    )


@dataclass(frozen=True)
class _Entry:
    place: str
    parts: Mapping[str, object]

    def known_only(self, names: tuple[str, ...]) -> None:
        if unknown := sorted(set(self.parts) - set(names)):
            raise HelplineError(f"{self.place}: nothing reads “{unknown[0]}”; is it a typing slip?")

    def text(self, name: str) -> str:
        value = self.parts.get(name, "" if name in _MAY_BE_EMPTY else None)
        if not isinstance(value, str) or (not value.strip() and name not in _MAY_BE_EMPTY):
            raise HelplineError(f"{self.place}: “{name}” is missing.")
        return value.strip()

    def address(self, name: str) -> str:
        address = self.text(name)
        if not re.fullmatch(r"https://[\w.-]+\.\w{2,}(/\S*)?", address):
            raise HelplineError(
                f"{self.place}: “{name}” is to be an address that begins with https://, not “{address}”."
            )
        return address

    def day(self, name: str) -> date:
        value = self.parts.get(name)
        if type(value) is not date:
            raise HelplineError(f"{self.place}: “{name}” is to be a day like 2026-11-22, without quotation marks.")
        return value

    def languages(self) -> tuple[str, ...]:
        value = self.parts.get("languages")
        codes = cast("list[object]", value) if isinstance(value, list) else []
        if not codes or not all(isinstance(code, str) and re.fullmatch("[a-z]{2}", code) for code in codes):
            raise HelplineError(f'{self.place}: “languages” is to be a list like ["de", "fr"].')
        return tuple(cast("list[str]", codes))
