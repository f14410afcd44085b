"""What may be written down, at its edges."""

import pytest

from bot.app import discover
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId
from bot.screening.helplines import load
from bot.screening.words import WordList
from bot.text.catalogue import Catalogue
from cogs.setup.model import CHEER_LABEL_MAX, Chosen, cheer_of, chosen_of, is_emoji, lines_of, with_room
from cogs.setup.settings import too_wide


@pytest.mark.parametrize("text", ["🫂", "☕", "☕️", "❤️", "👍🏽", "👩🏽‍💻", "🏳️‍🌈", "🇩🇪", "💪"])
def test_one_pictograph_is_an_emoji(text: str) -> None:
    assert is_emoji(text)


@pytest.mark.parametrize(
    "text",
    ["", "x", "1", "🫂🫂", "🫂x", "<:party:123456789012345678>", ":smile:", "🇩", "🇩🇪🇫🇷", "©", "\u200d", "👍🏽" * 6,
     "\U0001faff", "♀‍"],
)  # fmt: skip
def test_anything_else_is_none(text: str) -> None:
    assert not is_emoji(text)


def test_a_cheer_is_an_emoji_and_a_few_words() -> None:
    assert cheer_of("  🫂   With   you ") == ("🫂", "With you")
    assert cheer_of("☕ " + "x" * CHEER_LABEL_MAX)[0] == "☕"
    for wrong in ("With you", "🫂", "🫂 " + "x" * (CHEER_LABEL_MAX + 1), ""):
        with pytest.raises(Refusal):
            cheer_of(wrong)


def test_entries_are_parted_by_lines_and_commas_and_each_counts_once() -> None:
    assert lines_of("spam\n  pyramid   scheme , spam;\n\n,") == ("spam", "pyramid scheme")


@pytest.mark.parametrize("entry", ["the", "*the*", "*ork*", "und", "the*", "*hat"])
def test_an_entry_that_stands_in_every_post_is_too_wide(entry: str) -> None:
    assert too_wide(WordList([entry])) == [entry]


@pytest.mark.parametrize("entry", ["spam*", "pyramid scheme", "of the", "zzq", "*zzq*", "recruit*"])
def test_other_entries_are_not(entry: str) -> None:
    assert too_wide(WordList([entry])) == []


def test_a_custom_id_that_is_not_ours_means_that_nothing_was_chosen() -> None:
    assert chosen_of(("12", "0", "DE")) == Chosen(12, 0, "DE")
    assert chosen_of(()) == Chosen()
    assert chosen_of(("x", "-3", "de", "more")) == Chosen()


def test_choosing_a_room_anew_changes_the_first_and_keeps_the_others() -> None:
    one, two, three = ChannelId(1), ChannelId(2), ChannelId(3)

    assert with_room((), one) == (one,)
    assert with_room((one, two), three) == (three, two)
    assert with_room((one, two), two) == (two,)


@pytest.mark.parametrize("locale", ["en-US", "de"])
def test_every_country_with_a_help_line_can_be_chosen_and_has_a_name(locale: str) -> None:
    words = Catalogue([feature.texts for feature in discover()]).words(locale)

    first, more = words("setup-countries").split(), words("setup-countries-more").split()

    assert len(first) <= 25
    assert {*first, *more} == {*load().countries(), "XX"}
    assert all(words.find(f"country-{code}") for code in (*first, *more))
