"""A restore that is killed on the way."""

from pathlib import Path

import pytest

from bot.data import restoring
from bot.data.tables import preference
from bot.domain.clock import from_ms
from tests.bot.operating.conftest import Operator
from tests.bot.operating.test_backups import filled, opened
from tests.rows import NewRows, count


@pytest.mark.parametrize("moves", [1, 2, 3])
async def test_killed_between_two_moves_nothing_is_lost_and_no_start_makes_an_empty_database(
    operator: Operator, new_file: NewRows, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    at = await new_file()
    await filled(operator, at)
    await operator.types("backup", at=at)
    place = Path(at.partition("///")[2])
    before = left_by_a_killed_bot(place)

    killed_after(monkeypatch, moves)
    with pytest.raises(KeyboardInterrupt):
        restoring.put_in_place(place.with_name("ready"), place, from_ms(0))
    monkeypatch.undo()

    for command in (["check"], ["migrate"], ["forget-user", "577354978792833024"]):
        code, said = await operator.types(*command, at=at)
        assert (code, "Say it once more" in said) == (3, True), command
    code, said = await operator.types("restore", operator.backups[0], "--yes", at=at)
    assert code == 0, said
    async with opened(at) as database:
        assert await count(database, preference) == 2
    [aside] = restoring.put_aside(place)
    assert aside.read_bytes() == before
    assert [aside.with_name(aside.name + ending).read_bytes() for ending in ("-wal", "-shm")] == [b"-wal", b"-shm"]
    assert not list(place.parent.glob(f"{restoring.MAKING_READY}*"))


def left_by_a_killed_bot(place: Path) -> bytes:
    for ending in ("-wal", "-shm"):
        place.with_name(place.name + ending).write_bytes(ending.encode())
    (place.parent / f"{restoring.MAKING_READY}killed").mkdir()
    return place.read_bytes()


def killed_after(monkeypatch: pytest.MonkeyPatch, moves: int) -> None:
    moved, replace = [0], Path.replace

    def one_more(self: Path, target: Path) -> Path:
        if moved[0] == moves:
            raise KeyboardInterrupt
        moved[0] += 1
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", one_more)
