"""What switching on means, and what a place must allow."""

from dataclasses import dataclass

from bot.domain.ids import ChannelId

FIRST_FEATURES = ("venting", "cheering", "relay", "care", "moderation")
"""What `/setup start` and `/setup channels` turn on (INTERFACE, switching on)."""


@dataclass(frozen=True)
class MissingRight:
    """A right the bot lacks in a place; `why` is the text that says what for."""

    permission: str
    why: str
    place: ChannelId
