"""Interactions are answered once, in time, and each answer says whom it answers."""

import asyncio
from typing import Any

import pytest

from sandbox import ClientRefusal

from .raw import Gateway, Home

HELLO = {"name": "hello", "description": "Says hello", "type": 1}
THINKING = {
    "name": "add",
    "description": "Adds",
    "options": [
        {"name": "number", "description": "A number", "type": 4, "required": True, "min_value": 1, "max_value": 9},
        {"name": "who", "description": "A member", "type": 6},
        {"name": "how", "description": "A choice", "type": 3, "choices": [{"name": "Fast", "value": "f"}]},
    ],
}
FORM = {
    "title": "A note",
    "custom_id": "note",
    "components": [
        {"type": 18, "label": "What?", "component": {"type": 4, "style": 1, "custom_id": "text", "max_length": 5}},
        {
            "type": 18,
            "label": "Which?",
            "component": {
                "type": 21,
                "custom_id": "one",
                "options": [{"label": "A", "value": "a"}, {"label": "B", "value": "b", "default": True}],
            },
        },
        {
            "type": 18,
            "label": "And?",
            "component": {
                "type": 22,
                "custom_id": "many",
                "required": False,
                "min_values": 0,
                "options": [{"label": "C", "value": "c"}],
            },
        },
    ],
}
BUTTON = [{"type": 1, "components": [{"type": 2, "style": 1, "label": "Press", "custom_id": "area:press:1"}]}]


async def begun(home: Home, gateway: Gateway, act: Any) -> tuple["asyncio.Task[Any]", dict[str, Any]]:
    """What a person does, and the interaction that the bot receives of it."""
    task = asyncio.create_task(act)
    return task, await gateway.until("INTERACTION_CREATE")


async def test_a_second_first_response_is_refused(home: Home) -> None:
    await home.commands(HELLO)
    async with home.raw.ready() as gateway:
        task, given = await begun(home, gateway, home.ben.run("hello"))
        status, body = await home.raw.answer(given, 4, content="once")
        again = await home.raw.answer(given, 4, content="twice")

    assert status == 200
    assert body["resource"]["message"]["content"] == "once"
    assert body["interaction"]["response_message_id"] == body["resource"]["message"]["id"]
    assert again[0] == 400
    assert again[1]["code"] == 40060
    assert (await task).text == "once"


async def test_after_three_seconds_nobody_knows_the_interaction(home: Home) -> None:
    home.local.settings.first_response = 0.0
    await home.commands(HELLO)
    async with home.raw.ready() as gateway:
        task, given = await begun(home, gateway, home.ben.run("hello"))
        status, body = await home.raw.answer(given, 4, content="late")

    assert (status, body["code"]) == (404, 10062)
    assert (await task).failed == "The application did not respond"


async def test_a_wrong_token_is_an_unknown_interaction(home: Home) -> None:
    assert await home.raw.code("POST", "/interactions/1/nothing/callback", {"type": 5}) == 10062


async def test_after_fifteen_minutes_the_token_is_dead(home: Home) -> None:
    await home.commands(HELLO)
    async with home.raw.ready() as gateway:
        task, given = await begun(home, gateway, home.ben.run("hello"))
        await home.raw.answer(given, 4, content="hello")
        answer = await task
        answer.interaction.made -= 901
        edited = await home.raw.hook(given, "PATCH", "/messages/@original", {"content": "later"})
        followed = await home.raw.hook(given, "POST", "", {"content": "later"})

    assert (edited[0], edited[1]["code"]) == (401, 50027)
    assert (followed[0], followed[1]["code"]) == (401, 50027)


async def test_there_is_no_followup_before_the_first_response(home: Home) -> None:
    await home.commands(HELLO)
    async with home.raw.ready() as gateway:
        task, given = await begun(home, gateway, home.ben.run("hello"))
        status, body = await home.raw.hook(given, "POST", "", {"content": "early"})
        await home.raw.answer(given, 5)
        await home.raw.hook(given, "DELETE", "/messages/@original")
        await task

    assert (status, body["code"]) == (404, 10015)


async def test_a_form_cannot_answer_a_form_nor_follow_a_defer(home: Home) -> None:
    await home.commands(HELLO)
    async with home.raw.ready() as gateway:
        task, given = await begun(home, gateway, home.ben.run("hello"))
        await home.raw.answer(given, 9, **FORM)
        opened = await task
        sent, submitted = await begun(home, gateway, home.ben.submit(opened.form, text="abc"))
        refused = await home.raw.answer(submitted, 9, **FORM)
        await home.raw.answer(submitted, 5)
        late = await home.raw.answer(submitted, 9, **FORM)
        await home.raw.hook(submitted, "PATCH", "/messages/@original", {"content": "done"})
        await sent

    assert (refused[0], refused[1]["code"]) == (400, 50035)
    assert late[1]["code"] in (40060, 50035)


async def test_only_a_press_can_be_answered_by_an_update(home: Home) -> None:
    await home.commands(HELLO)
    async with home.raw.ready() as gateway:
        task, given = await begun(home, gateway, home.ben.run("hello"))
        refused = [await home.raw.answer(given, kind) for kind in (6, 7)]
        await home.raw.answer(given, 4, content="then so")
        await task

    assert [body["code"] for _, body in refused] == [50035, 50035]


async def test_a_press_updates_its_message(home: Home) -> None:
    sent = await home.raw.send(home.room.id, "before", components=BUTTON)
    async with home.raw.ready() as gateway:
        card = home.ben.sees(home.room)[-1]
        task, given = await begun(home, gateway, home.ben.press(card, "area:press"))
        await home.raw.answer(given, 7, content="after")
        answer = await task

    assert given["message"]["id"] == sent["id"]
    assert given["data"]["custom_id"] == "area:press:1"
    assert answer.updated.text == "after"
    assert card.text == "after"


async def test_what_a_select_shows_as_chosen_comes_back_as_texts_whatever_was_sent(home: Home) -> None:
    default = {"id": home.room.id, "type": "channel"}
    select = {"type": 8, "custom_id": "where", "channel_types": [0], "default_values": [default]}

    sent = await home.raw.send(home.room.id, components=[{"type": 1, "components": [select]}])

    [kept] = sent["components"][0]["components"]
    assert kept["default_values"] == [{"id": str(home.room.id), "type": "channel"}]


async def test_a_press_acknowledged_without_words_may_edit_its_message_later(home: Home) -> None:
    await home.raw.send(home.room.id, "before", components=BUTTON)
    async with home.raw.ready() as gateway:
        card = home.ben.sees(home.room)[-1]
        task, given = await begun(home, gateway, home.ben.press(card, "Press"))
        await home.raw.answer(given, 6)
        await home.raw.hook(given, "PATCH", "/messages/@original", {"content": "after"})
        answer = await task

    assert answer.deferred
    assert answer.updated.text == "after"


async def test_a_followup_after_thinking_keeps_its_visibility(home: Home) -> None:
    await home.commands(HELLO)
    async with home.raw.ready() as gateway:
        task, given = await begun(home, gateway, home.ben.run("hello"))
        await home.raw.answer(given, 5, flags=64)
        _, first = await home.raw.hook(given, "POST", "", {"content": "public?"})
        _, second = await home.raw.hook(given, "POST", "", {"content": "public"})
        answer = await task

    assert first["flags"] == 64
    assert answer.message.ephemeral
    assert not second["flags"]
    assert [one.text for one in home.ada.sees(home.room)] == ["public"]
    assert [one.text for one in home.ben.sees(home.room)] == ["public?", "public"]


async def test_a_pressed_message_that_is_gone_meanwhile_cannot_be_updated_and_words_are_still_taken(home: Home) -> None:
    await home.raw.send(home.room.id, "before", components=BUTTON)
    card = home.ben.sees(home.room)[-1]
    async with home.raw.ready() as gateway:
        task, given = await begun(home, gateway, home.ben.press(card, "Press"))
        await home.ada.delete(card)
        refused = await home.raw.answer(given, 7, content="after")
        taken = await home.raw.answer(given, 4, content="words")
        await task

    assert (refused[0], refused[1]["code"]) == (404, 10008)
    assert taken[0] == 200


async def test_an_ephemeral_answer_is_seen_by_its_reader_alone(home: Home) -> None:
    await home.commands(HELLO)
    async with home.raw.ready() as gateway:
        task, given = await begun(home, gateway, home.ben.run("hello"))
        await home.raw.answer(given, 4, content="a secret", flags=64)
        shown = await gateway.until("MESSAGE_CREATE")
        answer = await task
        fetched = await home.raw.code("GET", f"{home.here}/messages/{answer.message.id}")
        reacted = await home.raw.code("PUT", f"{home.here}/messages/{answer.message.id}/reactions/%F0%9F%AB%82/@me")

    assert "guild_id" not in shown
    assert home.ada.sees(home.room) == []
    assert "a secret" not in str(home.ada.visible())
    assert "a secret" in str(home.ben.visible())
    assert (fetched, reacted) == (10008, 10008)
    with pytest.raises(ClientRefusal):
        home.ada.look(answer.message)


async def test_every_answer_names_the_person_who_asked(home: Home) -> None:
    await home.commands(HELLO)
    async with home.raw.ready() as gateway:
        task, given = await begun(home, gateway, home.ben.run("hello"))
        await home.raw.answer(given, 4, content="hello", components=BUTTON)
        _, followed = await home.raw.hook(given, "POST", "", {"content": "more"})
        answer = await task
        pressing, press = await begun(home, gateway, home.ada.press(answer.message, "Press"))
        await home.raw.answer(press, 4, content="pressed")
        pressed = await pressing

    assert answer.message.interaction_metadata["user"]["id"] == str(home.ben.id)
    assert followed["interaction_metadata"]["original_response_message_id"] == str(answer.message.id)
    assert pressed.message.interaction_metadata["interacted_message_id"] == str(answer.message.id)
    assert str(home.ben.id) in str(home.ada.visible())


async def test_a_post_of_the_bot_names_nobody(home: Home) -> None:
    sent = await home.raw.send(home.room.id, "unsigned")

    assert "interaction_metadata" not in sent
    assert home.ada.sees(home.room)[-1].interaction_metadata is None


async def test_the_client_asks_for_required_options_choices_and_bounds(home: Home) -> None:
    await home.commands(THINKING)

    for wrong in ({}, {"number": 0}, {"number": 1, "how": "slow"}, {"number": 1, "what": 2}, {"number": "one"}):
        with pytest.raises(ClientRefusal):
            await home.ben.run("add", **wrong)
    with pytest.raises(ClientRefusal, match="no command"):
        await home.ben.run("unheard of")
    async with home.raw.ready() as gateway:
        task, given = await begun(home, gateway, home.ben.run("add", number=3, who=home.ada, how="Fast"))
        await home.raw.answer(given, 4, content="ok")
        await task
    options = {one["name"]: one["value"] for one in given["data"]["options"]}
    assert options == {"number": 3, "who": str(home.ada.id), "how": "f"}
    assert str(home.ada.id) in given["data"]["resolved"]["members"]


async def test_a_form_keeps_its_limits_at_the_client_and_raw_goes_past_them(home: Home) -> None:
    await home.commands(HELLO)
    async with home.raw.ready() as gateway:
        task, given = await begun(home, gateway, home.ben.run("hello"))
        await home.raw.answer(given, 9, **FORM)
        form = (await task).form
        for wrong in ({}, {"text": "too long"}, {"text": "ok", "one": "z"}, {"text": "ok", "many": ["z"]}, {"no": "x"}):
            with pytest.raises(ClientRefusal):
                await home.ben.submit(form, **wrong)
        sent, submitted = await begun(home, gateway, home.ben.submit(form, raw=True, text="far too long", many=["c"]))
        await home.raw.answer(submitted, 4, content="ok")
        await sent

    inside = [one["component"] for one in submitted["data"]["components"]]
    assert [one.get("value", one.get("values")) for one in inside] == ["far too long", "b", ["c"]]
    assert list(form.fields) == ["text", "one", "many"]
    assert form.fields["text"].max == 5


async def test_a_disabled_button_a_link_and_a_button_that_is_not_there_cannot_be_pressed(home: Home) -> None:
    row = [
        {"type": 2, "style": 1, "label": "Off", "custom_id": "off", "disabled": True},
        {"type": 2, "style": 5, "label": "Link", "url": "https://example.org"},
    ]
    await home.raw.send(home.room.id, components=[{"type": 1, "components": row}])
    card = home.ben.sees(home.room)[-1]

    for name in ("off", "Link", "elsewhere"):
        with pytest.raises(ClientRefusal):
            await home.ben.press(card, name)


async def test_commands_are_offered_only_to_those_they_are_for(home: Home) -> None:
    admin = HELLO | {"name": "admin", "default_member_permissions": "32"}
    nobody = HELLO | {"name": "nobody", "default_member_permissions": "0"}
    private = HELLO | {"name": "private", "contexts": [1]}
    group = {
        "name": "setup",
        "description": "Sets up",
        "options": [{"type": 1, "name": "start", "description": "Begins"}],
    }
    await home.commands(HELLO, admin, nobody, private, group, {"name": "Report", "type": 3})
    home.ben.dm(home.app)

    assert home.ben.commands(home.room) == ["hello", "setup", "setup start", "Report"]
    assert set(home.ada.commands(home.room)) >= {"admin", "nobody"}
    assert "private" in home.ben.person.commands()


async def test_menus_carry_the_message_or_the_person_they_are_about(home: Home) -> None:
    await home.commands({"name": "Report", "type": 3}, {"name": "Cheer", "type": 2})
    said = await home.ada.say(home.room, "hidden from bots")
    async with home.raw.ready() as gateway:
        task, report = await begun(home, gateway, home.ben.menu("Report", said))
        await home.raw.answer(report, 4, content="thanks", flags=64)
        await task
        task, cheer = await begun(home, gateway, home.ben.menu("Cheer", home.ada))
        await home.raw.answer(cheer, 4, content="done", flags=64)
        await task

    shown = report["data"]["resolved"]["messages"][str(said.id)]
    assert shown["content"] == "hidden from bots"
    assert cheer["data"]["target_id"] == str(home.ada.id)


async def test_in_a_dm_the_interaction_has_a_user_and_no_member(home: Home) -> None:
    await home.commands(HELLO | {"contexts": [0, 1]})
    async with home.raw.ready() as gateway:
        task, given = await begun(home, gateway, home.ben.person.run("hello"))
        await home.raw.answer(given, 4, content="in private")
        await task

    assert given["user"]["id"] == str(home.ben.id)
    assert "member" not in given
    assert "guild_id" not in given
    assert [one.text for one in home.ben.sees_dm(home.app)] == ["in private"]


async def test_with_no_bot_connected_an_interaction_fails_at_once(home: Home) -> None:
    await home.commands(HELLO)

    assert (await home.ben.run("hello")).failed == "The application did not respond"


async def test_one_can_wait_for_an_answer_that_takes_its_time(home: Home) -> None:
    home.local.settings.patience = 0.01
    await home.commands(HELLO)
    async with home.raw.ready() as gateway:
        task, given = await begun(home, gateway, home.ben.run("hello"))
        await home.raw.answer(given, 5, flags=64)
        answer = await task
        still = answer.message.thinking
        with pytest.raises(TimeoutError, match="thinking"):
            await answer.settle(timeout=0.01)
        settled = asyncio.create_task(answer.settle())
        await home.raw.hook(given, "PATCH", "/messages/@original", {"content": "here it is"})
        await settled

    assert still
    assert answer.deferred
    assert answer.failed is None
    assert answer.text == "here it is"
    assert not answer.message.edited
