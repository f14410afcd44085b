"""What stands under a vent: lines by others, answers of its author."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import LineId, MemberId, MessageId, Ref, VentId
from cogs.venting.model.vent import Cheer

# the limits of SPEC 4.1
LINE_MAX = 280
REPLY_MAX = 1_000
ANSWER_MAX = REPLY_MAX
UNSIGNED_LINES_A_DAY = 20


class Kind(StrEnum):
    """What was written in a thread: one or two sentences, or an answer where the wish asks for more."""

    LINE = "line"
    ANSWER = "answer"
    REPLY = "reply"
    """The author's own, in answer to the others."""


@dataclass(frozen=True)
class LineOn:
    """A line as it stands in a thread. Exactly one of `writer` and `writer_ref` is there."""

    id: LineId
    vent: VentId
    kind: Kind
    message: MessageId | None
    writer: MemberId | None
    writer_ref: Ref | None
    hidden: bool
    """Whether the moderators have taken it out of sight."""


@dataclass(frozen=True)
class WrittenLine:
    """A line on its way into the thread. `writer` is there only where it is signed."""

    id: LineId
    vent: VentId
    name: str
    writer: MemberId | None
    said: str
    held: bool = False
    """Whether a moderator looks first."""


@dataclass(frozen=True)
class WhoWasHere:
    """Who answered a vent: how many gave each cheer, how many wrote, and who signed."""

    cheers: Mapping[Cheer, int]
    writers: int
    signed: tuple[MemberId, ...]
