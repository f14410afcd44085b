"""Words that can mean that someone is in danger. Low threshold; never a verdict; nobody is told (SPEC.md 4.3)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from bot.screening.crisis_lists import Hint, Lists, Pair, read_folder
from bot.screening.phrases import Finder, Parser, Phrase, PhraseError, Seen, written_words
from bot.screening.reading import END, Reader

STANDARD_FOLDER = Path(__file__).parents[2] / "config" / "crisis"
LONGEST_READ = 8_000  # characters; every text given to the bot is shorter
ENOUGH = 2  # points of hints in one sentence
MORE_IN_TWO = 1  # this many more in two sentences that follow each other, each with some
MORE_WITH_JOBS = 2  # and this many more in a text with a hint that takes points away

_Found = Sequence[tuple[int, "Signal | _Side | _Clue"]]  # behind how many words, and what was found there


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

    One automaton finds the idioms, one all that can mean danger, and, only where that found something, one all that
    speaks against it: a family's and a pair's `unless`, and the hints whose points are below 0.
    """

    def __init__(self, lists: Sequence[Lists]) -> None:
        """Raises PhraseError, naming the list and the phrase."""
        blank = _reader(lists)
        self._pairs: list[tuple[str, Pair]] = []  # with the language
        self._meanings: list[Signal | _Side | _Clue] = []  # of the phrases that can mean danger
        self._excuses: list[tuple[str, str] | Hint] = []  # of the phrases against it: a family and language, or a hint
        self._not_with: dict[tuple[str, str], tuple[str, ...]] = {}
        phrases: list[Phrase] = []
        excuses: list[Phrase] = []
        idioms: list[Phrase] = []
        _refuse_unknown_hints(lists)
        for part in lists:
            parse = _parse_with(Parser(blank.phrase_words, blank.plain_word, part.classes), part.language)
            idioms += map(parse, part.idioms)
            self._not_with |= {(family.name, part.language): family.not_with for family in part.families}
            for phrase, excuse in _against(part):
                excuses.append(parse(phrase))
                self._excuses.append(excuse)
            for phrase, meaning in self._meant(part):
                phrases.append(parse(phrase))
                self._meanings.append(meaning)
        self._reader = _reader(
            lists, {word for phrase in [*phrases, *excuses, *idioms] for word in written_words(phrase)}
        )
        self._find_meanings = Finder(phrases)
        self._find_excuses = Finder(excuses)
        self._find_idioms = Finder(idioms, spans=True)

    def _meant(self, part: Lists) -> Iterable[tuple[str, Signal | _Side | _Clue]]:
        for family in part.families:
            for phrase in family.phrases:
                yield phrase, Signal(family.name, part.language, phrase)
        for pair in part.pairs:
            for side, phrases in enumerate((pair.first, pair.second)):
                for phrase in phrases:
                    yield phrase, _Side(len(self._pairs), side, phrase)
            self._pairs.append((part.language, pair))
        for hint in part.hints:
            if hint.points > 0:
                clue = _Clue(part.language, hint)
                for phrase in hint.phrases:
                    yield phrase, clue

    def signals(self, text: str) -> list[Signal]:
        """Everything found in a text, in the order of the lists; idioms are covered up before looking."""
        read = self._reader.words(text[:LONGEST_READ])
        seen_as = {word: self._reader.terminals(word) for word in set(read)}
        words = [seen_as[word] for word in read]
        uncovered = list(words)
        for first, beyond in self._find_idioms.spans(words):
            uncovered[first:beyond] = [seen if seen == (END,) else () for seen in words[first:beyond]]
        ends = list(self._find_meanings.ends(uncovered))
        if not ends:
            return []
        numbered = [(place, number) for place, numbers in ends for number in sorted(numbers)]
        found = [(place, self._meanings[number]) for place, number in numbered]
        sentences = list(accumulate((seen == (END,) for seen in words), initial=0))
        excused, against = self._spoken_against(words, sentences)
        outright = {
            number
            for place, number in numbered
            if isinstance(meaning := self._meanings[number], Signal)
            and against.get(sentences[place - 1], {})
            .keys()
            .isdisjoint(self._not_with[meaning.family, meaning.language])
        }
        signals = [meaning for number in sorted(outright) if isinstance(meaning := self._meanings[number], Signal)]
        signals += [*self._side_by_side(found), *_added_up(found, sentences, against)]
        return [signal for signal in signals if (signal.family, signal.language) not in excused]

    def _spoken_against(
        self, words: Sequence[Seen], sentences: Sequence[int]
    ) -> tuple[set[tuple[str, str]], defaultdict[int, dict[str, int]]]:
        """The families that do not count in this text, and for each sentence its hints with points below 0."""
        excused: set[tuple[str, str]] = set()
        against: defaultdict[int, dict[str, int]] = defaultdict(dict)
        for place, numbers in self._find_excuses.ends(words):
            for number in numbers:
                excuse = self._excuses[number]
                if isinstance(excuse, Hint):
                    against[sentences[place - 1]][excuse.name] = excuse.points
                else:
                    excused.add(excuse)
        return excused, against

    def _side_by_side(self, found: _Found) -> list[Signal]:
        """The pairs whose two sides end within so many words of each other, each pair once."""
        seen: dict[tuple[int, int], tuple[int, str]] = {}  # where a side of a pair was last, and its phrase
        side_by_side: dict[int, Signal] = {}
        for place, side in found:
            if not isinstance(side, _Side):
                continue
            language, pair = self._pairs[side.pair]
            before, other = seen.get((side.pair, 1 - side.side), (place, ""))
            if side.pair not in side_by_side and 0 < place - before <= pair.within:
                phrases = (other, side.phrase) if side.side else (side.phrase, other)
                side_by_side[side.pair] = Signal(pair.name, language, " + ".join(phrases))
            seen[side.pair, side.side] = (place, side.phrase)
        return [side_by_side[pair] for pair in sorted(side_by_side)]


def _refuse_unknown_hints(lists: Sequence[Lists]) -> None:
    known = {hint.name for part in lists for hint in part.hints if hint.points < 0}
    for part in lists:
        for family in part.families:
            if unknown := sorted(set(family.not_with) - known):
                raise PhraseError(
                    f"{part.language}.toml, family “{family.name}”: “not_with” names “{unknown[0]}”, "
                    "but there is no such hint with points below 0."
                )


def _against(part: Lists) -> Iterable[tuple[str, tuple[str, str] | Hint]]:
    for named in (*part.families, *part.pairs):
        for phrase in named.unless:
            yield phrase, (named.name, part.language)
    for hint in part.hints:
        if hint.points < 0:
            for phrase in hint.phrases:
                yield phrase, hint


def _added_up(found: _Found, sentences: Sequence[int], against: Mapping[int, Mapping[str, int]]) -> list[Signal]:
    """The first sentence or two, for each language, whose hints come to enough points."""
    hints: defaultdict[str, defaultdict[int, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for place, clue in found:
        if isinstance(clue, _Clue):
            hints[clue.language][sentences[place - 1]][clue.hint.name] = clue.hint.points
    enough = ENOUGH + (MORE_WITH_JOBS if against else 0)
    signals: list[Signal] = []
    for language, by_sentence in hints.items():
        for number, here in by_sentence.items():
            after = by_sentence.get(number + 1, {})
            points, more = (
                sum(named.values()) + sum(against.get(at, {}).values())
                for at, named in ((number, here), (number + 1, after))
            )
            if points >= enough or (min(points, more) > 0 and points + more >= enough + MORE_IN_TWO):
                signals.append(Signal("hints", language, " + ".join(sorted(here | after))))
                break
    return signals


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
