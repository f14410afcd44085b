"""A moderator acts on posts whose author nobody knows."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.data import keys, tables
from bot.data.database import Database
from bot.domain.ports import Post
from cogs.moderation.service.tools import Tools
from cogs.venting.model.work import Work
from tests.cogs.moderation.desk import act, line, member, moderated, report, told, try_to_vent
from tests.rows import eventually, rows
from tests.stage import Stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Ben moderates a server of forty with a moderators' channel."""
    async with moderated(tmp_path) as ready:
        yield ready


async def test_a_blind_mute_says_until_when_what_is_hidden_and_what_the_author_reads(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "You are all useless.")

    done = await act(stage, card, "Mute 7 days", "attack")

    assert done.message.ephemeral
    assert "Done. Whoever wrote this cannot post or write without a name here until <t:" in done.text
    assert "1 post of theirs is hidden." in done.text
    assert "You were not shown who it is. They read the reason you chose: *personal attack*." in done.text
    assert done.buttons == ["Undo", "1 day", "30 days"]
    await stage.discord.until(lambda: "useless" not in card.text)


async def test_who_is_muted_reads_why_and_until_when_and_that_their_name_still_works(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    await act(stage, card, "Mute 1 day", "spam")

    refused = await try_to_vent(stage, stage.ada)

    assert "You cannot post or write without a name here until" in refused.text
    assert "advertising or spam" in refused.text
    inbox = await stage.ada.run("my inbox", channel=stage.room)
    assert "They don't know who you are" in inbox.text


async def test_a_mute_holds_for_lines_without_a_name_and_hits_nobody_else(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    other, _ = await stage.vent(member(stage, 3), "Mine.")
    await act(stage, card, "Mute 1 day")

    refused = await line(stage, stage.ada, other, "Boo.")
    allowed = await line(stage, member(stage, 4), other, "I know this.")

    assert "cannot post or write without a name" in refused.text
    assert "cannot" not in allowed.text


async def test_a_mute_survives_rename_leaving_and_rejoining_restart_and_rotation(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    await act(stage, card, "Mute 30 days")
    stage.ada.user.name = "Somebody Else"
    stage.guild.remove(stage.ada.person)
    ada = stage.guild.join(stage.ada.person, joined_days_ago=0)
    await stage.stop()
    place = stage.folder / "keys" / "master.json"
    before = keys.read_file(place)
    assert before is not None
    keys.write_file(place, before.rotated())
    await stage.start()
    stage.discord.clock.move(timedelta(minutes=10))
    await stage.quiet()

    refused = await try_to_vent(stage, ada)

    assert "You cannot post or write without a name" in refused.text
    # they acted, so the mute is under the new key by now: the oldest may go
    await stage.stop()
    after = keys.read_file(place)
    assert after is not None
    keys.write_file(place, after.rotated())
    await stage.start()
    again = await try_to_vent(stage, ada)
    assert "You cannot post or write without a name" in again.text


async def test_a_mute_ends_by_itself(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    await act(stage, card, "Mute 1 day")

    stage.discord.clock.move(timedelta(days=1, minutes=1))
    await stage.quiet()

    answer = await try_to_vent(stage, stage.ada)
    assert "cannot" not in answer.text


async def test_undo_lifts_the_mute_shows_what_it_hid_and_tells_the_author(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "A fair complaint.")
    done = await act(stage, card, "Mute 7 days")
    await stage.discord.until(lambda: "complaint" not in card.text)

    undone = await stage.ben.press(done.message, "Undo")
    await stage.quiet()
    waiting = await stage.ada.run("my inbox", channel=stage.room)

    assert "taken back that you could not post" in waiting.text
    assert "You cannot post or write without a name" not in waiting.text
    assert "1 post is in sight again" in undone.text
    await stage.discord.until(lambda: "A fair complaint." in card.text)
    stage.discord.clock.move(timedelta(minutes=6))
    await stage.quiet()
    answer = await try_to_vent(stage, stage.ada)
    assert "cannot" not in answer.text
    twice = await stage.ben.press(done.message, "Undo")
    assert "nothing left" in twice.text
    inbox = await stage.ada.run("my inbox", channel=stage.room)
    assert "taken back" in inbox.text


async def test_another_length_changes_the_mute_there_is(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    done = await act(stage, card, "Mute 7 days")

    changed = await stage.ben.press(done.message, "1 day")
    listed = await stage.ben.run("mod mutes", channel=stage.room)

    assert changed.buttons == ["Undo", "7 days", "30 days"]
    assert "One person cannot post without a name" in listed.text
    stage.discord.clock.move(timedelta(days=1, minutes=1))
    await stage.quiet()
    listed = await stage.ben.run("mod mutes", channel=stage.room)
    assert "Nobody is muted" in listed.text


async def test_what_is_shown_again_before_discord_let_it_be_hidden_stays_in_sight(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "You are all useless.")
    await stage.quiet()
    route = "/channels/{channel_id}/messages/{message_id}"
    stage.discord.faults.fail("PATCH", route, status=403, code=50_013)
    hidden = await act(stage, card, "Hide")
    assert stage.bot is not None
    database = stage.bot.database
    await eventually(lambda: waits(database, Work.HIDE_POST, tried=True))

    await stage.ben.press(hidden.message, "Undo")
    await eventually(lambda: waits(database, Work.HIDE_POST, many=0))
    await stage.quiet()

    assert "useless" in card.text


async def waits(database: Database, kind: str, *, many: int = 1, tried: bool = False) -> bool:
    """Whether so much work of this kind is in the queue; `tried` is what was given back."""
    found = [one for one in await rows(database, tables.job) if one.kind == kind]
    return len(found) == many and not (tried and found[0].error is None)


async def test_hide_all_takes_everything_of_this_author_out_of_sight_and_nothing_of_others(stage: Stage) -> None:
    first, _ = await stage.vent(stage.ada, "One.")
    theirs, _ = await stage.vent(member(stage, 3), "Not hers.")
    stage.discord.clock.move(timedelta(minutes=6))
    await stage.quiet()
    second, _ = await stage.vent(stage.ada, "Two.")

    done = await act(stage, first, "Hide all by this author")

    assert "2 posts of theirs are out of sight" in done.text
    await stage.discord.until(lambda: "One." not in first.text and "Two." not in second.text)
    assert "Not hers." in theirs.text


async def test_an_author_who_takes_their_insult_down_can_still_be_muted(stage: Stage) -> None:
    card, answer = await stage.vent(stage.ada, "You are all useless.")
    link = f"https://discord.com/channels/{stage.guild.id}/{stage.room.id}/{card.id}"
    await stage.ada.press(answer.message, "Take it down")
    await stage.discord.until(lambda: not stage.cards())

    await member(stage, 5).run("report", channel=stage.room, link=link)
    await stage.discord.until(lambda: told(stage))
    done = await stage.ben.press(told(stage)[-1], "Mute 7 days")

    assert "Done. Whoever wrote this" in done.text
    stage.discord.clock.move(timedelta(minutes=6))
    await stage.quiet()
    refused = await try_to_vent(stage, stage.ada)
    assert "You cannot post or write without a name" in refused.text


async def test_what_stands_under_a_name_is_not_muted_blindly(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "By name.", name="open")

    refused = await act(stage, card, "Mute 7 days")
    hidden = await act(stage, card, "Hide")

    assert "stands under somebody's name" in refused.text
    assert "out of sight" in hidden.text


async def test_a_name_on_one_post_says_whose_no_other_is(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "First.")
    more = await stage.ada.press(card, "vent:more")
    answering = await stage.ada.press(more.message, "vent:reply")
    await stage.ada.submit(answering.form, text="Thanks for reading.")
    await stage.later(timedelta(hours=24, minutes=5))
    await stage.quiet()
    other, _ = await stage.vent(stage.ada, "Second, quite secret.")
    reply = next(one for one in stage.ben.sees(card.thread) if "Thanks for reading" in one.text)
    note = (await stage.ada.run("my inbox", channel=stage.room)).messages[0]
    hidden = await act(stage, card, "Hide")
    await act(stage, card, "Mute 7 days")

    refused = await stage.ada.press(note, "Use my name")
    await stage.ben.press(hidden.message, "Undo")
    await stage.quiet()
    named = await stage.ada.press(note, "Use my name")
    await stage.quiet()

    assert "out of sight" in refused.text
    assert "under your name" in named.text
    (mute,) = await rows(stage.bot.database, tables.mute)
    assert (mute.room_id, mute.message_id) == (None, None)
    assert "has its author's name by now" in (await stage.ben.run("mod mutes", channel=stage.room)).text
    assert "cannot post or write without a name" in (await try_to_vent(stage, stage.ada)).text
    assert "name" in (await act(stage, reply, "Hide all by this author")).text
    assert str(stage.ada.id) not in other.text
    tied = {row.message_id for row in await rows(stage.bot.database, tables.mod_log)}
    assert card.id not in tied


async def test_a_post_that_gets_its_name_at_the_moment_of_the_mute_is_tied_to_nothing_either(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    card, _ = await stage.vent(stage.ada, "First.")
    await stage.later(timedelta(hours=24, minutes=5))
    await stage.quiet()
    note = (await stage.ada.run("my inbox", channel=stage.room)).messages[0]
    looked_up = Tools.theirs

    async def nothing_is_heard() -> bool:
        return not [row for row in await rows(stage.bot.database, tables.job) if row.kind.startswith("fact:")]

    async def named_meanwhile(tools: Tools, post: Post) -> list[Post]:
        found = await looked_up(tools, post)
        await stage.ada.press(note, "Use my name")
        await eventually(nothing_is_heard)
        return found

    monkeypatch.setattr(Tools, "theirs", named_meanwhile)
    muted = await act(stage, card, "Mute 7 days")
    await stage.quiet()

    assert "Done" in muted.text
    (mute,) = await rows(stage.bot.database, tables.mute)
    assert (mute.room_id, mute.message_id) == (None, None)
    assert card.id not in {row.message_id for row in await rows(stage.bot.database, tables.mod_log)}


async def test_lock_closes_the_thread_and_undo_opens_it_and_its_author_opens_only_their_own(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, help="stories")
    own = await stage.ada.press((await stage.ada.press(card, "⋯")).message, "Lock")
    await stage.discord.until(lambda: card.thread.about.locked)

    done = await act(stage, card, "Lock")

    await stage.quiet()
    assert "moderators have closed it" in (await stage.ada.press(own.message, "Undo")).text
    assert "Open it again" not in (await stage.ada.press(card, "⋯")).message.buttons
    assert card.thread.about.locked
    await stage.ben.press(done.message, "Undo")
    await stage.discord.until(lambda: not card.thread.about.locked)


async def test_the_brake_rests_on_everybody_without_a_name_and_says_it_is_not_about_them(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    done = await act(stage, card, "Brake")

    refused = await try_to_vent(stage, member(stage, 6))
    named = await try_to_vent(stage, member(stage, 7), "By name.", name="open")

    assert "rests here until" in refused.text
    assert "not about you" in refused.text
    assert "rests" not in named.text
    await stage.ben.press(done.message, "Undo")
    after = await try_to_vent(stage, member(stage, 8))
    assert "rests" not in after.text


async def test_a_press_never_shortens_a_brake_and_taking_back_brings_the_earlier_end_again(stage: Stage) -> None:
    two_days = await stage.ben.run("mod brake", channel=stage.room, minutes=2_880)
    until = two_days.text.partition("<t:")[2].partition(":f>")[0]
    card, _ = await stage.vent(stage.mia, name="open")

    pressed = await act(stage, card, "Brake")
    assert f"already until <t:{until}:f>" in pressed.text
    shorter = await stage.ben.run("mod brake", channel=stage.room, minutes=5)
    back = await stage.ben.press(shorter.message, "Undo")
    assert f"rests until <t:{until}:f>, as before" in back.text
    ended = await stage.ben.run("mod brake", channel=stage.room, minutes=0)
    again = await stage.ben.press(ended.message, "Undo")
    assert f"rests until <t:{until}:f>, as before" in again.text
    await stage.ben.press(two_days.message, "Undo")
    assert "rests" not in (await try_to_vent(stage, member(stage, 8))).text


async def test_what_is_hidden_is_shown_again_by_anybody_who_moderates_and_a_mute_holds_on(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "You are all useless.")
    await act(stage, card, "Mute 7 days")
    await stage.discord.until(lambda: "useless" not in card.text)
    await act(stage, card, "Lock")

    by_card, by_menu = await stage.ben.press(card, "⋯"), await stage.ben.menu("Report", card)
    assert (by_card.buttons, by_card.text) == (by_menu.buttons, by_menu.text)
    assert "Report" in (await member(stage, 1).press(card, "⋯")).buttons
    done = await stage.ben.press(by_card.message, "Show again")
    assert "1 post is in sight again" in done.text
    await stage.discord.until(lambda: "useless" in card.text)
    tools = await stage.ben.menu("Report", card)
    assert "Show again" not in [one.label for one in tools.message.buttons]
    log = await stage.ben.run("mod log", channel=stage.room)
    assert "took back: hid" in log.text
    assert "Taken back" in (await stage.ben.press(tools.message, "Open the thread again")).text
    assert "Nothing" not in (await stage.ben.press(log.message, "Undo 3")).text
    assert "Nobody is muted" in (await stage.ben.run("mod mutes", channel=stage.room)).text


@pytest.mark.parametrize("minutes", [-5, 10_081, 10**12])
async def test_a_brake_of_impossible_length_is_answered_in_words(stage: Stage, minutes: int) -> None:
    answer = await stage.ben.run("mod brake", channel=stage.room, minutes=minutes)

    assert "from 0 to 10080" in answer.text


async def test_zero_minutes_end_the_brake(stage: Stage) -> None:
    await stage.ben.run("mod brake", channel=stage.room, minutes=30)

    ended = await stage.ben.run("mod brake", channel=stage.room, minutes=0)
    again = await stage.ben.run("mod brake", channel=stage.room, minutes=0)

    assert "possible again" in ended.text
    assert "not on" in again.text


async def test_reaching_out_waits_under_the_authors_key_and_the_answer_names_the_post_only(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    opened = await act(stage, card, "Reach out")
    sent = await stage.ben.submit(opened.form, text="Is everything all right?")
    assert "may never be read" in sent.text
    await stage.quiet()

    inbox = await stage.ada.run("my inbox", channel=stage.room)
    assert "Is everything all right?" in inbox.text
    form = await stage.ada.press(inbox.message, "care:reply")
    said = await stage.ada.submit(form.form, text="It is better now.")

    assert "It is better now." in said.text
    await stage.discord.until(lambda: told(stage))
    [last] = told(stage)
    assert "It is better now." in last.text
    assert f"/{card.id}" in last.text
    assert str(stage.ada.id) not in json.dumps(last.wire, default=str)
    board = await stage.ben.run("mod board", channel=stage.room)
    assert "Somebody whom a moderator wrote to has answered, unnamed" in board.text
    await stage.ben.submit((await stage.ben.press(board.message, "care:answer")).form, text="Good to hear.")
    assert "has answered, unnamed" not in (await stage.ben.run("mod board", channel=stage.room)).text


async def test_who_blocks_is_not_reached_again_and_no_moderator_can_tell(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    opened = await act(stage, card, "Reach out")
    await stage.ben.submit(opened.form, text="First.")
    await stage.quiet()
    inbox = await stage.ada.run("my inbox", channel=stage.room)
    await stage.ada.press(inbox.message, "care:block")

    opened = await act(stage, card, "Reach out")
    sent = await stage.ben.submit(opened.form, text="Second.")
    await stage.quiet()

    assert "may never be read" in sent.text
    inbox = await stage.ada.run("my inbox", channel=stage.room)
    assert "Second." not in inbox.text


async def test_the_log_names_moderators_and_posts_and_never_an_author(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    await act(stage, card, "Mute 7 days")
    await act(stage, card, "Brake")

    log = await stage.ben.run("mod log", channel=stage.room)

    assert f"<@{stage.ben.id}> muted the author of" in log.text
    assert "put the brake on" in log.text
    assert str(stage.ada.id) not in log.text


async def test_buttons_about_a_post_nobody_remembers_answer_in_words(stage: Stage) -> None:
    mine = await member(stage, 1).say(stage.room, "An ordinary message.")

    for label in ("Hide", "Hide all by this author", "Mute 1 day", "Lock"):
        answer = await act(stage, mine, label)
        assert "I didn't post this" in answer.text


async def test_nothing_moderators_get_and_nothing_on_disk_says_who_a_muted_author_is(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "You are all useless.")
    await act(stage, card, "Mute 7 days", "attack")
    await stage.ben.run("mod mutes", channel=stage.room)
    await stage.ben.run("mod log", channel=stage.room)
    await stage.quiet()

    told = [one["message"] for one in stage.ben.visible() if "message" in one]
    assert str(stage.ada.id) not in json.dumps(told, default=str)
    await stage.stop()
    kept = b"".join(file.read_bytes() for file in stage.folder.glob("wingbeat.db*"))
    assert str(stage.ada.id).encode() not in kept


async def test_all_of_it_on_postgresql(tmp_path: Path, fresh_database: Callable[..., Awaitable[str]]) -> None:
    async with moderated(tmp_path, database_url=await fresh_database()) as stage:
        card, _ = await stage.vent(stage.ada, "You are all useless.")
        told = await report(stage, member(stage, 1), card, words="See this.")
        done = await act(stage, card, "Mute 7 days", "attack")
        refused = await try_to_vent(stage, stage.ada)
        lists = [await stage.ben.run(f"mod {name}", channel=stage.room) for name in ("mutes", "log", "board")]
        locked = await act(stage, card, "Lock")
        opened = await act(stage, card, "Reach out")
        await stage.ben.submit(opened.form, text="Can we talk?")
        await stage.quiet()
        undone = await stage.ben.press(done.message, "Undo")
        inbox = await stage.ada.run("my inbox", channel=stage.room)

        assert "Nobody is told" in told.text
        assert "1 post of theirs is hidden" in done.text
        assert "cannot post or write" in refused.text
        assert all(one.text and "broke" not in one.text for one in lists)
        assert "Nobody can write there" in locked.text
        assert "1 post is in sight again" in undone.text
        assert "Can we talk?" in inbox.text
        stage.discord.clock.move(timedelta(days=62))
        await stage.quiet()


async def test_no_reason_looks_chosen_before_one_is_and_the_select_says_which_holds(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)

    tools = await stage.ben.press(card, "⋯")
    [before] = tools.message.selects
    said = tools.text
    await stage.ben.choose(tools.message, "mod:reason", ["spam"])
    [after] = stage.ben.sees(stage.room)[-1].selects

    assert not any(one.default for one in before.options)
    assert before.placeholder == "The reason that the author reads; if none is chosen: against the rules here"
    assert [one.value for one in after.options if one.default] == ["spam"]
    assert "as it stands: *against the rules here*. Choose another below" in said
    assert "as it stands: *advertising or spam*" in stage.ben.sees(stage.room)[-1].text
