"""What one process cannot know of another: which rooms it opened, and whose answer it waits for."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import discord
import pytest

from bot.data.database import Database
from bot.data.worker import Worker
from bot.domain.ids import ChannelId, GuildId, MessageId
from cogs.venting.service.known_rooms import KNOWN_FOR_S, KnownRooms
from cogs.venting.store import rooms
from tests.stage import Stage

GUILD, ROOM, OTHER = GuildId(1), ChannelId(2), ChannelId(3)


class Counting:
    """Rows that count how often they are read."""

    def __init__(self, database: Database) -> None:
        self.wall, self.change, self.reads = database.wall, database.change, 0
        self._database = database

    async def read(self, work: Callable[[Any], Any]) -> Any:
        self.reads += 1
        return await self._database.read(work)


async def panel_goes_up(database: Database, room: ChannelId) -> None:
    await database.change(lambda unit: rooms.panel_is(unit, GUILD, room, MessageId(9)))


async def test_a_room_that_another_process_opened_is_known_when_its_panel_is_seen_and_at_the_latest_after_a_minute(
    database: Database,
) -> None:
    now, rows = [100.0], Counting(database)
    ours = KnownRooms(rows, lambda: now[0])
    assert not await ours.has_panel(GUILD, ROOM)

    await panel_goes_up(database, ROOM)
    assert not await ours.has_panel(GUILD, ROOM)
    ours.went_up(ROOM)
    assert await ours.has_panel(GUILD, ROOM)
    await panel_goes_up(database, OTHER)
    now[0] += KNOWN_FOR_S

    assert await ours.has_panel(GUILD, OTHER)
    now[0] += KNOWN_FOR_S
    assert await ours.has_panel(GUILD, ROOM)
    assert rows.reads == 3


async def test_the_panel_of_a_room_that_was_just_chosen_moves_for_whoever_writes_there(stage: Stage) -> None:
    bot, second = stage.bot, stage.guild.channel("second")
    assert bot is not None
    known = bot.parts["venting"].on_message[0].__self__._vents.known_rooms  # type: ignore[attr-defined]
    await stage.ada.say(second, "Hello.")
    await stage.discord.until(lambda: GuildId(stage.guild.id) in known._known)
    await stage.mia.run("setup channels", channel=stage.room, vent_room=second)
    await stage.discord.until(lambda: second.id in known._went_up)
    await stage.quiet()

    await stage.ben.say(second, "Thinking of you all.")
    await stage.later(timedelta(minutes=2))

    await stage.discord.until(lambda: "vent:open" in [one.custom_id for one in stage.ben.sees(second)[-1].buttons])


async def test_whoever_waits_for_the_answer_of_another_process_reads_which_right_is_missing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = (await stage.ada.press(stage.panel(), "vent:open")).form
    ours, threads = stage.guild.role_of(stage.app), discord.Permissions.create_public_threads.flag
    stage.guild.overwrite(stage.room, ours, deny=threads)
    monkeypatch.setattr(Worker, "is_awaited", lambda *_: False)

    answer = await stage.ada.submit(form, text="They said no.", help="listen", name="hidden")
    await stage.quiet()

    assert "right" in answer.text
    assert "Change it" in answer.buttons
    stage.guild.overwrite(stage.room, ours, allow=threads)
    await stage.quiet()
    assert not stage.cards()
