"""Prints how well the crisis words find the labelled signals: `python -m bench.crisis [--missed]`.

`--missed` lists what was missed or falsely found in the two thirds that the lists were written against, never in the
held-back third.
"""

import hashlib
import statistics
import sys
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.screening.crisis import CrisisWords, standard_words

SENTENCES = Path(__file__).parents[1] / "tests" / "bot" / "screening" / "sentences.toml"
HELD_BACK = 2
SPLITS = {0: "first third", 1: "second third", HELD_BACK: "held back"}


@dataclass(frozen=True)
class Sentence:
    """One labelled sentence; `split` is 0, 1 or 2 by a hash of the text, so that nobody chooses.

    One that was `seen` while the lists were edited is in one of the first two thirds, never held back.
    """

    text: str
    kind: str
    language: str
    family: str
    seen: bool = False

    @property
    def split(self) -> int:
        """The third it belongs to."""
        hashed = int.from_bytes(hashlib.sha256(self.text.encode()).digest()[:4], "big")
        return hashed % HELD_BACK if self.seen else hashed % len(SPLITS)


@dataclass(frozen=True)
class Score:
    """How many of how many brought the card."""

    found: int
    of: int

    def __str__(self) -> str:
        return f"{self.found:>4} of {self.of:<4} {self.share:>7.1%}" if self.of else "   –"

    @property
    def share(self) -> float:
        """0 to 1; 0 for none of none."""
        return self.found / self.of if self.of else 0.0


def sentences() -> list[Sentence]:
    """The labelled set."""
    groups = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))["group"]
    return [
        Sentence(text, group["kind"], group["language"], group["family"], group.get("seen", False))
        for group in groups
        for text in group["sentences"]
    ]


def score(words: CrisisWords, chosen: Iterable[Sentence]) -> Score:
    """The share for which the card would come."""
    found = [bool(words.signals(sentence.text)) for sentence in chosen]
    return Score(sum(found), len(found))


def microseconds_per_text(words: CrisisWords, texts: list[str], *, rounds: int = 5) -> float:
    """The median over some rounds, after one to warm up."""
    spent: list[float] = []
    for _ in range(rounds + 1):
        begun = time.perf_counter()
        for text in texts:
            words.signals(text)
        spent.append((time.perf_counter() - begun) / len(texts) * 1e6)
    return statistics.median(spent[1:])


def main() -> None:
    """Prints the tables."""
    begun = time.perf_counter()
    words = standard_words()
    print(f"lists read in {time.perf_counter() - begun:.2f} s\n")
    everything = sentences()
    by_split: defaultdict[tuple[str, str, int], list[Sentence]] = defaultdict(list)
    by_family: defaultdict[tuple[str, str, str], list[Sentence]] = defaultdict(list)
    for sentence in everything:
        by_split[sentence.kind, sentence.language, sentence.split].append(sentence)
        by_split[sentence.kind, "all", sentence.split].append(sentence)
        by_family[sentence.kind, sentence.language, sentence.family].append(sentence)
    print("recall of signals; false alarms of idiom and neutral")
    for (kind, language, split), chosen in sorted(by_split.items(), key=lambda item: (item[0][0] != "signal", item[0])):
        print(f"  {kind:<8}{language:<5}{SPLITS[split]:<14}{score(words, chosen)}")
    print("\nby family, all thirds")
    for (kind, language, family), chosen in sorted(
        by_family.items(), key=lambda item: (item[0][0] != "signal", item[0])
    ):
        print(f"  {kind:<8}{language:<5}{family:<12}{score(words, chosen)}")
    texts = [sentence.text for sentence in everything]
    long_text = " ".join(texts)[:2000]
    print(f"\nspeed: {microseconds_per_text(words, texts):.0f} µs a sentence, ", end="")
    print(f"{microseconds_per_text(words, [long_text]):.0f} µs for 2,000 characters")
    if "--missed" in sys.argv:
        _print_missed(words, [sentence for sentence in everything if sentence.split != HELD_BACK])


def _print_missed(words: CrisisWords, seen: list[Sentence]) -> None:
    for sentence in seen:
        found = words.signals(sentence.text)
        if bool(found) != (sentence.kind == "signal"):
            print(f"{sentence.kind} {sentence.language}: {sentence.text}")
            for signal in found:
                print(f"      {signal.language} {signal.family}: {signal.phrase[:150]}")


if __name__ == "__main__":
    main()
