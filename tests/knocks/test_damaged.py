"""A damaged database file is refused in words, and the words lead back."""

import shutil
from pathlib import Path

import pytest

from bot.data import keys
from bot.data.database import Database
from bot.domain.clock import Wall
from bot.domain.errors import StartRefused
from tests.process import command

REFUSED = 3


def damage(file: Path) -> None:
    """Junk in the middle, as after a failing disk."""
    page = 4096
    with file.open("r+b") as bytes_:
        for number in range(3, 12):
            bytes_.seek(number * page)
            bytes_.write(b"\xa5" * page)


async def test_a_damaged_file_is_found_at_the_start_and_the_way_back_is_said(
    tmp_path: Path, migrated_file: Path
) -> None:
    file = tmp_path / "wingbeat.db"
    shutil.copyfile(migrated_file, file)
    damage(file)
    database = Database(f"sqlite+aiosqlite:///{file}", Wall())

    await database.open()
    with pytest.raises(StartRefused, match=r"is damaged .*wingbeat restore FILE --replace --yes"):
        await database.migrate()
    await database.close()


def backups_in(folder: Path) -> list[Path]:
    return list(folder.glob("*.backup"))


async def test_the_way_back_that_is_said_leads_back(tmp_path: Path, migrated_file: Path) -> None:
    keys.write_file(tmp_path / "keys.json", keys.new_keys())
    file = tmp_path / "data" / "wingbeat.db"
    file.parent.mkdir()
    shutil.copyfile(migrated_file, file)
    code, said = await command(tmp_path, "backup", "elsewhere")
    assert code == 0, said
    [backup] = backups_in(tmp_path / "elsewhere")
    damage(file)

    code, said = await command(tmp_path, "run", token="x")
    assert (code, "is damaged" in said) == (REFUSED, True), said
    code, said = await command(tmp_path, "restore", str(backup), "--replace", "--yes", "--list-is-lost")
    assert code == 0, said
    database = Database(f"sqlite+aiosqlite:///{file}", Wall())
    await database.open()
    await database.migrate()  # looks at every page first
    await database.close()
