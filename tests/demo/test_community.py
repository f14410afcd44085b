"""Who there is and what they say."""

import re
from collections import Counter
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import pytest

from bot.screening.crisis import signals
from demo.cast import Character, community
from demo.words import LISTEN, Vent, Words, lines, vents

LINE_MOST = 280


def answers(language: str) -> list[str]:
    """Every line."""
    return [one.text for kinds in lines(language).values() for some in kinds.values() for one in some]


def test_the_same_seed_makes_the_same_community_and_another_seed_another() -> None:
    first, again, other = (community(seed, people=200, guilds=3) for seed in (7, 7, 8))

    assert first == again
    assert first != other


def test_forty_people_of_many_zones_and_languages_and_a_second_server_of_nine() -> None:
    found = community(7, people=40, guilds=2)
    main, second = found.servers

    assert (len(found.people), len(main.members), len(second.members)) == (40, 40, 9)
    assert [one.name for one in main.moderators] == ["Rosalind Okafor", "Dermot Keane", "Anneke Visser"]
    assert sum("recruiter" in one.tags for one in main.members) == 1
    assert sum("landed" in one.tags for one in main.members) >= 4
    assert len({one.zone for one in main.members}) >= 10
    assert {"en-US", "de"} <= {one.locale for one in main.members}
    assert (min(one.age for one in main.members), max(one.age for one in main.members)) == (22, 60)


@pytest.mark.parametrize("people", [12, 40, 200, 1000])
def test_nobody_has_the_name_of_another_or_a_number_for_one(people: int) -> None:
    found = community(7, people=people, guilds=6)

    assert len({one.name for one in found.people}) == people
    assert not [one.name for one in found.people if re.search(r"\d", one.name)]
    assert all(ZoneInfo(one.zone) and one.intro for one in found.people)
    assert all(server.members for server in found.servers)


def test_there_is_enough_to_say_and_nothing_twice() -> None:
    said = [one.text for one in vents("en")]
    answered = answers("en")

    assert len(said) >= 60
    assert len(answered) >= 120
    assert [text for text, many in Counter(said + answered).items() if many > 1] == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_line_fits_and_no_vent_would_bring_the_crisis_card(language: str) -> None:
    assert [text for text in answers(language) if len(text) > LINE_MOST] == []
    assert [one.text for one in vents(language) if signals(one.text)] == []


def test_a_vent_is_written_by_somebody_who_could_have_lived_it() -> None:
    words = Words(Random(1), "en")
    young = Character("Ben", 24, "baking", "Europe/Berlin", "de", frozenset({"younger"}), "Hello.")

    subjects = {words.vent(young).about for _ in range(200)}

    assert "start" in subjects
    assert not subjects & {"age", "children"}


def test_whoever_wants_a_listener_gets_no_advice() -> None:
    words = Words(Random(1), "en")
    advice = {one.text for kinds in lines("en").values() for one in kinds.get("advice", ())}

    given = {words.line(Vent("rejection", LISTEN, "No again.")) for _ in range(300)}

    assert not given & advice


def test_nobody_repeats_what_was_just_said() -> None:
    words = Words(Random(1), "en")

    said = [words.line(None) for _ in range(100)]

    assert sum(one == next_ for one, next_ in pairwise(said)) <= 2


def test_a_line_about_a_bus_answers_a_vent_with_a_bus_and_every_such_line_has_its_vent() -> None:
    every = [one for kinds in lines("en").values() for some in kinds.values() for one in some]
    pointed = [one for one in every if one.to]

    assert [one.text for one in pointed if not any(one.answers(vent) for vent in vents("en"))] == []
    words = Words(Random(1), "en")
    given = {words.line(Vent("rejection", LISTEN, "They said no.")) for _ in range(100)}
    assert not given & {one.text for one in pointed}
