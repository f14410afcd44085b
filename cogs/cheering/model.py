"""What is in a jar."""

from dataclasses import dataclass

from bot.domain.ids import LineId, MemberId


@dataclass(frozen=True)
class JarLine:
    """One kept line. `giver` is None once they were forgotten."""

    id: LineId
    giver: MemberId | None
    said: str
    place: int
    total: int
