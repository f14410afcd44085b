"""`wingbeat forget-user`, `wingbeat purge-guild`, `wingbeat export-guild`."""

from contextlib import AsyncExitStack
from pathlib import Path

import click

from bot.app import App
from bot.data import leaving
from bot.data.exporting import as_text, written
from bot.data.forgetting import Forgetting
from bot.domain.ids import GuildId, MemberId
from bot.operating.beside import app_beside
from bot.operating.speaking import NOT_DONE, REFUSED, WRONG, finish, leave, many, say, settings_given, yes
from config.settings import Settings

LARGEST_ID = 2**63 - 1


class _DiscordId(click.ParamType[int]):
    """A user's or a server's number."""

    name = "id"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value).strip().strip("<@!>")
        if not text.isdecimal() or not 0 < int(text) <= LARGEST_ID:
            self.fail(
                f"{value!r} is not an id. A Discord id is a long number: User Settings → Advanced → Developer Mode on, "
                "then right-click or long-press the person or the server → Copy ID.",
                param, ctx,
            )  # fmt: skip
        return int(text)


_ID = _DiscordId()


@click.command("forget-user", short_help="Forget somebody, as /my forget does.")
@click.argument("user", type=_ID)
@click.option("--guild", "guild", metavar="SERVER", type=_ID, help="Only on this server (its id).")
@yes
def forget_user(user: int, guild: int | None, yes: bool) -> None:
    """Forget somebody by their Discord id, as /my forget does: on every server, or on one.

    It also works while the bot runs. What they posted without a name goes too, and is not counted here: you are not
    told what is whose. A mute that holds and a day's limit stay, by key, until they end.
    """
    finish(_forget(settings_given(), MemberId(user), GuildId(guild) if guild else None, done=yes))


async def _forget(settings: Settings, member: MemberId, only: GuildId | None, *, done: bool) -> int:
    async with AsyncExitStack() as stack:
        app = await app_beside(settings, stack)
        servers = await _servers(app, only)
        for guild in servers:
            named = await app.database.read(lambda look, guild=guild: leaving.named_in(look, guild, member))
            say(f"On server {guild}: {_listed(named)}.")
        if not servers:
            say("Nothing is kept of any server.")
            return 0
        if not done:
            say("With it goes what they did without a name, which I do not count for you.")
            say(NOT_DONE)
            return 0
        for guild in servers:
            await app.forgetting.person(guild, member)
        say("Done. They are no longer known here; their posts in Discord go as soon as the bot runs.")
        say(await _until_overwritten(app.forgetting))
    return 0


def _listed(rows: dict[str, int]) -> str:
    if not rows:
        return "nothing under this id"
    return "under this id " + ", ".join(
        f"{name.replace('_', ' ')} {many(count, 'row')}" for name, count in rows.items()
    )


async def _until_overwritten(forgetting: Forgetting) -> str:
    if await forgetting.rows.overwrite():
        return "Nothing of it is left in the database's files. In backups it stays until you delete them."
    if forgetting.rows.is_sqlite:
        return "The running bot still reads; what is left in the -wal file is overwritten within the hour."
    return (
        "PostgreSQL keeps deleted rows on the disk until it vacuums (by itself; VACUUM does it now), and its archive "
        "of changes and your backups keep them as long as you keep those."
    )


async def _servers(app: App, only: GuildId | None) -> list[GuildId]:
    known = await app.database.read(leaving.servers)
    if only is None:
        return known
    if only not in known:
        leave(WRONG, f"Nothing is kept of a server {only}. Known are: {', '.join(map(str, known)) or 'none'}.")
    return [only]


@click.command("purge-guild", short_help="Throw away all that is kept of a server.")
@click.argument("guild", metavar="SERVER", type=_ID)
@yes
def purge_guild(guild: int, yes: bool) -> None:
    """Throw away everything that is kept of one server (its id), everybody on it included.

    Remove the bot from the server first: what it posted there stays in the channels, and nobody can take it down once
    the rows are gone. It happens by itself 14 days after the bot was removed.
    """
    finish(_purge(settings_given(), GuildId(guild), done=yes))


async def _purge(settings: Settings, guild: GuildId, *, done: bool) -> int:
    async with AsyncExitStack() as stack:
        app = await app_beside(settings, stack)
        await _servers(app, guild)
        counted = await app.database.read(lambda look: leaving.count(look, guild))
        say(f"Of server {guild} goes, for good:")
        for name, rows in counted.items():
            say(f"  {name.replace('_', ' ')}: {many(rows, 'row')}")
        say("A copy first: wingbeat export-guild. Other servers are not touched.")
        if not done:
            say(NOT_DONE)
            return 0
        await app.forgetting.server(guild)
        say("Done. Nothing is kept of that server any more.")
        say(await _until_overwritten(app.forgetting))
    return 0


@click.command("export-guild", short_help="Write what is kept of a server into a file.")
@click.argument("guild", metavar="SERVER", type=_ID)
@click.option("--to", "place", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.")
def export_guild(guild: int, place: Path | None) -> None:
    """Write what is kept of one server (its id) into a file that can be read: JSON, with a word on each table.

    Nobody is named in it but moderators in their log, and what is sealed is left out: everybody has /my export.
    """
    place = place or Path(f"server-{guild}.json")
    if place.exists():
        leave(REFUSED, f"{place} is there already. Name another file with --to.")
    finish(_export(settings_given(), GuildId(guild), place))


async def _export(settings: Settings, guild: GuildId, place: Path) -> int:
    async with AsyncExitStack() as stack:
        app = await app_beside(settings, stack)
        await _servers(app, guild)
        text = await app.database.snapshot(lambda look: as_text(look, guild, app.database.wall.now()))
    written(place, text)
    say(f"Written to {place}. It names moderators only; posts can be found by their links.")
    return 0
