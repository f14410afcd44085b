"""The one place where an exception becomes words."""

import logging
import secrets

import discord

from bot.domain.errors import Refusal
from bot.text.catalogue import Words
from bot.ui.press import Face, Press

GONE_CODES = frozenset({10062, 40060, 50027, 10008, 10015})
"""Unknown interaction, already acknowledged, invalid token, unknown message or webhook: the person has left the answer
behind (documentation, opcodes and status codes). Never tried again."""

log = logging.getLogger(__name__)


async def answer_failure(press: Press, error: Exception, what: str, face: Face | None = None) -> None:
    """Says what is so and what can be done, with buttons where there is something to do. Raises nothing."""
    try:
        await press.say(words_for(press.words, error, what), face)
    except discord.HTTPException as gone:
        log.info("%s could not be answered: %s", what, gone.code)
    except Exception:
        log.exception("%s could not be answered", what)


def words_for(words: Words, error: Exception, what: str) -> str:
    """What a failure is called to people: a Refusal's own words, or a defect with a reference that is logged."""
    if isinstance(error, Refusal):
        return words(error.text_id, **error.args_for_text)
    reference = secrets.token_hex(3)
    log.error("defect %s in %s", reference, what, exc_info=error)
    return words("defect", reference=reference)


def is_gone(error: Exception) -> bool:
    """Whether nobody is left to answer."""
    return isinstance(error, discord.HTTPException) and error.code in GONE_CODES
