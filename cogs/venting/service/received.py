"""What came to somebody on their own posts, computed when they look and kept nowhere."""

from collections.abc import Sequence
from datetime import timedelta

from bot.data.unit import Look, one_look
from bot.domain.clock import from_ms
from bot.domain.ids import GuildId, MemberId
from bot.domain.ports import Received
from cogs.venting.model.vent import POSTS_AT_MOST, Stage, week_of
from cogs.venting.service.tools import Tools
from cogs.venting.store import answers, vents

WEEKS = 4


class OwnSupport:
    """Answers `OwnPosts`."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    @one_look
    def received(self, look: Look, guild: GuildId, member: MemberId) -> Sequence[Received]:
        """On posts that are up, in sight, and went up in this week or the three before.

        Lines that were signed on a post by name are left out: they are `SupportGiven`.
        """
        since = week_of(self.rows.wall.now() - timedelta(weeks=WEEKS - 1))
        mine = vents.of_author(look, guild, member, self._tools.refs(guild, member), most=POSTS_AT_MOST)
        people = cheers = lines = 0
        for vent in (one.vent for one in mine):
            if vent.stage is not Stage.UP or vent.hidden or vent.posted_ms is None:
                continue
            if week_of(from_ms(vent.posted_ms)) < since:
                continue
            here = answers.came_unnamed(look, vent.id, by_name=vent.author is not None)
            people, cheers, lines = people + here.people, cheers + here.cheers, lines + here.writers
        return [Received("post", people, people), Received("cheer", cheers, cheers), Received("line", lines, lines)]
