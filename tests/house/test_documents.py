"""What the documents say is there: links, commands, settings, files; and their blocks of code can be read."""

import ast
import json
import re
import shlex
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk

from bot.cli import main
from config.settings import PREFIX, Settings
from tests.house.documents import ROOT, Document, anchor, read
from tests.house.test_tracked_files import tracked_files

LANGUAGES = {"sh", "python", "toml", "ftl", "json", "ini", "text", ""}
OUR_FOLDERS = ("bot", "cogs", "config", "sandbox", "demo", "tests", "bench", "docs", "migrations", "requirements")
NOT_HERE = re.compile(r"[<>*…{}]")
"""A path or command with a gap in it stands for several."""
DOCUMENTS = sorted(file for file in tracked_files() if file.suffix == ".md")
EXAMPLE = ROOT / "docs" / "contributors.md"
NO_COMMANDS = {"/healthz", "/readyz", "/metrics", "/data", "/keys", "/tmp"}
PROGRAMS = ("wingbeat", ".venv/bin/wingbeat")


def example_files() -> set[str]:
    """What the worked example adds: there only while it is being built."""
    return {block.before.strip("`") for block in read(EXAMPLE).blocks if block.before.startswith("`")}


@cache
def discord_commands() -> tuple[set[str], set[str]]:
    """(whole commands, their beginnings), from docs/commands.md, which is checked against the bot."""
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    whole = set(re.findall(r"^\| `(/[a-z ]+)` \|", text, flags=re.MULTILINE))
    return whole, {command.split()[0] for command in whole}


def faults(document: Document) -> Iterator[str]:
    """Everything that is not so, a line for each."""
    for number, target in document.links():
        if (fault := link_fault(document, target)) is not None:
            yield f"{document.name}:{number}: {fault}"
    for number, code in document.codes():
        if looked_up(document, code) and (fault := code_fault(code)) is not None:
            yield f"{document.name}:{number}: {fault}"
    for block in document.blocks:
        for fault in block_faults(block.language, block.text):
            yield f"{document.name}:{block.line}: {fault}"


def looked_up(document: Document, code: str) -> bool:
    """A decision speaks of its own day; in the sandbox's page a /path is one of its server's."""
    folder = document.path.parent.name
    return folder != "decisions" and not (folder == "sandbox" and code.startswith("/"))


def link_fault(document: Document, target: str) -> str | None:
    if re.match(r"[a-z]+:", target):
        return None
    place, _, part = target.partition("#")
    file = document.path.parent / place if place else document.path
    if not file.exists():
        return f"{target} leads nowhere"
    if part and part not in read(file).anchors():
        return f"{target}: no such heading"
    return None


def code_fault(code: str) -> str | None:
    """None where it is right, or nothing that can be looked up."""
    if NOT_HERE.search(code):
        return None
    if re.match(r"/[a-z]+( [a-z]+)*( [a-z_]+:.*)?$", code) and code not in NO_COMMANDS:
        return slash_fault(code)
    if re.match(r"[\w-]+(/[\w.-]+)+$", code) and code.split("/")[0] in OUR_FOLDERS:
        return None if (ROOT / code).exists() or code in example_files() else f"there is no {code}"
    if re.fullmatch(r"WINGBEAT_[A-Z_]+(=.*)?", code):
        return setting_fault(code.partition("=")[0])
    return command_fault(code)


def slash_fault(code: str) -> str | None:
    whole, first = discord_commands()
    path = re.sub(r" [a-z_]+:.*", "", code)
    return None if path in whole | first | {"/breather"} else f"there is no command {path}"


def setting_fault(name: str) -> str | None:
    part: object = Settings
    for piece in name.removeprefix(PREFIX).lower().split("__"):
        fields = getattr(part, "model_fields", {})
        if piece not in fields:
            return f"{name} is not a setting"
        part = fields[piece].annotation
    return None


def command_fault(code: str) -> str | None:
    """Looks at `wingbeat …`, `python -m bot …` and `make …`."""
    code = re.sub(r"^(\.venv/bin/)?python -m bot\b", "wingbeat", code)
    try:
        words = shlex.split(code, comments=True)
    except ValueError:
        return None
    while words and re.fullmatch(r"[A-Z_]+=.*", words[0]):
        if words[0].startswith(PREFIX) and (fault := setting_fault(words[0].partition("=")[0])) is not None:
            return fault
        words = words[1:]
    if len(words) > 1 and words[0] in PROGRAMS:
        return program_fault(words[1:])
    if len(words) > 1 and words[0] == "make":
        return make_fault([word for word in words[1:] if "=" not in word and not word.startswith("-")])
    return None


def program_fault(words: list[str]) -> str | None:
    command = main.commands.get(words[0])
    if command is None:
        return f"there is no wingbeat {words[0]}"
    known = {option for one in command.params if isinstance(one, click.Option) for option in one.opts} | {"--help"}
    # the sandbox reads its options itself
    strange = [word for word in words[1:] if word.startswith("--") and word not in known and words[0] != "sandbox"]
    return f"wingbeat {words[0]} has no {strange[0]}" if strange else None


def make_fault(targets: list[str]) -> str | None:
    known = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    strange = [target for target in targets if target not in known]
    return f"there is no make {strange[0]}" if strange else None


def block_faults(language: str, text: str) -> Iterator[str]:
    if language not in LANGUAGES:
        yield f"{language} is not a language that is looked at here: {sorted(LANGUAGES)}"
    try:
        if language == "python":
            ast.parse(text)
        elif language == "toml":
            tomllib.loads(text)
        elif language == "json":
            json.loads(text)
    except ValueError as error:
        yield f"it does not parse: {error}"
    except SyntaxError as error:
        yield f"it does not parse: {error}"
    if language == "ftl":
        yield from (f"it does not parse: {one.content}" for one in FluentParser().parse(text).body if type(one) is Junk)
    if language == "sh":
        yield from shell_faults(text)


def shell_faults(text: str) -> Iterator[str]:
    read_by_shell = subprocess.run(
        ["sh", "-n"],  # noqa: S607 - whichever sh there is
        input=text, capture_output=True, text=True, timeout=10, check=False,
    )  # fmt: skip
    if read_by_shell.returncode:
        yield f"it does not parse: {read_by_shell.stderr.strip()}"
    for line in text.splitlines():
        for part in re.split(r"&&|;|\|", line):
            if (fault := command_fault(part.strip())) is not None:
                yield fault


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_what_a_document_says_is_so(file: Path) -> None:
    assert list(faults(read(file))) == []


def test_the_documents_are_found() -> None:
    names = {file.relative_to(ROOT).as_posix() for file in DOCUMENTS}

    assert {"README.md", "PRIVACY.md", "docs/operators.md", "docs/decisions/README.md"} <= names
    assert example_files()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("[x](nowhere.md)", "nowhere.md leads nowhere"),
        ("[x](#nothing)", "no such heading"),
        ("`/vent now please`", "there is no command /vent now please"),
        ("`/hug`", "there is no command /hug"),
        ("`wingbeat fly`", "there is no wingbeat fly"),
        ("`wingbeat backup --everything`", "wingbeat backup has no --everything"),
        ("`make coffee`", "there is no make coffee"),
        ("`WINGBEAT_COLOUR=red`", "WINGBEAT_COLOUR is not a setting"),
        ("`cogs/hugging/cog.py`", "there is no cogs/hugging/cog.py"),
        ("```sh\nif true\n```", "does not parse"),
        ("```sh\nwingbeat fly\n```", "there is no wingbeat fly"),
        ("```python\ndef\n```", "does not parse"),
        ("```toml\na = = 1\n```", "does not parse"),
        ("```json\n{]\n```", "does not parse"),
        ("```ftl\nnot a message\n```", "does not parse"),
        ("```cobol\n```", "is not a language"),
    ],
)
def test_a_planted_slip_is_found(tmp_path: Path, wrong: str, says: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# A page\n\n{wrong}\n", encoding="utf-8")

    found = list(faults(read(page)))

    assert len(found) == 1
    assert says in found[0]


def test_anchors_are_githubs() -> None:
    assert anchor("Two commands") == "two-commands"
    assert anchor("A feature, from nothing: `/breather`") == "a-feature-from-nothing-breather"


def test_the_privacy_page_speaks_of_every_part_that_keeps_something() -> None:
    rows = [line.split("|") for _, line in read(ROOT / "docs" / "kept.md").lines if line.startswith("| ")]
    said = [line.split("|") for _, line in read(ROOT / "PRIVACY.md").lines if line.startswith("| ")]

    parts = {cells[1].strip() for cells in rows if "`" in cells[2]}
    assert "venting" in parts
    assert sorted(parts - {cells[2].strip() for cells in said}) == [], "give it a line in PRIVACY.md"


def test_every_decision_is_in_their_list() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = {target for _, target in read(folder / "README.md").links()}

    assert sorted(file.name for file in folder.glob("0*.md") if file.name not in listed) == []
