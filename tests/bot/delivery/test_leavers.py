"""People who left, and servers that removed the bot."""

from datetime import timedelta
from typing import Any

from bot.data import leaving
from bot.domain.ids import GuildId
from tests.rows import eventually
from tests.stage import Stage

WEEK = timedelta(days=7, seconds=5)


async def known(stage: Stage) -> set[int]:
    """Everybody of whom something is kept by id."""
    assert stage.bot is not None
    guild = GuildId(stage.guild.id)
    return set(await stage.bot.database.read(lambda look: leaving.members(look, guild)))


async def chosen(stage: Stage, *people: Any) -> None:
    for one in people:
        screen = await one.run("my settings", channel=stage.room)
        await one.press(screen.message, "my:set")


async def test_who_left_is_forgotten_within_three_weeks_and_who_stays_is_kept(stage: Stage) -> None:
    await chosen(stage, stage.ada, stage.ben)
    stage.guild.remove(stage.ada.person)

    await stage.later(WEEK)

    async def ada_is_gone() -> bool:
        return stage.ada.id not in await known(stage)

    await eventually(ada_is_gone)
    await stage.quiet()
    assert stage.ben.id in await known(stage)
    looked_up = [one for one in stage.discord.requests if one.route == "/guilds/{guild_id}/members/{user_id}"]
    assert len(looked_up) == 2, "one look-up for each"


async def test_the_walk_comes_again_every_week(stage: Stage) -> None:
    await chosen(stage, stage.ben)
    await stage.later(WEEK)
    await stage.quiet()
    assert stage.ben.id in await known(stage)
    stage.guild.remove(stage.ben.person)

    await stage.later(WEEK)
    await stage.quiet()

    assert stage.ben.id not in await known(stage)


async def kept(stage: Stage) -> bool:
    assert stage.bot is not None
    return bool(await stage.bot.database.read(leaving.servers))


async def test_a_server_that_removed_the_bot_is_forgotten_after_fourteen_days(stage: Stage) -> None:
    await chosen(stage, stage.ada)
    stage.guild.uninstall(stage.app)
    await stage.quiet()

    await stage.later(timedelta(days=13))
    await stage.quiet()
    assert stage.bot is not None
    assert stage.ada.id in await known(stage)
    await stage.later(timedelta(days=1, minutes=1))

    async def all_is_gone() -> bool:
        return not await known(stage)

    await eventually(all_is_gone)


async def test_added_again_in_time_everything_is_there(stage: Stage) -> None:
    await chosen(stage, stage.ada)
    stage.guild.uninstall(stage.app)
    await stage.quiet()
    await stage.later(timedelta(days=10))
    stage.guild.install(stage.app, 0)
    await stage.quiet()

    await stage.later(timedelta(days=10))
    await stage.quiet()

    assert stage.ada.id in await known(stage)


async def test_removed_while_the_bot_was_down_is_found_at_its_start(stage: Stage) -> None:
    await chosen(stage, stage.ada)
    await stage.stop()
    stage.guild.uninstall(stage.app)
    await stage.start()

    await stage.later(timedelta(days=15))

    async def all_is_gone() -> bool:
        return not await known(stage)

    await eventually(all_is_gone)
