"""Forgetting, purging and exporting from a terminal, beside a running bot."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.data import guilds, leaving, people
from bot.data.database import Database
from bot.data.people import Choices
from bot.data.unit import Unit
from bot.domain.clock import Wall
from bot.domain.ids import GuildId, MemberId
from tests.bot.operating.conftest import Operator
from tests.rows import NewRows
from tests.stage import Stage

HERE, THERE = GuildId(700), GuildId(800)
ADA, BEN = MemberId(577354978792833024), MemberId(883858444392595456)


async def two_servers(url: str) -> None:
    """Ada and Ben are on both."""
    database = Database(url, Wall())
    await database.open()

    def fill(unit: Unit) -> None:
        for guild in (HERE, THERE):
            guilds.switch_on(unit, guild, ["cheering"])
            for member in (ADA, BEN):
                people.choose(unit, guild, member, Choices(quiet=True))

    await database.change(fill)
    await database.close()


async def known_at(url: str) -> dict[int, list[int]]:
    database = Database(url, Wall())
    await database.open()
    found = {int(guild): [int(m) for m in await database.read(lambda look, g=guild: leaving.members(look, g))]
             for guild in await database.read(leaving.servers)}  # fmt: skip
    await database.close()
    return found


async def test_somebody_on_several_servers_is_forgotten_on_all_of_them(operator: Operator, new_rows: NewRows) -> None:
    here = await new_rows()
    await two_servers(here)

    code, said = await operator.types("forget-user", ADA, at=here)
    assert (code, "Nothing was done yet" in said) == (0, True)
    assert len((await known_at(here))[HERE]) == 2
    code, said = await operator.types("forget-user", f"<@{ADA}>", "--yes", at=here)

    assert code == 0, said
    assert await known_at(here) == {HERE: [BEN], THERE: [BEN]}


async def test_on_one_server_only_where_it_is_named(operator: Operator, new_file: NewRows) -> None:
    here = await new_file()
    await two_servers(here)

    await operator.types("forget-user", ADA, "--guild", HERE, "--yes", at=here)

    assert await known_at(here) == {HERE: [BEN], THERE: [ADA, BEN]}


async def test_a_purged_server_leaves_the_others_alone(operator: Operator, new_rows: NewRows) -> None:
    here = await new_rows()
    await two_servers(here)

    code, said = await operator.types("purge-guild", HERE, at=here)
    assert (code, "preference: 2 rows" in said, "Nothing was done yet" in said) == (0, True, True)
    code, said = await operator.types("purge-guild", HERE, "--yes", at=here)

    assert code == 0, said
    assert await known_at(here) == {THERE: [ADA, BEN]}


@pytest.mark.parametrize(
    ("typed", "code", "says"),
    [
        (("purge-guild", "5"), 2, "Nothing is kept of a server 5. Known are: 700, 800."),
        (("forget-user", "ada"), 2, "A Discord id is a long number"),
        (("forget-user",), 2, "Missing argument"),
        (("restore", "nothing.backup"), 3, "There is no file"),
    ],
)
async def test_what_cannot_be_meant_is_said_in_words(
    operator: Operator, new_file: NewRows, typed: tuple[str, ...], code: int, says: str
) -> None:
    here = await new_file()
    await two_servers(here)

    given, said = await operator.types(*typed, at=here)

    assert given == code
    assert says in said


async def test_without_a_database_or_with_an_older_one_nothing_is_done(
    operator: Operator, new_bare_file: NewRows
) -> None:
    code, said = await operator.types("forget-user", ADA, "--yes", at=await new_bare_file())

    assert (code, "There is no database" in said) == (3, True)


async def test_a_server_s_rows_can_be_read_and_name_nobody(beside: Operator, stage: Stage, tmp_path: Path) -> None:
    card, _ = await stage.vent(stage.ada, "They said no.")
    await stage.ben.press(card, "vent:cheer")
    await stage.ben.run("cheer", channel=stage.room, member=stage.ada, line="for Ada", quietly=True)

    code, said = await beside.types("export-guild", stage.guild.id, "--to", tmp_path / "out.json")

    assert code == 0, said
    text = (tmp_path / "out.json").read_text(encoding="utf-8")
    told = json.loads(text)
    assert told["server"] == str(stage.guild.id)
    assert told["tables"]["guild_setting"]
    assert [row["wish"] for row in told["tables"]["vent"]] == ["listen"]
    assert [one.name for one in stage.guild.members if str(one.id) in text] == []
    assert "for Ada" not in text


async def test_the_operator_is_not_told_what_somebody_wrote_without_a_name(beside: Operator, stage: Stage) -> None:
    await stage.vent(stage.ada, "They said no.")

    _, of_ada = await beside.types("forget-user", stage.ada.id)
    _, of_ben = await beside.types("forget-user", stage.ben.id)

    assert of_ada == of_ben


async def test_beside_the_running_bot_posts_go_from_discord_too(beside: Operator, stage: Stage) -> None:
    await stage.vent(stage.ada, "They said no.")

    code, said = await beside.types("forget-user", stage.ada.id, "--yes")
    assert stage.bot is not None
    stage.bot.worker.wake()

    assert code == 0, said
    await stage.discord.until(lambda: stage.cards() == [])


async def test_a_backup_from_before_restored_after_leaves_no_trace_of_the_forgotten(
    beside: Operator, stage: Stage
) -> None:
    await stage.vent(stage.ada, "They said no.")
    await stage.ben.run("cheer", channel=stage.room, member=stage.ada, line="for Ada", quietly=True)
    before = (await beside.types("backup"), beside.backups[0])[1]
    asked = await stage.ada.run("my forget", channel=stage.room)
    await stage.ada.press(asked.message, "my:forget:yes")
    await stage.quiet()
    held = names_in(before, stage.ada)
    await stage.stop()

    code, said = await beside.types("restore", before, "--replace", "--yes")

    assert code == 0, said
    assert held
    assert names_in(stage.folder / "wingbeat.db", stage.ada) == []
    bot = await stage.start()
    await stage.quiet()
    assert (
        await bot.database.read(lambda look: leaving.named_in(look, GuildId(stage.guild.id), MemberId(stage.ada.id)))
        == {}
    )


def names_in(path: Path, who: Any) -> list[bytes]:
    """What in the file says who it was: the id as SQLite writes it, and in texts."""
    content = path.read_bytes()
    return [one for one in (who.id.to_bytes(8, "big"), str(who.id).encode()) if one in content]
