"""Requests are counted, refused and broken as they are out there."""

import asyncio

import aiohttp
import pytest

from .raw import Home

MESSAGES = "/channels/{channel_id}/messages"


async def test_without_a_token_or_with_a_wrong_one_nothing_is_granted(home: Home) -> None:
    status, body = await home.raw.ask("GET", "/users/@me", token="wrong")
    async with home.raw.session.get(f"{home.local.api}/users/@me") as bare:
        assert bare.status == 401

    assert (status, body) == (401, {"message": "401: Unauthorized", "code": 0})


async def test_answers_are_exactly_json_and_carry_their_bucket(home: Home) -> None:
    await home.raw.send(home.room.id)

    assert home.raw.headers["Content-Type"] == "application/json"
    assert home.raw.headers["X-RateLimit-Limit"] == "5"
    assert home.raw.headers["X-RateLimit-Remaining"] == "4"
    assert home.raw.headers["X-RateLimit-Bucket"]


async def test_the_sixth_message_in_five_seconds_is_too_many_in_that_channel_only(home: Home) -> None:
    other = home.guild.channel("other")
    for _ in range(5):
        await home.raw.send(home.room.id)

    status, body = await home.raw.ask("POST", f"{home.here}/messages", {"content": "x"})
    assert status == 429
    assert 0 < body["retry_after"] <= 5
    assert not body["global"]
    assert home.raw.headers["Via"]
    assert home.raw.headers["X-RateLimit-Scope"] == "user"
    await home.raw.send(other.id)


async def test_fifty_requests_a_second_are_all_a_bot_has_and_interactions_are_free(home: Home) -> None:
    home.local.settings.global_requests = 3
    codes = [(await home.raw.ask("GET", "/users/@me"))[0] for _ in range(4)]
    _, body = await home.raw.ask("GET", "/gateway/bot")
    free = await home.raw.ask("POST", "/interactions/1/x/callback", {"type": 5})

    assert codes == [200, 200, 200, 429]
    assert body["global"]
    assert free[0] == 404


async def test_a_failure_on_demand_is_answered_and_nothing_is_done(home: Home) -> None:
    home.local.faults.fail("POST", MESSAGES, status=502, times=2)
    statuses = [(await home.raw.ask("POST", f"{home.here}/messages", {"content": "x"}))[0] for _ in range(3)]

    assert statuses == [502, 502, 200]
    assert len(home.ben.sees(home.room)) == 1
    assert [one.status for one in home.local.requests] == statuses


async def test_a_message_can_be_stored_and_the_answer_lost(home: Home) -> None:
    home.local.faults.store_then_cut(MESSAGES)
    body = {"content": "kept", "nonce": "n", "enforce_nonce": True}

    with pytest.raises(aiohttp.ClientError):
        await home.raw.ask("POST", f"{home.here}/messages", body)
    _, again = await home.raw.ask("POST", f"{home.here}/messages", body)

    assert [one.id for one in home.ben.sees(home.room)] == [int(again["id"])]


async def test_a_limit_on_demand_says_how_long_to_wait(home: Home) -> None:
    home.local.faults.rate_limit("/users/@me", 12.5, is_global=True)
    status, body = await home.raw.ask("GET", "/users/@me")

    assert (status, body["retry_after"], body["global"]) == (429, 12.5, True)
    assert home.raw.headers["Via"]


async def test_a_slow_answer_comes_all_the_same(home: Home) -> None:
    home.local.faults.slow(MESSAGES, 0.01)

    assert (await home.raw.send(home.room.id))["content"] == "words"


async def test_a_request_that_is_held_is_carried_out_when_it_is_let_go(home: Home) -> None:
    held = home.local.faults.hold("POST", MESSAGES)
    sending = asyncio.create_task(home.raw.send(home.room.id))
    await held.came.wait()
    await home.raw.send(home.room.id)
    assert len(home.ben.sees(home.room)) == 1

    held.let_go.set()
    await sending

    assert len(home.ben.sees(home.room)) == 2


async def test_a_body_that_is_no_json_is_said_to_be_none(home: Home) -> None:
    headers = {"Authorization": f"Bot {home.app.token}", "Content-Type": "application/json"}
    async with home.raw.session.post(f"{home.local.api}{home.here}/messages", data="{", headers=headers) as answer:
        assert (await answer.json())["code"] == 50109


async def test_a_method_that_is_not_there_is_not_allowed(home: Home) -> None:
    assert (await home.raw.ask("DELETE", "/users/@me"))[0] == 405


async def test_a_file_is_kept_and_served(home: Home) -> None:
    form = aiohttp.FormData()
    form.add_field("payload_json", '{"content": "look", "attachments": [{"id": "0", "description": "a dot"}]}')
    form.add_field("files[0]", b"\x89PNG", filename="dot.png", content_type="application/octet-stream")
    headers = {"Authorization": f"Bot {home.app.token}"}
    async with home.raw.session.post(f"{home.local.api}{home.here}/messages", data=form, headers=headers) as answer:
        sent = await answer.json()
    async with home.raw.session.get(sent["attachments"][0]["url"]) as file:
        assert await file.read() == b"\x89PNG"
        assert file.headers["Content-Type"] == "image/png"

    assert sent["attachments"][0]["description"] == "a dot"
    assert home.ben.sees(home.room)[-1].attachments[0].filename == "dot.png"


async def test_a_long_log_forgets_its_beginning_and_keeps_its_numbers(home: Home) -> None:
    home.local.settings.requests_kept = 2
    for _ in range(5):
        await home.raw.ask("GET", "/users/@me")
    async with home.raw.session.get(f"{home.local.base}/sandbox/requests?after=4") as answer:
        numbers = [one["number"] for one in await answer.json()]

    assert len(home.local.requests) == 3
    assert numbers == [5]


async def test_people_without_a_picture_have_a_plain_one(home: Home) -> None:
    async with home.raw.session.get(f"{home.local.base}/cdn/embed/avatars/3.png") as picture:
        assert (await picture.read()).startswith(b"\x89PNG")


async def test_a_load_may_ask_faster_than_discord_lets(home: Home) -> None:
    home.local.settings.route_limits = False
    for number in range(20):
        await home.raw.send(home.room.id, str(number))

    assert "X-RateLimit-Remaining" not in home.raw.headers
    assert len(home.ben.sees(home.room)) == 20
