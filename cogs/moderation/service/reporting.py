"""What people do who find a post harmful, and what moderators are shown of it."""

from collections.abc import Sequence
from datetime import timedelta

from bot.data import guilds, limits, modlog, mutes
from bot.data.inbox import Note
from bot.data.modlog import Done, Entry
from bot.data.mutes import Mute
from bot.data.queue import Job, NewJob
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.clock import to_ms
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId, random_id
from bot.domain.ports import BoardItem, Post
from bot.screening.escape import clean, is_blank
from cogs.moderation import store
from cogs.moderation.model import (
    BOARD_SHOWN,
    LOG_SHOWN,
    REPORT_KEPT,
    REPORT_WORDS_MAX,
    REPORTS_A_DAY,
    WITH_OWNER,
    Act,
    Case,
    Place,
    Reason,
    Reported,
    Work,
    hides,
)  # fmt: skip
from cogs.moderation.service.tools import Tools

SWEEP_EVERY = timedelta(hours=1)


class Reporting:
    """Reports, and looking at them."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    async def report(self, place: Place, reporter: MemberId, reason: Reason, words: str, *, needed: int) -> Reported:
        """Tells the moderators; `needed` people's reports hide one of the bot's posts until somebody has looked.

        Raises Refusal: reported by this person before, a day's limit, too many words.
        """
        if len(words) > REPORT_WORDS_MAX:
            raise Refusal("mod-too-long", most=REPORT_WORDS_MAX, given=len(words))
        post = await self._tools.find(place.guild, place.message)
        return await self._report(place, post, reporter, reason, words, needed=needed)

    @one_unit
    def _report(
        self, unit: Unit, place: Place, post: Post | None, reporter: MemberId, reason: Reason, words: str, *,
        needed: int,
    ) -> Reported:  # fmt: skip
        refs = self._tools.keys.refs("report", place.message, reporter)
        if store.has_reported(unit.connection, place.message, refs):
            return Reported(new=False, hidden=False)
        spent = limits.use(unit, self._tools.keys.refs("limit:report", place.guild, reporter), most=REPORTS_A_DAY)
        if spent is not None:
            raise Refusal("report-day-full", when=f"<t:{to_ms(spent.again) // 1000}:R>")
        room = post.room if post is not None else place.room
        kept_ms = unit.now_ms + int(REPORT_KEPT.total_seconds() * 1000)
        store.open_case(unit, place.guild, room, place.message, kept_ms)
        number = random_id()
        box = None if is_blank(words) else self._tools.keys.seal(clean(words), f"report|{number}")
        store.add_report(unit, place.message, refs[0], reason, box, number)
        hidden = self._hide(unit, place, post, reason, needed)
        self._tools.tell_moderators(unit, place.guild, place.message)
        return Reported(new=True, hidden=hidden)

    def _hide(self, unit: Unit, place: Place, post: Post | None, reason: Reason, needed: int) -> bool:
        case = store.case(unit.connection, place.guild, place.message)
        if post is None or case is None or not hides(case.reports, needed, reviewed=case.reviewed):
            return False
        if store.hide_act(unit.connection, place.message) is not None:
            return False
        done = Done(place.guild, None, Act.HIDDEN_BY_REPORTS, post.room, place.message, reason)
        if not self._tools.hide(unit, post, modlog.note(unit, done)):
            return False
        self._tools.tell_author(unit, post, "mod-note-reported", reason)
        return True

    # --- for the job ------------------------------------------------------------------------------------------------

    @one_look
    def case(self, look: Look, guild: GuildId, message: MessageId) -> Case | None:
        return store.case(look, guild, message)

    @one_look
    def place(self, look: Look, guild: GuildId) -> tuple[ChannelId | None, str | None]:
        """(the moderators' place, the server's language)"""
        channels = guilds.channels(look, guild)
        return channels.moderators, channels.locale

    async def is_ours(self, guild: GuildId, message: MessageId) -> bool:
        """Whether the bot posted it, so that moderators can act on it here."""
        return await self._tools.find(guild, message) is not None

    @one_look
    def words_are_kept(self, look: Look, guild: GuildId, message: MessageId) -> bool:
        return store.words_of(look, guild, message) is not None

    @one_unit
    def keep_words(self, unit: Unit, message: MessageId, words: str) -> None:
        """What the post says is sealed, so that deleting it does not end the matter."""
        store.keep_words(unit, message, self._tools.keys.seal(words, f"reported|{message}"))

    @one_unit
    def told_at(self, unit: Unit, message: MessageId, channel: ChannelId, place: MessageId, job: Job) -> None:
        """The moderators have it in their place."""
        store.told_at(unit, message, channel, place)
        unit.finish(job)

    @one_unit
    def owner_is_told(self, unit: Unit, case: Case, owner: MemberId | None, link: str, job: Job) -> None:
        """There is no place for moderators: who owns the server hears of a first report."""
        if owner is not None:
            buttons = (("mod-look", f"mod:tools:{case.message}"),)
            self._tools.people.tell_self(unit, case.guild, owner, Note("mod-note-report", {"link": link}, buttons))
        store.told_at(unit, case.message, *WITH_OWNER)
        unit.finish(job)

    # --- for moderators ---------------------------------------------------------------------------------------------

    @one_look
    def words_of(self, look: Look, guild: GuildId, message: MessageId) -> tuple[str | None, list[str]]:
        """(what the reported post said, what people said about it)"""
        keys = self._tools.keys
        box = store.words_of(look, guild, message)
        said = [keys.open(sealed, f"report|{number}") for number, sealed in store.said_with(look, message)]
        return keys.open(box, f"reported|{message}") if box is not None else None, said

    @one_look
    def waiting(self, look: Look, guild: GuildId) -> list[Case]:
        """The oldest reports that nobody has looked at."""
        return store.waiting(look, guild, most=BOARD_SHOWN)

    async def board(self, guild: GuildId) -> Sequence[BoardItem]:
        """The same for the board (`bot.domain.ports.OnBoard`)."""
        return [
            BoardItem(
                "mod-board-report",
                {"count": case.reports, "link": link_to(case), "since": f"<t:{case.since_ms // 1000}:R>"},
                case.since_ms, "mod-look", f"mod:tools:{case.message}",
            )
            for case in await self.waiting(guild)
        ]  # fmt: skip

    @one_look
    def mutes(self, look: Look, guild: GuildId) -> list[Mute]:
        return mutes.mutes(look, guild, to_ms(self.rows.wall.now()))

    @one_look
    def log(self, look: Look, guild: GuildId) -> Sequence[Entry]:
        return modlog.latest(look, guild, most=LOG_SHOWN)

    def sweep(self, unit: Unit, _: Job) -> None:
        """What has been kept long enough goes."""
        store.sweep(unit)
        self.plant_sweep(unit)

    def plant_sweep(self, unit: Unit) -> None:
        unit.schedule(NewJob(kind=Work.SWEEP, key="hourly", due=unit.now + SWEEP_EVERY))


def link_to(case: Case) -> str:
    """The address of a message (documentation, message formatting)."""
    return f"https://discord.com/channels/{case.guild}/{case.room}/{case.message}"
