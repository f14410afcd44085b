"""Duties of every feature: its presses are answered, its words exist and fit, its commands are what Discord takes."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

from bot.app import discover
from bot.text.catalogue import Catalogue
from bot.ui.filter import Filter
from sandbox.official import rules
from tests.stage import Stage

ROOT = Path(__file__).parents[2]
CODE = sorted([*ROOT.glob("bot/**/*.py"), *ROOT.glob("cogs/**/*.py")])
TEXTS = sorted([*ROOT.glob("bot/text/*.ftl"), *ROOT.glob("cogs/*/text/*.ftl")])
CUSTOM_ID = re.compile(r"[a-z]+:[a-z0-9]+")
SAYS = {"words", "server_words", "Refusal", "Note", "find"}
"""Calls whose first argument is the id of a text."""
LIMITS = {
    ("Button", "label"): 80, ("_button", 0): 80, ("button", 0): 80, ("_primary", 0): 80, ("Label", "text"): 45,
    ("Label", "description"): 100,
    ("Modal", "title"): 45, ("TextInput", "placeholder"): 100, ("Select", "placeholder"): 150,
    ("ChannelSelect", "placeholder"): 150, ("UserSelect", "placeholder"): 150, ("RoleSelect", "placeholder"): 150,
    ("add_option", "label"): 100, ("add_option", "description"): 100, ("Checkbox", "label"): 100,
    ("_line", 0): 100, ("short", 2): 100, ("create_thread", "name"): 100, ("create_text_channel", "topic"): 1024,
}  # fmt: skip
"""Where a text stands and how long it may be there (documentation, component reference)."""
OTHER_FORMS = {
    "vent:write", "checkin:begin", "setup:words", "setup:wordsdrop", "setup:line", "setup:cheers",
    "circle:join", "relay:hours", "mod:duty", "setup:hours", "setup:file",
}  # fmt: skip
"""Forms not kept by `bot.ui.filter`: with drafts of their own, or (the second row) without sentences."""
SENTENCES = ("-head", "-said")
"""How ids of whole messages end, where a label's id begins alike."""


# --- presses and forms ---


async def test_every_press_and_form_belongs_to_one_feature(stage: Stage) -> None:
    assert stage.bot is not None
    parts = stage.bot._parts
    presses = Counter(name for one in parts.values() for name in one.presses)
    forms = Counter(name for one in parts.values() for name in one.forms)
    jobs = Counter(str(kind) for one in parts.values() for kind in (*one.jobs, *one.row_jobs))

    assert [name for names in (presses, forms, jobs) for name, times in names.items() if times > 1] == []
    assert [name for name in (*presses, *forms) if not CUSTOM_ID.fullmatch(name)] == []
    ways = {name: way for one in parts.values() for name, way in one.forms.items()}
    kept = {name for name, way in ways.items() if isinstance(passes(way.handler), Filter)}
    assert set(forms) - kept == OTHER_FORMS, "a form's words pass the filter, or it is said here who keeps them"
    assert {f"{name.partition(':')[0]}:draft" for name in kept} <= set(presses), "*Change it* leads somewhere"


async def test_every_custom_id_in_the_code_leads_somewhere(stage: Stage) -> None:
    assert stage.bot is not None
    parts = stage.bot._parts.values()
    routed = {name for one in parts for name in (*one.presses, *one.forms)}
    known = {name.partition(":")[0] for name in routed}
    said = {(file.name, text) for file in CODE for _, text in strings(file) if is_custom_id(text)}
    made = {one for one in said if one[1].partition(":")[0] in known}

    assert {text for _, text in made} & routed, "the scan found nothing"
    assert sorted(one for one in made if not leads_somewhere(one[1], routed)) == []


def passes(handler: Any) -> object:
    """Whose the way of a form is."""
    return getattr(getattr(handler, "func", None), "__self__", None)


def is_custom_id(text: str) -> bool:
    """Purposes of refs are spelled alike (`limit:vent`), but begin with no feature's word."""
    match = CUSTOM_ID.match(text)
    return match is not None and (text == match.group() or text[match.end()] in ":\0")


def leads_somewhere(text: str, routed: set[str]) -> bool:
    feature, verb = text.split(":")[:2]
    # what follows the verb without a colon is part of it ("mod:mute7") or nothing at all
    return any(fits(name, f"{feature}:{verb}") or name == f"{feature}:{verb.rstrip(chr(0))}" for name in routed)


async def test_the_commands_are_what_discord_takes(stage: Stage) -> None:
    sent = [one for one in stage.discord.requests if one.method == "PUT" and one.route.endswith("/commands")]

    assert len(sent) >= 2, "everywhere, and on this server"
    assert [
        error
        for one in sent
        if (error := rules.commands(one.body, "guild" if "guilds" in one.route else "global")) is not None
    ] == []
    assert [one.status for one in sent if one.status != 200] == []


# --- texts ---


@cache
def parsed(file: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))


def shape(node: ast.AST) -> str | None:
    """A string as the code has it; what is filled in later is a zero."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(shape(part) or "\0" for part in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = shape(node.left), shape(node.right)
        return (left or "\0") + (right or "\0") if left or right else None
    return None


def strings(file: Path) -> Iterator[tuple[ast.AST, str]]:
    parts = {id(part) for node in parsed(file) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in parsed(file):
        text = shape(node) if id(node) not in parts else None
        if text is not None:
            yield node, text


@cache
def messages(locale: str) -> dict[str, set[str]]:
    """The texts of a language with their attributes; Fluent terms and comments are none."""
    found: dict[str, set[str]] = {}
    for file in TEXTS:
        if file.stem == locale:
            for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
                if isinstance(entry, Message):
                    assert entry.id.name not in found, f"{entry.id.name} is there twice"
                    found[entry.id.name] = {one.id.name for one in entry.attributes}
    return found


def fits(text: str, pattern: str) -> bool:
    return re.fullmatch("[^.]+".join(re.escape(part) for part in pattern.split("\0")), text) is not None


def asked_for() -> Iterator[tuple[str, str]]:
    """(where, text id) of every call that says something."""
    for file in CODE:
        for node in parsed(file):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            for given in choices_of(node.args[0]) if called in SAYS else ():
                if re.fullmatch(r"[a-z][a-z0-9.\0-]*", given) and given.strip("\0"):
                    yield f"{file.relative_to(ROOT)}:{node.lineno}", given


def choices_of(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from choices_of(node.body)
        yield from choices_of(node.orelse)
    elif (text := shape(node)) is not None:
        yield text


def everything() -> set[str]:
    texts = messages("en-US")
    return {*texts, *(f"{name}.{attribute}" for name, attributes in texts.items() for attribute in attributes)}


def test_every_text_that_is_asked_for_is_there() -> None:
    there = everything()
    asked = list(asked_for())

    assert len(asked) > 40, "the scan found nothing"
    assert [f"{where}: {name}" for where, name in asked if not any(fits(one, name) for one in there)] == []


async def test_every_text_is_asked_for(stage: Stage) -> None:
    assert stage.bot is not None
    described = {str(name) for tree in [stage.bot.client.tree] for name in commands_of(tree)}
    said = {text.partition(".")[0] for file in CODE for _, text in strings(file)} | described
    patterns = [one for one in said if "\0" in one and "-" in one and re.fullmatch(r"[a-z0-9\0-]+", one)]

    unused = [name for name in messages("en-US") if name not in said and not any(fits(name, one) for one in patterns)]

    assert unused == []


def commands_of(tree: Any) -> Iterator[str]:
    for command in tree.walk_commands():
        yield "cmd-" + command.qualified_name.replace(" ", "-")
    yield from {"cmd-" + command.qualified_name.split(" ")[0] for command in tree.walk_commands()}


def test_every_language_has_the_same_variables_and_no_stray_text() -> None:
    first = messages("en-US")

    for locale in sorted({file.stem for file in TEXTS} - {"en-US"}):
        strays = [name for name in messages(locale) if name not in first]
        assert strays == [], locale


def test_every_label_fits_where_it_stands() -> None:
    catalogue = Catalogue([feature.texts for feature in discover()])
    there, checked = everything(), 0
    too_long: list[str] = []
    for where, name, most in placed():
        # "how-\0" fits the answer how-better-said as well, which is no label
        for text_id in [one for one in there if fits(one, name) and not ("\0" in name and one.endswith(SENTENCES))]:
            for locale in catalogue.locales:
                checked += 1
                text = at_its_longest(catalogue, locale, text_id)
                if len(text) > most:
                    too_long.append(f"{where}: {text_id} in {locale} has {len(text)} characters, {most} fit")

    assert checked > 30, "the scan found nothing"
    assert too_long == []


def placed() -> Iterator[tuple[str, str, int]]:
    """(where, text id, how long it may be) of every text that stands in a component."""
    for file in CODE:
        for node in parsed(file):
            if not isinstance(node, ast.Call):
                continue
            called = callee(node.func)
            given: list[tuple[str | int, ast.AST]] = [
                *enumerate(node.args),
                *((one.arg or "", one.value) for one in node.keywords),
            ]
            for place, value in given:
                most = LIMITS.get((called, place))  # type: ignore[arg-type]
                for said in [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]:
                    if most and isinstance(said, ast.Call) and said.args and callee(said.func) in SAYS:
                        for text_id in choices_of(said.args[0]):
                            yield f"{file.relative_to(ROOT)}:{said.lineno}", text_id, most


def callee(node: ast.AST) -> str:
    if isinstance(node, ast.Subscript):
        return callee(node.value)
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def at_its_longest(catalogue: Catalogue, locale: str, text_id: str) -> str:
    words = catalogue.words(locale)
    names = set(re.findall(r"\$([a-zA-Z]+)", "".join(file.read_text(encoding="utf-8") for file in TEXTS)))
    return words.find(text_id, **dict.fromkeys(names, 100_000)) or ""


@pytest.mark.parametrize(
    ("text", "pattern", "does"),
    [
        ("vent-gone", "vent-gone", True),
        ("vent-cheer-0", "vent-cheer-\0", True),
        ("vent-cheer-", "vent-cheer-\0", False),
        ("line-gone", "vent-\0", False),
    ],
)
def test_the_scanner_knows_what_a_pattern_means(text: str, pattern: str, does: bool) -> None:
    assert fits(text, pattern) == does
