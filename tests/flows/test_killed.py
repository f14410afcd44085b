"""SIGKILL at any instant: nothing is lost, nothing is said twice."""

import asyncio
import json
import random
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.app import discover
from bot.data import keys
from bot.data.database import Database
from bot.data.queue import NewJob
from bot.data.schema import METADATA
from bot.data.tables import guild_setting, job
from bot.domain.clock import Wall
from sandbox import Sandbox, Seen
from tests.chaos import chaos, note, share
from tests.flows.lean import KIND, Life, live, mark_of
from tests.knocks.storm import insists
from tests.lives import die_after, end, start
from tests.process import StageApart, staged_apart
from tests.rows import NewRows, count, eventually, rows
from tests.stage import CROWD, TOKEN

LEAN_KILLS = 8
"""In the suite; `make chaos` has 500 on each database."""
ROOMS = 24
SEND = "/channels/{channel_id}/messages"


# --- the whole bot ---


@pytest.mark.long
async def test_a_bot_that_is_killed_again_and_again_answers_on_old_cards_and_loses_and_doubles_nothing(
    tmp_path: Path, new_rows: NewRows
) -> None:
    url = await new_rows()
    kills = 2 if url.startswith("sqlite") else 1  # on PostgreSQL the lease on the shards of the dead runs for 15 s
    async with staged_apart(tmp_path, database_url=url) as stage:
        first, _ = await stage.vent(stage.ada, "The first one.")
        await stage.ben.press(first, "vent:cheer")
        # one that is there for sure: where the machine is slow, the kill may come before any other is taken in
        await insists(stage.mia, lambda: first, "vent:line", line="The first line.", sign="unsigned")
        await killed_while_people_write(stage, first, kills, random.Random(1))

        await insists(stage.mia, lambda: first, "vent:cheer")
        await stage.discord.until(lambda: re.search(r"\d+ people are with you", first.text), timeout=20)
        before = with_you(first)
        await insists(stage.ben, lambda: first, "vent:cheer")
        await stage.discord.until(lambda: with_you(first) == before - 1)


@chaos
async def test_chaos_with_the_whole_bot(tmp_path: Path, new_rows: NewRows) -> None:
    kills = share(3)
    async with staged_apart(tmp_path, database_url=await new_rows(), people=CROWD + 3 * kills) as stage:
        first, _ = await stage.vent(stage.ada, "The first one.")
        await killed_while_people_write(stage, first, kills, random.Random())


def with_you(card: Seen) -> int:
    """The number on a card."""
    found = re.search(r"(\d+) (?:person is|people are) with you", card.text)
    return int(found[1]) if found else 0


async def killed_while_people_write(stage: StageApart, first: Seen, kills: int, chance: random.Random) -> None:
    """In every life two people let something out and one writes a line; all that was taken in must be there once."""
    people = [one for one in stage.guild.members if one.name.startswith("Member")]
    written: list[str] = []
    for number in range(kills):
        authors = [people.pop() for _ in range(2)]
        written += [f"Text {one.name}." for one in authors]
        trouble(stage.discord, chance)
        acts = [asyncio.create_task(let_out(stage, one, f"Text {one.name}.")) for one in authors]
        acts.append(asyncio.create_task(write_line(stage, people.pop(), first, f"Line {number}.")))
        await asyncio.sleep(chance.uniform(0.05, 0.8))
        await stage.kill()
        for act in acts:
            act.cancel()  # nobody waits for an answer from the dead
        await asyncio.gather(*acts, return_exceptions=True)
        stage.discord.faults.calm()
        await stage.start()
    await everything_is_there_once(stage, written, kills)


async def let_out(stage: StageApart, author: Any, text: str) -> None:
    opened = await author.press(stage.panel(), "vent:open")
    if opened.form is not None:
        await author.submit(opened.form, text=text, help="listen", name="hidden")


async def write_line(stage: StageApart, writer: Any, card: Seen, text: str) -> None:
    opened = await writer.press(card, "vent:line")
    if opened.form is not None:
        await writer.submit(opened.form, line=text, sign="unsigned")


async def everything_is_there_once(stage: StageApart, written: list[str], kills: int) -> None:
    url = stage.database_url or f"sqlite+aiosqlite:///{stage.folder}/data/wingbeat.db"
    database = Database(url, Wall())
    await database.open()
    discover()
    sending = ("venting.publish", "venting.say-line")

    async def all_is_sent() -> bool:
        return not [one for one in await rows(database, job) if one.kind in sending]

    try:
        await eventually(all_is_sent, seconds=30)
        vents, lines = [await rows(database, METADATA.tables[name]) for name in ("vent", "line")]
    finally:
        await database.close()
    cards = stage.cards()
    texts = Counter(text for text in written for one in cards if text in one.text)
    said = [one.id for thread in stage.guild.threads for one in stage.ben.sees(thread) if not one.system]
    kept, there = [one.message_id for one in (*vents, *lines)], [*(one.id for one in cards), *said]
    lost, doubled = len({*kept} - {*there}), len({*there} - {*kept}) + texts.total() - len(texts)
    note("kill -9 of the whole bot", url, len(kept), lost, doubled, kills=kills)
    assert sorted(one.message_id for one in vents) == sorted(one.id for one in cards)
    assert sorted(one.thread_id for one in vents) == sorted(one.id for one in stage.guild.threads)
    assert {text: times for text, times in texts.items() if times > 1} == {}
    assert sorted(one.message_id for one in lines) == sorted(said)
    assert vents
    assert lines


# --- the sender alone, many times ---


@asynccontextmanager
async def rooms(*, readable: bool) -> AsyncIterator[tuple[Sandbox, list[Any]]]:
    """A Discord with rooms in which the bot may write, and read what was written or not."""
    may_read = 1 << 16 if readable else 0
    async with Sandbox.open() as local:
        app = local.application("Wingbeat", token=TOKEN)
        guild = local.guild("Job seekers", owner=local.person("Mia"))
        there = [guild.channel(f"room-{number}") for number in range(ROOMS)]
        guild.install(app, 1 << 10 | 1 << 11 | may_read)
        if not readable:
            guild.permit(guild.everyone, 1 << 10 | 1 << 11)
        yield local, there


@pytest.mark.parametrize("held_by", ["nonce", "history"])
async def test_the_outbox_loses_none_and_doubles_none(tmp_path: Path, new_rows: NewRows, held_by: str) -> None:
    await kill_the_sender(tmp_path, await new_rows(), held_by, LEAN_KILLS, random.Random(2))


@chaos
@pytest.mark.parametrize("held_by", ["nonce", "history"])
async def test_chaos_in_the_outbox(tmp_path: Path, new_rows: NewRows, held_by: str) -> None:
    await kill_the_sender(tmp_path, await new_rows(), held_by, share(28), random.Random())


async def kill_the_sender(folder: Path, url: str, held_by: str, kills: int, chance: random.Random) -> None:
    """`held_by` the nonce alone (nothing can be read), or by reading back alone (no nonce is remembered)."""
    database = Database(url, Wall())
    await database.open()
    keys.write_file(folder / "keys.json", keys.new_keys())
    async with rooms(readable=held_by == "history") as (local, there):
        if held_by == "history":
            local.settings.nonce_window = 0.0
        life = Life(url, local.api, TOKEN, folder / "keys.json")
        put = 0
        for _ in range(kills):
            await put_some(database, there, range(put, put + 5))
            put += 5
            trouble(local, chance, slow=held_by == "nonce")
            killed = await die_after(start(live, life), local, chance, most=10, seconds=1.5)
            assert killed == -9
            local.faults.calm()
        last = start(live, life)
        try:
            await eventually(lambda: nothing_left(database), seconds=30 + put / 4)
        finally:
            await end(last)
        said = Counter(one.content_mark for one in map(Said, messages_in(there)))
        done = await count(database, guild_setting)
    await database.close()
    lost, doubled = put - len(said), sum(times - 1 for times in said.values())
    note(f"kill -9 of the sender, held by {held_by}", url, put, lost, doubled, kills=kills)
    assert said == Counter({mark_of(str(number)): 1 for number in range(put)})
    assert done == put


class Said:
    """A message by the lean process."""

    def __init__(self, message: Any) -> None:
        self.content_mark = next(
            part["custom_id"][:-1]
            for row in message.components
            for part in row.get("components", ())
            if part["type"] == 2
        )


def messages_in(there: list[Any]) -> list[Any]:
    return [one for channel in there for one in channel.messages.values()]


async def put_some(database: Database, there: list[Any], numbers: range) -> None:
    new = [NewJob(KIND, key=str(one), payload=json.dumps({"channel": there[one % len(there)].id})) for one in numbers]
    await database.change(lambda unit: [unit.schedule(one) for one in new])


async def nothing_left(database: Database) -> bool:
    return await count(database, job) == 0


def trouble(local: Sandbox, chance: random.Random, *, slow: bool = True) -> None:
    """What else may go wrong meanwhile: the network is cut after the message was stored, Discord is slow or ill."""
    kinds: list[Callable[[], None]] = [
        lambda: local.faults.store_then_cut(SEND),
        lambda: local.faults.fail("POST", SEND, status=500),
        lambda: None,
    ]
    if slow:
        # a request that Discord carries out after the look-back can be held by the nonce only
        kinds.append(lambda: local.faults.slow(SEND, chance.uniform(0.05, 0.4), method="POST", times=3))
    chance.choice(kinds)()
