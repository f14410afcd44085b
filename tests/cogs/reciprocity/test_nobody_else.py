"""No path gives one person's figures to another: every command, menu, button and form, as every role."""

from typing import Any

from bot.domain.clock import to_ms
from bot.domain.ids import GuildId
from bot.domain.ports import LedgerFigures
from sandbox.people import offers
from tests.cogs.moderation.desk import MODERATE
from tests.cogs.reciprocity.prying import Prying, leaves
from tests.cogs.reciprocity.test_balance import balance, cheer, keeps
from tests.contract.corners import switch_on
from tests.contract.crowd import NoLimits
from tests.contract.searching import as_text
from tests.contract.staff import MANAGE
from tests.stage import Stage

TELLING = ("You were there for", "there for you:", "Only you see this.**")


async def test_no_command_menu_button_or_form_of_anybody_tells_anothers_figures(stage: Stage) -> None:
    stage.discord.rest.limits = NoLimits()  # type: ignore[assignment]
    await switch_on(stage, "buddies", "circles", "health")
    helper, manager = stage.guild.members[5:7]
    for one, right in ((helper, MODERATE), (manager, MANAGE)):
        stage.guild.give(one.person, stage.guild.role(one.name, right))
    await keeps(stage, stage.ada)
    await cheer(stage, stage.ben, stage.ada, quietly=True)
    for other in stage.guild.members[7:14]:
        await cheer(stage, stage.ada, other, quietly=True)
    seen = await balance(stage, stage.ada)
    assert TELLING[0] in seen.text
    [picture] = [bytes(one.data) for one in seen.message.stored.attachments]
    assert [b.custom_id for b in seen.message.buttons if str(stage.ada.id) in (b.custom_id or "")] == []

    walks: list[Prying] = []
    for number, who in enumerate((stage.ben, helper, manager, stage.mia)):
        card, _ = await stage.vent(stage.guild.members[20 + number], name="open")
        walks.append(Prying(stage, who, stage.room, card))
    walks += [Prying(stage, stage.ben.person, stage.ben.person.dm(stage.app))]
    for walk in walks:
        await walk.all_of_it()

        assert [text for text in walk.said if any(one in text for one in TELLING)] == []
        assert picture not in walk.files
    there = [offers.Offer(stage.app.state, one) for some in stage.app.state.commands.values() for one in some]
    assert {name for one in there for name in leaves(one)} - set[str]().union(*(walk.ran for walk in walks)) == set()
    others = [each for who in (stage.ben, helper, manager, stage.mia) for each in who.visible()]
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
