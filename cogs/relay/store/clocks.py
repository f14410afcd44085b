"""The rows of vents that wait."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Row, bindparam, case, delete, or_, select, update

from bot.data.schema import upsert
from bot.data.unit import Look, Unit
from bot.domain.ids import GuildId, MessageId, VentId
from cogs.relay.model.waiting import Clock
from cogs.relay.store.tables import vent_clock, vent_over

OVER_KEPT = timedelta(days=1)
LONGEST_VENT = timedelta(days=35)
"""No vent lives longer (30 days at most, SPEC 4.1): a clock that old was forgotten by somebody."""
_MS = timedelta(milliseconds=1)


_ID = vent_clock.c.vent_id == bindparam("vent")
_SET = update(vent_clock).where(_ID)
_UP = (vent_clock.c.room_id.is_not(None),)
_LOOK = select(vent_clock).where(_ID, *_UP)
_HELD = _LOOK.with_for_update()
_COUNTED = select(vent_clock.c.total, vent_clock.c.asked_ms).where(_ID).with_for_update()
_MADE = select(vent_clock.c.made_ms).where(_ID)
_START = _SET.values(started_ms=bindparam("since"))
_was_worded = vent_clock.c.worded == 1
_REOPEN = _SET.values(
    started_ms=bindparam("now"), worded=0,
    **{
        name: case((_was_worded, 0), else_=vent_clock.c[name])
        for name in ("widened", "lifted", "moderators_asked")
    },
)  # fmt: skip
_CLAIM = _SET.values(claimed_until_ms=bindparam("until"))
_WIDENED, _LIFTED = _SET.values(widened=1), _SET.values(lifted=1)
_ANSWERED = _SET.values(answered=bindparam("is_so"))
_CAME = _SET.values(answered=1, asked_ms=0)
_MODERATORS_ASKED = _SET.values(moderators_asked=1, asked_ms=bindparam("now"))
_WORDED = _SET.values(worded=bindparam("said"))
_ROLE_MESSAGE = _SET.values(role_message_id=bindparam("message"))
_LIFT_MESSAGE = _SET.values(lift_message_id=bindparam("message"))
_REMOVE = delete(vent_clock).where(_ID)
_OLD = delete(vent_clock).where(vent_clock.c.made_ms <= bindparam("before"))
_OVER = upsert(vent_over).on_conflict_do_nothing()
_IS_OVER = select(vent_over.c.vent_id).where(vent_over.c.vent_id == bindparam("vent"))
_OVER_OLD = delete(vent_over).where(vent_over.c.until_ms <= bindparam("now"))

_UNANSWERED = (
    select(vent_clock.c.started_ms)
    .where(vent_clock.c.guild_id == bindparam("guild"), vent_clock.c.total == 0, vent_clock.c.closed == 0, *_UP)
    .order_by(vent_clock.c.started_ms)
    .limit(500)
)
_SERVER = vent_clock.c.guild_id == bindparam("guild")
_FOR_MODERATORS = (
    select(vent_clock)
    .where(_SERVER, *_UP, vent_clock.c.closed == 0)
    .where(
        or_(
            vent_clock.c.asked_ms > 0,
            (vent_clock.c.total == 0) & (vent_clock.c.lifted == 1) & (vent_clock.c.worded == 0)
            & (vent_clock.c.shown != "circle"),
        )
    )
    .order_by(vent_clock.c.started_ms)
    .limit(bindparam("most"))
)  # fmt: skip


def _clock(row: Row[Any]) -> Clock:
    return Clock(
        vent=row.vent_id, guild=row.guild_id, room=row.room_id, message=row.message_id, wish=row.wish, shown=row.shown,
        author=row.author_id, author_ref=row.author_ref, at_once=bool(row.at_once), started_ms=row.started_ms,
        total=row.total, closed=bool(row.closed), claimed_until_ms=row.claimed_until_ms, widened=bool(row.widened),
        lifted=bool(row.lifted), worded=bool(row.worded), role_message=row.role_message_id,
        lift_message=row.lift_message_id, answered=bool(row.answered), moderators_asked=bool(row.moderators_asked),
        asked_ms=row.asked_ms,
    )  # fmt: skip


def clock(look: Look, vent: VentId) -> Clock | None:
    """None where the vent is not up, or gone."""
    row = look.execute(_LOOK, {"vent": vent}).first()
    return _clock(row) if row is not None else None


def held(unit: Unit, vent: VentId) -> Clock | None:
    """The same; nobody else changes it until this unit ends."""
    row = unit.run(_HELD, {"vent": vent}).first()
    return _clock(row) if row is not None else None


def age_ms(unit: Unit, vent: VentId) -> int:
    """How long a vent has been up; 0 for one nobody was heard of."""
    made = unit.run(_MADE, {"vent": vent}).scalar()
    return max(0, unit.now_ms - int(made)) if made is not None else 0


def counted(unit: Unit, vent: VentId) -> tuple[int, bool] | None:
    """(how many were there so far, whether its author waits for a moderator); None for one nobody was heard of."""
    row = unit.run(_COUNTED, {"vent": vent}).first()
    return (row.total, row.asked_ms > 0) if row is not None else None


def unanswered(look: Look, guild: GuildId) -> list[int]:
    """When the vents went up that nobody has answered yet, the longest waiting first."""
    return list(look.execute(_UNANSWERED, {"guild": guild}).scalars())


def for_moderators(look: Look, guild: GuildId, *, most: int) -> list[Clock]:
    """Those that wait for one of them, the oldest first."""
    return [_clock(row) for row in look.execute(_FOR_MODERATORS, {"guild": guild, "most": most})]


def start(unit: Unit, vent: VentId, since_ms: int) -> None:
    """The wait begins anew, as if it had at that moment."""
    unit.run(_START, {"vent": vent, "since": since_ms})


def reopen(unit: Unit, vent: VentId) -> None:
    """Nobody is there any more: the wait begins anew, and after a day's word with all that belongs to it."""
    unit.run(_REOPEN, {"vent": vent, "now": unit.now_ms})


def claim(unit: Unit, vent: VentId, until_ms: int) -> None:
    unit.run(_CLAIM, {"vent": vent, "until": until_ms})


def widened(unit: Unit, vent: VentId) -> None:
    unit.run(_WIDENED, {"vent": vent})


def lifted(unit: Unit, vent: VentId) -> None:
    unit.run(_LIFTED, {"vent": vent})


def answered(unit: Unit, vent: VentId, *, is_so: bool) -> None:
    """Whether somebody more was there since it was last looked at."""
    unit.run(_ANSWERED, {"vent": vent, "is_so": int(is_so)})


def came(unit: Unit, vent: VentId) -> None:
    """Somebody more was there: no moderator is waited for."""
    unit.run(_CAME, {"vent": vent})


def moderators_asked(unit: Unit, vent: VentId) -> None:
    unit.run(_MODERATORS_ASKED, {"vent": vent, "now": unit.now_ms})


def worded(unit: Unit, vent: VentId, *, said: bool) -> None:
    """Whether its author was told that a day has passed."""
    unit.run(_WORDED, {"vent": vent, "said": int(said)})


def role_message_is(unit: Unit, vent: VentId, message: MessageId | None) -> None:
    unit.run(_ROLE_MESSAGE, {"vent": vent, "message": message})


def lift_message_is(unit: Unit, vent: VentId, message: MessageId | None) -> None:
    unit.run(_LIFT_MESSAGE, {"vent": vent, "message": message})


def remove(unit: Unit, vent: VentId) -> None:
    """With all asks."""
    unit.run(_REMOVE, {"vent": vent})


def over(unit: Unit, vent: VentId) -> None:
    """It is gone; that is known for OVER_KEPT."""
    unit.run(_OVER, {"vent_id": vent, "until_ms": unit.now_ms + OVER_KEPT // _MS})


def is_over(unit: Unit, vent: VentId) -> bool:
    return unit.run(_IS_OVER, {"vent": vent}).first() is not None


def expire(unit: Unit) -> None:
    """What was remembered of ended vents goes."""
    unit.run(_OVER_OLD, {"now": unit.now_ms})
    unit.run(_OLD, {"before": unit.now_ms - LONGEST_VENT // _MS})
