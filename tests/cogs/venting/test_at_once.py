"""Two at one moment: whoever writes last, what stands there in the end is what is so."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, text

from bot.data import guilds, keys, queue
from bot.data.database import Database
from bot.data.doors import Doors
from bot.data.guilds import Channels
from bot.data.inbox import Inbox
from bot.data.people import People
from bot.data.tables import job
from bot.domain.clock import to_ms
from bot.domain.errors import Refusal
from bot.domain.events import LineKept
from bot.domain.ids import ChannelId, GuildId, LineId, MemberId, MessageId, VentId
from cogs.venting.model.vent import Cheer, Draft, Shown, Standing, Wish, Writer
from cogs.venting.model.work import Work
from cogs.venting.service.tools import Tools
from cogs.venting.service.vents import Vents, vents
from cogs.venting.store.tables import support, vent
from tests.cogs.moderation.desk import act, line, moderated
from tests.rows import eventually, rows
from tests.stage import Stage

EDIT, ANSWER = "/channels/{channel_id}/messages/{message_id}", "/interactions/{interaction_id}/{token}/callback"
GUILD, ROOM, ADA, BEN = GuildId(1), ChannelId(2), MemberId(900_000_000_000_000_001), MemberId(900_000_000_000_000_002)


async def test_what_is_hidden_stays_hidden_and_what_is_mended_stays_mended_whoever_else_draws_the_card(
    tmp_path: Path,
) -> None:
    async with moderated(tmp_path) as stage:
        card, posted = await stage.vent(stage.ada, "You are all useless.")
        await stage.quiet()
        # where there is no limit discord.py has one request of a route under way; it learns of one by an answer
        stage.discord.settings.route_limits, stage.discord.settings.route_limits_times = True, 100
        await refreshed(stage, card)

        hidden = await hidden_while_it_is_refreshed(stage, card)
        await shown_again(stage, card, hidden)
        hidden = await hidden_while_somebody_cheers(stage, card)
        await hidden_again_while_it_is_shown(stage, card, hidden)
        await shown_again(stage, card, await act(stage, card, "Hide"))
        await mended_while_somebody_cheers(stage, card, posted)
        await a_line_hidden_again_while_it_is_shown(stage, card)


async def refreshed(stage: Stage, card: Any) -> None:
    await stage.mia.react(card, "💪")
    await stage.later(timedelta(seconds=6))
    await stage.discord.until(lambda: "1 person is with you" in card.text)


async def hidden_while_it_is_refreshed(stage: Stage, card: Any) -> Any:
    held = stage.discord.faults.hold("PATCH", EDIT, about=card.id)
    await stage.mia.unreact(card, "💪")
    await stage.later(timedelta(seconds=6))
    await held.came.wait()
    hidden = await act(stage, card, "Hide")
    await stage.discord.until(lambda: "useless" not in card.text)
    held.let_go.set()
    await stage.quiet()
    assert "useless" not in card.text
    return hidden


async def shown_again(stage: Stage, card: Any, hidden: Any) -> None:
    await stage.ben.press(hidden.message, "Undo")
    await stage.quiet()
    assert "You are all useless." in card.text


async def hidden_while_somebody_cheers(stage: Stage, card: Any) -> Any:
    held = stage.discord.faults.hold("POST", ANSWER)
    cheering = asyncio.create_task(stage.mia.press(card, "vent:cheer"))
    await held.came.wait()
    hidden = await act(stage, card, "Hide")
    await stage.discord.until(lambda: "useless" not in card.text)
    held.let_go.set()
    await cheering
    await stage.quiet()
    assert "useless" not in card.text
    return hidden


async def hidden_again_while_it_is_shown(stage: Stage, card: Any, hidden: Any) -> None:
    held = stage.discord.faults.hold("PATCH", EDIT, about=card.id)
    await stage.ben.press(hidden.message, "Undo")
    await held.came.wait()
    again = await act(stage, card, "Hide")
    held.let_go.set()
    await stage.quiet()
    assert "useless" not in card.text
    await shown_again(stage, card, again)


async def mended_while_somebody_cheers(stage: Stage, card: Any, posted: Any) -> None:
    form = (await stage.ada.press(posted.message, "Add or change")).form
    held = stage.discord.faults.hold("POST", ANSWER)
    cheering = asyncio.create_task(stage.mia.press(card, "vent:cheer"))
    await held.came.wait()
    await stage.ada.submit(form, text="I was unfair.")
    await stage.discord.until(lambda: "I was unfair." in card.text)
    held.let_go.set()
    await cheering
    await stage.quiet()
    assert "I was unfair." in card.text


async def a_line_hidden_again_while_it_is_shown(stage: Stage, card: Any) -> None:
    await line(stage, stage.mia, card, "So were they.")
    said = stage.ben.sees(card.thread)[-1]
    hidden = await act(stage, said, "Hide")
    await stage.discord.until(lambda: "So were they." not in said.text)
    held = stage.discord.faults.hold("PATCH", EDIT, about=said.id)
    await stage.ben.press(hidden.message, "Undo")
    await held.came.wait()
    await act(stage, said, "Hide")
    await stage.discord.until(lambda: edits(stage, said) == 2)
    held.let_go.set()
    await stage.quiet()
    assert "So were they." not in said.text


def edits(stage: Stage, message: Any) -> int:
    return sum(one.method == "PATCH" and one.path.endswith(f"/{message.id}") for one in stage.discord.requests)


async def a_vent_with_a_line(database: Database) -> tuple[Vents, VentId, LineId]:
    living, number, written = keys.new_keys(), VentId(5), LineId(6)
    inbox = Inbox(database, living)
    ours = vents(Tools(database, living, inbox, Doors(living), People(database, inbox)))
    await database.change(lambda unit: guilds.choose_channels(unit, GUILD, Channels(vent_rooms=(ROOM,))))
    draft = Draft("They said no.", Wish.LISTEN, Shown.OPEN, warning=False, later=False, room=ROOM)
    await ours.posting.share(number, GUILD, ADA, draft, Standing(), press=1)
    await ours.answering.write_line(number, written, Writer(BEN, "Ben"), "Me too.", press=2)
    return ours, number, written


async def test_a_line_that_one_press_keeps_is_kept_once_however_often_discord_tells_of_it(database: Database) -> None:
    ours, _, written = await a_vent_with_a_line(database)
    database.subscriptions = {LineKept: ("cheering.keep_from_vent",)}

    for _ in range(2):
        await ours.owning.keep_line(written, GUILD, ADA, "Me too.", press=3)
    with pytest.raises(Refusal, match="line-kept-before"):
        await ours.owning.keep_line(written, GUILD, ADA, "Me too.", press=4)

    assert len([one for one in await rows(database, job) if one.kind == "fact:cheering.keep_from_vent"]) == 1


async def test_what_changes_while_the_card_goes_up_is_drawn_once_it_is_up(database: Database) -> None:
    ours, _, _ = await a_vent_with_a_line(database)
    number, now_ms = VentId(7), to_ms(database.wall.now())
    draft = Draft("They said no.", Wish.LISTEN, Shown.HIDDEN, warning=False, later=False, room=ROOM)
    await ours.posting.share(number, GUILD, BEN, draft, Standing(), press=9)
    claimed = await database.on_writer(lambda look: queue.claim(look, me="here", now_ms=now_ms + 1_000, many=9))
    before = await ours.course.look(number)
    assert before is not None
    await ours.answering.cheer(number, ADA, Cheer.WITH_YOU)

    assert await ours.course.is_up(before, MessageId(8), claimed[0])

    assert (Work.REFRESH, str(number)) in [(one.kind, one.key) for one in await rows(database, job)]


async def test_words_in_a_thread_whose_deletion_is_heard_before_them_count_for_nothing(database: Database) -> None:
    ours, _, _ = await a_vent_with_a_line(database)
    (row,) = await rows(database, vent)
    number, words = VentId(row.id), MessageId(9)
    claimed = await database.on_writer(
        lambda look: queue.claim(look, me="here", now_ms=to_ms(database.wall.now()) + 1_000, many=9)
    )
    before = await ours.course.look(number)
    assert before is not None
    publish = next(one for one in claimed if one.kind == Work.PUBLISH)
    assert await ours.course.is_up(before, MessageId(8), publish)
    there = len(await rows(database, support))

    ours.talking.remember_gone([words])
    await ours.talking.somebody_wrote(MessageId(8), words, Writer(MemberId(BEN + 1), "Mia"))
    assert len(await rows(database, support)) == there

    await ours.talking.somebody_wrote(MessageId(8), MessageId(10), Writer(MemberId(BEN + 1), "Mia"))
    assert len(await rows(database, support)) == there + 1


async def test_whoever_has_many_posts_finds_them_all(database: Database) -> None:
    ours, number, _ = await a_vent_with_a_line(database)
    (one,) = await rows(database, vent)
    many = [{**one._mapping, "id": number + further} for further in range(1, 93)]
    await database.change(lambda unit: unit.run(insert(vent), many))

    mine = await ours.owning.mine(GUILD, ADA)

    assert {one.vent.id for one in mine} == {number + further for further in range(93)}


async def test_who_answers_a_post_in_the_moment_in_which_it_goes_reads_that_it_is_gone(database: Database) -> None:
    if database.is_sqlite:
        return  # one after the other there
    ours, number, _ = await a_vent_with_a_line(database)
    async with database._server.begin() as other:
        await other.execute(delete(vent).where(vent.c.id == number))
        answers = [
            asyncio.create_task(ours.answering.cheer(number, BEN, Cheer.WITH_YOU)),
            asyncio.create_task(ours.answering.react(number, BEN, "💪", added=True)),
            asyncio.create_task(ours.answering.write_line(number, LineId(7), Writer(BEN, "Ben"), "So.", press=8)),
            asyncio.create_task(ours.owning.gone_after(number, GUILD, ADA, 1)),
        ]
        await eventually(lambda: all_wait(database, len(answers)))

    said = await asyncio.gather(*answers, return_exceptions=True)

    assert [one.text_id if isinstance(one, Refusal) else one for one in said] == ["vent-gone"] * len(answers)


async def all_wait(database: Database, many: int) -> bool:
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    return await database.read(lambda look: look.execute(text(waiting)).scalar()) == many
