"""What waits, and two who press in the same moment: one decides, the other reads so. On both engines."""

import asyncio
import json

import pytest

from bot.data import guilds, keys
from bot.data.database import Database
from bot.data.doors import Doors
from bot.data.guilds import Channels
from bot.data.inbox import Inbox
from bot.data.people import People
from bot.data.tables import job
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId, MemberId, VentId
from cogs.venting.model.gate import Gate
from cogs.venting.model.vent import Draft, Shown, Standing, Wish
from cogs.venting.model.work import Work
from cogs.venting.service.tools import Tools
from cogs.venting.service.vents import Vents, vents
from tests.rows import database, engine, migrated_file, new_bare_rows, new_rows, rows

__all__ = ["database", "engine", "migrated_file", "new_bare_rows", "new_rows"]

HERE, ROOM, MIA, BEN, TIMES = GuildId(1), ChannelId(2), MemberId(1), MemberId(2), 15


DRAFT = Draft("They said no.", Wish.LISTEN, Shown.HIDDEN, warning=False, later=False, room=ROOM)
LIVING = keys.new_keys()


@pytest.fixture
async def all_of_it(database: Database) -> Vents:
    """Everything waits for a moderator."""
    inbox = Inbox(database, LIVING)
    await database.change(
        lambda unit: (
            guilds.choose_channels(unit, HERE, Channels(vent_rooms=(ROOM,))),
            guilds.switch_on(unit, HERE, ["venting"]),
        )
    )
    made = vents(Tools(database, LIVING, inbox, Doors(LIVING), People(database, inbox)))
    await made.holding.choose_gate(HERE, MIA, Gate.ALL)
    return made


async def let_out(all_of_it: Vents, number: int) -> None:
    share = all_of_it.posting.share
    placed = await share(VentId(number), HERE, MemberId(number), DRAFT, Standing(), press=number)
    assert placed.held is not None


async def test_what_one_lets_through_the_other_does_not_decline(all_of_it: Vents) -> None:
    for number in range(10, 10 + TIMES):
        await let_out(all_of_it, number)
        said = await asyncio.gather(
            all_of_it.holding.let_through(number, HERE, MIA),
            all_of_it.holding.decline(number, HERE, BEN, "rules"),
            return_exceptions=True,
        )
        assert [one.text_id for one in said if isinstance(one, Refusal)] == ["held-gone"], said


async def test_words_mended_while_a_moderator_lets_them_through_go_up_mended(
    all_of_it: Vents, database: Database
) -> None:
    for number in range(10, 10 + TIMES):
        await let_out(all_of_it, number)
        await asyncio.gather(
            all_of_it.holding.let_through(number, HERE, MIA),
            all_of_it.posting.change_text(VentId(number), HERE, MemberId(number), "They said maybe."),
        )

    goes_up = [row for row in await rows(database, job) if row.kind == Work.PUBLISH]
    said = [json.loads(LIVING.open(row.sealed, f"vent|{row.key}"))[0] for row in goes_up]
    assert said == ["They said maybe."] * TIMES
