"""Every route gives an answer of Discord's form; the fixture holds each against the API description."""

import asyncio
from typing import Any

import pytest

from sandbox.state import permissions as may

from .raw import REACTIONS, USUAL, Home
from .test_interactions import HELLO, begun

ALL = may.ALL & ~may.ADMINISTRATOR


@pytest.fixture
def strong(home: Home) -> Home:
    """The bot may do everything but be an administrator, and has every privileged intent."""
    home.app.state.privileged = frozenset({"members", "message_content"})
    home.guild.permit(home.guild.role_of(home.app), ALL)
    home.local.settings.route_limits = False
    return home


async def granted(home: Home, method: str, path: str, body: Any = None) -> Any:
    """The answer to a request that is granted."""
    status, answer = await home.raw.ask(method, path, body)
    assert status < 300, (method, path, answer)
    return answer


async def test_reactions_are_read_and_taken_away(strong: Home) -> None:
    said = await strong.ben.say(strong.room, "words")
    path = f"{strong.here}/messages/{said.id}/reactions"
    await strong.ben.react(said, "🫂")
    await strong.ben.react(said, "☕")
    async with strong.raw.ready(USUAL | REACTIONS) as gateway:
        await granted(strong, "PUT", f"{path}/🫂/@me")
        who = await granted(strong, "GET", f"{path}/🫂")
        await granted(strong, "DELETE", f"{path}/🫂/@me")
        await granted(strong, "DELETE", f"{path}/🫂/{strong.ben.id}")
        after_taking = dict(said.reactions)
        await granted(strong, "DELETE", f"{path}/☕")
        await strong.ben.react(said, "☕")
        await strong.ben.unreact(said, "☕")
        await granted(strong, "DELETE", path)
        await gateway.until("MESSAGE_REACTION_REMOVE_EMOJI")
        await gateway.until("MESSAGE_REACTION_REMOVE_ALL")

    assert [one["id"] for one in who] == sorted([str(strong.ben.id), str(strong.app.id)])
    assert after_taking == {"☕": 1}
    assert said.reactions == {}


async def test_messages_are_pinned_and_unpinned_by_both_routes(strong: Home) -> None:
    sent = await strong.raw.send(strong.room.id)
    await granted(strong, "POST", f"{strong.here}/typing")
    for pins in (f"{strong.here}/pins", f"{strong.here}/messages/pins"):
        await granted(strong, "PUT", f"{pins}/{sent['id']}")
        assert str(sent["id"]) in str(await granted(strong, "GET", pins))
        await granted(strong, "DELETE", f"{pins}/{sent['id']}")
        assert str(sent["id"]) not in str(await granted(strong, "GET", pins))


async def test_a_bot_joins_and_leaves_threads_and_lists_their_members(strong: Home) -> None:
    thread = await granted(strong, "POST", f"{strong.here}/threads", {"name": "circle", "type": 11})
    path = f"/channels/{thread['id']}"
    await granted(strong, "DELETE", f"{path}/thread-members/@me")
    await granted(strong, "PUT", f"{path}/thread-members/@me")
    members = await granted(strong, "GET", f"{path}/thread-members?with_member=true")
    await granted(strong, "PATCH", path, {"name": "other", "archived": True, "locked": True})
    shown = await granted(strong, "GET", path)
    await granted(strong, "DELETE", path)

    assert [one["user_id"] for one in members] == [str(strong.app.id)]
    assert shown["thread_metadata"]["locked"]
    assert await strong.raw.code("GET", path) == 10003


async def test_roles_are_shown_changed_given_and_taken(strong: Home) -> None:
    guild = f"/guilds/{strong.guild.id}"
    role = await granted(strong, "POST", f"{guild}/roles", {"name": "r"})
    await granted(strong, "PATCH", f"{guild}/roles/{role['id']}", {"name": "s", "permissions": "0", "hoist": True})
    shown = await granted(strong, "GET", f"{guild}/roles/{role['id']}")
    path = f"{guild}/members/{strong.ben.id}"
    await granted(strong, "PUT", f"{path}/roles/{role['id']}")
    assert strong.ben.roles == ["s"]
    await granted(strong, "DELETE", f"{path}/roles/{role['id']}")
    assert strong.ben.roles == []
    await granted(strong, "PATCH", path, {"roles": [role["id"]], "nick": "B"})
    await granted(strong, "PATCH", f"{guild}/members/@me", {"nick": "Bot"})
    every = await granted(strong, "GET", f"{guild}/roles")
    await granted(strong, "DELETE", path)

    assert shown["name"] == "s"
    assert len(every) == 3
    assert strong.ben.id not in strong.guild.state.members
    assert len(await granted(strong, "GET", f"{guild}/channels")) == 1
    await granted(strong, "DELETE", f"/users/@me/guilds/{strong.guild.id}")


async def test_commands_of_a_server_are_shown_changed_and_deleted(strong: Home) -> None:
    scope = f"/applications/{strong.app.id}/guilds/{strong.guild.id}/commands"
    made = await granted(strong, "POST", scope, HELLO)
    await granted(strong, "PATCH", f"{scope}/{made['id']}", {"description": "Hi"})
    shown = await granted(strong, "GET", f"{scope}/{made['id']}")
    strong.guild.choose_who(strong.app, "hello", {strong.ben: True})
    chosen = await granted(strong, "GET", f"{scope}/{made['id']}/permissions")
    everywhere = await granted(strong, "POST", f"/applications/{strong.app.id}/commands", HELLO)
    await granted(strong, "GET", f"/applications/{strong.app.id}/commands/{everywhere['id']}")
    await granted(strong, "DELETE", f"{scope}/{made['id']}")

    assert shown["description"] == "Hi"
    assert chosen["permissions"] == [{"id": str(strong.ben.id), "type": 2, "permission": True}]


async def test_answers_to_interactions_are_read_again(strong: Home) -> None:
    await strong.commands(HELLO)
    async with strong.raw.ready() as gateway:
        task, given = await begun(strong, gateway, strong.ben.run("hello"))
        await strong.raw.answer(given, 4, content="hello")
        _, followed = await strong.raw.hook(given, "POST", "", {"content": "more"})
        original = await strong.raw.hook(given, "GET", "/messages/@original")
        followup = await strong.raw.hook(given, "GET", f"/messages/{followed['id']}")
        await strong.raw.hook(given, "PATCH", f"/messages/{followed['id']}", {"content": "less"})
        answer = await task
        deleted = await strong.raw.hook(given, "DELETE", f"/messages/{followed['id']}")
        gone = await strong.raw.hook(given, "GET", f"/messages/{followed['id']}")

    assert (original[1]["content"], followup[1]["content"]) == ("hello", "more")
    assert (deleted[0], gone[1]["code"]) == (204, 10008)
    assert [one.text for one in answer.messages] == ["hello"]


async def test_webhooks_are_listed_shown_and_deleted(strong: Home) -> None:
    hook = await granted(strong, "POST", f"{strong.here}/webhooks", {"name": "Herald"})
    other = await granted(strong, "POST", f"{strong.here}/webhooks", {"name": "Crier"})
    by_token = f"/webhooks/{hook['id']}/{hook['token']}"
    sent = await granted(strong, "POST", f"{by_token}?wait=true", {"content": "news"})

    assert len(await granted(strong, "GET", f"{strong.here}/webhooks")) == 2
    assert len(await granted(strong, "GET", f"/guilds/{strong.guild.id}/webhooks")) == 2
    assert (await granted(strong, "GET", f"/webhooks/{hook['id']}"))["name"] == "Herald"
    assert "user" not in await granted(strong, "GET", by_token)
    assert (await granted(strong, "GET", f"{by_token}/messages/{sent['id']}"))["content"] == "news"
    await granted(strong, "DELETE", by_token)
    await granted(strong, "DELETE", f"/webhooks/{other['id']}")
    assert await strong.raw.code("GET", f"/webhooks/{other['id']}") == 10015


async def test_rules_and_stages_are_shown_and_changed(strong: Home) -> None:
    strong.guild.auto_mod("Words", ["karen"])
    rules = f"/guilds/{strong.guild.id}/auto-moderation/rules"
    (rule,) = await granted(strong, "GET", rules)
    await granted(strong, "PATCH", f"{rules}/{rule['id']}", {"name": "Other words"})
    assert (await granted(strong, "GET", f"{rules}/{rule['id']}"))["name"] == "Other words"
    await granted(strong, "DELETE", f"{rules}/{rule['id']}")

    stage = strong.guild.channel("stage", kind="stage")
    await granted(strong, "POST", "/stage-instances", {"channel_id": str(stage.id), "topic": "Hello"})
    await granted(strong, "PATCH", f"/stage-instances/{stage.id}", {"topic": "Hi"})
    assert (await granted(strong, "GET", f"/stage-instances/{stage.id}"))["topic"] == "Hi"


async def test_people_come_and_go_before_a_bot_with_the_members_intent(strong: Home) -> None:
    async with strong.raw.ready(USUAL | 1 << 1) as gateway:
        chidi = strong.guild.join(strong.local.person("Chidi"))
        joined = await gateway.until("GUILD_MEMBER_ADD")
        strong.guild.remove(chidi)
        left = await gateway.until("GUILD_MEMBER_REMOVE")

    assert joined["user"]["id"] == left["user"]["id"] == str(chidi.id)


async def test_two_people_press_at_once_and_each_has_their_own_answer(strong: Home) -> None:
    button = {"type": 2, "style": 1, "label": "Press", "custom_id": "press"}
    await strong.raw.send(strong.room.id, components=[{"type": 1, "components": [button]}])
    card = strong.ben.sees(strong.room)[-1]
    async with strong.raw.ready() as gateway:
        both = asyncio.gather(strong.ada.press(card, "press"), strong.ben.press(card, "press"))
        given = [await gateway.until("INTERACTION_CREATE") for _ in range(2)]
        for one in reversed(given):
            await strong.raw.answer(one, 4, content=one["member"]["user"]["global_name"], flags=64)
        answers = await both

    assert [one.text for one in answers] == ["Ada", "Ben"]
