"""What goes wrong: what has words is said in them, everything else is a defect."""

from bot.domain.ids import ChannelId


class InWords(Exception):
    """Did not come about, and there are words for why: `text_id` names a Fluent message, `args` are its variables."""

    def __init__(self, text_id: str, **args: str | int) -> None:
        super().__init__(text_id)
        self.text_id = text_id
        self.args_for_text = args


class Refusal(InWords):
    """Declined for a reason the person can act on."""


class DatabaseAway(InWords):
    """The database does not answer for now. What was asked of it was not done, or nobody knows whether it was.

    No Refusal: nothing was decided, so whoever passes over a refusal must not pass over this.
    """

    def __init__(self, why: str) -> None:
        super().__init__("database-away")
        self.why = why

    def __str__(self) -> str:
        return self.why


class CannotReach(Exception):
    """The place or the person cannot be reached: a right is missing, it is gone, or the DMs are closed.

    `permission` is the right that the bot lacks in `place`, by discord.py's name, or THREADS_FULL; None where it is
    something else. Where it is known, the moderators hear of it by themselves, and a job that lets this fly is tried
    again until the right is there.
    """

    def __init__(self, code: int, what: str, permission: str | None = None, place: ChannelId | None = None) -> None:
        super().__init__(f"{what} ({code}{f', lacks {permission}' if permission else ''})")
        self.code = code
        self.permission = permission
        self.place = place

    def about_dm(self, closed: str) -> str:
        """The text that says why no direct message could be opened: `closed` where the person lets none through."""
        return "dm-too-fast" if self.code == OPENING_TOO_FAST else closed


UNKNOWN_CHANNEL, UNKNOWN_MESSAGE = 10003, 10008
OPENING_TOO_FAST = 40003
GONE = frozenset({UNKNOWN_CHANNEL, UNKNOWN_MESSAGE})
"""Discord's codes for what was deleted (documentation, opcodes and status codes)."""
THREADS_FULL = "active_threads"
"""Stands where a right would: the server has as many open threads as Discord allows."""


class StartRefused(Exception):
    """The bot will not start as things are; the sentence says why and what to do. Exit code 3."""
