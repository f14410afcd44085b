"""Two moderators press in the same moment: one of them decides, the other reads so. On both engines."""

import asyncio

from bot.data import guilds, keys
from bot.data.database import Database
from bot.data.doors import Doors
from bot.data.guilds import Channels
from bot.data.inbox import Inbox
from bot.data.people import People
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId, MemberId, VentId
from cogs.venting.model.gate import Gate
from cogs.venting.model.vent import Draft, Shown, Standing, Wish
from cogs.venting.service.tools import Tools
from cogs.venting.service.vents import vents
from tests.rows import database, engine, migrated_file, new_bare_rows, new_rows

__all__ = ["database", "engine", "migrated_file", "new_bare_rows", "new_rows"]

HERE, ROOM, MIA, BEN, TIMES = GuildId(1), ChannelId(2), MemberId(1), MemberId(2), 15


async def test_what_one_lets_through_the_other_does_not_decline(database: Database) -> None:
    ours = keys.new_keys()
    inbox = Inbox(database, ours)
    all_of_it = vents(Tools(database, ours, inbox, Doors(ours), People(database, inbox)))
    await database.change(
        lambda unit: (
            guilds.choose_channels(unit, HERE, Channels(vent_rooms=(ROOM,))),
            guilds.switch_on(unit, HERE, ["venting"]),
        )
    )
    holding, posting = all_of_it.holding, all_of_it.posting
    await holding.choose_gate(HERE, MIA, Gate.ALL)
    draft = Draft("They said no.", Wish.LISTEN, Shown.HIDDEN, warning=False, later=False, room=ROOM)

    for number in range(10, 10 + TIMES):
        placed = await posting.share(VentId(number), HERE, MemberId(number), draft, Standing(), press=number)
        assert placed.held is not None
        said = await asyncio.gather(
            holding.let_through(number, HERE, MIA), holding.decline(number, HERE, BEN, "rules"), return_exceptions=True
        )
        assert [one.text_id for one in said if isinstance(one, Refusal)] == ["held-gone"], said
