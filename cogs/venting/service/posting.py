"""Letting something out: from the form to the room, and mending the words."""

import json
from dataclasses import asdict, replace
from datetime import datetime, timedelta

from bot.data import backlog, drafts, guilds, limits, mutes
from bot.data.inbox import AUTHOR
from bot.data.queue import NewJob
from bot.data.unit import Look, Unit, one_aside, one_look, one_unit
from bot.domain.clock import from_ms, real_ms, to_ms
from bot.domain.errors import Refusal
from bot.domain.events import WaitingChanged
from bot.domain.ids import ChannelId, GuildId, MemberId, VentId, random_id
from cogs.venting.model.gate import Held, Sealed, Why
from cogs.venting.model.names import made_up_name
from cogs.venting.model.vent import (
    FEATURE,
    LIFETIME,
    TEXT_MAX,
    VENTS_A_DAY,
    Draft,
    Placed,
    Shown,
    Stage,
    Standing,
    Vent,
    Wish,
    later_by,
    may_edit,
)
from cogs.venting.model.work import WAIT_FOR_POST_S, Work
from cogs.venting.service import gate
from cogs.venting.service.tools import RANDOM, Tools, screened, when
from cogs.venting.store import held, vents


class Posting:
    """What the one who posts does."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools
        self._keys = tools.keys

    @one_look
    def place(self, look: Look, guild: GuildId, asked_in: ChannelId | None) -> ChannelId:
        """Where a vent would go: the room it was asked for in, or the first. Raises Refusal: none, switched off."""
        chosen = guilds.channels(look, guild)
        if not chosen.vent_rooms:
            raise Refusal("vent-no-room")
        if FEATURE not in guilds.features(look, guild):
            raise Refusal("vent-off")
        return asked_in if asked_in is not None and asked_in in chosen.vent_rooms else chosen.vent_rooms[0]

    @one_unit
    def share(
        self,
        unit: Unit,
        number: VentId,
        guild: GuildId,
        member: MemberId,
        draft: Draft,
        standing: Standing,
        *,
        press: int,
        when_open: bool = False,
    ) -> Placed:
        """Takes a vent in under `number` and puts its posting into the queue, or keeps it where it has to wait.

        The draft's `at_once` lets the relay begin without its usual wait, and lets no moderator look first; `when_open`
        waits for the brake's end. Raises Refusal: no room, empty, too long, a day's limit, too soon, already there,
        muted or resting without a name.
        """
        text = screened(draft.text, TEXT_MAX)
        if draft.room is None:
            raise Refusal("vent-no-room")
        if not unit.first_time(press):
            raise Refusal("vent-already-there")
        hidden = draft.shown is Shown.HIDDEN
        look = hidden and not draft.at_once
        look = look and gate.is_looked_at(unit.connection, guild, standing.arrival, text, unit.now_ms)
        refs = self._tools.refs(guild, member)
        why = gate.holds_back(unit, guild, refs, look=look, when_open=when_open) if hidden else None
        self._tools.follow_keys(unit, guild, member)
        opens = mutes.braked_until(unit.connection, guild, unit.now_ms) if why is Why.BRAKE else None
        self._spend(unit, guild, member, standing, at=opens or unit.now)
        alias = made_up_name(RANDOM, vents.names_on_server(unit.connection, guild)) if hidden else None
        due = unit.now + (later_by(RANDOM) if draft.later else timedelta())
        placed = Placed(number, alias, to_ms(due), draft.room, why)
        vents.add(unit, self._row(placed, guild, member, draft) | {"ends_ms": to_ms(due + LIFETIME)})
        self._keep(unit, number, draft)
        day = self._keys.ref("limit:vent", guild, member).hex() if why is not None else ""
        sealed = Sealed(text, draft.at_once, then_look=look, day=day)
        self._pass_on(unit, guild, placed, sealed, is_awaited=not draft.later)
        return placed

    def _row(self, placed: Placed, guild: GuildId, member: MemberId, draft: Draft) -> dict[str, object]:
        """By name it has the id and no ref, without a name the ref and no id (SPEC 4.2)."""
        hidden = draft.shown is Shown.HIDDEN
        return {
            "id": placed.vent,
            "guild_id": guild,
            "room_id": placed.room,
            "wish": draft.wish,
            "shown": draft.shown,
            "alias": placed.alias,
            "author_ref": self._keys.ref(AUTHOR, guild, member) if hidden else None,
            "author_id": None if hidden else member,
            "key_id": self._keys.active,
            "warning": int(draft.warning),
            "stage": Stage.WAITING,
        }

    def _pass_on(self, unit: Unit, guild: GuildId, placed: Placed, sealed: Sealed, *, is_awaited: bool) -> None:
        """Into the queue, or to where it has to wait."""
        if placed.held is not None:
            gate.hold(unit, self._keys, guild, placed.vent, sealed, placed.held)
            return
        key, due = str(placed.vent), from_ms(placed.due_ms)
        box = self._keys.seal(json.dumps([sealed.text, sealed.at_once]), f"vent|{key}")
        # any process may post it, and the one that answers its author may be another
        until_ms = real_ms() + int(WAIT_FOR_POST_S * 1000) if is_awaited else 0
        payload = json.dumps({"awaited_until_ms": until_ms})
        unit.schedule(NewJob(kind=Work.PUBLISH, key=key, due=due, guild=guild, payload=payload, sealed=box))

    def _spend(self, unit: Unit, guild: GuildId, member: MemberId, standing: Standing, *, at: datetime) -> None:
        # two refs and two windows: one row that told first and last use would tie posts by name to those without
        day = limits.use(unit, self._keys.refs("limit:vent", guild, member), most=VENTS_A_DAY)
        if day is not None:
            raise Refusal("vent-day-full", when=when(day.again))
        refs = self._keys.refs("pause:vent", guild, member)
        pause = limits.use(unit, refs, most=1, within=standing.apart, at_ms=to_ms(at))  # from post to post
        if pause is not None:
            raise Refusal("vent-too-soon", when=when(pause.again))

    @one_aside
    def give_back(self, unit: Unit, guild: GuildId, member: MemberId) -> None:
        """It did not come about, through no fault of theirs: the day's count and the pause are as before."""
        limits.give_back(unit, self._keys.ref("limit:vent", guild, member))
        limits.forget(unit, self._keys.refs("pause:vent", guild, member))

    @one_unit
    def change_text(self, unit: Unit, number: VentId, guild: GuildId, member: MemberId, text: str) -> Vent:
        """Mends the words of one's own vent. Raises Refusal: not one's own, gone, too late, empty."""
        vent = self._tools.own(unit.connection, number, guild, member)
        mended = screened(text, TEXT_MAX)
        if not may_edit(vent.posted_ms, unit.now_ms):
            raise Refusal("vent-edit-too-late")
        self._tools.keep_words(unit, vent, mended)
        waiting = held.locked_of_vent(unit, number)
        if waiting is not None:
            self._mend_held(unit, waiting, mended)
            return vent
        if vent.message is None and self._mend_waiting(unit, number, mended):
            return vent
        self._tools.changes(unit, number)
        sealed = self._keys.seal(mended, f"edit|{number}")
        unit.schedule(NewJob(kind=Work.EDIT, guild=guild, payload=json.dumps({"vent": number}), sealed=sealed))
        return vent

    def _mend_waiting(self, unit: Unit, number: VentId, mended: str) -> bool:
        """Words that go up later go up as they are now."""

        def changed(box: bytes) -> bytes:
            _, *rest = json.loads(self._keys.open(box, f"vent|{number}"))
            return self._keys.seal(json.dumps([mended, *rest]), f"vent|{number}")

        return backlog.reseal(unit.connection, Work.PUBLISH, str(number), changed)

    def _mend_held(self, unit: Unit, waiting: Held, mended: str) -> None:
        """A moderator looks at the new words, also where the old ones were declined."""
        box = held.box(unit.connection, waiting.id) or b""
        sealed = replace(gate.opened(self._keys, waiting.id, box), text=mended)
        held.seal(unit, waiting.id, gate.seal(self._keys, waiting.id, sealed))
        if waiting.why is Why.DECLINED:
            held.waits_for(unit, waiting.id, Why.LOOK)
            unit.emit(WaitingChanged(waiting.guild))

    @one_aside
    def keep_draft(self, unit: Unit, draft: Draft) -> int:
        """Seals what was filled in, so that nothing is lost; gives its number."""
        number = random_id()
        self._keep(unit, number, draft)
        return number

    @one_look
    def draft(self, look: Look, number: int, member: MemberId) -> Draft | None:
        """What was filled in, kept for half an hour; None when it is gone.

        Drafts are found by a number that nobody can guess. One is known: what is up has its words, for *Add or
        change*, under the number that stands in its card, and those are its author's alone.
        """
        vent = vents.by_id(look, VentId(number))
        if vent is not None and not vent.is_by(member, self._tools.refs(vent.guild, member)):
            return None
        kept = drafts.read(look, self._keys, number, to_ms(self.rows.wall.now()))
        if kept is None:
            return None
        values = json.loads(kept)
        return Draft(**values | {"wish": Wish(values["wish"]), "shown": Shown(values["shown"])})

    @one_look
    def words_of(self, look: Look, number: VentId, member: MemberId) -> str | None:
        """The words of one's own post for *Add or change*, from where they wait or from its draft; None: in neither.

        Raises Refusal: too late to change them.
        """
        vent, now_ms = vents.by_id(look, number), to_ms(self.rows.wall.now())
        if vent is None or not vent.is_by(member, self._tools.refs(vent.guild, member)):
            return None
        if not may_edit(vent.posted_ms, now_ms):
            raise Refusal("vent-edit-too-late")
        waiting, box = held.of_vent(look, number), backlog.sealed(look, Work.PUBLISH, str(number))
        if waiting is not None:
            return gate.opened(self._keys, waiting.id, held.box(look, waiting.id) or b"").text
        if box is not None:
            return json.loads(self._keys.open(box, f"vent|{number}"))[0]
        kept = drafts.read(look, self._keys, number, now_ms)
        return json.loads(kept)["text"] if kept is not None else None

    @one_aside
    def drop_draft(self, unit: Unit, number: int) -> None:
        """Throws it away now."""
        drafts.drop(unit, number)

    def _keep(self, unit: Unit, number: int, draft: Draft) -> None:
        drafts.keep(unit, self._keys, number, json.dumps(asdict(draft)))
