"""What venting contributes."""

from functools import partial
from pathlib import Path

from bot.domain.events import (
    AuthorMuted,
    BrakeMoved,
    CareWaits,
    CircleLeft,
    CirclePlaceGone,
    PostHidden,
    PostShown,
    RoomsChosen,
    ThreadLocked,
    VentUnanswered,
)
from bot.domain.ports import AfterwardFigures, AuthoredPosts, CircleDirectory, OnBoard, OwnPosts
from bot.feature import Feature, Kit, Parts, Right, RunsJob, Subscription
from bot.screening import crisis
from bot.ui.router import Way
from cogs.venting import privacy
from cogs.venting.cog import VentCog
from cogs.venting.jobs.drawing import DrawingJobs
from cogs.venting.jobs.ending import EndingJobs
from cogs.venting.jobs.lines import LineJobs
from cogs.venting.jobs.looking import LookingJobs
from cogs.venting.jobs.posting import Circles, PostingJobs
from cogs.venting.jobs.rooms import RoomJobs
from cogs.venting.jobs.telling import TellingJobs
from cogs.venting.jobs.tools import JobTools
from cogs.venting.model.work import Work
from cogs.venting.service.tools import Tools
from cogs.venting.service.vents import vents
from cogs.venting.settings import Queue
from cogs.venting.store.gate import SECTION
from cogs.venting.store.tables import TABLES
from cogs.venting.subscribers import (
    drop_what_waits,
    hide_post,
    leave_circle,
    lock_thread,
    lose_place,
    open_queue,
    place_panels,
    show_post,
    tell_of_care,
    tell_of_silence,
)
from cogs.venting.views.answering import AnsweringViews
from cogs.venting.views.holding import HoldingViews
from cogs.venting.views.owning import OwningViews
from cogs.venting.views.posting import PostingViews
from cogs.venting.views.written import texts


def build(kit: Kit) -> Parts:
    """Puts the rooms together. Broken crisis words are found now, not by somebody in need."""
    crisis.standard_words()
    ours = vents(Tools(kit.rows, kit.keys, kit.inbox, kit.doors, kit.people))
    # asked when they are needed: on most servers there are no circles
    circles = partial(kit.ask, CircleDirectory)
    posting = PostingViews(ours, kit.worker, kit.filter, kit.groups, circles)
    answering = AnsweringViews(ours, kit.worker, kit.rows, kit.groups, kit.ask, pass_on=kit.pass_on)
    owning = OwningViews(ours, kit.sender, kit.routed)
    holding = HoldingViews(ours, kit.rows, kit.pass_on)
    cog = VentCog(ours, posting, answering)
    passed_on = {text.form: kit.filter.form(text) for text in texts(posting, answering, owning)}
    return Parts(
        slashes=cog.slashes(),
        menus=cog.menus(),
        presses=_posting(posting) | _answering(answering) | _owning(owning) | _holding(holding),
        forms={"vent:write": Way(posting.write)} | passed_on,
        jobs=_jobs(JobTools(ours, kit.worker, kit.sender, kit.catalogue), circles),
        row_jobs={Work.SWEEP: ours.course.sweep, Work.OPEN: ours.holding.open},
        subscribers=SUBSCRIBERS,
        answers=[
            (AuthoredPosts, ours.moderated),
            (OwnPosts, ours.received),
            (OnBoard, ours.holding),
            (AfterwardFigures, ours.afterwards),
        ],
        on_message=[cog.on_message],
        on_reaction=[cog.on_reaction],
        on_messages_gone=[cog.on_messages_gone],
        on_thread_gone=[cog.on_thread_gone],
        on_channel_gone=[cog.on_channel_gone],
        on_start=[ours.course.plant_sweep, ours.counting.plant, ours.losing.plant],
    )


def _posting(views: PostingViews) -> dict[str, Way]:
    return {
        "vent:open": Way(views.open, opens_form=True),
        "vent:draft": Way(views.draft, opens_form=True),
        "vent:change": Way(views.change, opens_form=True),
    }


def _answering(views: AnsweringViews) -> dict[str, Way]:
    return {
        "vent:cheer": Way(views.cheer, expects="update"),
        "vent:line": Way(views.line, opens_form=True),
        "vent:listen": Way(views.listen),
        "vent:more": Way(views.more),
        "vent:said": Way(views.said),
        "vent:signline": Way(views.sign_line),
        "vent:unline": Way(views.unline),
    }


def _owning(views: OwningViews) -> dict[str, Way]:
    return {
        "vent:tell": Way(views.tell),
        "vent:untell": Way(views.untell),
        "vent:down": Way(views.down),
        "vent:name": Way(views.use_my_name),
        "vent:alldown": Way(views.all_down),
        "vent:reply": Way(views.reply, opens_form=True),
        "vent:posts": Way(views.posts, expects="update"),
        "vent:lock": Way(views.lock),
        "vent:unlock": Way(views.unlock),
        "vent:gone": Way(views.gone),
        "vent:who": Way(views.who),
        "vent:helped": Way(views.helped),
        "vent:keep": Way(views.keep),
        "vent:hideline": Way(views.hide_line),
        "vent:nomore": Way(views.no_more),
        "vent:moreagain": Way(views.more_again),
        "vent:how": Way(views.how),
    }


def _holding(views: HoldingViews) -> dict[str, Way]:
    return {
        "vent:look": Way(views.look),
        "vent:reason": Way(views.reason, expects="update"),
        "vent:pass": Way(views.let_through),
        "vent:unpass": Way(views.unpass),
        "vent:decline": Way(views.decline),
        "vent:declineall": Way(views.decline_all),
        "vent:undecline": Way(views.undecline),
        "vent:gate": Way(views.gate),
        "vent:gateis": Way(views.gate_is, expects="update"),
    }


def _jobs(tools: JobTools, circles: Circles) -> dict[str, RunsJob]:
    posting, lines, telling = PostingJobs(tools, circles), LineJobs(tools), TellingJobs(tools)
    ending, drawing, rooms = EndingJobs(tools), DrawingJobs(tools), RoomJobs(tools)
    return {
        Work.PUBLISH: posting.publish,
        Work.EDIT: drawing.edit,
        Work.REFRESH: drawing.refresh,
        Work.SAY_LINE: lines.say_line,
        Work.SAY_REPLY: lines.say_reply,
        Work.HIDE_LINE: lines.hide_line,
        Work.TELL: telling.tell,
        Work.ASK: telling.ask,
        Work.END: ending.end,
        Work.REMOVE: ending.remove,
        Work.LOCK: ending.lock,
        Work.HIDE_POST: drawing.moderated,
        Work.SHOW_POST: drawing.moderated,
        Work.PANEL: rooms.panel,
        Work.COUNT: rooms.count_readers,
        Work.LOOK_OVER: LookingJobs(tools).look_over,
    }


SUBSCRIBERS: list[Subscription] = [
    (RoomsChosen, place_panels),
    (PostHidden, hide_post),
    (PostShown, show_post),
    (ThreadLocked, lock_thread),
    (CareWaits, tell_of_care),
    (VentUnanswered, tell_of_silence),
    (CircleLeft, leave_circle),
    (CirclePlaceGone, lose_place),
    (BrakeMoved, open_queue),
    (AuthorMuted, drop_what_waits),
]

FEATURE = Feature(
    name="venting",
    texts=Path(__file__).parent / "text",
    build=build,
    tables=TABLES,
    settings={SECTION: Queue},
    person_rows=privacy.ROWS,
    retention=privacy.RETENTION,
    rights=(
        Right("view_channel", "right-see"),
        Right("send_messages", "right-send"),
        Right("create_public_threads", "right-threads"),
        Right("send_messages_in_threads", "right-send-threads"),
        Right("manage_threads", "right-lock"),
        Right("read_message_history", "right-history", grave=False),
    ),
    switchable=True,
)
