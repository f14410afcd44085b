"""Nobody does what their roles, overwrites, threads and time-outs do not give them."""

from datetime import timedelta

import pytest

from sandbox import ClientRefusal
from sandbox.state import permissions as may

from .raw import Home


async def test_a_bot_that_cannot_see_a_channel_has_no_access(home: Home) -> None:
    hidden = home.guild.channel("hidden", overwrites={home.guild.everyone: (0, may.VIEW_CHANNEL)})
    home.guild.permit(home.guild.role_of(home.app), may.SEND_MESSAGES)

    assert await home.raw.code("POST", f"/channels/{hidden.id}/messages", {"content": "x"}) == 50001
    assert await home.raw.code("GET", f"/channels/{hidden.id}") == 50001


async def test_a_bot_that_may_not_write_lacks_permissions(home: Home) -> None:
    quiet = home.guild.channel("quiet", overwrites={home.app: (0, may.SEND_MESSAGES)})

    assert await home.raw.code("POST", f"/channels/{quiet.id}/messages", {"content": "x"}) == 50013


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/guilds/{guild}/channels", {"name": "new"}),
        ("POST", "/guilds/{guild}/roles", {"name": "new"}),
        ("PATCH", "/channels/{room}", {"name": "other"}),
        ("PATCH", "/guilds/{guild}/members/{ben}", {"communication_disabled_until": None}),
        ("PUT", "/guilds/{guild}/members/{ben}/roles/{role}", None),
        ("DELETE", "/guilds/{guild}/members/{ben}", None),
        ("POST", "/channels/{room}/webhooks", {"name": "hook"}),
        ("GET", "/guilds/{guild}/audit-logs", None),
        ("GET", "/guilds/{guild}/auto-moderation/rules", None),
        ("PUT", "/channels/{room}/permissions/{role}", {"type": 0, "allow": "0", "deny": "0"}),
        ("PUT", "/channels/{room}/pins/{message}", None),
        ("DELETE", "/channels/{room}/messages/{message}", None),
        ("POST", "/channels/{room}/messages/{message}/threads", {"name": "thread"}),
    ],
)
async def test_what_was_not_granted_is_refused(home: Home, method: str, path: str, body: object) -> None:
    role = home.guild.role("Helper of helpers")
    home.guild.permit(home.guild.everyone, may.VIEW_CHANNEL | may.SEND_MESSAGES | may.READ_HISTORY)
    home.guild.permit(home.guild.role_of(home.app), 0)
    said = await home.ben.say(home.room, "words")
    where = {"guild": home.guild.id, "room": home.room.id, "ben": home.ben.id, "role": role.id, "message": said.id}

    assert await home.raw.code(method, path.format(**where), body) == 50013


async def test_an_overwrite_for_a_member_goes_before_roles_and_roles_before_everyone(home: Home) -> None:
    role = home.guild.role("Readers")
    reader = home.guild.join(home.local.person("Chidi"), roles=[role])
    channel = home.guild.channel(
        "library",
        overwrites={
            home.guild.everyone: (0, may.VIEW_CHANNEL),
            role: (may.VIEW_CHANNEL, may.SEND_MESSAGES),
            reader: (may.SEND_MESSAGES, 0),
        },
    )

    assert home.ben.sees(channel) == []
    assert not home.ben.can_see(channel)
    assert (await reader.say(channel, "quietly")).text == "quietly"


async def test_a_member_in_time_out_reads_but_does_not_write_or_react(home: Home) -> None:
    said = await home.ada.say(home.room, "hello")
    home.guild.time_out(home.ben, timedelta(hours=1))

    with pytest.raises(ClientRefusal):
        await home.ben.say(home.room, "I am here")
    with pytest.raises(ClientRefusal):
        await home.ben.react(said, "🫂")
    assert home.ben.commands(home.room) == []
    assert [one.text for one in home.ben.sees(home.room)] == ["hello"]

    home.local.clock.move(timedelta(hours=2))
    assert (await home.ben.say(home.room, "again")).text == "again"


async def test_a_bot_in_time_out_cannot_write(home: Home) -> None:
    home.guild.state.members[home.app.id].timed_out_until = home.local.clock.now() + timedelta(hours=1)

    assert await home.raw.code("POST", f"{home.here}/messages", {"content": "x"}) == 50013


async def test_a_private_thread_is_seen_by_its_members_and_by_those_who_manage_threads(home: Home) -> None:
    body = {"name": "circle", "type": 12, "invitable": False}
    _, made = await home.raw.ask("POST", f"{home.here}/threads", body)
    thread = home.local.world.channels[int(made["id"])]
    chidi = home.guild.join(home.local.person("Chidi"))
    await home.raw.ask("PUT", f"/channels/{thread.id}/thread-members/{home.ben.id}")

    assert home.ben.can_see(thread)
    assert home.ada.can_see(thread)
    assert not chidi.can_see(thread)
    with pytest.raises(ClientRefusal):
        await chidi.say(thread, "let me in")

    await home.raw.ask("DELETE", f"/channels/{thread.id}/thread-members/{home.ben.id}")
    assert not home.ben.can_see(thread)


async def test_writing_in_threads_is_a_right_of_its_own(home: Home) -> None:
    said = await home.raw.send(home.room.id)
    _, made = await home.raw.ask("POST", f"{home.here}/messages/{said['id']}/threads", {"name": "more"})
    thread = home.local.world.channels[int(made["id"])]
    home.guild.overwrite(home.room, home.guild.everyone, deny=may.SEND_IN_THREADS)

    with pytest.raises(ClientRefusal):
        await home.ben.say(thread, "words")
    assert (await home.ben.say(home.room, "words")).text == "words"


async def test_a_bot_gives_no_role_above_its_own(home: Home) -> None:
    role = home.guild.role("Above")
    home.guild.permit(home.guild.role_of(home.app), may.MANAGE_ROLES | may.MODERATE_MEMBERS)
    above = home.guild.join(home.local.person("Chidi"), roles=[role])

    assert await home.raw.code("PUT", f"/guilds/{home.guild.id}/members/{home.ben.id}/roles/{role.id}") == 50013
    until = (home.local.clock.now() + timedelta(hours=1)).isoformat()
    path = f"/guilds/{home.guild.id}/members/{above.id}"
    assert await home.raw.code("PATCH", path, {"communication_disabled_until": until}) == 50013


async def test_creating_events_needs_its_own_right(home: Home) -> None:
    home.guild.permit(home.guild.role_of(home.app), may.MANAGE_EVENTS)
    start = home.local.clock.now() + timedelta(hours=1)
    event = {
        "name": "Chat",
        "privacy_level": 2,
        "entity_type": 3,
        "scheduled_start_time": start.isoformat(),
        "scheduled_end_time": (start + timedelta(hours=1)).isoformat(),
        "entity_metadata": {"location": "here"},
    }

    assert await home.raw.code("POST", f"/guilds/{home.guild.id}/scheduled-events", event) == 50013


async def test_autom_mod_binds_members_and_not_bots(home: Home) -> None:
    home.guild.auto_mod("No shouting", ["hurrah"])

    with pytest.raises(ClientRefusal, match="AutoMod"):
        await home.ben.say(home.room, "Hurrah for that")
    assert (await home.raw.send(home.room.id, "hurrah"))["content"] == "hurrah"


async def test_everyone_is_pinged_only_by_those_who_may(home: Home) -> None:
    home.guild.permit(home.guild.everyone, may.USUAL & ~may.MENTION_EVERYONE)

    assert not (await home.raw.send(home.room.id, "@everyone"))["mention_everyone"]
    home.guild.permit(home.guild.role_of(home.app), may.MENTION_EVERYONE)
    assert (await home.raw.send(home.room.id, "@everyone"))["mention_everyone"]
    assert not (await home.raw.send(home.room.id, "@everyone", allowed_mentions={"parse": []}))["mention_everyone"]


async def test_allowed_mentions_decide_whom_a_text_pings(home: Home) -> None:
    text = f"<@{home.ben.id}>"

    assert [one["id"] for one in (await home.raw.send(home.room.id, text))["mentions"]] == [str(home.ben.id)]
    assert (await home.raw.send(home.room.id, text, allowed_mentions={"parse": []}))["mentions"] == []
    named = await home.raw.send(home.room.id, text, allowed_mentions={"users": [str(home.ben.id)]})
    assert [one["id"] for one in named["mentions"]] == [str(home.ben.id)]


async def test_a_bot_gives_itself_back_in_a_channel_what_it_has_on_the_server_and_nothing_else(home: Home) -> None:
    home.guild.permit(home.guild.role_of(home.app), may.VIEW_CHANNEL | may.MANAGE_ROLES | may.SEND_MESSAGES)
    home.guild.permit(home.guild.everyone, may.VIEW_CHANNEL)
    quiet = home.guild.channel("quiet", overwrites={home.guild.everyone: (0, may.SEND_MESSAGES)})
    path = f"/channels/{quiet.id}/permissions/{home.app.id}"

    assert await home.raw.code("POST", f"/channels/{quiet.id}/messages", {"content": "x"}) == 50013
    assert await home.raw.code("PUT", path, {"type": 1, "allow": str(may.MANAGE_THREADS), "deny": "0"}) == 50013
    assert (await home.raw.ask("PUT", path, {"type": 1, "allow": str(may.SEND_MESSAGES), "deny": "0"}))[0] == 204
    assert (await home.raw.send(quiet.id))["content"] == "words"


async def test_an_overwrite_with_manage_roles_lets_the_bot_give_anything_there(home: Home) -> None:
    home.guild.overwrite(home.room, home.app, allow=may.MANAGE_ROLES)
    path = f"/channels/{home.room.id}/permissions/{home.app.id}"
    given = str(may.MANAGE_ROLES | may.MANAGE_THREADS)

    assert await home.raw.code("PUT", path, {"type": 1, "allow": given, "deny": "0"}) is None
