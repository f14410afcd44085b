"""Lists for moderators: nothing on them is ever lost, and all of it can be taken back."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.data.modlog import Done, Entry
from bot.data.mutes import Brake, Mute
from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId
from bot.text.catalogue import Words
from cogs.moderation.cards import board, posts
from cogs.moderation.model import LOG_SHOWN, MUTES_SHOWN, Act, Overview, Place, place_of
from tests.cogs.moderation.test_board_face import COGS, WORDS, Catalogue
from tests.stage import Stage

LONG = 2**63 - 1
"""No id is longer."""
LANGUAGES = [WORDS, Catalogue(sorted(COGS.glob("*/text"))).words("de")]


def entry(number: int, done: str, at_ms: int = 0, reason: str | None = None, was: Brake | None = None) -> Entry:
    where = (GuildId(LONG), MemberId(LONG), done, ChannelId(LONG), MessageId(LONG - number))
    return Entry(number, Done(*where, reason, was), undone=False, at_ms=at_ms)


def labels(face: "posts.Face") -> list[str]:
    return [str(getattr(one, "label", "")) for one in face.children]


@pytest.mark.parametrize("words", LANGUAGES)
def test_a_page_of_the_log_shows_all_of_its_lines_however_long(words: Words) -> None:
    for act, reason in [(Act.UNDO, Act.HIDE_ALL), (Act.HIDE_ALL, "reveals"), (Act.HIDDEN_BY_REPORTS, "reveals")]:
        entries = [entry(number, act, at_ms=LONG // 10**6, reason=reason) for number in range(LOG_SHOWN + 1)]

        text, face = posts.log(entries, 12, 0, words)

        assert all(str(LONG - number) in text for number in range(LOG_SHOWN))
        assert len(text) <= posts.MESSAGE_MAX
        assert face.children[-1].custom_id == "mod:log:13"  # pyright: ignore[reportAttributeAccessIssue]


def test_the_log_offers_to_take_back_what_can_be() -> None:
    old = timedelta(days=8) // timedelta(milliseconds=1)
    entries = [
        entry(0, Act.HIDE, old), entry(1, Act.HIDE), entry(2, Act.LOCK), entry(3, Act.UNDO, reason="hide"),
        entry(4, Act.BRAKE_OFF), entry(5, Act.BRAKE_OFF, was=Brake(LONG, 1)),
    ]  # fmt: skip

    _, face = posts.log(entries, 0, old, WORDS)

    assert labels(face) == ["Undo 1", "Undo 3", "Undo 6"]


@pytest.mark.parametrize("words", LANGUAGES)
def test_every_mute_is_on_a_page_with_its_own_lift(words: Words) -> None:
    until = datetime(2030, 1, 1, tzinfo=UTC)
    held = [
        Mute(GuildId(LONG), until, "reveals", number, ChannelId(LONG), MessageId(LONG)) for number in range(MUTES_SHOWN)
    ]

    text, face = posts.mutes(held, 1, 30, words)

    assert len(text) <= posts.MESSAGE_MAX
    assert f"\n{2 * MUTES_SHOWN}. " in text
    assert len(face.children) == MUTES_SHOWN + 2


@pytest.mark.parametrize(("listening", "said"), [(0, "Fewer than 5"), (4, "Fewer than 5"), (5, "5 people listen")])
def test_the_board_tells_few_listeners_not_apart(listening: int, said: str) -> None:
    seen = Overview((), more=False, waiting=(), listening=listening, roster=True, braked_until=None, now_ms=0)

    assert said in str(board.board(seen, WORDS).to_components())


def test_a_link_in_angle_brackets_is_a_link_and_what_was_written_without_one_is_given_back() -> None:
    assert place_of(" <https://discord.com/channels/1/2/3> ") == Place(GuildId(1), ChannelId(2), MessageId(3))
    text, _ = posts.how_to_report("", "They *shout*.", WORDS, reaches_operator=False)
    assert "They \\*shout\\*." in text


async def test_an_owner_without_a_moderators_place_gets_a_button_that_leads_to_the_post(stage: Stage) -> None:
    settings = await stage.mia.run("my settings", channel=stage.room)
    await stage.mia.press(settings.message, f"my:dm:{stage.guild.id}:on")
    card, _ = await stage.vent(stage.ada)
    opened = await stage.ben.menu("Report", card)
    await stage.ben.submit(opened.form, reason="attack")
    await stage.quiet()

    told = stage.mia.sees_dm(stage.app)[-1]

    assert told.buttons[0].label == "Look at it"
    assert told.buttons[0].url == f"https://discord.com/channels/{stage.guild.id}/{stage.room.id}/{card.id}"
    assert "`/mod board`" in told.text
