"""`wingbeat commands`: every command on one page, and whether docs/commands.md still says it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bot.app import App, discover
from bot.data.database import Database
from bot.data.keys import new_keys
from bot.domain.clock import Wall
from bot.operating.speaking import FAILED, finish, say, settings_given
from bot.ui import reference
from bot.ui.reference import Offered
from config.settings import Settings

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"


@click.command()
@click.option("--check", is_flag=True, help="For developers: only say whether docs/commands.md is true.")
@click.option("--write", is_flag=True, help="For developers: write docs/commands.md.")
def commands(check: bool, write: bool) -> None:
    """List every command with its options, where it is, and who may use it."""
    finish(_commands(settings_given(), check=check, write=write))


async def _commands(settings: Settings, *, check: bool, write: bool) -> int:
    with TemporaryDirectory() as folder:
        # nothing is opened: it is put together for what it offers
        rows = Database(f"sqlite+aiosqlite:///{folder}/none.db", Wall())
        features = discover()
        app = App(settings, features, rows, new_keys())
    offered = [Offered(one.name, app.parts[one.name].slashes, app.parts[one.name].menus) for one in features]
    given = [command.to_dict(app.client.tree) for command in app.client.tree.get_commands()]
    page = reference.page(offered, given, app.catalogue.words(None))
    if write:
        PAGE.write_text(page, encoding="utf-8")
    elif check and (not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page):
        say("docs/commands.md is not what the commands are: python -m bot commands --write")
        return FAILED
    elif not check:
        say(page)
    return 0
