"""A new master key: what was written under the old ones still holds."""

from datetime import timedelta
from typing import Any

import pytest

from bot.data import keys, rotating
from bot.data.keys import Keys, new_keys
from bot.data.schema import BOUND_TO, METADATA, person_of
from bot.domain.clock import real_ms
from tests.bot.operating.conftest import Operator
from tests.rows import NewRows
from tests.stage import Stage

LONG_AGO_MS = timedelta(days=800) // timedelta(milliseconds=1)


def aged(living: Keys) -> Keys:
    """The same, made long ago."""
    return Keys(living.masters, living.active, {kid: real_ms() - LONG_AGO_MS + kid for kid in living.masters})


async def rotated(stage: Stage, beside: Operator, times: int) -> None:
    await stage.stop()
    for _ in range(times):
        keys.write_file(beside.place_of_keys, aged(beside.living))
        code, said = await beside.types("rotate-keys", "--yes")
        assert code == 0, said
    await stage.start()


async def muted(stage: Stage, card: Any) -> None:
    menu = await stage.mia.press(card, "vent:more")
    await stage.mia.press(menu.message, "mod:mute")


async def test_old_buttons_mutes_doors_and_jars_hold_after_two_rotations(beside: Operator, stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "They said no.")
    other, _ = await stage.vent(stage.ben, "Me too.")
    await stage.mia.press(card, "vent:cheer")
    await stage.ben.run("cheer", channel=stage.room, member=stage.ada, line="for Ada", quietly=True)
    await stage.ada.run("my avoid", channel=stage.room, member=stage.mia)
    await muted(stage, other)

    await rotated(stage, beside, 2)

    await stage.mia.press(card, "vent:cheer")
    assert "person is with you" not in card.text, "the same cheer took the old one back"
    again = await stage.ben.press(card, "vent:line")
    refused = await stage.ben.submit(again.form, line="Words.", sign="unsigned")
    assert "cannot" in refused.text
    assert "for Ada" in (await stage.ada.run("my jar", channel=stage.room)).text
    own = await stage.ada.press(card, "vent:more")
    assert any("down" in (button.custom_id or "") for button in own.message.buttons)


async def test_when_the_first_key_has_gone_what_was_sealed_under_it_still_opens(beside: Operator, stage: Stage) -> None:
    await stage.ben.run("cheer", channel=stage.room, member=stage.ada, line="for Ada", quietly=True)
    await stage.ada.run("my avoid", channel=stage.room, member=stage.mia)

    await rotated(stage, beside, 3)

    assert 1 not in beside.living.masters
    assert "for Ada" in (await stage.ada.run("my jar", channel=stage.room)).text
    settings = await stage.ada.run("my settings", channel=stage.room)
    assert f"<@{stage.mia.id}>" in settings.text
    opened = await stage.ada.run("my avoid", channel=stage.room, member=stage.mia)
    assert "open again" in opened.text


async def test_a_key_under_which_something_may_hold_does_not_go(beside: Operator, stage: Stage) -> None:
    await stage.stop()
    for _ in range(2):
        assert (await beside.types("rotate-keys", "--yes"))[0] == 0
    before = beside.living

    code, said = await beside.types("rotate-keys", "--yes")

    assert (code, "may hold until" in said) == (3, True)
    assert beside.living == before
    code, said = await beside.types("rotate-keys", "--yes", "--even-so")
    assert (code, sorted(beside.living.masters)) == (0, [2, 3, 4])
    await stage.start()


async def test_the_bot_must_be_stopped_and_a_dry_run_makes_no_key(beside: Operator, stage: Stage) -> None:
    before = beside.living

    code, said = await beside.types("rotate-keys", "--yes")
    assert (code, "Another process" in said) == (3, True)
    await stage.stop()
    code, said = await beside.types("rotate-keys")

    assert (code, "Nothing was done yet" in said) == (0, True)
    assert beside.living == before
    await stage.start()


async def test_the_key_file_from_before_a_rotation_is_refused_though_the_bot_did_not_run_since(
    operator: Operator, new_file: NewRows
) -> None:
    before, at = operator.place_of_keys.read_bytes(), await new_file()
    assert (await operator.types("rotate-keys", "--yes", at=at))[0] == 0
    operator.place_of_keys.write_bytes(before)

    code, said = await operator.types("check", at=at)

    assert (code, "does not hold key 2" in said) == (3, True)


async def test_keys_from_the_environment_are_not_written_over(operator: Operator) -> None:
    operator.variables["KEYS"] = keys.dump(new_keys())

    code, said = await operator.types("rotate-keys", "--yes")

    assert (code, "WINGBEAT_KEYS" in said) == (3, True)


def test_every_box_says_what_it_is_bound_to_with_its_own_columns() -> None:
    """All but those in the queue, which live for three days at most."""
    unbound = {
        str(column)
        for table in METADATA.tables.values()
        for column in table.c
        if person_of(column) == "box" and BOUND_TO not in column.info
    }

    assert unbound == {"job.sealed"}, "declare it with schema.box_column, or a rotation cannot seal it anew"


def test_nobody_knows_since_when_an_old_file_s_key_is_out_of_use_so_it_stays() -> None:
    living = Keys(new_keys().with_new().with_new().masters, 3)

    assert living.to_go() == [1]
    assert rotating.holds_until_ms(living) is not None


@pytest.mark.parametrize("days", [365, 367])
def test_a_key_goes_a_year_and_a_day_after_it_was_last_written_under(days: int) -> None:
    ended = real_ms() - timedelta(days=days) // timedelta(milliseconds=1)
    living = Keys(new_keys().with_new().with_new().masters, 3, {1: 1, 2: ended, 3: real_ms()})

    assert (rotating.holds_until_ms(living) is None) == (days > 366)
