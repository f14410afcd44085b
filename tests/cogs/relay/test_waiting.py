"""What is due at which minute, and who is drawn."""

from collections import Counter
from datetime import UTC, datetime
from random import Random

import pytest

from bot.data.community import Community, now_known
from bot.domain.groups import rules_for
from bot.domain.hours import Hours
from bot.domain.ids import ChannelId, GuildId, MemberId, Ref, VentId
from cogs.relay.model.draw import Candidate, drawn, may_be_left_out
from cogs.relay.model.hours import Listener
from cogs.relay.model.waiting import Clock, Step, asks_left, may_ping_role, next_look, steps_due

LARGE, EIGHT = rules_for(200), rules_for(8)
HOUR = 3_600_000
MINUTE = 60_000
DAY = 24 * HOUR


def clock(
    *, total: int = 0, claimed_until_ms: int = 0, widened: bool = False, lifted: bool = False, worded: bool = False,
    at_once: bool = False, closed: bool = False,
) -> Clock:  # fmt: skip
    return Clock(
        VentId(1), GuildId(1), ChannelId(1), None, "listen", "hidden", None, Ref(b"x" * 32), at_once, 0, total, closed,
        claimed_until_ms, widened, lifted, worded, answered=False, moderators_asked=False, role_message=None,
        lift_message=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("minute", "due"),
    [
        (19.99, ()), (20, (Step.ASK,)), (59.99, (Step.ASK,)), (60, (Step.ASK, Step.WIDEN)),
        (359.99, (Step.ASK, Step.WIDEN)), (360, (Step.ASK, Step.WIDEN, Step.LIFT)), (1440, (Step.WORD,)),
    ],
)  # fmt: skip
def test_a_vent_nobody_was_there_for_widens_step_by_step(minute: float, due: tuple[Step, ...]) -> None:
    assert steps_due(clock(), int(minute * MINUTE), LARGE) == due


def test_what_was_done_is_not_due_again() -> None:
    assert steps_due(clock(widened=True, lifted=True), 7 * HOUR, LARGE) == (Step.ASK,)
    assert steps_due(clock(worded=True), 3 * DAY, LARGE) == ()
    assert next_look(clock(worded=True), 3 * DAY, LARGE) is None


def test_some_vents_begin_at_once() -> None:
    assert steps_due(clock(at_once=True), 0, LARGE) == (Step.ASK,)


def test_a_claim_holds_everything_but_the_word() -> None:
    held = clock(claimed_until_ms=2 * HOUR)

    assert steps_due(held, 2 * HOUR - 1, LARGE) == ()
    assert steps_due(held, 2 * HOUR, LARGE) == (Step.ASK, Step.WIDEN)
    assert next_look(held, 2 * HOUR - MINUTE, LARGE) == 2 * HOUR


@pytest.mark.parametrize(
    ("total", "readers", "is_left"), [(1, 8, False), (1, 20, True), (2, 20, False), (2, 200, True), (3, 200, False)]
)
def test_enough_is_enough_for_the_size_of_the_group(total: int, readers: int, is_left: bool) -> None:
    assert bool(steps_due(clock(total=total), DAY, rules_for(readers))) is is_left


def test_where_somebody_was_there_more_are_asked_only_after_three_hours_and_nobody_else_hears() -> None:
    assert steps_due(clock(total=1), 3 * HOUR - 1, LARGE) == ()
    assert steps_due(clock(total=1), 7 * HOUR, LARGE) == (Step.ASK,)


def test_nothing_is_due_for_a_vent_that_takes_no_lines() -> None:
    assert steps_due(clock(closed=True), 2 * DAY, LARGE) == ()


def test_the_next_look_is_never_in_the_past() -> None:
    for minute in range(0, 1500, 7):
        now = minute * MINUTE
        again = next_look(clock(), now, LARGE)
        assert again is not None
        assert now < again <= now + 30 * MINUTE


def test_no_role_is_pinged_below_twenty_five_and_by_day_only_below_forty() -> None:
    day, night = datetime(2026, 1, 15, 8, tzinfo=UTC), datetime(2026, 1, 15, 7, 59, tzinfo=UTC)

    def may(readers: int | None, now: datetime) -> bool:
        return may_ping_role(rules_for(readers), day=Hours("Europe/Berlin"), now=now)

    assert [may(readers, day) for readers in (8, 24, 25, 39, 40, None)] == [False, False, True, True, True, True]
    assert [may(readers, night) for readers in (24, 25, 39, 40)] == [False, False, False, True]


def test_as_many_are_asked_at_a_time_as_the_group_bears_and_nine_in_all() -> None:
    assert asks_left(LARGE, asked=0, open_asks=0, total=0) == 3
    assert asks_left(LARGE, asked=3, open_asks=3, total=0) == 0
    assert asks_left(LARGE, asked=3, open_asks=2, total=0) == 1
    assert asks_left(LARGE, asked=9, open_asks=0, total=0) == 0
    assert asks_left(LARGE, asked=3, open_asks=0, total=2) == 1
    assert asks_left(EIGHT, asked=0, open_asks=0, total=0) == 1


def candidate(member: int, *, last_ms: int = 0, week: int = 0) -> Candidate:
    return Candidate(Listener(GuildId(1), MemberId(member), Hours("UTC"), 3, by_dm=True, locale=None), last_ms, 0, week)


def test_the_better_rested_are_drawn_more_often_and_everybody_sometimes() -> None:
    random, now = Random(4), 30 * DAY
    rested, tired = candidate(1), candidate(2, last_ms=now - 12 * HOUR, week=5)
    counts = Counter(
        drawn([tired, rested], 1, now_ms=now, is_author=lambda _: False, random=random)[0].member for _ in range(2000)
    )

    assert counts[MemberId(1)] > 20 * counts[MemberId(2)] > 0


def test_a_drawn_author_takes_nobodys_place() -> None:
    people = [candidate(number) for number in range(1, 6)]
    for seed in range(50):
        chosen = drawn(people, 2, now_ms=DAY, is_author=lambda member: member == 1, random=Random(seed))
        assert sum(one.member != 1 for one in chosen) == 2


def test_an_author_is_left_out_only_where_that_gives_nobody_away() -> None:
    assert [may_be_left_out(rules_for(8), listening) for listening in (1, 5, 6)] == [False, False, True]
    assert [may_be_left_out(rules_for(39), listening) for listening in (5, 6)] == [False, True]
    assert may_be_left_out(rules_for(40), 1)
    assert may_be_left_out(rules_for(None), 1)
    assert not may_be_left_out(rules_for(40, people=11), 1)


def test_a_shrinking_group_is_held_to_the_stricter_rules_at_once_a_growing_one_after_two_weeks() -> None:
    large = now_known(Community(), "Seekers", 45, 0)
    small = now_known(large, "Seekers", 20, DAY)
    grown = now_known(small, "Seekers", 45, 2 * DAY)
    still = now_known(grown, "Seekers", 46, 2 * DAY + 14 * DAY - 1)
    later = now_known(still, "Seekers", 46, 2 * DAY + 14 * DAY)

    assert [one.readers for one in (large, small, grown, still, later)] == [45, 20, 20, 20, 46]


def test_how_many_are_on_a_server_says_nothing_of_a_room_whose_readers_were_counted() -> None:
    counted = now_known(Community("Seekers", 40), "Seekers", 11, 0, counted=True)
    seen = [now_known(counted, "Seekers of work", 41, day * DAY) for day in range(3)]
    tomorrow = now_known(seen[-1], "Seekers", 12, 2 * DAY, counted=True)

    assert {(one.name, one.readers, one.larger_since_ms) for one in seen} == {("Seekers of work", 11, None)}
    assert (tomorrow.readers, tomorrow.larger_since_ms, tomorrow.counted_ms) == (11, 2 * DAY, 2 * DAY)
    # nobody counts any more: then that is all that is known, as slowly as ever
    assert now_known(counted, "Seekers", 41, 3 * DAY) == Community("Seekers", 11, 3 * DAY)


def test_a_group_that_shrinks_again_meanwhile_begins_to_wait_anew() -> None:
    small = Community("Seekers", 20)
    grown = now_known(small, "Seekers", 45, 0)
    shrunk = now_known(grown, "Seekers", 21, DAY)

    assert shrunk == Community("Seekers", 21)
    assert now_known(shrunk, "Seekers", 45, 15 * DAY).readers == 21
