"""What somebody typed or chose about where and when, before it is a plan."""

import json
from dataclasses import asdict, dataclass

from bot.domain.errors import Refusal
from cogs.checkins.model.plan import By, Share

NOTHING = "-"


@dataclass(frozen=True)
class Asked:
    """`zone` and `time` as typed; once understood `zone` is a zone's name and `minute` the minute of the day.

    `where` and `share` are empty where nothing was said.
    """

    zone: str = ""
    time: str = ""
    minute: int = 0
    where: str = ""
    share: str = ""

    @property
    def state(self) -> str:
        """As parts of a custom id, once understood."""
        return f"{self.zone}:{self.minute}:{self.where or NOTHING}:{self.share or NOTHING}"

    @property
    def by(self) -> By | None:
        return By(self.where) if self.where in set(By) else None

    @property
    def shared(self) -> Share | None:
        return Share(self.share) if self.share in set(Share) else None

    def as_text(self) -> str:
        """For a draft."""
        return json.dumps(asdict(self))


def asked_of(parts: tuple[str, ...]) -> Asked:
    """Back from a custom id. Raises Refusal for one that is too short."""
    if len(parts) < len(("zone", "minute", "where", "share")):
        raise Refusal("press-unknown")
    zone, minute, where, share = parts[:4]
    return Asked(
        zone, "", int(minute), where if where != NOTHING else "", share if share != NOTHING else ""
    )  # fmt: skip


def asked_from(text: str) -> Asked:
    """Back from a draft."""
    return Asked(**json.loads(text))
