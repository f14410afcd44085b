"""Looking for a person in everything that leaves the bot: requests, what others see, logs, the database's bytes."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sandbox import Member, Request

CREATE_DM = ("POST", "/users/@me/channels")
"""The one request that names the author: *Tell me when someone answers* opens the direct message."""


class Traces:
    """All that would give a person away: id, mention, name; as text and as a database would write them."""

    def __init__(self, person: Member) -> None:
        self.words = [str(person.id), f"{person.id:x}", person.name]

    def in_text(self, text: str) -> list[str]:
        lowered = text.lower()
        return [word for word in self.words if word.lower() in lowered]

    def in_bytes(self, data: bytes) -> list[str]:
        """Also the id as an integer of any width that holds it, either end first."""
        number = int(self.words[0])
        width = (number.bit_length() + 7) // 8
        written = {number.to_bytes(width, order) for order in ("big", "little")}
        texts = {word.encode(code) for word in self.words for code in ("utf-8", "utf-16-le")}
        return [repr(one) for one in written | texts if one in data]

    def in_requests(self, requests: Iterable[Request]) -> list[str]:
        """What the bot said to Discord, and where."""
        return [
            f"{one.method} {one.path}: {found}"
            for one in requests
            if (one.method, one.route) != CREATE_DM
            for found in self.in_text(one.path + " " + as_text(one.body))
        ]

    def in_sight(self, seen: Iterable[Any]) -> list[str]:
        """What reached other people's clients."""
        return [f"{found} in {text[:300]}" for text in map(as_text, seen) for found in self.in_text(text)]

    def in_files(self, *files: Path) -> list[str]:
        return [
            f"{file.name}: {found}" for file in files if file.exists() for found in self.in_bytes(file.read_bytes())
        ]


def as_text(value: Any) -> str:
    """Every value in it as text; not escaped, so that a name in any script is found."""
    return json.dumps(value, ensure_ascii=False, default=repr)
