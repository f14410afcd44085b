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
from bot.domain.ports import AuthoredPosts, CircleDirectory, OnBoard, OwnPosts
from bot.feature import Feature, Kit, Parts, Right
from bot.screening import crisis
from bot.ui.router import Way
from cogs.venting import privacy
from cogs.venting.cog import VentCog
from cogs.venting.jobs import VentJobs
from cogs.venting.model.vent import Work
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
    answering = AnsweringViews(ours, kit.worker, kit.rows, kit.groups, kit.ask)
    owning = OwningViews(ours, kit.sender)
    jobs = VentJobs(ours, kit.worker, kit.sender, kit.catalogue, circles)
    holding = HoldingViews(ours, kit.rows)
    cog = VentCog(ours, posting, answering)
    return Parts(
        slashes=cog.slashes(),
        menus=cog.menus(),
        presses={
            "vent:open": Way(posting.open, opens_form=True),
            "vent:draft": Way(posting.draft, opens_form=True),
            "vent:change": Way(posting.change, opens_form=True),
            "vent:cheer": Way(answering.cheer, expects="update"),
            "vent:line": Way(answering.line, opens_form=True),
            "vent:listen": Way(answering.listen),
            "vent:more": Way(answering.more),
            "vent:said": Way(answering.said),
            "vent:tell": Way(owning.tell),
            "vent:untell": Way(owning.untell),
            "vent:down": Way(owning.down),
            "vent:name": Way(owning.use_my_name),
            "vent:alldown": Way(owning.all_down),
            "vent:reply": Way(owning.reply, opens_form=True),
            "vent:posts": Way(owning.posts, expects="update"),
            "vent:lock": Way(owning.lock),
            "vent:gone": Way(owning.gone),
            "vent:who": Way(owning.who),
            "vent:helped": Way(owning.helped),
            "vent:keep": Way(owning.keep),
            "vent:hideline": Way(owning.hide_line),
            "vent:nomore": Way(owning.no_more),
            "vent:how": Way(owning.how),
            "vent:signline": Way(answering.sign_line),
            "vent:unline": Way(answering.unline),
            "vent:look": Way(holding.look),
            "vent:reason": Way(holding.reason, expects="update"),
            "vent:pass": Way(holding.let_through),
            "vent:unpass": Way(holding.unpass),
            "vent:decline": Way(holding.decline),
            "vent:declineall": Way(holding.decline_all),
            "vent:undecline": Way(holding.undecline),
            "vent:gate": Way(holding.gate),
            "vent:gateis": Way(holding.gate_is, expects="update"),
        },
        forms={
            "vent:write": Way(posting.write),
            **{text.form: kit.filter.form(text) for text in texts(posting, answering, owning)},
        },
        jobs={
            Work.PUBLISH: jobs.publish,
            Work.SAY_LINE: jobs.say_line,
            Work.SAY_REPLY: jobs.say_reply,
            Work.EDIT: jobs.edit,
            Work.REFRESH: jobs.refresh,
            Work.TELL: jobs.tell,
            Work.END: jobs.end,
            Work.ASK: jobs.ask,
            Work.COUNT: jobs.count_readers,
            Work.REMOVE: jobs.remove,
            Work.PANEL: jobs.panel,
            Work.LOCK: jobs.lock,
            Work.HIDE_LINE: jobs.hide_line,
            Work.HIDE_POST: jobs.hide_post,
            Work.SHOW_POST: jobs.show_post,
        },
        row_jobs={Work.SWEEP: ours.course.sweep, Work.OPEN: ours.holding.open},
        subscribers=[
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
        ],
        answers=[(AuthoredPosts, ours.moderated), (OwnPosts, ours.received), (OnBoard, ours.holding)],
        on_message=[cog.on_message],
        on_reaction=[cog.on_reaction],
        on_start=[ours.course.plant_sweep],
    )


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
