"""What moderation contributes."""

from functools import partial
from pathlib import Path

from bot.domain.events import RoomsChosen, VentClosed, VentEnded, VentNamed, VentPosted, WaitingChanged
from bot.domain.ports import AuthoredPosts, ListeningCover, OnBoard
from bot.feature import Feature, Kit, Parts, Right
from bot.ui.router import Way
from cogs.moderation import privacy
from cogs.moderation.cog import ModCog
from cogs.moderation.jobs import ModJobs
from cogs.moderation.model import Operator, Work
from cogs.moderation.service.desk import Asked, Desk
from cogs.moderation.service.letting_go import LettingGo
from cogs.moderation.service.moderating import Moderating
from cogs.moderation.service.reporting import Reporting
from cogs.moderation.service.tools import Tools
from cogs.moderation.store.tables import TABLES
from cogs.moderation.subscribers import let_go_of_post, look_at_board, place_board
from cogs.moderation.views.acting import ModViews
from cogs.moderation.views.standing import StandingViews


def build(kit: Kit) -> Parts:
    """Puts the rooms together."""
    tools = Tools(kit.rows, kit.keys, kit.inbox, kit.people, partial(kit.ask, AuthoredPosts))
    moderating, reporting = Moderating(tools), Reporting(tools)
    desk = Desk(tools, Asked(partial(kit.ask, OnBoard), partial(kit.ask, ListeningCover)))
    views, standing = ModViews(moderating, reporting), StandingViews(desk, reporting, kit.sender, kit.places)
    operator = Operator(kit.about, kit.operator_channel)
    cog = ModCog(moderating, reporting, desk, kit.groups, operator)
    jobs = ModJobs(reporting, desk, kit.sender, kit.catalogue, operator.channel)
    return Parts(
        slashes=cog.slashes(),
        menus=cog.menus(),
        presses=views.presses()
        | {
            "mod:draft": kit.filter.drafts,
            "mod:report": Way(cog.report_button, opens_form=True),
            "mod:duty": Way(standing.ping_me, opens_form=True),
            "mod:offduty": Way(standing.off_duty),
            "mod:log": Way(standing.log, expects="update"),
            "mod:mutes": Way(standing.mutes, expects="update"),
            "mod:operator": Way(standing.about_bot, opens_form=True),
        },
        forms={
            "mod:duty": Way(standing.hours_chosen),
            **{one.form: kit.filter.form(one) for one in (cog.text(), views.text(), standing.text())},
        },
        jobs={
            Work.REPORT: jobs.report,
            Work.REFRESH: jobs.refresh,
            Work.BOARD: jobs.board,
            Work.PING: jobs.ping,
            Work.OPERATOR: jobs.operator,
            Work.NAMED: LettingGo(tools).look_again,
        },
        row_jobs={Work.SWEEP: reporting.sweep, Work.WATCH: desk.watch},
        subscribers=[
            (RoomsChosen, place_board),
            (VentNamed, let_go_of_post),
            *((fact, look_at_board) for fact in (WaitingChanged, VentPosted, VentClosed, VentEnded)),
        ],
        answers=[(OnBoard, reporting)],
        on_start=[reporting.plant_sweep, desk.plant_watches],
    )


FEATURE = Feature(
    name="moderation",
    texts=Path(__file__).parent / "text",
    build=build,
    tables=TABLES,
    asks=(AuthoredPosts, ListeningCover),
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
