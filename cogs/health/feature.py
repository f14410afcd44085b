"""What community health contributes."""

from pathlib import Path

from bot.domain.events import (
    CircleJoined,
    CircleLeft,
    SupportGiven,
    SupportRemoved,
    VentEnded,
    VentPosted,
    VentSupported,
)
from bot.domain.ports import AfterwardFigures, LedgerFigures, ListeningCover, OnBoard
from bot.feature import Feature, Kit, Parts
from bot.ui.router import Way
from cogs.health import privacy
from cogs.health.cog import HealthCog
from cogs.health.jobs import HealthJobs
from cogs.health.model.work import Work
from cogs.health.service.freezing import Freezing
from cogs.health.service.looking import Looking
from cogs.health.store.tables import TABLES
from cogs.health.subscribers import HealthSubscribers
from cogs.health.views import HealthViews


def build(kit: Kit) -> Parts:
    """Puts the rooms together."""
    looking, freezing = Looking(kit.rows, kit.wall), Freezing(kit.rows)
    views, heard = HealthViews(looking, kit.pictures, kit.ask), HealthSubscribers(kit.keys)
    jobs = HealthJobs(freezing, looking, kit.sender, kit.catalogue, kit.ask)
    return Parts(
        slashes=HealthCog(looking, views).slashes(),
        presses={"health:page": Way(views.page, expects="update")},
        jobs={Work.FREEZE: jobs.freeze, Work.DIGEST: jobs.digest},
        subscribers=[
            (VentPosted, heard.note_post),
            (VentSupported, heard.note_support),
            (VentEnded, heard.note_end),
            (SupportGiven, heard.note_act),
            (SupportRemoved, heard.note_removed),
            (CircleJoined, heard.note_seat),
            (CircleLeft, heard.note_leaving),
        ],
    )


FEATURE = Feature(
    name="health",
    texts=Path(__file__).parent / "text",
    build=build,
    tables=TABLES,
    asks=(OnBoard, ListeningCover, LedgerFigures, AfterwardFigures),
    person_rows=privacy.ROWS,
    retention=privacy.RETENTION,
    switchable=True,
)
