"""What is told in a circle's place: Mondays for those who want it, shared check-ins once a day; and moderators."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from bot.data.database import Database
from bot.domain.clock import Wall
from bot.domain.events import CheckInShared
from bot.domain.groups import Group
from bot.domain.ids import GuildId, MemberId
from sandbox import Member
from tests.cogs.circles.ring import (
    ABOUT,
    has_no_place,
    in_thread,
    inside,
    members,
    open_circle,
    ring_of,
    service,
    sweep_at,
    threads,
)
from tests.cogs.circles.town import GUILD, town_on
from tests.rows import NewRows, eventually
from tests.stage import Stage

DAY = timedelta(days=1)
WORRY, CHECKED_IN = "one win, one worry, one plan", "From today's check-ins"
SEND = "/channels/{channel_id}/messages"
MESSAGE = "/channels/{channel_id}/messages/{message_id}"


async def wants_mondays(stage: Stage, people: list[Member]) -> None:
    for one in people:
        await service(stage).seating.monday(GuildId(stage.guild.id), MemberId(one.id))


def monday_at_nine(now: datetime) -> datetime:
    """The next one after `now`, where the circle is."""
    return (now + timedelta(days=7 - now.weekday())).replace(hour=8, minute=30)


async def share(stage: Stage, who: Member, to: str = "circle") -> None:
    """As check-ins say it."""
    bot = stage.bot
    assert bot is not None
    fact = CheckInShared(GuildId(stage.guild.id), MemberId(who.id), to, 0)
    await bot.database.change(lambda unit: unit.emit(fact))
    await stage.quiet()


async def test_on_monday_morning_those_are_asked_who_want_it_and_nobody_else(stage: Stage) -> None:
    thread = await open_circle(stage)
    wanting = members(stage, 5)
    await wants_mondays(stage, wanting)

    await sweep_at(stage, 0, 8)

    call = await in_thread(stage, stage.ada, thread, "one win, one worry, one plan")
    assert call.pings == {one.id for one in wanting}
    await sweep_at(stage, 0, 9)
    calls = [one for one in stage.ada.sees(thread) if "one win, one worry, one plan" in one.text]
    assert len(calls) == 1, "the week before's is gone, and there is one a week"


async def test_no_round_of_two_and_none_after_a_long_downtime(stage: Stage) -> None:
    thread = await open_circle(stage)
    await wants_mondays(stage, members(stage, 2))
    await sweep_at(stage, 0, 8)
    assert not any("one win" in one.text for one in stage.ada.sees(thread))

    await wants_mondays(stage, members(stage, 6)[2:])
    await sweep_at(stage, 0, 13)
    assert not any("one win" in one.text for one in stage.ada.sees(thread))


async def test_whoever_is_quiet_is_not_called(stage: Stage) -> None:
    thread = await open_circle(stage)
    await wants_mondays(stage, members(stage, 4))
    settings = await stage.ada.run("my settings", channel=stage.room)
    await stage.ada.press(
        settings.message, next(b.custom_id for b in settings.message.buttons if "quiet" in b.custom_id)
    )

    await sweep_at(stage, 0, 8)

    call = await in_thread(stage, stage.ben, thread, "one win, one worry, one plan")
    assert call.pings == {one.id for one in members(stage, 4)[1:]}


async def test_check_ins_that_are_shared_are_told_together_once_a_day_and_ping_nobody(stage: Stage) -> None:
    thread = await open_circle(stage)
    one, two, three = members(stage, 5)[2:]
    for who in (one, two, three, stage.ada):
        await share(stage, who)
    assert not any("check-ins" in seen.text for seen in stage.ada.sees(thread)), "gathered first"

    await stage.later(timedelta(hours=2, minutes=1))
    told = await in_thread(stage, stage.ada, thread, "From today's check-ins")
    await stage.quiet()

    assert sorted(re.findall(r"<@(\d+)>", told.text)) == sorted(str(who.id) for who in (one, two, three, stage.ada))
    assert told.text.endswith(" checked in."), "that they did, and nothing more"
    assert not told.pings

    await share(stage, one)
    await stage.later(timedelta(hours=3))
    await stage.quiet()
    assert len([s for s in stage.ada.sees(thread) if "From today's check-ins" in s.text]) == 1
    await stage.later(timedelta(hours=18))
    await stage.quiet()
    [only] = [s for s in stage.ada.sees(thread) if "From today's check-ins" in s.text]
    assert only.id != told.id, "yesterday's is gone"


async def test_a_check_in_for_a_buddy_or_by_somebody_without_a_circle_is_not_told(stage: Stage) -> None:
    thread = await open_circle(stage)
    await share(stage, stage.ada, to="buddy")
    await share(stage, members(stage, 14)[13])

    await stage.later(timedelta(hours=3))
    await stage.quiet()

    assert not any("check-ins" in seen.text for seen in stage.ada.sees(thread))


async def test_whoever_is_forgotten_is_named_in_none_of_our_messages_there(stage: Stage) -> None:
    thread = await open_circle(stage)
    await share(stage, stage.ada)
    await stage.later(timedelta(hours=2, minutes=1))
    await in_thread(stage, stage.ben, thread, "From today's check-ins")

    asked = await stage.ada.run("my forget", channel=stage.room)
    await stage.ada.press(asked.message, "Forget me here")

    named = f"<@{stage.ada.id}>"
    await stage.discord.until(lambda: not any(named in seen.text for seen in stage.ben.sees(thread)))


@pytest.mark.parametrize("what", [WORRY, CHECKED_IN])
async def test_whoever_is_forgotten_while_we_name_them_is_named_no_more_and_the_others_are(
    stage: Stage, what: str
) -> None:
    thread = await open_circle(stage)
    await wants_mondays(stage, members(stage, 5))
    for who in members(stage, 5):
        await share(stage, who)
    held = stage.discord.faults.hold("POST", SEND, about=thread.id)
    now = stage.discord.clock.now()
    await stage.later(monday_at_nine(now) - now if what == WORRY else timedelta(hours=2, minutes=1))
    await held.came.wait()

    asked = await stage.ada.run("my forget", channel=stage.room)
    await stage.ada.press(asked.message, "Forget me here")
    held.let_go.set()

    await stage.quiet()
    assert not any(f"<@{stage.ada.id}>" in seen.text for seen in stage.ben.sees(thread))
    assert sum(what in seen.text for seen in stage.ben.sees(thread)) == 1


@pytest.mark.parametrize("what", [WORRY, CHECKED_IN])
async def test_the_message_of_before_goes_also_where_discord_fails_at_that_moment(stage: Stage, what: str) -> None:
    thread = await open_circle(stage)
    await wants_mondays(stage, members(stage, 5))
    for days in (0, 7):
        await share(stage, stage.ada)
        await stage.later(timedelta(days=bool(days)))
        await sweep_at(stage, 0, 8)
        await stage.later(timedelta(hours=3))
        stage.discord.faults.fail("DELETE", MESSAGE, status=400)
    await stage.quiet()

    assert sum(what in seen.text for seen in stage.ben.sees(thread)) == 1


async def test_moderators_read_how_circles_are_and_can_ask_and_each_decides_alone(stage: Stage) -> None:
    thread = await open_circle(stage, 20)
    ours, guild = service(stage), GuildId(stage.guild.id)
    others = members(stage, 30)[20:]
    for one in others:
        await ours.seating.join(guild, MemberId(one.id), ABOUT, Group(42))
    await stage.discord.until(lambda: len(threads(stage)) == 2)
    await stage.quiet()
    full, small = await ours.looking.circles(guild)
    for one in members(stage, 20)[8:]:
        await ours.seating.leave(guild, MemberId(one.id))
    await stage.later(15 * DAY)
    await stage.quiet()

    board = await stage.ben.run("mod circles", channel=stage.room)
    assert f"**{full.name}** · 8 of 20 · small" in board.text
    assert f"Together with **{small.name}** they would have a good size" in board.text
    assert "nothing moves by itself" in board.text
    assert [len(list(await ours.looking.companions(guild, MemberId(others[0].id))))] == [9]
    asked = await stage.ben.press(board.message, f"circle:offer:{full.number}")
    assert "Each decides for themself" in asked.text

    offer = await in_thread(stage, stage.ada, thread, "You have become few here")
    assert "Nothing changes" in (await stage.ben.press(offer, "I stay")).text
    moved = await stage.ada.press(offer, "Move over")
    assert f"You are in **{small.name}** now" in moved.text
    await stage.quiet()
    assert [one.people for one in await ours.looking.circles(guild)] == [7, 11]
    assert (await ring_of(stage, thread)).name == full.name


async def test_whoever_does_not_moderate_any_more_is_refused_at_every_press_of_moderators(stage: Stage) -> None:
    thread = await open_circle(stage)
    stage.guild.remove_channel(thread)
    await stage.discord.until(lambda: threads(stage) and len(inside(threads(stage)[0])) == 12)
    await stage.quiet()
    stage.guild.remove_channel(threads(stage)[0])
    await eventually(lambda: has_no_place(stage))
    board = await stage.ben.run("mod circles", channel=stage.room)
    waits = await stage.ben.run("mod board", channel=stage.room)
    stage.guild.take(
        stage.ben.person, next(one for one in stage.guild.state.roles.values() if one.name == "Moderators")
    )

    for message in (board.message, waits.message):
        assert "for the people who moderate here" in (await stage.ben.press(message, "circle:reopen")).text
    await stage.quiet()
    assert threads(stage) == []


async def test_somebody_writing_there_is_noted_to_the_hour_and_not_who(stage: Stage) -> None:
    thread = await open_circle(stage)
    before = (await ring_of(stage, thread)).last_ms
    await stage.later(timedelta(hours=3))

    await stage.ada.say(thread, "Good morning.")

    async def is_noted() -> bool:
        return (await ring_of(stage, thread)).last_ms > before

    await eventually(is_noted)


async def test_a_quiet_circle_is_said_to_be_quiet_and_a_full_one_full(new_rows: NewRows) -> None:
    database = Database(await new_rows(), Wall())
    await database.open()
    try:
        town = town_on(database)
        await town.all_join(range(1, 21))
        [card] = (await town.circles.proposing.overview(GUILD)).cards
        assert card.standing == "full"

        now = database.wall.now()
        database.wall.follow((now + timedelta(days=14)).timestamp(), 1)
        await town.leave(1)
        [card] = (await town.circles.proposing.overview(GUILD)).cards
        assert card.standing == "quiet"
        assert datetime.now(tz=UTC) < database.wall.now()
    finally:
        await database.close()
