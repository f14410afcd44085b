"""What check-ins contribute."""

from pathlib import Path

from bot.feature import Feature, Kit, Parts, Right
from bot.ui.router import Way
from cogs.checkins import privacy
from cogs.checkins.cog import CheckinCog
from cogs.checkins.jobs import CheckinJobs
from cogs.checkins.model.plan import Work
from cogs.checkins.service.checkins import checkins
from cogs.checkins.service.tools import Tools
from cogs.checkins.store.tables import TABLES
from cogs.checkins.views.answering import AnswerViews
from cogs.checkins.views.planning import PlanViews


def build(kit: Kit) -> Parts:
    """Puts the rooms together."""
    ours = checkins(Tools(kit.rows, kit.keys, kit.inbox))
    plans = PlanViews(ours.planning, kit.places, kit.sender)
    answers = AnswerViews(ours.answering, ours.planning, kit.pictures)
    cog = CheckinCog(ours.planning, plans, answers, kit.places)
    jobs = CheckinJobs(ours, kit.sender, kit.catalogue, kit.pictures)
    return Parts(
        slashes=cog.slashes(),
        presses={
            "checkin:begin": Way(cog.begin, opens_form=True),
            "checkin:at": Way(cog.at, opens_form=True),
            "checkin:draft": kit.filter.drafts,
            **_planning(plans),
            **_answering(answers),
        },
        forms={
            "checkin:begin": Way(plans.begun),
            **{text.form: kit.filter.form(text) for text in (plans.text(), *answers.texts())},
        },
        jobs={Work.SEND: jobs.send, Work.LATER: jobs.later, Work.RECAPS: jobs.recaps, Work.CLEAR: jobs.clear},
        row_jobs={Work.DUE: ours.sending.due, Work.ZONES: ours.sending.zones, Work.SWEEP: ours.sending.sweep},
        on_start=[ours.sending.plant],
    )


def _planning(views: PlanViews) -> dict[str, Way]:
    return {
        "checkin:again": Way(views.again, opens_form=True),
        "checkin:zone": Way(views.zone, opens_form=True),
        "checkin:days": Way(views.days, opens_form=True),
        "checkin:dm": Way(views.dm),
        "checkin:thread": Way(views.thread),
        "checkin:share": Way(views.share, expects="update"),
        "checkin:recap": Way(views.recap, expects="update"),
        "checkin:norecap": Way(views.no_recap, expects="update"),
    }


def _answering(views: AnswerViews) -> dict[str, Way]:
    return {
        "checkin:answer": Way(views.answer, expects="update"),
        "checkin:change": Way(views.change, expects="update"),
        "checkin:later": Way(views.later, expects="update"),
        "checkin:note": Way(views.note, opens_form=True),
        "checkin:then": Way(views.then, opens_form=True),
        "checkin:step": Way(views.step, opens_form=True),
        "checkin:pause": Way(views.pause, expects="update"),
        "checkin:rest": Way(views.rest, expects="update"),
        "checkin:resume": Way(views.resume, expects="update"),
        "checkin:keep": Way(views.keep, expects="update"),
        "checkin:week": Way(views.week, expects="update"),
        "checkin:stop": Way(views.stop, expects="update"),
    }


FEATURE = Feature(
    name="checkins",
    texts=Path(__file__).parent / "text",
    build=build,
    tables=TABLES,
    person_rows=privacy.ROWS,
    retention=privacy.RETENTION,
    rights=(
        Right("attach_files", "right-recap-picture", "server", grave=False),
        # a thread is made wherever somebody asks for it
        Right("create_private_threads", "right-checkin-thread", "server", grave=False),
        Right("send_messages_in_threads", "right-checkin-say", "server", grave=False),
        Right("manage_threads", "right-checkin-clear", "server", grave=False),
    ),
)
