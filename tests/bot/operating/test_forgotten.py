"""The list of who was forgotten, damaged on its disk."""

import pytest

from bot.data.tombstones import FILE_NAME
from bot.domain.clock import real_ms
from bot.domain.ids import GuildId, MemberId
from tests.bot.operating.conftest import Operator

GUILD, ADA = GuildId(700), MemberId(577354978792833024)


@pytest.mark.parametrize("damaged", [b"\xff\xfe\x81\n", b"5\n", b'["at_ms"]\n', b'{"at_ms":9999999999999,"box":"!"}\n'])
async def test_a_damaged_list_of_the_forgotten_refuses_a_restore_and_still_takes_names(
    operator: Operator, damaged: bytes
) -> None:
    moment = real_ms()
    place = operator.place_of_keys.with_name(FILE_NAME)
    place.write_bytes(place.read_bytes() + damaged)

    assert operator.tombstones.unreadable_after(moment) == 1
    assert operator.tombstones.add(GUILD, ADA)
    assert [one.member for one in operator.tombstones.after(moment)] == [ADA]


async def test_a_line_that_a_crash_cut_off_is_no_damage(operator: Operator) -> None:
    place = operator.place_of_keys.with_name(FILE_NAME)
    place.write_bytes(place.read_bytes() + b'{"at_ms": 17953576\0\0')

    assert operator.tombstones.unreadable_after(real_ms()) == 0
