"""The one place where an exception becomes words."""

import logging
import secrets
from collections.abc import Iterable

import discord

from bot.domain.errors import THREADS_FULL, CannotReach, DatabaseAway, InWords
from bot.domain.ids import ChannelId
from bot.text.catalogue import Words
from bot.ui.press import Face, Press
from bot.ui.rights import lacking

GONE_CODES = frozenset({10062, 40060, 50027, 10008, 10015})
"""Unknown interaction, already acknowledged, invalid token, unknown message or webhook: the person has left the answer
behind (documentation, opcodes and status codes). Never tried again."""

NO_RIGHT_CODES = frozenset({50001, 50013})
"""Missing access, missing permissions."""

CONTENT_MAX = 2_000
"""Characters of a message (documentation, create message)."""

log = logging.getLogger(__name__)


async def answer_failure(
    press: Press, error: Exception, what: str, face: Face | None = None, *, done: bool = False
) -> None:
    """Says what is so and what can be done, with buttons where there is something to do. Raises nothing.

    `done` is for what broke after what they asked for was done.
    """
    try:
        await press.say(words_for(press.words, error, what, done=done), face)
    except discord.HTTPException as gone:
        log.info("%s could not be answered: %s", what, gone.code)
    except Exception:
        log.exception("%s could not be answered", what)


async def give_back_words(press: Press, what: str) -> None:
    """Shows somebody what they wrote into a form, where it could not even be kept for them. Raises nothing."""
    if press.interaction.type is not discord.InteractionType.modal_submit:
        return
    written = max((value for values in press.fields.values() for value in values), key=len, default="")
    if " " not in written:
        return  # choices and numbers are soon given again
    try:
        await press.say(press.words("database-away-words"))
        await press.say(written[:CONTENT_MAX])
    except discord.HTTPException as gone:
        log.info("%s: the words could not be given back: %s", what, gone.code)


def words_for(words: Words, error: Exception, what: str, *, done: bool = False) -> str:
    """What a failure is called to people: its own words, or a defect with a reference that is logged."""
    if done and isinstance(error, DatabaseAway):
        return words("done-database-away")
    if isinstance(error, InWords):
        return words(error.text_id, **error.args_for_text)
    if isinstance(error, CannotReach) and error.permission is not None and error.place is not None:
        return missing_right(words, error.permission, error.place)
    if isinstance(error, discord.Forbidden) and error.code in NO_RIGHT_CODES:
        log.warning("%s: %s", what, error)
        return words("right-missing-somewhere")
    reference = secrets.token_hex(3)
    log.error("defect %s in %s%s", reference, what, ", after it was done" if done else "", exc_info=error)
    return words("done-unsaid" if done else "defect", reference=reference)


def missing_right(words: Words, permission: str, place: ChannelId) -> str:
    """Which right is missing and where, for whoever wanted something of the bot."""
    if permission == THREADS_FULL:
        return words("threads-full")
    return words("right-missing", right=words(f"right-name-{permission}"), place=str(place))


def why_not(press: Press, place: ChannelId, needs: Iterable[str]) -> str | None:
    """Which of these rights the bot lacks there, in words; None where nothing is known of one."""
    guild = press.interaction.guild
    missing = lacking(guild, place, needs)
    if missing is None or guild is None:
        return None
    thread = guild.get_thread(place)
    return missing_right(press.words, missing, ChannelId(thread.parent_id) if thread is not None else place)


def is_gone(error: Exception) -> bool:
    """Whether nobody is left to answer."""
    return isinstance(error, discord.HTTPException) and error.code in GONE_CODES
