"""Reading a text as people type it: case, accents, slips, stretched, glued and disguised letters become plain words."""

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field

END = "."  # the end of a sentence among the words; no phrase reaches over it

# A slip is mended in words at least this long: in shorter ones too many ordinary words are one letter apart.
SHORTEST_MENDED = 7
SHORTEST_SPLIT = 8
SHORTEST_PREFIX = 3
MOST_SPLIT = 16  # glued words looked at in one text, so that a hostile text stays cheap

_APOSTROPHES = re.compile("['’‘`´ʼ]")
# "k*ll" and "d!e" are words; a full stop ends a sentence, an ellipsis does not: people write "i just... want"
_PIECE = re.compile(r"[^\W_]+(?:[*@$!|]+[^\W_]+)*|(?<!\.)\.(?!\.)(?=[\s\"')]|$)|[!?;]+|\n[^\S\n]*\n")
_STRETCHED = re.compile(r"([^\W\d])\1{2,}")
_TWICE = re.compile(r"([^\W\d])\1+")
_UMLAUT = re.compile("([aou])e")
_LEET = str.maketrans("01345781@$!|", "oieastbiasii")
_MARKS = re.compile(r"[*@$!|]")
# letters of other scripts that look like ours; https://www.unicode.org/reports/tr39/ has the long list
_LOOKALIKES = str.maketrans("аеіорсухѕјԁɡһνοικ", "aeiopcyxsjdghvoik")


def fold(text: str) -> str:
    """Small letters without accents, invisible characters and apostrophes; full-width and ornate letters made plain."""
    if not text.isascii():
        wide = unicodedata.normalize("NFKD", text)
        kept = "".join(letter for letter in wide if unicodedata.category(letter) not in {"Mn", "Cf", "Me"})
        text = kept.casefold().translate(_LOOKALIKES)
    return _APOSTROPHES.sub("", text.casefold())


def plain(word: str, kept: Container[str] = ()) -> str:
    """A folded word with doubled letters single and "ae, oe, ue" as "a, o, u": "killll", "für", "fuer" read alike.

    Words in `kept` keep their doubled letters, where another word would be met without: "noose" and "nose".
    """
    word = _STRETCHED.sub(r"\1\1", word)
    return word if word in kept else _TWICE.sub(r"\1", _UMLAUT.sub(r"\1", word))


def one_slip_apart(left: str, right: str) -> bool:
    """Whether one letter added, lost, changed, or two swapped turn one word into the other."""
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    left, right = left[start:], right[start:]
    if len(left) == len(right):
        return left[1:] == right[1:] or (left[:2] == right[1::-1] and left[2:] == right[2:])
    return left[1:] == right or left == right[1:]


def _shortened(word: str) -> Iterator[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def _sentence_ends_kept(pieces: list[str]) -> Iterator[str]:
    """Drops the end after a sentence of a single word: "I want. To. Die." is read in one breath."""
    since = 0
    for place, piece in enumerate(pieces):
        if piece != END:
            since += 1
            yield piece
            continue
        lonely_next = place + 2 >= len(pieces) or pieces[place + 2] == END
        if since > 1 and not lonely_next:
            since = 0
            yield END


def letters_joined(pieces: list[str]) -> Iterator[str]:
    """Joins four and more single letters in a row: "k i l l"."""
    run: list[str] = []
    for piece in [*pieces, END]:
        if len(piece) == 1 and piece != END:
            run.append(piece)
            continue
        yield from ["".join(run)] if len(run) >= 4 else run
        run = []
        yield piece


@dataclass(frozen=True)
class Reader:
    """Turns text into words that phrases can be compared with. `spelling` maps a plain word to the words it stands for."""

    spelling: Mapping[str, tuple[str, ...]]
    fillers: frozenset[str]
    signs: Mapping[str, str]
    vocabulary: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()
    never_mended: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    _nearby: dict[str, list[str]] = field(init=False, repr=False, default_factory=dict[str, list[str]])
    _begun: frozenset[str] = field(init=False, repr=False, default=frozenset())

    def __post_init__(self) -> None:
        for word in sorted(self.vocabulary):
            for key in _shortened(word) if len(word) >= SHORTEST_MENDED else ():
                self._nearby.setdefault(key, []).append(word)
        object.__setattr__(self, "_begun", frozenset(prefix[:SHORTEST_PREFIX] for prefix in self.prefixes))

    def words(self, text: str) -> list[str]:
        """The words of a text in order, fillers left out, with `END` between sentences."""
        if not text.isascii():
            for sign, word in self.signs.items():
                text = text.replace(sign, f" {word} ")
        found = _PIECE.findall(fold(text))
        pieces = [piece if piece[0].isalnum() else END for piece in found]
        splits = MOST_SPLIT
        words: list[str] = []
        for piece in letters_joined(list(_sentence_ends_kept(pieces))):
            if piece == END:
                words.append(END)
                continue
            read = self._read(piece)
            if read is None:
                splits -= 1
                read = self._split(plain(piece, self.kept)) if splits >= 0 else (plain(piece, self.kept),)
            words.extend(word for word in read if word not in self.fillers)
        return words if words and words[-1] == END else [*words, END]

    def plain_word(self, word: str) -> str:
        """One word of a list, folded and plain, but never replaced."""
        return plain(fold(word), self.kept)

    def phrase_words(self, word: str) -> tuple[str, ...]:
        """One word of a phrase list, read as texts are, but never mended."""
        short = self.plain_word(word)
        return tuple(part for part in self.spelling.get(short, (short,)) if part not in self.fillers)

    def terminals(self, word: str) -> tuple[str, ...]:
        """What a word of a text can stand for in a phrase: itself, and the beginnings listed with a `*`."""
        known = (word,) if word in self.vocabulary or word == END else ()
        if word[:SHORTEST_PREFIX] not in self._begun:
            return known
        sizes = range(SHORTEST_PREFIX, len(word) + 1)
        return (*known, *(f"{word[:size]}*" for size in sizes if word[:size] in self.prefixes))

    def _read(self, piece: str) -> tuple[str, ...] | None:
        if piece in self.vocabulary and piece not in self.spelling:
            return (piece,)  # most words; the vocabulary is plain
        word = plain(piece, self.kept)
        known = self._known(word)
        if known or word.isdigit():
            return known or (word,)
        if not word.isalpha():
            return self._undisguised(word)
        if len(word) >= SHORTEST_MENDED - 1 and (mended := self._mended(word)):
            return (mended,)
        return None if len(word) >= SHORTEST_SPLIT else (word,)

    def _known(self, word: str) -> tuple[str, ...] | None:
        if word in self.spelling:
            return self.spelling[word]
        return (word,) if word in self.vocabulary or self.terminals(word) else None

    def _mended(self, word: str) -> str | None:
        if word in self.never_mended:
            return None
        for key in _shortened(word):
            for candidate in self._nearby.get(key, ()):
                if one_slip_apart(word, candidate):
                    return candidate
        return None

    def _undisguised(self, word: str) -> tuple[str, ...]:
        """Reads "su1cide", "d!e" and "k*ll"; what makes no known word falls apart at its marks."""
        letters = plain(word.translate(_LEET), self.kept)
        if known := self._known(letters):
            return known
        if "*" in word and len(word) <= 16:
            starred = re.compile(_MARKS.sub(".", word))
            for candidate in sorted(self.vocabulary):
                if starred.fullmatch(candidate):
                    return (candidate,)
        return tuple(part for part in _MARKS.split(word) if part)

    def _split(self, glued: str) -> tuple[str, ...]:
        """Takes "endmylife" apart into known words, fewest first; a letter may be shared ("wantodie")."""
        best: dict[int, tuple[str, ...]] = {0: ()}
        for end in range(1, len(glued) + 1):
            for start in range(max(0, end - 14), end):
                if (piece := glued[start:end]) in self.spelling or piece in self.vocabulary:
                    before = [best[at] for at in (start, start + 1) if at in best and (at == start or start)]
                    for parts in before:
                        if end not in best or len(parts) < len(best[end]) - 1:
                            best[end] = (*parts, piece)
        pieces = best.get(len(glued), (glued,))
        if len(pieces) < 3 and pieces[-1] != "myself":  # "Arbeitsleben" is no sentence
            return (glued,)
        return tuple(word for piece in pieces for word in self.spelling.get(piece, (piece,)))
