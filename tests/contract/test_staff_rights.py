"""Whoever may not is refused in words at every press, form and command for staff, wherever, and nothing is done."""

import ast
import inspect
import textwrap
from collections.abc import AsyncIterator, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from tests.cogs.moderation.desk import moderated
from tests.contract.crowd import NoLimits
from tests.contract.staff import (
    EVERYBODY,
    MODERATORS,
    Fuzz,
    Place,
    Somebody,
    Wanted,
    differing,
    is_answered,
    is_refused,
    right_of,
    turned,
)
from tests.stage import Stage

ASKS = {"moderator_of", "seems_moderator", "may_moderate", "manager_of"}
EACH = [
    pytest.param(False, id="each place and each person once"),
    pytest.param(True, id="everybody everywhere", marks=pytest.mark.thorough),
]


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


# --- what happens -----------------------------------------------------------------------------------------------------


async def test_every_press_that_asks_for_a_right_is_declared(stage: Stage) -> None:
    undeclared = {name for name, way in ways(stage) if asks(way.handler) and right_of(name) is None}
    known = {name for name, _ in ways(stage)}

    assert undeclared - set(EVERYBODY) == set(), "say in staff.py whose it is"
    assert (MODERATORS | set(EVERYBODY)) - known == set(), "these are no more"
    assert len([name for name in known if right_of(name)]) > 60


@pytest.mark.parametrize("each", EACH)
async def test_nobody_anywhere_does_what_is_not_theirs_and_whoever_may_is_answered(stage: Stage, each: bool) -> None:
    fuzz = Fuzz(stage)
    await fuzz.prepare()
    before, wanted = await fuzz.rows(), fuzz.all_of_it()

    tried, holes = await everybody(fuzz, wanted, each=each)

    await stage.quiet()
    assert holes == []
    assert differing(before, await fuzz.rows()) == {}
    assert tried > (4_000 if each else 500)
    assert await whoever_may(fuzz, wanted, each=each) == []


async def test_whoever_owns_another_server_does_nothing_here(stage: Stage) -> None:
    fuzz = Fuzz(stage)
    await fuzz.prepare()
    stranger, place = await fuzz.elsewhere()
    await stage.quiet()
    before, unanswered = await fuzz.rows(of_nowhere=False), list[str]()

    for wanted in fuzz.all_of_it():
        if wanted.command is None:
            answer = await fuzz.answer(stranger.who, wanted, place)
            unanswered += [] if is_answered(answer) else [told(stranger, wanted, place, answer)]

    await stage.quiet()
    assert unanswered == []
    assert differing(before, await fuzz.rows(of_nowhere=False)) == {}


async def everybody(fuzz: Fuzz, every: list[Wanted], *, each: bool) -> tuple[int, list[str]]:
    """(how often somebody tried what is not theirs, what they were not refused)"""
    tried, holes = 0, list[str]()
    for turn, wanted in enumerate(every):
        for step, one in enumerate(fuzz.people):
            for place in turned(fuzz.places, turn + step, each=each):
                if wanted.right in one.lacks_in(place):
                    answer, tried = await fuzz.answer(one.who, wanted, place), tried + 1
                    holes += [] if is_refused(answer) else [told(one, wanted, place, answer)]
    return tried, holes


async def whoever_may(fuzz: Fuzz, every: list[Wanted], *, each: bool) -> list[str]:
    """What somebody who may was not answered."""
    unanswered = list[str]()
    for turn, wanted in enumerate(every):
        may = [one for one in fuzz.people if wanted.right not in one.lacks]
        for step, one in enumerate(may if each else [may[turn % len(may)]]):
            for place in turned(fuzz.places[:-1], turn + step, each=each):
                answer = await fuzz.answer(one.who, wanted, place)
                unanswered += [] if is_answered(answer) else [told(one, wanted, place, answer)]
    return unanswered


def told(one: Somebody, wanted: Wanted, place: Place, answer: Any) -> str:
    return f"{one.name} · {wanted.name} · {place.name}: {answer.text or answer}"
