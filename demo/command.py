"""What can be typed. Exit codes: 0 fine, 1 the bot does not stay up, 2 wrong arguments or a busy port."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import click

from demo.cast import PEOPLE_LEAST, PEOPLE_MOST, SERVERS
from demo.show import Cannot, Options, show

NAME = "wingbeat sandbox"
WRONG = 2
SPEED_MOST = 100_000.0


@click.command(NAME, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--people", type=click.IntRange(PEOPLE_LEAST, PEOPLE_MOST), default=40, show_default=True,
    help="How many people the community has.",
)  # fmt: skip
@click.option(
    "--guilds", type=click.IntRange(1, len(SERVERS)), default=2, show_default=True, help="How many servers they share."
)
@click.option("--seed", type=int, default=7, show_default=True, help="The same seed makes the same community.")
@click.option(
    "--speed", type=click.FloatRange(0, SPEED_MOST, min_open=True), default=1.0, show_default=True,
    help="Seconds of people's clock in one second.",
)  # fmt: skip
@click.option(
    "--port", type=click.IntRange(0, 65535), default=None,
    help="Where the page is served; 0 takes a free one. Default: 8080, or a free one where that is taken.",
)  # fmt: skip
@click.option(
    "--data-dir", type=click.Path(file_okay=False, path_type=Path), default=None,
    help="An empty directory for the bot's rows and log. Default: a temporary one, removed at the end.",
)  # fmt: skip
@click.option("--no-bot", is_flag=True, help="Only the community, and the addresses for a bot of your own.")
@click.option(
    "--for", "seconds", type=click.FloatRange(min=0), default=None, help="End by itself after so many seconds."
)
def _typed(**given: object) -> Options:
    """Try Wingbeat without a token: a local Discord, a made-up community, and the real bot."""
    return Options(**given)  # pyright: ignore[reportArgumentType]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs until told to end; gives the exit code."""
    try:
        options = cast("Options | int", _typed.main(arguments, NAME, standalone_mode=False))
    except click.ClickException as wrong:
        return _leave(wrong.format_message())
    if not isinstance(options, Options):
        return 0  # it only wanted to read the help
    try:
        return asyncio.run(show(options))
    except Cannot as why:
        return _leave(str(why))


def _leave(words: str) -> int:
    sys.stderr.write(f"{NAME}: {words}\n")
    return WRONG
