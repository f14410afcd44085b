"""Sandbox, community and bot together, from the first line to the last."""

import os
import re
import signal
import socket
from pathlib import Path
from typing import Any

import pytest

from tests.demo.running import Demo, running

MINE = "They gave it to somebody from their own team, after four rounds."


class Visitor:
    """Somebody at the page who plays a member of the first server."""

    def __init__(self, demo: Demo, name: str) -> None:
        self.demo = demo
        people = demo.ask("GET", "/sandbox/people")["people"]
        self.id = next(one["id"] for one in people if one["name"] == name)
        state = demo.ask("GET", f"/sandbox/state?as={self.id}")
        guild = next(one for one in state["guilds"] if one["name"] == "Between Jobs")
        self.room = next(one["id"] for one in guild["channels"] if one["name"] == "vent-room")

    def messages(self, channel: str | None = None) -> list[dict[str, Any]]:
        return self.demo.ask("GET", f"/sandbox/channels/{channel or self.room}/messages?as={self.id}")

    def cards(self) -> list[dict[str, Any]]:
        return [one for one in self.messages() if "vent:cheer:" in str(one["components"])]

    def own(self) -> dict[str, Any] | None:
        return next((one for one in self.cards() if MINE in one["text"]), None)

    def press(self, message: dict[str, Any], button: str) -> dict[str, Any]:
        body = {"as": self.id, "channel": self.room, "message": message["id"], "button": button}
        return self.demo.ask("POST", "/sandbox/act/press", body)

    def vent(self) -> None:
        panel = next(one for one in reversed(self.messages()) if "vent:open" in str(one["components"]))
        form = self.press(panel, "vent:open")["form"]
        values = {"text": MINE, "help": "listen", "name": "hidden"}
        body = {"as": self.id, "interaction": form["interaction"], "values": values}
        self.demo.ask("POST", "/sandbox/act/submit", body)


@pytest.mark.long
def test_a_visitor_is_heard_and_the_bot_may_be_killed_and_ctrl_c_ends_all(tmp_path: Path) -> None:
    with running("--port", "0", "--speed", "20", temporary=tmp_path) as demo:
        demo.says("Ctrl-C ends it.", 100)
        assert "40 made-up people on 2 servers" in demo.text
        visitor = Visitor(demo, "Marta Lindqvist")
        assert sum("with you" in one["text"] for one in visitor.cards()) >= 4
        assert len({one["timestamp"][:10] for one in visitor.cards()}) >= 3
        assert not [one for one in visitor.messages() if one["ephemeral"]]

        visitor.vent()
        heard = demo.until(lambda: (own := visitor.own()) and _supporters(own) >= 3 and own)
        demo.until(lambda: len(visitor.messages(heard["id"])) >= 1)

        [bot] = demo.bots
        os.kill(bot, signal.SIGKILL)
        demo.says("The bot is back.")
        [again] = demo.bots
        assert again != bot

        assert demo.end(signal.SIGINT) == 0
        assert not Path(f"/proc/{again}").exists()
        assert "Traceback" not in demo.text
        assert list(tmp_path.iterdir()) == []


def _supporters(card: dict[str, Any]) -> int:
    found = re.search(r"(\d+) (?:people are|person is) with you", card["text"])
    return int(found[1]) if found else 0


def test_it_ends_by_itself_and_a_term_during_the_history_ends_it_too(tmp_path: Path) -> None:
    with running("--port", "0", "--guilds", "1", "--no-bot", "--for", "0.2", temporary=tmp_path) as demo:
        assert demo.ended(30) == 0
    with running("--port", "0", "--guilds", "1", temporary=tmp_path) as demo:
        demo.says("Some days pass")
        [bot] = demo.bots

        assert demo.end(signal.SIGTERM) == 0

    assert not Path(f"/proc/{bot}").exists()
    assert "Traceback" not in demo.text
    assert list(tmp_path.iterdir()) == []


def test_a_bot_that_does_not_start_is_said_in_words_with_what_it_said_last(tmp_path: Path) -> None:
    folder = tmp_path / "rows"
    (folder / "keys" / "master.json").mkdir(parents=True)  # where a file is expected

    with running("--port", "0", "--data-dir", str(folder), temporary=tmp_path) as demo:
        code = demo.ended(60)

    assert code == 1
    assert "The bot ended by itself" in demo.text


def test_a_busy_port_is_said_in_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        with running("--port", port, temporary=tmp_path) as demo:
            code = demo.ended(30)

    # the sandbox itself may have said before that it has no description of Discord to check itself against
    said = [line for line in demo.lines if "openapi" not in line]
    assert code == 2
    assert len(said) == 1
    assert port in said[0]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--people", "many"], "--people"),
        (["--people", "3"], "--people"),
        (["--guilds", "0"], "--guilds"),
        (["--speed", "0"], "--speed"),
        (["--port", "70000"], "--port"),
        (["--colour", "red"], "--colour"),
    ],
)
def test_wrong_arguments_are_said_in_one_sentence(arguments: list[str], named: str, tmp_path: Path) -> None:
    with running(*arguments, temporary=tmp_path) as demo:
        code = demo.ended(30)

    assert code == 2
    assert len(demo.lines) == 1
    assert named in demo.text
