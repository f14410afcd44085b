"""Whoever may not is refused in words at every press and command for staff, wherever they are, and nothing is done."""

import ast
import inspect
import textwrap
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from discord import ui
from sqlalchemy import select

from bot.data.schema import METADATA
from sandbox import Member
from tests.cogs.moderation.desk import MODERATE, act, member, moderated, report
from tests.contract.crowd import NoLimits
from tests.stage import Stage

STAFF_FEATURES = {"setup": "manager", "doctor": "manager", "mod": "moderator", "health": "moderator"}
"""Every press of these is for staff, unless it stands in EVERYBODY."""
EVERYBODY = {
    "setup:new": "a newcomer's question",
    "mod:report": "anybody reports",
    "mod:operator": "anybody writes to whoever runs the bot",
    "mod:offduty": "ends what is one's own",
    "vent:more": "shows more to moderators",
    "vent:said": "shows more to moderators",
}
MODERATORS = {
    "care:answer", "care:shut", "circle:overview", "circle:offer", "circle:reopen", "vent:look", "vent:reason",
    "vent:pass", "vent:unpass", "vent:decline", "vent:declineall", "vent:undecline", "vent:gate", "vent:gateis",
}  # fmt: skip
"""Presses for moderators in the features of everybody."""
ASKS = {"moderator_of", "seems_moderator", "may_moderate", "manager_of"}
MANAGE = 1 << 5
SAID = ("for the people who moderate here", "for people who may manage the server", "works in a server, not in direct")
LEAVES_A_TRACE = {"visit", "seen_press", "job", "command_scope"}
"""That somebody pressed is remembered by key, for a while; work comes and goes by itself."""
OPTIONS: dict[str, dict[str, Any]] = {"mod brake": {"minutes": 5}}


def right_of(name: str) -> str | None:
    """Who may press it: "moderator", "manager"; None for everybody."""
    if name in EVERYBODY:
        return None
    return "moderator" if name in MODERATORS else STAFF_FEATURES.get(name.partition(":")[0])


# --- what is declared -------------------------------------------------------------------------------------------------


@cache
def asking(cls: type) -> frozenset[str]:
    """The methods of a class that ask who somebody is, themselves or through another method of it."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(cls)))
    calls = {
        node.name: {called(one) for one in ast.walk(node) if isinstance(one, ast.Call)}
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    found = {name for name, made in calls.items() if made & ASKS}
    while more := {name for name, made in calls.items() if made & found} - found:
        found |= more
    return frozenset(found)


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def asks(handler: Any) -> bool:
    """Whether a handler asks for a right of staff."""
    while isinstance(handler, partial):
        handler = handler.func
    of = getattr(handler, "__self__", None)
    return of is not None and handler.__name__ in asking(type(of))


def presses(stage: Stage) -> list[str]:
    """Every staff press, by name."""
    assert stage.bot is not None
    return sorted(name for parts in stage.bot._parts.values() for name in parts.presses if right_of(name))


def ways(stage: Stage) -> Iterator[tuple[str, Any]]:
    assert stage.bot is not None
    for parts in stage.bot._parts.values():
        yield from parts.presses.items()
        yield from parts.forms.items()


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Ben moderates a server of forty with a moderators' channel."""
    async with moderated(tmp_path) as ready:
        ready.discord.rest.limits = NoLimits()  # type: ignore[assignment]
        yield ready


async def test_every_press_that_asks_for_a_right_is_declared(stage: Stage) -> None:
    undeclared = {name for name, way in ways(stage) if asks(way.handler) and right_of(name) is None}
    known = {name for name, _ in ways(stage)}

    assert undeclared - set(EVERYBODY) == set(), "say in this file whose it is"
    assert (MODERATORS | set(EVERYBODY)) - known == set(), "these are no more"
    assert len([name for name in known if right_of(name)]) > 60


# --- what happens -----------------------------------------------------------------------------------------------------


class Fuzz:
    """One server on which every staff button stands in every kind of channel."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.args = ""
        self.planted: dict[int, list[Any]] = {}

    async def prepare(self) -> None:
        """A reported vent, a muted author, an act that could be undone; then the buttons."""
        stage, guild = self.stage, self.stage.guild
        locked, _ = await stage.vent(stage.ada, "Another.", help="stories")
        card, _ = await stage.vent(member(stage, 5), "A fair complaint.")
        await report(stage, member(stage, 1), card)
        done = await act(stage, card, "Mute 7 days")
        undo = next(b.custom_id for b in done.message.buttons if b.label == "Undo")
        self.args, self.undo = f"{card.id}:rules", undo
        quiet = guild.channel("read-only", overwrites={guild.everyone: (0, 1 << 11)})
        guild.overwrite(quiet, guild.role_of(stage.app), allow=1 << 11)
        guild.close_thread(next(one for one in guild.threads if one.id == locked.thread.id), locked=True)
        self.places = [stage.room.id, quiet.id, card.thread.id, locked.thread.id]
        for place in self.places:
            self.planted[place] = await self.plant(place)

    async def plant(self, place: int) -> list[Any]:
        """Every staff press as a button of the bot's own, in messages of 25."""
        assert self.stage.bot is not None
        names = presses(self.stage)
        found = []
        for start in range(0, len(names), 25):
            face = ui.View(timeout=None)
            for name in names[start : start + 25]:
                custom_id = self.undo if name == "mod:undo" else f"{name}:{self.args}"
                face.add_item(ui.Button(label=name, custom_id=custom_id))
            face.stop()
            sent = await self.stage.bot.client.get_partial_messageable(place).send("-", view=face)
            found.append(self.stage.discord.world.channels[place].messages[sent.id])
        return found

    async def holes(self, who: Any, rights: set[str], places: list[int]) -> list[str]:
        """What somebody without these rights was not refused, each press in the next of the places."""
        found: list[str] = []
        names = [name for name in presses(self.stage) if right_of(name) in rights]
        for turn, name in enumerate(names):
            place = places[turn % len(places)]
            message = next(m for m in self.planted[place] if any(name == label for label in labels(m)))
            answer = await who.press(message, name)
            if answer.form is not None or not any(words in answer.text for words in SAID):
                found.append(f"{who.name} · {name} · {place}: {answer.text or answer}")
        return found

    async def rows(self) -> dict[str, list[Any]]:
        """All that there is about this server."""
        assert self.stage.bot is not None
        tables = [table for table in METADATA.sorted_tables if table.name not in LEAVES_A_TRACE]

        def read(look: Any) -> dict[str, list[Any]]:
            found: dict[str, list[Any]] = {}
            for table in tables:
                query = select(table)
                if "guild_id" in table.c:
                    query = query.where(table.c.guild_id == self.stage.guild.id)
                found[table.name] = sorted(map(tuple, look.execute(query).fetchall()), key=repr)
            return found

        return await self.stage.bot.database.read(read)


def differing(before: dict[str, list[Any]], after: dict[str, list[Any]]) -> dict[str, Any]:
    """The tables that are not as they were, with the rows that came or went."""
    return {name: set(rows) ^ set(after[name]) for name, rows in before.items() if rows != after[name]}


def labels(message: Any) -> list[str]:
    return [one.get("label", "") for row in message.components for one in row.get("components", ())]


BOTH = {"moderator", "manager"}


async def test_no_role_in_no_channel_can_press_what_is_not_theirs(stage: Stage) -> None:
    fuzz, guild = Fuzz(stage), stage.guild
    await fuzz.prepare()
    resting, manages = member(stage, 10), member(stage, 11)
    guild.give(resting.person, guild.role("Rests", MODERATE))
    guild.give(manages.person, guild.role("Manages", MANAGE))
    guild.time_out(resting.person, timedelta(hours=2))
    await stage.quiet()
    before = await fuzz.rows()

    holes = [
        *await fuzz.holes(stage.ada, BOTH, fuzz.places),
        *await fuzz.holes(member(stage, 5), BOTH, fuzz.places[1:] + fuzz.places[:1]),
        *await fuzz.holes(resting, {"moderator"}, fuzz.places[2:] + fuzz.places[:2]),
        *await fuzz.holes(stage.ben, {"manager"}, fuzz.places),
        *await fuzz.holes(manages, {"moderator"}, fuzz.places),
    ]

    await stage.quiet()
    assert holes == []
    assert differing(before, await fuzz.rows()) == {}


async def test_in_direct_messages_and_from_another_server_nothing_happens_here(stage: Stage) -> None:
    fuzz = Fuzz(stage)
    await fuzz.prepare()
    stranger = stage.discord.person("Sten")
    elsewhere = stage.discord.guild("Elsewhere", owner=stranger)
    elsewhere.install(stage.app)
    dm = stage.mia.person.dm(stage.app)
    for place in (dm.id, elsewhere.general.id):
        fuzz.planted[place] = await fuzz.plant(place)
    await stage.quiet()
    before = await fuzz.rows()

    holes = await fuzz.holes(stage.mia.person, {"moderator"}, [dm.id])
    for name in [name for name in presses(stage) if right_of(name) == "moderator"]:
        # at home they moderate: a press may give its message a new face
        if not any(name in labels(m) for m in fuzz.planted[elsewhere.general.id]):
            fuzz.planted[elsewhere.general.id] = await fuzz.plant(elsewhere.general.id)
        message = next(m for m in fuzz.planted[elsewhere.general.id] if name in labels(m))
        answer = await stranger.in_(elsewhere).press(message, name)
        assert answer.failed is None, name

    await stage.quiet()
    assert holes == []
    assert differing(before, await fuzz.rows()) == {}


async def test_no_staff_command_works_for_others_also_where_an_administrator_opened_it_to_everyone(
    stage: Stage,
) -> None:
    fuzz, guild = Fuzz(stage), stage.guild
    for name in ("mod", "setup"):
        guild.choose_who(stage.app, name, {guild.everyone: True})
    offered = [one for one in stage.ada.commands(stage.room) if one.startswith(("mod ", "setup "))]
    await stage.quiet()
    before = await fuzz.rows()

    answers = {
        (who.name, name): await who.run(name, channel=stage.room, **OPTIONS.get(name, {}))
        for who in (stage.ada, stage.ben)
        for name in offered
        if not (who is stage.ben and name.startswith("mod "))
    }

    assert len(offered) > 10
    assert {key: one.text for key, one in answers.items() if not any(words in one.text for words in SAID)} == {}
    await stage.quiet()
    assert await fuzz.rows() == before


async def test_a_form_opened_as_a_moderator_is_refused_once_one_is_none(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    forms: list[tuple[Member, Any, dict[str, Any]]] = []
    opened = await act(stage, card, "Reach out")
    forms.append((stage.ben, opened.form, {"text": "Hello."}))
    board = await stage.ben.run("mod board", channel=stage.room)
    duty = await stage.ben.press(board.message, "Ping me")
    forms.append((stage.ben, duty.form, {"zone": "UTC"}))
    stage.guild.take(stage.ben.person, next(r for r in stage.guild.state.roles.values() if r.name == "Moderators"))
    before = await Fuzz(stage).rows()

    for who, form, filled in forms:
        answer = await who.submit(form, **filled)
        assert SAID[0] in answer.text

    assert await Fuzz(stage).rows() == before
