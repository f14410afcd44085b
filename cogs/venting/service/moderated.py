"""What moderators bring about, without anybody learning who wrote what."""

import json
from collections.abc import Sequence

from bot.data.queue import Job
from bot.data.unit import Look, Unit, one_look, one_unit
from bot.domain.ids import GuildId, MessageId, Ref
from bot.domain.ports import Post
from cogs.venting.model.line import LineOn
from cogs.venting.model.vent import Vent
from cogs.venting.service.tools import Tools
from cogs.venting.store import answers, ending, moderated, vents


class Moderated:
    """Answers `ports.AuthoredPosts`, and keeps the words of hidden posts."""

    def __init__(self, tools: Tools) -> None:
        self.rows = tools.rows
        self._tools = tools

    @one_look
    def post_at(self, look: Look, guild: GuildId, message: MessageId) -> Post | None:
        """The card, the line or the author's reply at a message, also for a while after it ended."""
        vent = vents.by_message(look, message)
        if vent is not None:
            return _card(vent)
        line = answers.line_at(look, message)
        if line is not None:
            return self._line(look, line)
        past = vents.past_ref(look, guild, message)
        if past is None:
            return None
        room, ref = past
        return Post(guild, room, message, vent=None, author_ref=ref, author=None, up=False)

    @one_look
    def posts_of(self, look: Look, guild: GuildId, author_ref: Ref) -> Sequence[Post]:
        """What stands there now without a name from whoever has this ref."""
        cards = [_card(vent) for vent in vents.of_ref(look, guild, author_ref) if vent.message is not None]
        lines = [self._line(look, line) for line in answers.lines_of_ref(look, guild, author_ref)]
        return [post for post in (*cards, *lines) if post is not None]

    @one_look
    def hidden_words(self, look: Look, guild: GuildId, message: MessageId) -> str | None:
        """What a post that is out of sight said."""
        vent, line = vents.by_message(look, message), answers.line_at(look, message)
        under = vent if vent is not None else vents.by_id(look, line.vent) if line is not None else None
        if under is None or under.guild != guild:
            return None
        box = moderated.sealed_words(look, message)
        return self._tools.keys.open(box, f"hidden|{message}") if box is not None else None

    def _line(self, look: Look, line: LineOn) -> Post | None:
        vent = vents.by_id(look, line.vent)
        if vent is None or vent.thread is None or line.message is None:
            return None
        return Post(vent.guild, vent.thread, line.message, None, line.writer_ref, line.writer, up=True)

    @one_unit
    def keep_words(self, unit: Unit, message: MessageId, words: str) -> None:
        """Seals the words of a post that goes out of sight."""
        moderated.seal(unit, message, self._tools.keys.seal(words, f"hidden|{message}"))

    def give_up_hidden(self, unit: Unit) -> None:
        """Nobody showed them again in time: hidden vents end, hidden lines go."""
        for message in moderated.over(unit.connection, unit.now_ms):
            vent = vents.by_message(unit.connection, message)
            line = answers.line_at(unit.connection, message)
            if vent is not None:
                ending.end(unit, vent)
            elif line is not None:
                under = vents.by_id(unit.connection, line.vent)
                moderated.seal(unit, message, None)
                if under is not None:
                    self._tools.hide_line(unit, under, line)


def message_of(job: Job) -> MessageId:
    """The post that a job is about."""
    return MessageId(int(json.loads(job.payload)["message"]))


def _card(vent: Vent) -> Post | None:
    if vent.message is None:
        return None
    return Post(vent.guild, vent.room, vent.message, vent.id, vent.author_ref, vent.author, up=True)
