"""An operator at a terminal, beside a database or a running bot."""

import asyncio
import itertools
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import pytest
from click.testing import CliRunner

from bot.cli import main
from bot.data import keys
from bot.data.keys import Keys, new_keys, write_file
from bot.data.tombstones import FILE_NAME, Tombstones
from tests.rows import NewRows, engine, migrated_file, new_bare_rows, new_rows
from tests.stage import Stage

__all__ = ["engine", "migrated_file", "new_bare_rows", "new_rows"]


@dataclass
class Operator:
    """Types `wingbeat …` where this folder is the data directory."""

    folder: Path
    variables: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def place_of_keys(self) -> Path:
        return self.folder / "keys" / "master.json"

    @property
    def living(self) -> Keys:
        found = keys.read_file(self.place_of_keys)
        assert found is not None
        return found

    @property
    def tombstones(self) -> Tombstones:
        return Tombstones(self.living, [self.place_of_keys.with_name(FILE_NAME)])

    @property
    def backups(self) -> list[Path]:
        return sorted((self.folder / "backups").glob("*.backup"))

    async def types(self, *arguments: object, at: str | None = None) -> tuple[int, str]:
        """(exit code, all that was said). `at` is another database than the folder's own."""
        given = {"DATA_DIR": str(self.folder), "KEYS_FILE": str(self.place_of_keys)} | self.variables
        if at is not None:
            given["DATABASE_URL"] = at
        clean = {name: value for name, value in os.environ.items() if not name.startswith("WINGBEAT_")}

        def typed() -> tuple[int, str]:
            ours = {f"WINGBEAT_{name}": value for name, value in given.items()}
            with patch.dict(os.environ, clean | ours, clear=True):
                result = CliRunner().invoke(main, list(map(str, arguments)))
            assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
            return result.exit_code, result.output

        return await asyncio.to_thread(typed)


@pytest.fixture
async def operator(tmp_path: Path) -> Operator:
    """With keys, and a list of who was forgotten since long ago."""
    one = Operator(tmp_path)
    write_file(one.place_of_keys, new_keys())
    one.place_of_keys.with_name(FILE_NAME).write_text('{"since_ms": 1}\n', encoding="utf-8")
    return one


@pytest.fixture
def beside(stage: Stage) -> Operator:
    """At a terminal beside the running bot."""
    return Operator(stage.folder)


@pytest.fixture
def new_file(tmp_path: Path, migrated_file: Path) -> NewRows:
    """`await new_file()`: an SQLite database, where the engine does not matter."""
    numbers = itertools.count()

    async def copy() -> str:
        path = tmp_path / f"file-{next(numbers)}.db"
        shutil.copyfile(migrated_file, path)
        return f"sqlite+aiosqlite:///{path}"

    return copy


@pytest.fixture
def new_bare_file(tmp_path: Path) -> NewRows:
    """The same without any table."""

    async def nothing_yet() -> str:
        return f"sqlite+aiosqlite:///{tmp_path / 'bare-file.db'}"

    return nothing_yet
