"""What moderators take back is told to whom it was about; what is about the bot itself reaches whoever runs it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.data.tables import job
from cogs.moderation.model import Work
from sandbox import Member
from tests.cogs.moderation.desk import act, desk, member, moderated, report, reports
from tests.rows import eventually, rows
from tests.stage import Stage

SEND_MESSAGES = 1 << 11


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Ben moderates a server of forty with a moderators' channel."""
    async with moderated(tmp_path) as ready:
        yield ready


async def inbox(stage: Stage, who: Member) -> str:
    await stage.quiet()
    return (await who.run("my inbox", channel=stage.room)).text


async def test_an_author_reads_that_a_post_is_shown_again_and_its_thread_open_again(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "A fair complaint.", help="stories")
    hidden, locked = await act(stage, card, "Hide"), await act(stage, card, "Lock")
    closed = await inbox(stage, stage.ada)

    await stage.ben.press(hidden.message, "Undo")
    await stage.ben.press(locked.message, "Undo")
    opened = await inbox(stage, stage.ada)

    assert "closed the thread of a post of yours" in closed
    assert "A post of yours is in sight again, as before: a moderator has looked." in opened
    assert "opened the thread of a post of yours again" in opened
    assert "in sight again" not in await inbox(stage, stage.ben)
    for done in (hidden, locked):
        assert "nothing left" in (await stage.ben.press(done.message, "Undo")).text


async def test_leaving_a_report_as_it_is_shows_what_reports_hid_and_undo_asks_for_a_look_again(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "A fair complaint.")
    for number in range(3):
        await report(stage, member(stage, number), card)
    await stage.discord.until(lambda: reports(stage) and "A fair complaint." not in card.text)

    kept = await stage.ben.press(reports(stage)[0], "Leave it as it is")
    await stage.discord.until(lambda: "A fair complaint." in card.text)
    told = await inbox(stage, stage.ada)
    before = (await stage.ben.run("mod board", channel=stage.room)).text
    taken_back = await stage.ben.press(kept.message, "Undo")
    after = (await stage.ben.run("mod board", channel=stage.room)).text

    assert "in sight again" in told
    assert "Taken back." in taken_back.text
    assert "3 reports" not in before
    assert "3 reports" in after or "3 people" in after
    again = await stage.ben.press(reports(stage)[0], "Leave it as it is")
    assert "It stays as it is" in again.text


async def test_words_that_nobody_has_read_can_be_taken_back(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    opened = await act(stage, card, "Reach out")
    sent = await stage.ben.submit(opened.form, text="You are a disgrace.")

    taken_back = await stage.ben.press(sent.message, "Undo")

    assert "Taken back." in taken_back.text
    assert "You are a disgrace." not in await inbox(stage, stage.ada)
    assert "nothing left" in (await stage.ben.press(sent.message, "Undo")).text


async def test_what_is_about_the_bot_reaches_whoever_runs_it_unnamed_and_not_the_moderators(stage: Stage) -> None:
    theirs = stage.guild.channel("for-the-operator")
    stage.chosen = {"operator": {"channel": theirs.id}}
    await stage.restart()
    asked = await stage.ada.run("report", channel=stage.room)

    answers = []
    for number in range(4):
        form = (await stage.ada.press(asked.message, "It is about this bot")).form
        answers.append((await stage.ada.submit(form, words=f"It posted twice, {number}. @everyone")).text)
    await stage.discord.until(lambda: len(stage.mia.sees(theirs)) == 3)

    assert all("without your name" in text for text in answers[:3])
    assert "That was three today" in answers[3]
    said = stage.mia.sees(theirs)[0]
    assert "It posted twice, 0." in said.text
    assert stage.ada.name not in str(said.stored.content)
    assert str(stage.ada.id) not in str(said.wire)
    assert all("posted twice" not in one.text for one in stage.ben.sees(desk(stage)))


async def test_what_is_about_the_bot_waits_where_it_may_not_write_to_whoever_runs_it(stage: Stage) -> None:
    ours = stage.guild.role_of(stage.app)
    theirs = stage.guild.channel("for-the-operator", overwrites={ours: (0, SEND_MESSAGES)})
    stage.chosen = {"operator": {"channel": theirs.id}}
    await stage.restart()
    asked = await stage.ada.run("report", channel=stage.room)
    form = (await stage.ada.press(asked.message, "It is about this bot")).form
    await stage.ada.submit(form, words="It posted twice.")
    await eventually(lambda: has_to_wait(stage))

    stage.guild.overwrite(theirs, ours)
    assert stage.bot is not None
    await stage.bot.database.change(lambda unit: unit.run(update(job).values(visible_ms=0)))
    stage.bot.worker.wake()

    await stage.discord.until(lambda: any("It posted twice." in one.text for one in stage.mia.sees(theirs)))


async def has_to_wait(stage: Stage) -> bool:
    """Whether something for the operator was tried in vain and is kept."""
    assert stage.bot is not None
    return any(row.kind == Work.OPERATOR and row.error for row in await rows(stage.bot.database, job))


async def test_without_a_channel_of_the_operators_nobody_is_offered_one(stage: Stage) -> None:
    asked = await stage.ada.run("report", channel=stage.room)

    assert "It is about this bot" not in asked.buttons
