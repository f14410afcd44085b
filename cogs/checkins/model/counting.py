"""Counts as people write them down: one kind and one number to a line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

MOST = 999
_LINE = re.compile(r"^(?P<kind>.*?\S)\s*(?:[:=–-]\s*|\s+)(?P<number>\d+)\s*$|^(?P<number2>\d+)\s*x?\s+(?P<kind2>\S.*)$")


@dataclass(frozen=True)
class Counted:
    """What could be read, and the lines that could not."""

    counts: dict[str, int]
    unread: tuple[str, ...]


def prefilled(labels: Mapping[str, str], counts: Mapping[str, int]) -> str:
    """The paragraph as it is first shown: a line for each kind."""
    return "\n".join(f"{label}: {counts.get(kind, 0)}" for kind, label in labels.items())


def read(text: str, labels: Mapping[str, str]) -> Counted:
    """Reads "applications: 2", "2 applications" or "applications 2", by the kind's name or its label, in any case.

    A kind named twice adds up; numbers above MOST are held to be slips and are not read.
    """
    kinds = {name.casefold(): kind for kind, label in labels.items() for name in (kind, label)}
    counts: dict[str, int] = {}
    unread: list[str] = []
    for line in (one.strip() for one in text.splitlines()):
        if not line:
            continue
        found = _LINE.fullmatch(line)
        name = (found["kind"] or found["kind2"]) if found else ""
        number = int(found["number"] or found["number2"]) if found else -1
        kind = kinds.get(name.strip().casefold())
        if kind is None or not 0 <= number <= MOST:
            unread.append(line)
        else:
            counts[kind] = counts.get(kind, 0) + number
    return Counted(counts, tuple(unread))
