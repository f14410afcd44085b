"""What people press and fill in: kind words and their jar."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import discord
from discord import ui

from bot.data.worker import Worker
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId, LineId, MemberId
from bot.ui.held import Text
from bot.ui.press import Press
from bot.ui.servers import chosen_server, names_of
from bot.ui.whom import Whom, chosen
from cogs.cheering import cards
from cogs.cheering.model import EMOJI, Act, Given, Kind, Work, offered
from cogs.cheering.service.giving import Giving
from cogs.cheering.service.jar import Jar

READ_WITHIN_S = 0.3
WAIT_FOR_WORD_S = 6.0
"""How long an answer waits for the link; after that the kind word is on its way."""


@dataclass(frozen=True)
class Asked:
    """What the giver typed or filled in."""

    kind: Kind
    emoji: str = ""
    said: str = ""
    quietly: bool = False


class CheerViews:
    """Giving: by command or by form, and what stands in channels."""

    def __init__(self, giving: Giving, worker: Worker) -> None:
        self._giving = giving
        self._worker = worker

    async def open(self, press: Press, target: Whom, kind: Kind) -> None:
        """A menu opens its form; who it is for is checked first, as nothing need be waited for."""
        _may_get(target, press, kind)
        await press.form(cards.cheer_form(press.words, target.member, kind, await self._in_time(_guild(press))))

    async def _in_time(self, guild: GuildId) -> Sequence[str]:
        """What can be sent here; the usual ones where the rows do not answer in time: a form waits for nothing."""
        try:
            async with asyncio.timeout(READ_WITHIN_S):
                return await self._giving.offered(guild)
        except TimeoutError:
            return EMOJI

    def texts(self) -> tuple[Text, ...]:
        """What stands in a cheer and in thanks; commands bring it as their forms do."""
        return tuple(
            Text(
                f"cheer:{kind}", "line", partial(_empty, kind), partial(self._written, kind), args=0, by_name=_always,
                settled=frozenset({"cheer-already-there"}),
            )
            for kind in Kind
        )  # fmt: skip

    async def _written(self, kind: Kind, press: Press) -> None:
        """Gives it, and says what came of it. Raises Refusal."""
        target = await chosen(press, "member")
        _may_get(target, press, kind)
        asked = Asked(kind, press.one("emoji"), press.one("line"), "quietly" in press.fields.get("quietly", ()))
        given, act = await self._given(press, target, asked)
        await press.say(await self._answer(press, given, act))

    async def _given(self, press: Press, target: Whom, asked: Asked) -> tuple[Given, Act]:
        guild = _guild(press)
        act = Act(
            guild, press.member, target.member, asked.kind, asked.emoji, asked.said, _place(press), _server(press),
            asked.quietly, press.id,
        )  # fmt: skip
        given = await self._giving.give(act)
        return given, act

    async def _answer(self, press: Press, given: Given, act: Act) -> str:
        if given.quiet:
            return press.words(f"cheer-quiet-{act.kind}" if act.quietly else "cheer-hushed", other=f"<@{act.receiver}>")
        ended = self._worker.ending(Work.SAY, str(given.word))
        try:
            word = await self._giving.word(given.word)
            if word is not None and word.message is None:
                await _settled(ended)
                word = await self._giving.word(given.word)
        finally:
            self._worker.forget_ending(Work.SAY, str(given.word))
        if word is None:
            return press.words("cheer-no-place", other=f"<@{act.receiver}>")
        if word.message is None:
            return press.words("cheer-on-its-way")
        return press.words(f"cheer-up-{act.kind}", link=cards.link(word.guild, word.channel, word.message))

    async def more(self, press: Press) -> None:
        """⋯ below a kind word."""
        word, may_thank = await self._giving.concerned(LineId(int(press.args[0])), press.member)
        await press.say(press.words("cheer-more-head"), cards.more(word, press.words, may_thank=may_thank))

    async def down(self, press: Press) -> None:
        """*Take it down*, by either of the two."""
        await self._giving.take_down(LineId(int(press.args[0])), press.member)
        await press.say(press.words("cheer-taken-down"))


class JarViews:
    """One's own jar."""

    def __init__(self, jar: Jar) -> None:
        self._jar = jar

    async def show(self, press: Press, guild: GuildId) -> None:
        """The newest line."""
        line = await self._jar.open(guild, press.member, 0)
        await press.say(
            face=cards.jar(line, guild, press.words) if line is not None else cards.empty(guild, press.words)
        )

    async def read(self, press: Press) -> None:
        """*Read a kind line*, below something else: in words of its own."""
        guild = GuildId(int(press.args[0]))
        line = await self._jar.open(guild, press.member, 0)
        await press.say(face=cards.jar(line, guild, press.words) if line is not None else cards.none_today(press.words))

    async def at(self, press: Press) -> None:
        """In a direct message: which server's jar."""
        guild = chosen_server(press)
        if guild is None:
            raise Refusal("press-unknown")
        await self._turn_to(press, guild, 0)

    async def turn(self, press: Press) -> None:
        """Another one."""
        await self._turn_to(press, GuildId(int(press.args[0])), int(press.args[1]))

    async def _turn_to(self, press: Press, guild: GuildId, place: int) -> None:
        line = await self._jar.open(guild, press.member, place)
        face = cards.jar(line, guild, press.words) if line is not None else cards.empty(guild, press.words)
        await press.update(face)

    async def list(self, press: Press) -> None:
        """All of them, a page at a time."""
        await self._list(press, GuildId(int(press.args[0])), int(press.args[1]))

    async def _list(self, press: Press, guild: GuildId, page: int) -> None:
        some, total = await self._jar.page(guild, press.member, page)
        if total == 0:
            await press.update(cards.empty(guild, press.words))
        else:
            await press.update(cards.jar_list(some, total, guild, page, press.words))

    async def remove(self, press: Press) -> None:
        """Out of the jar, for good; the next one comes up."""
        guild, line, place = press.args[0], press.args[1], press.args[2:]
        gone = await self._jar.remove(GuildId(int(guild)), press.member, LineId(int(line)))
        await self._turn_to(press, GuildId(int(guild)), int(place[0]) if place else 0)
        await press.say(press.words("jar-removed" if gone else "jar-removed-before"))

    async def unlist(self, press: Press) -> None:
        """Out of the jar, from the list."""
        guild, line, page = (int(press.args[place]) for place in range(3))
        gone = await self._jar.remove(GuildId(guild), press.member, LineId(line))
        await self._list(press, GuildId(guild), page)
        await press.say(press.words("jar-removed" if gone else "jar-removed-before"))

    async def back(self, press: Press) -> None:
        """*Thank them*: one press, from the jar, a message or a direct message."""
        guild, line = GuildId(int(press.args[0])), LineId(int(press.args[1]))
        (_, server), *_ = await names_of(press, [guild])
        giver = await self._jar.thank_back(guild, press.member, line, server)
        await press.say(press.words("jar-thanked", giver=f"<@{giver}>"))

    async def put(self, press: Press) -> None:
        """*Put one in for a bad day* opens its form."""
        await press.form(_empty_put(press))

    async def put_in(self, press: Press) -> None:
        """The line came back."""
        await self._jar.put_in(GuildId(int(press.args[0])), press.member, press.one("line"), press=press.id)
        await press.say(press.words("jar-put-in"))

    def text(self) -> Text:
        """A line to oneself: nobody else reads it."""
        return Text("cheer:put", "line", _empty_put, self.put_in, own=True, settled=frozenset({"jar-already-in"}))


def _empty(kind: Kind, press: Press) -> ui.Modal:
    offers = offered([press.one("emoji")]) if press.one("emoji") else EMOJI
    return cards.cheer_form(press.words, MemberId(int(press.one("member"))), kind, offers)


def _empty_put(press: Press) -> ui.Modal:
    return cards.put_form(GuildId(int(press.args[0])), press.words)


def _always(_: Press) -> bool:
    return True


def _guild(press: Press) -> GuildId:
    if press.guild is None:
        raise Refusal("only-in-server")
    return press.guild


def _may_get(target: Whom, press: Press, kind: Kind) -> None:
    """Raises Refusal: bots, people who left, oneself, the giver in time-out."""
    person = press.interaction.user
    if isinstance(person, discord.Member) and person.is_timed_out():
        raise Refusal("cheer-timed-out")
    if target.is_bot:
        raise Refusal("cheer-bot")
    if target.member == press.member:
        raise Refusal("cheer-self" if kind is Kind.CHEER else "thanks-self")
    if not target.is_here:
        raise Refusal("cheer-left", other=target.mention)


def _place(press: Press) -> ChannelId | None:
    """The channel, if giver and bot may both write there: the bot is no way around a moderator (SPEC 4.1)."""
    both = (press.interaction.permissions, press.interaction.app_permissions)
    in_thread = isinstance(press.interaction.channel, discord.Thread)
    right = "send_messages_in_threads" if in_thread else "send_messages"
    return press.channel if all(getattr(allowed, right) for allowed in both) else None


def _server(press: Press) -> str:
    guild = press.interaction.guild
    return guild.name if guild is not None else ""


async def _settled(ended: "asyncio.Future[BaseException | None]") -> None:
    try:
        async with asyncio.timeout(WAIT_FOR_WORD_S):
            await asyncio.shield(ended)
    except TimeoutError:
        pass
