"""No text makes the filters slow: what takes eight times the letters may not take much more than eight times as long.

Both sides in one run, by this thread's processor time, so that a busy machine changes nothing; `python -m bench.crisis`
measures.
"""

import time

import pytest

from bot.screening.crisis import signals, standard_words
from bot.screening.escape import escape, is_blank
from bot.screening.findings import findings, name_candidates
from bot.screening.words import WordList

FEW, MANY = 500, 4_000
"""Letters; Discord lets a form bring 4,000."""
MOST = 24
"""Times as long: in linear time it is 8, in quadratic time 64."""
MOST_TO_PLAIN = 40
"""Times as long as an ordinary text of the same length; the slowest known takes five."""
PLAIN = "They said no again this morning, and I am so tired of it. " * 100
WORDS = WordList([*(f"word{number}*" for number in range(100)), *(f"*end{number}" for number in range(50))])
PIECES = [
    *["a", "A", "1", " ", "a ", "*", "_", "[", "](", "(", "<", "@", "#\n", "||", "`", "a@", "a.", "www.", "http://a"],
    *["+49 1 ", "0", "\u0301", "\u200d", "👩\u200d", "😀", "k*ll ", "k i l l ", "kill", "i want to ", "killing me "],
    *[
        "my boss ",
        "Aa ",
        "a-",
        "&A",
        "ü",
        "ue",
        "m*",
        "suicid ",
        "abcdefghijkl ",
        "not ",
        "die die ",
        "Am 1.",
        ". ",
        "!?",
    ],
]


@pytest.mark.parametrize("piece", PIECES)
def test_hostile_characters_pass_all_filters_in_linear_time(piece: str) -> None:
    standard_words()

    few, many = (shortest(f"{piece * letters}"[:letters]) for letters in (FEW, MANY))

    assert many < few * MOST
    assert many < shortest(PLAIN[:MANY]) * MOST_TO_PLAIN


def shortest(text: str) -> float:
    """Seconds of processor time, the least of some."""
    spent: list[float] = []
    for _ in range(3):
        begun = time.thread_time()
        escape(text), is_blank(text), findings(text), name_candidates(text), WORDS.found_in(text), signals(text)
        spent.append(time.thread_time() - begun)
    return min(spent)
