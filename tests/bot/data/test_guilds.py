"""What a server has chosen, read and changed by several people at once."""

import asyncio

from bot.data import guilds
from bot.data.database import Database
from bot.data.guilds import Resource
from bot.data.unit import Unit
from bot.domain.ids import GuildId, RoleId

HERE, ELSEWHERE = GuildId(70), GuildId(71)


async def test_two_who_switch_at_once_undo_nothing_of_each_other(database: Database) -> None:
    names = [f"feature-{number}" for number in range(8)]
    other = Database(database.url.render_as_string(hide_password=False), database.wall)
    await other.open()

    try:
        await asyncio.gather(
            *((database if number % 2 else other).change(lambda unit, one=name: guilds.switch_on(unit, HERE, [one]))
              for number, name in enumerate(names))
        )  # fmt: skip
    finally:
        await other.close()

    assert await database.read(lambda look: guilds.features(look, HERE)) == set(names)


async def test_switching_off_leaves_the_others_on_and_says_whether_anything_changed(database: Database) -> None:
    await database.change(lambda unit: guilds.switch_on(unit, HERE, ["venting", "relay"]))

    assert await database.change(lambda unit: guilds.switch_off(unit, HERE, ["relay"]))
    assert not await database.change(lambda unit: guilds.switch_off(unit, HERE, ["relay"]))
    assert await database.read(lambda look: guilds.features(look, HERE)) == {"venting"}
    assert await database.read(lambda look: guilds.features(look, ELSEWHERE)) == set()


async def test_each_choice_of_roles_leaves_the_others_as_they_were(database: Database) -> None:
    def chosen(unit: Unit) -> None:
        guilds.choose_moderator_roles(unit, HERE, [RoleId(1), RoleId(2)])
        guilds.choose_not_seekers(unit, HERE, [RoleId(3)])
        guilds.choose_ping_role(unit, HERE, RoleId(4))

    await database.change(chosen)

    assert await database.read(lambda look: guilds.moderator_roles(look, HERE)) == {1, 2}
    assert await database.read(lambda look: guilds.not_seekers(look, HERE)) == {3}
    assert await database.read(lambda look: guilds.ping_role(look, HERE)) == 4


async def test_a_server_s_own_lines_come_back_in_their_order_and_a_section_goes_alone(database: Database) -> None:
    lines = (Resource("Chaplain", "ask at the desk"), Resource("Line", "0800 1", "9–17", "https://example.org"))
    await database.change(lambda unit: guilds.choose_resources(unit, HERE, lines))
    await database.change(lambda unit: guilds.choose(unit, HERE, guilds.WORDS, {"list": ["one"]}))

    assert await database.read(lambda look: guilds.resources(look, HERE)) == lines
    await database.change(lambda unit: guilds.forget_section(unit, HERE, guilds.RESOURCES))
    assert await database.read(lambda look: guilds.sections(look, HERE)) == {"words": {"list": ["one"]}}
    assert await database.read(lambda look: guilds.words(look, HERE)) == ("one",)
