"""Letting something out: from the form to the room, and mending the words."""

import json
from datetime import timedelta

from bot.data import drafts, guilds, limits
from bot.data.inbox import AUTHOR
from bot.data.queue import NewJob
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.clock import to_ms
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId, MemberId, VentId, random_id
from cogs.venting import store
from cogs.venting.model import (
    BETWEEN_VENTS,
    LIFETIME,
    TEXT_MAX,
    VENTS_A_DAY,
    Draft,
    Placed,
    Shown,
    Stage,
    Vent,
    Work,
    later_by,
    made_up_name,
    may_edit,
)  # fmt: skip
from cogs.venting.service.tools import RANDOM, Tools, screened, when


class Posting:
    """What the one who posts does."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools
        self._keys = tools.keys

    @one_unit
    def share(
        self, unit: Unit, number: VentId, guild: GuildId, member: MemberId, room: ChannelId | None, draft: Draft, *,
        press: int,
    ) -> Placed:  # fmt: skip
        """Takes a vent in under `number` and puts its posting into the queue.

        `room` is where it was asked for; if that is no vent room, the server's first one is used. Raises Refusal: no
        room, empty, too long, a day's limit, too soon, already there.
        """
        where = _room(unit.connection, guild, room)
        text = screened(draft.text, TEXT_MAX)
        if not unit.first_time(press):
            raise Refusal("vent-already-there")
        self._spend(unit, guild, member)
        hidden = draft.shown is Shown.HIDDEN
        alias = made_up_name(RANDOM, store.names_on_server(unit.connection, guild)) if hidden else None
        due = unit.now + (later_by(RANDOM) if draft.later else timedelta())
        values = {
            "id": number, "guild_id": guild, "room_id": where, "wish": draft.wish, "shown": draft.shown, "alias": alias,
            "author_ref": self._keys.ref(AUTHOR, guild, member) if hidden else None,
            "author_id": None if hidden else member, "key_id": self._keys.active, "warning": int(draft.warning),
            "stage": Stage.WAITING, "ends_ms": to_ms(due + LIFETIME),
        }  # fmt: skip
        store.add(unit, values)
        drafts.keep(unit, self._keys, number, text)
        sealed = self._keys.seal(text, f"vent|{number}")
        unit.schedule(NewJob(kind=Work.PUBLISH, key=str(number), due=due, guild=guild, sealed=sealed))
        return Placed(number, alias, to_ms(due), where)

    def _spend(self, unit: Unit, guild: GuildId, member: MemberId) -> None:
        refs = self._keys.refs("limit:vent", guild, member)
        spent = limits.use(unit, refs, most=VENTS_A_DAY, apart=BETWEEN_VENTS)
        if spent is not None:
            raise Refusal("vent-day-full" if spent.day_is_full else "vent-too-soon", when=when(spent.again))

    @one_unit
    def change_text(self, unit: Unit, number: VentId, guild: GuildId, member: MemberId, text: str) -> Vent:
        """Mends the words of one's own vent. Raises Refusal: not one's own, gone, too late, empty."""
        vent = self._tools.own(unit.connection, number, guild, member)
        mended = screened(text, TEXT_MAX)
        if not may_edit(vent.posted_ms, unit.now_ms):
            raise Refusal("vent-edit-too-late")
        drafts.keep(unit, self._keys, number, mended)
        sealed = self._keys.seal(mended, f"edit|{number}")
        unit.schedule(NewJob(kind=Work.EDIT, guild=guild, payload=json.dumps({"vent": number}), sealed=sealed))
        return vent

    @one_unit
    def keep_draft(self, unit: Unit, text: str) -> int:
        """Seals a text that could not be taken, so that nothing is lost; gives its number."""
        number = random_id()
        drafts.keep(unit, self._keys, number, text)
        return number

    @one_look
    def draft(self, look: Look, number: int) -> str | None:
        """A text kept for half an hour, None when it is gone."""
        return drafts.read(look, self._keys, number, to_ms(self.rows.wall.now()))

    @one_unit
    def drop_draft(self, unit: Unit, number: int) -> None:
        """Throws it away now."""
        drafts.drop(unit, number)


def _room(look: Look, guild: GuildId, asked_in: ChannelId | None) -> ChannelId:
    rooms = guilds.channels(look, guild).vent_rooms
    if not rooms:
        raise Refusal("vent-no-room")
    return asked_in if asked_in is not None and asked_in in rooms else rooms[0]
