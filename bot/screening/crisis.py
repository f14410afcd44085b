"""Words that can mean that someone is in danger. Low threshold; never a verdict; nobody is told (SPEC.md 4.3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.screening.crisis_lists import Lists, read_folder
from bot.screening.phrases import Finder, Parser, Phrase, PhraseError, written_words
from bot.screening.reading import END, Reader

STANDARD_FOLDER = Path(__file__).parents[2] / "config" / "crisis"
LONGEST_READ = 8_000  # characters; every text given to the bot is shorter


@dataclass(frozen=True)
class Signal:
    """A phrase that was found. It says nothing sure about a person and is neither stored nor logged."""

    family: str
    language: str
    phrase: str


class CrisisWords:
    """The phrase lists of all languages, read once and asked for every text."""

    def __init__(self, lists: Sequence[Lists]) -> None:
        """Raises PhraseError, naming the list and the phrase."""
        blank = _reader(lists)
        self._signals: list[Signal] = []
        self._excused: list[tuple[str, str]] = []
        signals: list[Phrase] = []
        excuses: list[Phrase] = []
        idioms: list[Phrase] = []
        for part in lists:
            parse = _parse_with(Parser(blank.phrase_words, blank.plain_word, part.classes), part.language)
            idioms += map(parse, part.idioms)
            for family in part.families:
                signals += map(parse, family.phrases)
                excuses += map(parse, family.unless)
                self._signals += [Signal(family.name, part.language, phrase) for phrase in family.phrases]
                self._excused += [(family.name, part.language)] * len(family.unless)
        self._reader = _reader(
            lists, {word for phrase in [*signals, *excuses, *idioms] for word in written_words(phrase)}
        )
        self._find_signals = Finder(signals)
        self._find_excuses = Finder(excuses)
        self._find_idioms = Finder(idioms)

    def signals(self, text: str) -> list[Signal]:
        """Everything found in a text, in the order of the lists; idioms are covered up before looking."""
        words = [self._reader.terminals(word) for word in self._reader.words(text[:LONGEST_READ])]
        uncovered = list(words)
        for first, beyond in self._find_idioms.spans(words):
            uncovered[first:beyond] = [seen if seen == (END,) else () for seen in words[first:beyond]]
        found = sorted(self._find_signals.found(uncovered))
        if not found:
            return []
        excused = {self._excused[number] for number in self._find_excuses.found(words)}
        signals = [self._signals[number] for number in found]
        return [signal for signal in signals if (signal.family, signal.language) not in excused]


@cache
def standard_words() -> CrisisWords:
    """The lists in `config/crisis/`; called at start, a broken list is seen then. Raises PhraseError."""
    return CrisisWords(read_folder(STANDARD_FOLDER))


def signals(text: str) -> list[Signal]:
    """`CrisisWords.signals` of the standard lists."""
    return standard_words().signals(text)


def _parse_with(parser: Parser, language: str):
    def parse(phrase: str) -> Phrase:
        try:
            return parser.parse(phrase)
        except PhraseError as error:
            raise PhraseError(f"{language}.toml: {error}") from error

    return parse


def _reader(lists: Sequence[Lists], words: Iterable[str] = ()) -> Reader:
    written = set(words)
    bare = Reader({}, frozenset(), {}, kept=frozenset(word for part in lists for word in part.kept))

    def plain_words(texts: Iterable[str]) -> frozenset[str]:
        return frozenset(bare.plain_word(word) for word in texts)

    return Reader(
        spelling=_spelling(lists, bare),
        fillers=plain_words(word for part in lists for word in part.fillers),
        signs={sign: word for part in lists for sign, word in part.signs.items()},
        vocabulary=frozenset(word for word in written if not word.endswith("*")),
        prefixes=frozenset(word[:-1] for word in written if word.endswith("*")),
        never_mended=plain_words(word for part in lists for word in part.never_mended),
        kept=bare.kept,
    )


def _spelling(lists: Sequence[Lists], bare: Reader) -> dict[str, tuple[str, ...]]:
    spelling: dict[str, tuple[str, ...]] = {}
    for part in lists:
        for meant, variants in part.spelling.items():
            words = tuple(bare.plain_word(word) for word in meant.split())
            for variant in variants:
                short = bare.plain_word(variant)
                if short in words and words != (short,):
                    raise PhraseError(
                        f"{part.language}.toml, spelling: “{variant}” reads the same as a word of “{meant}”."
                    )
                if spelling.setdefault(short, words) != words:
                    raise PhraseError(f"{part.language}.toml, spelling: “{variant}” stands for two different things.")
    return spelling
