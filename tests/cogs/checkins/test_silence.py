"""Paused, quiet or silent: nothing comes that was not wanted, and nothing counts against anybody."""

from datetime import UTC, datetime, timedelta

from sandbox import Member, Seen
from tests.cogs.checkins.people import DAY, HOUR, answer, asked, begin, pass_, plan
from tests.stage import Stage


def heard(stage: Stage) -> int:
    return len(stage.ada.sees_dm(stage.app))


async def test_three_silent_days_bring_one_kind_question_and_then_quiet(stage: Stage) -> None:
    await begin(stage)
    await plan(stage, stage.ada)
    await pass_(stage, HOUR)
    for _ in range(3):
        await pass_(stage, DAY)
    question = stage.ada.sees_dm(stage.app)[-1]
    text, labels = question.text, [button.label for button in question.buttons]
    count = heard(stage)
    for _ in range(3):
        await pass_(stage, DAY)
    silent = heard(stage)
    said = await stage.ada.person.press(question, "Keep them coming")
    await pass_(stage, DAY)

    assert text.startswith("Three days without an answer, which is fine. What would suit you?")
    assert labels == ["Keep them coming", "Ask me again in a week", "Stop them"]
    assert (count, silent) == (5, 5)
    assert "Then I go on." in said.text
    assert heard(stage) == 6
    await answer(stage, stage.ada, "did")
    assert asked(stage, stage.ada)[-1].text.startswith("Your check-in")


async def test_who_wants_them_to_go_on_is_heard_while_others_are_still_being_asked(stage: Stage) -> None:
    await begin(stage)
    await plan(stage, stage.ada)
    await plan(stage, stage.ben)
    await pass_(stage, HOUR)
    for _ in range(2):
        await pass_(stage, DAY)
    stage.discord.faults.slow("/channels/{channel_id}/messages", 1.5, method="POST")
    await stage.later(DAY)
    await stage.discord.until(lambda: bool(asked_on(stage)))
    quick, question = asked_on(stage)[0]

    await quick.person.press(question, "Keep them coming")
    await stage.quiet()
    before = len(quick.sees_dm(stage.app))
    await pass_(stage, DAY)

    assert len(quick.sees_dm(stage.app)) == before + 1


def asked_on(stage: Stage) -> list[tuple[Member, Seen]]:
    """Who of the two has the question after three silent days."""
    newest = [(one, one.sees_dm(stage.app)[-1]) for one in (stage.ada, stage.ben)]
    return [(one, seen) for one, seen in newest if seen.text.startswith("Three days")]


async def test_an_answer_at_any_time_ends_the_silence(stage: Stage) -> None:
    await begin(stage)
    await plan(stage, stage.ada)
    await pass_(stage, HOUR)
    await pass_(stage, DAY)
    await answer(stage, stage.ada, "did", asked(stage, stage.ada)[0])
    for _ in range(3):
        await pass_(stage, DAY)

    assert "Your check-in" in stage.ada.sees_dm(stage.app)[-1].text


async def test_ask_me_again_in_a_week_and_stop(stage: Stage) -> None:
    await begin(stage)
    for one in (stage.ada, stage.ben):
        await plan(stage, one)
    await pass_(stage, HOUR)
    for _ in range(3):
        await pass_(stage, DAY)
    for one, button in ((stage.ada, "checkin:week"), (stage.ben, "checkin:stop")):
        await one.person.press(one.sees_dm(stage.app)[-1], button)
    counts = []
    for _ in range(9):
        await pass_(stage, DAY)
        counts.append((heard(stage), len(stage.ben.sees_dm(stage.app))))

    assert [ada for ada, _ in counts] == [5, 5, 5, 5, 5, 5, 6, 7, 8]
    assert {ben for _, ben in counts} == {5}


async def test_a_pause_silences_questions_and_recaps_until_it_ends(stage: Stage) -> None:
    await begin(stage)
    said = await plan(stage, stage.ada)
    await stage.ada.press(said.message, "checkin:recap")
    await pass_(stage, HOUR)
    await answer(stage, stage.ada, "did")
    paused = await stage.ada.run("checkin pause", channel=stage.room, until="2 weeks")
    unclear = [await stage.ada.run("checkin pause", channel=stage.room, until=text) for text in ("yesterday", "25:61")]
    before = heard(stage)
    for _ in range(13):
        await pass_(stage, DAY)
    during = heard(stage)
    await pass_(stage, DAY)
    history = await stage.ada.run("checkin history", channel=stage.room)
    await answer(stage, stage.ada, "did")

    assert "Paused until <t:1796598000:f>" in paused.text
    assert all("as a day to come" in one.text for one in unclear)
    assert (before, during) == (2, 2)
    assert heard(stage) == 3
    assert "1 day done" in history.text
    assert "Noted. 2 of your 2 days." in [m.text for m in stage.ada.sees_dm(stage.app)]


async def test_pause_on_the_question_holds_at_once_and_go_on_ends_it(stage: Stage) -> None:
    await begin(stage)
    await plan(stage, stage.ada)
    await pass_(stage, HOUR)
    question = asked(stage, stage.ada)[-1]
    await stage.ada.person.press(question, "checkin:pause")
    text, labels = question.text, [b.label for b in question.buttons]
    await pass_(stage, DAY)
    quiet = heard(stage)
    await stage.ada.person.press(question, "checkin:resume")
    await pass_(stage, DAY)
    noted = await answer(stage, stage.ada, "did")

    assert "Paused until you say so." in text
    assert labels == ["For a week", "For two weeks", "Go on"]
    assert (quiet, heard(stage)) == (2, 3)
    assert "That is a start." in noted.text, "the day on which they paused does not count against them"


async def test_quiet_turns_questions_into_the_inbox_one_at_a_time(stage: Stage) -> None:
    await begin(stage)
    await plan(stage, stage.ada)
    screen = await stage.ada.run("my settings", channel=stage.room)
    await stage.ada.press(screen.message, f"my:set:{stage.guild.id}:quiet:on")
    before = heard(stage)
    for by in (HOUR, DAY, DAY, DAY, DAY):
        await pass_(stage, by)
    inbox = await stage.ada.run("my inbox", channel=stage.room)
    noted = await stage.ada.press(inbox.message, "checkin:answer")
    empty = await stage.ada.run("my inbox", channel=stage.room)

    assert heard(stage) == before
    assert inbox.text.count("A check-in for you.") == 1
    assert "Noted. That is a start." in noted.text
    assert "A check-in for you." not in empty.text


async def test_a_recap_is_a_picture_and_one_tap_ends_it(stage: Stage) -> None:
    await begin(stage)
    said = await plan(stage, stage.ada)
    await stage.ada.press(said.message, "checkin:recap")
    await pass_(stage, HOUR)
    for what in ("did", "part", "rest", "did", "did", "rest", "did"):
        await answer(stage, stage.ada, what)
        await pass_(stage, DAY)
    recaps = [m for m in stage.ada.sees_dm(stage.app) if m.stored.attachments]
    stopped = await stage.ada.person.press(recaps[0], "checkin:norecap")
    for _ in range(8):
        await pass_(stage, DAY)

    in_words = "4 days done, 1 partly, 2 days of rest. 7 of your last 7 days."
    assert [m.text for m in recaps] == [f"Your week, {stage.ada.mention}: {in_words}"], "all that the picture says"
    assert recaps[0].stored.attachments[0].description == f"This week: {in_words}"
    assert bytes(recaps[0].stored.attachments[0].data).startswith(b"\x89PNG")
    assert "No picture on Sundays any more." in stopped.text
    assert len([m for m in stage.ada.sees_dm(stage.app) if m.stored.attachments]) == 1


async def test_direct_messages_closed_later_turn_into_the_inbox_never_a_public_place(stage: Stage) -> None:
    await begin(stage)
    await plan(stage, stage.ada)
    stage.ada.person.dms_open = False
    await pass_(stage, HOUR)
    inbox = await stage.ada.run("my inbox", channel=stage.room)

    resumed = await stage.ada.run("checkin resume", channel=stage.room)

    assert "A check-in for you." in inbox.text
    assert "It waits in `/my inbox`" in resumed.text
    assert [m for m in stage.ben.sees(stage.room) if "heck-in" in m.text] == []
    assert timedelta(days=1) == DAY


async def test_a_new_plan_answers_the_question_whether_it_still_suits(stage: Stage) -> None:
    await begin(stage)
    stage.ada.person.dms_open = False
    await plan(stage, stage.ada)
    await pass_(stage, HOUR)
    for _ in range(3):
        await pass_(stage, DAY)
    before = await stage.ada.run("my inbox", channel=stage.room)
    await plan(stage, stage.ada, time="10")
    after = await stage.ada.run("my inbox", channel=stage.room)

    assert "Three days without an answer" in before.text
    assert "Nothing waits" in after.text


async def test_where_the_bot_may_attach_nothing_the_recap_comes_in_words_and_the_thread_stays(stage: Stage) -> None:
    await begin(stage, datetime(2026, 11, 28, 7, 0, tzinfo=UTC))
    stage.guild.permit(stage.guild.everyone, stage.guild.everyone.permissions | 1 << 36 | 1 << 38)
    said = await plan(stage, stage.ada, where="thread")
    await stage.ada.press(said.message, "checkin:recap")
    stage.guild.overwrite(stage.room, stage.app, deny=1 << 15)
    await pass_(stage, HOUR)
    [thread] = [one for one in stage.guild.threads if one.name == "Check-ins"]
    await stage.ada.press(stage.ada.sees(thread)[-1], "✅ Did it")
    for _ in range(2):
        await pass_(stage, DAY)

    recap = next(m for m in stage.ada.sees(thread) if "Your week" in m.text)
    assert recap.stored.attachments == []
    assert any("Your check-in" in m.text for m in stage.ada.sees(thread)[-2:])
    told = (await stage.mia.run("my inbox", channel=stage.room)).text
    assert "I lack the right **Attach Files**" in told

    # nor write for a day: the thread stays, and it goes on there
    there = len(stage.ada.sees(thread))
    stage.guild.overwrite(stage.room, stage.app, deny=1 << 38)
    await pass_(stage, DAY)
    waits = await stage.ada.run("my inbox", channel=stage.room)
    stage.guild.overwrite(stage.room, stage.app, allow=1 << 38)
    await pass_(stage, DAY)
    assert "A check-in for you." in waits.text
    assert thread in stage.guild.threads
    assert [m.text[:10] for m in stage.ada.sees(thread)[there:]] == ["Three days"]
