"""How commands speak and end. Exit codes: 0 fine, 1 failed, 2 wrong settings or arguments, 3 refused."""

import asyncio
import sys
from collections.abc import Awaitable
from typing import NoReturn

import click

from bot.domain.errors import DatabaseAway, StartRefused
from config.settings import Settings, WrongSettings, load

FAILED, WRONG, REFUSED = 1, 2, 3
NOT_DONE = "Nothing was done yet. To do it, say the same with --yes."

yes = click.option("--yes", is_flag=True, help="Do it. Without this, only say what would be done.")


def settings_given() -> Settings:
    """The settings; leaves with WRONG and a line for each fault where they do not hold."""
    try:
        return load()
    except WrongSettings as wrong:
        leave(WRONG, str(wrong))


def finish(work: Awaitable[int]) -> NoReturn:
    """Runs a command to its end and leaves with its code."""

    async def awaited() -> int:
        return await work

    try:
        code = asyncio.run(awaited())
    except StartRefused as refused:
        leave(REFUSED, str(refused))
    except DatabaseAway as away:
        leave(FAILED, f"The database does not answer: {away}.")
    except KeyboardInterrupt:
        leave(FAILED, "Stopped.")
    sys.exit(code)


def leave(code: int, words: str) -> NoReturn:
    """Says why on standard error and ends."""
    click.echo(words, err=True)
    sys.exit(code)


def say(words: str) -> None:
    """One line, or several, on standard output."""
    click.echo(words)


def many(count: int, one: str) -> str:
    """ "1 server", "2 servers"."""
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


class Progress:
    """One line that counts up where somebody watches; nothing where the output goes to a file."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def __call__(self, what: str, rows: int) -> None:
        if self._shown:
            click.echo(f"\r\033[K  {what}: {rows}", nl=False, err=True)

    def done(self) -> None:
        """Takes the line away."""
        if self._shown:
            click.echo("\r\033[K", nl=False, err=True)
