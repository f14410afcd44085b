"""The rules of reporting and moderating, at their edges."""

from datetime import timedelta

import pytest

from cogs.moderation.model import Place, Reason, brake_of, hides, place_of, reason_of


@pytest.mark.parametrize(
    ("reports", "needed", "reviewed", "hidden"),
    [(1, 2, False, False), (2, 2, False, True), (2, 3, False, False), (3, 3, False, True), (9, 3, True, False)],
)
def test_so_many_reports_hide_a_post_until_somebody_has_looked(
    reports: int, needed: int, reviewed: bool, hidden: bool
) -> None:
    assert hides(reports, needed, reviewed=reviewed) is hidden


def test_the_link_of_a_message_names_it() -> None:
    assert place_of("https://discord.com/channels/1/2/3") == Place(1, 2, 3)
    assert place_of(" https://ptb.discord.com/channels/1/2/3 ") == Place(1, 2, 3)


def test_the_link_of_a_thread_names_the_message_it_was_made_from() -> None:
    assert place_of("https://discord.com/channels/1/2") == Place(1, 2, 2)


@pytest.mark.parametrize(
    "link",
    [
        "", "hello", "https://discord.com/channels/1", "https://discord.com/channels/@me/2/3",
        "https://example.com/channels/1/2/3", "https://discord.com.evil.example/channels/1/2/3",
        "https://discord.com/channels/1/2/3 and more", "https://discord.com/channels/" + "9" * 30 + "/2/3",
    ],
)  # fmt: skip
def test_what_is_no_link_to_a_message_is_none(link: str) -> None:
    assert place_of(link) is None


def test_a_brake_lasts_a_week_at_most_and_nothing_ends_it_but_zero() -> None:
    assert brake_of(0) is None
    assert brake_of(1) == timedelta(minutes=1)
    assert brake_of(10_080) == timedelta(days=7)
    for wrong in (-1, 10_081):
        with pytest.raises(ValueError, match=str(wrong)):
            brake_of(wrong)


def test_an_unknown_reason_becomes_the_plainest() -> None:
    assert reason_of("attack") is Reason.ATTACK
    assert reason_of("") is Reason.RULES
    assert reason_of("because") is Reason.RULES
