"""What care contributes."""

from dataclasses import replace
from pathlib import Path

from bot.domain.events import ReachOut, ReachTakenBack, VentNamed
from bot.domain.ports import OnBoard
from bot.feature import Feature, Kit, Parts, Right
from bot.screening import helplines
from bot.ui.router import Way
from cogs.care import privacy, store
from cogs.care.cog import CareCog
from cogs.care.jobs import CareJobs
from cogs.care.model import Work
from cogs.care.service.answering import Answering
from cogs.care.service.asking import Asking
from cogs.care.service.passing import Passing
from cogs.care.service.tools import Tools
from cogs.care.subscribers import CareSubscribers
from cogs.care.views import CareViews


def build(kit: Kit) -> Parts:
    """Puts the rooms together."""
    lines = helplines.load()
    tools = Tools(kit.rows, kit.keys, kit.inbox)
    asking, answering, passing = Asking(tools), Answering(tools), Passing(tools, kit.people)
    hears = CareSubscribers(kit.keys, kit.inbox)
    views = CareViews(asking, answering, lines, kit.sender.questions)
    jobs = CareJobs(passing, kit.sender, kit.catalogue, lines)
    return Parts(
        slashes=CareCog(views).slashes(),
        presses={
            "care:ask": Way(views.ask),
            "care:draft": kit.filter.drafts,
            "care:country": Way(views.country),
            "care:reply": Way(views.reply, opens_form=True),
            "care:close": Way(views.close),
            "care:block": Way(views.block),
            "care:answer": Way(views.answer, opens_form=True),
            "care:shut": Way(views.shut, expects="update"),
        },
        forms={
            "care:reply": kit.filter.form(views.reply_text()),
            "care:answer": replace(kit.filter.form(views.answer_text()), expects="update"),
        },
        jobs={Work.ASK: jobs.ask, Work.TELL: jobs.tell, Work.WIPE: jobs.wipe},
        row_jobs={Work.SWEEP: passing.sweep, Work.FADE: passing.fade},
        subscribers=[
            (ReachOut, hears.reach_author),
            (ReachTakenBack, hears.take_back),
            (VentNamed, hears.let_go_of_post),
        ],
        answers=[(OnBoard, answering)],
        on_start=[passing.plant_sweep],
    )


FEATURE = Feature(
    name="care",
    texts=Path(__file__).parent / "text",
    build=build,
    tables=store.TABLES,
    switchable=True,
    person_rows=privacy.ROWS,
    rights=(
        Right("view_channel", "right-care-see", "moderators"),
        Right("send_messages", "right-care-send", "moderators"),
    ),
    retention=privacy.RETENTION,
)
