"""The townsfolk cheer nobody on who is there to hurt, and everybody who is hurt."""

import tomllib
from pathlib import Path

import pytest

from demo import manners
from demo.manners import is_unkind


@pytest.mark.parametrize(
    "text",
    [
        "You are all useless.",
        "Look at this room. Everyone here is a LOSER and lazy.",
        "get a job",
        "Ihr seid doch alle Versager!",
    ],
)
def test_what_is_there_to_hurt_is_passed_over(text: str) -> None:
    assert is_unkind(text)


@pytest.mark.parametrize(
    "text",
    [
        "I feel so useless, and you all seem to manage.",
        "They made me feel stupid. Thank you for reading.",
        "Ich bin so ein Versager.",
        "My manager is an idiot.",
    ],
)
def test_who_is_hurt_is_heard(text: str) -> None:
    assert not is_unkind(text)


def test_nothing_the_townsfolk_say_themselves_is_taken_for_an_attack() -> None:
    texts = [one for file in Path(manners.HERE).glob("*.toml") if file.stem != "unkind" for one in said_in(file)]

    assert len(texts) > 100
    assert [one for one in texts if is_unkind(one)] == []


def said_in(file: Path) -> list[str]:
    found: list[object] = [tomllib.loads(file.read_text(encoding="utf-8"))]
    texts: list[str] = []
    while found:
        one = found.pop()
        if isinstance(one, str):
            texts.append(one)
        elif isinstance(one, dict):
            found.extend(one.values())
        elif isinstance(one, list):
            found.extend(one)
    return texts
