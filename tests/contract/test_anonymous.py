"""Anonymous means anonymous: nothing that leaves the bot says who let something out (SPEC 9, first row)."""

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from sandbox import Member, Request, Seen
from tests.contract.searching import Traces, as_text
from tests.process import StageApart, staged_apart

NAME = "Zephyrine Quillfeather"


class Told:
    """What others could see before, so that only what came since is searched."""

    def __init__(self, others: list[Any]) -> None:
        self.others = others
        self._before = {one.id: {as_text(each) for each in one.visible()} for one in others}

    def since(self) -> list[Any]:
        return [each for one in self.others for each in one.visible() if as_text(each) not in self._before[one.id]]


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StageApart]:
    """The bot as a process of its own that says all it can say."""
    async with staged_apart(tmp_path, log_level="DEBUG") as ready:
        yield ready


async def everything_an_author_does(stage: StageApart, author: Any) -> Seen:
    """Lets out, mends, answers, asks to be told, writes a line elsewhere, looks at the list; gives the card."""
    other, _ = await stage.vent(stage.ada, "Somebody else's.")
    card, posted = await stage.vent(author, "They said no, after four rounds.")
    for who in (stage.ben, stage.mia):
        await who.press(card, "vent:cheer")
    await author.press(card, "vent:cheer")
    mending = await author.press(posted.message, "vent:change")
    await author.submit(mending.form, text="They said no, after five rounds.")
    await stage.discord.until(lambda: "five" in card.text)
    await author.press(posted.message, "vent:tell")
    await line(stage, stage.ben, card, "You are not alone.", "signed")
    await line(stage, author, other, "Me too.", "unsigned")
    more = await author.press(card, "vent:more")
    answering = await author.press(more.message, "vent:reply")
    await author.submit(answering.form, text="Thank you all.")
    await stage.discord.until(lambda: any("Thank you all." in one.text for one in stage.ben.sees(card.thread)))
    await stage.discord.until(lambda: author.person.sees_dm(stage.app))
    await author.run("my posts", channel=stage.room)
    await author.run("my inbox", channel=stage.room)
    await author.press(author.person.sees_dm(stage.app)[-1], "vent:untell")
    await author.submit(
        (await author.press(stage.panel(), "vent:open")).form, text="And again.", help="listen", name="hidden"
    )
    await author.react(other, "🫂")
    return card


async def line(stage: StageApart, writer: Any, card: Seen, text: str, sign: str) -> None:
    opened = await writer.press(card, "vent:line")
    await writer.submit(opened.form, line=text, sign=sign)
    await stage.discord.until(lambda: any(text in one.text for one in stage.mia.sees(card.thread)))


async def test_nothing_that_leaves_the_bot_says_who_it_was(stage: StageApart) -> None:
    author = stage.guild.join(stage.discord.person(NAME))
    traces = Traces(author)
    asked_before = len(stage.discord.requests)
    told = Told([stage.ada, stage.ben, stage.mia])

    card = await everything_an_author_does(stage, author)
    rows = stage.folder / "data" / "wingbeat.db"
    files = (rows, rows.with_name(rows.name + "-wal"), rows.with_name(rows.name + "-shm"))
    while_up = traces.in_files(*files)
    await author.press((await author.press(card, "vent:more")).message, "vent:down")
    await stage.discord.until(lambda: card.deleted)
    await stage.stop()

    requests = stage.discord.requests[asked_before:]
    assert any(one.route == "/users/@me/channels" for one in requests)
    assert traces.in_requests(requests) == []
    assert traces.in_sight(without_reactions(told.since(), author)) == []
    assert "bot.app" in stage.said.read_text(encoding="utf-8")
    assert traces.in_text(stage.said.read_text(encoding="utf-8")) == []
    assert while_up == []
    assert traces.in_files(*files) == []


def without_reactions(seen: list[Any], author: Member) -> list[Any]:
    """A reaction is the author's own deed before everybody's eyes; the bot has no part in it."""
    return [one for one in seen if not str(one.get("event", "")).startswith("MESSAGE_REACTION")]


# --- the search itself ---


@pytest.fixture
def author() -> Any:
    class Somebody:
        id, name = 577354978792833024, NAME

    return Somebody()


def asked(path: str = "/channels/1/messages", body: Any = None) -> Request:
    return Request("POST", path, "/channels/{channel_id}/messages", body, 200, None, 0.0)


@pytest.mark.parametrize(
    "leak",
    [
        asked(body={"content": "posted for <@577354978792833024>"}),
        asked(body={"components": [{"components": [{"custom_id": "vent:more:577354978792833024"}]}]}),
        asked(body={"author": 577354978792833024}),
        asked(body={"content": "by zephyrine quillfeather"}),
        asked(path="/channels/577354978792833024/messages"),
    ],
)
def test_a_leak_in_a_request_is_found(author: Any, leak: Request) -> None:
    assert Traces(author).in_requests([asked(body={"content": "harmless"})]) == []
    assert Traces(author).in_requests([leak]) != []


def test_opening_the_direct_message_is_the_one_exception(author: Any) -> None:
    opening = Request(
        "POST", "/users/@me/channels", "/users/@me/channels", {"recipient_id": str(author.id)}, 200, None, 0.0
    )

    assert Traces(author).in_requests([opening]) == []


async def test_a_leak_that_others_can_see_is_found(stage: StageApart) -> None:
    author = stage.guild.join(stage.discord.person(NAME))
    told = Told([stage.ben])
    assert Traces(author).in_sight(told.since()) == []

    await stage.ada.say(stage.room, f"I know that it was {author.mention}")

    assert Traces(author).in_sight(told.since()) != []


@pytest.mark.parametrize("value", [577354978792833024, "577354978792833024", NAME, b'{"by":577354978792833024}'])
def test_a_leak_into_the_rows_is_found_in_the_file_or_its_log(tmp_path: Path, author: Any, value: object) -> None:
    path = tmp_path / "rows.db"
    rows = sqlite3.connect(path)
    rows.execute("PRAGMA journal_mode = WAL")
    rows.execute("CREATE TABLE vent (id INTEGER, author)")
    rows.execute("INSERT INTO vent VALUES (1, NULL)")
    rows.commit()
    files = (path, path.with_name("rows.db-wal"))
    assert Traces(author).in_files(*files) == []

    rows.execute("INSERT INTO vent VALUES (2, ?)", (value,))
    rows.commit()

    assert Traces(author).in_files(*files) != []
    rows.close()


@pytest.mark.parametrize("said", ["for 577354978792833024", "Member ZEPHYRINE QUILLFEATHER", f"{577354978792833024:x}"])
def test_a_leak_into_the_log_is_found(author: Any, said: str) -> None:
    assert Traces(author).in_text("a quiet line") == []
    assert Traces(author).in_text(f"DEBUG venting: {said}") != []
