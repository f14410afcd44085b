"""Every fault of Discord's, alone and together: nothing is lost, nothing is doubled, people are answered."""

import random
from collections.abc import AsyncIterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from sandbox.errors import Json
from tests.chaos import KILLS, chaos, note
from tests.knocks.storm import FAULTS, live_through, sentences, together
from tests.rows import NewRows
from tests.stage import Stage, staged

SHORT = (
    "connection dropped, resumed + 429 on messages + cut after a message was stored",
    "connection dropped, session lost + cut after a thread was opened + presses delivered twice",
    "session invalid (op 9) + 503 between card and thread + messages delivered twice and late",
)
"""Each kind once, three at a time; each alone, and all the others, with `make chaos`."""


@pytest.mark.long
async def test_faults_three_at_a_time_lose_nothing_and_double_nothing(stage: Stage) -> None:
    await weather(stage, list(SHORT))


@pytest.fixture
async def town(tmp_path: Path, new_rows: NewRows) -> AsyncIterator[Stage]:
    async with staged(tmp_path, people=200, database_url=await new_rows()) as ready:
        await ready.set_up()
        yield ready


@chaos
async def test_chaos_every_fault_alone_and_several_together(town: Stage) -> None:
    chance = random.Random()
    await weather(town, [*FAULTS, *(together(chance) for _ in range(min(KILLS // 10, 30)))])


async def weather(stage: Stage, faults: list[str]) -> None:
    people, texts = cycle(one for one in stage.guild.members if one.name.startswith("Member")), sentences()
    tallies = [await live_through(stage, fault, people, texts) for fault in faults]
    for one in tallies:
        fault = one.fault if " + " not in one.fault else "three of these at once"
        note(fault, stage.database_url or "", one.tried, len(one.lost), len(one.doubled))
    assert {one.fault: (one.lost, one.doubled) for one in tallies if one.lost or one.doubled} == {}
    assert stage.bot is not None
    assert stage.bot.worker.alive


# --- what the gateway should never say ---

UNREADABLE: tuple[Any, ...] = (None, 0, "text", [], {}, {"id": None}, {"id": "x", "guild_id": []}, {"guild_id": "0"})
EVENTS = (
    "GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE", "CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE",
    "THREAD_CREATE", "THREAD_UPDATE", "THREAD_DELETE", "THREAD_LIST_SYNC", "THREAD_MEMBERS_UPDATE", "MESSAGE_CREATE",
    "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE", "INTERACTION_CREATE",
    "GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE", "GUILD_MEMBER_UPDATE", "USER_UPDATE", "AN_EVENT_OF_TOMORROW",
)  # fmt: skip


def event(name: str, data: Any) -> Json:
    return {"op": 0, "t": name, "s": None, "d": data}


async def test_events_that_nobody_can_read_are_passed_over(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    card, _ = await stage.vent(stage.ada)
    before = [session.id for session in stage.discord.hub.of(stage.app.state)]

    for name in EVENTS:
        for data in UNREADABLE:
            stage.discord.hub.send_all(stage.app.state, event(name, data))
    for payload in ({"op": 99, "d": None, "s": None, "t": None}, {"op": 11, "d": {}, "s": None, "t": None}):
        stage.discord.hub.send_all(stage.app.state, payload)

    await stage.ben.press(card, "vent:cheer")
    await stage.discord.until(lambda: "1 person is with you" in card.text)
    assert [session.id for session in stage.discord.hub.of(stage.app.state)] == before
    assert "MESSAGE_CREATE" in caplog.text
