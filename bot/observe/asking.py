"""Asks the bot beside it whether it is well: the container's health check. `python -m bot.observe.asking`

Standard library only: it runs every 30 seconds, and the bot itself takes a second to load.
"""

import os
import sys
import urllib.request

USUAL = "127.0.0.1:8765"
"""As in config/default.toml, which a container may say otherwise."""
NOWHERE = ("", "off")
WAITS_S = 4
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "[::]": "[::1]"}  # noqa: S104  read, not bound to


def address(bind: str) -> str | None:
    """Where to ask; None where the bot answers nowhere."""
    if bind in NOWHERE:
        return None
    host, _, port = bind.rpartition(":")
    return f"http://{_EVERYWHERE.get(host, host)}:{port}/healthz"


def main() -> int:
    """0 where all is well, 1 otherwise.

    A bot that answers nowhere is well as long as it runs: its own watchdog ends it when the gateway falls silent.
    """
    asked = address(os.environ.get("WINGBEAT_HTTP_BIND", USUAL))
    if asked is None:
        return 0
    try:
        with urllib.request.urlopen(asked, timeout=WAITS_S):  # noqa: S310  the scheme is ours
            return 0
    except OSError as error:
        print(error)  # noqa: T201  Docker keeps what a health check says
        return 1


if __name__ == "__main__":
    sys.exit(main())
