"""Hostile values at every press, form and command there is, found in what the bot registers: a new one is tried too."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.data import guilds
from bot.data.scopes import plant_sync
from bot.data.unit import Unit
from bot.domain.errors import Refusal
from bot.domain.ids import GuildId
from bot.screening.escape import SAID_BACK_MOST, said_back
from bot.ui.args import Args
from sandbox.deeds.interactions import COMMAND, COMPONENT, FORM, Deed
from sandbox.people import typed
from tests.cogs.moderation.desk import moderated
from tests.contract.crowd import NoLimits
from tests.knocks.test_fuzz import HOSTILE
from tests.stage import Stage

ARGS = (
    "", "-1", "0", "9" * 30, "9223372036854775808", "18446744073709551616", "١٢٣", "²", "1e9", "0x10", "1_0", " 7 ",
    "NaN", "None", "\0", "\ud800", "\u202e", "'; DROP TABLE vent; --", "{ $name }", "%s", "../..", "::", "a" * 60,
    "🫂", "-", "+1",
)  # fmt: skip
FIELD = re.compile(r'(?:\.one\(|fields\.get\(|fields\[|fields, )\(?"(\w+)"')
NAMES = sorted({name for file in Path("cogs").rglob("*.py") for name in FIELD.findall(file.read_text("utf-8"))})
"""The fields that any feature reads from a form."""
SHORT, WHOLE = 2, len(ARGS)
EACH = [SHORT, pytest.param(WHOLE, marks=pytest.mark.thorough)]
"""Hostile values at each way in: others at each, so that all of them are tried often."""


@pytest.fixture
async def stage(tmp_path: Path) -> Any:
    """All features are on; Ben moderates."""
    async with moderated(tmp_path) as ready:
        ready.discord.rest.limits = NoLimits()  # type: ignore[assignment]
        bot, guild = ready.bot, GuildId(ready.guild.id)
        assert bot is not None

        def switch(unit: Unit) -> None:
            guilds.switch_on(unit, guild, [one.name for one in bot._features if one.switchable])
            plant_sync(unit, guild)

        await bot.database.change(switch)
        await ready.discord.until(lambda: "mod circles" in ready.mia.commands(ready.room))
        yield ready


class Hostile:
    """Somebody with all rights and a client that sends anything."""

    def __init__(self, stage: Stage, many: int) -> None:
        self.stage, self.many, self.turn = stage, many, 0
        self.broken: list[str] = []
        self.tried = 0
        self.pressed: dict[int, Any] = {}

    def ids(self, name: str) -> Iterator[tuple[str, str]]:
        """(custom id, value) for the next few values, in a circle."""
        for _ in range(self.many):
            self.turn += 1
            value = ARGS[self.turn % len(ARGS)]
            args = (value, f"1:{value}", f"{value}:{value}", f"1:2:{value}")[self.turn % 4]
            yield f"{name}:{args}"[:100], value

    async def send(self, kind: int, data: dict[str, Any], source: Any = None, command: Any = None) -> Any:
        stage = self.stage
        app, who = stage.discord.world.apps[stage.app.id], (stage.mia, stage.ada)[self.tried % 2]
        # a form was opened by a press: any of theirs
        opened = self.pressed.get(who.user.id) if kind == FORM else None
        answer = await who._do(Deed(kind, app, who.user, stage.room, data, source, command, opened))
        self.tried += 1
        if kind == COMPONENT:
            self.pressed[who.user.id] = answer.interaction
        if answer.failed is not None or "Something broke" in answer.text:
            self.broken.append(f"{data} {answer.failed} {answer.text[:80]}")
        return answer


def ways(stage: Stage, what: str) -> list[str]:
    assert stage.bot is not None
    return [name for parts in stage.bot.parts.values() for name in getattr(parts, what)]


async def a_message(stage: Stage) -> Any:
    assert stage.bot is not None
    sent = await stage.bot.client.get_partial_messageable(stage.room.id).send("-")
    return stage.room.messages[sent.id]


@pytest.mark.parametrize("many", EACH)
async def test_any_argument_of_any_button_is_answered_in_words(
    stage: Stage, many: int, caplog: pytest.LogCaptureFixture
) -> None:
    hostile, source = Hostile(stage, many), await a_message(stage)
    for name in ways(stage, "presses"):
        for custom_id, value in hostile.ids(name):
            data = {"custom_id": custom_id, "component_type": 3, "values": [value]}
            answer = await hostile.send(COMPONENT, data, source)
            if answer.updated is not None:
                source = await a_message(stage)

    assert hostile.broken == []
    assert hostile.tried >= 300
    assert defects(caplog) == []


@pytest.mark.parametrize("many", EACH)
async def test_any_values_in_any_form_are_answered_in_words(
    stage: Stage, many: int, caplog: pytest.LogCaptureFixture
) -> None:
    hostile, source = Hostile(stage, many), await a_message(stage)
    for _ in range(2):
        await hostile.send(COMPONENT, {"custom_id": "setup:new", "component_type": 2}, source)
    for name in ways(stage, "forms"):
        for custom_id, value in hostile.ids(name):
            parts = chosen(value) if hostile.tried % 3 else filled(HOSTILE[hostile.tried % len(HOSTILE)])
            await hostile.send(FORM, {"custom_id": custom_id, "components": parts})

    assert hostile.broken == []
    assert len(NAMES) > 20
    assert defects(caplog) == []


def filled(text: str) -> list[dict[str, Any]]:
    return [{"type": 18, "id": 1, "component": {"type": 4, "id": 2, "custom_id": one, "value": text}} for one in NAMES]


def chosen(value: str) -> list[dict[str, Any]]:
    """Choices that no form offers."""
    choice: dict[str, Any] = {"type": 3, "id": 2, "values": [value]}
    return [{"type": 18, "id": 1, "component": choice | {"custom_id": one}} for one in NAMES]


async def test_any_values_in_any_command_are_answered_in_words(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    hostile, known = Hostile(stage, 1), stage.app.state.commands
    for command in [*known.get(None, ()), *known.get(stage.guild.id, ())]:
        for words in leaves(command.body) if command.kind == 1 else ():
            for text in ("\0", HOSTILE[hostile.tried % len(HOSTILE)], ARGS[hostile.tried % len(ARGS)]):
                said = typed.Typed(stage.discord.world, stage.guild.state, stage.mia.id)
                enclosing, options = typed.path(command.body, words)
                values = [{"name": one["name"], "type": one["type"], "value": hostile_value(said, stage, one, text)}
                          for one in options]  # fmt: skip
                said.options = typed.wrap(enclosing, values)
                data = {"id": str(command.id), "name": command.name, "type": command.kind} | said.data()
                await hostile.send(COMMAND, data, None, command)

    assert hostile.broken == []
    assert hostile.tried > 100
    assert defects(caplog) == []


def leaves(body: dict[str, Any]) -> Iterator[list[str]]:
    """The words after a command's name that lead to something one can run."""
    inner = [one for one in body.get("options", ()) if one["type"] in (typed.SUBCOMMAND, typed.GROUP)]
    if not inner:
        yield []
    for one in inner:
        yield from ([one["name"], *rest] for rest in leaves(one))


def hostile_value(said: typed.Typed, stage: Stage, option: dict[str, Any], text: str) -> Any:
    """What a client could send: within the type that Discord itself checks, and no further."""
    kind = option["type"]
    if option.get("choices"):
        return option["choices"][0]["value"]
    if kind == typed.STRING:
        return text[: option.get("max_length", typed.TEXT_MOST)].ljust(option.get("min_length", 0), ".")
    if kind == typed.BOOLEAN:
        return True
    if kind == typed.CHANNEL:
        return said.name_channel(stage.room)
    if kind == typed.ROLE:
        return said.name_role(stage.guild.everyone)
    if kind in (typed.USER, typed.MENTIONABLE):
        return said.name_user(stage.app.id)
    return option.get("max_value", 2**53)


@pytest.mark.parametrize("value", ARGS)
def test_what_is_no_number_of_ours_is_refused_and_never_a_defect(value: str) -> None:
    given = Args.of([value])
    if value == "0":
        assert int(given[0]) == 0
        return
    with pytest.raises(Refusal):
        int(given[0])
    with pytest.raises(Refusal):
        given[1]


def test_what_somebody_typed_fits_into_the_sentence_that_gives_it_back() -> None:
    for text in HOSTILE:
        assert len(said_back(text * 9)) <= 2 * SAID_BACK_MOST


def defects(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [one for one in caplog.messages if one.startswith("defect")]
