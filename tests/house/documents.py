"""Reads the documents: links, headings, blocks of code and what stands in `code`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_FENCE = re.compile(r"^(?P<indent> *)```(?P<language>[\w-]*)\s*$")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_HEADING = re.compile(r"^#{1,6} +(.+?) *#*$")


@dataclass(frozen=True)
class Block:
    """A fenced block; `before` is the last line of text above it."""

    line: int
    language: str
    before: str
    text: str


@dataclass(frozen=True)
class Document:
    """One Markdown file, taken apart."""

    path: Path
    lines: tuple[tuple[int, str], ...]
    """Numbered lines outside of blocks."""
    blocks: tuple[Block, ...]

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix() if self.path.is_relative_to(ROOT) else self.path.name

    def links(self) -> Iterator[tuple[int, str]]:
        for number, line in self.lines:
            for target in _LINK.findall(_CODE.sub("", line)):
                yield number, target

    def codes(self) -> Iterator[tuple[int, str]]:
        for number, line in self.lines:
            for code in _CODE.findall(line):
                yield number, code

    def anchors(self) -> set[str]:
        """What `#…` can point to, as GitHub makes it of headings."""
        return {anchor(match.group(1)) for _, line in self.lines if (match := _HEADING.match(line))}


def anchor(heading: str) -> str:
    """Lower case, spaces to hyphens, nothing else but letters, digits, hyphens and underscores."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
    return re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-")


def read(path: Path) -> Document:
    """Raises ValueError for a block that does not end."""
    lines: list[tuple[int, str]] = []
    blocks: list[Block] = []
    inside: list[str] | None = None
    start, language, before = 0, "", ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        fence = _FENCE.match(line)
        if inside is not None and fence and not fence["language"]:
            blocks.append(Block(start, language, before, "\n".join(inside) + "\n"))
            inside = None
        elif inside is not None:
            inside.append(line)
        elif fence:
            inside, start, language = [], number, fence["language"]
        else:
            lines.append((number, line))
            before = line.strip() or before
    if inside is not None:
        raise ValueError(f"{path}:{start}: a block of code does not end")
    return Document(path, tuple(lines), tuple(blocks))
