"""Every language says all that English says, with the same variables, and fits where Discord puts it.

Labels, placeholders and buttons are measured in every language by test_duties.py, where they stand in the code.
"""

import re
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import BaseNode, Message, Pattern, SelectExpression, VariableReference
from fluent.syntax.visitor import Visitor

from bot.app import discover
from bot.text.catalogue import Catalogue, Language
from bot.text.reading import shown
from tests.contract.test_duties import at_its_longest
from tests.stage import Stage

ROOT = Path(__file__).parents[2]
ENGLISH = sorted([*ROOT.glob("bot/text/en-US.ftl"), *ROOT.glob("cogs/*/text/en-US.ftl")])
OTHERS = ("de",)
ONES = {"de": {"one", "other"}}
"""Plural categories of whole numbers (CLDR)."""


class Named(Visitor):
    """Which variables a pattern names, and by what it chooses."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.choices: list[tuple[str, frozenset[str]]] = []

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: SelectExpression) -> None:  # noqa: N802
        keys = frozenset(str(getattr(one.key, "name", getattr(one.key, "value", ""))) for one in node.variants)
        selector = node.selector
        self.choices.append((selector.id.name if isinstance(selector, VariableReference) else "", keys))
        self.generic_visit(node)


@cache
def sentences(file: Path) -> dict[str, Pattern]:
    """Every value and attribute of a file by its id ("form-vent-text.description")."""
    parsed = FluentParser().parse(file.read_text(encoding="utf-8"))
    messages = [one for one in parsed.body if isinstance(one, Message)]
    values = {one.id.name: one.value for one in messages if one.value is not None}
    attributes = chain.from_iterable(
        ((f"{one.id.name}.{attribute.id.name}", attribute.value) for attribute in one.attributes) for one in messages
    )
    return values | dict(attributes)


def named(pattern: BaseNode) -> Named:
    found = Named()
    found.visit(pattern)
    return found


PAIRS = [(file, locale) for file in ENGLISH for locale in OTHERS]


@pytest.mark.parametrize(("file", "locale"), PAIRS, ids=lambda one: getattr(one, "parts", (one,) * 3)[-3])
def test_nothing_is_missing_and_nothing_is_left_over(file: Path, locale: str) -> None:
    there = file.with_name(f"{locale}.ftl")

    assert there.exists(), f"{there.relative_to(ROOT)} is missing"
    assert sorted(sentences(file).keys() ^ sentences(there).keys()) == []


@pytest.mark.parametrize(("file", "locale"), PAIRS, ids=lambda one: getattr(one, "parts", (one,) * 3)[-3])
def test_the_same_variables_and_the_same_words_are_asked_for(file: Path, locale: str) -> None:
    english, other = sentences(file), sentences(file.with_name(f"{locale}.ftl"))
    both = sorted(english.keys() & other.keys())

    assert [one for one in both if named(english[one]).names != named(other[one]).names] == []
    # words that the code chooses by, such as a reason; numbers are each language's own affair
    assert [one for one in both if chosen(english[one]) != chosen(other[one])] == []


@pytest.mark.parametrize(("file", "locale"), PAIRS, ids=lambda one: getattr(one, "parts", (one,) * 3)[-3])
def test_a_number_has_every_plural_form_that_the_language_has(file: Path, locale: str) -> None:
    for text_id, pattern in sentences(file.with_name(f"{locale}.ftl")).items():
        for _, keys in named(pattern).choices:
            if "one" in keys:
                assert ONES[locale] <= keys, text_id


FILE = """
# a comment = no sentence
outer = Dear { inner }, { $many ->
    [one] one
*[other] { $many } { -bird }s
}.
    .short = { inner }
inner =
    a friend of { mine.name }
-bird = wing
mine =
    .name = mine
broken
"""


def test_what_stands_within_a_sentence_is_read_with_it_and_the_first_file_counts() -> None:
    language = Language("en-US")
    language.add(FILE)
    language.add("inner = nobody")

    assert language.find("outer", {"many": 2}) == "Dear a friend of mine, 2 wings."
    assert language.find("outer.short", {}) == "a friend of mine"
    assert language.find("inner", {}) == "a friend of mine"
    assert [language.find(one, {}) for one in ("broken", "# a comment", "mine", "bird", "")] == [None] * 5


LOUD = re.compile(r"!|\b(invalid|failed|you must|ungültig|fehlgeschlagen)\b", re.IGNORECASE)
"""What is said to nobody here: it speaks to people who were rejected this morning."""


@pytest.mark.parametrize("locale", ["en-US", *OTHERS])
def test_nothing_shouts_or_blames(locale: str) -> None:
    said = {one: shown(text) for file in ENGLISH for one, text in sentences(file.with_name(f"{locale}.ftl")).items()}

    assert [one for one, text in said.items() if LOUD.search(text)] == []


MENU = 32
"""Characters of a menu's name (documentation, application command structure)."""
DESCRIBED = 100
"""Characters of what describes a command or an option, and of what stands below or in a field of a form."""


@pytest.mark.parametrize("locale", ["en-US", *OTHERS])
def test_what_has_its_place_by_its_name_fits_there(locale: str) -> None:
    catalogue = Catalogue([feature.texts for feature in discover()])
    texts = [text_id for file in ENGLISH for text_id in sentences(file)]
    limits = {text_id: most for text_id in texts if (most := place_of(text_id))}

    assert len(limits) > 80, "the scan found nothing"
    assert [one for one, most in limits.items() if not 1 <= len(at_its_longest(catalogue, locale, one)) <= most] == []


def place_of(text_id: str) -> int:
    if text_id.startswith("menu-"):
        return MENU
    described = text_id.startswith("cmd-") or text_id.endswith((".description", ".placeholder", ".small"))
    return DESCRIBED if described else 0


async def test_somebody_german_is_offered_commands_and_menus_in_german(stage: Stage) -> None:
    sent = {
        one["name"]: one
        for request in stage.discord.requests
        if request.method == "PUT" and request.route.endswith("/commands")
        for one in request.body
    }

    assert sent["vent"]["description_localizations"]["de"].startswith("Etwas loswerden")
    assert "name_localizations" not in sent["vent"], "commands keep their names"
    assert sent["Report"]["name_localizations"]["de"] == "Melden"


def chosen(pattern: BaseNode) -> set[tuple[str, frozenset[str]]]:
    plural = {"zero", "one", "two", "few", "many", "other"}
    return {
        (name, keys)
        for name, keys in named(pattern).choices
        if not keys <= plural and not any(key.isdigit() for key in keys)
    }
