"""What moderators are told of circles, and the two things they can do. Nothing moves by itself."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.data import community, guilds
from bot.data.queue import NewJob
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.clock import to_ms
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId
from bot.domain.ports import BoardItem
from cogs.circles.model.circle import FEATURE, OPENS_AT, Ring, Standing, Work, standing
from cogs.circles.model.matching import partner, seekers
from cogs.circles.service.tools import Tools, parent_of
from cogs.circles.store import rings, seats

ON_BOARD = 5


@dataclass(frozen=True)
class Card:
    """One circle as moderators read it: how it stands, and with which other it could become one."""

    ring: Ring
    people: int
    alumni: int
    standing: Standing
    partner: Ring | None
    shut: int = 0
    """How many have a seat and could not be let in: they do not see the channel above."""


@dataclass(frozen=True)
class Overview:
    """All circles, how many wait for one, and whether circles open by themselves here."""

    cards: Sequence[Card]
    waiting: int
    opens: bool
    parent: ChannelId | None = None
    """The channel that the threads are in."""


class Proposing:
    """Answers `OnBoard` too: what only a moderator can mend."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    @one_look
    def overview(self, look: Look, guild: GuildId) -> Overview:
        """For `/mod circles`."""
        return self._overview(look, guild)

    def _overview(self, look: Look, guild: GuildId) -> Overview:
        now_ms = to_ms(self.rows.wall.now())
        found = seats.by_circle(look, guild)
        counted = [(ring, seekers(found.get(ring.id, ()))) for ring in rings.of(look, guild)]
        cards: list[Card] = []
        for ring, people in counted:
            how = standing(ring, people, now_ms)
            other = partner(ring, people, counted) if how in {Standing.SMALL, Standing.QUIET} else None
            there = found.get(ring.id, ())
            cards.append(Card(ring, people, len(there) - people, how, other, sum(one.shut for one in there)))
        waiting = sum(not one.about.stage.is_alumni for one in seats.waiting(look, guild))
        opens = community.group(look, guild, self.rows.wall.now()).rules.circles == "open"
        return Overview(cards, waiting, opens, parent_of(look, guild))

    @one_look
    def board(self, look: Look, guild: GuildId) -> Sequence[BoardItem]:
        """What waits for a moderator (`bot.domain.ports.OnBoard`)."""
        if FEATURE not in guilds.features(look, guild):
            return []
        over = self._overview(look, guild)
        items: list[BoardItem] = []
        for card in over.cards:
            name: dict[str, str | int] = {"name": card.ring.name, "people": card.people}
            if card.ring.waits:
                about = ("circle-board-gone", "circle-reopen", f"circle:reopen:{card.ring.id}")
                items.append(BoardItem(about[0], name, card.ring.gone_ms, about[1], about[2]))
            elif card.ring.cannot:
                since = card.ring.opened_ms
                items.append(BoardItem("circle-board-cannot", name, since, "circle-look", "circle:overview"))
            elif card.shut:
                args = {"name": card.ring.name, "count": card.shut}
                since = card.ring.opened_ms
                items.append(BoardItem("circle-board-shut", args, since, "circle-look", "circle:overview"))
            elif card.partner is not None:
                args = name | {"other": card.partner.name}
                items.append(BoardItem("circle-board-small", args, card.ring.last_ms, "circle-look", "circle:overview"))
        if not over.opens and over.waiting >= OPENS_AT:
            since = min(one.since_ms for one in seats.waiting(look, guild))
            about_list: dict[str, str | int] = {"count": over.waiting}
            items.append(BoardItem("circle-board-list", about_list, since, "circle-look", "circle:overview"))
        return items[:ON_BOARD]

    @one_unit
    def offer(self, unit: Unit, guild: GuildId, start: int, to: int) -> Ring:
        """Asks the people of one circle, in their own place, whether they would like to move. Raises Refusal."""
        ring, other = rings.one(unit.connection, start), rings.one(unit.connection, to)
        if ring is None or other is None or ring.guild != guild or other.guild != guild:
            raise Refusal("circle-gone")
        if ring.thread is None:
            raise Refusal("circle-no-place")
        payload = json.dumps([start, to])
        unit.schedule(NewJob(kind=Work.OFFER, key=f"{start}/{to}", guild=guild, payload=payload))
        return ring

    @one_look
    def offered(self, look: Look, start: int, to: int) -> tuple[Ring, Ring, int] | None:
        """(the circle, the other, how many are in the other) for what is said; None where one has ended."""
        ring, other = rings.one(look, start), rings.one(look, to)
        if ring is None or other is None or ring.thread is None:
            return None
        return ring, other, seekers(seats.in_circle(look, to))

    @one_unit
    def reopen(self, unit: Unit, guild: GuildId, number: int) -> Ring:
        """A moderator gives a circle its place again. Raises Refusal."""
        ring = rings.one(unit.connection, number)
        if ring is None or ring.guild != guild:
            raise Refusal("circle-gone")
        if ring.thread is None:
            rings.reopen(unit, number)
            self._tools.open_place(unit, ring)
        return ring
