"""Holds requests, answers and events against Discord's API description, where it is at hand."""

from functools import cache
from pathlib import Path
from typing import Any

from sandbox.errors import Json, Refused
from sandbox.official import Official
from sandbox.rest.routing import Route, Upload

INVALID_FORM = 50035


@cache
def description(path: Path | None) -> Official | None:
    """Discord's description, read once in a process; None where it is not at hand."""
    return Official.load(path)


def _is_whole_attachment(problem: str) -> bool:
    """discord.py gives kept attachments back whole, and Discord reads their ids only (Attachment.to_dict)."""
    return problem.startswith("attachments.") and "unknown key" in problem


class Checks:
    """Collects violations: bodies that Discord's description or its rules refuse, and own answers that break it."""

    def __init__(self, official: Official | None) -> None:
        self.official = official
        self.violations: list[str] = []

    def asked(self, method: str, path: str, query: dict[str, str], body: Any, files: list[Upload]) -> None:
        if self.official is not None:
            names = [one.filename for one in files]
            found = self.official.request(method, path, query, body, names)
            self._add(f"request {method} {path}", [one for one in found if not _is_whole_attachment(one)])

    def answered(self, method: str, path: str, status: int, body: Any) -> None:
        if self.official is not None:
            self._add(f"answer {status} to {method} {path}", self.official.response(method, path, status, body))

    def happened(self, name: str, data: Json) -> None:
        if self.official is not None:
            self._add(f"event {name}", self.official.event(name, data))

    def refused(self, route: Route, refused: Refused) -> None:
        """A form that Discord refuses is a mistake of whoever sent it."""
        if refused.body.get("code") == INVALID_FORM:
            self.violations.append(f"request {route.bucket} refused: {refused.body.get('errors')}")

    def broke(self, route: Route, defect: Exception) -> None:
        """A defect of the sandbox, or a body so odd that nobody thought of it."""
        self.violations.append(f"the sandbox failed at {route.bucket}: {defect!r}")

    def _add(self, what: str, problems: list[str]) -> None:
        self.violations += [f"{what}: {problem}" for problem in problems]
