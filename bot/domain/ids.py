"""Who and what: distinct types for Discord's ids and ours, so that they cannot be mixed up."""

import secrets
from typing import NewType

GuildId = NewType("GuildId", int)
ChannelId = NewType("ChannelId", int)
"""A channel or a thread: Discord numbers both from one range."""
MessageId = NewType("MessageId", int)
MemberId = NewType("MemberId", int)
"""A Discord user's id; we only ever meet people as members of a server."""
RoleId = NewType("RoleId", int)
VentId = NewType("VentId", int)
LineId = NewType("LineId", int)
Ref = NewType("Ref", bytes)
"""32 bytes, HMAC-SHA256 under one of our keys: stands for a person without saying who."""


def random_id() -> int:
    """A random positive 63-bit number.

    Not a snowflake: that would tell the second in which somebody acted.
    """
    return secrets.randbits(63) | 1
