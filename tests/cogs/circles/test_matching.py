"""Who fits where, who opens together, and which circle could join which."""

from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.clock import to_ms
from bot.domain.groups import rules_for
from bot.domain.ids import ChannelId, GuildId, MemberId
from cogs.circles.model.circle import (
    GROWS_FOR,
    OPENS_AT,
    QUIET_AFTER,
    SEATS,
    WANTED,
    About,
    Band,
    Field,
    Ring,
    Seat,
    Stage,
    Standing,
    Waiting,
    standing,
    usual_band,
)
from cogs.circles.model.matching import Reason, best, opening, partner, seekers
from cogs.circles.model.names import FLOCKS, flock
from cogs.circles.model.round import round_due, week_of

GUILD = GuildId(1)
HERE = About(Band.EUROPE, Field.HEALTH, Stage.LONG)
NOBODY: frozenset[MemberId] = frozenset()


def ring(number: int, band: Band = Band.EUROPE, *, opened_ms: int = 0, last_ms: int = 0) -> Ring:
    return Ring(
        number, GUILD, f"Ring {number}", band, ChannelId(number), opened_ms, last_ms, 0, False, False, 0, 0, None, None
    )


def seated(many: int, about: About = HERE, *, first: int = 100, circle: int = 1) -> list[Seat]:
    alumni = about.stage.is_alumni
    return [Seat(GUILD, MemberId(first + n), circle, about, alumni, True, 0) for n in range(many)]


def waits(many: int, about: About = HERE, *, first: int = 0) -> list[Waiting]:
    return [Waiting(GUILD, MemberId(first + n), about, first + n) for n in range(many)]


def test_a_circle_of_the_same_days_field_and_stage_comes_first_and_says_why() -> None:
    other = About(Band.AMERICAS, Field.SALES, Stage.START)
    fit = best(HERE, [(ring(1, Band.AMERICAS), seated(16, other)), (ring(2), seated(16))], NOBODY)

    assert fit is not None
    assert fit.ring.id == 2
    assert fit.reasons == (Reason.BAND, Reason.FIELD, Reason.STAGE)


def test_what_one_or_two_share_is_not_said_since_it_could_be_told_who() -> None:
    mixed = [*seated(14, About(Band.EUROPE, Field.SALES, Stage.START)), *seated(2, HERE, first=500)]

    fit = best(HERE, [(ring(1), mixed)], NOBODY)

    assert fit is not None
    assert fit.reasons == (Reason.BAND,)


def test_whoever_rather_does_not_say_their_field_is_not_matched_by_it() -> None:
    quiet = About(Band.EUROPE, Field.ANY, Stage.START)

    fit = best(quiet, [(ring(1), seated(16, quiet))], NOBODY)

    assert fit is not None
    assert Reason.FIELD not in fit.reasons


def test_a_circle_with_too_few_is_filled_before_one_that_fits_a_little_better() -> None:
    few = [(ring(1), seated(16)), (ring(2), seated(13, About(Band.EUROPE, Field.SALES, Stage.START)))]

    fit = best(HERE, few, NOBODY)

    assert fit is not None
    assert fit.ring.id == 2


def test_nobody_is_put_beside_somebody_they_must_not_meet_or_where_no_seat_is_free() -> None:
    full, strange = seated(SEATS), seated(16, first=500)

    assert best(HERE, [(ring(1), full), (ring(2), strange)], frozenset({MemberId(501)})) is None


def test_an_alumni_seat_is_free_where_the_twenty_are_taken_and_the_other_way_round() -> None:
    landed = About(Band.EUROPE, Field.HEALTH, Stage.LANDED)

    assert best(landed, [(ring(1), seated(SEATS))], NOBODY) is not None
    assert best(landed, [(ring(1), seated(10, landed))], NOBODY) is None
    assert best(HERE, [(ring(1), seated(10, landed))], NOBODY) is not None


def test_nine_wait_and_ten_open() -> None:
    assert opening(waits(9), lambda _: NOBODY) == []
    assert len(opening(waits(10), lambda _: NOBODY)) == 10
    assert len(opening(waits(27), lambda _: NOBODY)) == SEATS


def test_ten_of_one_part_of_the_world_come_before_ten_from_everywhere() -> None:
    far = waits(3, About(Band.EAST, Field.ANY, Stage.START))

    chosen = opening([*far, *waits(10, first=50)], lambda _: NOBODY)

    assert {one.about.band for one in chosen} == {Band.EUROPE}


def test_alumni_come_along_but_do_not_make_ten() -> None:
    landed = waits(5, About(Band.EUROPE, Field.ANY, Stage.LANDED), first=90)

    assert opening([*waits(9), *landed], lambda _: NOBODY) == []
    assert len(opening([*waits(10), *landed], lambda _: NOBODY)) == 15


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of theirs
@given(st.sets(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=60), st.integers(0, 25))
def test_two_who_must_not_meet_never_open_together(apart: set[tuple[int, int]], many: int) -> None:
    shut = apart | {(two, one) for one, two in apart}
    strangers = {n: frozenset(MemberId(b) for a, b in shut if a == n and b != n) for n in range(25)}

    chosen = {one.member for one in opening(waits(many), lambda member: strangers[member])}

    assert len(chosen) == 0 or OPENS_AT <= len(chosen) <= SEATS
    assert not any((one, two) in shut for one in chosen for two in chosen if one != two)


def test_how_a_circle_stands_at_the_edges() -> None:
    grown, quiet = GROWS_FOR // timedelta(milliseconds=1), QUIET_AFTER // timedelta(milliseconds=1)

    assert standing(ring(1), WANTED - 1, grown - 1) is Standing.GROWS
    assert standing(ring(1), WANTED - 1, grown) is Standing.SMALL
    assert standing(ring(1, last_ms=1), WANTED, quiet) is Standing.WELL
    assert standing(ring(1), WANTED, quiet) is Standing.QUIET
    assert standing(ring(1, last_ms=5), SEATS, 5) is Standing.FULL


def test_the_other_circle_has_room_for_all_and_is_near_if_it_can_be() -> None:
    others = [(ring(1), 8), (ring(2, Band.EAST), 11), (ring(3), 13), (ring(4), 9)]

    found = partner(others[0][0], 8, others)

    assert found is not None
    assert found.id == 4
    assert partner(ring(3), 13, [(ring(3), 13), (ring(5), 8)]) is None


def test_circles_begin_where_the_group_is_large_enough() -> None:
    sizes = (11, 24, 25, 39, 40, None)

    assert [rules_for(size).circles for size in sizes] == ["room", "room", "list", "list", "open", "open"]


def test_every_circle_of_a_large_server_has_a_name_of_its_own() -> None:
    taken: frozenset[str] = frozenset()
    for _ in range(len(FLOCKS) * 3):
        name = flock(Random(3), taken)
        assert name not in taken
        taken |= {name}


def test_the_monday_round_is_called_on_monday_morning_where_they_are_and_once() -> None:
    berlin_nine = datetime(2026, 3, 30, 7, 0, tzinfo=UTC)  # summer time began the day before

    week = week_of(berlin_nine.date())

    assert round_due(Band.EUROPE, 0, berlin_nine) == week
    assert round_due(Band.EUROPE, week, berlin_nine) is None
    assert round_due(Band.EUROPE, 0, berlin_nine - timedelta(minutes=1)) is None
    assert round_due(Band.EUROPE, 0, berlin_nine + timedelta(hours=3)) is None
    assert round_due(Band.AMERICAS, 0, berlin_nine) is None
    assert round_due(Band.AMERICAS, 0, berlin_nine + timedelta(hours=7)) == week
    assert round_due(Band.EAST, 0, datetime(2026, 3, 30, 1, tzinfo=UTC)) == week


def test_the_form_guesses_where_somebody_is_from_the_language_of_their_phone() -> None:
    assert [usual_band(one) for one in ("de", "en-GB", "en-US", "pt-BR", "hi", "ja", None)] == [
        Band.EUROPE, Band.EUROPE, Band.AMERICAS, Band.AMERICAS, Band.GULF, Band.EAST, Band.EUROPE,
    ]  # fmt: skip


def test_only_the_twenty_are_counted_as_people_of_a_circle() -> None:
    landed = About(Band.EUROPE, Field.ANY, Stage.LANDED)

    assert seekers([*seated(12), *seated(3, landed, first=900)]) == 12
    assert to_ms(datetime(1970, 1, 1, tzinfo=UTC)) == 0
