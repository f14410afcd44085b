"""One's own page as it looks, without a Discord."""

import pytest
from discord import ui

from bot.data.inbox import Note
from bot.domain.ids import GuildId
from bot.screening.escape import escape
from cogs.care.model import WORDS_MAX, answer_buttons
from cogs.yourdata import cards
from tests.cogs.moderation.test_board_face import WORDS

GUILD = GuildId(7)
TEXTS_MAX, BYTES_MAX, PARTS_MAX = 4_000, 10_170, 40
"""Of one message (documentation, message components; discord-api-docs#8554)."""


def shown(face: ui.LayoutView) -> list[str]:
    return [part.content for part in face.walk_children() if isinstance(part, ui.TextDisplay)]


@pytest.mark.parametrize("letter", ["a", "*", "ก", "😔"])
def test_whoever_was_answered_at_length_reads_all_of_it(letter: str) -> None:
    waiting = [
        Note("care-note-answer", {"words": escape(f"{number} {letter * (WORDS_MAX - 3)}")}, answer_buttons(number))
        for number in range(12)
    ]

    pages = [cards.notes(waiting, GUILD, page, WORDS) for page in range(len(waiting))]

    said = [text for face in pages for text in shown(face)]
    assert all(any(note.args["words"] in text for text in said) for note in waiting)
    for face in pages:
        assert len("".join(shown(face))) <= TEXTS_MAX
        assert sum(len(text.encode()) + 12 for text in shown(face)) <= BYTES_MAX
        assert len(list(face.walk_children())) <= PARTS_MAX


def test_short_notes_stand_five_on_a_page_and_a_page_that_is_gone_is_the_first() -> None:
    waiting = [Note("note-helped", {}) for _ in range(7)]

    first, second, gone = (shown(cards.notes(waiting, GUILD, page, WORDS)) for page in (0, 1, 2))

    assert len(first) == 1 + cards.NOTES_ON_A_PAGE
    assert len(second) == 1 + 2
    assert gone == first
