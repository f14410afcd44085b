"""Words that can mean that someone is in danger. Low threshold; never a verdict; nobody is told (SPEC.md 4.3)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.screening.crisis_lists import Hint, Lists, Pair, read_folder
from bot.screening.phrases import Finder, Parser, Phrase, PhraseError, Seen, written_words
from bot.screening.reading import END, Reader

STANDARD_FOLDER = Path(__file__).parents[2] / "config" / "crisis"
LONGEST_READ = 8_000  # characters; every text given to the bot is shorter
ENOUGH = 2  # points of hints in one sentence
MORE_IN_TWO = 1  # this many more in two sentences that follow each other, each with some
MORE_WITH_JOBS = 2  # and this many more in a text with a hint that takes points away

_Ends = Sequence[tuple[int, frozenset[int]]]


@dataclass(frozen=True)
class Signal:
    """A phrase that was found. It says nothing sure about a person and is neither stored nor logged."""

    family: str
    language: str
    phrase: str


@dataclass(frozen=True)
class _Side:
    """A phrase of one side (0 or 1) of the pair of that number."""

    pair: int
    side: int
    phrase: str


@dataclass(frozen=True)
class _Clue:
    """A hint in its language."""

    language: str
    hint: Hint


class CrisisWords:
    """The phrase lists of all languages, read once and asked for every text.

    One automaton finds everything: a number in its answers is a place in `_meanings`.
    """

    def __init__(self, lists: Sequence[Lists]) -> None:
        """Raises PhraseError, naming the list and the phrase."""
        blank = _reader(lists)
        self._pairs: list[tuple[str, Pair]] = []  # with the language
        self._meanings: list[Signal | _Side | _Clue] = []
        self._excused: list[tuple[str, str]] = []
        signals: list[Phrase] = []
        excuses: list[Phrase] = []
        idioms: list[Phrase] = []
        for part in lists:
            parse = _parse_with(Parser(blank.phrase_words, blank.plain_word, part.classes), part.language)
            idioms += map(parse, part.idioms)
            for named in (*part.families, *part.pairs):
                excuses += map(parse, named.unless)
                self._excused += [(named.name, part.language)] * len(named.unless)
            for phrase, meaning in self._written(part):
                signals.append(parse(phrase))
                self._meanings.append(meaning)
        self._reader = _reader(
            lists, {word for phrase in [*signals, *excuses, *idioms] for word in written_words(phrase)}
        )
        self._find_signals = Finder(signals)
        self._find_excuses = Finder(excuses)
        self._find_idioms = Finder(idioms, spans=True)

    def _written(self, part: Lists) -> Iterable[tuple[str, Signal | _Side | _Clue]]:
        for family in part.families:
            for phrase in family.phrases:
                yield phrase, Signal(family.name, part.language, phrase)
        for pair in part.pairs:
            for side, phrases in enumerate((pair.first, pair.second)):
                for phrase in phrases:
                    yield phrase, _Side(len(self._pairs), side, phrase)
            self._pairs.append((part.language, pair))
        for hint in part.hints:
            clue = _Clue(part.language, hint)
            for phrase in hint.phrases:
                yield phrase, clue

    def signals(self, text: str) -> list[Signal]:
        """Everything found in a text, in the order of the lists; idioms are covered up before looking."""
        words = [self._reader.terminals(word) for word in self._reader.words(text[:LONGEST_READ])]
        uncovered = list(words)
        for first, beyond in self._find_idioms.spans(words):
            uncovered[first:beyond] = [seen if seen == (END,) else () for seen in words[first:beyond]]
        ends = list(self._find_signals.ends(uncovered))
        outright = [self._meanings[number] for number in sorted({number for _, numbers in ends for number in numbers})]
        found = [meaning for meaning in outright if isinstance(meaning, Signal)]
        found += [*self._side_by_side(ends), *self._added_up(words, ends)]
        if not found:
            return []
        excused = {self._excused[number] for number in self._find_excuses.found(words)}
        return [signal for signal in found if (signal.family, signal.language) not in excused]

    def _side_by_side(self, ends: _Ends) -> list[Signal]:
        """The pairs whose two sides end within so many words of each other, each pair once."""
        seen: dict[tuple[int, int], tuple[int, str]] = {}  # where a side of a pair was last, and its phrase
        found: dict[int, Signal] = {}
        for place, numbers in ends:
            meanings = (self._meanings[number] for number in sorted(numbers))
            here = [meaning for meaning in meanings if isinstance(meaning, _Side)]
            for side in here:
                language, pair = self._pairs[side.pair]
                before, other = seen.get((side.pair, 1 - side.side), (place, ""))
                if side.pair not in found and 0 < place - before <= pair.within:
                    phrases = (other, side.phrase) if side.side else (side.phrase, other)
                    found[side.pair] = Signal(pair.name, language, " + ".join(phrases))
            seen |= {(side.pair, side.side): (place, side.phrase) for side in here}
        return [found[pair] for pair in sorted(found)]

    def _added_up(self, words: Sequence[Seen], ends: _Ends) -> list[Signal]:
        """The first sentence or two, for each language, whose hints come to enough points."""
        by_sentence: defaultdict[str, defaultdict[int, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
        sentence = reached = 0
        for place, numbers in ends:
            sentence += words[reached : place - 1].count((END,))
            reached = place - 1
            for number in numbers:
                meaning = self._meanings[number]
                if isinstance(meaning, _Clue):
                    by_sentence[meaning.language][sentence][meaning.hint.name] = meaning.hint.points
        found: list[Signal] = []
        for language, sentences in by_sentence.items():
            jobs = any(points < 0 for hints in sentences.values() for points in hints.values())
            enough = ENOUGH + MORE_WITH_JOBS * jobs
            for number, hints in sentences.items():
                after = sentences.get(number + 1, {})
                points, more = sum(hints.values()), sum(after.values())
                if points >= enough or (min(points, more) > 0 and points + more >= enough + MORE_IN_TWO):
                    found.append(Signal("hints", language, " + ".join(sorted(hints | after))))
                    break
        return found


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
