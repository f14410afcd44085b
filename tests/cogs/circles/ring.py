"""A stage on which a circle is open: twelve members, Ada and Ben among them, in a private thread."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.data import guilds, people
from bot.data.people import Choices
from bot.data.scopes import plant_sync
from bot.data.unit import Unit
from bot.domain.clock import to_ms
from bot.domain.groups import Group
from bot.domain.ids import ChannelId, GuildId, MemberId
from cogs.circles.model.circle import About, Band, Field
from cogs.circles.model.circle import Stage as HowLong
from cogs.circles.service.circles import Circles
from cogs.circles.store import rings
from sandbox import Member
from tests.stage import INVITED, Stage, staged

PRIVATE_THREADS = 1 << 36
MODERATE = 1 << 40
MANAGE_THREADS = 1 << 34
ABOUT = About(Band.EUROPE, Field.HEALTH, HowLong.MONTHS)


@asynccontextmanager
async def with_circles(
    folder: Path, *, people: int = 42, database_url: str | None = None, right: bool = True
) -> AsyncIterator[Stage]:
    """Circles are switched on; Ben moderates."""
    async with staged(folder, people=people, database_url=database_url) as stage:
        # letting people into a thread is limited to one a second there: true, and slow
        stage.discord.settings.route_limits = False
        ours = stage.guild.role_of(stage.app)
        stage.guild.permit(ours, INVITED | PRIVATE_THREADS)
        if not right:
            stage.guild.overwrite(stage.room, ours, deny=PRIVATE_THREADS)
        stage.guild.give(stage.ben.person, stage.guild.role("Moderators", MODERATE | MANAGE_THREADS))
        await stage.set_up()
        await switch_on(stage)
        yield stage


async def switch_on(stage: Stage) -> None:
    bot, guild = stage.bot, GuildId(stage.guild.id)
    assert bot is not None

    def switch(unit: Unit) -> None:
        guilds.switch_on(unit, guild, ["circles"])
        plant_sync(unit, guild)

    await bot.database.change(switch)
    await stage.discord.until(lambda: "circle" in stage.ada.commands(stage.room))


def members(stage: Stage, many: int) -> list[Member]:
    """Ada, Ben and others, as many as asked for."""
    others = [one for one in stage.guild.members if one.name.startswith("Member")]
    return [stage.ada, stage.ben, *others][:many]


async def join(at: Stage, who: Member, **filled: Any) -> Any:
    """By the form, as it stands."""
    opened = await who.run("circle join", channel=at.room)
    return await who.submit(opened.form, **filled)


async def open_circle(stage: Stage, many: int = 12) -> Any:
    """So many have seats; gives the thread, once everybody is in it. Straight over the service: it is quicker."""
    ours, guild = service(stage), GuildId(stage.guild.id)
    for one in members(stage, many):
        await ours.seating.join(guild, MemberId(one.id), ABOUT, Group(42))
    await stage.discord.until(lambda: len(threads(stage)) == 1 and len(inside(threads(stage)[0])) == many)
    await stage.quiet()
    return threads(stage)[0]


def service(stage: Stage) -> Circles:
    """The running bot's own services."""
    assert stage.bot is not None
    views = stage.bot._parts["circles"].presses["circle:about"].handler.__self__  # type: ignore[attr-defined]
    return views._circles


def threads(stage: Stage) -> list[Any]:
    """The private threads there are."""
    return [one for one in stage.guild.threads if one.kind == 12]


def inside(thread: Any) -> list[int]:
    """Who is in a thread, without the bot that began it."""
    return [one for one in thread.about.members if one != thread.about.owner_id]


async def has_no_place(stage: Stage) -> bool:
    """Whether Ada's circle has lost its thread."""
    return await service(stage).looking.thread_of(GuildId(stage.guild.id), MemberId(stage.ada.id)) is None


async def ring_of(stage: Stage, thread: Any) -> Any:
    assert stage.bot is not None
    return await stage.bot.database.read(lambda look: rings.at(look, ChannelId(thread.id)))


async def wants_dms(stage: Stage, who: Member) -> None:
    """They switched direct messages on."""
    assert stage.bot is not None
    chosen = Choices(dm=ChannelId(who.dm(stage.app).id))
    await stage.bot.database.change(lambda unit: people.choose(unit, GuildId(stage.guild.id), MemberId(who.id), chosen))


async def in_thread(stage: Stage, who: Member, thread: Any, words: str) -> Any:
    """The message in the thread with these words."""
    found: Sequence[Any] = ()

    def is_there() -> bool:
        nonlocal found
        found = [one for one in who.sees(thread) if words in one.text]
        return bool(found)

    await stage.discord.until(is_there)
    return found[-1]


async def sweep_at(stage: Stage, weekday: int, hour: int) -> None:
    """People's clock goes on to that hour of the week (UTC, Monday is 0), and the hourly look is done."""
    now = stage.discord.clock.now()
    goal = (now + timedelta(days=(weekday - now.weekday()) % 7)).replace(hour=hour, minute=30, second=0)
    goal += timedelta(days=7) if goal <= now else timedelta()
    await stage.later(goal - now)
    await stage.quiet()
    assert to_ms(stage.discord.clock.now()) >= to_ms(goal)
