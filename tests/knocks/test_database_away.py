"""The database is locked, full, read-only, away: people read words, and afterwards nothing is lost or doubled."""

import asyncio
import signal
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.data import database as database_room
from bot.data.queue import NewJob
from bot.domain.errors import DatabaseAway, Refusal
from cogs.venting.cards import own
from cogs.venting.views.answering import AnsweringViews
from sandbox import Member, Seen
from tests.postgres import Postgres
from tests.rows import migrated
from tests.stage import Stage, staged

THINGS = ("letter", "call", "test", "smile", "plan", "question", "coat", "shoes")
CRASHING = 4
AWAY = "I cannot get at my records at the moment"


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another program writes and does not end."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


async def as_the_writer(stage: Stage, pragma: str) -> None:
    """Says it on the bot's own connection: SQLite then answers as it does for a full disk or a read-only file."""
    bot = stage.bot
    assert bot is not None
    writer = bot.database._writer
    assert writer is not None
    await writer._hop(lambda: writer._connection.execute(pragma).fetchall())


async def impatient(stage: Stage) -> None:
    await as_the_writer(stage, "PRAGMA busy_timeout = 300")


def at_work(stage: Stage) -> bool:
    return stage.bot is not None and stage.bot.worker.alive


async def test_while_the_database_is_locked_people_read_words_and_afterwards_it_works(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    await impatient(stage)

    with locked(stage.folder / "wingbeat.db"):
        assert AWAY in (await stage.ben.press(card, "vent:cheer")).text

    await stage.ben.press(card, "vent:cheer")
    await stage.discord.until(lambda: "1 person is with you" in card.text)
    assert at_work(stage)


async def test_a_reaction_that_comes_while_the_database_is_away_counts_once_it_is_back(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    card, _ = await stage.vent(stage.ada)
    await impatient(stage)
    bot = stage.bot
    assert bot is not None

    with locked(stage.folder / "wingbeat.db"):
        await stage.ben.react(card, "💪")
        await stage.mia.react(card, "💪")
        await stage.mia.unreact(card, "💪")
        await stage.discord.until(lambda: bot.client.late.waiting == 3)

    await stage.discord.until(lambda: not bot.client.late.waiting)
    await stage.quiet()
    await stage.later(timedelta(seconds=10))
    await stage.discord.until(lambda: "1 person is with you" in card.text)
    assert "Traceback" not in caplog.text


def test_who_passes_over_a_refusal_does_not_pass_over_a_database_that_is_away() -> None:
    assert not issubclass(DatabaseAway, Refusal)


async def test_what_somebody_wrote_is_given_back_where_it_cannot_be_kept(stage: Stage) -> None:
    form = (await stage.ada.press(stage.panel(), "vent:open")).form
    await impatient(stage)

    with locked(stage.folder / "wingbeat.db"):
        answer = await stage.ada.submit(form, text="They said no, in one line.", help="listen", name="hidden")
        await stage.discord.until(lambda: "They said no, in one line." in str(answer.messages))

    assert AWAY in str(answer.messages)
    assert not stage.cards()
    card, _ = await stage.vent(stage.ada, "They said no, in one line.")
    assert "in one line" in card.text
    assert len(stage.cards()) == 1


async def test_what_somebody_did_stays_done_where_the_database_goes_away_right_after(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> None:
        raise DatabaseAway("connection lost")

    form = (await stage.ada.press(stage.panel(), "vent:open")).form
    assert stage.bot is not None
    monkeypatch.setattr(stage.bot._visits, "note", away)

    answer = await stage.ada.submit(form, text="They said no, in one line.", help="listen", name="hidden")
    await stage.quiet()

    assert "It is up" in answer.text
    assert AWAY not in str(answer.messages)
    assert "in one line" not in str(answer.messages)


async def test_what_is_done_is_not_told_as_failed_where_only_the_answer_to_it_breaks(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> None:
        raise DatabaseAway("connection lost")

    form = (await stage.ada.press(stage.panel(), "vent:open")).form
    with monkeypatch.context() as broken:
        broken.setattr(own, "confirmation", lambda *_: 1 / 0)
        posted = await stage.ada.submit(form, text="They said no, in one line.", help="listen", name="hidden")
    await stage.quiet()
    (card,) = stage.cards()
    stage.discord.faults.fail("POST", "/interactions/{interaction_id}/{interaction_token}/callback", status=400)
    cheered = await stage.ben.press(card, "vent:cheer")
    form = (await stage.ben.press(card, "Write a line")).form
    monkeypatch.setattr(AnsweringViews, "_line_placed", away)
    wrote = await stage.ben.submit(form, line="Me too.", sign="signed")
    await stage.quiet()

    for answer in (posted, cheered, wrote):
        assert "What you did went through" in answer.text, answer.text
        assert answer.buttons == []
    assert "Me too." not in str([one.text for one in wrote.messages])
    assert "1 person is with you" in card.text
    assert sum("Me too." in one.text for one in stage.ben.sees(card.thread)) == 1


@pytest.mark.parametrize(
    ("trouble", "over"),
    [
        ("PRAGMA query_only = ON", "PRAGMA query_only = OFF"),
        ("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 4294967294"),
    ],
    ids=["read only", "full"],
)
async def test_a_full_disk_or_a_read_only_file_is_said_and_is_over_when_it_is_over(
    stage: Stage, trouble: str, over: str, caplog: pytest.LogCaptureFixture
) -> None:
    card, _ = await stage.vent(stage.ada)
    await as_the_writer(stage, trouble)

    said = [await let_out(stage, f"No room, {number}. " + "x" * 1_900) for number in range(12)]
    assert any(AWAY in one for one in said)

    await as_the_writer(stage, over)
    await stage.ben.press(card, "vent:cheer")
    await stage.discord.until(lambda: "1 person is with you" in card.text)
    assert at_work(stage)
    assert "Traceback" not in caplog.text


async def let_out(stage: Stage, text: str) -> str:
    form = (await stage.ada.press(stage.panel(), "vent:open")).form
    answer = await stage.ada.submit(form, text=text, help="listen", name="hidden")
    return str([one.text for one in answer.messages])


@pytest.fixture
async def on_postgres(postgres: Postgres, tmp_path: Path) -> AsyncIterator[Stage]:
    url = await postgres.fresh_database(migrated)
    await postgres.keeps_what_it_confirmed(url)
    async with staged(tmp_path, database_url=url) as ready:
        await ready.set_up()
        yield ready
    await postgres.drop(url)


async def test_a_server_that_is_restarted_is_said_in_words_and_found_again(
    on_postgres: Stage, postgres: Postgres, caplog: pytest.LogCaptureFixture
) -> None:
    stage = on_postgres
    card, _ = await stage.vent(stage.ada)
    postgres.end(signal.SIGINT)

    assert AWAY in (await stage.ben.press(card, "vent:cheer")).text

    postgres.begin_again()
    await everything_works(stage, card)
    assert "Traceback" not in caplog.text


async def test_connections_that_are_cut_again_and_again_lose_nothing_and_double_nothing(
    on_postgres: Stage, postgres: Postgres
) -> None:
    stage = on_postgres
    card, _ = await stage.vent(stage.ada)
    writers = [one for one in stage.guild.members if one.name.startswith("Member")][: len(THINGS)]
    written = [f"They said no to my {what}." for what in THINGS]
    acts = [asyncio.create_task(let_out_by(stage, *one)) for one in zip(writers, written, strict=True)]
    cut = 0
    while not all(act.done() for act in acts):
        cut += await postgres.cut(stage.database_url or "")
        await asyncio.sleep(0.05)

    said = [act.result() for act in acts]
    await everything_works(stage, card)
    texts = [one.text for one in stage.cards()]
    for one, answer in zip(written, said, strict=True):
        seen = sum(one in text for text in texts)
        assert seen == 1 or (seen == 0 and AWAY in answer), (one, seen, answer)
    assert cut > 0


@pytest.mark.chaos
async def test_a_server_that_crashes_in_the_middle_of_it_loses_nothing_and_doubles_nothing(
    on_postgres: Stage, postgres: Postgres
) -> None:
    stage = on_postgres
    card, _ = await stage.vent(stage.ada)
    writers = [one for one in stage.guild.members if one.name.startswith("Member")][:CRASHING]
    written = [f"They said no to my {what}." for what in THINGS[:CRASHING]]
    acts = [asyncio.create_task(let_out_by(stage, *one)) for one in zip(writers, written, strict=True)]
    await asyncio.sleep(0.1)
    postgres.end(signal.SIGQUIT)
    postgres.begin_again()

    said = await asyncio.gather(*acts)
    await everything_works(stage, card)
    texts = [one.text for one in stage.cards()]
    for one, answer in zip(written, said, strict=True):
        seen = sum(one in text for text in texts)
        assert seen == 1 or (seen == 0 and AWAY in answer), (one, seen, answer)


async def let_out_by(stage: Stage, author: Member, text: str) -> str:
    opened = await author.press(stage.panel(), "vent:open")
    while opened.form is None:
        assert opened.failed or AWAY in opened.text  # where Discord says that it failed, people press again
        opened = await author.press(stage.panel(), "vent:open")
    answer = await author.submit(opened.form, text=text, help="listen", name="hidden")
    return str([one.text for one in answer.messages])


@pytest.mark.parametrize("seconds", [3.0, pytest.param(20.0, marks=pytest.mark.chaos)])
async def test_a_server_that_stands_still_delays_the_answer_and_nothing_else(
    on_postgres: Stage, postgres: Postgres, seconds: float
) -> None:
    stage = on_postgres
    card, _ = await stage.vent(stage.ada)
    postgres.pause()
    asyncio.get_running_loop().call_later(seconds, postgres.go_on)

    answer = await stage.ben.press(card, "vent:cheer")

    assert answer.failed is None
    await everything_works(stage, card, already=True)


async def everything_works(stage: Stage, card: Seen, *, already: bool = False) -> None:
    """A press, and work that the queue does by itself."""
    bot = stage.bot
    assert bot is not None
    if not already:
        async with asyncio.timeout(20):
            while AWAY in (await stage.ben.press(card, "vent:cheer")).text:  # noqa: ASYNC110
                await asyncio.sleep(0.2)
    await stage.discord.until(lambda: "1 person is with you" in card.text, timeout=20)
    assert bot.worker.alive
    await stage.quiet()


async def test_a_line_that_was_cut_without_a_word_is_not_waited_for_for_ever(
    postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_room, "ANSWER_WITHIN_S", 0.3)
    database = database_room.Database(await postgres.fresh_database(migrated), database_room.Wall())
    await database.open()
    await database.change(lambda unit: unit.schedule(NewJob("some.work")))
    postgres.pause()
    try:
        with pytest.raises(database_room.DatabaseAway):
            async with asyncio.timeout(15):
                await database.change(lambda unit: unit.schedule(NewJob("some.work")))
    finally:
        postgres.go_on()
    await database.change(lambda unit: unit.schedule(NewJob("some.work")))
    await database.close()
