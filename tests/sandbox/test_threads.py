"""Threads begin, sleep, are locked and end as Discord's do."""

from datetime import timedelta

import pytest

from sandbox import ClientRefusal
from sandbox.state import permissions as may
from sandbox.state.model import Channel

from .raw import Home


async def thread_of(home: Home) -> Channel:
    sent = await home.raw.send(home.room.id, "a card")
    _, made = await home.raw.ask("POST", f"{home.here}/messages/{sent['id']}/threads", {"name": "lines"})
    assert made["id"] == sent["id"]
    return home.local.world.channels[int(made["id"])]


async def test_a_message_has_one_thread_and_it_has_the_messages_id(home: Home) -> None:
    thread = await thread_of(home)

    assert await home.raw.code("POST", f"{home.here}/messages/{thread.id}/threads", {"name": "again"}) == 160004
    assert home.ben.sees(home.room)[-1].thread is thread
    assert home.ben.sees(home.room)[-1].flags & 1 << 5


async def test_a_locked_thread_is_closed_to_all_who_do_not_manage_threads(home: Home) -> None:
    thread = await thread_of(home)
    assert await home.raw.code("PATCH", f"/channels/{thread.id}", {"locked": True}) is None

    with pytest.raises(ClientRefusal, match="locked"):
        await home.ben.say(thread, "words")
    assert await home.raw.code("POST", f"/channels/{thread.id}/messages", {"content": "mine"}) is None
    home.guild.permit(home.guild.role_of(home.app), may.USUAL)
    assert await home.raw.code("POST", f"/channels/{thread.id}/messages", {"content": "mine"}) == 160005
    assert await home.raw.code("PATCH", f"/channels/{thread.id}", {"locked": False}) == 50013


async def test_a_thread_falls_asleep_by_peoples_clock_and_a_message_wakes_it(home: Home) -> None:
    thread = await thread_of(home)
    sent = await home.raw.send(thread.id, "inside")

    home.local.clock.move(timedelta(days=4))
    assert thread.about.archived
    assert await home.raw.code("PATCH", f"/channels/{thread.id}/messages/{sent['id']}", {"content": "x"}) == 50083
    assert await home.raw.code("PUT", f"/channels/{thread.id}/thread-members/{home.ben.id}") == 50083
    assert await home.raw.code("PATCH", f"/channels/{thread.id}", {"name": "new"}) == 50083
    await home.raw.send(thread.id, "awake")
    assert not thread.about.archived


async def test_there_are_only_so_many_active_threads(home: Home) -> None:
    await thread_of(home)
    home.local.settings.active_threads = 1

    assert await home.raw.code("POST", f"{home.here}/threads", {"name": "one more", "type": 11}) == 160006


async def test_nobody_is_added_who_does_not_see_the_parent(home: Home) -> None:
    hidden = home.guild.channel("hidden", overwrites={home.ben: (0, may.VIEW_CHANNEL)})
    _, made = await home.raw.ask("POST", f"/channels/{hidden.id}/threads", {"name": "t", "type": 12})

    assert await home.raw.code("PUT", f"/channels/{made['id']}/thread-members/{home.ben.id}") == 50001


async def test_adding_somebody_is_said_in_the_thread_and_told_to_a_bot_only_about_itself(home: Home) -> None:
    _, made = await home.raw.ask("POST", f"{home.here}/threads", {"name": "circle", "type": 12})
    thread = home.local.world.channels[int(made["id"])]
    async with home.raw.ready() as gateway:
        await home.raw.ask("PUT", f"/channels/{thread.id}/thread-members/{home.ben.id}")
        told = await gateway.next()

        assert told["t"] == "GUILD_CREATE"
        assert (await gateway.next())["t"] == "MESSAGE_CREATE"
    assert home.ben.sees(thread)[-1].stored.kind == 1
    assert (await home.raw.ask("GET", f"/channels/{thread.id}/thread-members/@me"))[0] == 200
    assert await home.raw.code("GET", f"/channels/{thread.id}/thread-members") == 50001


async def test_a_thread_goes_with_its_channel_and_a_card_stays_without_its_thread(home: Home) -> None:
    thread = await thread_of(home)
    home.guild.remove_channel(thread)
    assert home.ben.sees(home.room)[-1].thread is None

    other = await thread_of(home)
    home.guild.remove_channel(home.room)
    assert await home.raw.code("GET", f"/channels/{other.id}") == 10003


async def test_a_bot_that_gains_a_channel_is_told_its_threads(home: Home) -> None:
    thread = await thread_of(home)
    home.guild.overwrite(home.room, home.app, deny=may.VIEW_CHANNEL)
    async with home.raw.ready() as gateway:
        home.guild.overwrite(home.room, home.app)
        told = await gateway.until("THREAD_LIST_SYNC")

    assert [one["id"] for one in told["threads"]] == [str(thread.id)]


async def test_in_a_forum_a_post_is_a_thread_with_its_first_message(home: Home) -> None:
    forum = home.guild.channel("forum", kind="forum")
    body = {"name": "Hello", "message": {"content": "first"}}
    _, made = await home.raw.ask("POST", f"/channels/{forum.id}/threads", body)

    assert made["message"]["id"] == made["id"]
    assert await home.raw.code("POST", f"/channels/{forum.id}/messages", {"content": "x"}) == 50008


async def test_lists_of_threads_show_what_the_bot_may_open(home: Home) -> None:
    thread = await thread_of(home)
    _, active = await home.raw.ask("GET", f"/guilds/{home.guild.id}/threads/active")
    home.guild.close_thread(thread, archived=True)
    _, archived = await home.raw.ask("GET", f"{home.here}/threads/archived/public")

    assert [one["id"] for one in active["threads"]] == [str(thread.id)]
    assert [one["id"] for one in archived["threads"]] == [str(thread.id)]
    assert (await home.raw.ask("GET", f"{home.here}/threads/archived/private"))[0] == 200
    assert (await home.raw.ask("GET", f"{home.here}/users/@me/threads/archived/private"))[1]["threads"] == []
