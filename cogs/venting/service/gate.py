"""Steps inside somebody's unit that decide whether a text without a name goes up, and that keep it if not."""

import json
from collections.abc import Sequence
from dataclasses import astuple

from bot.data import community, mutes
from bot.data.keys import Keys
from bot.data.unit import Look, Unit
from bot.domain.clock import from_ms, to_ms
from bot.domain.events import WaitingChanged
from bot.domain.ids import GuildId, LineId, Ref, VentId
from bot.screening.findings import findings
from cogs.venting.model.gate import HELD_AT_MOST, Arrival, Gate, Held, Sealed, Why, by_size, must_wait, usually
from cogs.venting.store import gate, held


def is_looked_at(look: Look, guild: GuildId, arrival: Arrival, text: str, now_ms: int) -> bool:
    """Whether a moderator looks at this text first: as they chose it, or as suits the group's size."""
    holds = gate.chosen(look, guild)
    if holds is None:
        size, since = community.group(look, guild, from_ms(now_ms)), gate.here_for(look, guild, now_ms)
        holds = by_size(size, open_invite=arrival.open_invite, here_for=since)
    flagged = holds is Gate.FLAGGED and bool(findings(text))
    return must_wait(holds, is_new=arrival.is_new, is_flagged=flagged)


def holds_back(unit: Unit, guild: GuildId, refs: Sequence[Ref], *, look: bool, when_open: bool) -> Why | None:
    """What a text without a name waits for, None for nothing.

    Raises Refusal while a mute holds, or the brake and its author would not rather wait (`when_open`).
    """
    mutes.refuse_muted(unit, guild, refs)
    if when_open and mutes.braked_until(unit.connection, guild, unit.now_ms) is not None:
        return Why.BRAKE
    mutes.refuse_unnamed(unit, guild, refs)
    return Why.LOOK if look else None


def hold(
    unit: Unit, keys: Keys, guild: GuildId, vent: VentId, sealed: Sealed, why: Why, line: LineId | None = None
) -> None:
    """Keeps a text sealed for HELD_AT_MOST; somebody is asked to look, or it waits for the brake's end."""
    number, until_ms = line or vent, to_ms(unit.now + HELD_AT_MOST)
    one = Held(number, guild, vent, line, why, None, unit.now_ms, until_ms)
    held.add(unit, one, seal(keys, number, sealed))
    if why is Why.BRAKE:
        gate.open_when_off(unit, guild)
    else:
        unit.emit(WaitingChanged(guild))


def seal(keys: Keys, number: int, sealed: Sealed) -> bytes:
    return keys.seal(json.dumps(astuple(sealed)), f"held|{number}")


def opened(keys: Keys, number: int, box: bytes) -> Sealed:
    """Raises keys.BoxBroken."""
    return Sealed(*json.loads(keys.open(box, f"held|{number}")))


def how_long(look: Look, guild: GuildId) -> str:
    """How long it usually takes: "unknown", "hour", "day" or "longer"."""
    return usually(gate.took_lately(look, guild))
