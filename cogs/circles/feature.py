"""What circles contribute."""

from pathlib import Path

from bot.data.retention import Retention
from bot.domain.events import CheckInShared
from bot.domain.ports import CircleDirectory, OnBoard
from bot.feature import Feature, Kit, Parts, Right
from bot.ui.router import Way
from cogs.circles import privacy
from cogs.circles.cog import CircleCog
from cogs.circles.jobs import CircleJobs
from cogs.circles.model.circle import SECTION, Work
from cogs.circles.service.circles import circles
from cogs.circles.service.tools import Tools
from cogs.circles.settings import CircleChoices
from cogs.circles.store import seats
from cogs.circles.store.tables import TABLES, circle_seat, circle_share, circle_wait
from cogs.circles.subscribers import gather_share
from cogs.circles.views import CircleViews


def build(kit: Kit) -> Parts:
    """Puts the rooms together."""
    ours = circles(Tools(kit.rows, kit.keys, kit.doors, kit.people))
    views = CircleViews(ours, kit.groups)
    cog = CircleCog(ours.keeping, views)
    jobs = CircleJobs(ours, kit.sender, kit.catalogue)
    return Parts(
        slashes=cog.slashes(),
        presses={
            "circle:ask": Way(views.ask, opens_form=True),
            "circle:about": Way(views.about),
            "circle:charter": Way(views.charter),
            "circle:leave": Way(views.leave),
            "circle:monday": Way(views.monday),
            "circle:try": Way(views.try_again),
            "circle:stage": Way(views.stage),
            "circle:move": Way(views.move),
            "circle:stay": Way(views.stay),
            "circle:overview": Way(views.overview),
            "circle:offer": Way(views.offer),
            "circle:reopen": Way(views.reopen),
        },
        forms={"circle:join": Way(views.joined)},
        jobs={
            Work.OPEN: jobs.open,
            Work.CHARTER: jobs.charter,
            Work.SEAT: jobs.seat,
            Work.OUT: jobs.out,
            Work.WAKE: jobs.wake,
            Work.SHUT: jobs.shut,
            Work.CHECK: jobs.check,
            Work.ROUND: jobs.round,
            Work.SHARES: jobs.shares,
            Work.OFFER: jobs.offer,
            Work.CLEAR: jobs.clear,
        },
        row_jobs={Work.SWEEP: ours.keeping.sweep},
        subscribers=[(CheckInShared, gather_share)],
        answers=[(CircleDirectory, ours.looking), (OnBoard, ours.proposing)],
        on_message=[cog.on_message],
        on_thread_gone=[cog.on_thread_gone],
        on_thread_changed=[cog.on_thread_changed],
        on_start=[ours.keeping.plant_sweep],
    )


FEATURE = Feature(
    name="circles",
    texts=Path(__file__).parent / "text",
    build=build,
    tables=TABLES,
    person_rows=privacy.ROWS,
    rights=(
        Right("create_private_threads", "right-circle-place"),
        Right("send_messages_in_threads", "right-circle-say"),
        Right("manage_threads", "right-circle-close", grave=False),
    ),
    retention=(
        Retention(
            (circle_seat,), "until its owner leaves the circle or the server, or wants to be forgotten", stays=True
        ),
        Retention((circle_wait,), "until its owner has a seat, leaves the list or the server", stays=True),
        Retention((circle_share,), "until it is told, 36 hours at most", prune=seats.expire_shares),
    ),
    settings={SECTION: CircleChoices},
    switchable=True,
)
