"""A mute holds for the one it was meant for, and for nobody else among ten thousand."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from bot.data import mutes
from bot.data.database import Database
from bot.data.keys import Keys
from bot.data.mutes import Mute
from bot.data.unit import Unit
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId, Ref

MEMBERS = 10_000
GUILD = GuildId(7)
KEYS = Keys(masters={1: bytes(range(32))}, active=1)
"""Always the same, so that what collides collides every time."""

Refs = Callable[[MemberId], list[Ref]]


def whole(keys: Keys, member: MemberId) -> list[Ref]:
    return keys.refs("author", GUILD, member)


def of_24_bits(keys: Keys, member: MemberId) -> list[Ref]:
    """What another bot does: six hex digits (USERS 7)."""
    return [Ref(ref[:3]) for ref in whole(keys, member)]


def mute_one(refs: Refs, member: MemberId, unit: Unit, *, days: int = 7, act: int = 1) -> Mute:
    wanted = Mute(GUILD, unit.now + timedelta(days=days), "attack", act, ChannelId(1), MessageId(member))
    return mutes.mute_author(unit, refs(member)[0], wanted)


def is_refused(refs: Refs, member: MemberId, unit: Unit) -> bool:
    try:
        mutes.refuse_unnamed(unit, GUILD, refs(member))
    except Refusal:
        return True
    return False


async def false_hits(database: Database, refs: Refs) -> tuple[int, int]:
    """Half of them are muted: (how many of these can still post, how many of the others cannot)."""
    members = MEMBERS if database.is_sqlite else MEMBERS // 10
    muted = [MemberId(number) for number in range(1, members, 2)]
    others = [MemberId(number) for number in range(2, members + 1, 2)]

    def everybody(unit: Unit) -> tuple[int, int]:
        for one in muted:
            mute_one(refs, one, unit)
        missed = sum(not is_refused(refs, one, unit) for one in muted)
        return missed, sum(is_refused(refs, one, unit) for one in others)

    return await database.change(everybody)


async def test_ten_thousand_members_and_not_one_false_hit(database: Database) -> None:
    assert await false_hits(database, partial(whole, KEYS)) == (0, 0)


async def test_the_same_with_24_bits_hits_the_innocent(database: Database) -> None:
    if not database.is_sqlite:
        pytest.skip("it takes ten thousand people, and says the same about refs on either engine")
    missed, innocent = await false_hits(database, partial(of_24_bits, KEYS))

    assert missed == 0
    assert innocent > 0


async def test_a_mute_is_found_under_every_living_key_and_moves_to_the_new_one_when_its_owner_acts(
    database: Database,
) -> None:
    ada = MemberId(1)
    await database.change(partial(mute_one, partial(whole, KEYS), ada))
    once = KEYS.rotated()
    assert await database.change(partial(is_refused, partial(whole, once), ada))
    # she acted under `once`; KEYS may go now
    only_new = Keys(masters={once.active: once.masters[once.active]}, active=once.active)

    assert await database.change(partial(is_refused, partial(whole, only_new), ada))


async def test_two_mutes_of_one_person_under_two_keys_become_the_longer_one(database: Database) -> None:
    ada, once = MemberId(1), KEYS.rotated()
    await database.change(partial(mute_one, partial(whole, KEYS), ada, days=30))
    await database.change(partial(mute_one, partial(whole, once), ada, days=1))

    await database.change(partial(is_refused, partial(whole, once), ada))

    [held] = await database.read(lambda look: mutes.mutes(look, GUILD, 0))
    assert held.until - database.wall.now() > timedelta(days=29)


async def test_a_mute_on_one_server_says_nothing_about_another(database: Database) -> None:
    refs = partial(whole, KEYS)
    await database.change(partial(mute_one, refs, MemberId(1)))

    elsewhere = await database.read(lambda look: mutes.is_muted(look, GuildId(8), refs(MemberId(1)), 0))

    assert elsewhere is None


async def test_muting_again_changes_the_end_and_keeps_the_act_by_which_it_is_undone(database: Database) -> None:
    refs = partial(whole, KEYS)
    await database.change(partial(mute_one, refs, MemberId(1), act=1))

    again = await database.change(partial(mute_one, refs, MemberId(1), days=1, act=2))

    assert again.act == 1
    assert await database.change(lambda unit: mutes.lift(unit, GUILD, 1)) == refs(MemberId(1))[0]
    assert not await database.change(partial(is_refused, refs, MemberId(1)))
