"""`python -m sandbox`: a local Discord without a bot, until Ctrl-C."""

import argparse
import asyncio
import signal
import sys
from typing import NoReturn

from sandbox.local import Sandbox

PORT_MOST = 65535
TOKEN = "sandbox"  # noqa: S105  it opens nothing but this sandbox
NAMES = ("Ada", "Ben", "Chidi", "Dana", "Emre", "Fatima", "Goran", "Hana", "Ines", "Jonas", "Kemi", "Lena")


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"{self.prog}: {message}.\n")
        raise SystemExit(2)


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a whole number, not {text!r}") from None


def _port(text: str) -> int:
    number = _whole(text)
    if not 0 <= number <= PORT_MOST:
        raise argparse.ArgumentTypeError(f"a port is 0 to {PORT_MOST}, not {number}")
    return number


def _some(text: str) -> int:
    number = _whole(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"1 or more, not {number}")
    return number


def _speed(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < float("inf"):
        raise argparse.ArgumentTypeError(f"a number above 0, not {text}")
    return number


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    """Raises SystemExit(2) for wrong ones."""
    parser = Parser(prog="sandbox", description="A local Discord on this machine, for trying bots.")
    parser.add_argument("--port", type=_port, default=7080, help="0 takes a free one (default: 7080)")
    parser.add_argument("--people", type=_some, default=5, help="how many people there are")
    parser.add_argument("--guilds", type=_some, default=1, help="how many servers they share")
    parser.add_argument("--seed", type=_whole, default=7, help="the same seed makes the same people")
    parser.add_argument("--speed", type=_speed, default=1.0, help="seconds of people's clock in a second")
    return parser.parse_args(given)


def settle(discord: Sandbox, people: int, guilds: int) -> None:
    """Makes a bot, people, and servers that all of them are in."""
    app = discord.application("Helper", token=TOKEN)
    everyone = [discord.person(_name(number)) for number in range(people)]
    for number in range(guilds):
        guild = discord.guild(f"Server {number + 1}", owner=everyone[0])
        for person in everyone[1:]:
            guild.join(person, joined_days_ago=discord.random.uniform(1, 400))
        guild.install(app)


def _name(number: int) -> str:
    round_, place = divmod(number, len(NAMES))
    return NAMES[place] + (f" {round_ + 1}" if round_ else "")


async def serve(given: argparse.Namespace) -> None:
    """Until SIGINT or SIGTERM. Raises OSError for a busy port."""
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    async with Sandbox.open(given.port, seed=given.seed, strict=False) as discord:
        discord.clock.speed = given.speed
        settle(discord, given.people, given.guilds)
        sys.stdout.write(
            f"API      {discord.api}\nGateway  {discord.gateway}\nControl  {discord.base}/sandbox/people\n"
            f"Clock    {discord.clock_url}\nToken    {TOKEN}\nCtrl-C ends it.\n"
        )
        sys.stdout.flush()
        await stop.wait()


def main() -> int:
    """The exit code: 0, or 2 for a port that is taken."""
    given = arguments()
    try:
        asyncio.run(serve(given))
    except OSError as busy:
        sys.stderr.write(f"sandbox: port {given.port} cannot be used: {busy.strerror or busy}.\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
