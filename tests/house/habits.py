"""What import-linter cannot see: ways of writing that the house does without, found in the source."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

NO_ROOMS = {"utils", "util", "helpers", "helper", "misc"}
TRACKED_ITEMS = {"discord.ui.button", "discord.ui.select"}
SQL_FROM_TEXT = {"sqlalchemy.text", "sqlalchemy.sql.text", "sqlalchemy.sql.expression.text", "sqlalchemy.DDL"}
EXCUSES = re.compile(r"#\s*(type|pyright):\s*ignore")


@dataclass(frozen=True)
class Breach:
    """One place where the house's way was left."""

    path: str
    line: int
    says: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.says}"


def breaches(path: PurePosixPath, source: str) -> list[Breach]:
    """All breaches in one file; `path` is from the repository: some habits are forbidden in features only."""
    tree = ast.parse(source)
    names = _Names(tree)
    found = [(1, says) for says in _room(path)]
    found += [each for node in ast.walk(tree) for each in _anywhere(node, names)]
    if path.parts[0] == "cogs":
        found += [each for node in ast.walk(tree) for each in _in_a_feature(node, names)]
        found += _excuses(source)
    return [Breach(str(path), line, says) for line, says in sorted(set(found))]


class _Names:
    """What a name stands for, by the file's imports: `ui.button` is `discord.ui.button`."""

    def __init__(self, tree: ast.AST) -> None:
        self._known: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                self._known |= {alias.asname: alias.name for alias in node.names if alias.asname}
            elif isinstance(node, ast.ImportFrom) and node.module:
                self._known |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}

    def full(self, node: ast.AST) -> str:
        """The dotted name behind an expression; empty when it is not a plain name."""
        if isinstance(node, ast.Name):
            return self._known.get(node.id, node.id)
        if isinstance(node, ast.Attribute):
            owner = self.full(node.value)
            return f"{owner}.{node.attr}" if owner else f"?.{node.attr}"
        return ""


def _room(path: PurePosixPath) -> Iterator[str]:
    for name in {path.stem, *path.parts} & NO_ROOMS:
        yield f"there is no room called {name}"


def _anywhere(node: ast.AST, names: _Names) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Attribute | ast.Name):
        name = names.full(node)
        if name.endswith(".add_view"):
            yield node.lineno, "add_view: views are render-only, bot.ui.router answers presses"
        if name == "discord.ui.DynamicItem":
            yield node.lineno, "DynamicItem: bot.ui.router answers presses"
        if name.startswith("discord.ext.tasks"):
            yield node.lineno, "discord.ext.tasks: schedule a job on the queue"
    if isinstance(node, ast.Attribute) and node.attr == "isdigit":
        yield node.lineno, "isdigit: it is true of ², which int() refuses; isdecimal() is not"
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        yield from _tracked_items(node, names)
    if isinstance(node, ast.ImportFrom | ast.Import):
        yield from _imports(node)
    if isinstance(node, ast.Call):
        yield from _sql(node, names)


def _tracked_items(node: ast.FunctionDef | ast.AsyncFunctionDef, names: _Names) -> Iterator[tuple[int, str]]:
    for decorator in node.decorator_list:
        called = decorator.func if isinstance(decorator, ast.Call) else decorator
        if names.full(called) in TRACKED_ITEMS:
            yield decorator.lineno, "a decorated button or select keeps state: bot.ui.router answers presses"


def _imports(node: ast.ImportFrom | ast.Import) -> Iterator[tuple[int, str]]:
    module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
    for alias in node.names:
        name = f"{module}.{alias.name}" if module else alias.name
        if name == "discord.ext.tasks" or name.startswith("discord.ext.tasks."):
            yield node.lineno, "discord.ext.tasks: schedule a job on the queue"
        if name == "discord.ui.DynamicItem":
            yield node.lineno, "DynamicItem: bot.ui.router answers presses"


def _sql(node: ast.Call, names: _Names) -> Iterator[tuple[int, str]]:
    called = names.full(node.func)
    if called in SQL_FROM_TEXT or called.endswith(".exec_driver_sql"):
        parts = [part for argument in node.args[:1] for part in ast.walk(argument)]
    elif called.endswith((".execute", ".executemany", ".executescript", ".scalar", ".scalars", ".run")):
        # a statement built by SQLAlchemy is a call, and fine; a string put together is not
        parts = [part for part in node.args[:1] if not isinstance(part, ast.Call) or _formats(part)]
    else:
        return
    if any(isinstance(part, ast.JoinedStr | ast.BinOp | ast.Call) for part in parts):
        yield node.lineno, "SQL put together from parts: bind parameters instead"


def _formats(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in {"format", "join", "replace"}


def _in_a_feature(node: ast.AST, names: _Names) -> Iterator[tuple[int, str]]:
    if not isinstance(node, ast.Call):
        return
    called = names.full(node.func)
    if called == "asyncio.sleep":
        yield node.lineno, "asyncio.sleep: a feature waits by a job on the queue"
    if called in {"typing.cast", "cast"}:
        yield node.lineno, "cast: say the type where the value is made"


def _excuses(source: str) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT and EXCUSES.match(token.string):
            yield token.start[0], "an excuse to the type checker: features need none"
