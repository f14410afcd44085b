"""Pages that are written from the code: what an operator can set, and what is kept for how long."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from bot.data import retention
from bot.data.retention import Retention
from bot.data.schema import person_of
from bot.feature import Feature
from config.settings import Settings, variable

_DEFAULTS = Path(__file__).parents[2] / "config" / "default.toml"
_SETTINGS_HEAD = """# Settings

Written by `python -m bot settings --write` from `config/settings.py` and `config/default.toml`; `make check` sees that
it is true.

Each is an environment variable, or a line `NAME=value` in a file named `.env` in the directory the bot is started in;
the environment holds first. `wingbeat check` shows what is in force. A name that starts with `WINGBEAT_` and means
nothing, or a value that does not fit, keeps the bot from starting, with a line that says why.

| variable | what for | what fits | left out |
|---|---|---|---|"""
_KEPT_HEAD = """# What is kept, and for how long

Written by `python -m bot kept --write` from what the features declare (`Feature.retention`, `bot/data/retention.py`);
`make check` sees that it is true, and a test lets a year pass to see that the rows do go.

How somebody is known in a table: **id** their Discord number, in clear; **ref** a stand-in made with the key file,
from which nobody without that file gets back to the person; **sealed** words that only the key file opens; **number** a
random one that another table resolves; **facts** work that is about to be done and speaks of somebody.
[PRIVACY.md](../PRIVACY.md) says the same for people.

| part | table | knows people by | kept |
|---|---|---|---|"""
_KNOWN_BY = {"box": "sealed"}


def settings_page() -> str:
    """Every setting, its meaning and its default, as Markdown."""
    given = tomllib.loads(_DEFAULTS.read_text(encoding="utf-8"))
    rows = [f"| {' | '.join(cells)} |" for cells in _settings(Settings, given, ())]
    return "\n".join([_SETTINGS_HEAD, *rows]) + "\n"


def _settings(part: type[BaseModel], given: dict[str, Any], above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for name, field in part.model_fields.items():
        path = (*above, name)
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from _settings(inner, given.get(name, {}), path)
        else:
            yield f"`{variable(path)}`", field.title or "", field.description or "", _default(given.get(name))


def _default(value: object) -> str:
    return f"`{value}`" if value not in (None, "") else "not set"


def kept_page(features: Sequence[Feature]) -> str:
    """Every table that says who somebody is, and how long its rows stay, as Markdown."""
    rows = [*_kept("the house", retention.SHARED)]
    for feature in sorted(features, key=lambda one: one.name):
        rows += _kept(feature.name, feature.retention)
    return "\n".join([_KEPT_HEAD, *rows]) + "\n"


def _kept(part: str, lines: Iterable[Retention]) -> Iterator[str]:
    for line in lines:
        for table in line.tables:
            marks = sorted({mark for column in table.c if (mark := person_of(column)) is not None})
            known = ", ".join(_KNOWN_BY.get(mark, mark) for mark in marks) or "nobody"
            yield f"| {part} | `{table.name}` | {known} | {line.kept} |"
