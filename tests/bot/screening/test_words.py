"""The server's own word list finds its words however they are dressed, and takes no patterns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.screening.words import LONGEST_ENTRY, MOST_ENTRIES, MOST_OPEN, WordList, WordListError


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("idiot", "What an IDIOT."),
        ("idiot", "ｉｄｉｏｔ"),
        ("idiot", "1d10t!"),
        ("idiot", "i d i o t"),
        ("idiot", "i.d.i.o.t"),
        ("idiot", "idiooooot"),
        ("idiot", "íðiot".replace("ð", "d")),
        ("idiot", "id\u200biot"),
        ("Döner", "doner"),
        ("idiot*", "idiotic people"),
        ("*idiot", "Vollidiot"),
        ("*idiot*", "vollidioten"),
        ("shut up", "just  shut-up now"),
        ("shut up*", "shut upper"),
        ("pay to win", "this is PAY, to WIN"),
        ("ass", "you a$$"),
    ],
)
def test_a_word_is_found_in_its_disguises(entry: str, text: str) -> None:
    assert WordList([entry]).found_in(text) == [entry]


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("ass", "as an assistant in class"),
        ("idiot", "idiotic"),
        ("shut up", "shut it up"),
        ("hell", "hello"),
        ("cum", "document"),
    ],
)
def test_a_word_inside_another_is_left_alone(entry: str, text: str) -> None:
    assert WordList([entry]).found_in(text) == []


@pytest.mark.parametrize(
    "entry",
    ["(a+)+", "a|b", "[abc]", "*", "**", "a*b", "ab*", "* *", "", "   ", "a\nb", "x" * 61, "a b c d e f g h i", "'"],
)
def test_a_pattern_is_refused_in_words(entry: str) -> None:
    with pytest.raises(WordListError) as refused:
        WordList([entry])

    assert str(refused.value).endswith(".")


def test_the_limits_of_a_list_are_told() -> None:
    with pytest.raises(WordListError, match=str(MOST_ENTRIES)):
        WordList(["word"] * (MOST_ENTRIES + 1))
    with pytest.raises(WordListError, match=str(MOST_OPEN)):
        WordList([f"*word{number}" for number in range(MOST_OPEN + 1)])
    assert WordList(["x" * LONGEST_ENTRY]).found_in("x") == []


def test_found_entries_come_once_in_the_order_of_the_list() -> None:
    assert WordList(["beta", "alpha", "gamma"]).found_in("alpha beta alpha") == ["beta", "alpha"]


def test_an_empty_list_finds_nothing() -> None:
    assert WordList([]).found_in("anything") == []


@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    assert WordList(["zzqx", "*zzqx*", "zzqx yyqx"]).found_in(text) in ([], ["zzqx"], ["zzqx", "*zzqx*"], ["*zzqx*"])
