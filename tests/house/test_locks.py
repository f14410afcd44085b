"""The lock files hold what `pyproject.toml` asks for, name by name and hash by hash, and no address."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUN = [
    *PROJECT["project"]["dependencies"],
    *(each for extra in PROJECT["project"]["optional-dependencies"].values() for each in extra),
    *PROJECT["dependency-groups"]["build"],
]
ASKED = {
    "run.txt": RUN,
    "dev.txt": RUN + PROJECT["dependency-groups"]["dev"],
    "lock.txt": PROJECT["dependency-groups"]["lock"],
}
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def entries(lock: str) -> list[str]:
    """The lock's entries, each with its hashes, as one line."""
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def pins(lock: str) -> list[Requirement]:
    return [Requirement(entry.partition("--hash")[0].strip()) for entry in entries(lock)]


def locked(pinned: Iterable[Requirement], python: str) -> dict[str, Version]:
    """Which version of each package a Linux machine with this Python gets."""
    machine = {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "sys_platform": "linux",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
    }
    return {
        canonicalize_name(pin.name): Version(str(pin.specifier).removeprefix("=="))
        for pin in pinned
        if pin.marker is None or pin.marker.evaluate(machine)
    }


@pytest.mark.parametrize("lock", ASKED)
@pytest.mark.parametrize("python", PYTHONS)
def test_everything_asked_for_is_locked_in_a_version_that_will_do(lock: str, python: str) -> None:
    have = locked(pins(lock), python)

    unmet = [
        asked
        for asked in map(Requirement, ASKED[lock])
        if not asked.specifier.contains(have.get(canonicalize_name(asked.name), Version("0")))
    ]

    assert unmet == [], "run `make lock`"


@pytest.mark.parametrize("lock", ASKED)
def test_every_line_is_one_version_and_its_hashes_and_nothing_else(lock: str) -> None:
    for entry in entries(lock):
        pin, *hashes = entry.split(" --hash")

        assert re.fullmatch(r"[a-z0-9-]+==[^\s;]+( ; [^\\]+)?", pin.strip()), entry
        assert hashes, entry
        assert HASH.sub("", entry.removeprefix(pin)).strip() == "", entry


@pytest.mark.parametrize("lock", ASKED)
def test_no_lock_names_a_place_to_fetch_from(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")

    assert not re.search(r"://|--(extra-)?index-url|--find-links|file:| @ ", text)


def test_what_runs_is_what_was_tested() -> None:
    tested = set(entries("dev.txt"))

    assert [entry for entry in entries("run.txt") if entry not in tested] == []
