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
from bot.domain.events import WaitingChanged
from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId, random_id
from bot.domain.ports import BoardItem, Post
from bot.screening.escape import clean, is_blank
from cogs.moderation.model import (
    ABOUT_BOT_A_DAY,
    ABOUT_BOT_MAX,
    BOARD_SHOWN,
    LOG_SHOWN,
    MUTES_SHOWN,
    QUOTED_MAX,
    REPORT_KEPT,
    REPORT_WORDS_MAX,
    REPORTS_A_DAY,
    WITH_OWNER,
    Act,
    Case,
    Looked,
    Place,
    Reason,
    Reported,
    Work,
    hides,
)  # fmt: skip
from cogs.moderation.service.tools import Tools, is_kept
from cogs.moderation.store import reports as store

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

    @one_unit
    def tell_operator(self, unit: Unit, guild: GuildId, member: MemberId, words: str, *, press: int) -> None:
        """About the bot itself, for whoever runs it: sealed until it is there, without a name. Raises Refusal."""
        if is_blank(words):
            raise Refusal("mod-reach-empty")
        if len(words) > ABOUT_BOT_MAX:
            raise Refusal("mod-too-long", most=ABOUT_BOT_MAX, given=len(words))
        if not unit.first_time(press):
            raise Refusal("report-before")
        spent = limits.use(unit, self._tools.keys.refs("limit:about-bot", guild, member), most=ABOUT_BOT_A_DAY)
        if spent is not None:
            raise Refusal("report-bot-full", when=f"<t:{to_ms(spent.again) // 1000}:R>")
        number = random_id()
        sealed = self._tools.keys.seal(clean(words), f"operator|{number}")
        unit.schedule(NewJob(kind=Work.OPERATOR, key=str(number), guild=guild, sealed=sealed))

    def for_operator(self, job: Job) -> str:
        """The words that a job carries. Raises keys.BoxBroken."""
        return self._tools.keys.open(job.sealed or b"", f"operator|{job.key}")

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

    async def hidden_words(self, guild: GuildId, message: MessageId) -> str | None:
        """What a post that is out of sight already said."""
        return await self._tools.hidden_words(guild, message)

    @one_look
    def words_are_kept(self, look: Look, guild: GuildId, message: MessageId) -> bool:
        return store.words_of(look, guild, message) is not None

    @one_unit
    def keep_words(self, unit: Unit, guild: GuildId, message: MessageId, words: str) -> None:
        """What the post says is sealed, so that deleting it does not end the matter; the board shows its beginning."""
        unit.emit(WaitingChanged(guild))
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
            # in a direct message nobody's rights are known: it leads to the post, where they are
            buttons = (("mod-look", link),)
            self._tools.people.tell_self(unit, case.guild, owner, Note("mod-note-report", {"link": link}, buttons))
        store.told_at(unit, case.message, *WITH_OWNER)
        unit.finish(job)

    # --- for moderators ---------------------------------------------------------------------------------------------

    @one_look
    def words_of(self, look: Look, guild: GuildId, message: MessageId) -> tuple[str | None, list[str]]:
        """(what the reported post said, what people said about it)"""
        keys = self._tools.keys
        box = store.words_of(look, guild, message)
        case = store.case(look, guild, message)
        rows = store.said_with(look, message) if case is not None else []
        said = [keys.open(sealed, f"report|{number}") for number, sealed in rows]
        return keys.open(box, f"reported|{message}") if box is not None else None, said

    @one_look
    def waiting(self, look: Look, guild: GuildId) -> list[Case]:
        """The oldest reports that nobody has looked at, one more than the board shows."""
        return store.waiting(look, guild, most=BOARD_SHOWN + 1)

    async def board(self, guild: GuildId) -> Sequence[BoardItem]:
        """The same for the board (`bot.domain.ports.OnBoard`), with the beginning of what it said."""
        return [await self._on_board(case) for case in await self.waiting(guild)]

    async def _on_board(self, case: Case) -> BoardItem:
        looked = await self.look(case.guild, case.message)
        args: dict[str, str | int] = {
            "count": case.reports, "link": link_to(case), "since": f"<t:{case.since_ms // 1000}:R>",
            "reason": next(iter(case.reasons), Reason.RULES), "hidden": int(case.hidden),
        }  # fmt: skip
        ours = case.message if await self.is_ours(case.guild, case.message) else None
        quoted = shortened(looked.post or "", QUOTED_MAX)
        return BoardItem("mod-board-report", args, case.since_ms, "mod-look", f"mod:tools:{case.message}", ours, quoted)

    async def look(self, guild: GuildId, message: MessageId) -> Looked:
        """A post as a moderator looks at it: also where it is hidden, or was taken down."""
        hidden = await self._tools.hidden_words(guild, message)
        case = await self.case(guild, message)
        kept, said = await self.words_of(guild, message)
        is_hidden, lock = await self._stands(guild, message)
        return Looked(message, case, hidden or kept, tuple(said), is_hidden, lock)

    @one_look
    def _stands(self, look: Look, guild: GuildId, message: MessageId) -> tuple[bool, int | None]:
        """(whether it is hidden and can be shown again, the act that locks it)"""
        act = store.hide_act(look, message)
        by = modlog.entry(look, guild, act) if act is not None else None
        kept = by is not None and is_kept(by, to_ms(self.rows.wall.now()))
        lock = store.lock_act(look, message)
        return kept, lock if lock is not None and modlog.entry(look, guild, lock) is not None else None

    @one_look
    def mutes(self, look: Look, guild: GuildId, page: int = 0) -> tuple[list[Mute], int]:
        """(those of a page, how many in all)"""
        now_ms = to_ms(self.rows.wall.now())
        held = mutes.mutes(look, guild, now_ms, most=MUTES_SHOWN, after=page * MUTES_SHOWN)
        return held, mutes.how_many(look, guild, now_ms)

    @one_look
    def log(self, look: Look, guild: GuildId, page: int = 0) -> tuple[Sequence[Entry], int]:
        """(a page, and one more where there are older ones; the time)"""
        entries = modlog.latest(look, guild, most=LOG_SHOWN + 1, after=page * LOG_SHOWN)
        return entries, to_ms(self.rows.wall.now())

    def sweep(self, unit: Unit, _: Job) -> None:
        """What has been kept long enough goes."""
        store.sweep(unit)
        self.plant_sweep(unit)

    def plant_sweep(self, unit: Unit) -> None:
        unit.schedule(NewJob(kind=Work.SWEEP, key="hourly", due=unit.now + SWEEP_EVERY))


def shortened(text: str, most: int) -> str:
    """One line of it. What is escaped stays so: it is never cut behind a backslash."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip("\\") + "…"


def link_to(case: Case) -> str:
    """The address of a message (documentation, message formatting)."""
    return f"https://discord.com/channels/{case.guild}/{case.room}/{case.message}"
