"""Some texts wait until a moderator has looked, or until the brake is off. Nobody learns whose they are."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.data.tables import day_limit
from sandbox import Member
from tests.cogs.moderation.desk import act, later, line, member, moderated, standing, try_to_vent
from tests.contract.crowd import living_keys
from tests.rows import rows
from tests.stage import Stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Ben moderates a server of forty on which everybody without a name waits for a look."""
    async with moderated(tmp_path) as ready:
        await everybody_waits(ready)
        yield ready


async def everybody_waits(stage: Stage, gate: str = "all") -> None:
    board = await stage.ben.run("mod board", channel=stage.room)
    asked = await stage.ben.press(board.message, "Who waits first")
    await stage.ben.choose(asked.message, "vent:gateis", [gate])


async def looked_at(stage: Stage) -> Any:
    """Ben looks at what has waited longest."""
    board = await stage.ben.run("mod board", channel=stage.room)
    return await stage.ben.press(board.message, "vent:look")


async def inbox(stage: Stage, who: Member) -> str:
    return (await who.run("my inbox", channel=stage.room)).text


async def test_who_waits_reads_so_and_the_post_goes_up_once_a_moderator_has_looked(stage: Stage) -> None:
    answer = await try_to_vent(stage, stage.ada, "They said no. Twice.")

    assert "on this server a moderator looks first" in answer.text
    assert "not who wrote them" in answer.text
    assert answer.buttons == ["Use my name", "Add or change", "Take it back"]
    assert stage.cards() == []
    looked = await looked_at(stage)
    assert "> They said no. Twice." in looked.text
    passed = await stage.ben.press(looked.message, "Let it through")
    await stage.discord.until(stage.cards)
    assert "You were not shown who it is" in passed.text
    assert "They said no. Twice." in stage.cards()[0].text
    again = await stage.ben.press(looked.message, "Let it through")
    assert "dealt with it already" in again.text


async def test_nothing_a_moderator_gets_of_it_says_who_it_was(stage: Stage) -> None:
    await try_to_vent(stage, stage.ada, "They said no.")
    looked = await looked_at(stage)
    await stage.ben.press(looked.message, "Decline")
    await stage.ben.run("mod log", channel=stage.room)
    await stage.quiet()

    told = [one["message"] for one in stage.ben.visible() if "message" in one]
    assert str(stage.ada.id) not in json.dumps(told, default=str)
    await stage.stop()
    kept = b"".join(file.read_bytes() for file in stage.folder.glob("wingbeat.db*"))
    assert str(stage.ada.id).encode() not in kept
    assert b"They said no." not in kept


async def test_the_next_who_waits_reads_how_long_it_usually_takes(stage: Stage) -> None:
    first = await try_to_vent(stage, stage.ada)
    await later(stage, timedelta(hours=3))
    await stage.ben.press((await looked_at(stage)).message, "Let it through")

    second = await try_to_vent(stage, member(stage, 3))

    assert "I can't say yet how long that takes" in first.text
    assert "less than a day" in second.text


async def test_declined_its_author_reads_why_and_can_use_their_name(stage: Stage) -> None:
    await try_to_vent(stage, stage.ada, "My boss is a crook.")
    looked = await looked_at(stage)
    chosen = await stage.ben.choose(looked.message, "vent:reason", ["reveals"])
    declined = await stage.ben.press(chosen.message or looked.message, "Decline")

    note = await stage.ada.run("my inbox", channel=stage.room)
    assert "does not go up" in declined.text
    assert "it tells who somebody is" in note.text
    assert "They don't know who you are" in note.text
    await stage.ada.press(note.message, "Use my name")
    await stage.discord.until(stage.cards)
    assert f"<@{stage.ada.id}>" in stage.cards()[0].text


async def test_what_is_declined_is_none_of_the_three_a_day_and_is_one_again_when_that_is_undone(stage: Stage) -> None:
    await try_to_vent(stage, stage.ada)
    used = [await vents_today(stage, stage.ada)]

    for _ in range(2):
        declined = await stage.ben.press((await looked_at(stage)).message, "Decline")
        used.append(await vents_today(stage, stage.ada))
        await stage.ben.press(declined.message, "Undo")
        used.append(await vents_today(stage, stage.ada))

    assert used == [1, 0, 1, 0, 1]


async def vents_today(stage: Stage, who: Member) -> int:
    """How many posts count for somebody's day."""
    assert stage.bot is not None
    ref = living_keys(stage).ref("limit:vent", stage.guild.id, who.id)
    found = await rows(stage.bot.database, day_limit)
    return sum(row.used for row in found if row.who_ref == ref)


async def test_undo_of_a_decline_lets_it_wait_again_and_its_author_hears_so(stage: Stage) -> None:
    await try_to_vent(stage, stage.ada)
    declined = await stage.ben.press((await looked_at(stage)).message, "Decline")

    undone = await stage.ben.press(declined.message, "Undo")

    assert "It waits for a look again" in undone.text
    assert "taken back" in await inbox(stage, stage.ada)
    await stage.ben.press((await looked_at(stage)).message, "Let it through")
    await stage.discord.until(stage.cards)


async def test_undo_of_letting_through_offers_to_hide(stage: Stage) -> None:
    await try_to_vent(stage, stage.ada, "A slip.")
    passed = await stage.ben.press((await looked_at(stage)).message, "Let it through")
    await stage.discord.until(lambda: stage.cards() and stage.cards()[0].thread)

    undone = await stage.ben.press(passed.message, "Undo")
    await stage.ben.press(undone.message, "Hide")

    await stage.discord.until(lambda: not [m for m in stage.ada.sees(stage.room) if "A slip." in m.text])


async def test_its_author_takes_it_back_or_changes_it(stage: Stage) -> None:
    answer = await try_to_vent(stage, stage.ada, "First words.")
    changing = await stage.ada.press(answer.message, "Add or change")
    await stage.ada.submit(changing.form, text="Better words.")

    looked = await looked_at(stage)
    assert "Better words." in looked.text
    mine = await stage.ada.run("my posts", channel=stage.room)
    assert "waits until a moderator has looked" in mine.text
    await stage.ada.press(answer.message, "Take it back")
    gone = await stage.ben.press(looked.message, "Let it through")
    assert "took it back" in gone.text


async def test_with_their_name_nobody_waits(stage: Stage) -> None:
    await stage.vent(stage.ada, "By name.", name="open")
    waiting = await try_to_vent(stage, member(stage, 3), "Mine.")

    await member(stage, 3).press(waiting.message, "Use my name")

    await stage.discord.until(lambda: len(stage.cards()) == 2)
    assert f"<@{member(stage, 3).id}>" in stage.cards()[1].text


async def test_nobody_looked_for_three_days_and_the_author_is_told(stage: Stage) -> None:
    await try_to_vent(stage, stage.ada)
    await later(stage, timedelta(hours=74))
    await stage.quiet()

    assert "Nobody has looked" in await inbox(stage, stage.ada)
    board = await stage.ben.run("mod board", channel=stage.room)
    assert "Nothing waits" in board.text


async def test_words_that_may_mean_danger_never_wait(stage: Stage) -> None:
    opened = await stage.ada.press(stage.panel(), "vent:open")
    asked = await stage.ada.submit(opened.form, text="I want to end my life.", help="listen", name="hidden")

    await stage.ada.press(asked.message, "I'm safe, post it")

    await stage.discord.until(stage.cards)


async def test_an_unsigned_line_waits_too_and_counts_from_when_it_stands_there(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "By name.", name="open")

    waiting = await line(stage, member(stage, 3), card, "I know this.")
    await stage.quiet()

    assert "not in their thread yet" in waiting.text
    assert "is with you" not in card.text
    looked = await looked_at(stage)
    assert "I know this." in looked.text
    assert f"/{card.id}" in looked.text
    await stage.ben.press(looked.message, "Let it through")
    await stage.discord.until(lambda: any("I know this." in one.text for one in stage.ada.sees(card.thread)))
    await stage.discord.until(lambda: "1 person is with you" in card.text, 15)


async def test_a_line_that_waits_goes_up_with_a_name_or_is_taken_back(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "By name.", name="open")
    first, second = member(stage, 3), member(stage, 4)
    named = await line(stage, first, card, "With my name then.")
    back = await line(stage, second, card, "Never mind.")

    await first.press(named.message, "Use my name")
    await second.press(back.message, "Take it back")

    await stage.discord.until(lambda: any("With my name then." in one.text for one in stage.ada.sees(card.thread)))
    assert "Nothing waits" in (await stage.ben.run("mod board", channel=stage.room)).text


async def test_one_press_declines_all_by_an_author_and_nobody_elses(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "By name.", name="open")
    troll = member(stage, 3)
    await try_to_vent(stage, troll, "Hate.")
    await line(stage, troll, card, "More hate.")
    await later(stage, timedelta(minutes=1))
    await line(stage, member(stage, 4), card, "Kind words.")

    done = await stage.ben.press((await looked_at(stage)).message, "Decline all by this author")

    assert "2 texts of theirs do not go up" in done.text
    assert "Kind words." in (await looked_at(stage)).text


async def test_who_is_muted_has_nothing_waiting_any_more(stage: Stage) -> None:
    await everybody_waits(stage, "off")
    card, _ = await stage.vent(stage.ada, "Hate.")
    await everybody_waits(stage)
    await later(stage, timedelta(minutes=6))
    await try_to_vent(stage, stage.ada, "More of it.")

    await act(stage, card, "Mute 7 days")
    await stage.quiet()

    assert "Nothing waits" in (await stage.ben.run("mod board", channel=stage.room)).text


async def test_the_board_in_their_place_shows_what_waits_and_no_word_of_it(stage: Stage) -> None:
    await try_to_vent(stage, stage.ada, "A secret.")
    await later(stage, timedelta(minutes=1))

    await stage.discord.until(lambda: "A post waits for a look" in standing(stage).text)
    assert "A secret." not in standing(stage).text


async def test_who_is_new_waits_where_moderators_chose_so(stage: Stage) -> None:
    await everybody_waits(stage, "new")
    newcomer = stage.guild.join(stage.discord.person("Nora"), joined_days_ago=0)

    known, new = await try_to_vent(stage, stage.ada), await try_to_vent(stage, newcomer)

    assert "It is up" in known.text
    assert "a moderator looks first" in new.text


async def test_post_it_when_it_opens(stage: Stage) -> None:
    await everybody_waits(stage, "off")
    await stage.vent(stage.ada, "Just before.", name="open")
    await stage.ben.run("mod brake", channel=stage.room, minutes=120)
    refused = await try_to_vent(stage, stage.ada, "For later.")
    assert refused.buttons == ["Post it when it opens", "Use my name", "Change it", "Don't post"]
    assert [one.style for one in refused.message.buttons] == ["primary", "secondary", "secondary", "secondary"]

    waits = await stage.ada.press(refused.message, "Post it when it opens")
    more = await try_to_vent(stage, stage.ada, "For later, too.")
    twice = await stage.ada.press(more.message, "Post it when it opens")
    assert "You posted just now" in twice.text
    assert twice.buttons == ["Post it when it opens", "Use my name", "Change it", "Don't post", "Add or change"]
    await later(stage, timedelta(minutes=60))
    await stage.quiet()

    assert "goes up when posting without a name opens again" in waits.text
    assert len(stage.cards()) == 1
    await later(stage, timedelta(minutes=61))
    await stage.discord.until(lambda: len(stage.cards()) == 2)
    assert "For later." in stage.cards()[1].text


async def test_a_brake_that_ends_early_opens_at_once_also_after_a_restart(stage: Stage) -> None:
    await everybody_waits(stage, "off")
    await stage.ben.run("mod brake", channel=stage.room, minutes=10_080)
    refused = await try_to_vent(stage, stage.ada, "For later.")
    await stage.ada.press(refused.message, "Post it when it opens")
    await stage.restart()

    await stage.ben.run("mod brake", channel=stage.room, minutes=0)

    await stage.discord.until(stage.cards)


async def test_a_brake_of_a_week_outlasts_three_days_and_the_author_is_told(stage: Stage) -> None:
    await everybody_waits(stage, "off")
    await stage.ben.run("mod brake", channel=stage.room, minutes=10_080)
    refused = await try_to_vent(stage, stage.ada, "For later.")
    await stage.ada.press(refused.message, "Post it when it opens")

    await later(stage, timedelta(hours=74))
    await stage.quiet()

    assert "has not opened again within three days" in await inbox(stage, stage.ada)


async def test_the_queue_on_postgresql(tmp_path: Path, fresh_database: Callable[..., Awaitable[str]]) -> None:
    async with moderated(tmp_path, database_url=await fresh_database()) as stage:
        await everybody_waits(stage)
        card, _ = await stage.vent(stage.ben, "By name.", name="open")
        await try_to_vent(stage, stage.ada, "They said no.")
        await line(stage, member(stage, 3), card, "I know this.")
        await line(stage, member(stage, 4), card, "Hate.")
        for label in ("Let it through", "Let it through", "Decline all by this author"):
            done = await stage.ben.press((await looked_at(stage)).message, label)
            assert "Done." in done.text
        await stage.discord.until(lambda: len(stage.cards()) == 2)
        await stage.discord.until(lambda: any("I know this." in one.text for one in stage.ada.sees(card.thread)))
        await later(stage, timedelta(hours=74))
        await stage.quiet()
