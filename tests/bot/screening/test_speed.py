"""No text makes the filters slow. The limits are wide for busy machines; `python -m bench.crisis` measures."""

import time

import pytest

from bot.screening.crisis import signals, standard_words
from bot.screening.escape import escape, is_blank
from bot.screening.findings import findings, name_candidates
from bot.screening.words import WordList

LIMIT_S = 0.3
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
def test_two_thousand_hostile_characters_pass_all_filters_quickly(piece: str) -> None:
    text = (piece * 2_000)[:2_000]
    words = WordList([*(f"word{number}*" for number in range(100)), *(f"*end{number}" for number in range(50))])
    standard_words()
    begun = time.perf_counter()

    escape(text), is_blank(text), findings(text), name_candidates(text), words.found_in(text), signals(text)

    assert time.perf_counter() - begun < LIMIT_S
