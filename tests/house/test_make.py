"""What `make` does on a fresh machine, with a Python that only notes what it was asked."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTES = '#!/bin/sh\necho "$@" >>asked.txt\n'


def make(workshop: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("WINGBEAT_", "MAKE", "ARGS"))}
    return subprocess.run(  # noqa: S603 - our own Makefile
        ["make", "PYTHON=./python", *arguments],  # noqa: S607 - whichever make there is
        cwd=workshop,
        env=clean | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def python_that(workshop: Path, script: str, place: str = "python") -> None:
    program = workshop / place
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(script, encoding="utf-8")
    program.chmod(0o755)


def asked(workshop: Path) -> list[str]:
    file = workshop / "asked.txt"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    file.unlink(missing_ok=True)
    return lines


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """A checkout whose environment exists, and notes in asked.txt what would be run."""
    (tmp_path / "requirements").mkdir()
    for file in ("Makefile", "pyproject.toml", *(f"requirements/{lock}.txt" for lock in ("run", "dev", "lock"))):
        shutil.copy(ROOT / file, tmp_path / file)
    python_that(tmp_path, NOTES, ".venv/bin/python")
    return tmp_path


@pytest.mark.parametrize(
    ("fault", "says"),
    [("version_info", "Wingbeat needs Python 3.11 or newer"), ("ensurepip", "apt install python3-venv")],
)
def test_a_python_that_will_not_do_is_told_in_a_sentence(workshop: Path, fault: str, says: str) -> None:
    shutil.rmtree(workshop / ".venv")
    python_that(workshop, f'#!/bin/sh\ncase "$2" in *{fault}*) exit 1;; esac\n')

    said = make(workshop, "run")

    assert says in said.stdout
    assert said.returncode != 0


def test_only_a_changed_lock_installs_again(workshop: Path) -> None:
    make(workshop, "run")
    first = asked(workshop)
    make(workshop, "run")
    second = asked(workshop)
    stamp = (workshop / ".venv/run.stamp").stat().st_mtime
    os.utime(workshop / "requirements/run.txt", (stamp + 5, stamp + 5))
    make(workshop, "run")
    third = asked(workshop)

    assert [line.split("install ")[-1] for line in first[:2]] == [
        "--require-hashes -r requirements/run.txt",
        "--no-deps --no-build-isolation -e .",
    ]
    assert second == ["-m bot sandbox"]
    assert third == first


def test_who_can_test_can_run(workshop: Path) -> None:
    make(workshop, "test")
    asked(workshop)

    make(workshop, "run")

    assert asked(workshop) == ["-m bot sandbox"]


@pytest.mark.parametrize(
    ("environment", "dotenv", "command"),
    [
        ({}, None, "sandbox"),
        ({"WINGBEAT_TOKEN": ""}, None, "sandbox"),
        ({"WINGBEAT_TOKEN": "abc"}, None, "run"),
        ({}, "WINGBEAT_TOKEN=abc\n", "run"),
        ({}, "WINGBEAT_NAME=Wings\nexport WINGBEAT_TOKEN='abc'\n", "run"),
        ({}, 'WINGBEAT_TOKEN=""\n', "sandbox"),
        ({}, "WINGBEAT_TOKEN=\nWINGBEAT_NAME=Wings\n", "sandbox"),
        ({}, "# WINGBEAT_TOKEN=abc\n", "sandbox"),
    ],
)
def test_a_token_decides_between_discord_and_the_sandbox(
    workshop: Path, environment: dict[str, str], dotenv: str | None, command: str
) -> None:
    if dotenv is not None:
        (workshop / ".env").write_text(dotenv, encoding="utf-8")

    make(workshop, "run", **environment)

    assert asked(workshop)[-1] == f"-m bot {command}"


def test_the_browsers_part_is_left_out_where_there_is_no_browser(workshop: Path) -> None:
    make(workshop, "test", "CHROMIUM=")
    without = asked(workshop)[-1]
    make(workshop, "test", "CHROMIUM=/opt/chromium")
    with_it = asked(workshop)[-1]

    assert without.endswith("-m not browser")
    assert "browser" not in with_it


def test_make_alone_tells_what_can_be_made(workshop: Path) -> None:
    said = make(workshop)

    assert all(f"make {target} " in said.stdout for target in ("run", "test", "check", "bench", "lock", "format"))
