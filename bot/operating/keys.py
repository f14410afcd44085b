"""`wingbeat rotate-keys`."""

from contextlib import AsyncExitStack

import click

from bot.data import keys, rotating, upkeep
from bot.data.database import Database
from bot.data.keys import Keys
from bot.data.lock import only_process
from bot.data.opening import keys_there
from bot.data.restoring import refuse_company
from bot.data.unit import Unit
from bot.domain.clock import from_ms
from bot.domain.errors import StartRefused
from bot.operating.beside import app_beside
from bot.operating.speaking import NOT_DONE, finish, many, say, settings_given, yes
from config.settings import Settings


@click.command("rotate-keys", short_help="Make a new master key.")
@click.option("--even-so", is_flag=True, help="The oldest key goes though something may hold under it: it was leaked.")
@yes
def rotate_keys(even_so: bool, yes: bool) -> None:
    """Make a new master key; what is written from now on is under it. The bot must be stopped.

    Three keys live at most: the fourth rotation's oldest goes. What is sealed is sealed anew; mutes, posts and buttons
    hold, since look-ups try all living keys. A key that was leaked cannot be healed for rows that were read with it.
    """
    finish(_rotate(settings_given(), even_so=even_so, done=yes))


async def _rotate(settings: Settings, *, even_so: bool, done: bool) -> int:
    if settings.keys is not None:
        raise StartRefused(
            "The keys come from WINGBEAT_KEYS, where I cannot write. Put them into a file, name it with "
            "WINGBEAT_KEYS_FILE, rotate, and take the file's new content back to where they came from."
        )
    async with AsyncExitStack() as stack:
        database = (await app_beside(settings, stack)).database
        if database.is_sqlite:
            stack.enter_context(only_process(database.url))
        else:
            await database.read(refuse_company)
        living = keys_there(settings)
        gone = living.to_go()
        found = await database.read(lambda look: rotating.look(look, gone))
        say(f"Keys now: {_numbers(living)}; written under {living.active}. A new one is made.")
        say(f"{many(sum(found.anew.values()), 'sealed text')} will be sealed anew.")
        if gone:
            say(
                f"Key {_numbers(gone)} goes: three live at most. A backup written under it needs the key file of today."
            )
        _refuse_losses(living, found, even_so=even_so)
        if not done:
            say(NOT_DONE)
            return 0
        await _do(settings, database, living, gone)
    return 0


def _refuse_losses(living: Keys, found: rotating.Sealed, *, even_so: bool) -> None:
    until_ms = rotating.holds_until_ms(living)
    if even_so:
        return
    if found.lost:
        raise StartRefused(
            f"This would be lost with the key that goes: {_listed(found.lost)}. "
            "Wait until it has run out, or say --even-so. Nothing was changed."
        )
    if until_ms is not None:
        raise StartRefused(
            f"Under the key that goes mutes, posts or closed doors of people who have not acted since may hold until "
            f"{from_ms(until_ms):%d %B %Y}. Wait until then; if the key was leaked, say --even-so. Nothing was changed."
        )


async def _do(settings: Settings, database: Database, living: Keys, gone: list[int]) -> None:
    """The file first, with all keys in it: whatever stops us, no row is under a key that is not in the file."""
    place = settings.place_of_keys
    fresh = living.with_new()
    keys.write_file(place, fresh)

    def sealed_anew(unit: Unit) -> int:
        # from now on a file without the new key is refused, also where the bot did not run since
        upkeep.check_keys(unit.connection, fresh)
        return rotating.seal_anew(unit, fresh)

    anew = await database.change(sealed_anew)
    if gone:
        await database.on_writer(lambda connection: rotating.forget_marks(connection, gone))
        keys.write_file(place, fresh.without(gone))
    await database.overwrite()
    say(f"Done: key {fresh.active} is in {place}, and {many(anew, 'sealed text')} under it. Save a copy of that file.")
    say("Start the bot again: wingbeat run.")


def _listed(rows: dict[str, int]) -> str:
    return ", ".join(f"{many(count, 'row')} in {name}" for name, count in rows.items())


def _numbers(several: Keys | list[int]) -> str:
    return ", ".join(map(str, sorted(several.masters if isinstance(several, Keys) else several)))
