"""Paused is silent: of all that comes by itself nothing reaches whoever paused; the same reaches their neighbour."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.domain.groups import Group
from bot.domain.ids import GuildId, MemberId
from cogs.circles.model.circle import About, Band, Field
from cogs.circles.model.circle import Stage as HowLong
from tests.cogs.checkins.people import HOUR, answer, asked, begin, pass_, plan
from tests.cogs.circles.ring import PRIVATE_THREADS, service, threads
from tests.cogs.moderation.desk import line, member, moderated
from tests.cogs.relay.listeners import WAIT, listens
from tests.contract.corners import switch_on
from tests.contract.crowd import NoLimits
from tests.stage import INVITED, Stage

BY_ITSELF = (
    ("checkins.send", "Your check-in"), ("checkins.recaps", "Your week"), ("relay.ping", "Nothing left to do"),
    ("bot.tell", "would like to be your buddy"), ("bot.tell", "Your buddy"), ("bot.tell", "thanked you this week"),
    ("venting.tell", "Somebody wrote to you"), ("venting.ask", "How is it now?"), ("circles.round", "one worry"),
)  # fmt: skip
"""The kinds of work that speak to one person by itself, and words of what they say."""
ABOUT = About(Band.EUROPE, Field.ANY, HowLong.MONTHS, monday=True)


async def opts_in(stage: Stage, one: Any) -> None:
    """To everything that comes by itself."""
    screen = await one.run("my settings", channel=stage.room)
    await one.press(screen.message, f"my:dm:{stage.guild.id}:on")
    await listens(stage, one, where="dm")
    said = await plan(stage, one)
    await one.press(said.message, "checkin:recap")
    await one.run("buddy on", channel=stage.room)
    asked = await one.run("my balance", channel=stage.room)
    await one.press(asked.message, f"balance:on:{stage.guild.id}")
    kept = await one.run("my balance", channel=stage.room)
    await one.press(kept.message, "balance:thanks")


async def lets_out(stage: Stage, one: Any) -> Any:
    card, _ = await stage.vent(one)
    await one.press((await one.press(card, "vent:more")).message, "vent:tell")
    return card


async def test_nothing_of_any_kind_reaches_whoever_paused(tmp_path: Path) -> None:
    async with moderated(tmp_path) as stage:
        stage.discord.rest.limits = NoLimits()  # type: ignore[assignment]
        stage.guild.permit(stage.guild.role_of(stage.app), INVITED | PRIVATE_THREADS)
        await begin(stage)
        await switch_on(stage, "buddies", "circles", "health")
        paused, other = stage.ada, member(stage, 3)
        await member(stage, 4).run("buddy on", channel=stage.room)
        for one in (paused, other):
            await opts_in(stage, one)
        cards = [await lets_out(stage, one) for one in (paused, other)]
        seats = [paused, other, *(member(stage, number) for number in range(4, 14))]
        for one in seats:
            await service(stage).seating.join(GuildId(stage.guild.id), MemberId(one.id), ABOUT, Group(42))
        await stage.quiet()
        await paused.run("checkin pause", channel=stage.room)
        heard = [len(one.sees_dm(stage.app)) for one in (paused, other)]

        await pass_(stage, HOUR)
        for card in cards:
            await line(stage, stage.ben, card, "I was there.")
        for one in (paused, other):
            await stage.ben.run("thanks", channel=stage.room, member=one, reason="You stayed.")
            await stage.ben.menu("Ask to be buddies", one, channel=stage.room)
        await stage.vent(stage.mia, "Nobody answers.")
        await pass_(stage, WAIT)
        for _ in range(9):
            await pass_(stage, timedelta(days=1))
            for question in asked(stage, other)[-1:]:
                await answer(stage, other, "did", question)
        [thread] = threads(stage)

        came = [m.text for m in other.sees_dm(stage.app)[heard[1] :]]
        came += [m.text for m in other.sees(thread) if other.mention in m.text]
        assert [m.text for m in paused.sees_dm(stage.app)[heard[0] :]] == []
        assert [m.text for m in other.sees(thread) if paused.mention in m.text] == []
        assert [words for _, words in BY_ITSELF if not any(words in text for text in came)] == []
        waits = await paused.run("my inbox", channel=stage.room)
        assert "thanked you this week" in waits.text, "it waits instead"
