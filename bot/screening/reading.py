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
FEWEST_JOINED = 4
MOST_REPAIRED = 8  # glued and starred words looked at closely in one text, so that a hostile text stays cheap
LONGEST_SPLIT = 40
LONGEST_PIECE = 14

_APOSTROPHES = re.compile("['’‘`´ʼ]")
# "k*ll" and "d!e" are words; a full stop ends a sentence, an ellipsis does not: people write "i just... want"
_PIECE = re.compile(r"[^\W_]+(?:[*@$!|]+[^\W_]+)*|(?<!\.)\.(?!\.)(?=[\s\"')]|$)|[!?;]+|\n[^\S\n]*\n")
_STRETCHED = re.compile(r"([^\W\d])\1{2,}")
_TWICE = re.compile(r"([^\W\d])\1+")
_UMLAUT = re.compile("([aou])e")
_NOT_PLAIN = re.compile(r"([^\W\d])\1|[aou]e")
_LEET = str.maketrans("01345781@$!|", "oieastbiasii")
_MARKS = re.compile(r"[*@$!|]")
# letters of other scripts that look like ours; https://www.unicode.org/reports/tr39/ has the long list
_LOOKALIKES = str.maketrans("аеіорсухѕјԁɡһνοικ", "aeiopcyxsjdghvoik")


def fold(text: str) -> str:
    """Small letters without accents, invisible characters and apostrophes; full-width and ornate letters made plain."""
    if not text.isascii():
        wide = unicodedata.normalize("NFKD", text)
        dropped = {ord(letter): None for letter in set(wide) if unicodedata.category(letter) in {"Mn", "Cf", "Me"}}
        text = wide.translate(dropped).casefold().translate(_LOOKALIKES)
    return _APOSTROPHES.sub("", text.casefold())


def plain(word: str, kept: Container[str] = ()) -> str:
    """A folded word with doubled letters single and "ae, oe, ue" as "a, o, u": "killll", "für", "fuer" read alike.

    Words in `kept` keep their doubled letters, where another word would be met without: "noose" and "nose".
    """
    if not _NOT_PLAIN.search(word):
        return word
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


def letters_joined(pieces: list[str]) -> list[str]:
    """Joins four and more single letters in a row: "k i l l"."""
    if sum(len(piece) == 1 for piece in pieces) < FEWEST_JOINED:
        return pieces
    joined: list[str] = []
    run: list[str] = []
    for piece in [*pieces, END]:
        if len(piece) == 1 and piece != END:
            run.append(piece)
            continue
        joined += ["".join(run)] if len(run) >= FEWEST_JOINED else run
        joined.append(piece)
        run = []
    return joined


@dataclass(frozen=True)
class Reader:
    """Turns text into words that phrases are compared with. `spelling` maps a plain word to the words it stands for."""

    spelling: Mapping[str, tuple[str, ...]]
    fillers: frozenset[str]
    signs: Mapping[str, str]
    vocabulary: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()
    never_mended: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    _nearby: dict[str, list[str]] = field(init=False, repr=False, default_factory=dict[str, list[str]])
    _begun: frozenset[str] = field(init=False, repr=False, default=frozenset())
    _alike: dict[tuple[int, str], list[str]] = field(
        init=False, repr=False, default_factory=dict[tuple[int, str], list[str]]
    )

    def __post_init__(self) -> None:
        for word in sorted(self.vocabulary):
            self._alike.setdefault((len(word), word[0]), []).append(word)
            for key in _shortened(word) if len(word) >= SHORTEST_MENDED else ():
                self._nearby.setdefault(key, []).append(word)
        object.__setattr__(self, "_begun", frozenset(prefix[:SHORTEST_PREFIX] for prefix in self.prefixes))

    def words(self, text: str) -> list[str]:
        """The words of a text in order, fillers left out, with `END` between sentences."""
        for sign, word in self.signs.items():
            if sign in text:
                text = text.replace(sign, f" {word} ")
        found = _PIECE.findall(fold(text))
        pieces = [piece if piece[0].isalnum() else END for piece in found]
        read: dict[str, tuple[str, ...]] = {END: (END,)}
        repairs = MOST_REPAIRED
        words: list[str] = []
        for piece in letters_joined(list(_sentence_ends_kept(pieces))):
            if piece not in read:
                known = self._read(piece)
                repairs -= known is None
                known = known or (self._repaired(piece) if repairs >= 0 else _pieces(plain(piece, self.kept)))
                read[piece] = tuple(word for word in known if word not in self.fillers)
            words += read[piece]
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
        """The words a piece stands for; None where only a closer look can tell."""
        if piece in self.vocabulary and piece not in self.spelling:
            return (piece,)  # most words; the vocabulary is plain
        word = plain(piece, self.kept)
        known = self._known(word)
        if known or word.isdecimal():
            return known or (word,)
        if not word.isalpha():
            letters = self._known(plain(word.translate(_LEET), self.kept))  # "su1cide", "d!e"
            return letters or (None if "*" in word else _pieces(word))
        if len(word) >= SHORTEST_MENDED - 1 and (mended := self._mended(word)):
            return (mended,)
        return None if SHORTEST_SPLIT <= len(word) <= LONGEST_SPLIT else (word,)

    def _repaired(self, piece: str) -> tuple[str, ...]:
        word = plain(piece, self.kept)
        if "*" not in word:
            return self._split(word)
        for known in self._alike.get((len(word), word[0]), ()):  # "k*ll"
            if all(typed in (letter, "*") for typed, letter in zip(word, known, strict=True)):
                return (known,)
        return _pieces(word)

    def _known(self, word: str) -> tuple[str, ...] | None:
        if word in self.spelling:
            return self.spelling[word]
        if word in self.vocabulary or self.terminals(word):
            return (word,)
        stem = word.removesuffix("s")  # "the ropes", and "the rope's" without its apostrophe
        return (stem,) if len(stem) >= SHORTEST_PREFIX and stem in self.vocabulary else None

    def _mended(self, word: str) -> str | None:
        if word in self.never_mended:
            return None
        for key in _shortened(word):
            for candidate in self._nearby.get(key, ()):
                if one_slip_apart(word, candidate):
                    return candidate
        return None

    def _split(self, glued: str) -> tuple[str, ...]:
        """Takes "endmylife" apart into known words, fewest first; a letter may be shared ("wantodie")."""
        best: dict[int, tuple[str, ...]] = {0: ()}
        for reached in range(len(glued)):
            for start in {reached, max(reached - 1, 0)} if reached in best else ():
                for end in range(reached + 1, min(start + LONGEST_PIECE, len(glued)) + 1):
                    piece = glued[start:end]
                    parts = (*best[reached], piece)
                    if (piece in self.vocabulary or piece in self.spelling) and len(parts) < len(best.get(end, glued)):
                        best[end] = parts
        pieces = best.get(len(glued), ())
        if len(pieces) < 3 and "myself" not in pieces:  # "Arbeitsleben" is no sentence
            return (glued,)
        return tuple(word for piece in pieces for word in self.spelling.get(piece, (piece,)))


def _pieces(word: str) -> tuple[str, ...]:
    return tuple(part for part in _MARKS.split(word) if part)
