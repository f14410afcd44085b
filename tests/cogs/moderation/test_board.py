"""The board: one message in the moderators' place that shows what waits, and with which they act."""

from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sandbox import Member
from tests.cogs.moderation.desk import desk, later, line, member, moderated, report, standing
from tests.cogs.relay.listeners import listens
from tests.contract.crowd import NoLimits
from tests.stage import Stage, staged

SOON = timedelta(minutes=2)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Ben moderates a server of forty with a moderators' channel."""
    async with moderated(tmp_path) as ready:
        ready.discord.rest.limits = NoLimits()  # type: ignore[assignment]
        yield ready


async def settled(stage: Stage) -> None:
    """Waits until nothing is left to do, also on a machine that has much else to do."""
    for _ in range(5):
        with suppress(TimeoutError):
            await stage.quiet()
            return


def shows(stage: Stage, *words: str) -> bool:
    text = standing(stage).text if standing(stage) is not None else ""
    return all(one in text for one in words)


async def until_it_shows(stage: Stage, *words: str) -> None:
    await later(stage, SOON)
    await settled(stage)
    await stage.discord.until(lambda: shows(stage, *words))


async def test_on_the_first_day_it_says_what_will_stand_there(stage: Stage) -> None:
    text = standing(stage).text

    assert "No post waits for a first answer." in text
    assert "Nobody listens, now or in the next 24 hours" in text
    assert "Nothing waits for you. Reports, texts that wait for a look" in text


async def test_it_counts_what_waits_by_age_and_who_listens(stage: Stage) -> None:
    await listens(stage, member(stage, 9))
    for number in (1, 2, 3):
        await stage.vent(member(stage, number), f"Number {number}.")
        await later(stage, timedelta(hours=3))

    await until_it_shows(stage, "3 posts", "0 for less than an hour, 1 for less than six, 2 for longer")
    assert "Fewer than 5 people listen at this hour." in standing(stage).text
    await line(stage, member(stage, 5), stage.cards()[0], "I know this.")
    await until_it_shows(stage, "2 posts")


async def test_a_report_stands_there_with_its_reason_and_what_it_said_and_goes_when_looked_at(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "You are all useless.")
    await report(stage, member(stage, 1), card, reason="attack", words="It hurts.")
    await until_it_shows(stage, "1 report on", "a personal attack", "You are all useless.")
    edited = standing(stage)

    looked = await stage.ben.press(edited, "Look at it")
    assert "> You are all useless." in looked.text
    assert "Somebody who reported it: It hurts." in looked.text
    assert "Leave it as it is" in looked.buttons
    hidden = await stage.ben.press(edited, "Hide")
    assert "out of sight" in hidden.text

    await until_it_shows(stage, "Nothing waits for you")
    assert "useless" not in standing(stage).text
    assert standing(stage).id == edited.id


async def test_each_act_behind_the_dots_is_on_it_for_the_oldest_three(stage: Stage) -> None:
    cards = [(await stage.vent(member(stage, number), f"Post {number}."))[0] for number in (1, 2, 3, 4)]
    for card in cards:
        await report(stage, member(stage, 9), card)
        await later(stage, timedelta(minutes=1))
    await until_it_shows(stage, "Post 1.", "Post 2.", "Post 3.", "there is more")

    labels = [button.label for button in standing(stage).buttons]
    acts = ["Hide", "Hide all by this author", "Mute 1 day", "Mute 7 days", "Mute 30 days", "Lock", "Reach out"]
    assert all(labels.count(one) == 3 for one in acts)
    assert labels.count("Brake") == 1
    assert "Post 4." not in standing(stage).text


async def test_each_week_it_is_posted_anew_and_there_is_one_only(stage: Stage) -> None:
    first = standing(stage).id
    await stage.ben.say(desk(stage), "Lunch?")
    await later(stage, timedelta(days=6, hours=23))
    await settled(stage)
    assert standing(stage).id == first

    await later(stage, timedelta(hours=2))
    await settled(stage)

    await stage.discord.until(lambda: standing(stage) is not None and standing(stage).id != first)
    assert stage.ben.sees(desk(stage))[-1].id == standing(stage).id


async def test_who_deletes_it_gets_it_back_and_a_restart_changes_nothing(stage: Stage) -> None:
    before = standing(stage).id
    await stage.restart()
    await later(stage, SOON)
    await settled(stage)
    assert standing(stage).id == before

    await stage.mia.delete(standing(stage))
    await stage.vent(stage.ada)
    await later(stage, timedelta(minutes=11))

    await stage.discord.until(lambda: standing(stage) is not None)


async def test_it_follows_the_moderators_to_another_place(stage: Stage) -> None:
    elsewhere = stage.guild.channel("elsewhere")
    await stage.mia.run("setup channels", channel=stage.room, moderators=elsewhere)
    await settled(stage)

    def boards(channel: Any) -> list[Any]:
        return [
            m for m in stage.ben.sees(channel) if any((b.custom_id or "").startswith("mod:duty") for b in m.buttons)
        ]

    await stage.discord.until(lambda: boards(elsewhere) and not boards(desk(stage)))


async def test_it_is_not_edited_where_nothing_changed(stage: Stage) -> None:
    await settled(stage)
    before = len([one for one in stage.discord.requests if one.method == "PATCH"])

    for _ in range(4):
        await later(stage, timedelta(minutes=10))
        await settled(stage)

    assert len([one for one in stage.discord.requests if one.method == "PATCH"]) == before


async def test_many_changes_are_few_edits(stage: Stage) -> None:
    await later(stage, timedelta(hours=2))
    card, _ = await stage.vent(stage.ada)
    place = str(standing(stage).id)
    before = len(
        [one for one in stage.discord.requests if one.method == "PATCH" and str(standing(stage).id) in one.path]
    )
    for number in range(10, 22):
        await line(stage, member(stage, number), card, f"Line {number}.", "signed")
    await later(stage, SOON)
    await settled(stage)

    edits = [one for one in stage.discord.requests if one.method == "PATCH" and place in one.path]
    assert len(edits) - before <= 3


async def test_a_board_that_discord_lets_be_edited_no_more_for_now_is_posted_anew(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the age of messages is real time
    monkeypatch.setattr("sandbox.rest.messages.age_of", lambda _: 7200.0)
    stage.discord.settings.old_message_edits = 0
    first = standing(stage)

    card, _ = await stage.vent(member(stage, 10), "Somebody shouts.")
    await report(stage, member(stage, 30), card)
    await later(stage, SOON)
    await stage.discord.until(lambda: shows(stage, "Somebody shouts."))

    assert standing(stage).id != first.id


# --- Ping me ----------------------------------------------------------------------------------------------------------


async def on_duty(stage: Stage, who: Member, **filled: Any) -> Any:
    opened = await who.press(standing(stage), "Ping me")
    return await who.submit(opened.form, **({"zone": "UTC", "opens": ["0"], "closes": ["24"]} | filled))


def pings(stage: Stage, who: Member) -> list[Any]:
    return [one for one in who.person.sees_dm(stage.app) if "Something waits for moderators in" in one.text]


async def waits(stage: Stage, number: int) -> None:
    card, _ = await stage.vent(member(stage, number), f"Post {number}.")
    await report(stage, member(stage, 30), card)
    await later(stage, SOON)
    await settled(stage)


async def test_while_discord_opens_no_more_direct_messages_whoever_wants_pings_reads_when_to_try_again(
    stage: Stage,
) -> None:
    stage.discord.settings.dm_opens = 0

    told = await on_duty(stage, stage.ben)
    await stage.discord.until(lambda: len(told.messages) == 2)

    assert "only a few at a time" in told.text


async def test_who_is_on_duty_is_written_to_once_an_hour_at_most_and_only_of_something_new(stage: Stage) -> None:
    told = await on_duty(stage, stage.ben)
    assert "at any hour, once an hour at most." in told.text
    await waits(stage, 1)
    await waits(stage, 2)
    await stage.discord.until(lambda: len(pings(stage, stage.ben)) == 1)
    assert str(standing(stage).id) in pings(stage, stage.ben)[0].text

    await later(stage, timedelta(hours=1))
    await settled(stage)
    await stage.discord.until(lambda: len(pings(stage, stage.ben)) == 2)
    await later(stage, timedelta(hours=3))
    await settled(stage)
    assert len(pings(stage, stage.ben)) == 2


async def test_outside_their_hours_nobody_is_written_to_and_they_hear_when_these_begin(stage: Stage) -> None:
    hour = stage.discord.clock.now().hour
    await on_duty(stage, stage.ben, opens=[str((hour + 3) % 24)], closes=[str((hour + 5) % 24 or 24)])
    await waits(stage, 1)
    assert pings(stage, stage.ben) == []

    await later(stage, timedelta(hours=3))
    await settled(stage)

    await stage.discord.until(lambda: len(pings(stage, stage.ben)) == 1)


async def test_one_tap_ends_it_in_the_ping_itself(stage: Stage) -> None:
    await on_duty(stage, stage.ben)
    await waits(stage, 1)
    await stage.discord.until(lambda: pings(stage, stage.ben))

    ended = await stage.ben.person.press(pings(stage, stage.ben)[0], "Stop these")
    await later(stage, timedelta(hours=2))
    await waits(stage, 2)

    assert "Done." in ended.text
    assert len(pings(stage, stage.ben)) == 1


async def test_who_moderates_no_more_hears_no_more(stage: Stage) -> None:
    await on_duty(stage, stage.ben)
    stage.guild.take(stage.ben.person, next(r for r in stage.guild.state.roles.values() if r.name == "Moderators"))

    card, _ = await stage.vent(stage.ada)
    await report(stage, member(stage, 30), card)
    await later(stage, SOON)
    await settled(stage)

    assert pings(stage, stage.ben) == []


async def test_without_a_moderators_place_who_is_on_duty_is_sent_to_mod_board(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        await stage.set_up()
        board = await stage.mia.run("mod board", channel=stage.room)
        opened = await stage.mia.press(board.message, "Ping me")
        await stage.mia.submit(opened.form, zone="UTC", opens=["0"], closes=["24"])
        card, _ = await stage.vent(stage.ada)
        await report(stage, member(stage, 30), card)
        await later(stage, SOON)
        await settled(stage)

        await stage.discord.until(lambda: pings(stage, stage.mia))
        assert "`/mod board` there shows it." in pings(stage, stage.mia)[0].text


async def test_closed_direct_messages_leave_it_in_the_inbox(stage: Stage) -> None:
    stage.ben.person.dms_open = False
    told = await on_duty(stage, stage.ben)
    await waits(stage, 1)

    inbox = await stage.ben.run("my inbox", channel=stage.room)

    assert "it goes to `/my inbox`" in told.text
    assert "Something waits for moderators" in inbox.text


async def test_a_place_nobody_knows_is_answered_in_words(stage: Stage) -> None:
    unknown = await on_duty(stage, stage.ben, zone="Nowhereville")

    assert "I don't know “Nowhereville”" in unknown.text
