"""The image and the compose files, as far as that can be told without an engine."""

import asyncio
import json
import re
import shlex
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bot.cli import main
from bot.observe import asking
from bot.observe import health as served
from tests.house.test_documents import setting_fault

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
COMPOSES = ("compose.yaml", "compose.postgres.yaml")
HOLES = re.compile(r"^\s*- ([\w-]+):(/\S+)$", flags=re.MULTILINE)
OUTSIDE_THE_IMAGE = "/var/lib/postgresql"


def instructions(name: str) -> list[str]:
    return re.findall(rf"^{name} +(.+)$", DOCKERFILE, flags=re.MULTILINE)


def copied() -> list[str]:
    lines = [line for line in instructions("COPY") if not line.startswith("--from")]
    return [source for line in lines for source in line.split()[:-1]]


def let_in() -> set[str]:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    return {line[1:] for line in lines if line.startswith("!")}


def test_what_is_copied_is_there_and_let_in() -> None:
    assert copied()
    assert [source for source in copied() if not (ROOT / source).exists()] == []
    assert set(copied()) == let_in()


def test_everything_the_wheel_holds_is_copied() -> None:
    packages = re.search(r"^packages = \[(.+)\]", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)

    assert packages is not None
    assert set(re.findall(r'"(\w+)"', packages.group(1))) <= set(copied())


def test_it_runs_as_nobody_in_particular_and_starts_with_run() -> None:
    users = instructions("USER")

    assert users == ["10001:10001"]
    assert instructions("ENTRYPOINT") == ['["wingbeat"]']
    assert shlex.split(instructions("CMD")[-1].strip("[]").replace(",", " "))[0] in main.commands
    assert instructions("STOPSIGNAL") == ["SIGTERM"]


@pytest.mark.parametrize("name", COMPOSES)
def test_a_compose_file_writes_to_the_images_volumes_only(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    volumes = set(re.findall(r'"(/\w+)"', instructions("VOLUME")[0]))
    declared = set(re.findall(r"^  (\w+): \{\}", text, flags=re.MULTILINE))

    assert HOLES.findall(text)
    assert {place for _, place in HOLES.findall(text) if place != OUTSIDE_THE_IMAGE} <= volumes
    assert {volume for volume, _ in HOLES.findall(text)} == declared
    assert "read_only: true" in text
    assert "\t" not in text


@pytest.mark.parametrize("name", ["Dockerfile", *COMPOSES])
def test_every_setting_that_is_named_is_one(name: str) -> None:
    named = set(re.findall(r"\bWINGBEAT_\w+", (ROOT / name).read_text(encoding="utf-8")))

    assert named
    assert [fault for fault in map(setting_fault, sorted(named)) if fault is not None] == []


def test_the_health_check_says_no_where_nobody_answers(free_port: int) -> None:
    assert health(f"0.0.0.0:{free_port}") != 0


async def test_the_health_check_says_yes_where_somebody_is_well(free_port: int) -> None:
    async def well() -> dict[str, bool]:
        return {"gateway": True}

    async def figures() -> bytes:
        return b""

    runner = await served.serve(f"127.0.0.1:{free_port}", alive=well, ready=well, figures=figures)
    assert runner is not None
    code = await asyncio.to_thread(health, f"0.0.0.0:{free_port}")
    await runner.cleanup()

    assert code == 0


@pytest.mark.parametrize("nowhere", ["off", ""])
def test_a_bot_that_answers_nowhere_is_well_while_it_runs(nowhere: str) -> None:
    assert health(nowhere) == 0


@pytest.mark.parametrize(
    ("bind", "asked"),
    [
        ("0.0.0.0:80", "http://127.0.0.1:80/healthz"),
        ("[::]:8765", "http://[::1]:8765/healthz"),
        ("10.0.0.7:9", "http://10.0.0.7:9/healthz"),
    ],
)
def test_the_health_check_asks_where_the_bot_answers(bind: str, asked: str) -> None:
    assert asking.address(bind) == asked


def test_the_health_check_knows_the_usual_address() -> None:
    usual = tomllib.loads((ROOT / "config" / "default.toml").read_text(encoding="utf-8"))

    assert usual["http_bind"] == asking.USUAL


def health(bind: str) -> int:
    """Runs the image's own line."""
    match = re.search(r"HEALTHCHECK .*CMD (\[.+\])", DOCKERFILE)
    assert match is not None
    program, *arguments = json.loads(match[1])
    assert program == "python"
    return subprocess.run(  # noqa: S603 - the image's own line with our interpreter
        [sys.executable, *arguments],
        env={"WINGBEAT_HTTP_BIND": bind},
        cwd=ROOT, capture_output=True, timeout=20, check=False,
    ).returncode  # fmt: skip


@pytest.fixture
def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
