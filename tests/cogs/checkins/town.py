"""Many people with check-ins, on rows alone: what would be said is written down instead of sent."""

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.data import keys, people
from bot.data.database import Database
from bot.data.inbox import Inbox
from bot.data.people import Choices
from bot.data.queue import next_times
from bot.data.worker import Handlers, Worker
from bot.domain.clock import to_ms
from bot.domain.errors import CannotReach
from bot.domain.ids import ChannelId, GuildId, MemberId
from bot.pictures.pool import PictureFailed
from bot.text.catalogue import Catalogue
from cogs.checkins.feature import FEATURE
from cogs.checkins.jobs import CheckinJobs
from cogs.checkins.model.plan import By, Share, Wished, Work
from cogs.checkins.service.checkins import Checkins, checkins
from cogs.checkins.service.tools import Tools
from tests.rows import eventually

GUILD = GuildId(1)


class Instantly:
    """Nobody waits for a budget here."""

    async def take(self) -> None:
        return


class Everybody:
    """Nobody has left."""

    async def has_left(self, _guild: int, _member: int) -> bool:
        return False


@dataclass
class Said:
    """What would have gone to Discord, in order: (channel, first words of the mark)."""

    sent: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    closed: dict[int, Callable[[], Awaitable[object]]] = field(
        default_factory=dict[int, Callable[[], Awaitable[object]]]
    )
    """Where nothing gets through, and what happens while it is tried."""
    gone: list[int] = field(default_factory=list[int])
    """Threads that were deleted."""
    knows_servers: bool = True
    into_dms: Instantly = field(default_factory=Instantly)
    questions: Everybody = field(default_factory=Everybody)

    async def delete_thread(self, thread: int, **_: object) -> bool:
        self.gone.append(thread)
        return True

    async def server_name(self, guild: int) -> str | None:
        return f"Server {guild}"

    async def send(self, _job: object, channel: int, *, mark: str, **_: object) -> int:
        if channel in self.closed:
            await self.closed[channel]()
            raise CannotReach(50007, "send")
        self.sent.append((channel, mark))
        return 1


class Unpainted:
    """Nobody draws here: weeks come in words."""

    async def draw(self, *_: object) -> bytes:
        raise PictureFailed


@dataclass
class Town:
    """A bot without Discord. `ours` are its check-ins."""

    database: Database
    ours: Checkins
    said: Said
    worker: Worker

    async def plan(self, member: int, *, guild: int = GUILD, zone: str = "Europe/Berlin", minute: int = 540) -> None:
        """Somebody gets asked every day; their direct messages have their own number."""
        wished = Wished(zone, minute, 127, ("applications",), "", "", By.DM, Share.NOBODY, "en-US")
        await self.ours.planning.keep(GuildId(guild), MemberId(member), wished, ChannelId(member))

    async def plans(self, members: range, *, guild: int = GUILD) -> None:
        for member in members:
            await self.plan(member, guild=guild)

    async def at(self, moment: datetime) -> None:
        """People's clock, and all that is due then."""
        self.database.wall.follow(moment.timestamp())
        self.worker.wake()
        await eventually(self.at_rest)

    async def at_rest(self) -> bool:
        # three looks: on PostgreSQL one look is two questions, and work may change hands between them
        return all([await self._seems_at_rest() for _ in range(3)])

    async def _seems_at_rest(self) -> bool:
        now_ms = to_ms(self.database.wall.now())
        due, held = await self.database.read(lambda look: next_times(look, now_ms))
        return held is None and (due is None or due > now_ms) and not self.worker.busy

    async def quiet(self, member: int) -> None:
        chosen = Choices(dm=ChannelId(member), quiet=True)
        await self.database.change(lambda unit: people.choose(unit, GUILD, MemberId(member), chosen))

    @property
    def asked(self) -> Counter[int]:
        """How often each channel was asked."""
        return Counter(channel for channel, _ in self.said.sent)


async def settle(database: Database, at: datetime) -> Town:
    """The clock stands at `at`, and nobody has a plan yet."""
    database.wall.follow(at.timestamp(), 0.001)
    living = keys.new_keys()
    ours = checkins(Tools(database, living, Inbox(database, living)))
    said = Said()
    jobs = CheckinJobs(ours, said, Catalogue([FEATURE.texts]), Unpainted())  # type: ignore[arg-type]
    handlers = Handlers(
        rows={Work.DUE: ours.sending.due, Work.ZONES: ours.sending.zones, Work.SWEEP: ours.sending.sweep},
        jobs={Work.SEND: jobs.send, Work.LATER: jobs.later, Work.RECAPS: jobs.recaps, Work.CLEAR: jobs.clear},
    )
    worker = Worker(database, handlers, name="town")
    return Town(database, ours, said, worker)
