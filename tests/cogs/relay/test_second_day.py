"""A post that waits for two days, on a server whose moderators have no channel: who hears of it, and how often."""

from datetime import timedelta

from sandbox import Member, Seen
from tests.cogs.moderation.desk import member
from tests.cogs.relay.listeners import WAIT, after, listens, pings
from tests.stage import Stage


def calls(stage: Stage) -> list[Seen]:
    """The words to whoever is on duty."""
    return [message for message in stage.mia.sees_dm(stage.app) if "mod:offduty" in str(message.stored.components)]


async def board(stage: Stage) -> str:
    return (await stage.mia.run("mod board", channel=stage.room)).text


async def inbox(stage: Stage, one: Member) -> str:
    return "".join(note.text for note in (await one.run("my inbox", channel=stage.room)).messages)


def words(stage: Stage) -> list[Seen]:
    return [message for message in stage.ada.sees_dm(stage.app) if "Nobody has written yet" in message.text]


async def a_day(stage: Stage) -> None:
    for _ in range(4):
        await after(stage, timedelta(hours=6, seconds=5))


async def test_nobody_is_forgotten_on_the_second_day_either(stage: Stage) -> None:
    settings = await stage.ada.run("my settings")
    await stage.ada.press(settings.message, f"my:dm:{stage.guild.id}")
    await listens(stage, stage.ben)
    await listens(stage, member(stage, 2), where="inbox")
    opened = await stage.mia.press((await stage.mia.run("mod board", channel=stage.room)).message, "Ping me")
    await stage.mia.submit(opened.form, zone="UTC", opens=["0"], closes=["24"])
    card, _ = await stage.vent(stage.ada, name="open")

    await after(stage, WAIT)
    assert len(pings(stage, stage.ben)) == 1
    assert "could use a line" in await inbox(stage, member(stage, 2))
    assert calls(stage) == []

    await after(stage, timedelta(hours=6))
    assert len(calls(stage)) == 1
    assert "has been up for six hours and could use a line from one of you" in await board(stage)

    await a_day(stage)
    [word] = words(stage)
    assert "Nobody has written" not in await inbox(stage, stage.ada)
    asked = await stage.ada.press(word, "Ask a moderator to answer")
    await stage.quiet()
    await after(stage, timedelta(minutes=2))
    assert "I asked them" in asked.text
    assert len(calls(stage)) == 2
    assert "would like a moderator to answer it" in await board(stage)

    # somebody comes, and takes it back: the wait begins anew
    await member(stage, 1).press(card, "vent:cheer")
    await stage.quiet()
    assert "could use a line" not in await inbox(stage, member(stage, 2))
    assert "would like a moderator" not in await board(stage)
    await member(stage, 1).press(card, "vent:cheer")
    await stage.quiet()
    await after(stage, WAIT)
    assert len(pings(stage, stage.ben)) == 1
    assert "could use a line" in await inbox(stage, member(stage, 2))

    # and so does *Show it once more* a day later, for those who listen now
    await a_day(stage)
    assert len(words(stage)) == 2
    shown = await stage.ada.press(words(stage)[-1], "Show it once more")
    await stage.quiet()
    assert "It is shown again, and I ask those who listen now." in shown.text
    assert [message.text[:40] for message in pings(stage, stage.ben)] == ["Someone in **Job seekers** could use a l"]
    assert len([one for one in stage.ben.sees_dm(stage.app) if "asked you about this one again" in one.text]) == 2
