"""What the relay contributes."""

from pathlib import Path

from bot.domain.events import VentClosed, VentEnded, VentNamed, VentPosted, VentSupported
from bot.domain.ports import CircleDirectory, ListeningCover, OnBoard, RestOffers
from bot.feature import Feature, Kit, Parts, Right
from bot.ui.router import Way
from cogs.relay import privacy
from cogs.relay.cog import RelayCog
from cogs.relay.jobs import RelayJobs
from cogs.relay.model.waiting import Work
from cogs.relay.service.listening import Cover, Rests
from cogs.relay.service.relay import relay
from cogs.relay.service.tools import Tools
from cogs.relay.store.tables import TABLES
from cogs.relay.subscribers import count_support, end_clock, mark_closed, name_author, start_clock
from cogs.relay.views import RelayViews


def build(kit: Kit) -> Parts:
    """Puts the rooms together."""
    ours = relay(Tools(kit.rows, kit.keys, kit.inbox, kit.doors, kit.people))
    views = RelayViews(ours, kit.sender, kit.places)
    # asked when it is needed: no feature may know circles yet
    jobs = RelayJobs(ours.asking, kit.sender, kit.catalogue, lambda: kit.ask(CircleDirectory))
    cog = RelayCog(ours, views)
    return Parts(
        slashes=cog.slashes(),
        presses={
            "relay:take": Way(views.take),
            "relay:pass": Way(views.pass_on, expects="update"),
            "relay:rest": Way(views.rest),
            "relay:stop": Way(views.stop, expects="update"),
            "relay:server": Way(views.server),
            "relay:hours": Way(views.hours),
            "relay:set": Way(views.set, opens_form=True),
            "relay:zone": Way(views.zone),
            "relay:pause": Way(views.pause, expects="update"),
            "relay:resume": Way(views.resume, expects="update"),
            "relay:again": Way(views.again),
            "relay:moderator": Way(views.moderator),
        },
        forms={"relay:hours": Way(views.filled)},
        jobs={
            Work.PING: jobs.ping,
            Work.SETTLE: jobs.settle,
            Work.CIRCLE: jobs.circle,
            Work.ROLE: jobs.role,
            Work.MODERATORS: jobs.moderators,
            Work.LIFT: jobs.lift,
            Work.LOWER: jobs.lower,
        },
        row_jobs={Work.LOOK: ours.course.look, Work.SWEEP: ours.course.sweep},
        subscribers=[
            (VentPosted, start_clock),
            (VentSupported, count_support),
            (VentClosed, mark_closed),
            (VentNamed, name_author),
            (VentEnded, end_clock),
        ],
        answers=[(ListeningCover, Cover(ours.listening)), (RestOffers, Rests(ours.listening)), (OnBoard, ours.board)],
        on_message=[cog.on_message],
        on_start=[ours.course.plant_sweep],
    )


FEATURE = Feature(
    name="relay",
    texts=Path(__file__).parent / "text",
    build=build,
    tables=TABLES,
    person_rows=privacy.ROWS,
    retention=privacy.RETENTION,
    switchable=True,
    rights=(Right("send_messages", "right-relay-send", "moderators", grave=False),),
)
