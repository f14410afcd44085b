"""The rules of venting, at their edges."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from bot.domain.groups import rules_for
from bot.domain.ids import GuildId, MemberId, Ref, VentId
from bot.text.catalogue import Catalogue
from cogs.venting.cards import own
from cogs.venting.model.cheers import CheerSet, cheer_set
from cogs.venting.model.line import WhoWasHere
from cogs.venting.model.names import BIRDS, QUALITIES, made_up_name
from cogs.venting.model.vent import (
    BETWEEN_VENTS,
    EDIT_WITHIN,
    Change,
    Cheer,
    Mine,
    Standing,
    Wish,
    change_of,
    later_by,
    may_edit,
    week_of,
)
from tests.cogs.venting.vents import a_vent

COGS = Path(__file__).parents[3] / "cogs"


def test_a_made_up_name_is_a_quality_and_a_bird() -> None:
    quality, bird = made_up_name(Random(1)).split()

    assert quality in QUALITIES
    assert bird in BIRDS


def test_a_made_up_name_is_never_one_that_is_taken_even_when_nearly_all_are() -> None:
    every = [f"{quality} {bird}" for quality in QUALITIES for bird in BIRDS]
    taken = frozenset(every[1:])

    names = {made_up_name(Random(seed), taken) for seed in range(50)}

    assert not names & taken


def test_a_name_tells_nothing_of_the_one_before() -> None:
    names = [made_up_name(Random(seed)) for seed in range(200)]

    assert len(set(names)) > 180


@pytest.mark.parametrize(
    ("now", "pressed", "change"),
    [
        (None, Cheer.WITH_YOU, Change.GIVEN),
        ("0", Cheer.WITH_YOU, Change.TAKEN_BACK),
        ("0", Cheer.SITTING, Change.MOVED),
    ],
)
def test_the_same_cheer_takes_it_back_and_another_moves_it(now: str | None, pressed: Cheer, change: Change) -> None:
    assert change_of(now, pressed) is change


def test_a_reaction_counts_if_it_is_one_of_the_server_s_emoji_and_a_laugh_only_where_it_stands() -> None:
    usual = CheerSet()
    own = cheer_set((("🕯️", "Light"), ("🍵", "Tea"), ("🪁", "Lift")), ("😄", "Ha"))

    assert usual.meant_by("☕", Wish.LISTEN) is usual.meant_by("☕\ufe0f", Wish.LISTEN) is Cheer.SITTING
    assert usual.meant_by("🎉", Wish.LISTEN) is None
    assert own.meant_by("🕯", Wish.LISTEN) is Cheer.WITH_YOU
    assert own.meant_by("🫂", Wish.LISTEN) is None
    assert [own.meant_by("😄", wish) for wish in (Wish.LISTEN, Wish.CHEER)] == [None, Cheer.LAUGH]
    assert cheer_set((), None) == usual


def test_words_can_be_mended_for_ten_minutes_and_not_a_millisecond_longer() -> None:
    ten = EDIT_WITHIN // timedelta(milliseconds=1)

    assert may_edit(None, 10**12)
    assert may_edit(1_000, 1_000 + ten)
    assert not may_edit(1_000, 1_001 + ten)


def test_later_is_a_minute_between_five_and_sixty() -> None:
    waits = {later_by(Random(seed)) for seed in range(2_000)}

    assert min(waits) == timedelta(minutes=5)
    assert max(waits) == timedelta(minutes=60)


def test_the_pause_between_posts_is_the_longer_of_five_minutes_and_the_slow_mode() -> None:
    assert Standing(timedelta(seconds=30)).apart == BETWEEN_VENTS
    assert Standing(timedelta(minutes=10)).apart == timedelta(minutes=10)


@pytest.mark.parametrize(("wish", "only"), [("listen", True), ("cheer", True), ("stories", False), ("advice", False)])
def test_kind_words_only_keeps_the_thread_for_lines(wish: str, only: bool) -> None:
    assert Wish(wish).lines_only is only


@pytest.mark.parametrize(
    ("readers", "no_name", "enough", "reports"),
    [
        (1, "not-offered", 1, 2),
        (11, "not-offered", 1, 2),
        (12, "second", 2, 2),
        (24, "second", 2, 2),
        (25, "first", 3, 3),
        (39, "first", 3, 3),
        (40, "first", 3, 3),
        (None, "first", 3, 3),
    ],
)
def test_small_groups_have_their_own_rules(readers: int | None, no_name: str, enough: int, reports: int) -> None:
    rules = rules_for(readers)

    assert (rules.no_name, rules.enough_support, rules.reports_that_hide) == (no_name, enough, reports)


def test_a_week_begins_on_monday() -> None:
    monday = datetime(2026, 11, 16, 0, 0, tzinfo=UTC)

    assert week_of(monday) == week_of(monday + timedelta(days=6, hours=23)) == week_of(monday + timedelta(days=7)) - 7


def test_nobody_but_the_author_is_the_author() -> None:

    anonymous = a_vent(author=None, author_ref=Ref(b"a" * 32))
    named = a_vent(author=MemberId(7), author_ref=None)

    assert anonymous.is_by(MemberId(7), [Ref(b"b" * 32), Ref(b"a" * 32)])
    assert not anonymous.is_by(MemberId(7), [Ref(b"b" * 32)])
    assert named.is_by(MemberId(7), [])
    assert not named.is_by(MemberId(8), [Ref(b"a" * 32)])


@pytest.mark.parametrize("language", [None, "de"])
def test_who_was_here_fits_into_a_message_however_many_signed(language: str | None) -> None:
    words = Catalogue(sorted(COGS.glob("*/text"))).words(language)
    signed = tuple(MemberId(1_000_000_000_000_000_000 + number) for number in range(200))
    emoji = "<:a_rather_long_name_of_an_emoji12:1000000000000000000>"
    face = (emoji, "x" * 30)
    cheers = cheer_set((face, face, face), face)

    def said(many: int) -> str:
        return own.who_was_here(WhoWasHere(dict.fromkeys(Cheer, 100), many, signed[:many]), words, cheers)

    assert len(said(200)) <= 2_000
    assert "160" in said(200)
    assert said(2).endswith(f"<@{signed[0]}>, <@{signed[1]}>")


def test_my_posts_has_a_page_for_each_five_and_the_last_one_for_whatever_is_beyond() -> None:
    words = Catalogue(sorted(COGS.glob("*/text"))).words(None)
    mine = [Mine(a_vent(id=VentId(number)), lines=0) for number in range(93)]

    def page(number: int, have: int = 93) -> str:
        return str(own.posts(mine[:have], GuildId(1), number, words).to_components())

    assert all(f"vent:more:{number}:" in page(number // 5) for number in range(93))
    assert "vent:posts:1:18" in page(17)
    assert "vent:posts:" not in page(18)
    assert page(18, have=7) == page(1, have=7)


def test_a_full_page_of_my_posts_fits_into_a_message_and_says_what_is_hidden() -> None:
    words = Catalogue(sorted(COGS.glob("*/text"))).words(None)
    mine = [Mine(a_vent(hidden=True), lines=0, may_change=True)] * 11

    face = own.posts(mine, GuildId(1), 0, words)

    assert sum(1 for _ in face.walk_children()) == 38  # of 40
    assert "hidden by the moderators" in face.to_components()[0]["content"]
