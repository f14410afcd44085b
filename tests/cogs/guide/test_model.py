"""What is offered to whom."""

import pytest

from bot.domain.errors import Refusal
from cogs.guide.model import Command, in_order, offered, topic_of

VENT = Command("vent", "cmd-vent", "venting", (), everywhere=False, for_staff=False)
JAR = Command("my jar", "cmd-my-jar", "cheering", (), everywhere=True, for_staff=False)
SETUP = Command("setup start", "cmd-setup-start", "setup", (), everywhere=True, for_staff=True)
ALL = (VENT, JAR, SETUP)


@pytest.mark.parametrize(
    ("on", "staff", "paths"),
    [
        (frozenset({"venting"}), False, ["vent", "my jar"]),
        (frozenset[str](), False, ["my jar"]),
        (None, False, ["my jar"]),
        (frozenset({"venting"}), True, ["vent", "my jar", "setup start"]),
    ],
)
def test_only_what_works_here_is_offered(on: frozenset[str] | None, staff: bool, paths: list[str]) -> None:
    assert [one.path for one in offered(ALL, on, staff=staff)] == paths


def test_what_a_bad_day_needs_comes_first_and_setting_up_last() -> None:
    assert in_order(["setup", "newcomer", "cheering", "venting", "venting"]) == [
        "venting", "cheering", "newcomer", "setup",
    ]  # fmt: skip


def test_a_topic_is_found_however_it_is_typed() -> None:
    assert topic_of(" Venting ", ["venting", "setup"]) == "venting"


def test_a_topic_that_is_not_there_is_declined() -> None:
    with pytest.raises(Refusal, match="help-no-topic"):
        topic_of("<@&1>", ["venting"])
