"""Vents for tests of pure rules and cards."""

from dataclasses import replace
from typing import Any

from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId, Ref, VentId
from cogs.venting.model.vent import Shown, Stage, Vent, Wish

PLAIN = Vent(
    id=VentId(5),
    guild=GuildId(1),
    room=ChannelId(2),
    message=MessageId(3),
    thread=ChannelId(3),
    wish=Wish.LISTEN,
    shown=Shown.HIDDEN,
    alias="Quiet Heron",
    author=None,
    author_ref=Ref(b"a" * 32),
    warning=False,
    stage=Stage.UP,
    posted_ms=1_700_000_000_000,
    ends_ms=1_700_604_800_000,
    closed=False,
    hidden=False,
    tells=False,
    supporters=0,
    version=1,
)


def a_vent(**changes: Any) -> Vent:
    """A vent that is plain but for these."""
    return replace(PLAIN, **changes)


def by_name(member: int) -> Vent:
    return a_vent(author=MemberId(member), author_ref=None, alias=None, shown=Shown.OPEN)
