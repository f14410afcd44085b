"""Counts as people write them down: one kind and one number to a line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

MOST = 999
_LINE = re.compile(r"^(?P<kind>.*?\S)\s*(?:[:=–-]\s*|\s+)(?P<number>\d+)\s*$|^(?P<number2>\d+)\s*x?\s+(?P<kind2>\S.*)$")
_BULLET = re.compile(r"^[-*•–]\s+")
_BETWEEN = re.compile(r"[,;]")


@dataclass(frozen=True)
class Counted:
    """What could be read, and the lines that could not."""

    counts: dict[str, int]
    unread: tuple[str, ...]

    def instead_of(self, before: Mapping[str, int]) -> dict[str, int]:
        """What holds from now on. What was there goes, unless a line that nobody can read may have meant it."""
        return {**before, **self.counts} if self.unread else self.counts


def prefilled(labels: Mapping[str, str], counts: Mapping[str, int]) -> str:
    """The paragraph as it is first shown: a line for each kind."""
    return "\n".join(f"{label}: {counts.get(kind, 0)}" for kind, label in labels.items())


def read(text: str, labels: Mapping[str, str]) -> Counted:
    """Reads "applications: 2", "2 applications" or "applications 2", by the kind's name or its label, in any case.

    Several may stand on a line, with commas between. A kind named twice adds up; numbers above MOST are held to be
    slips and are not read.
    """
    kinds = {name.casefold(): kind for kind, label in labels.items() for name in (kind, label)}
    counts: dict[str, int] = {}
    unread: list[str] = []
    for line in (one.strip() for one in text.splitlines()):
        if not line:
            continue
        found = _several(line, kinds)
        if not found:
            unread.append(line)
        for kind, number in found:
            counts[kind] = counts.get(kind, 0) + number
    return Counted(counts, tuple(unread))


def _several(line: str, kinds: Mapping[str, str]) -> list[tuple[str, int]]:
    """What a line says, whole or part by part; empty where a part of it cannot be read."""
    whole = _one(line, kinds)
    parts = [whole] if whole is not None else [_one(part, kinds) for part in _BETWEEN.split(line)]
    found = [part for part in parts if part is not None]
    return found if len(found) == len(parts) else []


def _one(said: str, kinds: Mapping[str, str]) -> tuple[str, int] | None:
    found = _LINE.fullmatch(_BULLET.sub("", said.strip()))
    if found is None:
        return None
    kind = kinds.get((found["kind"] or found["kind2"]).strip().casefold())
    number = int(found["number"] or found["number2"])
    return (kind, number) if kind is not None and number <= MOST else None
