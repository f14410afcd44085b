"""Messages are kept, numbered and guarded as Discord does it."""

import pytest

from sandbox import ClientRefusal
from sandbox.state import permissions as may

from .raw import Home


async def test_the_same_nonce_gives_the_same_message_within_the_window(home: Home) -> None:
    body = {"nonce": "a" * 24, "enforce_nonce": True}

    first = await home.raw.send(home.room.id, "once", **body)
    async with home.raw.ready():  # a bot that went and came back is the same bot
        second = await home.raw.send(home.room.id, "once", **body)
    home.local.settings.nonce_window = 0
    third = await home.raw.send(home.room.id, "once", **body)

    assert first["id"] == second["id"]
    assert third["id"] != first["id"]
    assert len(home.ben.sees(home.room)) == 2


async def test_a_nonce_without_enforcement_dedupes_nothing(home: Home) -> None:
    first = await home.raw.send(home.room.id, nonce="n")
    second = await home.raw.send(home.room.id, nonce="n")

    assert first["id"] != second["id"]
    assert second["nonce"] == "n"


async def test_the_nonce_of_a_deleted_message_leads_to_an_unknown_message(home: Home) -> None:
    body = {"content": "once", "nonce": "n", "enforce_nonce": True}
    sent = await home.raw.send(**{"channel_id": home.room.id, **body})
    await home.raw.ask("DELETE", f"{home.here}/messages/{sent['id']}")

    assert await home.raw.code("POST", f"{home.here}/messages", body) == 10008


async def test_closed_dms_and_strangers_cannot_be_written_to(home: Home) -> None:
    _, dm = await home.raw.ask("POST", "/users/@me/channels", {"recipient_id": str(home.ben.id)})
    path, body = f"/channels/{dm['id']}/messages", {"content": "hello"}

    assert await home.raw.code("POST", path, body) is None
    home.ben.person.dms_open = False
    assert await home.raw.code("POST", path, body) == 50007
    home.ben.person.dms_open = True
    home.guild.remove(home.ben)
    assert await home.raw.code("POST", path, body) == 50278


async def test_opening_dms_too_fast_is_refused_and_known_ones_stay_open(home: Home) -> None:
    home.local.settings.dm_opens = 2
    people = [home.guild.join(home.local.person(name)) for name in ("Chidi", "Dana", "Emre")]
    opened = [await home.raw.code("POST", "/users/@me/channels", {"recipient_id": str(one.id)}) for one in people]

    assert opened == [None, None, 40003]
    assert await home.raw.code("POST", "/users/@me/channels", {"recipient_id": str(people[0].id)}) is None


async def test_what_others_wrote_is_not_edited_and_not_deleted_without_the_right(home: Home) -> None:
    said = await home.ben.say(home.room, "mine")
    path = f"{home.here}/messages/{said.id}"
    home.guild.permit(home.guild.role_of(home.app), 0)

    assert await home.raw.code("PATCH", path, {"content": "yours"}) == 50005
    assert await home.raw.code("DELETE", path) == 50013
    home.guild.permit(home.guild.role_of(home.app), may.MANAGE_MESSAGES)
    assert await home.raw.code("DELETE", path) is None
    assert await home.raw.code("GET", path) == 10008


async def test_a_message_older_than_an_hour_is_edited_only_a_few_times(home: Home) -> None:
    home.local.settings.old_message_age = 0.0001
    home.local.settings.old_message_edits = 0
    sent = await home.raw.send(home.room.id)

    assert await home.raw.code("PATCH", f"{home.here}/messages/{sent['id']}", {"content": "x"}) == 30046
    assert home.raw.headers["Via"]


async def test_an_unknown_place_message_or_emoji_is_said_to_be_unknown(home: Home) -> None:
    sent = await home.raw.send(home.room.id)
    reactions = f"{home.here}/messages/{sent['id']}/reactions"

    assert await home.raw.code("GET", "/channels/1") == 10003
    assert await home.raw.code("GET", "/guilds/1") == 10004
    assert await home.raw.code("GET", f"/guilds/{home.guild.id}/members/{home.local.person('X').id}") == 10007
    assert await home.raw.code("GET", f"{home.here}/messages/1") == 10008
    assert await home.raw.code("GET", "/users/1") == 10013
    assert await home.raw.code("PUT", f"{reactions}/heart/@me") == 10014
    assert await home.raw.code("GET", "/channels/abc") == 50035
    assert (await home.raw.ask("GET", "/nowhere"))[0] == 404


async def test_twenty_kinds_of_reactions_are_all_a_message_takes(home: Home) -> None:
    said = await home.ben.say(home.room, "react")
    for number in range(20):
        await home.ben.react(said, chr(0x1F600 + number))

    with pytest.raises(ClientRefusal, match="20"):
        await home.ben.react(said, "🫂")
    await home.ada.react(said, chr(0x1F600))
    assert said.reactions[chr(0x1F600)] == 2


async def test_without_history_there_is_nothing_to_read_and_nothing_to_reply_to(home: Home) -> None:
    said = await home.ben.say(home.room, "words")
    home.guild.overwrite(home.room, home.app, deny=may.READ_HISTORY)

    assert (await home.raw.ask("GET", f"{home.here}/messages"))[1] == []
    body = {"content": "x", "message_reference": {"message_id": str(said.id)}}
    assert await home.raw.code("POST", f"{home.here}/messages", body) == 160002


async def test_a_reply_to_a_message_that_is_not_there_is_a_wrong_form(home: Home) -> None:
    body = {"content": "x", "message_reference": {"message_id": "1"}}

    assert await home.raw.code("POST", f"{home.here}/messages", body) == 50035
    body["message_reference"]["fail_if_not_exists"] = False
    assert await home.raw.code("POST", f"{home.here}/messages", body) is None


async def test_messages_are_read_in_pages_and_their_ids_grow(home: Home) -> None:
    ids = [(await home.ben.say(home.room, str(number))).id for number in range(5)]

    async def read(query: str) -> list[int]:
        _, answer = await home.raw.ask("GET", f"{home.here}/messages?{query}")
        return [int(one["id"]) for one in answer]

    assert ids == sorted(ids)
    assert await read("limit=2") == ids[:-3:-1]
    assert await read(f"before={ids[2]}&limit=2") == [ids[1], ids[0]]
    assert await read(f"after={ids[2]}&limit=1") == [ids[3]]
    assert await home.raw.code("GET", f"{home.here}/messages?limit=101") == 50035


async def test_the_v2_flag_stays_and_takes_no_content(home: Home) -> None:
    body = {"flags": 1 << 15, "components": [{"type": 10, "content": "V2"}]}
    _, sent = await home.raw.ask("POST", f"{home.here}/messages", body)
    path = f"{home.here}/messages/{sent['id']}"

    assert sent["components"][0]["id"] == 1
    assert home.ben.sees(home.room)[-1].text == "V2"
    assert await home.raw.code("PATCH", path, {"content": "classic"}) == 50035
    assert await home.raw.code("PATCH", path, {"flags": 0, "content": "classic"}) == 50035


async def test_an_empty_message_and_one_of_2001_characters_are_refused(home: Home) -> None:
    assert await home.raw.code("POST", f"{home.here}/messages", {"content": ""}) == 50006
    assert await home.raw.code("POST", f"{home.here}/messages", {"content": "x" * 2001}) == 50035


async def test_a_bulk_delete_takes_two_to_a_hundred(home: Home) -> None:
    home.guild.permit(home.guild.role_of(home.app), may.MANAGE_MESSAGES)
    ids = [str((await home.ben.say(home.room, "x")).id) for _ in range(3)]
    path = f"{home.here}/messages/bulk-delete"

    assert await home.raw.code("POST", path, {"messages": ids[:1]}) == 50016
    assert await home.raw.code("POST", path, {"messages": ["175928847299117063", ids[0]]}) is not None


async def test_without_the_content_intent_the_api_hides_what_others_wrote(home: Home) -> None:
    said = await home.ben.say(home.room, "private words")
    asked = await home.ben.say(home.room, f"<@{home.app.id}> look")

    _, other = await home.raw.ask("GET", f"{home.here}/messages/{said.id}")
    _, mention = await home.raw.ask("GET", f"{home.here}/messages/{asked.id}")
    own = await home.raw.send(home.room.id, "my own")

    assert other["content"] == ""
    assert mention["content"].endswith("look")
    assert (await home.raw.ask("GET", f"{home.here}/messages/{own['id']}"))[1]["content"] == "my own"


async def test_the_newest_are_what_stands_last_and_nobody_else_s_ephemeral_takes_their_place(home: Home) -> None:
    for number in range(6):
        await home.ben.say(home.room, f"number {number}")

    everything = [one.text for one in home.ada.sees(home.room)]

    assert [one.text for one in home.ada.sees(home.room, 2)] == everything[-2:] == ["number 4", "number 5"]
    assert [one.text for one in home.ada.sees(home.room, 100)] == everything
    assert home.ada.sees(home.room, 0) == []
