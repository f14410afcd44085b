"""What giving and taking contributes."""

from pathlib import Path

from bot.domain.events import GivenWithoutAName, SupportGiven, SupportHeldBack, SupportRemoved
from bot.domain.ports import LedgerFigures, OwnPosts
from bot.feature import Feature, Kit, Parts
from bot.ui.router import Way
from cogs.reciprocity import privacy
from cogs.reciprocity.cog import BalanceCog
from cogs.reciprocity.model.balance import Work
from cogs.reciprocity.service.balances import Balances
from cogs.reciprocity.service.ledger import Ledger
from cogs.reciprocity.service.upkeep import Upkeep
from cogs.reciprocity.store.tables import TABLES
from cogs.reciprocity.subscribers import LedgerSubscribers
from cogs.reciprocity.views import BalanceViews


def build(kit: Kit) -> Parts:
    """Puts the rooms together."""
    balances = Balances(kit.rows, kit.keys, kit.doors, kit.people, lambda: kit.ask(OwnPosts))
    views, upkeep, heard = BalanceViews(balances, kit.pictures), Upkeep(kit.rows, kit.keys), LedgerSubscribers(kit.keys)
    return Parts(
        slashes=BalanceCog(balances, views).slashes(),
        presses={
            "balance:at": Way(views.at),
            "balance:on": Way(views.on),
            "balance:off": Way(views.off),
            "balance:thanks": Way(views.thanks),
        },
        row_jobs={Work.TEND: upkeep.tend, Work.ROLL: upkeep.roll, Work.FRIDAY: balances.friday},
        subscribers=[
            (SupportGiven, heard.count_given),
            (SupportHeldBack, heard.count_held_back),
            (SupportRemoved, heard.count_removed),
            (GivenWithoutAName, heard.keep_unnamed),
        ],
        answers=[(LedgerFigures, Ledger(kit.rows))],
        on_start=[upkeep.plant],
    )


FEATURE = Feature(
    name="reciprocity",
    texts=Path(__file__).parent / "text",
    build=build,
    tables=TABLES,
    asks=(OwnPosts,),
    person_rows=privacy.ROWS,
    retention=privacy.RETENTION,
)
