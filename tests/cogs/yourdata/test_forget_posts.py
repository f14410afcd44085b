"""Forgetting reaches posts, lines and signs, with their messages."""

from typing import Any

from bot.data import keys
from bot.data.persons import Person
from bot.domain.ids import GuildId, MemberId
from cogs.venting import privacy
from tests.rows import eventually
from tests.stage import Stage


def person(stage: Stage, who: Any) -> Person:
    living = keys.read_file(stage.folder / "keys" / "master.json")
    assert living is not None
    return Person(GuildId(stage.guild.id), MemberId(who.id), living)


async def erased(stage: Stage, who: Any) -> None:
    assert stage.bot is not None
    asked = person(stage, who)
    await stage.bot.database.change(lambda unit: [rows.erase(unit, asked) for rows in privacy.ROWS])


async def counted(stage: Stage, who: Any) -> dict[str, int]:
    assert stage.bot is not None
    asked = person(stage, who)
    return await stage.bot.database.read(lambda look: {rows.name: rows.count(look, asked) for rows in privacy.ROWS})


async def test_posts_go_with_card_and_thread(stage: Stage) -> None:
    await stage.vent(stage.ada, "They said no.")
    await stage.vent(stage.mia, "Another one.")

    await erased(stage, stage.ada)

    await stage.discord.until(lambda: len(stage.cards()) == 1)
    assert "Another one." in stage.cards()[0].text


async def test_a_sign_on_somebodys_card_is_taken_back_and_the_card_counts_anew(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    await stage.ben.press(card, "vent:cheer")
    before = await counted(stage, stage.ben)

    await erased(stage, stage.ben)

    async def nobody_is_counted() -> bool:
        return (await counted(stage, stage.ben))["given"] == 0

    await eventually(nobody_is_counted)
    assert before["given"] == 1


async def test_a_signed_line_goes_with_its_message(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    form = (await stage.ben.press(card, "vent:line")).form
    await stage.ben.submit(form, line="I have been there.", sign="signed")
    thread = card.thread
    await stage.discord.until(lambda: any("I have been there." in m.text for m in stage.ada.sees(thread)))

    await erased(stage, stage.ben)

    await stage.discord.until(lambda: all("I have been there." not in m.text for m in stage.ada.sees(thread)))


async def test_the_trace_of_an_ended_post_stays_its_week_and_is_named(stage: Stage) -> None:
    await stage.vent(stage.ada)

    await erased(stage, stage.ada)

    after = await counted(stage, stage.ada)
    assert after["posts"] == 0
    assert after["ended"] == 1
