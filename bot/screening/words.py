"""The server's own word list: plain words and phrases with an optional `*`, found in linear time."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.screening.reading import fold, letters_joined, plain

MOST_ENTRIES = 500
LONGEST_ENTRY = 60  # characters
MOST_WORDS = 8
MOST_OPEN = 50  # entries that begin with a `*`: each is looked for in every word
FEWEST_LETTERS = 3  # beside a `*`; "a*" would hit a third of all words
LONGEST_READ = 8_000  # characters of a text

_ALLOWED = re.compile(r"[^\W_]|[ '’*\-]")
_STARRED = re.compile(r"\*?[^*]+\*?")
_TOKEN = re.compile(r"(?<![@$])[@$]*[^\W_]+(?:[*@$!|]+[^\W_]+)*[@$]*")
_STRETCHED = re.compile(r"([^\W\d])\1{2,}")
_LEET = str.maketrans("01345789@$!|", "oieastbgasii")


class WordListError(ValueError):
    """An entry that cannot be taken: a sentence for logs, and for texts `why`, `most` (the limit) and `letter`.

    `why` is full, stars, long, letter, empty, many, place, short or bare.
    """

    def __init__(self, said: str, why: str, *, most: int = 0, letter: str = "") -> None:
        super().__init__(said)
        self.why = why
        self.most = most
        self.letter = letter


@dataclass(frozen=True)
class _Part:
    """One word of an entry: its plain letters and where a `*` stands."""

    letters: str
    open_start: bool
    open_end: bool

    def fits(self, word: str) -> bool:
        if self.open_start and self.open_end:
            return self.letters in word
        if self.open_start:
            return word.endswith(self.letters)
        return word.startswith(self.letters) if self.open_end else word == self.letters


class WordList:
    """Entries made ready once, then asked for every text."""

    def __init__(self, entries: Sequence[str]) -> None:
        """Raises WordListError for the first entry that cannot be taken."""
        if len(entries) > MOST_ENTRIES:
            said = f"A list holds at most {MOST_ENTRIES} entries; this one has {len(entries)}."
            raise WordListError(said, "full", most=MOST_ENTRIES)
        self._entries = [(entry.strip(), _parts(entry)) for entry in entries]
        self._whole: dict[str, list[int]] = {}
        self._begun: dict[str, list[int]] = {}
        self._open: list[int] = []
        for number, (_, parts) in enumerate(self._entries):
            first = parts[0]
            if first.open_start:
                self._open.append(number)
            else:
                (self._begun if first.open_end else self._whole).setdefault(first.letters, []).append(number)
        if len(self._open) > MOST_OPEN:
            said = f"At most {MOST_OPEN} entries may begin with a “*”; this list has {len(self._open)}."
            raise WordListError(said, "stars", most=MOST_OPEN)
        self._sizes = sorted({len(letters) for letters in self._begun})
        self._any_open = re.compile("|".join(re.escape(self._entries[number][1][0].letters) for number in self._open))

    def found_in(self, text: str) -> list[str]:
        """The entries that a text contains, in the order of the list."""
        pieces = letters_joined(_TOKEN.findall(fold(text[:LONGEST_READ])))
        readings = {piece: _ways_to_read(piece) for piece in set(pieces)}
        ways = [readings[piece] for piece in pieces]
        found: set[int] = set()
        for place, words in enumerate(ways):
            for number in self._candidates(words):
                if number not in found and _matches(self._entries[number][1], ways[place : place + MOST_WORDS]):
                    found.add(number)
        return [self._entries[number][0] for number in sorted(found)]

    def _candidates(self, words: tuple[str, ...]) -> Iterator[int]:
        for word in words:
            yield from self._whole.get(word, ())
            for size in self._sizes:
                yield from self._begun.get(word[:size], ())
            if self._open and self._any_open.search(word):
                yield from self._open


def _parts(entry: str) -> tuple[_Part, ...]:
    shown = entry.strip()
    if len(shown) > LONGEST_ENTRY:
        raise WordListError(f"“{shown[:20]}…” is longer than {LONGEST_ENTRY} characters.", "long", most=LONGEST_ENTRY)
    for letter in shown:
        if not _ALLOWED.fullmatch(letter):
            said = f"“{shown}” has a “{letter}”. Plain words only; a “*” may stand for any letters."
            raise WordListError(said, "letter", letter=letter)
    words = shown.replace("-", " ").split()
    if not words:
        raise WordListError("An entry is empty.", "empty")
    if len(words) > MOST_WORDS:
        raise WordListError(f"“{shown}” has more than {MOST_WORDS} words.", "many", most=MOST_WORDS)
    return tuple(_part(word, shown, fewest=FEWEST_LETTERS if len(words) == 1 else 1) for word in words)


def _part(word: str, shown: str, *, fewest: int) -> _Part:
    if not _STARRED.fullmatch(word):
        said = f"“{shown}”: a “*” may stand only at the beginning or the end of a word, with letters beside it."
        raise WordListError(said, "place")
    letters = fold(word.strip("*"))
    if "*" in word and len(letters) < fewest:
        said = f"“{shown}” would hit too much: at least {fewest} letters beside a “*”."
        raise WordListError(said, "short", most=fewest)
    if not letters:
        raise WordListError(f"“{shown}” has no letters.", "bare")
    return _Part(letters, word.startswith("*"), word.endswith("*"))


def _ways_to_read(piece: str) -> tuple[str, ...]:
    """A word as typed, with digits and signs read as letters, and with stretched letters single."""
    plainly = piece.isalpha()
    if plainly and not _STRETCHED.search(piece):
        return (piece,)
    letters = piece if plainly else "".join(part for part in piece.translate(_LEET) if part.isalnum())
    bare = "".join(part for part in piece if part.isalnum())
    ways: Iterable[str] = (bare, letters)
    if _STRETCHED.search(piece):
        ways = (bare, letters, _STRETCHED.sub(r"\1", letters), _STRETCHED.sub(r"\1\1", letters), plain(letters))
    return tuple(dict.fromkeys(ways))


def _matches(parts: tuple[_Part, ...], ways: Sequence[tuple[str, ...]]) -> bool:
    if len(parts) > len(ways):
        return False
    return all(any(part.fits(word) for word in words) for part, words in zip(parts, ways, strict=False))
