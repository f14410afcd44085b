"""What giving and the jar have in common."""

import json
from dataclasses import dataclass
from datetime import datetime

from bot.data import limits
from bot.data.doors import Doors
from bot.data.inbox import Note
from bot.data.keys import Keys
from bot.data.people import People
from bot.data.unit import Rows, Unit
from bot.domain.clock import to_ms
from bot.domain.errors import Refusal
from bot.domain.ids import GuildId, LineId, MemberId
from bot.screening.escape import clean, escape, is_blank
from cogs.cheering.model import A_DAY, A_DAY_PER_PAIR, LINE_MAX, Kind


@dataclass(frozen=True)
class Spoken:
    """What is said. `server` is the server's name, for a direct message."""

    kind: Kind
    emoji: str
    said: str
    server: str


@dataclass(frozen=True)
class Tools:
    """Shared by the services of this feature; each method is a step inside somebody's unit."""

    rows: Rows
    keys: Keys
    people: People
    doors: Doors

    def spend(self, unit: Unit, guild: GuildId, giver: MemberId, receiver: MemberId) -> None:
        """Uses one of the day's kind words. Raises Refusal when there is none left, for this person or in all."""
        pair = self.keys.refs("limit:cheer-pair", guild, giver, receiver)
        spent = limits.use(unit, pair, most=A_DAY_PER_PAIR)
        if spent is not None:
            raise Refusal("cheer-pair-full", other=f"<@{receiver}>", when=when(spent.again))
        spent = limits.use(unit, self.keys.refs("limit:cheer", guild, giver), most=A_DAY)
        if spent is not None:
            raise Refusal("cheer-day-full", when=when(spent.again))

    def tell(self, unit: Unit, number: LineId, guild: GuildId, pair: tuple[MemberId, MemberId], spoken: Spoken) -> None:
        """Tells the receiver quietly; `pair` is giver and receiver. A line can be thanked for with one press."""
        giver, receiver = pair
        args: dict[str, str | int] = {
            "giver": f"<@{giver}>", "emoji": spoken.emoji, "said": escape(spoken.said), "server": escape(spoken.server),
        }  # fmt: skip
        buttons = (("jar-thank", f"cheer:back:{guild}:{number}"),) if spoken.said else ()
        text_id = f"note-{spoken.kind}-{'line' if spoken.said else 'bare'}"
        self.people.tell_self(unit, guild, receiver, Note(text_id, args, buttons, about=giver))

    def seal_spoken(self, number: LineId, spoken: Spoken) -> bytes:
        fields = [spoken.kind, spoken.emoji, spoken.said, spoken.server]
        return self.keys.seal(json.dumps(fields), f"word|{number}")

    def open_spoken(self, number: LineId, sealed: bytes) -> Spoken:
        """Raises keys.BoxBroken."""
        kind, emoji, said, server = json.loads(self.keys.open(sealed, f"word|{number}"))
        return Spoken(Kind(kind), emoji, said, server)


def screened(text: str, *, empty_is_fine: bool) -> str:
    """The words, tidied. Raises Refusal: nothing in them where something is needed, too many of them."""
    if is_blank(text):
        if empty_is_fine:
            return ""
        raise Refusal("cheer-empty")
    if len(text) > LINE_MAX:
        raise Refusal("cheer-too-long", most=LINE_MAX, given=len(text))
    return clean(text)


def when(moment: datetime) -> str:
    """A time that everybody reads in their own zone (documentation, timestamp styles)."""
    return f"<t:{to_ms(moment) // 1000}:f>"
