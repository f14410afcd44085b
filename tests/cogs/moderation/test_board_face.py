"""What the board looks like, without a Discord."""

from collections import Counter
from pathlib import Path

from discord import ui

from bot.domain.ids import MessageId
from bot.domain.ports import BoardItem
from bot.text.catalogue import Catalogue
from cogs.moderation.cards.board import board
from cogs.moderation.model import Overview

COGS = Path(__file__).parents[3] / "cogs"
WORDS = Catalogue(sorted(COGS.glob("*/text"))).words(None)


async def test_two_things_about_one_screen_or_one_post_are_on_it_with_each_button_once() -> None:
    circles = BoardItem("circle-board-list", {"count": 3}, 0, "circle-look", "circle:overview")
    report = BoardItem("care-on-board", {"since": "…"}, 0, "mod-look", "mod:tools:7", MessageId(7))

    face = board(
        Overview(
            (circles, circles, report), more=False, waiting=(), listening=0, roster=False, braked_until=None, now_ms=0
        ),
        WORDS,
    )

    said = [one.content for one in face.walk_children() if isinstance(one, ui.TextDisplay)]
    pressed = Counter(one.custom_id for one in face.walk_children() if isinstance(one, ui.Button))
    assert len(said) == 4
    assert pressed["circle:overview"] == 1
    assert max(pressed.values()) == 1
