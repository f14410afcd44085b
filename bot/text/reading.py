"""Every sentence in the order in which it stands in the files, to be read through by a person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax.ast import (
    BaseNode,
    FunctionReference,
    GroupComment,
    Message,
    MessageReference,
    NumberLiteral,
    Pattern,
    Placeable,
    Resource,
    SelectExpression,
    StringLiteral,
    TextElement,
    VariableReference,
)

from bot.text.catalogue import DEFAULT_LOCALE


@dataclass(frozen=True)
class Sentence:
    """One text: `id` with its attribute, the heading it stands under, what it says in each language."""

    id: str
    heading: str
    said: Mapping[str, str]


def sentences(folder: Path, locales: Sequence[str]) -> Iterator[Sentence]:
    """All of a folder's, in the order of the default language, whatever order another language's file has.

    Choices are shown as [one|another], what is filled in as {name}. A language without the text is left out.
    """
    said = {locale: dict(_patterns(_resource(folder, locale))) for locale in locales}
    heading = ""
    for entry in _resource(folder, DEFAULT_LOCALE).body:
        if isinstance(entry, GroupComment):
            heading = entry.content or ""
        elif isinstance(entry, Message):
            for text_id, _ in _of(entry):
                yield Sentence(
                    text_id, heading, {one: shown(said[one][text_id]) for one in said if text_id in said[one]}
                )


def page(folders: Mapping[str, Path], locales: Sequence[str], longer: int = 0) -> str:
    """Markdown: a part for each folder; only what has more than `longer` characters in one of the languages."""
    lines = [f"# Texts: {', '.join(locales)}"]
    for name, folder in folders.items():
        lines += ["", f"## {name}", ""]
        heading = ""
        for one in sentences(folder, locales):
            if longer and all(len(text) <= longer for text in one.said.values()):
                continue
            if one.heading != heading:
                heading = one.heading
                lines += ["", f"### {heading}", ""]
            lines += _below(one)
    return "\n".join(lines) + "\n"


def _below(one: Sentence) -> list[str]:
    first, *others = [text.replace("\n", "<br>") for text in one.said.values()] or [""]
    return [f"- {first} `{one.id}`", *(f"  - {text}" for text in others)]


def shown(node: BaseNode) -> str:
    """A pattern as a person reads it."""
    match node:
        case Pattern():
            return "".join(shown(one) for one in node.elements)
        case TextElement():
            return node.value
        case Placeable():
            return shown(node.expression)
        case SelectExpression():
            return f"[{'|'.join(shown(one.value) for one in node.variants)}]"
        case VariableReference() | MessageReference() | FunctionReference():
            return f"{{{node.id.name}}}"
        case StringLiteral() | NumberLiteral():
            return node.value
        case _:
            return ""


def _resource(folder: Path, locale: str) -> Resource:
    file = folder / f"{locale}.ftl"
    return FluentParser().parse(file.read_text(encoding="utf-8") if file.exists() else "")


def _patterns(resource: Resource) -> Iterator[tuple[str, Pattern]]:
    for entry in resource.body:
        if isinstance(entry, Message):
            yield from _of(entry)


def _of(message: Message) -> Iterator[tuple[str, Pattern]]:
    if message.value is not None:
        yield message.id.name, message.value
    for attribute in message.attributes:
        yield f"{message.id.name}.{attribute.id.name}", attribute.value
