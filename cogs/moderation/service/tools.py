"""What reporting and moderating have in common."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.data.inbox import Inbox, Note
from bot.data.keys import Keys
from bot.data.modlog import Entry
from bot.data.people import People
from bot.data.queue import NewJob
from bot.data.unit import Rows, Unit
from bot.domain.errors import Refusal
from bot.domain.events import PostHidden, WaitingChanged
from bot.domain.ids import GuildId, MessageId
from bot.domain.ports import AuthoredPosts, Post
from cogs.moderation.model import HIDDEN_KEPT, REFRESH_AFTER, STATES_KEPT, Reason, Work
from cogs.moderation.store import reports as store


def is_kept(entry: Entry, now_ms: int) -> bool:
    """Whether the words of what this act hid are still there to be shown again."""
    return now_ms - entry.at_ms <= HIDDEN_KEPT // timedelta(milliseconds=1)


@dataclass(frozen=True)
class Tools:
    """Shared by the services of this feature. `posts` gives those who know for whom the bot posted what."""

    rows: Rows
    keys: Keys
    inbox: Inbox
    people: People
    posts: Callable[[], Sequence[AuthoredPosts]]

    async def find(self, guild: GuildId, message: MessageId) -> Post | None:
        """The bot's post at a message, None if it is not one."""
        for answerer in self.posts():
            found = await answerer.post_at(guild, message)
            # what stands on another server is nobody's business here
            if found is not None and found.guild == guild:
                return found
        return None

    async def hidden_words(self, guild: GuildId, message: MessageId) -> str | None:
        """What a post that is out of sight said; None where it is in sight, or nobody knows any more."""
        found = [await answerer.hidden_words(guild, message) for answerer in self.posts()]
        return next((words for words in found if words), None)

    async def post(self, guild: GuildId, message: MessageId) -> Post:
        """Raises Refusal where the bot posted nothing there, or has forgotten it."""
        found = await self.find(guild, message)
        if found is None:
            raise Refusal("mod-not-ours")
        return found

    async def without_name(self, guild: GuildId, message: MessageId) -> Post:
        """Raises Refusal where the post is signed as well: then people can see whose it is."""
        found = await self.post(guild, message)
        if found.author_ref is None:
            raise Refusal("mod-signed")
        return found

    async def theirs(self, post: Post) -> list[Post]:
        """All that stands there without a name from whoever wrote this post, itself included while it is up."""
        if post.author_ref is None:
            return [post] if post.up else []
        found = [one for answerer in self.posts() for one in await answerer.posts_of(post.guild, post.author_ref)]
        known = {one.message for one in found}
        return [post, *found] if post.up and post.message not in known else found

    def hide(self, unit: Unit, post: Post, act: int) -> bool:
        """Its words are to be seen by nobody; False if that was so already, or it is gone."""
        if not post.up:
            return False
        until_ms = unit.now_ms + STATES_KEPT // timedelta(milliseconds=1)
        version = store.hide(unit, post.guild, post.message, act, until_ms)
        if version is None:
            return False
        unit.emit(PostHidden(post.guild, post.message, version))
        return True

    def tell_author(self, unit: Unit, post: Post, text_id: str, reason: Reason, **more: str | int) -> None:
        """The author reads why, under their key or by name."""
        args: dict[str, str | int] = {"reason": reason, **more}
        if post.author_ref is not None:
            self.inbox.put(unit, post.guild, post.author_ref, Note(text_id, args))
        elif post.author is not None:
            self.people.tell_self(unit, post.guild, post.author, Note(text_id, args))

    def tell_moderators(self, unit: Unit, guild: GuildId, message: MessageId) -> None:
        """The report in their place is written once, and brought up to date after each change."""
        case = store.case(unit.connection, guild, message)
        unit.emit(WaitingChanged(guild))
        if case is None:
            return
        if case.place is None:
            unit.schedule(NewJob(kind=Work.REPORT, key=str(message), guild=guild, payload=str(message)))
        due = unit.now + REFRESH_AFTER
        key = f"{message}/{unit.now_ms // 1000}"
        unit.schedule(NewJob(kind=Work.REFRESH, key=key, due=due, guild=guild, payload=str(message)))
