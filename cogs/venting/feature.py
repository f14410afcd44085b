"""What venting contributes."""

from pathlib import Path

from bot.domain.events import RoomsChosen
from bot.feature import Feature, Kit, Parts, Right
from bot.ui.router import Way
from cogs.venting import store
from cogs.venting.cog import VentCog
from cogs.venting.jobs import VentJobs
from cogs.venting.model import Work
from cogs.venting.service.tools import Tools
from cogs.venting.service.vents import vents
from cogs.venting.subscribers import place_panels
from cogs.venting.views import VentViews


def build(kit: Kit) -> Parts:
    """Puts the rooms together."""
    ours = vents(Tools(kit.rows, kit.keys, kit.inbox))
    views = VentViews(ours, kit.worker, kit.sender)
    jobs = VentJobs(ours.course, kit.worker, kit.sender, kit.catalogue)
    cog = VentCog(ours, views)
    return Parts(
        slashes=cog.slashes(),
        presses={
            "vent:open": Way(views.open, opens_form=True),
            "vent:cheer": Way(views.cheer, expects="update"),
            "vent:line": Way(views.line, opens_form=True),
            "vent:more": Way(views.more),
            "vent:said": Way(views.said),
            "vent:tell": Way(views.tell),
            "vent:untell": Way(views.untell),
            "vent:change": Way(views.change, opens_form=True),
            "vent:down": Way(views.down),
            "vent:alldown": Way(views.all_down),
            "vent:reply": Way(views.reply, opens_form=True),
            "vent:posts": Way(views.posts, expects="update"),
            "vent:draft": Way(views.draft, opens_form=True),
        },
        forms={
            "vent:write": Way(views.write),
            "vent:line": Way(views.line_written),
            "vent:edit": Way(views.edited),
            "vent:reply": Way(views.replied),
        },
        jobs={
            Work.PUBLISH: jobs.publish,
            Work.SAY_LINE: jobs.say_line,
            Work.SAY_REPLY: jobs.say_reply,
            Work.EDIT: jobs.edit,
            Work.REFRESH: jobs.refresh,
            Work.TELL: jobs.tell,
            Work.END: jobs.end,
            Work.REMOVE: jobs.remove,
            Work.PANEL: jobs.panel,
        },
        row_jobs={Work.SWEEP: ours.course.sweep},
        subscribers=[(RoomsChosen, place_panels)],
        on_message=[cog.on_message],
        on_reaction=[cog.on_reaction],
        on_start=[ours.course.plant_sweep],
    )


FEATURE = Feature(
    name="venting",
    texts=Path(__file__).parent / "text",
    build=build,
    tables=store.TABLES,
    rights=(
        Right("view_channel", "right-see"),
        Right("send_messages", "right-send"),
        Right("create_public_threads", "right-threads"),
        Right("send_messages_in_threads", "right-send-threads"),
        Right("manage_threads", "right-lock"),
        Right("read_message_history", "right-history"),
    ),
    switchable=True,
)
