"""`/help` and `/about` by command."""

from tests.stage import Stage


async def test_help_lists_what_this_person_can_do_here(stage: Stage) -> None:
    answer = await stage.ada.run("help", channel=stage.room)

    assert "`/vent`" in answer.text
    assert "`/my jar`" in answer.text
    assert "/setup" not in answer.text


async def test_who_manages_the_server_reads_of_setting_up_too(stage: Stage) -> None:
    answer = await stage.mia.run("help", channel=stage.room)

    assert "`/setup start`" in answer.text


async def test_every_topic_that_is_suggested_has_a_page(stage: Stage) -> None:
    suggested = await stage.mia.complete("help", "topic", "", channel=stage.room)

    for title, topic in suggested:
        page = await stage.mia.run("help", channel=stage.room, topic=topic)
        assert page.text.startswith(f"**{title}**"), topic
        assert len(page.text) <= 2000


async def test_a_topic_tells_what_can_be_typed_behind_a_command(stage: Stage) -> None:
    answer = await stage.ada.run("help", channel=stage.room, topic="cheering")

    assert "`/cheer`" in answer.text
    assert "quietly" in answer.text


async def test_an_unknown_topic_is_answered_in_words(stage: Stage) -> None:
    answer = await stage.ada.run("help", channel=stage.room, topic="nonsense")

    assert "no such topic" in answer.text


async def test_both_work_in_a_direct_message(stage: Stage) -> None:
    help_said = await stage.ada.person.run("help")
    about_said = await stage.ada.person.run("about")

    assert "`/my jar`" in help_said.text
    assert "`/vent`" not in help_said.text
    assert "Wingbeat" in about_said.text
