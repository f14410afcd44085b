"""What the doctor makes of what it sees."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.ids import ChannelId, RoleId
from cogs.doctor.model import ON_A_PAGE, Finding, House, Need, PingRole, Place, Reader, Seen, cause_of, examine, report

ROOM = ChannelId(7)
NEED = Need("send_messages", "right-send", "rooms", True)
FINE = Seen(
    "Wingbeat", [Place(ROOM, "rooms", allowed=frozenset({"view_channel", "send_messages"}), has_panel=True)], [NEED]
)


def keys(seen: Seen) -> list[str]:
    return [finding.key for finding in examine(seen)]


def in_house(**so: object) -> list[Finding]:
    return examine(replace(FINE, house=House(**so)))  # type: ignore[arg-type]


def test_where_all_is_well_nothing_is_found() -> None:
    assert keys(FINE) == []


def test_who_cannot_see_a_room_is_told_that_and_not_every_right_that_goes_with_it() -> None:
    needs = [Need("view_channel", "right-see", "rooms", True), NEED]

    assert keys(replace(FINE, places=[Place(ROOM, "rooms")], needs=needs)) == ["right.view_channel.7"]


def test_a_moderators_place_that_everyone_can_read_is_worth_knowing_until_it_is_meant_to_be() -> None:
    place, room = Place(ChannelId(9), "moderators", open=True), replace(FINE.places[0], open=True)
    seen = replace(FINE, places=[room, place])

    assert [(one.key, one.grave) for one in report(seen, []).shown] == [("open.9", False)]
    assert [one.key for one in report(seen, ["open.9"]).meant] == ["open.9"]
    assert keys(replace(seen, places=[room, replace(place, open=False)])) == []


def test_a_right_that_two_features_need_is_one_finding_with_both_consequences() -> None:
    needs = [Need("send_messages", "right-mild", "rooms", False), NEED]
    [found] = examine(replace(FINE, places=[Place(ROOM, "rooms", allowed=frozenset({"view_channel"}))], needs=needs))

    assert found.grave
    assert found.needs == ("right-send", "right-mild")


@pytest.mark.parametrize(
    ("threads", "found"),
    [(799, []), (800, [("threads", False)]), (999, [("threads", False)]), (1000, [("threads", True)])],
)
def test_threads_are_worth_knowing_from_800_and_grave_at_1000(threads: int, found: list[tuple[str, bool]]) -> None:
    assert [(one.key, one.grave) for one in in_house(threads=threads)] == found


@pytest.mark.parametrize(("off", "grave"), [(4.9, None), (-5.0, False), (59.0, False), (-61.0, True)])
def test_a_clock_that_is_off_is_found_whichever_way(off: float, grave: bool | None) -> None:
    assert [one.grave for one in in_house(clock_off_s=off)] == ([] if grave is None else [grave])


@pytest.mark.parametrize(
    ("age", "here", "text_id"),
    [
        (None, timedelta(days=6), None),
        (None, timedelta(days=7), "doctor-no-backup"),
        (timedelta(days=6, hours=23), timedelta(days=90), None),
        (timedelta(days=7), timedelta(days=90), "doctor-old-backup"),
    ],
)
def test_backups(age: timedelta | None, here: timedelta, text_id: str | None) -> None:
    assert [one.text_id for one in in_house(backup_age=age, here_for=here)] == ([text_id] if text_id else [])


def test_the_queue_the_rows_and_what_was_given_up_are_found() -> None:
    found = in_house(late_ms=300_000, rows_ms=1_000, given_up=2, missing_commands=("vent",))

    assert {one.key for one in found} == {"queue", "rows", "given-up", "commands"}
    assert {one.key for one in found if one.mendable} == {"given-up", "commands"}


def test_what_is_meant_to_be_is_put_aside_until_it_becomes_grave() -> None:
    mild, grave = (replace(FINE, house=House(threads=threads)) for threads in (900, 1000))

    assert [one.key for one in report(mild, ["threads"]).meant] == ["threads"]
    assert [one.key for one in report(grave, ["threads"]).shown] == ["threads"]


def test_grave_findings_come_first_and_pages_that_are_gone_lead_to_the_last() -> None:
    readers = [Reader(RoleId(number), f"Role {number}", 3, ROOM) for number in range(9)]
    found = report(replace(FINE, readers=readers, house=House(late_ms=900_000)), [])

    assert found.shown[0].key == "queue"
    assert found.pages == 3
    assert len(found.page(0)) == ON_A_PAGE
    assert found.page(99) == found.page(2)
    assert len(found.page(2)) == 2


@pytest.mark.parametrize(
    ("can_ping", "below", "hands_out", "found"),
    [
        (True, True, True, []),
        (False, True, True, ["ping.5"]),
        (True, False, True, ["order.5"]),
        (True, False, False, []),
    ],
)
def test_the_role_that_is_pinged(can_ping: bool, below: bool, hands_out: bool, found: list[str]) -> None:
    assert keys(replace(FINE, ping=PingRole(RoleId(5), "Listeners", can_ping, below, hands_out))) == found


@pytest.mark.parametrize("key", ["", "right", "right.x", "right.send_messages.abc", "gone.rooms.7", "right.a.1.2"])
def test_a_key_that_is_no_right_s_is_none(key: str) -> None:
    assert cause_of(key) is None
    assert cause_of("right.send_messages.7") == ("send_messages", ROOM)
