"""Who was forgotten, in a file beside the keys, so that a restored backup forgets them again (SPEC 4.10).

A database cannot hold this: restoring replaces it. Each line says when, by the real clock, and whom, sealed under the
master key. The first line says since when the list is whole: a backup from before that could bring somebody back.
"""

import base64
import fcntl
import json
import logging
import os
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.data.keys import BoxBroken, Keys
from bot.data.modes import keep_to_owner
from bot.domain.clock import real_ms
from bot.domain.ids import GuildId, MemberId

KEPT_AT_MOST = timedelta(days=400)
"""Backups that are older are not restored without a word."""
SLACK = timedelta(minutes=2)
"""A forgetting is written down before its rows go: a backup that began in between still holds them."""
FILE_NAME = "forgotten.jsonl"
_ROW = "forgotten"
_BEGINNING = '{"'
_MS = timedelta(milliseconds=1)

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Forgotten:
    """Somebody on one server, or (`member` None) a whole server. `at_ms` is real time."""

    guild: GuildId
    member: MemberId | None
    at_ms: int


class Tombstones:
    """The list, in the first of `places` that can be written to; what stands in the others is read as well."""

    def __init__(self, keys: Keys, places: Sequence[Path]) -> None:
        self._keys = keys
        self._places = places

    def begin(self) -> None:
        """Makes the list where there is none: it is whole from now on."""
        if self.since_ms() is None:
            self._write(json.dumps({"since_ms": real_ms()}))

    def add(self, guild: GuildId, member: MemberId | None = None) -> bool:
        """Writes it down for good; False (and a line in the log) where no place can be written to."""
        self.begin()
        box = self._keys.seal(f"{guild}|{member or 0}", _ROW)
        return self._write(json.dumps({"at_ms": real_ms(), "box": base64.b64encode(box).decode()}))

    def since_ms(self) -> int | None:
        """Since when everybody who was forgotten stands in the list; None where there is none."""
        found = [line["since_ms"] for line in self._lines() if isinstance(line.get("since_ms"), int)]
        return min(found) if found else None

    def after(self, moment_ms: int) -> list[Forgotten]:
        """Who was forgotten since then, SLACK included; each once. See `unreadable_after`."""
        first_ms = moment_ms - SLACK // _MS
        found: dict[tuple[int, int], Forgotten] = {}
        for line in self._lines():
            if _at_ms(line) >= first_ms and (one := self._opened(line)) is not None:
                found[one.guild, one.member or 0] = one
        return list(found.values())

    def unreadable_after(self, moment_ms: int) -> int:
        """How many lines since then are damaged or under keys that are gone: whom they name, nobody knows any more."""
        first_ms = moment_ms - SLACK // _MS
        lines = [line for line in self._lines() if _at_ms(line) >= first_ms]
        return sum(self._opened(line) is None for line in lines)

    def drop_before(self, moment_ms: int) -> int:
        """No backup from before is left: who was forgotten earlier need not be named any more. Gives how many."""
        dropped = 0
        for place in self._places:
            if not place.exists():
                continue
            with _locked(place):
                lines = list(_read(place))
                kept = [line for line in lines if _at_ms(line) >= moment_ms - SLACK // _MS]
                gone = sum("at_ms" in line for line in lines) - len(kept)
                if gone:
                    begun = [line["since_ms"] for line in lines if isinstance(line.get("since_ms"), int)]
                    since = max([moment_ms, *begun])
                    _replace(place, [{"since_ms": since}, *kept])
                dropped += gone
        return dropped

    def _opened(self, line: dict[str, Any]) -> Forgotten | None:
        try:
            guild, member = self._keys.open(base64.b64decode(line["box"]), _ROW).split("|")
        except (BoxBroken, KeyError, TypeError, ValueError):
            return None
        return Forgotten(GuildId(int(guild)), MemberId(int(member)) if int(member) else None, line["at_ms"])

    def _lines(self) -> Iterator[dict[str, Any]]:
        for place in self._places:
            yield from _read(place)

    def _write(self, line: str) -> bool:
        for place in self._places:
            try:
                place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                with _locked(place):
                    _append(place, line)
            except OSError as error:
                log.warning("the list of who was forgotten cannot be written to %s: %s", place, error.strerror)
            else:
                return True
        log.error("nobody can write down who was forgotten: a restored backup would bring them back")
        return False


def _append(place: Path, line: str) -> None:
    descriptor = os.open(place, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a+b") as file:
        if file.tell() and os.pread(descriptor, 1, file.tell() - 1) != b"\n":
            file.write(b"\n")  # a crash cut the last line off: the next one must not be lost with it
        file.write(line.encode() + b"\n")
        file.flush()
        os.fsync(descriptor)


def _replace(place: Path, lines: Sequence[dict[str, Any]]) -> None:
    fresh = place.with_name(place.name + ".new")
    fresh.unlink(missing_ok=True)
    _append(fresh, "\n".join(json.dumps(line) for line in lines))
    fresh.replace(place)


def _read(place: Path) -> Iterator[dict[str, Any]]:
    """A line that a crash cut off named somebody whose rows were still there: it is passed over.

    One that is damaged otherwise may have named anybody at any time: it is given as one that nobody can open.
    """
    keep_to_owner(place)
    try:
        text = place.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    for line in filter(None, text.split("\n")):
        try:
            found = json.loads(line)
        except ValueError:
            if line.startswith(_BEGINNING) or not line.strip("\0 \r"):
                continue
            found = None
        yield found if isinstance(found, dict) else {"damaged": True}


def _at_ms(line: dict[str, Any]) -> int:
    """When the line was written; a damaged one counts as written just now."""
    at_ms = line.get("at_ms", 0 if "since_ms" in line else None)
    return at_ms if isinstance(at_ms, int) else real_ms()


@contextmanager
def _locked(place: Path) -> Generator[None]:
    """Several processes write to one list."""
    descriptor = os.open(place.with_name(place.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
