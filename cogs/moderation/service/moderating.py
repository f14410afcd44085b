"""What moderators do about a post whose author they do not know. Each act can be undone."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.data import modlog, mutes
from bot.data.inbox import Note
from bot.data.modlog import Done, Entry
from bot.data.mutes import Brake, Mute
from bot.data.queue import NewJob
from bot.data.unit import Unit, one_unit
from bot.domain.clock import from_ms, to_ms
from bot.domain.errors import Refusal
from bot.domain.events import (
    AuthorMuted,
    BrakeMoved,
    PostShown,
    ReachOut,
    ReachTakenBack,
    ThreadLocked,
    WaitingChanged,
)
from bot.domain.ids import ChannelId, GuildId, MemberId
from bot.domain.ports import Post
from bot.screening.escape import clean, is_blank
from cogs.moderation.model import (
    BRAKE_BY_PRESS,
    HIDING,
    LOCKING,
    OF_THE_AUTHOR,
    REACH_WORDS_MAX,
    SHOWING,
    STATES_KEPT,
    Act,
    Order,
    Outcome,
    Reason,
    Work,
    brake_of,
)
from cogs.moderation.service.tools import Tools, is_kept
from cogs.moderation.store import reports as store


class Moderating:
    """For moderators; whether somebody is one was asked before. Whose a post is never leaves these methods."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    async def hide(self, order: Order) -> Outcome:
        """Raises Refusal: not the bot's post, gone, hidden already."""
        post = await self._tools.post(order.guild, order.message)
        return await self._hide(order, Act.HIDE, [post])

    async def hide_all(self, order: Order) -> Outcome:
        """All that whoever wrote this has up without a name. Raises Refusal: not the bot's, signed, nothing to hide."""
        post = await self._tools.without_name(order.guild, order.message)
        return await self._hide(order, Act.HIDE_ALL, await self._tools.theirs(post))

    @one_unit
    def _hide(self, unit: Unit, order: Order, act: Act, posts: Sequence[Post]) -> Outcome:
        number = self._log(unit, order, act, posts[0] if posts else None)
        hidden = [post for post in posts if self._tools.hide(unit, post, number)]
        if not hidden:
            raise Refusal("mod-nothing-to-hide")
        self._tools.tell_author(unit, hidden[0], "mod-note-hidden", order.reason, count=len(hidden))
        self._reviewed(unit, order)
        return Outcome(number, len(hidden), places=_places(hidden), needs=HIDING)

    async def mute(self, order: Order, days: int) -> Outcome:
        """Whoever wrote this cannot be without a name for `days`, and what they have up so is hidden.

        A mute that holds gets the new end. Raises Refusal: not the bot's post, signed.
        """
        post = await self._tools.without_name(order.guild, order.message)
        return await self._mute(order, post, await self._tools.theirs(post), days)

    @one_unit
    def _mute(self, unit: Unit, order: Order, post: Post, theirs: Sequence[Post], days: int) -> Outcome:
        if post.author_ref is None:
            raise Refusal("mod-signed")
        number = self._log(unit, order, Act.MUTE, post)
        until = unit.now + timedelta(days=days)
        wanted = Mute(order.guild, until, order.reason, number, post.room, order.message)
        held = mutes.mute_author(unit, post.author_ref, wanted)
        unit.emit(AuthorMuted(order.guild, post.author_ref))
        hidden = [one for one in theirs if self._tools.hide(unit, one, held.act)]
        self._tools.tell_author(unit, post, "mod-note-muted", order.reason, until=_date(to_ms(until)))
        self._reviewed(unit, order)
        return Outcome(held.act, len(hidden), to_ms(until), _places(hidden), HIDING)

    async def lock(self, order: Order) -> Outcome:
        """Nobody writes to this vent any more. Raises Refusal: not the bot's, no vent, locked already."""
        post = await self._tools.post(order.guild, order.message)
        if post.vent is None or not post.up:
            raise Refusal("mod-no-thread")
        return await self._lock(order, post)

    @one_unit
    def _lock(self, unit: Unit, order: Order, post: Post) -> Outcome:
        number = self._log(unit, order, Act.LOCK, post)
        until_ms = unit.now_ms + STATES_KEPT // timedelta(milliseconds=1)
        version = store.lock(unit, order.guild, order.message, number, until_ms)
        if version is None:
            raise Refusal("mod-locked-before")
        unit.emit(ThreadLocked(order.guild, order.message, True, version))
        self._tools.tell_author(unit, post, "mod-note-locked", order.reason)
        self._reviewed(unit, order)
        return Outcome(number, 0, places=_places([post]), needs=LOCKING)

    async def reach_out(self, order: Order, words: str, *, press: int) -> int:
        """Words for whoever wrote this; gives the log's number. Raises Refusal: not the bot's, signed, empty, too long,
        sent already.
        """
        if is_blank(words):
            raise Refusal("mod-reach-empty")
        if len(words) > REACH_WORDS_MAX:
            raise Refusal("mod-too-long", most=REACH_WORDS_MAX, given=len(words))
        post = await self._tools.without_name(order.guild, order.message)
        return await self._reach_out(order, post, clean(words), press=press)

    @one_unit
    def _reach_out(self, unit: Unit, order: Order, post: Post, words: str, *, press: int) -> int:
        if not unit.first_time(press):
            raise Refusal("mod-reached-before")
        if post.author_ref is None:
            raise Refusal("mod-signed")
        number = self._log(unit, order, Act.REACH, post)
        sealed = self._tools.keys.seal(words, f"reach|{number}")
        unit.emit(ReachOut(order.guild, number, post.vent, post.room, order.message, post.author_ref, sealed))
        return number

    @one_unit
    def brake(self, unit: Unit, guild: GuildId, moderator: MemberId, minutes: int) -> Outcome:
        """Posting without a name rests for everybody; 0 ends it. Raises Refusal: below zero, longer than a week."""
        try:
            rest = brake_of(minutes)
        except ValueError:
            raise Refusal("mod-brake-minutes") from None
        was = mutes.brake_held(unit.connection, guild, unit.now_ms)
        if rest is None:
            if not mutes.brake_off(unit, guild):
                raise Refusal("mod-no-brake")
            self._brake_moved(unit, guild, None)
            return Outcome(modlog.note(unit, Done(guild, moderator, Act.BRAKE_OFF, was=was)), 0)
        return self._brake(unit, guild, moderator, unit.now + rest, was)

    @one_unit
    def brake_by_press(self, unit: Unit, guild: GuildId, moderator: MemberId) -> Outcome:
        """The same for BRAKE_BY_PRESS. Raises Refusal where it rests for longer already: a press shortens nothing."""
        until = unit.now + BRAKE_BY_PRESS
        was = mutes.brake_held(unit.connection, guild, unit.now_ms)
        if was is not None and was.until_ms > to_ms(until):
            raise Refusal("mod-brake-longer", until=_date(was.until_ms))
        return self._brake(unit, guild, moderator, until, was)

    def _brake(self, unit: Unit, guild: GuildId, moderator: MemberId, until: datetime, was: Brake | None) -> Outcome:
        number = modlog.note(unit, Done(guild, moderator, Act.BRAKE, was=was))
        mutes.brake_on(unit, guild, until, number)
        self._brake_moved(unit, guild, to_ms(until))
        return Outcome(number, 0, to_ms(until))

    def _brake_moved(self, unit: Unit, guild: GuildId, until_ms: int | None) -> None:
        unit.emit(BrakeMoved(guild, until_ms))
        unit.emit(WaitingChanged(guild))

    async def keep(self, order: Order) -> int | None:
        """A moderator looked and leaves a reported post as it is: what reports hid is shown, and its author told.

        Gives the log's number, None if somebody was there before.
        """
        return await self._keep(order, await self._tools.find(order.guild, order.message))

    @one_unit
    def _keep(self, unit: Unit, order: Order, post: Post | None) -> int | None:
        if not store.is_reviewed(unit, order.guild, order.message):
            return None
        number = self._log(unit, order, Act.KEEP, post)
        act = store.hide_act(unit.connection, order.message)
        by = modlog.entry(unit.connection, order.guild, act) if act is not None else None
        if by is not None and by.done.act == Act.HIDDEN_BY_REPORTS and self._show(unit, order.guild, by.id):
            self._tell_shown(unit, [post] if post is not None else [])
        self._tools.tell_moderators(unit, order.guild, order.message)
        return number

    async def undo(self, guild: GuildId, moderator: MemberId, act: int) -> Outcome:
        """Takes an act back, with all it brought; what was hidden is shown again.

        Raises Refusal: nothing is left of it.
        """
        touched = await self.rows.read(lambda look: store.touched_by(look, guild, act))
        found = [await self._tools.find(guild, message) for message in touched]
        return await self._undo(guild, moderator, act, [post for post in found if post is not None])

    @one_unit
    def _undo(self, unit: Unit, guild: GuildId, moderator: MemberId, act: int, posts: Sequence[Post]) -> Outcome:
        entry = modlog.entry(unit.connection, guild, act)
        if entry is None or entry.undone:
            raise Refusal("mod-nothing-to-undo")
        lifted = mutes.lift(unit, guild, act)
        if lifted is not None:
            self._tools.inbox.take_back(unit, guild, lifted, "mod-note-muted")
            self._tools.inbox.put(unit, guild, lifted, Note("mod-note-lifted", {}))
        released = mutes.brake_off(unit, guild, act)
        braked_ms = self._brake_again(unit, entry, released=released)
        if released or braked_ms:
            self._brake_moved(unit, guild, braked_ms)
        shown = self._show(unit, guild, act) if is_kept(entry, unit.now_ms) else 0
        if shown and lifted is None:
            self._tell_shown(unit, posts)
        unlocked = self._unlock(unit, guild, act, posts)
        if not (lifted or released or braked_ms or shown or unlocked or self._unsay(unit, entry)):
            raise Refusal("mod-nothing-to-undo")
        modlog.is_undone(unit, act)
        modlog.note(unit, Done(guild, moderator, Act.UNDO, entry.done.room, entry.done.message, entry.done.act))
        if entry.done.message is not None:
            self._tools.tell_moderators(unit, guild, entry.done.message)
        places = _places(posts) if shown or unlocked else frozenset[ChannelId]()
        return Outcome(act, shown, places=places, needs=LOCKING if unlocked else SHOWING, braked_ms=braked_ms)

    def _brake_again(self, unit: Unit, entry: Entry, *, released: bool) -> int | None:
        """What held before the act holds again, while its time lasts and nobody has decided otherwise since."""
        guild, was = entry.done.guild, entry.done.was
        ended = entry.done.act == Act.BRAKE_OFF and mutes.brake_held(unit.connection, guild, unit.now_ms) is None
        if was is None or was.until_ms <= unit.now_ms or not (released or ended):
            return None
        mutes.brake_on(unit, guild, from_ms(was.until_ms), was.act)
        return was.until_ms

    async def show(self, order: Order) -> Outcome:
        """One hidden post is to be seen again; a mute that hid it holds on. Raises Refusal: not hidden, or too long."""
        return await self._show_one(order, await self._tools.find(order.guild, order.message))

    @one_unit
    def _show_one(self, unit: Unit, order: Order, post: Post | None) -> Outcome:
        act = store.hide_act(unit.connection, order.message)
        by = modlog.entry(unit.connection, order.guild, act) if act is not None else None
        version = None
        if by is not None and is_kept(by, unit.now_ms):
            version = store.show(unit, order.guild, order.message)
        if by is None or version is None:
            raise Refusal("mod-nothing-to-undo")
        unit.emit(PostShown(order.guild, order.message, version))
        posts = [post] if post is not None else []
        self._tell_shown(unit, posts)
        done = Done(order.guild, order.moderator, Act.UNDO, by.done.room, order.message, Act.HIDE)
        number = modlog.note(unit, done)
        self._tools.tell_moderators(unit, order.guild, order.message)
        return Outcome(number, 1, places=_places(posts), needs=SHOWING)

    def _unlock(self, unit: Unit, guild: GuildId, act: int, posts: Sequence[Post]) -> bool:
        opened = store.unlock_of(unit, guild, act)
        for message, version in opened:
            unit.emit(ThreadLocked(guild, message, False, version))
        for post in posts if opened else ():
            self._tools.tell_author(unit, post, "mod-note-unlocked", Reason.RULES)
        return bool(opened)

    def _unsay(self, unit: Unit, entry: Entry) -> bool:
        """What leaves no row of its own: words for an author, and *Leave it as it is*."""
        done = entry.done
        if done.act == Act.REACH:
            unit.emit(ReachTakenBack(done.guild, entry.id))
            return True
        return done.act == Act.KEEP and done.message is not None and store.reopen(unit, done.guild, done.message)

    def _show(self, unit: Unit, guild: GuildId, act: int) -> int:
        shown = store.show_of(unit, guild, act)
        for message, version in shown:
            unit.emit(PostShown(guild, message, version))
        return len(shown)

    def _tell_shown(self, unit: Unit, posts: Sequence[Post]) -> None:
        """One author's, however many."""
        for post in posts[:1]:
            self._tools.tell_author(unit, post, "mod-note-shown", Reason.RULES, count=len(posts))

    def _log(self, unit: Unit, order: Order, act: Act, post: Post | None) -> int:
        room = post.room if post is not None else None
        number = modlog.note(unit, Done(order.guild, order.moderator, act, room, order.message, order.reason))
        if act in OF_THE_AUTHOR:
            # what was looked up before this unit may carry a name by now
            unit.schedule(NewJob(kind=Work.NAMED, key=str(number), guild=order.guild, payload=str(order.message)))
        return number

    def _reviewed(self, unit: Unit, order: Order) -> None:
        store.is_reviewed(unit, order.guild, order.message)
        if store.case(unit.connection, order.guild, order.message) is not None:
            self._tools.tell_moderators(unit, order.guild, order.message)


def _places(posts: Sequence[Post]) -> frozenset[ChannelId]:
    return frozenset(post.room for post in posts)


def _date(ms: int) -> str:
    """A time that everybody reads in their own zone (documentation, timestamp styles)."""
    return f"<t:{ms // 1000}:f>"
