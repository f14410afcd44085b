"""What is tracked fits any machine: no place on a disk of ours, no package registry's address."""

import configparser
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).parents[2]
HOMES = ("home", "Users", "root", "work", "mnt", "srv")
PRIVATE_PATH = re.compile(rf"(?<![\w.~/>}}-])/(?:{'|'.join(HOMES)})/[\w.-]+")
"""The start of a path into somebody's own directories; not the middle of an address or of a relative path."""
INDEX_OPTION = re.compile(r"--(?:extra-)?index-url[ =]\S*://|--find-links[ =]\S*/")
PIP_SETTINGS = ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "UV_INDEX", "UV_INDEX_URL", "UV_DEFAULT_INDEX")
PIP_FILES = (Path("/etc/pip.conf"), Path.home() / ".pip/pip.conf", Path.home() / ".config/pip/pip.conf")
INDEX_KEYS = ("index-url", "extra-index-url")
LOOPBACK = {"127.0.0.1"}
COMMON_REGISTRIES = {"pypi" + ".org", "files.python" + "hosted.org"}


def tracked_files() -> list[Path]:
    """What git tracks, or would track at the next `git add`."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],  # noqa: S607 - whichever git there is
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def texts() -> Iterator[tuple[str, int, str]]:
    for file in tracked_files():
        content = file.read_bytes()
        if b"\0" in content[:8000]:
            continue
        for number, line in enumerate(content.decode("utf-8", errors="replace").splitlines(), start=1):
            yield file.relative_to(ROOT).as_posix(), number, line


def registry_hosts() -> set[str]:
    """The registries this machine is told to use, whatever they are, and the common ones."""
    told = [os.environ.get(name, "") for name in PIP_SETTINGS]
    for file in PIP_FILES:
        settings = configparser.RawConfigParser()
        settings.read(file, encoding="utf-8")
        told += [
            value for section in settings.sections() for key, value in settings.items(section) if "index-url" in key
        ]
    hosts = {urlsplit(address).hostname for line in told for address in line.split()}
    return {host for host in hosts if host and "." in host} - LOOPBACK | COMMON_REGISTRIES


def private_paths(line: str) -> bool:
    # a checkout directly under the root may be called like a path that means something, such as the container's data
    return bool(PRIVATE_PATH.search(line)) or (len(ROOT.parts) > 2 and str(ROOT) in line)


def test_no_tracked_file_names_a_place_on_somebodys_disk() -> None:
    found = [f"{name}:{number}" for name, number, line in texts() if private_paths(line)]

    assert found == []


def test_no_tracked_file_names_a_package_registry() -> None:
    hosts = registry_hosts()

    found = [
        f"{name}:{number}"
        for name, number, line in texts()
        if INDEX_OPTION.search(line) or any(host in line for host in hosts)
    ]

    assert found == []


@pytest.mark.parametrize("home", HOMES)
def test_a_planted_path_is_found(home: str) -> None:
    path = "/".join(["", home, "ada", "wingbeat"])

    assert private_paths(f'DATA = "{path}"')
    assert private_paths(path)


def test_addresses_and_relative_paths_are_left_alone() -> None:
    assert not private_paths("https://example.org/work/ada and docs/home/ada and ./root/x and /data/wingbeat.db")
