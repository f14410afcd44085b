"""The feature in docs/contributors.md is built from the page, in a copy of the house, and held to the house's rules."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.documents import ROOT, read
from tests.house.test_tracked_files import tracked_files

PAGE = ROOT / "docs" / "contributors.md"
FOLDERS = ("bot", "cogs", "config", "demo", "docs", "migrations", "sandbox", "tests")
WINGBEAT = ".venv/bin/wingbeat "
FILES = ("pyproject.toml", ".importlinter")
# the tests of the example take half a minute more: make thorough
CHECKS = {
    "format": "-m ruff format --check cogs/breather tests/cogs/breather",
    "lint": "-m ruff check cogs/breather tests/cogs/breather migrations",
    "types": "-m basedpyright cogs/breather",
    "doors": "-c 'from importlinter.cli import lint_imports_command as lint; lint()' --no-logo --no-cache",
    "tests": "-m pytest -q -p no:cacheprovider tests/cogs/breather tests/contract/test_retention.py "
    "tests/contract/test_duties.py -k 'breather or every_table or every_text or every_label or every_language'",
}
ONE_AFTER_THE_OTHER = """
import sys
from bot.cli import main
for line in {lines!r}:
    try:
        main(line, standalone_mode=False)
    except SystemExit as ended:
        if ended.code:
            sys.exit(f"{{line}}: {{ended.code}}")
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what is tracked, with the example in it and everything written that writes itself."""
    copy = tmp_path_factory.mktemp("example") / "house"
    for file in tracked_files():
        place = file.relative_to(ROOT)
        if place.parts[0] in FOLDERS or place.name in FILES:
            (copy / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy / place)
    (copy / ".venv").symlink_to(sys.prefix)
    for place, text in example().items():
        (copy / place).parent.mkdir(parents=True, exist_ok=True)
        (copy / place).write_text(text, encoding="utf-8")
    lines = [shlex.split(line) for line in (*what_writes_itself(), "migrate --check")]
    done = python(copy, f"-c {shlex.quote(ONE_AFTER_THE_OTHER.format(lines=lines))}")
    assert done.returncode == 0, done.stdout + done.stderr
    return copy


def example() -> dict[str, str]:
    """The files of the page: each block under a line that names one."""
    blocks = [block for block in read(PAGE).blocks if re.fullmatch(r"`[\w/.-]+`", block.before)]
    return {block.before.strip("`"): block.text for block in blocks}


def what_writes_itself() -> list[str]:
    """The page's own commands, up to those of `make`, which would install things first."""
    (block,) = (block for block in read(PAGE).blocks if block.language == "sh")
    lines = [line.partition("#")[0].strip() for line in block.text.splitlines()]
    return [line.removeprefix(WINGBEAT) for line in lines if line.startswith(WINGBEAT)]


def python(house: Path, line: str) -> "subprocess.CompletedProcess[str]":
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("WINGBEAT_", "PYTEST_"))}
    return subprocess.run(  # noqa: S602 - the page's commands and ours, with our own interpreter
        f"{sys.executable} {line}", shell=True, cwd=house, env=clean, capture_output=True, text=True, timeout=300,
        check=False,
    )  # fmt: skip


def test_the_page_holds_a_whole_feature() -> None:
    rooms = {Path(name).name for name in example()}

    assert {"feature.py", "cog.py", "service.py", "store.py", "model.py", "privacy.py", "test_breather.py"} <= rooms
    assert len(what_writes_itself()) == 3


@pytest.mark.parametrize(
    "what", [what if what != "tests" else pytest.param(what, marks=pytest.mark.thorough) for what in CHECKS]
)
def test_the_feature_on_the_page_keeps_the_rules(house: Path, what: str) -> None:
    done = python(house, CHECKS[what])

    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
