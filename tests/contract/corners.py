"""What people do besides posting and answering: each leaves a row of its own kind, so that all rows can be searched."""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from bot.data import guilds, visits
from bot.data.keys import Keys
from bot.data.scopes import plant_sync
from bot.data.unit import Unit
from bot.domain.groups import Group
from bot.domain.ids import GuildId, MemberId
from cogs.buddies.model.weeks import AVOID
from cogs.circles.model.circle import OPENS_AT
from cogs.health.model.work import REF
from cogs.relay.model.hours import LOAD
from tests.cogs.circles.ring import ABOUT, PRIVATE_THREADS, service
from tests.cogs.moderation.desk import SEE, report
from tests.cogs.relay.listeners import listens
from tests.contract.joins import Tables
from tests.stage import INVITED, Stage

PURPOSES = (AVOID, LOAD, visits.PURPOSE, "door", *(f"limit:{what}" for what in ("circle", "buddy", "cheer", "report")))


class Lives(Protocol):
    """Whoever lets people do something, each at a moment of their own."""

    stage: Stage
    people: list[Any]
    chance: random.Random

    async def a_while_later(self) -> None: ...
    def shuffled(self) -> list[Any]: ...


async def switch_on(stage: Stage, *features: str) -> None:
    """As with `/setup`."""
    bot, guild = stage.bot, GuildId(stage.guild.id)
    assert bot is not None

    def switch(unit: Unit) -> None:
        guilds.switch_on(unit, guild, features)
        plant_sync(unit, guild)

    await bot.database.change(switch)
    await stage.discord.until(lambda: "buddy" in {one.split()[0] for one in stage.ada.commands(stage.room)})


async def open_the_house(stage: Stage) -> None:
    """Mia switches all on that a server may have, and there is a moderators' channel."""
    guild = stage.guild
    await switch_on(stage, "circles", "buddies", "health")
    ours = guild.role_of(stage.app)
    guild.permit(ours, INVITED | PRIVATE_THREADS)
    place = guild.channel("moderators", overwrites={guild.everyone: (0, SEE)})
    guild.overwrite(place, ours, allow=INVITED)
    await stage.mia.run("setup channels", channel=stage.room, vent_room=stage.room, moderators=place)


class Corners:
    """Everybody in every corner."""

    def __init__(self, life: Lives) -> None:
        self._life = life
        self._stage = life.stage
        self._room = life.stage.room

    async def before(self) -> None:
        """What has to be there when people begin to post: seats, hours, plans, kind words, shut doors."""
        await self._each(self._sits)
        await self._circle_opens()
        for does in (self._listens, self._plans, self._praises, self._avoids):
            await self._each(does)

    async def after(self, hidden: Mapping[int, Any], named: Mapping[int, Any]) -> None:
        """What people do with each other by name, with what they planned, and with what they do not like."""
        for does in (self._is_there, self._asks_to_be_buddies, self._checks_in, self._asks_a_moderator):
            await self._each(does)
        there = [(author, card) for cards in (hidden, named) for author, card in cards.items() if not card.deleted]
        for author, card in there:
            await self._wants_no_more_of(next(one for one in self._life.people if one.id == author), card)
        for one in self._life.shuffled():
            await self._life.a_while_later()
            card = self._life.chance.choice([card for author, card in there if author != one.id])
            await report(self._stage, one, card, reason="attack", words="See this.")
        await self._moderated([card for card in hidden.values() if not card.deleted])

    async def _each(self, does: Callable[[Any], Any]) -> None:
        for one in self._life.shuffled():
            await self._life.a_while_later()
            await does(one)

    def _others(self, one: Any) -> list[Any]:
        """Two, so that no chain of joins leads from one person to one other by chance alone."""
        return [each for each in self._life.shuffled() if each is not one][:2]

    async def _sits(self, one: Any) -> None:
        opened = await one.run("circle join", channel=self._room)
        await one.submit(opened.form)

    async def _circle_opens(self) -> None:
        """Others make ten; one of those who are looked at waits again afterwards."""
        stage = self._stage
        others = [one for one in stage.guild.members if one not in self._life.people and one.name.startswith("Member")]
        for one in others[: OPENS_AT - len(self._life.people)]:
            await service(stage).seating.join(GuildId(stage.guild.id), MemberId(one.id), ABOUT, Group(42))
        await stage.quiet()

    async def _listens(self, one: Any) -> None:
        await listens(self._stage, one, where="dm")

    async def _plans(self, one: Any) -> None:
        there = {"zone": "UTC", "time": "9", "where": "dm", "share": "circle"}
        opened = await one.run("checkin plan", channel=self._room, **there)
        days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        await one.submit(opened.form, days=days, acts=["applications"], own="Walks", step="Call somebody.")

    async def _avoids(self, one: Any) -> None:
        other = self._others(one)[0]
        outsider = self._stage.guild.members[20 + self._life.people.index(one)]
        await one.run("my avoid", channel=self._room, member=outsider)
        await one.run("buddy avoid", channel=self._room, member=other)

    async def _asks_to_be_buddies(self, one: Any) -> None:
        for other in self._others(one):
            await one.menu("Ask to be buddies", other, channel=self._room)

    async def _praises(self, one: Any) -> None:
        for other in self._others(one):
            await one.run("cheer", channel=self._room, member=other, line="For you.")

    async def _is_there(self, one: Any) -> None:
        await one.run("buddy on", channel=self._room)

    async def _checks_in(self, one: Any) -> None:
        today = await one.run("checkin now", channel=self._room)
        await one.press(today.message, "checkin:answer")
        opened = await one.press(today.message, "Add a note")
        await one.submit(opened.form, counts="applications: 2", learned="Ask early.", step="Call somebody.", no=[])
        await one.run("checkin pause", channel=self._room)

    async def _wants_no_more_of(self, author: Any, card: Any) -> None:
        lines = [one for one in author.sees(card.thread) if any("vent:said" in str(b.custom_id) for b in one.buttons)]
        for line in lines[:1]:
            await self._life.a_while_later()
            more = await author.press(line, "⋯")
            await author.press(more.message, "No more from this writer")

    async def _asks_a_moderator(self, one: Any) -> None:
        care = await one.run("care", channel=self._room)
        await one.press(care.message, "Talk to a moderator, unnamed")

    async def _moderated(self, cards: Sequence[Any]) -> None:
        """Mia mutes two authors whom she does not know, and hides what a third has said."""
        for card, act in zip(cards, ("Hide", "Mute 7 days", "Mute 7 days"), strict=False):
            await self._life.a_while_later()
            tools = await self._stage.mia.menu("Report", card)
            await self._stage.mia.choose(tools.message, "mod:reason", ["attack"])
            await self._stage.mia.press(tools.message, act)


def other_refs(living: Keys, guild: int, member: int, tables: Tables) -> dict[bytes, int]:
    """The refs of a person by which a case or a week knows them."""
    known: dict[bytes, int] = {}
    for case in tables["reported_post"]:
        known |= dict.fromkeys(living.refs("report", case["message_id"], member), member)
    numbers = [member, *(int.from_bytes(ref, "big") for ref in living.refs("author", guild, member))]
    for week in {row["week"] for row in tables["health_person"]}:
        for number in numbers:
            known |= dict.fromkeys(living.refs(REF, guild, week, number), member)
    return known
