"""The one filter of SPEC 4.1, as one question: what is there to say of a text before it is passed on? Nothing is kept.

What is done about the answer, and where the text waits meanwhile, is `bot.ui.filter`.
"""

from dataclasses import dataclass
from functools import lru_cache

from bot.data import guilds
from bot.data.unit import Look
from bot.domain.errors import Refusal
from bot.domain.ids import GuildId
from bot.screening.crisis import signals
from bot.screening.findings import findings, name_candidates
from bot.screening.words import WordList, WordListError


@dataclass(frozen=True)
class LookedOver:
    """What the filter found in a text: words that can mean danger, (excerpt, masked, kind) of what leads back to
    somebody, words that may be a member's name, and (`listed`) a word of the server's own list."""

    danger: bool
    findings: tuple[tuple[str, str, str], ...] = ()
    names: tuple[str, ...] = ()
    listed: str | None = None

    def without_listed(self) -> "LookedOver":
        """Itself. Raises Refusal for a word of the server's own list, after danger was spoken of (SPEC 4.3)."""
        if self.listed is not None:
            raise Refusal("text-word-list", word=self.listed)
        return self


def look_over(look: Look, guild: GuildId, text: str) -> LookedOver:
    """A text that others will read."""
    listed = _word_list(tuple(guilds.words(look, guild))).found_in(text)
    masked = tuple((finding.excerpt, finding.masked, finding.kind) for finding in findings(text))
    return LookedOver(bool(signals(text)), masked, tuple(name_candidates(text)), listed[0] if listed else None)


def look_over_own(*texts: str) -> LookedOver:
    """Texts that nobody but their writer will read: nothing in them can lead back to them."""
    return LookedOver(any(signals(text) for text in texts))


@lru_cache(maxsize=64)
def _word_list(entries: tuple[str, ...]) -> WordList:
    try:
        return WordList(entries)
    except WordListError:
        # whoever writes a list hears what is wrong with it; whoever posts is not stopped by it
        return WordList([entry for entry in entries if _is_sound(entry)])


def _is_sound(entry: str) -> bool:
    try:
        WordList([entry])
    except WordListError:
        return False
    return True
