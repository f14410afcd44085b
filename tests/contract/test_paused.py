"""Paused is silent: of all that comes by itself nothing reaches whoever paused; the same reaches their neighbour.

A kind of work that is new fails here until somebody says what it says to one person, or why it never does.
"""

import inspect
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.domain.groups import Group
from bot.domain.ids import GuildId, MemberId
from cogs.circles.model.circle import About, Band, Field
from cogs.circles.model.circle import Stage as HowLong
from tests.cogs.checkins.people import HOUR, answer, asked, begin, pass_, plan
from tests.cogs.circles.ring import PRIVATE_THREADS, service, threads
from tests.cogs.moderation.desk import line, member, moderated, report, standing
from tests.cogs.relay.listeners import WAIT, listens
from tests.contract.corners import switch_on
from tests.contract.crowd import NoLimits
from tests.stage import INVITED, Stage

BY_ITSELF = {
    "bot.tell": ("would like to be your buddy", "Your buddy", "thanked you this week", "Did you and"),
    "checkins.send": ("Your check-in", "Three days without an answer"),
    "checkins.later": ("asked again: Your check-in",),
    "checkins.recaps": ("Your week",),
    "circles.round": ("one worry",),
    "moderation.ping": ("Something waits for moderators",),
    "relay.ping": ("Nothing left to do",),
    "venting.ask": ("How is it now?",),
    "venting.tell": ("Somebody wrote to you",),
}
"""The kinds of work that speak to one person by themselves, and words of what each says in this test."""
PLACE = "for everybody in a room or thread, nobody is pinged"
STAFF = "in the moderators' place; without one the owner is told by bot.tell"
OWN = "changes what is there already: no phone hears that"
NEVER = {
    "bot.goodbye": "forgets a server", "bot.leavers-of": "looks up who left", "bot.overwrite": "cleans the file",
    "bot.sync": "registers commands",
    "care.ask": STAFF, "care.wipe": OWN,
    "care.tell": "the answer to what they asked appears where they asked, without a sound; later in the inbox",
    "cheering.say": PLACE, "cheering.remove": OWN,
    "circles.open": "makes a thread", "circles.charter": PLACE, "circles.offer": PLACE, "circles.shares": PLACE,
    "circles.seat": "opens the circle to who asked for a seat; Discord adds without a ping",
    "circles.out": "closes it again", "circles.wake": OWN, "circles.shut": OWN, "circles.check": OWN,
    "circles.clear": OWN, "checkins.clear": OWN,
    "doctor.tell": STAFF, "health.digest": STAFF, "health.freeze": "counts",
    "moderation.board": STAFF, "moderation.report": STAFF, "moderation.refresh": OWN,
    "moderation.operator": "in the operator's channel", "moderation.named": "forgets what names a post",
    "relay.circle": "plans relay.ping", "relay.settle": OWN, "relay.lift": PLACE, "relay.lower": OWN,
    "relay.moderators": STAFF,
    "relay.role": "pings a role that people give themselves on Discord; who has it the bot does not know",
    "venting.publish": PLACE, "venting.edit": OWN, "venting.refresh": OWN, "venting.say-line": PLACE,
    "venting.say-reply": PLACE, "venting.hide-line": OWN, "venting.end": "ends a post; venting.ask asks",
    "venting.remove": OWN, "venting.lock": OWN, "venting.hide-post": OWN, "venting.show-post": OWN,
    "venting.panel": PLACE, "venting.count": "counts readers", "venting.look-over": "looks for cards",
}  # fmt: skip
"""The kinds of work that never speak to one person by themselves: why."""
WAITS = ("thanked you this week", "Something waits for moderators")
"""What is in the inbox of whoever paused. A moderator who pauses rests too: the board shows it to the others."""
FIRST_DAYS = 3
"""So long the neighbour answers; then three silent days bring their question."""
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


async def test_every_kind_of_work_is_answered_for(stage: Stage) -> None:
    assert stage.bot is not None
    handlers = stage.bot._handlers

    assert set(handlers.jobs) == {*BY_ITSELF, *NEVER}
    # a unit cannot wait, so it cannot speak: what it wants said it gives to one of those above
    assert [kind for kind, way in handlers.rows.items() if inspect.iscoroutinefunction(way)] == []


async def is_on_duty(stage: Stage, one: Any) -> None:
    """A moderator who wants to be written to."""
    moderators = next(role for role in stage.guild.state.roles.values() if role.name == "Moderators")
    stage.guild.give(one.person, moderators)
    opened = await one.press(standing(stage), "Ping me")
    await one.submit(opened.form, zone="UTC", opens=["0"], closes=["24"])


async def something_of_each_kind(stage: Stage, cards: dict[Any, Any]) -> None:
    """On one day, for each of them the same."""
    for one, card in cards.items():
        await line(stage, stage.ben, card, "I was there.")
        await stage.ben.run("thanks", channel=stage.room, member=one, reason="You stayed.")
        await stage.ben.menu("Ask to be buddies", one, channel=stage.room)
    lonely, _ = await stage.vent(stage.mia, "Nobody answers.")
    await report(stage, member(stage, 30), lonely)
    await pass_(stage, WAIT)


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
        for one in (paused, other, *(member(stage, number) for number in range(4, 14))):
            await service(stage).seating.join(GuildId(stage.guild.id), MemberId(one.id), ABOUT, Group(42))
        await pass_(stage, HOUR)
        for one in (paused, other):
            await answer(stage, one, "did")
        await pass_(stage, timedelta(days=1))
        for one in (paused, other):
            await one.person.press(asked(stage, one)[-1], "checkin:later")
        cards = {one: await lets_out(stage, one) for one in (paused, other)}
        for one in (paused, other):
            await is_on_duty(stage, one)
        await stage.quiet()
        await paused.run("checkin pause", channel=stage.room)
        heard = [len(one.sees_dm(stage.app)) for one in (paused, other)]

        await pass_(stage, 2 * HOUR)
        came = [f"asked again: {m.text}" for m in other.sees_dm(stage.app)[heard[1] :]]
        await something_of_each_kind(stage, cards)
        for day in range(9):
            await pass_(stage, timedelta(days=1))
            for question in asked(stage, other)[-1:] if day < FIRST_DAYS else ():
                await answer(stage, other, "did", question)
        [thread] = threads(stage)

        came += [m.text for m in other.sees_dm(stage.app)[heard[1] :]]
        came += [m.text for m in other.sees(thread) if other.mention in m.text]
        said = [(kind, words) for kind, several in BY_ITSELF.items() for words in several]
        assert [m.text for m in paused.sees_dm(stage.app)[heard[0] :]] == []
        assert [m.text for m in other.sees(thread) if paused.mention in m.text] == []
        assert [(kind, words) for kind, words in said if not any(words in text for text in came)] == []
        waits = await paused.run("my inbox", channel=stage.room)
        assert [words for words in WAITS if words not in waits.text] == []
