"""The bot was removed from somebody's server: nothing reaches them from there until it is invited back."""

from datetime import UTC, datetime, timedelta

from bot.data import leaving, people
from bot.domain.ids import GuildId, MemberId
from tests.cogs.checkins.people import DAY, HOUR, answer, asked, begin, pass_, plan
from tests.rows import eventually
from tests.stage import INVITED, Stage

SATURDAY = datetime(2026, 11, 28, 7, 0, tzinfo=UTC)
"""In Berlin; a day before pictures come."""


async def heard_that_it_is(stage: Stage, *, away: bool) -> None:
    async def so() -> bool:
        assert stage.bot is not None
        return away == await stage.bot.database.read(lambda look: leaving.is_away(look, GuildId(stage.guild.id)))

    await eventually(so)


async def test_removed_is_silent_whether_it_was_heard_or_not_and_invited_back_it_goes_on(stage: Stage) -> None:
    # another server in common, so that direct messages get through all the while
    other = stage.discord.guild("Second home", owner=stage.mia.person)
    other.join(stage.ada.person)
    other.install(stage.app, INVITED)
    await begin(stage, SATURDAY)
    said = await plan(stage, stage.ada, share="buddy")
    await stage.ada.press(said.message, "checkin:recap")
    await pass_(stage, HOUR)
    first = asked(stage, stage.ada)[-1]
    await stage.ada.person.press(first, "checkin:later")
    before = len(stage.ada.sees_dm(stage.app))
    stage.guild.uninstall(stage.app)
    await heard_that_it_is(stage, away=True)
    for by in (timedelta(hours=2, minutes=1), DAY):
        await pass_(stage, by)
    # by themselves they still can, and a picture would have something to show
    unasked = await stage.ada.person.run("checkin now")
    await stage.ada.person.press(unasked.message, "✅ Did it")
    await pass_(stage, DAY + timedelta(hours=4))
    later = await stage.ada.person.press(first, "😴 Rest")
    resumed = await stage.ada.person.run("checkin resume")
    during = len([m for m in stage.ada.sees_dm(stage.app) if not m.ephemeral])

    assert during == before, "no question, none put off, no picture"
    assert later.text.startswith("Noted.")
    assert "I was removed from that server, so nothing comes for now" in resumed.text

    stage.guild.install(stage.app, INVITED)
    await heard_that_it_is(stage, away=False)
    await pass_(stage, timedelta(hours=18))
    [newest] = asked(stage, stage.ada)
    noted = await answer(stage, stage.ada, "did", newest)
    history = await stage.ada.run("checkin history", channel=stage.room)

    assert noted.text == "Noted. 3 of your 3 days.", "what did not come counts for nothing"
    assert "missed" not in history.text

    # removed while the bot was down, before the next question
    await pass_(stage, timedelta(hours=22))
    await stage.stop()
    stage.guild.uninstall(stage.app)
    stage.discord.clock.move(timedelta(hours=3))
    await stage.start()
    await stage.quiet()
    assert asked(stage, stage.ada) == []
    assert stage.bot is not None
    chosen = await stage.bot.database.read(
        lambda look: people.choices(look, GuildId(stage.guild.id), MemberId(stage.ada.id))
    )
    assert chosen.dm is not None, "the way to them is kept"
    stage.guild.install(stage.app, INVITED)
    await heard_that_it_is(stage, away=False)
    await pass_(stage, DAY)
    assert len(asked(stage, stage.ada)) == 1
