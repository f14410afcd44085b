"""Each claim of docs/threats.md names tests that exist, and what stands nowhere else is held here."""

import ast
import re
import stat
from pathlib import Path

import pytest
from pydantic import SecretStr

from config.settings import load
from tests.process import command

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`(test_\w+)`")
PIN = re.compile(r"^[A-Za-z0-9_.\[\]-]+==[^\s;\\]+")
SECRET = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"


def test_every_claim_names_tests_that_exist() -> None:
    named = set(NAMED.findall((ROOT / "docs/threats.md").read_text(encoding="utf-8")))
    there = {
        node.name
        for file in (ROOT / "tests").rglob("test_*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    assert len(named) > 20
    assert named - there == set()


@pytest.mark.parametrize("lock", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda lock: lock.name)
def test_every_pin_has_its_hashes(lock: Path) -> None:
    entries = lock.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    pins = [entry for entry in entries if entry.strip() and not entry.startswith(("#", "-"))]

    assert pins
    assert [entry[:60] for entry in pins if not PIN.match(entry) or "--hash=sha256:" not in entry] == []


def test_settings_show_no_secret() -> None:
    given = load(token=SECRET, database_url=f"postgresql+asyncpg://ada:{SECRET}@/none", keys=SECRET)

    assert isinstance(given.token, SecretStr)
    assert SECRET not in f"{given!r} {given} {given.model_dump()} {given.model_dump_json()}"


@pytest.mark.parametrize(
    "wrong",
    [
        {"token": SECRET, "keys": f"{SECRET} is no key"},
        {"token": SECRET, "database_url": f"postgresql+asyncpg://ada:{SECRET}@127.0.0.1:1/none"},
        {"token": SECRET, "database_url": f"mysql://ada:{SECRET}@127.0.0.1/none"},
        {"token": SECRET, "discord_api": "http://127.0.0.1:1/api/v10"},
        {"token": f"{SECRET}\n", "shard_ids": SECRET},
    ],
    ids=["keys", "password", "engine", "discord", "shards"],
)
async def test_no_secret_is_in_what_a_start_that_fails_says(tmp_path: Path, wrong: dict[str, str]) -> None:
    code, said = await command(tmp_path, "run", log_level="DEBUG", **wrong)

    assert code != 0
    if "shard_ids" not in wrong:
        assert SECRET not in said
    assert f"{SECRET}@" not in said


async def test_what_the_bot_writes_is_its_owner_s_alone(tmp_path: Path) -> None:
    for arguments in (("migrate",), ("check",), ("backup", "elsewhere")):
        code, said = await command(tmp_path, *arguments)
        assert code == 0, said

    files = [one for one in written(tmp_path) if one.suffix != ".lock"]
    open_to_others = {one.name for one in files if stat.S_IMODE(one.stat().st_mode) & 0o077}
    assert {"wingbeat.db", "keys.json"} <= {one.name for one in files}
    assert open_to_others == set()


async def test_what_was_put_back_readable_by_all_is_its_owner_s_alone_again(tmp_path: Path) -> None:
    await command(tmp_path, "migrate")
    await command(tmp_path, "check")
    for one in written(tmp_path):
        one.chmod(0o644)

    code, said = await command(tmp_path, "backup")

    assert (code, "others on this machine could open" in said) == (0, True)
    kept = [tmp_path / "keys.json", tmp_path / "forgotten.jsonl", tmp_path / "data" / "wingbeat.db"]
    assert [oct(stat.S_IMODE(one.stat().st_mode)) for one in kept] == ["0o600"] * 3


def written(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_file()]
