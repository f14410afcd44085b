"""The crisis word lists as files: reading them, and saying in clear words what is wrong with them."""

import tomllib
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from bot.screening.phrases import PhraseError

KNOWN_PARTS = {"spelling", "fillers", "signs", "never_mended", "kept", "classes", "idioms", "family", "pair", "hint"}
FAMILY_PARTS = {"name", "phrases", "unless", "not_with"}
PAIR_PARTS = {"name", "first", "second", "within", "unless"}
HINT_PARTS = {"name", "points", "phrases"}
MOST_WITHIN = 60
MOST_POINTS = 5


@dataclass(frozen=True)
class Family:
    """Phrases that mean the same kind of danger; none counts where one of `unless` stands in the text.

    Nor does one count in a sentence in which a hint of `not_with` is found.
    """

    name: str
    phrases: tuple[str, ...]
    unless: tuple[str, ...]
    not_with: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pair:
    """Two kinds of phrases that mean danger only side by side, in either order, at most `within` words apart."""

    name: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    within: int
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hint:
    """Phrases that alone mean little; the points of a sentence's different hints are added up. Below 0: reassuring."""

    name: str
    points: int
    phrases: tuple[str, ...]


@dataclass(frozen=True)
class Lists:
    """What one language's file holds."""

    language: str
    families: tuple[Family, ...]
    pairs: tuple[Pair, ...] = ()
    hints: tuple[Hint, ...] = ()
    spelling: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    signs: Mapping[str, str] = field(default_factory=dict[str, str])
    fillers: tuple[str, ...] = ()
    never_mended: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()


def read_folder(folder: Path) -> list[Lists]:
    """Reads every `*.toml`; the file's name is the language. Raises PhraseError."""
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise PhraseError(f"There are no crisis word lists in the folder “{folder.name}”.")
    return [read_lists(file.stem, file.read_text(encoding="utf-8")) for file in files]


def read_lists(language: str, toml: str) -> Lists:
    """Raises PhraseError, naming the file and the part that is wrong."""
    try:
        parts = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise PhraseError(f"{language}.toml cannot be read: {error}.") from error
    if unknown := sorted(set(parts) - KNOWN_PARTS):
        raise PhraseError(f"{language}.toml has a part “{unknown[0]}” that nothing reads; is it a typing slip?")
    families = parts.get("family")
    if not isinstance(families, list) or not families:
        raise PhraseError(f"{language}.toml has no [[family]], so it would find nothing.")
    table = _Table(language, parts)
    return Lists(
        language,
        tuple(_family(language, family) for family in cast("list[object]", families)),
        tuple(_pair(language, pair) for pair in table.tables("pair")),
        tuple(_hint(language, hint) for hint in table.tables("hint")),
        spelling=table.lists_by_name("spelling"),
        classes=table.lists_by_name("classes"),
        signs=table.texts_by_name("signs"),
        fillers=table.texts("fillers"),
        never_mended=table.texts("never_mended"),
        kept=table.texts("kept"),
        idioms=table.texts("idioms"),
    )


def _family(language: str, raw: object) -> Family:
    name, table = _named(language, raw, kind="family", known=FAMILY_PARTS)
    phrases = table.texts("phrases")
    if not phrases:
        raise PhraseError(f"{language}.toml, family “{name}” has no phrases.")
    return Family(name, phrases, table.texts("unless"), table.texts("not_with"))


def _pair(language: str, raw: object) -> Pair:
    name, table = _named(language, raw, kind="pair", known=PAIR_PARTS)
    first, second, within = table.texts("first"), table.texts("second"), table.parts.get("within")
    if not first or not second:
        raise PhraseError(f"{language}.toml, pair “{name}” needs both “first” and “second”.")
    if not isinstance(within, int) or not 1 <= within <= MOST_WITHIN:
        raise PhraseError(f"{language}.toml, pair “{name}”: “within” is to be a number of words, 1 to {MOST_WITHIN}.")
    return Pair(name, first, second, within, table.texts("unless"))


def _hint(language: str, raw: object) -> Hint:
    name, table = _named(language, raw, kind="hint", known=HINT_PARTS)
    phrases, points = table.texts("phrases"), table.parts.get("points")
    if not phrases:
        raise PhraseError(f"{language}.toml, hint “{name}” has no phrases.")
    if not isinstance(points, int) or not 1 <= abs(points) <= MOST_POINTS:
        allowed = f"1 to {MOST_POINTS}, or -1 to -{MOST_POINTS}"
        raise PhraseError(f"{language}.toml, hint “{name}”: “points” is to be {allowed}.")
    return Hint(name, points, phrases)


def _named(language: str, raw: object, *, kind: str, known: Set[str]) -> "tuple[str, _Table]":
    parts = cast("dict[str, object]", raw) if isinstance(raw, dict) else {}
    name = parts.get("name")
    if not isinstance(name, str) or not name:
        raise PhraseError(f"{language}.toml has a [[{kind}]] without a name.")
    if unknown := sorted(parts.keys() - known):
        raise PhraseError(f"{language}.toml, {kind} “{name}”: nothing reads “{unknown[0]}”; is it a typing slip?")
    return name, _Table(language, parts)


@dataclass(frozen=True)
class _Table:
    language: str
    parts: Mapping[str, object]

    def texts(self, name: str) -> tuple[str, ...]:
        return self._texts(name, self.parts.get(name, []))

    def tables(self, name: str) -> list[object]:
        tables = self.parts.get(name, [])
        if not isinstance(tables, list):
            raise PhraseError(f"{self.language}.toml: “{name}” is to be written [[{name}]].")
        return cast("list[object]", tables)

    def lists_by_name(self, name: str) -> dict[str, tuple[str, ...]]:
        return {key: self._texts(f"{name}.{key}", value) for key, value in self._table(name).items()}

    def texts_by_name(self, name: str) -> dict[str, str]:
        texts = {key: self._texts(f"{name}.{key}", [value]) for key, value in self._table(name).items()}
        return {key: value[0] for key, value in texts.items()}

    def _table(self, name: str) -> dict[str, object]:
        table = self.parts.get(name, {})
        if not isinstance(table, dict):
            raise PhraseError(f"{self.language}.toml: “{name}” is to be a table of names.")
        return cast("dict[str, object]", table)

    def _texts(self, name: str, value: object) -> tuple[str, ...]:
        members = cast("list[object]", value) if isinstance(value, list) else [None]
        if not all(isinstance(member, str) and member.strip() for member in members):
            raise PhraseError(f"{self.language}.toml: “{name}” is to be a list of texts, none of them empty.")
        return tuple(cast("list[str]", members))
