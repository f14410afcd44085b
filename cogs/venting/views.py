"""What people press and fill in on vents."""

import asyncio
import secrets

import discord

from bot.data.worker import Worker
from bot.delivery.sender import CannotReach, Sender
from bot.domain.errors import Refusal
from bot.domain.groups import GroupRules, rules_for
from bot.domain.ids import GuildId, LineId, VentId, random_id
from bot.ui.press import Press
from cogs.venting import cards
from cogs.venting.model import TEXT_MAX, Address, Cheer, Draft, Placed, Shown, Wish, Work, Writer
from cogs.venting.service.vents import Vents

WAIT_FOR_POST_S = 8.0
"""How long a confirmation waits for the link; after that the post is "on its way"."""
READ_DRAFT_WITHIN_S = 1.0
"""A form must open within Discord's 3 s; without its text rather than not at all."""


class VentViews:
    """Each method answers one press or form; names are those of INTERFACE."""

    def __init__(self, vents: Vents, worker: Worker, sender: Sender) -> None:
        self._vents = vents
        self._worker = worker
        self._sender = sender

    # --- the form ---------------------------------------------------------------------------------------------------

    async def open(self, press: Press) -> None:
        """The panel's button and `/vent`: waits for nothing."""
        await self._open_form(press, "")

    async def write(self, press: Press) -> None:
        """The form came back."""
        guild = _guild(press)
        number = VentId(random_id())
        draft = _draft(press, _rules(press))
        try:
            _may_post(press)
            await self._post(press, number, guild, draft)
        except Refusal as refusal:
            await self._refuse(press, refusal, draft.text)

    async def _post(self, press: Press, number: VentId, guild: GuildId, draft: Draft) -> None:
        ended = self._worker.ending(Work.PUBLISH, str(number))
        try:
            placed = await self._vents.posting.share(number, guild, press.member, press.channel, draft, press=press.id)
            later = draft.later
            if not later:
                await _settled(ended)
        finally:
            self._worker.forget_ending(Work.PUBLISH, str(number))
        await self._confirm(press, placed, draft)

    async def _confirm(self, press: Press, placed: Placed, draft: Draft) -> None:
        vent = await self._vents.course.look(placed.vent)
        if vent is None:
            raise Refusal("vent-room-closed", room=str(placed.room))
        args: dict[str, str | int] = {"name": placed.alias or "", "ends": f"<t:{vent.ends_ms // 1000}:D>"}
        kind = "" if placed.alias is not None else "-open"
        if draft.later:
            text = press.words("vent-later" + kind, when=f"<t:{placed.due_ms // 1000}:R>", **args)
        elif vent.message is None:
            text = press.words("vent-on-its-way" + kind, **args)
        else:
            text = press.words("vent-posted" + kind, link=cards.link(vent.guild, vent.room, vent.message), **args)
        if not vent.wish.lines_only:
            text += "\n" + press.words("vent-thread-open")
        await press.say(text, cards.confirmation(placed.vent, press.words))

    async def _refuse(self, press: Press, refusal: Refusal, text: str) -> None:
        """Says why, and loses nothing of what was written."""
        said = press.words(refusal.text_id, **refusal.args_for_text)
        if not text.strip() or refusal.text_id == "vent-already-there":
            await press.say(said)
            return
        number = await self._vents.posting.keep_draft(text[:TEXT_MAX])
        kept = press.words("draft-kept")
        await press.say(said if "30" in said else f"{said}\n{kept}", cards.refused(number, press.words))

    async def draft(self, press: Press) -> None:
        """*Change it* and *Don't post* on a text that was not taken."""
        act, number = press.args[0], int(press.args[1])
        if act == "drop":
            await self._vents.posting.drop_draft(number)
            await press.say(press.words("draft-dropped"))
            return
        text = await self._kept(number)
        if text is None:
            raise Refusal("draft-gone")
        await self._open_form(press, text)

    async def _open_form(self, press: Press, text: str) -> None:
        _guild(press)
        # phones keep an old text under a form's id: a prefilled one gets an id of its own
        suffix = f":{secrets.token_hex(4)}" if text else ""
        readers = _readers(press)
        await press.form(
            cards.vent_form(
                press.words, readers=readers, rules=rules_for(readers), circles=False, text=text, suffix=suffix
            )
        )

    async def _kept(self, number: int) -> str | None:
        try:
            async with asyncio.timeout(READ_DRAFT_WITHIN_S):
                return await self._vents.posting.draft(number)
        except TimeoutError:
            return None

    # --- the card ---------------------------------------------------------------------------------------------------

    async def cheer(self, press: Press) -> None:
        """One of the three; the press itself gives the card its new count."""
        number, which = VentId(int(press.args[0])), Cheer(press.args[1])
        cheered = await self._vents.answering.cheer(number, press.member, which)
        text = cards.text_on(_raw_components(press))
        if text is None:
            await self._vents.course.refresh_soon(cheered.vent)
        else:
            await press.update(cards.card(cheered.vent, text, press.server_words))
        await press.say(press.words(f"vent-cheer-{cheered.change}"))

    async def line(self, press: Press) -> None:
        """*Write a line* opens its form."""
        await press.form(cards.line_form(VentId(int(press.args[0])), press.words, _rules(press), ""))

    async def line_written(self, press: Press) -> None:
        """The line came back."""
        guild = _guild(press)
        number, line = VentId(int(press.args[0])), LineId(random_id())
        rules = _rules(press)
        signed = press.one("sign") != "unsigned" or not rules.lines_may_be_unsigned
        writer = Writer(press.member, _name(press) if signed else None)
        ended = self._worker.ending(Work.SAY_LINE, str(line))
        try:
            _may_post(press)
            await self._vents.answering.write_line(number, line, writer, press.one("line"), press=press.id)
            await _settled(ended)
        finally:
            self._worker.forget_ending(Work.SAY_LINE, str(line))
        await self._line_placed(press, guild, number, line)

    async def _line_placed(self, press: Press, guild: GuildId, number: VentId, line: LineId) -> None:
        there, message = await self._vents.answering.line_place(line)
        vent = await self._vents.course.look(number)
        if not there or vent is None or vent.thread is None:
            raise Refusal("line-thread-gone")
        if message is None:
            await press.say(press.words("line-on-its-way"))
        else:
            await press.say(press.words("line-written", link=cards.link(guild, vent.thread, message)))

    async def more(self, press: Press) -> None:
        """⋯ on the card."""
        number = VentId(int(press.args[0]))
        vent = await self._vents.course.look(number)
        if vent is None:
            raise Refusal("vent-gone")
        own = await self._vents.owning.is_own(number, press.member)
        text = press.words("vent-more-own" if own else "vent-more-other")
        await press.say(text, cards.more(vent, press.words, own=True) if own else None)

    async def said(self, press: Press) -> None:
        """⋯ on a line."""
        await press.say(press.words("vent-more-other"))

    # --- the author -------------------------------------------------------------------------------------------------

    async def tell(self, press: Press) -> None:
        """Opens the direct message now, inside the opt-in, and seals where to write."""
        guild, number = _guild(press), VentId(int(press.args[0]))
        await self._vents.owning.own(number, guild, press.member)
        try:
            dm = await self._sender.open_dm(press.member)
        except CannotReach:
            raise Refusal("tell-closed") from None
        await self._vents.owning.tell_me(number, guild, Address(press.member, dm))
        await press.say(press.words("vent-will-tell"), cards.stop_telling(number, press.words))

    async def untell(self, press: Press) -> None:
        """*Stop telling me* erases the seal."""
        await self._vents.owning.stop_telling(VentId(int(press.args[0])), _guild(press), press.member)
        await press.say(press.words("vent-told-off"))

    async def change(self, press: Press) -> None:
        """*Add or change* opens a form with the words as they are."""
        number = int(press.args[0])
        text = await self._kept(number) or ""
        custom_id = f"vent:edit:{number}:{secrets.token_hex(4)}"
        title, label = press.words("form-vent-change"), press.words("form-vent-text")
        await press.form(cards.text_form(title, label, custom_id, most=TEXT_MAX, text=text, field="text"))

    async def edited(self, press: Press) -> None:
        """The changed words came back."""
        number, text = VentId(int(press.args[0])), press.one("text")
        try:
            await self._vents.posting.change_text(number, _guild(press), press.member, text)
        except Refusal as refusal:
            await self._refuse(press, refusal, text)
            return
        await press.say(press.words("vent-changed"))

    async def down(self, press: Press) -> None:
        """*Take it down*."""
        await self._vents.owning.take_down(VentId(int(press.args[0])), _guild(press), press.member)
        await press.say(press.words("vent-taken-down"))

    async def all_down(self, press: Press) -> None:
        """*Take all down*."""
        count = await self._vents.owning.take_all_down(GuildId(int(press.args[0])), press.member)
        await press.say(press.words("vent-all-down", count=count))

    async def reply(self, press: Press) -> None:
        """*Answer as the author* opens its form."""
        await press.form(cards.reply_form(VentId(int(press.args[0])), press.words))

    async def replied(self, press: Press) -> None:
        """The author's answer came back."""
        writer = Writer(press.member, _name(press))
        await self._vents.owning.reply(
            VentId(int(press.args[0])), _guild(press), writer, press.one("text"), press=press.id
        )
        await press.say(press.words("line-on-its-way"))

    async def posts(self, press: Press) -> None:
        """A further page of one's own vents."""
        guild, page = GuildId(int(press.args[0])), int(press.args[1])
        mine = await self._vents.owning.mine(guild, press.member)
        await press.update(cards.posts(mine, guild, page, press.words))


async def _settled(ended: "asyncio.Future[BaseException | None]") -> None:
    try:
        async with asyncio.timeout(WAIT_FOR_POST_S):
            await asyncio.shield(ended)
    except TimeoutError:
        pass


def _guild(press: Press) -> GuildId:
    """The server of the press, or in a direct message the one its custom id names. Raises Refusal."""
    if press.guild is not None:
        return press.guild
    if len(press.args) > 1 and press.args[1].isdigit():
        return GuildId(int(press.args[1]))
    raise Refusal("only-in-server")


def _readers(press: Press) -> int | None:
    """About how many people can read here, without this bot; None where Discord has not said."""
    guild = press.interaction.guild
    count = guild.member_count if guild is not None else None
    return count - 1 if count else None


def _rules(press: Press) -> GroupRules:
    return rules_for(_readers(press))


def _draft(press: Press, rules: GroupRules) -> Draft:
    """What was filled in; whatever is missing or unknown becomes the kindest choice."""
    wish, shown = press.one("help"), press.one("name")
    default = Shown.HIDDEN if rules.no_name == "first" else Shown.OPEN
    extras = press.fields.get("extras", ())
    return Draft(
        text=press.one("text"),
        wish=Wish(wish) if wish in set(Wish) else Wish.LISTEN,
        shown=Shown(shown) if shown in set(Shown) else default,
        warning="warning" in extras,
        later="later" in extras,
    )


def _name(press: Press) -> str:
    return press.interaction.user.display_name


def _may_post(press: Press) -> None:
    """The bot is no way around a moderator (SPEC 4.1). Raises Refusal in a time-out."""
    person = press.interaction.user
    if isinstance(person, discord.Member) and person.is_timed_out():
        raise Refusal("vent-timed-out")


def _raw_components(press: Press) -> list[object]:
    data = press.interaction.message
    return [part.to_dict() for part in data.components] if data is not None else []
