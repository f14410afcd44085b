"""A member's text reads as typed and can forge nothing."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.screening.escape import MOST_BYTES, MOST_CHARACTERS, clean, escape, is_blank

HOSTILE_PIECES = [
    *"*_~|`>#-[]()<@:\\/ \n1.+",
    *[
        "-# ",
        "# ",
        "> ",
        ">>> ",
        "**",
        "__",
        "~~",
        "||",
        "```",
        "](",
        "https://a.b/c_d",
        "http://x",
        "@everyone",
        "@here",
    ],
    *["<@123456789012345678>", "<@&123456789012345678>", "<#123456789012345678>", "</vent:123456789012345678>"],
    *["<t:0:R>", "<id:customize>", "<:ok_y:123456789012345678>", "(author)", "\u200b", "\u202e", "\u200d", "\ufe0f"],
    *["\u0301", "👩", "🚀", "❤️", "word", "1", "é"],
]
hostile = st.lists(st.sampled_from(HOSTILE_PIECES), max_size=60).map("".join)
anything = st.one_of(st.text(max_size=300), hostile)
EMOJI = re.compile(r"<a?:[A-Za-z0-9_]{2,32}:[0-9]{17,20}>|[0-9#*]\ufe0f?\u20e3")
LINK = re.compile(r"<https?://[^\s<>]*>", re.IGNORECASE)
BLOCK = re.compile(r"^\s*(?:#{1,3}\s|-#|>|[-*+]\s|\d+[.)]\s)", re.MULTILINE)
FORMAT = re.compile(
    r"`|~~|\|\||\[|\*\S|\S\*|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|<[@#/:a-zA-Z+]|@(?:everyone|here|[!&]?\d{17})"
)


def bare(escaped: str) -> str:
    """What the client may still read as formatting: without escaped characters, whole emoji and bracketed links."""
    return re.sub(r"\\(?:[^\w\s]|_)", "§", LINK.sub("§", EMOJI.sub("§", escaped)))


@given(anything)
@example("HTTP://0")
@example("0_HTTP://0")
@example("1. # heading")
@example("*\n- # heading")
@example("[a](https://x.y)")
@example("snake_case_ x_")
def test_no_text_keeps_a_living_mark_of_the_client(text: str) -> None:
    left = bare(escape(text))

    assert not FORMAT.search(left)
    assert not BLOCK.search(left)


@given(anything)
def test_whoever_reads_the_escaped_text_sees_what_was_typed(text: str) -> None:
    shown = re.sub(r"\\([^\w\s]|_)", r"\1", LINK.sub(lambda link: link[0][1:-1], escape(text).replace("\u200b", "")))

    assert shown == re.sub(r"[(\[{](author)[)\]}]", r"“\1”", clean(text))


@given(anything)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)

    assert clean(once) == once


@given(anything)
def test_nothing_invisible_is_left_but_what_builds_an_emoji(text: str) -> None:
    for place, letter in enumerate(cleaned := clean(text)):
        category = unicodedata.category(letter)
        if category in {"Cf", "Cc", "Co"} and letter != "\n":
            assert letter == "\u200d"
            assert unicodedata.category(cleaned[place + 1]) in {"So", "Sk", "Sm"}


repeated = st.sampled_from(HOSTILE_PIECES).map(lambda piece: (piece * 2_000)[:2_000])


@given(st.one_of(st.text(min_size=1_500, max_size=2_000), repeated))
def test_any_two_thousand_characters_fit_into_a_card_whole(text: str) -> None:
    escaped = escape(text)

    assert len(escaped) <= MOST_CHARACTERS
    assert len(escaped.encode()) <= MOST_BYTES
    assert sum(letter.isalnum() for letter in escaped) == sum(letter.isalnum() for letter in clean(text))


def test_a_longer_text_is_cut_with_an_ellipsis_and_never_in_the_middle_of_a_link() -> None:
    escaped = escape("https://example.org/page " * 400)

    assert escaped.endswith(">…")
    assert len(escaped) <= MOST_CHARACTERS


@pytest.mark.parametrize(
    "text",
    [
        "C++ & C#",
        "5 * 3 = 15",
        "snake_case",
        "50 % off (really)",
        "a < b > c",
        "I <3 this",
        "rock'n'roll – yes!",
        "~5 days",
    ],
)
def test_ordinary_writing_is_left_as_it_is(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    "emoji", ["👨‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇩🇪", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "❤️", "1️⃣", "#️⃣", "🧑🏿‍💻", "<:ok_y:123456789012345678>"]
)
def test_emoji_stay_whole(emoji: str) -> None:
    assert escape(f"fine {emoji} thanks") == f"fine {emoji} thanks"


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("# Heading", "\\# Heading"),
        ("-# 3 people are with you", "\\-# 3 people are with you"),
        (">>> quote", "\\>>> quote"),
        ("[here](https://evil.example)", "\\[here\\](<https://evil.example>)"),
        ("@everyone", "@\u200beveryone"),
        ("<@&123456789012345678>", "\\<@\u200b&123456789012345678>"),
        ("see https://a.example/b_c, ok", "see <https://a.example/b_c>, ok"),
        ("Quiet Heron (author)", "Quiet Heron “author”"),
        ("Quiet Heron （ аuthor ）", "Quiet Heron “аuthor”"),
        ("||hidden|| and `code`", "\\|\\|hidden\\|\\| and \\`code\\`"),
        ("a\u202eb\u200bc", "abc"),
        ("so\n\n\n\n\nwhat", "so\n\nwhat"),
        ("Z\u0351\u0352\u0353\u0354\u0355al", "Z\u0353\u0354al"),
    ],
)
def test_each_trick_is_shown_as_plain_text(typed: str, sent: str) -> None:
    assert escape(typed) == sent


@pytest.mark.parametrize("text", ["", " \n ", "\u200b\u200d\u2060", "\u2800\u3164\u115f", "\ufe0f", "\u0301"])
def test_a_text_of_invisible_characters_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", [".", "😀", "é", "*", "0"])
def test_a_text_with_anything_to_see_is_not_blank(text: str) -> None:
    assert not is_blank(text)
