"""Making a plan: two forms or one command, in any place's own clock, and what cannot be is said at once."""

from datetime import UTC, datetime, timedelta

from bot.data import guilds
from bot.domain.ids import GuildId
from sandbox import Member
from tests.cogs.checkins.people import DAY, EVERY_DAY, HOUR, MONDAY_EIGHT, answer, asked, begin, cities, pass_, plan
from tests.stage import INVITED, Stage


async def switch_on(stage: Stage, feature: str) -> None:
    assert stage.bot is not None
    await stage.bot.database.change(lambda unit: guilds.switch_on(unit, GuildId(stage.guild.id), (feature,)))


async def test_the_zone_is_offered_by_city_with_the_time_there(stage: Stage) -> None:
    await begin(stage)
    await cities(stage)
    munich = await stage.ada.complete("checkin plan", "zone", "Munich", channel=stage.room)
    boston = await stage.ada.complete("checkin plan", "zone", "Boston", channel=stage.room)

    assert munich[0] == ("Munich, Germany · 8:00 AM", "Europe/Berlin")
    assert boston[0] == ("Boston, MA, United States · 2:00 AM", "America/New_York")


async def test_a_city_is_understood_without_choosing_and_several_are_asked_about(stage: Stage) -> None:
    await begin(stage)
    await cities(stage)
    said = await plan(stage, stage.ada, zone="boston", time="9pm")
    asks = await stage.ben.run("checkin plan", channel=stage.room, zone="San Jose", time="7:30", where="dm")
    opened = await stage.ben.choose(asks.message, "checkin:zone", ["America/Costa_Rica"])
    chosen = await stage.ben.submit(opened.form, days=["mon"], acts=[])

    assert "at 9:00 PM**, by the clock in America/New York, where it is 2:00 AM now" in said.text
    assert "can be several places" in asks.text
    assert "on Monday at 7:30 AM**, by the clock in America/Costa Rica" in chosen.text


async def test_what_cannot_be_read_is_said_and_nothing_typed_is_lost(stage: Stage) -> None:
    await begin(stage)
    await cities(stage)
    for zone, time, says in (
        ("Europe/Berlin", "25:61", "is no time of day"),
        ("Europe/Berlin", "yesterday", "is no time of day"),
        ("Nowhere **at all**", "9", "I don't know a place called"),
        ("../../etc/passwd", "9", "I don't know a place called"),
    ):
        refused = await stage.ada.run("checkin plan", channel=stage.room, zone=zone, time=time, share="buddy")
        again = await stage.ada.press(refused.message, "Change it")
        fields = again.form.fields

        assert says in refused.text
        assert "**at all**" not in refused.text
        assert (fields["zone"].value, fields["time"].value, fields["share"].value) == (zone, time, "buddy")
    set_right = await stage.ada.submit(again.form, zone="Munich", time="9:30", where="dm", share="nobody")
    opened = await stage.ada.press(set_right.message, "Choose the days")
    said = await stage.ada.submit(opened.form, days=["tue"], acts=[])

    assert "on Tuesday at 9:30 AM**, by the clock in Europe/Berlin" in said.text


async def test_daily_check_in_elsewhere_leads_through_two_forms(stage: Stage) -> None:
    await begin(stage)
    offered = await stage.ada.run("checkin now", channel=stage.room)
    first = await stage.ada.press(offered.message, "checkin:begin")
    almost = await stage.ada.submit(first.form, zone="Berlin", time="9", where="dm", share="nobody")
    second = await stage.ada.press(almost.message, "checkin:days")
    weekdays = [one.value for one in second.form.fields["days"].options if one.default]
    said = await stage.ada.submit(second.form, days=weekdays, acts=[])

    assert weekdays == ["mon", "tue", "wed", "thu", "fri"]
    assert "**I ask you on weekdays at 9:00 AM**" in said.text


async def test_closed_direct_messages_are_said_at_once_with_the_other_ways(stage: Stage) -> None:
    await begin(stage)
    stage.ada.person.dms_open = False
    said = await plan(stage, stage.ada)
    await stage.ada.press(said.message, "A picture on Sundays")
    await pass_(stage, HOUR)
    waits = await stage.ada.run("my inbox", channel=stage.room)

    assert "Your direct messages are closed to this server" in said.text
    assert [b.label for b in said.message.buttons] == ["Change", "No picture on Sundays", "Make me a private thread"]
    assert "It waits in `/my inbox`." in said.text
    assert "A check-in for you." in waits.text


async def test_a_change_leaves_direct_messages_off_where_they_were_switched_off(stage: Stage) -> None:
    await begin(stage)
    said = await plan(stage, stage.ada)
    screen = await stage.ada.run("my settings", channel=stage.room)
    await stage.ada.press(screen.message, f"my:dm:{stage.guild.id}:off")
    before = len(stage.ada.sees_dm(stage.app))
    opened = await stage.ada.press(said.message, "Change")
    changed = await stage.ada.submit(opened.form, days=["mon"], acts=[])
    buttons = [b.label for b in changed.message.buttons]
    await pass_(stage, HOUR)
    quiet = len(stage.ada.sees_dm(stage.app)) - before
    again = await stage.ada.press(changed.message, "Ask me by direct message")
    await pass_(stage, timedelta(days=7))

    assert "`/my settings` switches direct messages off" in said.text
    assert "It waits in `/my inbox`." in changed.text
    assert "this change leaves them off" in changed.text
    assert buttons == ["Change", "A picture on Sundays", "Ask me by direct message", "Make me a private thread"]
    assert (quiet, again.text[:5], len(asked(stage, stage.ada))) == (0, "Done:", 1)


async def test_a_change_holds_from_the_next_question_on_and_today_is_not_asked_twice(stage: Stage) -> None:
    await begin(stage)
    await plan(stage, stage.ada, own="Walks", step="rest")
    await pass_(stage, HOUR)
    again = await stage.ada.run("checkin plan", channel=stage.room, zone="Asia/Tokyo", time="20:00")
    fields = again.form.fields
    said = await stage.ada.submit(again.form, days=EVERY_DAY, acts=["learning"], own="Walks")
    first = await stage.mia.run("checkin plan", channel=stage.room, zone="Europe/Berlin", time="9", where="dm")
    asks = await stage.mia.submit(first.form, days=EVERY_DAY)
    asked_whom = asks.text
    await stage.mia.press(asks.message, "My circle")
    kept = await stage.mia.press(asks.message, "My buddy")
    nobody = await plan(stage, stage.ben, share="buddy")
    await switch_on(stage, "buddies")
    somebody = await plan(stage, stage.ben, share="buddy")
    # it is 17:00 in Tokyo, of the same date: three hours to go
    await pass_(stage, timedelta(hours=3))
    same_day = len(asked(stage, stage.ada))
    await pass_(stage, DAY)

    assert (fields["own"].value, fields["step"].value) == ("Walks", "rest")
    assert "It comes by direct message. The next one" in said.text
    assert "Shall somebody hear" in asked_whom
    assert "obody else hears of it" not in asked_whom, "that is still to be said"
    assert kept.text.endswith("\nNoted. Buddies are switched off on this server at the moment, so nobody hears of it.")
    assert "Shall somebody hear" not in kept.text
    assert "ircles" not in kept.text
    assert "Buddies are switched off on this server, so nobody hears of it." in nobody.text
    assert "While you have a buddy, they hear that you checked in" in somebody.text
    assert (same_day, len(asked(stage, stage.ada))) == (1, 2)


async def test_the_next_one_is_said_as_it_will_come(stage: Stage) -> None:
    await begin(stage)
    wednesday = await plan(stage, stage.ada, days=["wed"])
    monday = await plan(stage, stage.ada)
    await pass_(stage, HOUR)
    tomorrow = await plan(stage, stage.ada, time="18")
    await stage.ada.run("checkin pause", channel=stage.room, until="2 weeks")
    paused = await plan(stage, stage.ada, time="18")
    resumed = await stage.ada.run("checkin resume", channel=stage.room)
    await stage.ben.run("checkin pause", channel=stage.room)
    without = await plan(stage, stage.ben)

    berlin_nine, berlin_six = MONDAY_EIGHT + timedelta(hours=1), MONDAY_EIGHT + timedelta(hours=10)
    assert said_next(berlin_nine + 2 * DAY) in wednesday.text
    assert said_next(berlin_nine) in monday.text
    assert said_next(berlin_six + DAY) in tomorrow.text, "today had its question"
    assert said_next(berlin_six + 14 * DAY) in paused.text
    assert said_next(berlin_six + DAY) in resumed.text
    assert "You have paused; nothing comes until you resume." in without.text


def said_next(at: datetime) -> str:
    return f"The next one: <t:{int(at.timestamp())}:f>"


async def test_in_direct_messages_it_works_for_one_server_and_asks_which_of_two(stage: Stage) -> None:
    await begin(stage)
    nowhere = await stage.ada.person.run("checkin now")
    await plan(stage, stage.ada)
    one = await stage.ada.person.run("checkin now")
    other = stage.discord.guild("Second home", owner=stage.mia.person)
    there = other.join(stage.ada.person)
    other.install(stage.app, 1 << 10 | 1 << 11)
    opened = await there.run("checkin plan", channel=other.general, zone="UTC", time="10", where="dm")
    await there.submit(opened.form, days=["mon"], acts=[])
    which = await stage.ada.person.run("checkin pause", until="2 weeks")
    chosen = await stage.ada.person.choose(which.message, "checkin:at", [str(other.id)])
    await pass_(stage, HOUR)
    await pass_(stage, timedelta(hours=3))
    other.uninstall(stage.app)
    gone = await stage.ada.person.run("checkin stop")
    names = [one.label for one in gone.message.selects[0].options]
    stopped = await stage.ada.person.choose(gone.message, "checkin:at", [str(other.id)])

    assert names == [stage.guild.name, f"server …{str(other.id)[-4:]}, whose name I can't see now"]
    assert stopped.text.startswith("Stopped.")
    assert "You have no check-ins on any server" in nowhere.text
    assert "Your check-in" in one.text
    assert "Which one is it about?" in which.text
    assert "Paused until <t:1796601600:f>" in chosen.text
    assert len(asked(stage, stage.ada)) == 1


async def test_who_left_the_server_still_stops_pauses_and_is_forgotten_from_direct_messages(stage: Stage) -> None:
    await begin(stage)
    await plan(stage, stage.ada)
    await pass_(stage, HOUR)
    stage.guild.remove(stage.ada.person)
    question = asked(stage, stage.ada)[-1]
    kept = await answer(stage, stage.ada, "did", question)
    stopped = await stage.ada.person.run("checkin stop")
    await pass_(stage, DAY)
    forget = await stage.ada.person.run("my forget")
    await stage.ada.person.press(forget.message, "my:forget:yes")
    gone = await stage.ada.person.press(question, "Change the answer")

    assert "Noted." in kept.text
    assert "Stopped." in stopped.text
    assert asked(stage, stage.ada) == []
    assert "from a plan that is gone" in gone.text


async def test_who_left_the_server_and_shares_another_with_me_is_asked_no_more_after_one_silent_day(
    stage: Stage,
) -> None:
    await begin(stage)
    other = stage.discord.guild("Another one", owner=stage.ada.person)
    other.install(stage.app, INVITED)
    for one in (stage.ada, stage.ben):
        await plan(stage, one)
    await pass_(stage, HOUR)
    stage.guild.remove(stage.ada.person)

    for _ in range(2):
        await pass_(stage, DAY)

    assert len(asked(stage, stage.ada)) == 1
    assert len(asked(stage, stage.ben)) == 3
    looked_up = [one for one in stage.discord.requests if one.route == "/guilds/{guild_id}/members/{user_id}"]
    assert len(looked_up) == 2, "each of them, once in their silence"


async def test_a_private_thread_is_made_where_the_right_is_there_and_said_so_where_not(stage: Stage) -> None:
    await begin(stage)
    before = stage.guild.everyone.permissions
    stage.guild.permit(stage.guild.everyone, before & ~(1 << 36))
    without = await plan(stage, stage.ada, where="thread")
    stage.guild.permit(stage.guild.everyone, before | 1 << 36 | 1 << 38)
    said = await plan(stage, stage.ben, where="thread")
    await pass_(stage, HOUR)
    [thread] = [one for one in stage.guild.threads if one.name == "Check-ins"]
    question = stage.ben.sees(thread)[-1]
    await stage.ben.press(question, "🌧 Tough day")

    opened = [await thread_in(stage, stage.mia, kind) for kind in ("announcement", "forum", "voice")]
    closed = await thread_in(stage, stage.mia, "text", deny=1 << 38)

    assert [text.count("in this kind of channel") for text in opened] == [1, 1, 1]
    assert "Send Messages in Threads" in closed
    assert [one for one in stage.guild.threads if one.name == "Check-ins"] == [thread], "none is left that nobody is in"
    assert "I can't make a private thread here" in without.text
    assert f"<#{thread.id}>" in said.text
    assert not stage.ada.can_see(thread)
    assert "Then today counts as rest" in question.text
    assert question.buttons[0].custom_id == "vent:open"

    by_dm = await plan(stage, stage.ben, where="dm")
    back = await plan(stage, stage.ben, where="thread")
    forget = await stage.ben.run("my forget", channel=stage.room)
    await stage.ben.press(forget.message, "Forget me here")
    await stage.quiet()

    assert "It comes by direct message" in by_dm.text
    assert f"<#{thread.id}>" in back.text
    assert "your plan with its thread" in forget.text
    assert thread not in stage.guild.threads


async def thread_in(stage: Stage, one: Member, kind: str, *, deny: int = 0) -> str:
    """What somebody reads who wants a thread of their own in such a channel."""
    room = stage.guild.channel(f"a-{kind}-channel", kind)
    stage.guild.overwrite(room, stage.app, deny=deny)
    form = await one.run("checkin plan", channel=room, zone="Europe/Berlin", time="9", where="thread", share="nobody")
    return str((await one.submit(form.form, days=["mon"], acts=[])).text)


async def test_somebody_s_own_leap_day(stage: Stage) -> None:
    await begin(stage, datetime(2028, 2, 28, 7, 0, tzinfo=UTC))
    await plan(stage, stage.ada)
    heard = []
    for by in (HOUR, DAY, DAY):
        await pass_(stage, by)
        heard.append(asked(stage, stage.ada)[-1].buttons[0].custom_id.split(":")[3])

    assert heard == [str(datetime(2028, *day, tzinfo=UTC).toordinal()) for day in ((2, 28), (2, 29), (3, 1))]
    assert MONDAY_EIGHT.year == 2026
