"""What moderation contributes."""

from functools import partial
from pathlib import Path

from bot.domain.ports import AuthoredPosts, OnBoard
from bot.feature import Feature, Kit, Parts, Right
from bot.ui.router import Way
from cogs.moderation import privacy, store
from cogs.moderation.cog import ModCog
from cogs.moderation.jobs import ModJobs
from cogs.moderation.model import Work
from cogs.moderation.service.moderating import Moderating
from cogs.moderation.service.reporting import Reporting
from cogs.moderation.service.tools import Tools
from cogs.moderation.views import ModViews


def build(kit: Kit) -> Parts:
    """Puts the rooms together."""
    tools = Tools(kit.rows, kit.keys, kit.inbox, kit.people, partial(kit.ask, AuthoredPosts))
    moderating, reporting = Moderating(tools), Reporting(tools)
    views = ModViews(moderating, reporting)
    cog = ModCog(moderating, reporting, kit.groups, kit.ask, kit.about)
    jobs = ModJobs(reporting, kit.sender, kit.catalogue)
    return Parts(
        slashes=cog.slashes(),
        menus=cog.menus(),
        presses=views.presses() | {"mod:report": Way(cog.report_button, opens_form=True)},
        forms={"mod:report": Way(cog.reported), "mod:reach": Way(views.reached)},
        jobs={Work.REPORT: jobs.report, Work.REFRESH: jobs.refresh},
        row_jobs={Work.SWEEP: reporting.sweep},
        answers=[(OnBoard, reporting)],
        on_start=[reporting.plant_sweep],
    )


FEATURE = Feature(
    name="moderation",
    texts=Path(__file__).parent / "text",
    build=build,
    tables=store.TABLES,
    asks=(AuthoredPosts,),
    switchable=True,
    person_rows=privacy.ROWS,
    rights=(
        Right("view_channel", "right-mod-see", "moderators"),
        Right("send_messages", "right-mod-send", "moderators"),
        Right("read_message_history", "right-mod-history"),
        Right("manage_threads", "right-mod-lock"),
    ),
    retention=privacy.RETENTION,
)
