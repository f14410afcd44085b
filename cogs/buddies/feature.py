"""What buddies contribute."""

from pathlib import Path

from bot.domain.events import CheckInShared, CheckInsPaused
from bot.feature import Feature, Kit, Parts
from bot.ui.router import Way
from cogs.buddies import privacy
from cogs.buddies.cog import BuddyCog
from cogs.buddies.model.weeks import Work
from cogs.buddies.service.asking import Asking
from cogs.buddies.service.rounds import Rounds
from cogs.buddies.service.taking_part import TakingPart
from cogs.buddies.service.tools import Tools
from cogs.buddies.store.tables import TABLES
from cogs.buddies.subscribers import BuddySubscribers
from cogs.buddies.views import BuddyViews


def build(kit: Kit) -> Parts:
    """Puts the rooms together."""
    tools = Tools(kit.rows, kit.keys, kit.people, kit.doors, kit.inbox)
    taking, rounds = TakingPart(tools), Rounds(tools)
    views = BuddyViews(taking, Asking(tools))
    cog, heard = BuddyCog(views), BuddySubscribers(kit.people, kit.doors, kit.inbox)
    return Parts(
        slashes=cog.slashes(),
        menus=cog.menus(),
        presses={
            "buddy:stop": Way(views.stop, expects="update"),
            "buddy:stay": Way(views.stay, expects="update"),
            "buddy:met": Way(views.talked, expects="update"),
            "buddy:yes": Way(views.yes, expects="update"),
            "buddy:no": Way(views.no, expects="update"),
        },
        row_jobs={
            Work.ROUND: rounds.begin,
            Work.TALKED: rounds.ask_whether_talked,
            Work.LEFT_ALONE: taking.left_alone,
        },
        subscribers=[(CheckInShared, heard.tell_buddy), (CheckInsPaused, heard.pause)],
    )


FEATURE = Feature(
    name="buddies",
    texts=Path(__file__).parent / "text",
    build=build,
    tables=TABLES,
    person_rows=privacy.ROWS,
    retention=privacy.RETENTION,
    switchable=True,
)
