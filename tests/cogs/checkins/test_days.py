"""A person's days: asked at nine, answered with one press, whatever the answer."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.data import guilds
from bot.domain.ids import GuildId
from sandbox import Member, Seen
from tests.cogs.checkins.people import DAY, EVERY_DAY, HOUR, answer, asked, begin, pass_, plan
from tests.stage import INVITED, Stage


async def test_a_week_of_answers(stage: Stage) -> None:
    await begin(stage)
    said = await plan(stage, stage.ada, step="ring the agency")
    await pass_(stage, HOUR)
    first = asked(stage, stage.ada)[-1]
    text, labels = first.text, [button.label for button in first.buttons]
    await answer(stage, stage.ada, "did")
    after = [first.text]
    for what in (None, "part", "tough", "rest"):
        await pass_(stage, DAY)
        question = asked(stage, stage.ada)[-1]
        if what is not None:
            await answer(stage, stage.ada, what, question)
            after.append(question.text)

    assert "I ask you every day at 9:00 AM" in said.text
    assert "It comes by direct message." in said.text
    assert text == f"Your check-in, {stage.ada.mention}. You had planned: *ring the agency*."
    assert labels == ["✅ Did it", "◐ Partly", "😴 Rest", "🌧 Tough day", "Later", "Pause"]
    assert after == [
        "Noted. That is a start.", "Noted. 2 of your 3 days.",
        "Then today counts as rest. Let it out · Read a kind line · /care. Or leave it here.",
        "Noted. 4 of your 5 days.",
    ]  # fmt: skip


async def test_who_is_asked_of_two_servers_sees_which_and_no_notification_tells(stage: Stage) -> None:
    await begin(stage, datetime(2026, 11, 28, 7, 0, tzinfo=UTC))
    said = await plan(stage, stage.ada)
    await stage.ada.press(said.message, "checkin:recap")
    await pass_(stage, HOUR)
    alone = asked(stage, stage.ada)[-1]
    await answer(stage, stage.ada, "rest", alone)
    other = stage.discord.guild("Job *seekers* of the whole wide north", owner=stage.mia.person)
    there = other.join(stage.ada.person)
    other.install(stage.app, INVITED)
    opened = await there.run("checkin plan", channel=other.general, zone="Europe/Berlin", time="9", where="dm")
    await there.submit(opened.form, days=EVERY_DAY, acts=[])
    await pass_(stage, DAY)
    questions = asked(stage, stage.ada)
    texts, named = [one.text for one in questions], sorted(server_of(one) for one in questions)
    await answer(stage, stage.ada, "did", questions[0])
    await stage.ada.person.press(questions[1], "Later")
    await pass_(stage, timedelta(hours=10))
    again, recap = stage.ada.sees_dm(stage.app)[-2:]

    shortened = "Job *seekers* of the whole wide n…"
    assert server_of(alone) == ""
    assert texts == [f"Your check-in, {stage.ada.mention}."] * 2, "what a notification shows"
    assert named == [shortened, stage.guild.name]
    assert sorted(server_of(one) for one in questions) == named, "after a press, too"
    assert [b.label for b in questions[0].buttons][:2] == ["Add a note", "Change the answer"]
    assert server_of(again) == server_of(questions[1])
    assert recap.stored.attachments
    assert server_of(recap) == stage.guild.name


def server_of(message: Seen) -> str:
    """What the button that leads to a server says."""
    return next((b.label or "" for b in message.buttons if (b.url or "").rpartition("/")[0].endswith("channels")), "")


async def test_a_tough_day_opens_care_and_is_kept_as_rest(stage: Stage) -> None:
    await begin(stage)
    await plan(stage, stage.ada)
    await pass_(stage, HOUR)
    question = asked(stage, stage.ada)[-1]
    await answer(stage, stage.ada, "tough", question)
    jar = await stage.ada.person.press(question, "Read a kind line")
    copy = await stage.ada.run("my export", channel=stage.room)

    assert [(b.label, b.url is not None) for b in question.buttons] == [
        ("Let it out", True), ("Read a kind line", False), ("Add a note", False), ("Change the answer", False),
    ]  # fmt: skip
    assert jar.text
    data = bytes(copy.message.stored.attachments[1].data).decode()
    assert '"answer": "rest"' in data
    assert "tough" not in data


async def test_words_of_danger_in_what_one_notes_bring_a_number_to_ring_and_are_kept_all_the_same(stage: Stage) -> None:
    await begin(stage)
    assert stage.bot is not None
    server = GuildId(stage.guild.id)
    await stage.bot.database.change(
        lambda unit: guilds.choose_channels(
            unit, server, replace(guilds.channels(unit.connection, server), country="DE")
        )
    )
    planned = await plan(stage, stage.ada, step="kill myself")
    await stage.ada.press(planned.message, "I'm safe, keep it")
    await pass_(stage, HOUR)
    question = asked(stage, stage.ada)[-1]
    await answer(stage, stage.ada, "part", question)
    form = (await stage.ada.person.press(question, "Add a note")).form
    held = await stage.ada.person.submit(
        form, counts="applications: 2", learned="I want to kill myself tonight.", step="", no=["no"]
    )
    again = (await stage.ada.person.press(held.message, "Change it")).form
    kept = await stage.ada.person.press(held.message, "I'm safe, keep it")
    then = await stage.ada.person.submit(
        (await stage.ada.person.press(kept.message, "checkin:then")).form, then="I will end my life"
    )

    for card in (planned, held, then):
        assert card.text.startswith("Some of these words can mean that someone is in danger.")
        assert "TelefonSeelsorge" in card.text
    assert question.text == "Noted. That is a start."
    assert "You had planned: *kill myself*." in (await stage.ada.run("checkin now", channel=stage.room)).text
    assert held.buttons == ["I'm safe, keep it", "Change it", "Don't keep it"]
    assert (again.fields["counts"].value, again.fields["learned"].value) == (
        "applications: 2", "I want to kill myself tonight.",
    )  # fmt: skip
    assert kept.text.startswith("Kept.")


async def test_weekends_are_left_alone_and_the_hour_stays_when_the_clocks_change(stage: Stage) -> None:
    await begin(stage)
    await plan(stage, stage.ada, days=["mon", "fri"])
    heard = []
    for _ in range(8):
        await pass_(stage, HOUR if not heard else DAY)
        heard.append(len(asked(stage, stage.ada)))

    assert heard == [1, 1, 1, 1, 2, 2, 2, 3]


async def test_a_note_counts_and_its_step_comes_back_next_day(stage: Stage) -> None:
    await begin(stage)
    await plan(stage, stage.ada, own="Portuguese **now**", acts=["applications", "practice"])
    await pass_(stage, HOUR)
    question = asked(stage, stage.ada)[-1]
    await answer(stage, stage.ada, "did", question)
    opened = await stage.ada.person.press(question, "Add a note")
    shown = opened.form.fields["counts"].value
    counts = "applications: 2\nportuguese **now**: 1\nlunch with the pope"
    kept = await stage.ada.person.submit(opened.form, counts=counts, learned="Ask early.", step="call Ben", no=[])
    again = await stage.ada.person.press(question, "Add a note")
    await stage.ada.person.press(question, "Change the answer")
    changing = question.text
    await answer(stage, stage.ada, "did", question)
    await pass_(stage, DAY)

    assert changing == f"Your check-in, {stage.ada.mention}.", "that step is for next time"
    assert shown == "applications: 0\npractice: 0\nPortuguese **now**: 0"
    assert "Kept. I bring *call Ben* along next time." in kept.text
    assert "lunch with the pope" in kept.text
    assert again.form.fields["counts"].value == "applications: 2\npractice: 0\nPortuguese **now**: 1"
    assert again.form.fields["learned"].value == "Ask early."
    assert "You had planned: *call Ben*." in asked(stage, stage.ada)[-1].text


async def test_a_no_makes_a_small_plan_that_is_shown_back_once_and_at_the_next_no(stage: Stage) -> None:
    await begin(stage)
    await plan(stage, stage.ada)
    await pass_(stage, HOUR)
    question = asked(stage, stage.ada)[-1]
    await answer(stage, stage.ada, "part", question)
    opened = await stage.ada.person.press(question, "Add a note")
    no = await stage.ada.person.submit(opened.form, counts="applications: 1", no=["no"])
    form = await stage.ada.person.press(no.message, "checkin:then")
    await stage.ada.person.submit(form.form, then="walk once around the block")
    await pass_(stage, DAY)
    second = asked(stage, stage.ada)[-1]
    text = second.text
    await answer(stage, stage.ada, "did", second)
    opened = await stage.ada.person.press(second, "Add a note")
    again = await stage.ada.person.submit(opened.form, no=["no"])
    await pass_(stage, DAY)

    assert "A no came in. That is part of doing this" in no.text
    assert "And for the next no: *walk once around the block*." in text
    assert "For that you had planned: *walk once around the block*." in again.text
    assert "next no" not in asked(stage, stage.ada)[-1].text


async def test_later_asks_once_more_and_not_if_it_was_answered_meanwhile(stage: Stage) -> None:
    await begin(stage)
    everybody = (stage.ada, stage.ben, stage.mia, cara(stage))
    for one in everybody:
        await plan(stage, one)
    await pass_(stage, HOUR)
    put_off = [await answer_later(stage, one) for one in everybody]
    await answer(stage, stage.ben, "did")
    screen = await stage.mia.run("my settings", channel=stage.room)
    await stage.mia.press(screen.message, f"my:set:{stage.guild.id}:quiet:on")
    cara(stage).person.dms_open = False
    await pass_(stage, timedelta(hours=2, minutes=1))
    waits = [await one.run("my inbox", channel=stage.room) for one in everybody]

    assert all("I ask once more" in text for text in put_off)
    assert [len(asked(stage, one)) for one in everybody] == [2, 0, 1, 1]
    assert ["A check-in for you." in box.text for box in waits] == [False, False, True, True], "quiet, or not reached"


async def test_a_question_put_off_does_not_come_days_late_beside_that_of_today(stage: Stage) -> None:
    await begin(stage)
    for one in (stage.ada, stage.ben):
        await plan(stage, one)
    await pass_(stage, HOUR)
    await answer_later(stage, stage.ada)
    await stage.stop()
    stage.discord.clock.move(5 * DAY + timedelta(hours=2, minutes=30))
    await stage.start()
    await stage.quiet()

    assert [len(asked(stage, one)) for one in (stage.ada, stage.ben)] == [2, 2], "of Monday, and of today"
    await answer_later(stage, stage.ben)
    await pass_(stage, timedelta(hours=6))
    box = await stage.ben.run("my inbox", channel=stage.room)
    assert len(asked(stage, stage.ben)) == 2
    assert "A check-in for you." in box.text, "late, but of this day"


def cara(stage: Stage) -> Member:
    return next(one for one in stage.guild.members if one.name.startswith("Member"))


async def answer_later(stage: Stage, one: object) -> str:
    question = asked(stage, one)[-1]  # type: ignore[arg-type]
    await one.person.press(question, "Later")  # type: ignore[attr-defined]
    return question.text


async def test_checking_in_unasked_is_the_days_answer_so_nothing_comes_at_nine(stage: Stage) -> None:
    await begin(stage)
    await plan(stage, stage.ada)
    screen = await stage.ada.run("checkin now", channel=stage.room)
    await stage.ada.press(screen.message, "😴 Rest")
    await pass_(stage, HOUR)
    text, nobody_s = screen.message.text, await stage.ben.run("checkin now", channel=stage.room)

    assert text == "Noted. That is a start."
    assert asked(stage, stage.ada) == []
    assert "You have no check-ins here yet." in nobody_s.text
    assert nobody_s.buttons == ["Daily check-in"]


async def test_an_old_question_answers_for_its_own_day_after_a_restart(stage: Stage) -> None:
    await begin(stage)
    await plan(stage, stage.ada)
    await pass_(stage, HOUR)
    await pass_(stage, DAY)
    first, second = asked(stage, stage.ada)
    await stage.restart()
    await answer(stage, stage.ada, "did", first)
    texts = [first.text]
    await answer(stage, stage.ada, "did", second)
    texts.append(second.text)
    await stage.ada.person.press(second, "Change the answer")
    await answer(stage, stage.ada, "rest", second)
    await stage.ada.person.press(first, "Change the answer")
    await answer(stage, stage.ada, "tough", first)
    slip = first.text
    await stage.ada.person.press(first, "Change the answer")
    await answer(stage, stage.ada, "did", first)

    assert texts == ["Noted. That is a start.", "Noted. 2 of your 2 days."]
    assert second.text == "Noted. 2 of your 2 days."
    assert slip.startswith("Then that day counts as rest.")
    assert first.text == "Noted. 2 of your 2 days."


async def test_a_question_of_long_ago_and_one_whose_plan_is_forgotten_are_answered(stage: Stage) -> None:
    await begin(stage)
    await plan(stage, stage.ada)
    await pass_(stage, HOUR)
    old = asked(stage, stage.ada)[-1]
    await stage.ada.run("checkin stop", channel=stage.room)
    await pass_(stage, timedelta(days=170))
    kept = await stage.ada.run("checkin history", channel=stage.room)
    await pass_(stage, timedelta(days=200))
    gone = await answer(stage, stage.ada, "did", old)
    asked_first = await stage.ada.run("my forget", channel=stage.room)

    assert "Nothing yet" in kept.text
    assert "from a plan that is gone" in gone.text
    assert "Nothing is kept" in asked_first.text or "Check-ins" not in asked_first.text


async def test_nobody_answers_for_somebody_else(stage: Stage) -> None:
    await begin(stage)
    await plan(stage, stage.ada)
    await pass_(stage, HOUR)
    question = asked(stage, stage.ada)[-1]
    screen = await stage.ben.run("checkin now", channel=stage.room)
    screen.message.stored.components[0]["components"][0]["custom_id"] = question.buttons[0].custom_id
    refused = await stage.ben.press(screen.message, question.buttons[0].custom_id)

    assert refused.text == "This is somebody else's check-in."
    assert len(asked(stage, stage.ada)) == 1


async def test_history_is_a_picture_with_a_twin_in_words(stage: Stage) -> None:
    await begin(stage)
    await plan(stage, stage.ada, days=EVERY_DAY)
    for what in ("did", "part", "rest", None):
        await pass_(stage, HOUR if what == "did" else DAY)
        if what is not None:
            await answer(stage, stage.ada, what)
    await pass_(stage, DAY)
    answered = await stage.ada.run("checkin history", channel=stage.room)

    [picture] = answered.message.stored.attachments
    assert bytes(picture.data).startswith(b"\x89PNG")
    assert "1 day done, 1 partly, 1 day of rest. 3 of your last 4 days." in answered.text
    assert "1 day done, 1 partly, 1 day of rest. 3 of your last 4 days." in (picture.description or "")
    assert "Only you see this." in answered.text
