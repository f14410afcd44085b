"""`wingbeat commands`, `settings` and `kept`: one page each, and whether the page in `docs/` still says it."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bot.app import App, discover
from bot.data.database import Database
from bot.data.keys import new_keys
from bot.domain.clock import Wall
from bot.operating import pages
from bot.operating.speaking import FAILED, finish, say, settings_given
from bot.ui import reference
from bot.ui.reference import Offered
from config.settings import Settings

DOCS = Path(__file__).parents[2] / "docs"


def _page(name: str, short: str, purpose: str, build: Callable[[], Awaitable[str]]) -> click.Command:
    """A command that shows a page, writes it into `docs/`, or says whether it is true there."""
    file = DOCS / f"{name}.md"

    @click.command(name, help=purpose, short_help=short)
    @click.option("--check", is_flag=True, help=f"For developers: only say whether docs/{name}.md is true.")
    @click.option("--write", is_flag=True, help=f"For developers: write docs/{name}.md.")
    def command(check: bool, write: bool) -> None:
        finish(_do(file, build(), check=check, write=write))

    return command


async def _do(file: Path, page: Awaitable[str], *, check: bool, write: bool) -> int:
    return _kept_or_said(file, await page, check=check, write=write)


def _kept_or_said(file: Path, page: str, *, check: bool, write: bool) -> int:
    if write:
        file.write_text(page, encoding="utf-8")
    elif check and (not file.exists() or file.read_text(encoding="utf-8") != page):
        say(f"docs/{file.name} is not what the code says: python -m bot {file.stem} --write")
        return FAILED
    elif not check:
        say(page)
    return 0


async def _commands() -> str:
    return await _offered(settings_given())


async def _offered(settings: Settings) -> str:
    with TemporaryDirectory() as folder:
        # nothing is opened: it is put together for what it offers
        rows = Database(f"sqlite+aiosqlite:///{folder}/none.db", Wall())
        features = discover()
        app = App(settings, features, rows, new_keys())
    offered = [Offered(one.name, app.parts[one.name].slashes, app.parts[one.name].menus) for one in features]
    given = [command.to_dict(app.client.tree) for command in app.client.tree.get_commands()]
    return reference.page(offered, given, app.catalogue.words(None))


async def _settings() -> str:
    return pages.settings_page()


async def _kept() -> str:
    return pages.kept_page(discover())


commands = _page(
    "commands",
    "List the commands on Discord.",
    "List every command on Discord: its options, where it is, and who may use it.",
    _commands,
)
settings = _page(
    "settings",
    "List the settings.",
    "List every setting: its variable, what it is, and what holds without it.",
    _settings,
)
kept = _page("kept", "List what is kept about people.", "List what is kept about people, and for how long.", _kept)
