"""Servers, their members, roles, channels, events and webhooks."""

from datetime import timedelta
from typing import Any

import pytest

from sandbox import ClientRefusal
from sandbox.state import permissions as may

from .raw import USUAL, Home

EVENTS = 1 << 16
ALL = may.ALL & ~may.ADMINISTRATOR


async def test_counts_of_members_and_roles_need_no_privileged_intent(home: Home) -> None:
    role = home.guild.role("Seekers")
    home.guild.give(home.ben, role)
    _, guild = await home.raw.ask("GET", f"/guilds/{home.guild.id}?with_counts=true")
    _, counts = await home.raw.ask("GET", f"/guilds/{home.guild.id}/roles/member-counts")

    assert guild["approximate_member_count"] == 3
    assert counts[str(role.id)] == 1
    assert str(home.guild.id) not in counts


async def test_members_are_found_by_the_beginning_of_their_name_and_listed_only_with_the_intent(home: Home) -> None:
    path = f"/guilds/{home.guild.id}/members"
    _, found = await home.raw.ask("GET", f"{path}/search?query=be&limit=5")

    assert [one["user"]["id"] for one in found] == [str(home.ben.id)]
    assert await home.raw.code("GET", path) == 50001
    home.app.state.privileged = frozenset({"members"})
    assert len((await home.raw.ask("GET", f"{path}?limit=10"))[1]) == 3


async def test_a_bot_outside_a_server_knows_nothing_of_it(home: Home) -> None:
    home.guild.uninstall(home.app)

    assert await home.raw.code("GET", f"/guilds/{home.guild.id}") == 10004
    assert (await home.raw.ask("GET", "/users/@me/guilds"))[1] == []


async def test_joining_and_leaving_is_told_to_the_bot_itself(home: Home) -> None:
    other = home.local.guild("Other", owner=home.ada.person)
    async with home.raw.ready() as gateway:
        known = await gateway.until("GUILD_CREATE")
        other.install(home.app)
        joined = await gateway.until("GUILD_CREATE")
        other.uninstall(home.app)
        left = await gateway.until("GUILD_DELETE")

    assert joined["id"] == left["id"] == str(other.id)
    assert known["unavailable"] is False
    assert "unavailable" not in joined, "by this a bot knows that it is new there"
    assert [one["user"]["id"] for one in joined["members"]] == [str(home.app.id)]


async def test_a_new_name_of_a_server_and_new_rights_of_a_bot_are_told(home: Home) -> None:
    async with home.raw.ready() as gateway:
        home.guild.rename("Hearth")
        home.guild.install(home.app, may.VIEW_CHANNEL)
        renamed = await gateway.until("GUILD_UPDATE")
        granted = await gateway.until("GUILD_ROLE_UPDATE")

    assert renamed["name"] == "Hearth"
    assert granted["role"]["permissions"] == str(may.VIEW_CHANNEL)


async def test_channels_and_roles_are_made_changed_and_deleted(home: Home) -> None:
    home.guild.permit(home.guild.role_of(home.app), ALL)
    _, channel = await home.raw.ask("POST", f"/guilds/{home.guild.id}/channels", {"name": "new", "topic": "t"})
    _, renamed = await home.raw.ask("PATCH", f"/channels/{channel['id']}", {"name": "newer"})
    _, role = await home.raw.ask("POST", f"/guilds/{home.guild.id}/roles", {"name": "r", "permissions": "0"})
    path = f"/channels/{channel['id']}/permissions/{role['id']}"
    await home.raw.ask("PUT", path, {"type": 0, "allow": "0", "deny": str(may.VIEW_CHANNEL)})
    home.guild.state.members[home.ben.id].roles.add(int(role["id"]))
    home.guild.state.epoch += 1

    assert renamed["name"] == "newer"
    assert not home.ben.can_see(home.local.world.channels[int(channel["id"])])
    assert await home.raw.code("DELETE", path) is None
    assert await home.raw.code("DELETE", path) == 10009
    assert await home.raw.code("DELETE", f"/guilds/{home.guild.id}/roles/{role['id']}") is None
    assert await home.raw.code("DELETE", f"/channels/{channel['id']}") is None
    assert await home.raw.code("GET", f"/channels/{channel['id']}") == 10003


async def test_a_bot_gives_no_permission_that_it_has_not(home: Home) -> None:
    home.guild.permit(home.guild.role_of(home.app), may.MANAGE_ROLES | may.MANAGE_CHANNELS)
    body = {"name": "strong", "permissions": str(may.BAN_MEMBERS)}
    overwrite = {"id": str(home.ben.id), "type": 1, "allow": str(may.MANAGE_GUILD), "deny": "0"}
    channel = {"name": "new", "permission_overwrites": [overwrite]}

    assert await home.raw.code("POST", f"/guilds/{home.guild.id}/roles", body) == 50013
    assert await home.raw.code("POST", f"/guilds/{home.guild.id}/channels", channel) == 50013


async def test_a_time_out_is_told_and_lasts_at_most_28_days(home: Home) -> None:
    home.guild.permit(home.guild.role_of(home.app), may.MODERATE_MEMBERS)
    path = f"/guilds/{home.guild.id}/members/{home.ben.id}"
    now = home.local.clock.now()
    until = (now + timedelta(hours=1)).isoformat()

    assert await home.raw.code("PATCH", path, {"communication_disabled_until": until}) is None
    with pytest.raises(ClientRefusal):
        await home.ben.say(home.room, "words")
    long = (now + timedelta(days=29)).isoformat()
    assert await home.raw.code("PATCH", path, {"communication_disabled_until": long}) == 50035
    owner = f"/guilds/{home.guild.id}/members/{home.ada.id}"
    assert await home.raw.code("PATCH", owner, {"communication_disabled_until": until}) == 50013


def event(home: Home, **other: Any) -> dict[str, Any]:
    start = home.local.clock.now() + timedelta(hours=1)
    return {
        "name": "Chat",
        "privacy_level": 2,
        "entity_type": 3,
        "scheduled_start_time": start.isoformat(),
        "scheduled_end_time": (start + timedelta(hours=1)).isoformat(),
        "entity_metadata": {"location": "here"},
    } | other


async def test_an_event_begins_and_ends_by_peoples_clock_and_counts_who_is_interested(home: Home) -> None:
    path = f"/guilds/{home.guild.id}/scheduled-events"
    async with home.raw.ready(USUAL | EVENTS) as gateway:
        _, made = await home.raw.ask("POST", path, event(home))
        await home.ben.follow(int(made["id"]))
        added = await gateway.until("GUILD_SCHEDULED_EVENT_USER_ADD")
        home.local.clock.move(timedelta(minutes=61))
        begun = await gateway.until("GUILD_SCHEDULED_EVENT_UPDATE")
        _, users = await home.raw.ask("GET", f"{path}/{made['id']}/users?with_member=true")
        _, counted = await home.raw.ask("GET", f"{path}/{made['id']}?with_user_count=true")
        home.local.clock.move(timedelta(hours=1))
        over = await gateway.until("GUILD_SCHEDULED_EVENT_UPDATE")

    assert added["user_id"] == str(home.ben.id)
    assert (begun["status"], over["status"]) == (2, 3)
    assert [one["user"]["id"] for one in users] == [str(home.ben.id)]
    assert counted["user_count"] == 1
    assert await home.raw.code("GET", f"{path}/{made['id']}") == 10070


async def test_wrong_events_and_more_than_a_hundred_are_refused(home: Home) -> None:
    path = f"/guilds/{home.guild.id}/scheduled-events"
    past = (home.local.clock.now() - timedelta(hours=1)).isoformat()

    assert await home.raw.code("POST", path, event(home, scheduled_start_time=past)) == 50035
    assert await home.raw.code("POST", path, event(home, entity_metadata=None)) == 50035
    home.local.settings.route_limits = False
    codes = [await home.raw.code("POST", path, event(home)) for _ in range(45)]
    home.guild.state.events.update({number: next(iter(home.guild.state.events.values())) for number in range(60)})
    assert set(codes) == {None}
    assert await home.raw.code("POST", path, event(home)) == 30038


async def test_an_event_is_changed_and_called_off(home: Home) -> None:
    path = f"/guilds/{home.guild.id}/scheduled-events"
    _, made = await home.raw.ask("POST", path, event(home))
    _, changed = await home.raw.ask("PATCH", f"{path}/{made['id']}", {"name": "Talk"})

    assert changed["name"] == "Talk"
    assert await home.raw.code("DELETE", f"{path}/{made['id']}") is None
    assert (await home.raw.ask("GET", path))[1] == []


async def test_a_webhook_writes_under_its_own_name_and_cannot_be_called_discord(home: Home) -> None:
    home.guild.permit(home.guild.role_of(home.app), ALL)
    assert await home.raw.code("POST", f"{home.here}/webhooks", {"name": "discord friend"}) == 50035
    _, hook = await home.raw.ask("POST", f"{home.here}/webhooks", {"name": "Herald"})
    path = f"/webhooks/{hook['id']}/{hook['token']}"
    _, sent = await home.raw.ask("POST", f"{path}?wait=true", {"content": "news", "username": "Crier"})
    _, edited = await home.raw.ask("PATCH", f"{path}/messages/{sent['id']}", {"content": "old news"})

    assert sent["author"]["username"] == "Crier"
    assert edited["content"] == "old news"
    assert await home.raw.code("POST", f"/webhooks/{hook['id']}/wrong", {"content": "x"}) == 50027
    assert await home.raw.code("POST", "/webhooks/1/wrong", {"content": "x"}) == 10015
    assert await home.raw.code("DELETE", f"{path}/messages/{sent['id']}") is None


async def test_rules_of_auto_mod_are_made_by_those_who_manage_the_server(home: Home) -> None:
    home.guild.permit(home.guild.role_of(home.app), ALL)
    path = f"/guilds/{home.guild.id}/auto-moderation/rules"
    rule = {
        "name": "Words",
        "event_type": 1,
        "trigger_type": 1,
        "trigger_metadata": {"keyword_filter": ["karen*"]},
        "actions": [{"type": 1}],
        "enabled": True,
    }
    _, made = await home.raw.ask("POST", path, rule)

    assert [one["id"] for one in (await home.raw.ask("GET", path))[1]] == [made["id"]]
    with pytest.raises(ClientRefusal, match="Words"):
        await home.ben.say(home.room, "my boss Karenina")


async def test_the_audit_log_names_who_did_what_and_why(home: Home) -> None:
    home.guild.permit(home.guild.role_of(home.app), ALL)
    await home.raw.ask("POST", f"/guilds/{home.guild.id}/channels", {"name": "new"})
    _, log = await home.raw.ask("GET", f"/guilds/{home.guild.id}/audit-logs")

    assert log["audit_log_entries"][0]["user_id"] == str(home.app.id)
    assert log["audit_log_entries"][0]["action_type"] == 10


async def test_a_stage_is_opened_and_closed_by_those_who_may(home: Home) -> None:
    stage = home.guild.channel("stage", kind="stage")
    body = {"channel_id": str(stage.id), "topic": "Hello"}

    assert await home.raw.code("POST", "/stage-instances", body) == 50013
    home.guild.permit(home.guild.role_of(home.app), ALL)
    assert await home.raw.code("POST", "/stage-instances", body) is None
    assert await home.raw.code("DELETE", f"/stage-instances/{stage.id}") is None
    assert await home.raw.code("GET", f"/stage-instances/{stage.id}") == 10067


async def test_names_of_text_channels_are_small_and_have_dashes(home: Home) -> None:
    home.guild.permit(home.guild.role_of(home.app), ALL)
    _, made = await home.raw.ask("POST", f"/guilds/{home.guild.id}/channels", {"name": "Vent Room"})

    assert made["name"] == "vent-room"
