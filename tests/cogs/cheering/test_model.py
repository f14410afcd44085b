"""The rules of kind words, at their edges."""

import pytest

from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId, LineId, MemberId
from cogs.cheering.model import EMOJI, JarLine, Kind, KindWord, Source, emoji_like, emoji_of, may_give

ADA, BEN, CLEO = MemberId(1), MemberId(2), MemberId(3)


def test_a_kind_word_to_oneself_is_declined() -> None:
    with pytest.raises(Refusal, match="cheer-self"):
        may_give(ADA, ADA)


def test_a_kind_word_to_somebody_else_is_fine() -> None:
    may_give(ADA, BEN)


@pytest.mark.parametrize(
    ("typed", "meant"), [("", EMOJI[0]), ("  ", EMOJI[0]), ("☕", "☕"), ("☕\ufe0f", "☕"), (" 💪 ", "💪")]
)
def test_an_emoji_is_read_as_it_was_meant(typed: str, meant: str) -> None:
    assert emoji_of(typed) == meant


@pytest.mark.parametrize("typed", ["🖕", "@everyone", "☕☕", "<:mean:123456789012345678>", "a", "[x](https://x.y)"])
def test_what_is_not_offered_cannot_be_sent_as_an_emoji(typed: str) -> None:
    with pytest.raises(Refusal, match="cheer-emoji"):
        emoji_of(typed)


def test_while_typing_an_offered_emoji_only_that_one_is_suggested() -> None:
    assert emoji_like("☕") == ["☕"]


def test_while_typing_anything_else_all_are_suggested() -> None:
    assert emoji_like("cof") == list(EMOJI)


def test_only_the_two_of_them_are_concerned() -> None:
    word = KindWord(LineId(9), GuildId(8), ChannelId(7), None, ADA, BEN, Kind.CHEER)

    assert [word.concerns(who) for who in (ADA, BEN, CLEO)] == [True, True, False]


@pytest.mark.parametrize(("giver", "thanked", "may"), [(BEN, False, True), (BEN, True, False), (None, False, False)])
def test_a_line_can_be_thanked_for_once_and_only_to_somebody(giver: MemberId | None, thanked: bool, may: bool) -> None:
    line = JarLine(LineId(1), giver, Source.GIVEN, "You kept going.", 0, 1, thanked)

    assert line.may_thank is may
