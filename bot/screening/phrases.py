"""The small language of the phrase lists, and one pass over a text that finds all of them, in linear time."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.screening.reading import END, SHORTEST_PREFIX

MOST_GAP = 12
DEEPEST = 8  # classes within classes
MOST_REMEMBERED = 50_000  # steps kept; beyond that the memory is emptied, so that hostile texts cannot fill it
LONGEST_MATCH = 30  # words of one phrase, gaps included

_PART = re.compile(r"<[a-z_]+>|\.\.\.\d*|[()|?]|[^\s()|?<>]+|[<>]")


class PhraseError(ValueError):
    """A phrase or list that cannot be read; its text says where and what to do."""


@dataclass(frozen=True)
class Word:
    """One word, or with `*` the beginning of one."""

    text: str


@dataclass(frozen=True)
class Gap:
    """Up to so many words of any kind within a sentence."""

    most: int


@dataclass(frozen=True)
class Choice:
    """One of several sequences."""

    ways: "tuple[Phrase, ...]"


Phrase = tuple[Word | Gap | Choice, ...]
Seen = tuple[str, ...]  # what one word of a text can stand for
NOTHING: Phrase = ()


@dataclass
class Parser:
    """Reads phrases with a Reader's `spell` and `begin` (words, beginnings of words) and the named lists of a file."""

    spell: Callable[[str], tuple[str, ...]]
    begin: Callable[[str], str]
    classes: Mapping[str, Sequence[str]]
    _classes_read: "dict[str, Choice]" = field(init=False, repr=False, default_factory=dict[str, Choice])
    _words_read: "dict[str, tuple[Word, ...]]" = field(
        init=False, repr=False, default_factory=dict[str, tuple[Word, ...]]
    )
    """What was read once: the lists say the same words and classes again and again."""

    def parse(self, phrase: str, *, depth: int = 0) -> Phrase:
        """Raises PhraseError with the phrase and what is wrong with it."""
        if depth > DEEPEST:
            raise PhraseError(f"“{phrase}”: the classes name each other in a circle.")
        parts = deque(str(part) for part in _PART.findall(phrase))
        ways = self._ways(parts, phrase=phrase, depth=depth)
        if parts:
            raise PhraseError(f"“{phrase}”: there is a “{parts[0]}” too many.")
        return ways[0] if len(ways) == 1 else (Choice(tuple(ways)),)

    def _ways(self, parts: deque[str], *, phrase: str, depth: int) -> list[Phrase]:
        """Takes away what it reads, up to a closing bracket that is not its own."""
        ways: list[list[Word | Gap | Choice]] = [[]]
        written = [False]  # a way of fillers only is no way at all; one left empty on purpose is
        last = 0  # where the item that a "?" would make optional begins
        while parts and parts[0] != ")":
            part = parts.popleft()
            if part == "|":
                ways.append([])
                written.append(False)
                last = 0
            elif part == "?":
                ways[-1][last:] = [Choice((tuple(ways[-1][last:]), NOTHING))]
            else:
                last = len(ways[-1])
                written[-1] = True
                ways[-1].extend(self._item(part, parts, phrase=phrase, depth=depth))
        return [tuple(way) for way, was_written in zip(ways, written, strict=True) if way or not was_written]

    def _item(self, part: str, parts: deque[str], *, phrase: str, depth: int) -> Phrase:
        if part == "(":
            inner = self._ways(parts, phrase=phrase, depth=depth)
            if not parts:
                raise PhraseError(f"“{phrase}”: a bracket is not closed.")
            parts.popleft()
            return (Choice(tuple(inner)),)
        if part.startswith("..."):
            return (Gap(min(int(part[3:] or 3), MOST_GAP)),)
        if part.startswith("<"):
            return (self._named(part[1:-1], phrase=phrase, depth=depth),)
        if part == END:
            return (Word(END),)
        if part.endswith("*"):
            if len(part) <= SHORTEST_PREFIX:
                raise PhraseError(f"“{phrase}”: “{part}” needs at least {SHORTEST_PREFIX} letters before the “*”.")
            return (Word(self.begin(part[:-1]) + "*"),)
        if part not in self._words_read:
            self._words_read[part] = tuple(Word(word) for word in self.spell(part))
        return self._words_read[part]

    def _named(self, name: str, *, phrase: str, depth: int) -> Choice:
        if name not in self.classes:
            raise PhraseError(f"“{phrase}”: there is no class called “{name}”.")
        if name not in self._classes_read:
            ways = tuple(self.parse(member, depth=depth + 1) for member in self.classes[name])
            self._classes_read[name] = Choice(ways)
        return self._classes_read[name]


def written_words(phrase: Phrase) -> Iterable[str]:
    """Every word a phrase is made of, `*` included."""
    for item in phrase:
        if isinstance(item, Word):
            yield item.text
        elif isinstance(item, Choice):
            for way in item.ways:
                yield from written_words(way)


States = frozenset[int]
NO_STATES: States = frozenset()


class Finder:
    """Finds many phrases at once: a word automaton whose steps are worked out when first needed and then remembered.

    The method is the lazy subset construction, see https://swtch.com/~rsc/regexp/regexp1.html.
    """

    def __init__(self, phrases: Sequence[Phrase], *, spans: bool = False) -> None:
        """Numbers in the answers are places in `phrases`. A text is given as its words' `Reader.terminals`.

        With `spans` the phrases are also built back to front, for finding where one begins that ends somewhere.
        """
        self._labels: list[str | None] = []  # per state: the word that leads on, None for any word
        self._targets: list[States] = []  # per state: where it leads; -1 - n: phrase n is whole
        self._steps: dict[tuple[States, Seen], tuple[States, States]] = {}
        self._first: dict[str, States] = {}
        for number, phrase in enumerate(phrases):
            self._begin(self._link(phrase, frozenset({-1 - number})), phrase)
        back = [self._link(_back_to_front(phrase), frozenset({-1})) for phrase in phrases] if spans else []
        self._last: States = NO_STATES.union(*back)

    def found(self, words: Sequence[Seen]) -> set[int]:
        """The numbers of all phrases that occur."""
        return {number for _, numbers in self.ends(words) for number in numbers}

    def spans(self, words: Sequence[Seen]) -> list[tuple[int, int]]:
        """Where phrases occur, as (first, beyond the last), each as long as it can be."""
        return [(self._first_of(words, end), end) for end, _ in self.ends(words)]

    def ends(self, words: Sequence[Seen]) -> Iterable[tuple[int, States]]:
        """In the order of the text: behind how many words phrases end, and their numbers."""
        active = NO_STATES
        steps = self._steps
        for place, seen in enumerate(words, start=1):
            active, whole = steps.get((active, seen)) or self._step(active, seen)
            if whole:
                yield place, whole

    def _step(self, active: States, seen: Seen) -> tuple[States, States]:
        reached = self._reached(active, seen).union(*(self._first.get(one, NO_STATES) for one in seen))
        whole = frozenset(-1 - state for state in reached if state < 0)
        going_on = NO_STATES if seen == (END,) else frozenset(state for state in reached if state >= 0)
        self._remember(active, seen, going_on, whole)
        return going_on, whole

    def _first_of(self, words: Sequence[Seen], end: int) -> int:
        """Where the longest phrase begins that ends before `end`; `end` where there is none."""
        active, first = self._last, end
        for place in range(end - 1, max(-1, end - 1 - LONGEST_MATCH), -1):
            seen = words[place]
            if not active or (seen == (END,) and place + 1 < end):
                break
            active, whole = self._steps.get((active, seen)) or self._step_back(active, seen)
            first = place if whole else first
        return first

    def _step_back(self, active: States, seen: Seen) -> tuple[States, States]:
        reached = self._reached(active, seen)
        whole = frozenset(-1 - state for state in reached if state < 0)
        going_on = frozenset(state for state in reached if state >= 0)
        self._remember(active, seen, going_on, whole)
        return going_on, whole

    def _remember(self, active: States, seen: Seen, going_on: States, whole: States) -> None:
        if len(self._steps) >= MOST_REMEMBERED:
            self._steps.clear()
        self._steps[active, seen] = going_on, whole

    def _reached(self, active: States, seen: Seen) -> set[int]:
        labels, targets = self._labels, self._targets
        wanted = {*seen} if seen == (END,) else {*seen, None}
        return set[int]().union(*[targets[state] for state in active if labels[state] in wanted])

    def _begin(self, entries: States, phrase: Phrase) -> None:
        for state in entries:
            if state < 0:
                shown = " ".join(written_words(phrase))
                raise PhraseError(f"A phrase would match any text: “{shown}”.")
            label = self._labels[state]
            if label is not None:  # a gap at the beginning means nothing: a phrase may begin anywhere
                self._first[label] = self._first.get(label, NO_STATES) | self._targets[state]

    def _link(self, phrase: Phrase, targets: States) -> States:
        for item in reversed(phrase):
            if isinstance(item, Word):
                targets = frozenset({self._state(item.text, targets)})
            elif isinstance(item, Gap):
                beyond = targets
                for _ in range(item.most):
                    targets = beyond | {self._state(None, targets)}
            else:
                targets = NO_STATES.union(*(self._link(way, targets) for way in item.ways))
        return targets

    def _state(self, label: str | None, targets: States) -> int:
        self._labels.append(label)
        self._targets.append(targets)
        return len(self._labels) - 1


def _back_to_front(phrase: Phrase) -> Phrase:
    return tuple(
        Choice(tuple(map(_back_to_front, item.ways))) if isinstance(item, Choice) else item for item in reversed(phrase)
    )
