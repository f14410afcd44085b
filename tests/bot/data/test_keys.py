"""Keys: who holds the database without them learns nobody's name."""

import json
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from bot.data import keys, upkeep
from bot.data.database import Database
from bot.data.keys import LIVING_KEYS_MAX, BoxBroken, Keys, first_keys, new_keys
from bot.data.opening import find_keys, open_rows
from bot.domain.clock import Wall, real_ms
from bot.domain.errors import StartRefused
from config.settings import load

KEYS = new_keys()


def test_a_ref_is_the_same_for_the_same_person_and_purpose_only() -> None:
    ref = KEYS.ref("author", 70, 1001)

    assert len(ref) == 32
    assert ref == KEYS.ref("author", 70, 1001)
    others = [KEYS.ref("support", 70, 1001), KEYS.ref("author", 71, 1001), KEYS.ref("author", 70, 1002)]
    assert len({ref, *others, new_keys().ref("author", 70, 1001)}) == 5


def test_numbers_that_run_together_are_told_apart() -> None:
    assert KEYS.ref("author", 1, 23) != KEYS.ref("author", 12, 3)


def test_a_box_opens_for_its_own_row_only() -> None:
    box = KEYS.seal("1001", "vent|5")

    assert KEYS.open(box, "vent|5") == "1001"
    assert box != KEYS.seal("1001", "vent|5")
    for wrong in ("vent|6", "line|5", ""):
        with pytest.raises(BoxBroken):
            KEYS.open(box, wrong)


@pytest.mark.parametrize("place", [0, 1, 12, 13, -1])
def test_a_changed_box_does_not_open(place: int) -> None:
    box = bytearray(KEYS.seal("1001", "vent|5"))
    box[place] ^= 1

    with pytest.raises(BoxBroken):
        KEYS.open(bytes(box), "vent|5")


@pytest.mark.parametrize("box", [b"", b"\x01", b"\x01" + b"n" * 12, b"\x01" * 5])
def test_a_cut_off_box_does_not_open(box: bytes) -> None:
    with pytest.raises(BoxBroken):
        KEYS.open(box, "vent|5")


def test_another_key_opens_nothing() -> None:
    with pytest.raises(BoxBroken):
        new_keys().open(KEYS.seal("1001", "vent|5"), "vent|5")


def test_the_nonce_of_a_delivery_is_always_the_same_and_fits_discord() -> None:
    nonce = KEYS.nonce("venting.publish/5")

    assert nonce == KEYS.nonce("venting.publish/5") == Keys(KEYS.masters, KEYS.active).nonce("venting.publish/5")
    assert nonce != KEYS.nonce("venting.publish/6") != new_keys().nonce("venting.publish/6")
    assert len(nonce) <= 25


def test_a_nonce_survives_a_rotation_while_the_delivery_is_under_way() -> None:
    assert KEYS.rotated().nonce("venting.publish/5") == KEYS.nonce("venting.publish/5")


def test_a_rotation_writes_under_the_new_key_and_finds_the_old() -> None:
    rotated = KEYS.rotated()

    assert rotated.active != KEYS.active
    assert rotated.refs("author", 70, 1001) == [rotated.ref("author", 70, 1001), KEYS.ref("author", 70, 1001)]
    assert rotated.open(KEYS.seal("1001", "vent|5"), "vent|5") == "1001"


def test_never_more_than_three_keys_live_and_the_oldest_goes_first() -> None:
    living = KEYS
    for turn in range(600):
        before, living = living, living.rotated()
        assert len(living.masters) <= LIVING_KEYS_MAX
        assert all(0 < number < 256 for number in living.masters)
        assert living.masters[before.active] == before.masters[before.active], turn
        assert living.refs("author", 1)[:2] == [living.ref("author", 1), before.ref("author", 1)]


def test_keys_show_nothing_of_themselves() -> None:
    shown = repr(KEYS) + str(KEYS) + f"{KEYS}"

    for master in KEYS.masters.values():
        assert master.hex() not in shown
        assert repr(master)[2:-1] not in shown


# --- the file ---


def test_the_file_is_its_owner_s_alone_and_comes_back_whole(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "master.json"

    keys.write_file(path, KEYS)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert keys.read_file(path) == KEYS
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_was_readable_by_all_is_not_afterwards(tmp_path: Path) -> None:
    path = tmp_path / "master.json"
    path.with_name("master.json.new").write_text("left behind", encoding="utf-8")
    path.with_name("master.json.new").chmod(0o644)

    keys.write_file(path, KEYS)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_no_file_is_none(tmp_path: Path) -> None:
    assert keys.read_file(tmp_path / "none.json") is None


WHOLE = json.loads(keys.dump(KEYS))
DAMAGED = {
    "empty": "",
    "not JSON": "{",
    "a list": "[]",
    "a number": "7",
    "no keys": json.dumps({"active": 1}),
    "no active": json.dumps({"keys": WHOLE["keys"]}),
    "keys are a list": json.dumps({"active": 1, "keys": ["x"]}),
    "active is none of them": json.dumps({"active": 9, "keys": WHOLE["keys"]}),
    "active is words": json.dumps({"active": "one", "keys": WHOLE["keys"]}),
    "not base64": json.dumps({"active": 1, "keys": {"1": "%%%"}}),
    "too short": json.dumps({"active": 1, "keys": {"1": "c2hvcnQ="}}),
    "a number out of range": json.dumps({"active": 256, "keys": {"256": WHOLE["keys"]["1"]}}),
    "made at no time": json.dumps({**WHOLE, "made_ms": {"1": 10**30}}),
    "a key that is null": json.dumps({"active": 1, "keys": {"1": None}}),
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_file_is_refused_in_a_sentence_that_shows_no_key(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "master.json"
    path.write_text(DAMAGED[damage], encoding="utf-8")

    with pytest.raises(StartRefused, match="damaged") as refused:
        keys.read_file(path)

    assert WHOLE["keys"]["1"] not in str(refused.value)


def test_what_is_no_text_or_no_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(StartRefused, match="not text"):
        keys.read_file(tmp_path / "bytes")
    with pytest.raises(StartRefused, match="cannot read"):
        keys.read_file(tmp_path)
    with pytest.raises(StartRefused, match="cannot write"):
        keys.write_file(tmp_path / "bytes" / "master.json", KEYS)


# --- the marks in the database ---


async def check(database: Database, living: Keys) -> None:
    await database.on_writer(lambda connection: upkeep.check_keys(connection, living))


async def test_a_database_knows_whether_it_was_ever_written_under_a_key(database: Database) -> None:
    assert not await database.read(upkeep.has_keyed_rows)

    await check(database, KEYS)

    assert await database.read(upkeep.has_keyed_rows)
    await check(database, KEYS)
    await check(database, KEYS.rotated())


async def test_a_new_database_beside_old_keys_is_asked_about_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """As on a machine to which the keys were brought and the data were not."""

    async def start(name: str, made_ms: int) -> str:
        caplog.clear()
        given = replace(KEYS, made_ms={1: made_ms})
        settings = load(data_dir=tmp_path / name, keys=keys.dump(given))
        async with AsyncExitStack() as stack:
            await find_keys(settings, await open_rows(settings, Wall(), stack))
        return caplog.text

    assert "the keys are of 02 January 2026, and nothing is in this database yet" in await start("here", 1767312000000)
    assert "nothing is in this database" not in await start("here", 1767312000000)
    assert "nothing is in this database" not in await start("there", real_ms())


async def test_a_foreign_key_is_refused_and_nothing_is_changed(database: Database) -> None:
    await check(database, KEYS)

    with pytest.raises(StartRefused, match="key 1"):
        await check(database, new_keys())

    await check(database, KEYS)


async def test_after_three_rotations_the_first_key_may_be_gone(database: Database) -> None:
    living = KEYS
    for _ in range(5):
        await check(database, living)
        living = living.rotated()

    await check(database, living)


async def test_an_old_copy_of_the_file_is_refused_however_many_keys_it_holds(database: Database) -> None:
    older = KEYS.rotated().rotated()
    newest = older.rotated()
    for living in (KEYS, older, newest):
        await check(database, living)

    for copy in (KEYS, older):
        with pytest.raises(StartRefused, match="does not hold key"):
            await check(database, copy)

    await check(database, newest)


def test_a_mark_tells_no_key() -> None:
    for number, mark in KEYS.marks().items():
        assert mark != KEYS.masters[number]
        assert KEYS.masters[number] not in mark


def test_processes_that_start_for_the_first_time_at_one_moment_share_one_key(tmp_path: Path) -> None:
    place = tmp_path / "keys" / "master.json"

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: first_keys(place).marks(), range(8)))

    assert all(marks == made[0] for marks in made)
