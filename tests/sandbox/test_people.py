"""People see and do what a Discord client lets them, and no more."""

from datetime import UTC, datetime, timedelta

import pytest

from sandbox import ClientRefusal, Sandbox, SandboxViolation, Settings
from sandbox.state import permissions as may

from .raw import Home


async def test_what_a_person_can_ever_see_is_what_was_shown_to_them_and_nothing_else(home: Home) -> None:
    hidden = home.guild.channel("hidden", overwrites={home.guild.everyone: (0, may.VIEW_CHANNEL)})
    await home.ada.say(hidden, "not for Ben")
    gone = await home.ada.say(home.room, "soon gone")
    await home.ada.delete(gone)
    await home.ada.person.say(home.ada.dm(home.app), "to the bot")

    everything = str(home.ben.visible())
    assert "not for Ben" not in everything
    assert "to the bot" not in everything
    assert "soon gone" in everything
    assert home.ben.sees(home.room) == []


async def test_a_thing_shows_its_name_in_a_failure_and_not_the_whole_world(home: Home) -> None:
    sent = await home.ada.say(home.room, "hello")

    for thing in (home.guild.state, home.room, sent.stored, home.app.state, home.guild.everyone):
        assert len(repr(thing)) < 60


async def test_a_message_changes_before_the_eyes_of_its_readers(home: Home) -> None:
    sent = await home.raw.send(home.room.id, "before")
    seen = home.ben.sees(home.room)[-1]
    await home.raw.ask("PATCH", f"{home.here}/messages/{sent['id']}", {"content": "after"})

    assert seen.text == "after"
    assert seen.edited
    home.guild.remove_message(seen)
    assert seen.deleted
    with pytest.raises(ClientRefusal, match="gone"):
        await home.ben.press(seen, "anything")


async def test_the_words_of_a_message_are_its_content_its_text_displays_and_its_embeds(home: Home) -> None:
    await home.raw.send(home.room.id, "one", embeds=[{"title": "two", "fields": [{"name": "three", "value": "four"}]}])
    inner = [{"type": 10, "content": "five"}]
    box = [{"type": 17, "spoiler": True, "components": inner}]
    await home.raw.ask("POST", f"{home.here}/messages", {"flags": 1 << 15, "components": box})
    classic, v2 = home.ben.sees(home.room)

    assert classic.text.split("\n") == ["one", "two", "three", "four"]
    assert (v2.text, v2.spoiler) == ("five", True)


async def test_history_can_be_written_into_the_past_and_stays_in_order(home: Home) -> None:
    new = await home.ben.say(home.room, "new")
    old = await home.ben.say(home.room, "old", ago=timedelta(days=3))

    assert [one.text for one in home.ada.sees(home.room)] == ["old", "new"]
    assert new.sent_at - old.sent_at > timedelta(days=2)


async def test_slow_mode_holds_members_and_not_moderators(home: Home) -> None:
    home.guild.slow(home.room, 60)
    await home.ben.say(home.room, "one")

    with pytest.raises(ClientRefusal, match="slow mode"):
        await home.ben.say(home.room, "two")
    await home.ada.say(home.room, "one")
    await home.ada.say(home.room, "two")


async def test_a_select_menu_takes_what_it_offers(home: Home) -> None:
    menu = {"type": 3, "custom_id": "pick:1", "options": [{"label": "A", "value": "a"}, {"label": "B", "value": "b"}]}
    await home.raw.send(home.room.id, components=[{"type": 1, "components": [menu]}])
    card = home.ben.sees(home.room)[-1]

    for wrong in (["z"], [], ["a", "b"]):
        with pytest.raises(ClientRefusal):
            await home.ben.choose(card, "pick", wrong)
    answer = await home.ben.choose(card, "pick", ["a"])
    assert answer.interaction.data["values"] == ["a"]


async def test_waiting_for_what_never_comes_says_what_was_there(home: Home) -> None:
    await home.ben.say(home.room, "only this")

    with pytest.raises(TimeoutError, match="only this"):
        await home.local.until(lambda: False, timeout=0.01)


async def test_peoples_clock_moves_and_is_served_and_messages_keep_real_time(home: Home) -> None:
    home.local.clock.set(datetime(2030, 1, 1, tzinfo=UTC))
    home.local.clock.speed = 60
    home.local.clock.move(timedelta(days=1))
    said = await home.ben.say(home.room, "now")
    async with home.raw.session.get(home.local.clock_url) as answer:
        assert answer.headers["Content-Type"] == "application/json"
        served = await answer.json()

    assert datetime.fromtimestamp(served["now"], UTC).date().isoformat() == "2030-01-02"
    assert served["speed"] == 60
    assert abs(said.sent_at - datetime.now(UTC)) < timedelta(seconds=5)
    with pytest.raises(ValueError, match="above 0"):
        home.local.clock.speed = 0


async def test_the_same_seed_makes_the_same_ids() -> None:
    async def ids(seed: int) -> list[int]:
        async with Sandbox.open(seed=seed) as local:
            return [local.person("Ada").id, local.application("Helper").id]

    assert await ids(1) == await ids(1)
    assert await ids(1) != await ids(2)


async def test_a_strict_sandbox_ends_with_the_list_of_what_was_wrong() -> None:
    from .raw import home

    with pytest.raises(SandboxViolation, match="messages"):
        async with home(strict=True) as strict:
            await strict.raw.ask("POST", f"{strict.here}/messages", {"content": 5})


async def test_a_message_in_a_room_that_is_gone_is_gone(home: Home) -> None:
    said = await home.ben.say(home.room, "words")
    home.guild.remove_channel(home.room)

    assert home.ben.sees(said.channel) == []
    with pytest.raises(ClientRefusal):
        await home.ben.say(said.channel, "more")


async def test_files_of_a_form_and_of_a_command_reach_the_bot(home: Home) -> None:
    option = {"name": "picture", "description": "A picture", "type": 11, "required": True}
    await home.commands({"name": "show", "description": "Shows", "options": [option]})
    answer = await home.ben.run("show", picture=home.ben.file("dot.png", b"\x89PNG", "image/png"))

    (attachment,) = answer.interaction.data["resolved"]["attachments"].values()
    assert attachment["filename"] == "dot.png"
    async with home.raw.session.get(attachment["url"]) as file:
        assert await file.read() == b"\x89PNG"


def test_the_numbers_are_discords_until_somebody_changes_them() -> None:
    usual = Settings()

    assert (usual.first_response, usual.token_life, usual.nonce_window) == (3, 15 * 60, 5 * 60)
    assert (usual.global_requests, usual.session_starts, usual.gateway_sends) == (50, 1000, 120)
    assert (usual.old_message_age, usual.command_creates_a_day, usual.active_threads) == (3600, 200, 1000)
