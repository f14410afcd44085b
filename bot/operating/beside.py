"""Beside the bot, running or not: its rows, its keys and what its features know, without starting any of it."""

import logging
from contextlib import AsyncExitStack

from bot.app import App, discover
from bot.data import upkeep
from bot.data.opening import keys_there, rows_beside
from bot.domain.clock import Wall
from bot.observe.wall import read_first
from config.settings import Settings


async def wall_of(settings: Settings) -> Wall:
    """People's clock, where the settings name one."""
    wall = Wall()
    if settings.clock_url is not None:
        logging.getLogger("bot.observe.wall").setLevel(logging.ERROR)  # a sandbox that has ended has no clock
        await read_first(wall, settings.clock_url)
    return wall


async def app_beside(settings: Settings, stack: AsyncExitStack) -> App:
    """Put together for what it knows. Raises StartRefused in words: no database, another schema, no or other keys."""
    features = discover()
    database = await rows_beside(settings, await wall_of(settings), stack)
    living = keys_there(settings)
    await database.on_writer(lambda connection: upkeep.check_keys(connection, living))
    return App(settings, features, database, living)
