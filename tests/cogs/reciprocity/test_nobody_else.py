"""No path gives one person's figures to another: every command and every button, as every role."""

from typing import Any

from bot.domain.clock import to_ms
from bot.domain.ids import GuildId
from bot.domain.ports import LedgerFigures
from sandbox import ClientRefusal
from tests.cogs.reciprocity.test_balance import balance, cheer, keeps
from tests.contract.crowd import NoLimits
from tests.contract.searching import as_text
from tests.stage import Stage

TELLING = ("You were there for", "there for you:")
ENDS = ("my:forget:yes", "balance:", "vent:alldown", "setup:")
"""Presses that end the walk or begin one's own figures, which are no one else's."""


async def everything(stage: Stage, who: Any) -> list[str]:
    """What all commands that need no options answer, and every button below."""
    said: list[str] = []
    for name in who.commands(stage.room):
        try:
            answer = await who.run(name, channel=stage.room)
        except ClientRefusal:
            continue  # it needs something to be filled in
        said.append(answer.text)
        for button in list(answer.message.buttons) if answer.message is not None else []:
            if button.custom_id and not button.custom_id.startswith(ENDS):
                pressed = await who.press(answer.message, button.custom_id)
                said.append(pressed.text)
    return said


async def test_no_command_and_no_button_of_anybody_tells_anothers_figures(stage: Stage) -> None:
    stage.discord.rest.limits = NoLimits()  # type: ignore[assignment]
    await keeps(stage, stage.ada)
    await cheer(stage, stage.ben, stage.ada, quietly=True)
    for other in stage.guild.members[5:12]:
        await cheer(stage, stage.ada, other, quietly=True)
    seen = await balance(stage, stage.ada)
    assert TELLING[0] in seen.text
    assert [b.custom_id for b in seen.message.buttons if str(stage.ada.id) in (b.custom_id or "")] == []

    for who in (stage.ben, stage.guild.members[5], stage.mia):
        said = await everything(stage, who)

        assert len(said) > 12
        assert [text for text in said if any(one in text for one in TELLING)] == []
    others = [each for who in (stage.ben, stage.mia) for each in who.visible()]
    assert [one for one in map(as_text, others) if any(tell in one for tell in TELLING)] == []


async def test_nothing_that_others_see_moves_when_an_anonymous_post_is_cheered(stage: Stage) -> None:
    """Figures of the group, and everybody's balance but the giver's own."""
    await keeps(stage, stage.ada, stage.mia)
    await cheer(stage, stage.mia, stage.ada)
    card, _ = await stage.vent(stage.ada)
    await balance(stage, stage.ada)
    before = await shown(stage)

    for who in stage.guild.members[5:9]:
        await who.press(card, "vent:cheer")
    await stage.ben.press(card, "vent:cheer")

    assert await shown(stage) == before


async def shown(stage: Stage) -> list[Any]:
    assert stage.bot is not None
    ledger = next(who for parts in stage.bot._parts.values() for asked, who in parts.answers if asked is LedgerFigures)
    figures = await ledger.figures(GuildId(stage.guild.id), 0, to_ms(stage.discord.clock.now()) + 86_400_000)
    return [figures, *[(await balance(stage, who)).text for who in (stage.ada, stage.mia)]]
