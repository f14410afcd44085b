"""Each rule of `.importlinter` is broken on purpose in a small copy of the tree, and import-linter must notice."""

import configparser
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTRACTS = configparser.ConfigParser()
CONTRACTS.read(ROOT / ".importlinter", encoding="utf-8")
VERDICT = r"^(.+?) (KEPT|BROKEN)\b"
CONTRACT_PREFIX = "importlinter:contract:"
NAMES = {
    CONTRACTS[section]["name"]: section.removeprefix(CONTRACT_PREFIX)
    for section in CONTRACTS.sections()
    if section.startswith(CONTRACT_PREFIX)
}


def layers_of(contract: str) -> list[list[str]]:
    """The layers of a contract from top to bottom, each a list of siblings."""
    lines = CONTRACTS[CONTRACT_PREFIX + contract]["layers"].split("\n")
    return [re.findall(r"\w+", line) for line in lines if line.strip()]


BOT = layers_of("rooms-of-the-bot")
ROOMS = layers_of("rooms-of-a-feature")

# Ways in that are allowed, so that the clean tree proves something. Nobody imports `listening`'s inner rooms:
# a breach planted there breaks one rule, not also the rules about what can be reached through it.
ALLOWED = {
    "bot/client.py": "import discord\nimport config\n",
    "bot/cli.py": "import demo\nimport sandbox\n",
    "bot/data.py": "import sqlalchemy.ext.asyncio\nimport bot.domain\n",
    "bot/feature.py": "import sqlalchemy\nimport bot.text\n",
    "cogs/venting/cog.py": "import discord\nfrom bot import ui\nfrom cogs.venting import service, views\n",
    "cogs/venting/service.py": "from bot import data\nfrom cogs.venting import model, store\n",
    "cogs/venting/store.py": "from sqlalchemy import select\n",
    "cogs/venting/settings.py": "import pydantic\n",
    "demo/people.py": "import sandbox\n",
    "migrations/env.py": "import alembic\nimport sqlalchemy\nimport bot.data\n",
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small house that keeps every rule."""
    (tmp_path / ".importlinter").write_text((ROOT / ".importlinter").read_text(encoding="utf-8"), encoding="utf-8")
    rooms = ["bot/__init__", "cogs/__init__", "config/__init__", "demo/__init__", "migrations/__init__"]
    rooms += ["sandbox/__init__", "sandbox/gateway"]
    rooms += [f"bot/{room}" for layer in BOT for room in layer]
    for feature in ("venting", "listening"):
        rooms.append(f"cogs/{feature}/__init__")
        rooms += [f"cogs/{feature}/{room}" for layer in ROOMS for room in layer]
    for room in rooms:
        plant(tmp_path, f"{room}.py", "")
    for room, imports in ALLOWED.items():
        plant(tmp_path, room, imports)
    return tmp_path


def plant(house: Path, room: str, line: str) -> None:
    file = house / room
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as text:
        text.write(line)


def linted(house: Path) -> str:
    """What import-linter says of a house."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()"]
    done = subprocess.run(  # noqa: S603 - our own interpreter on our own tree
        [*command, "--no-cache", "--no-logo"],
        cwd=house,
        env={**os.environ, "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    verdicts = re.findall(VERDICT, done.stdout, flags=re.MULTILINE)
    assert {name for name, _ in verdicts} == set(NAMES), done.stdout + done.stderr
    return done.stdout


def broken_contracts(house: Path) -> set[str]:
    verdicts = re.findall(VERDICT, linted(house), flags=re.MULTILINE)
    return {NAMES[name] for name, verdict in verdicts if verdict == "BROKEN"}


def upward_imports(layers: list[list[str]]) -> list[tuple[str, str]]:
    """Pairs (importer, imported) that point from a layer to the one above it, or to a sibling."""
    outward = [
        (lower, upper) for above, below in pairwise(layers) for upper in above for lower in below if upper != "__main__"
    ]
    sideways = [(one, other) for layer in layers for one in layer for other in layer if one != other]
    return outward + sideways


def test_a_house_that_keeps_the_rules_passes(house: Path) -> None:
    broken = broken_contracts(house)

    assert broken == set()


def test_this_house_keeps_the_rules() -> None:
    broken = broken_contracts(ROOT)

    assert broken == set()


@pytest.mark.parametrize(("inside", "layers"), [("bot", BOT), ("cogs.listening", ROOMS)])
def test_no_room_may_look_outwards_or_beside_it(house: Path, inside: str, layers: list[list[str]]) -> None:
    breaches = upward_imports(layers)
    for importer, imported in breaches:
        plant(house, f"{inside.replace('.', '/')}/{importer}.py", f"import {inside}.{imported}\n")

    found = set(re.findall(r"([\w.]+) -> ([\w.]+) \(l", linted(house)))

    assert breaches
    assert {(f"{inside}.{one}", f"{inside}.{other}") for one, other in breaches} - found == set()


def test_one_look_outwards_breaks_the_one_rule_that_says_so(house: Path) -> None:
    plant(house, f"bot/{BOT[-1][0]}.py", f"import bot.{BOT[-2][0]}\n")

    assert broken_contracts(house) == {"rooms-of-the-bot"}


@pytest.mark.parametrize("name", ["utils", "helpers", "misc", "manager"])
def test_a_room_that_is_not_on_the_list_is_refused(house: Path, name: str) -> None:
    plant(house, f"bot/{name}.py", "")
    plant(house, f"cogs/listening/{name}.py", "")

    assert broken_contracts(house) == {"rooms-of-the-bot", "rooms-of-a-feature"}


def test_a_new_feature_is_held_to_the_rules_without_an_edit(house: Path) -> None:
    for room in ("__init__", "feature", "service", "cog"):
        plant(house, f"cogs/walking/{room}.py", "")
    plant(house, "cogs/walking/service.py", "import cogs.walking.cog\n")

    assert broken_contracts(house) == {"rooms-of-a-feature"}


BREACHES = [
    # 1. a feature never imports another, not even its rules
    ("cogs/listening/cog.py", "import cogs.venting.model", {"features-are-deaf"}),
    ("cogs/listening/feature.py", "from cogs import venting", {"features-are-deaf"}),
    # 2. nobody below knows a feature; the sandbox knows nobody
    ("bot/app.py", "import cogs.venting.feature", {"house-knows-no-feature"}),
    ("config/settings.py", "import cogs.listening.settings", {"house-knows-no-feature"}),
    ("demo/people.py", "import cogs.listening.model", {"house-knows-no-feature", "demo-knows-the-sandbox-only"}),
    ("demo/people.py", "import bot.domain", {"demo-knows-the-sandbox-only"}),
    ("demo/people.py", "import config", {"demo-knows-the-sandbox-only"}),
    ("sandbox/gateway.py", "import bot.domain", {"sandbox-knows-no-bot"}),
    ("sandbox/gateway.py", "import demo", {"sandbox-knows-no-bot"}),
    ("sandbox/gateway.py", "import cogs.listening.model", {"sandbox-knows-no-bot", "house-knows-no-feature"}),
    # 5. rules are plain
    ("cogs/listening/model.py", "import discord", {"inside-is-plain"}),
    ("cogs/listening/model.py", "from pydantic import BaseModel", {"inside-is-plain"}),
    ("cogs/listening/model.py", "from sqlalchemy import Table", {"inside-is-plain", "sql-has-its-rooms"}),
    ("bot/domain.py", "import pydantic", {"inside-is-plain"}),
    # 6. SQL has its rooms
    ("cogs/listening/service.py", "from sqlalchemy import select", {"sql-has-its-rooms"}),
    ("cogs/listening/cog.py", "import sqlalchemy", {"sql-has-its-rooms"}),
    ("bot/delivery.py", "import sqlalchemy.exc", {"sql-has-its-rooms"}),
    ("bot/app.py", "from sqlalchemy.ext.asyncio import AsyncEngine", {"sql-has-its-rooms"}),
    # 7. a unit never reaches Discord, not even through somebody else
    ("cogs/listening/service.py", "import discord", {"units-never-reach-discord"}),
    ("cogs/listening/store.py", "import discord", {"units-never-reach-discord"}),
    ("cogs/listening/subscribers.py", "import discord", {"units-never-reach-discord"}),
    ("cogs/listening/privacy.py", "import discord", {"units-never-reach-discord"}),
    ("bot/data.py", "from discord import http", {"units-never-reach-discord"}),
    ("cogs/listening/service.py", "import bot.client", {"units-never-reach-discord"}),
]


@pytest.mark.parametrize(("room", "line", "expected"), BREACHES)
def test_a_planted_breach_is_caught_by_its_own_rule(house: Path, room: str, line: str, expected: set[str]) -> None:
    plant(house, room, f"{line}\n")

    assert broken_contracts(house) == expected


def test_every_rule_has_a_breach() -> None:
    proved = set().union(*(expected for _, _, expected in BREACHES)) | {"rooms-of-a-feature", "rooms-of-the-bot"}

    assert proved == set(NAMES.values())


LOADED = "import {module}, sys; print(*sorted({{'discord', 'sqlalchemy', 'pydantic'}} & set(sys.modules)))"
PLAIN = sorted([*ROOT.glob("cogs/*/model.py"), *ROOT.glob("bot/domain/*.py")])


@pytest.mark.parametrize("file", PLAIN, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_rules_load_neither_discord_nor_sql_nor_pydantic(file: Path) -> None:
    module = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")

    loaded = subprocess.run(  # noqa: S603 - our own interpreter on our own tree
        [sys.executable, "-c", LOADED.format(module=module)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert loaded.stdout.split() == []
