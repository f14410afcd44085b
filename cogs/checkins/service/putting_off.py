"""What was put off by *Later*: asked once more, if it is still wanted then."""

from datetime import date, timedelta

from bot.data import leaving, people
from bot.data.queue import Job
from bot.data.unit import Look, Unit, one_unit
from bot.domain.errors import CannotReach
from cogs.checkins.model.plan import LATE_AT_MOST, By, Plan, State
from cogs.checkins.model.times import local_day
from cogs.checkins.service.sending import Ping
from cogs.checkins.service.tools import Tools, channel_of, ping_note
from cogs.checkins.store import plans

_MS = timedelta(milliseconds=1)


class PuttingOff:
    """The second time somebody is asked on a day."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    @one_unit
    def asked_later(self, unit: Unit, job: Job) -> Ping | None:
        """A question put off, if it is still wanted; it waits where no message may come, or is too late for today."""
        number, _, on = job.key.partition("/")
        day, plan = date.fromordinal(int(on)), plans.by_id(unit.connection, self._tools.keys, int(number))
        if plan is None or not self._is_wanted(unit.connection, plan, day, unit.now_ms):
            return None
        chosen = people.choices(unit.connection, plan.guild, plan.member)
        channel = channel_of(plan, chosen)
        late = unit.now_ms - job.due_ms > LATE_AT_MOST // _MS
        if late and local_day(plan.zone, unit.now) > day:
            return None
        if chosen.quiet or channel is None or late:
            self._tools.into_inbox(unit, plan, ping_note(plan, day))
            return None
        names = plan.by is By.DM and bool(plans.with_several(unit.connection, [plan.member]))
        return Ping(plan, day, channel, 0, job.first_claimed_ms, False, job.tried_before, names)

    def _is_wanted(self, look: Look, plan: Plan, day: date, now_ms: int) -> bool:
        silent = plan.state is not State.ON or plan.is_paused(now_ms) or leaving.is_away(look, plan.guild)
        return not silent and not self._tools.is_answered(look, plan, day)

    @one_unit
    def unreached(self, unit: Unit, ping: Ping, closed: CannotReach) -> None:
        """It waits in the inbox, as it was said that it comes; where no right is missing the door is closed."""
        if closed.permission is None:
            self._tools.is_closed(unit, ping.plan, ping.channel)
        self._tools.into_inbox(unit, ping.plan, ping_note(ping.plan, ping.day))
