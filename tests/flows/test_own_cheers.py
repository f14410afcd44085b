"""A server's own cheers: on the card, as reactions, in /cheer; and cards that were there before."""

from typing import Any

from bot.data import guilds
from bot.domain.ids import GuildId
from tests.stage import Stage

OWN: dict[str, Any] = {
    "list": [["🕯️", "A light for you"], ["🍵", "Tea is on"], ["🪁", "Up again"]],
    "laugh": ["😄", "Ha"],
}


async def choose(stage: Stage, body: dict[str, Any]) -> None:
    assert stage.bot is not None
    guild = GuildId(stage.guild.id)
    await stage.bot.database.change(lambda unit: guilds.choose(unit, guild, "cheers", body))


def labels(card: Any) -> list[str]:
    return [one.label for one in card.buttons]


async def test_a_card_shows_the_server_s_own_cheers_and_a_laugh_only_under_cheer_me_up(stage: Stage) -> None:
    await choose(stage, OWN)

    listen, _ = await stage.vent(stage.ada)
    cheer, _ = await stage.vent(stage.ben, help="cheer")
    await stage.mia.press(cheer, "😄 Ha")

    three = ["🕯️ A light for you", "🍵 Tea is on", "🪁 Up again"]
    assert labels(listen) == [*three, "Write a line", "⋯"]
    assert labels(cheer) == [*three, "😄 Ha", "Write a line", "⋯"]
    await stage.discord.until(lambda: "1 person is with you" in cheer.text)
    more = await stage.ben.press(cheer, "⋯")
    assert (await stage.ben.press(more.message, "Who was here")).text == "😄 Ha: 1"


async def test_a_card_from_before_goes_on_and_shows_the_new_ones_at_the_next_press(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    await choose(stage, OWN)

    await stage.ben.press(card, "🫂 With you")

    assert labels(card)[:3] == ["🕯️ A light for you", "🍵 Tea is on", "🪁 Up again"]
    assert "1 person is with you" in card.text


async def test_a_reaction_with_one_of_the_server_s_own_counts_and_one_of_the_usual_does_not(stage: Stage) -> None:
    await choose(stage, OWN)
    card, _ = await stage.vent(stage.ada)

    await stage.mia.react(card, "🫂")
    await stage.ben.react(card, "🍵")

    await stage.discord.until(lambda: "1 person is with you" in card.text)
    await stage.quiet()
    assert "1 person is with you" in card.text


async def test_cheer_sends_the_server_s_own_and_takes_the_first_where_none_is_named(stage: Stage) -> None:
    await choose(stage, OWN)

    await stage.ada.run("cheer", channel=stage.room, member=stage.ben)
    await stage.ada.run("cheer", channel=stage.room, member=stage.ben, emoji="🍵")
    form = (await stage.ada.menu("Cheer", stage.ben)).form

    said = [m.text for m in stage.mia.sees(stage.room) if "is cheering" in m.text]
    assert [text[-1] for text in said] == ["🕯", "🍵"]
    assert [one.value for one in form.fields["emoji"].options][:4] == ["🕯", "🍵", "🪁", "🫂"]


async def test_what_cannot_be_read_as_cheers_leaves_the_usual_ones(stage: Stage) -> None:
    await choose(stage, {"list": [["🕯️", "Only one"]], "laugh": None})

    card, _ = await stage.vent(stage.ada)

    assert labels(card)[:3] == ["🫂 With you", "☕ Sitting with you", "💪 Rooting for you"]
