"""What servers write down: long lists, odd lists, and two managers at once."""

import asyncio

import pytest

from bot.data import guilds
from bot.data.database import Database
from bot.data.guilds import Resource
from bot.domain.errors import Refusal
from bot.domain.ids import GuildId
from bot.screening.words import MOST_ENTRIES, MOST_OPEN
from cogs.setup.model import RESOURCES_MOST
from cogs.setup.service.lists import Lists
from cogs.setup.service.servers import Servers

HERE = GuildId(70)


async def test_five_hundred_words_fit_and_the_next_is_named(lists: Lists) -> None:
    words = [f"word{number:03}" for number in range(MOST_ENTRIES)]

    first = await lists.add_words(HERE, "\n".join(words))
    second = await lists.add_words(HERE, "word001\nonemore")

    assert (len(first.taken), first.size, first.refused) == (MOST_ENTRIES, MOST_ENTRIES, ())
    assert (second.taken, second.known, second.size) == ((), 1, MOST_ENTRIES)
    assert [(one.entry, one.why) for one in second.refused] == [("onemore", "full")]
    assert await lists.words(HERE) == tuple(words)


async def test_of_a_mixed_list_the_good_is_kept_and_each_of_the_rest_has_its_reason(lists: Lists) -> None:
    stars = [f"*letters{number}x" for number in range(MOST_OPEN + 1)]

    change = await lists.add_words(HERE, "\n".join(["Pyramid Scheme", "*a*", "the", "sp@m", *stars]))

    assert change.taken == ("Pyramid Scheme", *stars[:MOST_OPEN])
    assert {one.entry: one.why for one in change.refused} == {
        "*a*": "short", "the": "wide", "sp@m": "letter", stars[-1]: "stars",
    }  # fmt: skip


async def test_two_managers_who_add_at_once_lose_nothing(lists: Lists) -> None:
    await asyncio.gather(*(lists.add_words(HERE, f"one{number}\ntwo{number}") for number in range(6)))
    await asyncio.gather(lists.drop_words(HERE, "ONE1\nnobody"), lists.drop_words(HERE, "two2"))

    left = {f"{word}{number}" for word in ("one", "two") for number in range(6)} - {"one1", "two2"}
    assert set(await lists.words(HERE)) == left


async def test_nothing_typed_changes_nothing(lists: Lists) -> None:
    with pytest.raises(Refusal):
        await lists.add_words(HERE, " \n, ")

    assert await lists.words(HERE) == ()


async def test_a_line_of_the_same_name_takes_the_old_one_s_place_and_four_are_enough(lists: Lists) -> None:
    for number in range(RESOURCES_MOST):
        await lists.add_resource(HERE, Resource(f"Line {number}", "0800 1"))
    await lists.add_resource(HERE, Resource("line 1", "0800 2", "always", "https://example.org/a"))

    with pytest.raises(Refusal):
        await lists.add_resource(HERE, Resource("One more", "0800 3"))
    own = await lists.resources(HERE)
    assert [one.name for one in own] == ["Line 0", "line 1", "Line 2", "Line 3"]
    assert own[1].reach == "0800 2"
    assert [one.name for one in await lists.drop_resource(HERE, "Line 0")] == ["line 1", "Line 2", "Line 3"]


@pytest.mark.parametrize(
    ("line", "text_id"),
    [
        (Resource("", "0800"), "setup-resource-short"),
        (Resource("Name", ""), "setup-resource-short"),
        (Resource("Name", "0800", "", "http://example.org"), "setup-resource-url"),
        (Resource("Name", "0800", "", "https://nowhere"), "setup-resource-url"),
        (Resource("Name", "0800", "", "https://a.org/x y"), "setup-resource-url"),
    ],
)
async def test_a_line_that_leads_nowhere_is_not_kept(lists: Lists, line: Resource, text_id: str) -> None:
    with pytest.raises(Refusal) as refused:
        await lists.add_resource(HERE, line)

    assert refused.value.text_id == text_id
    assert await lists.resources(HERE) == ()


async def test_cheers_are_kept_as_the_card_reads_them_and_an_emoji_stands_for_one_only(
    lists: Lists, database: Database
) -> None:
    await lists.choose_cheers(HERE, ["🌱 Growing with you", "☕ Here", "💪 Strong"], "😂 Ha")
    with pytest.raises(Refusal) as twice:
        await lists.choose_cheers(HERE, ["🌱 One", "🌱 Two", "💪 Three"], "")

    assert twice.value.text_id == "setup-cheers-twice"
    assert await database.read(lambda look: guilds.section(look, HERE, "cheers")) == {
        "list": [["🌱", "Growing with you"], ["☕", "Here"], ["💪", "Strong"]], "laugh": ["😂", "Ha"],
    }  # fmt: skip
    await lists.usual_cheers(HERE)
    assert await lists.cheers(HERE) is None


async def test_two_managers_who_switch_and_place_at_once_undo_nothing_of_each_other(servers: Servers) -> None:
    rooms = [guilds.ChannelId(number) for number in range(1, 6)]

    await asyncio.gather(*(servers.add_room(HERE, room) for room in rooms), servers.country(HERE, "DE"))
    await asyncio.gather(*(servers.switch(HERE, name, on=True) for name in ("venting", "relay", "buddies")))

    chosen = await servers.channels(HERE)
    assert (set(chosen.vent_rooms), chosen.country) == (set(rooms), "DE")
    assert await servers.features(HERE) == {"venting", "relay", "buddies"}


async def test_the_last_room_the_eleventh_room_and_everyone_as_a_role_are_refused(servers: Servers) -> None:
    rooms = [guilds.ChannelId(number) for number in range(1, 12)]
    for room in rooms[:10]:
        await servers.add_room(HERE, room)

    with pytest.raises(Refusal):
        await servers.add_room(HERE, rooms[10])
    await servers.add_room(HERE, rooms[0])
    for room in rooms[1:10]:
        await servers.drop_room(HERE, room)
    with pytest.raises(Refusal):
        await servers.drop_room(HERE, rooms[0])
    with pytest.raises(Refusal):
        await servers.name_roles(HERE, "moderators", [guilds.RoleId(HERE)])
    with pytest.raises(Refusal):
        await servers.switch(HERE, "setup", on=True)
    assert (await servers.roles(HERE)).moderators == frozenset()
