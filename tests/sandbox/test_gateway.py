"""The gateway greets, identifies, forgets and closes as Discord's does."""

import asyncio

import aiohttp
import pytest

from .raw import CONTENT, GUILDS, MESSAGES, USUAL, Home

MEMBERS, PRESENCES = 1 << 1, 1 << 8


@pytest.mark.parametrize(
    ("op", "data", "code"),
    [
        (2, {"token": "wrong", "intents": 1}, 4004),
        (2, {"intents": 1 << 30}, 4013),
        (2, {"intents": -1}, 4013),
        (2, {"intents": CONTENT}, 4014),
        (2, {"intents": MEMBERS}, 4014),
        (2, {"intents": PRESENCES}, 4014),
        (2, {"intents": 1, "shard": [2, 2]}, 4010),
        (6, {"token": "wrong", "session_id": "x", "seq": 0}, 4004),
        (8, {"guild_id": "1", "query": "", "limit": 0}, 4003),
        (77, {}, 4001),
    ],
)
async def test_what_the_gateway_does_not_take_closes_it(
    home: Home, op: int, data: dict[str, object], code: int
) -> None:
    async with home.raw.gateway() as gateway:
        await gateway.send(op, {"token": home.app.token, **data})

        assert await gateway.next() == {"close": code}


async def test_what_is_no_payload_or_too_long_closes_it(home: Home) -> None:
    for text in ("no json", "[]", '{"op": 1, "d": "%s"}' % ("x" * 4096)):
        async with home.raw.gateway() as gateway:
            await gateway.socket.send_str(text)
            assert await gateway.next() == {"close": 4002}


async def test_a_wrong_version_closes_it(home: Home) -> None:
    async with home.raw.gateway(query="v=6") as gateway:
        assert await gateway.next() == {"close": 4012}


async def test_identifying_twice_closes_it(home: Home) -> None:
    async with home.raw.ready() as gateway:
        await gateway.until("GUILD_CREATE")
        await gateway.send(2, {"token": home.app.token, "intents": 1})

        assert await gateway.next() == {"close": 4005}


async def test_more_than_120_sends_a_minute_close_it(home: Home) -> None:
    home.local.settings.gateway_sends = 3
    async with home.raw.gateway() as gateway:
        for _ in range(4):
            await gateway.send(1, None)
        answers = [await gateway.next() for _ in range(4)]

    assert answers[-1] == {"close": 4008}


async def test_a_silent_connection_times_out(home: Home) -> None:
    home.local.settings.heartbeat_interval = 0.01
    async with home.raw.gateway() as gateway:
        assert await gateway.next() == {"close": 4009}


async def test_heartbeats_are_acknowledged(home: Home) -> None:
    async with home.raw.gateway() as gateway:
        await gateway.send(1, None)

        assert (await gateway.next())["op"] == 11


async def test_a_compressed_connection_is_one_stream(home: Home) -> None:
    async with home.raw.gateway(packed=True) as gateway:
        ready = await gateway.identify(home.app.token)
        guild = await gateway.next()

    assert ready["d"]["resume_gateway_url"] == home.local.gateway
    assert guild["d"]["name"] == "Home"


async def test_a_resume_replays_what_was_missed(home: Home) -> None:
    async with home.raw.ready() as gateway:
        await gateway.until("GUILD_CREATE")
        home.local.faults.drop(home.app)
        assert "close" in await gateway.next()
    await home.ben.say(home.room, f"<@{home.app.id}> while away")
    async with home.raw.gateway() as again:
        await again.send(6, {"token": home.app.token, "session_id": gateway.session, "seq": gateway.last})
        missed = await again.next()

        assert missed["d"]["content"].endswith("while away")
        assert (await again.next())["t"] == "RESUMED"


async def test_a_handshake_can_be_refused_as_by_the_edge_and_the_session_lives_on(home: Home) -> None:
    async with home.raw.ready() as gateway:
        await gateway.until("GUILD_CREATE")
        home.local.faults.drop(home.app)
        assert "close" in await gateway.next()
    home.local.faults.refuse_connections(status=502, times=2)
    for _ in range(2):
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await home.raw.session.ws_connect(home.local.gateway)
        assert refused.value.status == 502
    async with home.raw.gateway() as again:
        await again.send(6, {"token": home.app.token, "session_id": gateway.session, "seq": gateway.last})
        await again.until("RESUMED")


async def test_a_session_that_is_over_is_invalid(home: Home) -> None:
    async with home.raw.ready() as gateway:
        home.local.faults.drop(home.app, resumable=False)
    async with home.raw.gateway() as again:
        await again.send(6, {"token": home.app.token, "session_id": gateway.session, "seq": 1})
        payload = await again.next()

    assert (payload["op"], payload["d"]) == (9, False)


async def test_a_session_is_forgotten_after_a_while(home: Home) -> None:
    home.local.settings.session_life = 0
    async with home.raw.ready() as gateway:
        home.local.faults.drop(home.app)
    async with home.raw.gateway() as again:
        await again.send(6, {"token": home.app.token, "session_id": gateway.session, "seq": 1})

        assert (await again.next())["op"] == 9


async def test_a_sequence_from_the_future_closes_it(home: Home) -> None:
    async with home.raw.ready() as gateway:
        home.local.faults.drop(home.app)
    async with home.raw.gateway() as again:
        await again.send(6, {"token": home.app.token, "session_id": gateway.session, "seq": 99})

        assert await again.next() == {"close": 4007}


async def test_a_bot_that_says_goodbye_ends_its_session(home: Home) -> None:
    async with home.raw.ready():
        assert len(home.local.hub.of(home.app.state)) == 1

    await home.local.until(lambda: not home.local.hub.sessions)


async def test_op_7_and_op_9_are_sent_on_demand(home: Home) -> None:
    async with home.raw.ready() as gateway:
        await gateway.until("GUILD_CREATE")
        home.local.faults.reconnect(home.app)
        home.local.faults.invalidate(home.app, resumable=True)
        home.local.faults.invalidate(home.app)
        payloads = [await gateway.next() for _ in range(3)]

    assert [(one["op"], one["d"]) for one in payloads] == [(7, None), (9, True), (9, False)]


async def test_too_many_starts_at_once_are_invalid_and_too_many_a_day_are_fatal(home: Home) -> None:
    home.local.settings.max_concurrency = 1
    async with home.raw.ready(), home.raw.gateway() as second:
        assert (await second.identify(home.app.token))["op"] == 9
    home.local.settings.session_starts = 1
    async with home.raw.gateway() as third:
        assert await third.identify(home.app.token) == {"close": 4004}
    _, limits = await home.raw.ask("GET", "/gateway/bot")
    assert limits["session_start_limit"]["remaining"] == 0


async def test_without_its_intent_the_content_of_messages_is_blank(home: Home) -> None:
    async with home.raw.ready() as gateway:
        await home.ben.say(home.room, "private words")
        blank = await gateway.until("MESSAGE_CREATE")
        await home.ben.say(home.room, f"<@{home.app.id}> hello")
        mention = await gateway.until("MESSAGE_CREATE")
        await home.ben.person.say(home.ben.dm(home.app), "in a DM")
        direct = await gateway.until("MESSAGE_CREATE")
        await home.raw.send(home.room.id, "my own")
        own = await gateway.until("MESSAGE_CREATE")

    assert blank["content"] == ""
    assert blank["author"]["id"] == str(home.ben.id)
    assert [mention["content"][-5:], direct["content"], own["content"]] == ["hello", "in a DM", "my own"]


async def test_with_its_intent_the_content_is_there(home: Home) -> None:
    home.app.state.privileged = frozenset({"message_content"})
    async with home.raw.ready(USUAL | CONTENT) as gateway:
        await home.ben.say(home.room, "public words")

        assert (await gateway.until("MESSAGE_CREATE"))["content"] == "public words"


async def test_events_without_their_intent_do_not_come(home: Home) -> None:
    async with home.raw.ready(GUILDS | MESSAGES) as gateway:
        said = await home.ben.say(home.room, "one")
        await home.ben.react(said, "🫂")
        home.guild.join(home.local.person("Chidi"))
        await home.ben.say(home.room, "two")
        names = [(await gateway.next())["t"] for _ in range(3)]

    assert names == ["GUILD_CREATE", "MESSAGE_CREATE", "MESSAGE_CREATE"]


async def test_a_bot_hears_nothing_from_channels_that_it_cannot_see(home: Home) -> None:
    async with home.raw.ready() as gateway:
        await gateway.until("GUILD_CREATE")
        hidden = home.guild.channel("hidden", overwrites={home.app: (0, 1 << 10)})
        await home.ben.say(hidden, "between us")
        await home.ben.say(home.room, "for all")
        names = [(await gateway.next())["t"] for _ in range(2)]
        assert names == ["CHANNEL_CREATE", "MESSAGE_CREATE"]


async def test_shards_hear_their_servers_and_the_first_hears_dms(home: Home) -> None:
    other = (home.guild.id >> 22) % 2
    async with home.raw.gateway() as mine, home.raw.gateway() as others:
        ready = await mine.identify(home.app.token, shard=[other, 2])
        empty = await others.identify(home.app.token, shard=[1 - other, 2])

        assert len(ready["d"]["guilds"]) == 1
        assert empty["d"]["guilds"] == []


async def test_members_are_asked_for_by_name_and_all_of_them_only_with_the_intent(home: Home) -> None:
    async with home.raw.ready() as gateway:
        await gateway.send(8, {"guild_id": str(home.guild.id), "query": "be", "limit": 5})
        chunk = await gateway.until("GUILD_MEMBERS_CHUNK")
        await gateway.send(8, {"guild_id": str(home.guild.id), "query": "", "limit": 0})
        closed = await gateway.next()

    assert [one["user"]["username"] for one in chunk["members"]] == ["ben"]
    assert closed == {"close": 4014}


async def test_asking_for_all_members_twice_in_half_a_minute_is_limited(home: Home) -> None:
    home.app.state.privileged = frozenset({"members"})
    async with home.raw.ready(USUAL | MEMBERS) as gateway:
        for _ in range(2):
            await gateway.send(8, {"guild_id": str(home.guild.id), "query": "", "limit": 0})
        await gateway.until("GUILD_MEMBERS_CHUNK")

        assert (await gateway.until("RATE_LIMITED"))["opcode"] == 8


async def test_events_can_be_lost_repeated_and_late(home: Home) -> None:
    faults = home.local.faults
    async with home.raw.ready() as gateway:
        faults.lose_events("MESSAGE_CREATE")
        await home.ben.say(home.room, "lost")
        faults.repeat_events("MESSAGE_CREATE")
        twice = await home.ben.say(home.room, "twice")
        faults.delay_events("MESSAGE_CREATE", 0.01)
        late = await home.ben.say(home.room, "late")
        reacted = asyncio.create_task(home.ben.react(late, "🫂"))
        await reacted
        events = [await gateway.next() for _ in range(5)]

    assert [(one["t"], one["d"].get("id", one["d"].get("message_id"))) for one in events[1:]] == [
        ("MESSAGE_CREATE", str(twice.id)),
        ("MESSAGE_CREATE", str(twice.id)),
        ("MESSAGE_REACTION_ADD", str(late.id)),
        ("MESSAGE_CREATE", str(late.id)),
    ]


async def test_the_switches_of_the_portal_show_in_the_applications_flags(home: Home) -> None:
    home.app.state.privileged = frozenset({"members", "message_content"})
    _, shown = await home.raw.ask("GET", "/applications/@me")
    async with home.raw.gateway() as gateway:
        ready = await gateway.identify(home.app.token)

    assert shown["flags"] == ready["d"]["application"]["flags"] == (1 << 15 | 1 << 19)
