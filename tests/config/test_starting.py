"""Starting the bot as an operator does: what it says, and with which code it ends."""

import asyncio
import json
import signal
from pathlib import Path

import pytest

from bot.data import keys
from bot.data.database import parse_url
from bot.data.lock import only_process
from tests.process import command, staged_apart

SECRET = "very-secret-indeed"
FAILED, WRONG, REFUSED = 1, 2, 3


async def refused(folder: Path, code: int, *says: str, arguments: tuple[str, ...] = ("run",), **variables: str) -> str:
    ended, said = await command(folder, *arguments, **variables)

    assert "Traceback" not in said
    assert [one for one in says if one not in said] == [], said
    assert ended == code
    return said


async def test_without_a_token_it_says_how_to_get_one(tmp_path: Path) -> None:
    await refused(tmp_path, WRONG, "WINGBEAT_TOKEN is not set", "wingbeat sandbox", "developer portal")


async def test_a_wrong_value_ends_it_with_a_line_and_no_traceback(tmp_path: Path) -> None:
    says = ("WINGBEAT_LOG_LEVEL is 'LOUD'", "DEBUG, INFO, WARNING or ERROR")

    await refused(tmp_path, WRONG, *says, token="x", log_level="LOUD")


async def test_a_secret_in_a_wrong_place_is_not_shown(tmp_path: Path) -> None:
    said = await refused(
        tmp_path, REFUSED, "WINGBEAT_DATABASE_URL", token="x", database_url=f"mysql://ada:{SECRET}@h/n"
    )

    assert SECRET not in said


@pytest.mark.parametrize(
    ("address", "says"),
    [
        (f"postgresql+asyncpg://ada:{SECRET}@host:port/n", "not an address I understand"),
        (f"postgresql+asyncpg://ada:{SECRET}@127.0.0.1:1/n?sslmode=require", "ssl=require"),
    ],
)
async def test_an_address_that_cannot_be_meant_is_refused(tmp_path: Path, address: str, says: str) -> None:
    said = await refused(tmp_path, REFUSED, says, arguments=("check",), database_url=address)

    assert SECRET not in said


async def test_a_server_of_rows_that_is_not_there_yet_is_worth_another_start(tmp_path: Path) -> None:
    """A supervisor does not start anew what was refused (`RestartPreventExitStatus` in docs/operators.md)."""
    address = f"postgresql+asyncpg://ada:{SECRET}@127.0.0.1:1/n"

    said = await refused(tmp_path, FAILED, "The database does not answer", token="x", database_url=address)

    assert SECRET not in said


async def test_a_language_without_texts_is_refused(tmp_path: Path) -> None:
    await refused(tmp_path, REFUSED, "WINGBEAT_DEFAULT_LOCALE", token="x", default_locale="xx")


async def test_a_link_cannot_be_had_without_the_network(tmp_path: Path) -> None:
    nobody = "http://127.0.0.1:1/api"

    await refused(tmp_path, FAILED, "I cannot reach Discord", arguments=("invite",), token="x", discord_api=nobody)


async def test_looking_makes_no_database(tmp_path: Path) -> None:
    await refused(tmp_path, 0, "schema: none yet", arguments=("check",))

    assert not (tmp_path / "data").exists()


async def test_a_second_process_on_the_same_file_is_refused(tmp_path: Path) -> None:
    with only_process(parse_url(f"sqlite+aiosqlite:///{tmp_path}/data/wingbeat.db")):
        await refused(tmp_path, REFUSED, "Another process has the database", "PostgreSQL", token="x")


async def test_a_damaged_key_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text("{}", encoding="utf-8")

    await refused(tmp_path, REFUSED, "key file is damaged", token="x")


async def test_a_lost_and_a_foreign_key_file_are_refused_and_nothing_is_changed(tmp_path: Path) -> None:
    async with staged_apart(tmp_path):
        pass
    place = tmp_path / "keys.json"
    right = place.read_text(encoding="utf-8")

    place.unlink()
    await refused(tmp_path, REFUSED, "is gone", "Put it back", token="x")
    assert not place.exists()

    place.write_text(keys.dump(keys.new_keys()), encoding="utf-8")
    said = await refused(tmp_path, REFUSED, "does not hold key 1", token="x")
    for master in json.loads(right)["keys"].values():
        assert master not in said

    place.write_text(right, encoding="utf-8")
    code, said = await command(tmp_path, "check")
    assert (code, "queue:" in said) == (0, True)


async def test_check_shows_what_is_in_force_and_masks_secrets(tmp_path: Path) -> None:
    given = keys.dump(keys.new_keys())

    code, said = await command(tmp_path, "check", token=SECRET, keys=given, name="Swift")

    assert code == 0
    assert "WINGBEAT_NAME = Swift" in said
    assert "WINGBEAT_TOKEN = **" in said
    assert SECRET not in said
    assert [master for master in json.loads(given)["keys"].values() if master in said] == []


async def test_a_token_that_discord_does_not_know_ends_it_in_words(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    async with staged_apart(other) as stage:
        for typed in ("run", "invite"):
            said = await refused(
                tmp_path, WRONG, "does not know this token", arguments=(typed,), token=SECRET, log_level="DEBUG",
                discord_api=stage.discord.api, discord_gateway=stage.discord.gateway,
            )  # fmt: skip
            assert SECRET not in said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_ends_in_good_order_when_it_is_asked_to(tmp_path: Path, number: signal.Signals) -> None:
    async with staged_apart(tmp_path) as stage:
        process = stage.process
        assert process is not None
        card, _ = await stage.vent(stage.ada)

        process.send_signal(number)

        assert await asyncio.wait_for(process.wait(), 10) == 0
        assert "Traceback" not in stage.said.read_text(encoding="utf-8")
        assert not (tmp_path / "data" / "wingbeat.db-wal").exists()
        assert not card.deleted
