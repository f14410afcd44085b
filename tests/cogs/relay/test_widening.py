"""Nobody came: after an hour, six hours and a day."""

from datetime import timedelta

from bot.data import guilds
from bot.domain.ids import GuildId, RoleId
from sandbox import Answer, Seen
from tests.cogs.relay.listeners import after, listens, pings
from tests.stage import Stage

HOUR = timedelta(hours=1, seconds=5)


def said(stage: Stage, words: str) -> list[Seen]:
    return [message for message in stage.ben.sees(stage.room) if words in message.text]


async def inbox(stage: Stage) -> Answer:
    return await stage.ada.run("my inbox", channel=stage.room)


async def choose_role(stage: Stage) -> int:
    role = stage.guild.role("listeners", mentionable=True)
    assert stage.bot is not None
    guild = GuildId(stage.guild.id)
    await stage.bot.database.change(lambda unit: guilds.choose_ping_role(unit, guild, RoleId(role.id)))
    return role.id


async def a_day_without_anybody(stage: Stage) -> None:
    await stage.vent(stage.ada)
    for _ in range(6):
        await after(stage, timedelta(hours=4, minutes=1))


async def test_after_an_hour_the_role_that_asked_for_it_is_pinged_and_no_word_says_unanswered(stage: Stage) -> None:
    role = await choose_role(stage)
    await stage.vent(stage.ada)

    await after(stage, HOUR)

    [call] = said(stage, "A few kind words would do good here")
    assert call.pings == {role}
    assert "answer" not in call.text
    assert [button.label for button in call.buttons] == ["Write a line"]


async def test_the_call_is_put_right_once_somebody_came(stage: Stage) -> None:
    await choose_role(stage)
    card, _ = await stage.vent(stage.ada)
    await after(stage, HOUR)
    [call] = said(stage, "A few kind words would do good here")

    await stage.ben.press(card, "vent:cheer")
    await stage.quiet()

    assert call.text == "Thank you. Somebody is there."
    assert call.buttons == []


async def test_without_a_role_nothing_is_said_after_an_hour(stage: Stage) -> None:
    await stage.vent(stage.ada)
    before = len(stage.ben.sees(stage.room))

    await after(stage, HOUR)

    assert len(stage.ben.sees(stage.room)) == before


async def test_after_six_hours_the_card_is_lifted_once_and_the_moderators_are_asked(stage: Stage) -> None:
    office = stage.guild.channel("office")
    await stage.mia.run("setup channels", channel=stage.room, moderators=office)
    card, _ = await stage.vent(stage.ada)

    await after(stage, timedelta(hours=6, seconds=5))
    await after(stage, timedelta(hours=6))

    [lifted] = said(stage, "There is room for a line further up")
    [asked] = [message for message in stage.mia.sees(office) if "could use a line" in message.text]
    assert lifted.flags & 1 << 12, "silent"
    assert f"<#{stage.room.id}>" in asked.text
    await stage.ben.press(card, "vent:cheer")
    await stage.quiet()
    assert lifted.deleted


async def test_a_line_can_be_written_straight_from_what_lifts_the_card(stage: Stage) -> None:
    await stage.vent(stage.ada)
    await after(stage, timedelta(hours=6, seconds=5))
    [lifted] = said(stage, "There is room for a line further up")

    opened = await stage.ben.press(lifted, "vent:line")

    assert opened.form is not None


async def test_after_a_day_a_word_waits_under_the_authors_key_with_choices(stage: Stage) -> None:
    await stage.mia.run("setup channels", channel=stage.room, moderators=stage.guild.channel("office"))
    await a_day_without_anybody(stage)

    notes = await inbox(stage)

    assert "Nobody has written yet. That says something about yesterday, not about you." in notes.text
    labels = {button.label for message in notes.messages for button in message.buttons}
    assert {"Show it once more", "Ask a moderator to answer", "Use my name", "Take it down"} <= labels


async def test_an_author_may_have_it_shown_once_more_and_people_are_asked_again(stage: Stage) -> None:
    await a_day_without_anybody(stage)
    await listens(stage, stage.ben)
    notes = await inbox(stage)

    shown = await stage.ada.press(notes.messages[0], "relay:again")
    second = await stage.ada.press(notes.messages[0], "relay:again")
    await after(stage, timedelta(minutes=21))

    assert "It is shown again" in shown.text
    assert "just now" in second.text
    assert len(said(stage, "There is room for a line further up")) == 1
    assert len(pings(stage, stage.ben)) == 1


async def test_moderators_are_asked_once_and_not_told_who_asks(stage: Stage) -> None:
    office = stage.guild.channel("office")
    await stage.mia.run("setup channels", channel=stage.room, moderators=office)
    await a_day_without_anybody(stage)
    notes = await inbox(stage)

    for _ in range(2):
        await stage.ada.press(notes.messages[0], "relay:moderator")
        await stage.quiet()

    asked = [message for message in stage.mia.sees(office) if "would like a moderator" in message.text]
    assert len(asked) == 1
    assert "Ada" not in asked[0].text
    assert str(stage.ada.user.id) not in asked[0].text


async def test_nobody_else_can_press_an_authors_choices(stage: Stage) -> None:
    await a_day_without_anybody(stage)
    notes = await inbox(stage)
    stolen = notes.messages[0].stored
    stolen.only_for = None

    refused = await stage.ben.press(stolen, "relay:again")

    assert refused.text.endswith("Only the one who wrote it can do that.")


async def test_whoever_came_first_is_not_all_that_is_enough_and_the_author_may_ask_for_more(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    await stage.ben.press(card, "vent:cheer")
    for _ in range(6):
        await after(stage, timedelta(hours=4, minutes=1))

    notes = await inbox(stage)

    assert "One person is with you so far." in notes.text
