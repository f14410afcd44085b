"""What the townsfolk pass over: a post that is there to hurt gets no cheer from anybody."""

import re
import tomllib
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
_SENTENCES = re.compile(r"[.!?\n]+")


def is_unkind(text: str) -> bool:
    """Whether a sentence of it attacks others. What somebody says of themself is no attack."""
    return any(_attacks(sentence.lower().replace("’", "'")) for sentence in _SENTENCES.split(text))


def _attacks(sentence: str) -> bool:
    words = _words()
    if words["outright"].search(sentence):
        return True
    meant = words["others"].search(sentence) and not words["own"].search(sentence)
    return bool(meant and words["harsh"].search(sentence))


@cache
def _words() -> dict[str, re.Pattern[str]]:
    lists = tomllib.loads((HERE / "unkind.toml").read_text(encoding="utf-8"))
    return {name: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, some))})(?!\w)") for name, some in lists.items()}
