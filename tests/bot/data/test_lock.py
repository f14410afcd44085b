"""One process per SQLite file."""

from pathlib import Path

import pytest

from bot.data.database import parse_url
from bot.data.lock import only_process
from bot.domain.errors import StartRefused


def test_a_second_one_is_refused_in_words_while_the_first_lives_and_let_in_afterwards(tmp_path: Path) -> None:
    url = parse_url(f"sqlite+aiosqlite:///{tmp_path}/wingbeat.db")

    with (
        only_process(url),
        pytest.raises(StartRefused, match=r"Another process has the database .*wingbeat.db open"),
        only_process(url),
    ):
        pass

    with only_process(url):
        pass


def test_another_file_is_another_database(tmp_path: Path) -> None:
    one, two = (parse_url(f"sqlite+aiosqlite:///{tmp_path}/{name}.db") for name in ("one", "two"))

    with only_process(one), only_process(two):
        pass


def test_a_folder_that_cannot_be_written_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with (
        pytest.raises(StartRefused, match="cannot write beside the database"),
        only_process(parse_url(f"sqlite+aiosqlite:///{tmp_path}/file/wingbeat.db")),
    ):
        pass
