"""Everything that only staff may do, and everybody who may not, as deeds that a hostile client could send."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from bot.data import guilds
from bot.data.schema import METADATA
from bot.data.scopes import plant_sync
from bot.data.unit import Unit
from bot.domain.ids import GuildId, RoleId
from sandbox.deeds.interactions import COMMAND, COMPONENT, FORM, Deed
from sandbox.people import typed
from tests.cogs.moderation.desk import MODERATE, SEE, act, desk, member, report
from tests.stage import Stage

STAFF_FEATURES = {"setup": "manager", "doctor": "manager", "mod": "moderator", "health": "moderator"}
"""Every press and form of these is for staff, unless it stands in EVERYBODY."""
EVERYBODY = {
    "setup:new": "a newcomer's question",
    "mod:report": "anybody reports",
    "mod:draft": "a report is kept for whoever wrote it; a moderator's words are asked about when they are sent",
    "mod:operator": "anybody writes to whoever runs the bot",
    "mod:offduty": "ends what is one's own",
    "vent:more": "shows more to moderators",
    "vent:said": "shows more to moderators",
}
MODERATORS = {
    "care:answer", "care:shut", "circle:overview", "circle:offer", "circle:reopen", "vent:look", "vent:reason",
    "vent:pass", "vent:unpass", "vent:decline", "vent:declineall", "vent:undecline", "vent:gate", "vent:gateis",
}  # fmt: skip
"""Presses and forms for moderators in the features of everybody."""
COMMANDS = {"mod": "moderator", "setup": "manager"}
OPTIONS: dict[str, dict[str, Any]] = {"mod brake": {"minutes": 5}}
BOTH = frozenset({"moderator", "manager"})
MANAGE = 1 << 5
SAID = ("for the people who moderate here", "for people who may manage the server", "works in a server, not in direct")
LEAVES_A_TRACE = {"visit", "seen_press", "job", "command_scope"}
"""That somebody pressed is remembered by key, for a while; work comes and goes by itself."""
FIELDS = ("text", "words", "zone", "opens", "closes", "cheers", "line", "file")


def right_of(name: str) -> str | None:
    """Who may press it, or send it: "moderator", "manager"; None for everybody."""
    if name in EVERYBODY:
        return None
    return "moderator" if name in MODERATORS else STAFF_FEATURES.get(name.partition(":")[0])


@dataclass(frozen=True)
class Wanted:
    """One thing for staff: `kind` is one of the sandbox's kinds of interactions; `data` as it is on the wire."""

    name: str
    kind: int
    right: str
    data: dict[str, Any]
    command: Any = None


@dataclass
class Place:
    """Somewhere, with a message of the bot's to press on."""

    name: str
    channel: Any
    source: Any


@dataclass(frozen=True)
class Somebody:
    """A person, and the rights they lack on this server."""

    name: str
    who: Any
    lacks: frozenset[str]

    def lacks_in(self, place: Place) -> frozenset[str]:
        """In direct messages nobody has any."""
        return BOTH if place.channel.guild is None else self.lacks


class Fuzz:
    """One server on which everybody tries everything everywhere."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.args = self.undo = ""
        self.places: list[Place] = []
        self.people: list[Somebody] = []
        self._pressed: dict[int, Any] = {}

    async def prepare(self) -> None:
        """All features on, a reported vent, an act that could be undone; then the places and the people."""
        stage = self.stage
        assert stage.bot is not None
        guild = GuildId(stage.guild.id)

        def switch(unit: Unit) -> None:
            guilds.switch_on(unit, guild, self._features())
            plant_sync(unit, guild)

        await stage.bot.database.change(switch)
        await stage.discord.until(lambda: "mod circles" in stage.ben.commands(desk(stage)))
        for name in COMMANDS:
            stage.guild.choose_who(stage.app, name, {stage.guild.everyone: True})
        locked, _ = await stage.vent(stage.ada, "Another.", help="stories")
        asleep, _ = await stage.vent(stage.ben, "A third.", help="stories", name="open")
        card, _ = await stage.vent(member(stage, 5), "A fair complaint.")
        await report(stage, member(stage, 1), card)
        done = await act(stage, card, "Mute 7 days")
        self.args = f"{card.id}:rules"
        self.undo = next(b.custom_id for b in done.message.buttons if b.label == "Undo")
        await self._find_places(card, locked, asleep)
        await self._find_people()
        # what was put off for a moment, like the board, is done before anybody looks at rows
        await stage.later(timedelta(minutes=5))
        await stage.quiet()

    def _features(self) -> list[str]:
        assert self.stage.bot is not None
        return [one.name for one in self.stage.bot._features if one.switchable]

    async def _find_places(self, card: Any, locked: Any, asleep: Any) -> None:
        stage, guild = self.stage, self.stage.guild
        quiet = guild.channel("read-only", overwrites={guild.everyone: (0, 1 << 11)})
        guild.overwrite(quiet, guild.role_of(stage.app), allow=1 << 11)
        threads = {one.id: one for one in guild.threads}
        found = {
            "the room": stage.room, "a thread": threads[card.thread.id], "a locked thread": threads[locked.thread.id],
            "a thread asleep": threads[asleep.thread.id], "the moderators' place": desk(stage),
            "another channel": guild.general, "a read-only channel": quiet,
            "a direct message": stage.mia.person.dm(stage.app),
        }  # fmt: skip
        self.places = [Place(name, one, await self.source_in(one)) for name, one in found.items()]
        guild.close_thread(found["a locked thread"], locked=True)
        guild.close_thread(found["a thread asleep"], archived=True, locked=True)

    async def source_in(self, channel: Any) -> Any:
        """A message of the bot's own there."""
        assert self.stage.bot is not None
        sent = await self.stage.bot.client.get_partial_messageable(channel.id).send("-")
        return channel.messages[sent.id]

    async def _find_people(self) -> None:
        stage, guild = self.stage, self.stage.guild
        assert stage.bot is not None
        moderators = next(one for one in guild.state.roles.values() if one.name == "Moderators")
        rest, manage, named = guild.role("Rests", MODERATE), guild.role("Manages", MANAGE), guild.role("Helpers")
        timed_out, former, resting, manages, by_role = (member(stage, number) for number in range(10, 15))
        for one, role in ((former, moderators), (resting, rest), (manages, manage), (by_role, named)):
            guild.give(one.person, role)
        guild.take(former.person, moderators)
        await stage.bot.database.change(
            lambda unit: guilds.choose_moderator_roles(unit, GuildId(guild.id), [RoleId(named.id)])
        )
        for one in (timed_out, resting):
            guild.time_out(one.person, timedelta(hours=2))
        guild.overwrite(desk(stage), guild.everyone, allow=SEE)
        nothing, no_more = BOTH, frozenset({"manager"})
        self.people = [
            Somebody("a member", stage.ada, nothing), Somebody("a muted member", member(stage, 5), nothing),
            Somebody("a member in a time-out", timed_out, nothing), Somebody("a former moderator", former, nothing),
            Somebody("a moderator in a time-out", resting, frozenset({"moderator"})),
            Somebody("who manages the server only", manages, frozenset({"moderator"})),
            Somebody("a moderator by permission", stage.ben, no_more),
            Somebody("a moderator by role", by_role, no_more), Somebody("the owner", stage.mia, frozenset()),
        ]  # fmt: skip

    async def elsewhere(self) -> tuple[Somebody, Place]:
        """Who owns another server on which the bot is too, there."""
        stranger = self.stage.discord.person("Sten")
        home = self.stage.discord.guild("Elsewhere", owner=stranger)
        home.install(self.stage.app)
        await self.stage.discord.until(lambda: stranger.in_(home).commands(home.general))
        place = Place("another server", home.general, await self.source_in(home.general))
        return Somebody("the owner of another server", stranger.in_(home), frozenset()), place

    def all_of_it(self) -> list[Wanted]:
        """Every press, form and command for staff."""
        assert self.stage.bot is not None
        found: list[Wanted] = []
        for parts in self.stage.bot._parts.values():
            found += self._touches(parts.presses, COMPONENT)
            found += self._touches(parts.forms, FORM)
        return [*sorted(found, key=lambda one: (one.kind, one.name)), *self._commands()]

    def _touches(self, names: Iterable[str], kind: int) -> Iterable[Wanted]:
        for name in names:
            right = right_of(name)
            if right is None:
                continue
            custom_id = self.undo if name == "mod:undo" else f"{name}:{self.args}"
            data: dict[str, Any] = {"custom_id": custom_id}
            data |= {"component_type": 2} if kind == COMPONENT else {"components": [filled(one) for one in FIELDS]}
            yield Wanted(name, kind, right, data)

    def _commands(self) -> Iterable[Wanted]:
        known = self.stage.app.state.commands
        for command in [*known.get(None, ()), *known.get(self.stage.guild.id, ())]:
            right = COMMANDS.get(command.name)
            for option in command.body.get("options", ()) if right is not None else ():
                name = f"{command.name} {option['name']}"
                said = typed.Typed(self.stage.discord.world, None, 0)
                enclosing, options = typed.path(command.body, [option["name"]])
                said.options = typed.wrap(enclosing, typed.fill(said, options, OPTIONS.get(name, {})))
                data = {"id": str(command.id), "name": command.name, "type": command.kind} | said.data()
                assert right is not None
                yield Wanted(name, COMMAND, right, data, command)

    async def answer(self, who: Any, wanted: Wanted, place: Place) -> Any:
        """What somebody is answered who does that there, whatever their client would offer."""
        app, user = self.stage.discord.world.apps[self.stage.app.id], who.user
        source = None if wanted.kind == COMMAND else place.source
        # a form was opened by a press: any of theirs
        opened = self._pressed.get(user.id) if wanted.kind == FORM else None
        answer = await who._do(Deed(wanted.kind, app, user, place.channel, wanted.data, source, wanted.command, opened))
        if wanted.kind == COMPONENT:
            self._pressed[user.id] = answer.interaction
        if answer.updated is not None:
            # a press may turn its message into another screen
            place.source = await self.source_in(place.channel)
        return answer

    async def rows(self, *, of_nowhere: bool = True) -> dict[str, list[Any]]:
        """All that there is about this server; `of_nowhere` also what names no server."""
        assert self.stage.bot is not None
        tables = [
            table
            for table in METADATA.sorted_tables
            if table.name not in LEAVES_A_TRACE and (of_nowhere or "guild_id" in table.c)
        ]

        def read(look: Any) -> dict[str, list[Any]]:
            found: dict[str, list[Any]] = {}
            for table in tables:
                query = select(table)
                if "guild_id" in table.c:
                    query = query.where(table.c.guild_id == self.stage.guild.id)
                found[table.name] = sorted(map(tuple, look.execute(query).fetchall()), key=repr)
            return found

        return await self.stage.bot.database.read(read)


def filled(name: str) -> dict[str, Any]:
    """A field of a form, with something in it."""
    return {"type": 18, "id": 1, "component": {"type": 4, "id": 2, "custom_id": name, "value": "UTC"}}


def is_refused(answer: Any) -> bool:
    """Whether somebody was told in words that this is not theirs."""
    return answer.form is None and any(words in answer.text for words in SAID)


def is_answered(answer: Any) -> bool:
    """Whether somebody who may was answered with something, and with no defect."""
    is_there = bool(answer.text or answer.form or answer.updated)
    return answer.failed is None and is_there and "Something broke" not in answer.text


def differing(before: dict[str, list[Any]], after: dict[str, list[Any]]) -> dict[str, Any]:
    """The tables that are not as they were, with the rows that came or went."""
    return {name: set(rows) ^ set(after[name]) for name, rows in before.items() if rows != after[name]}


def turned(places: Sequence[Place], turn: int, *, each: bool) -> Sequence[Place]:
    """All places, or the one whose turn it is."""
    return places if each else [places[turn % len(places)]]
