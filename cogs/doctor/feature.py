"""What the doctor contributes."""

from pathlib import Path

from bot.domain.events import Hindered
from bot.domain.ports import OnBoard
from bot.feature import Feature, Kit, Parts
from bot.ui.router import Way
from cogs.doctor.cog import DoctorCog
from cogs.doctor.jobs import DoctorJobs
from cogs.doctor.model import TELL
from cogs.doctor.service import CheckUps
from cogs.doctor.subscribers import pass_on
from cogs.doctor.views.looking import Looking
from cogs.doctor.views.pressing import DoctorViews


def build(kit: Kit) -> Parts:
    """Puts the rooms together."""
    check_ups = CheckUps(kit.rows, kit.people, kit.worker.wake)
    views = DoctorViews(check_ups, Looking(check_ups, kit.sender, kit.features, kit.parts))
    return Parts(
        slashes=DoctorCog(views).slashes(),
        presses={
            "doctor:open": Way(views.open),
            "doctor:again": Way(views.again, expects="update"),
            "doctor:page": Way(views.again, expects="update"),
            "doctor:meant": Way(views.meant, expects="update"),
            "doctor:aside": Way(views.aside, expects="update"),
            "doctor:unmeant": Way(views.unmeant, expects="update"),
            "doctor:mend": Way(views.mend, expects="update"),
        },
        jobs={TELL: DoctorJobs(check_ups, kit.sender, kit.catalogue).tell},
        subscribers=[(Hindered, pass_on)],
        answers=[(OnBoard, check_ups)],
    )


FEATURE = Feature(name="doctor", texts=Path(__file__).parent / "text", build=build)
