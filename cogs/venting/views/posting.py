"""The form, what is found in it before it is posted, and the confirmation."""

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import replace

import aiohttp
import discord

from bot.data.worker import Worker
from bot.delivery.sender import Sender
from bot.domain.errors import Refusal
from bot.domain.groups import GroupRules, rules_for
from bot.domain.ids import GuildId, VentId, random_id
from bot.screening.escape import escape
from bot.screening.helplines import Helplines
from bot.ui.answers import answer_failure
from bot.ui.press import Press
from cogs.venting.cards import forms, own
from cogs.venting.cards.parts import link
from cogs.venting.model.vent import TEXT_MAX, Draft, LookedOver, Place, Placed, Shown, Wish, Work
from cogs.venting.service.vents import Vents
from cogs.venting.views.asking import guild_of, readers_of, rules_of, standing

WAIT_FOR_POST_S = 8.0
"""How long a confirmation waits for the link; after that the post is "on its way"."""
READ_DRAFT_WITHIN_S = 1.0
"""A form must open within Discord's 3 s; without its text rather than not at all."""
READ_COUNT_WITHIN_S = 0.3
SEARCH_WITHIN_S = 1.5
"""All name searches together (SPEC 4.1)."""


class PostingViews:
    """From the panel to "It is up"."""

    def __init__(self, vents: Vents, worker: Worker, sender: Sender, helplines: Helplines) -> None:
        self._vents = vents
        self._worker = worker
        self._sender = sender
        self._helplines = helplines

    async def open(self, press: Press) -> None:
        """The panel's button and `/vent`: waits for nothing."""
        await self._open_form(press, None)

    async def write(self, press: Press) -> None:
        """The form came back: looked over, then posted, or shown what was found first."""
        guild, draft = guild_of(press), _draft(press, rules_of(press))
        try:
            place = await self._vents.posting.place(guild, press.channel)
            draft = _in_room(draft, place)
            standing(press, place.room)
            over = await self._vents.posting.look_over(guild, draft.text)
            if over.danger:
                await self._show_crisis(press, draft, place)
            elif not await self._show_findings(press, guild, draft, over):
                await self._post(press, guild, draft, at_once=False)
        except Refusal as refusal:
            await self._refuse(press, refusal, draft)
        except Exception as error:  # whatever broke, the words of a bad hour are not lost with it
            kept = await self._vents.posting.keep_draft(draft)
            await answer_failure(press, error, "vent:write", own.refused(kept, press.words))

    async def draft(self, press: Press) -> None:
        """The buttons below a text that is not posted yet."""
        act, number = press.args[0], int(press.args[1])
        if act == "drop":
            await self._vents.posting.drop_draft(number)
            await press.say(press.words("draft-dropped"))
            return
        draft = await self._kept(number)
        if draft is None:
            raise Refusal("draft-gone")
        if act == "change":
            await self._open_form(press, draft)
        elif act in {"post", "safe"}:
            await self._post_draft(press, number, draft, at_once=act == "safe")
        elif act == "name":
            await self._post_draft(press, number, replace(draft, shown=Shown.OPEN), at_once=False)
        else:
            raise Refusal("press-unknown")

    async def _post_draft(self, press: Press, number: int, draft: Draft, *, at_once: bool) -> None:
        """*Post it as it is*, *I'm safe, post it*. After the latter what could lead back is still shown."""
        # this way may open a form and is never held by itself: posting takes longer
        await press.hold()
        guild = guild_of(press)
        try:
            if at_once:
                over = await self._vents.posting.look_over(guild, draft.text)
                if await self._show_findings(press, guild, draft, over):
                    return
            await self._post(press, guild, draft, at_once=at_once)
            await self._vents.posting.drop_draft(number)
        except Refusal as refusal:
            await self._refuse(press, refusal, draft)

    async def _post(self, press: Press, guild: GuildId, draft: Draft, *, at_once: bool) -> None:
        number = VentId(random_id())
        if draft.room is None:
            raise Refusal("vent-no-room")
        ended = self._worker.ending(Work.PUBLISH, str(number))
        try:
            may = standing(press, draft.room)
            share = self._vents.posting.share
            placed = await share(number, guild, press.member, draft, may, press=press.id, at_once=at_once)
            if not draft.later:
                await settled(ended)
        finally:
            self._worker.forget_ending(Work.PUBLISH, str(number))
        await self._confirm(press, placed, draft)

    async def _confirm(self, press: Press, placed: Placed, draft: Draft) -> None:
        vent = await self._vents.course.look(placed.vent)
        if vent is None:
            await self._vents.posting.give_back(guild_of(press), press.member)
            raise Refusal("vent-room-closed", room=str(placed.room))
        args: dict[str, str | int] = {"name": placed.alias or "", "ends": f"<t:{vent.ends_ms // 1000}:D>"}
        kind = "" if placed.alias is not None else "-open"
        if draft.later:
            text = press.words("vent-later" + kind, when=f"<t:{placed.due_ms // 1000}:R>", **args)
        elif vent.message is None:
            text = press.words("vent-on-its-way" + kind, **args)
        else:
            text = press.words("vent-posted" + kind, link=link(vent.guild, vent.room, vent.message), **args)
        if not vent.wish.lines_only:
            text += "\n" + press.words("vent-thread-open")
        await press.say(text, own.confirmation(placed.vent, press.words))

    async def _show_crisis(self, press: Press, draft: Draft, place: Place) -> None:
        """Key message 5. Nothing is said to anybody."""
        number = await self._vents.posting.keep_draft(draft)
        lines = self._helplines.for_country(place.country or "")
        directory = self._helplines.directory
        if place.own_line:
            line = place.own_line
        elif lines:
            first = lines[0]
            line = press.words("crisis-line", name=first.name, number=first.number, hours=first.hours)
        else:
            line = press.words("crisis-no-line")
        text = press.words("crisis", line=line, directory=f"{directory.name}, {directory.url}")
        await press.say(text, own.crisis(number, press.words))

    async def _show_findings(self, press: Press, guild: GuildId, draft: Draft, over: LookedOver) -> bool:
        """Key message 4; False where there is nothing to say."""
        found = [f"**{escape(masked)}** ({press.words(f'finding-{kind}')})" for _, masked, kind in over.findings]
        excerpts = {excerpt for excerpt, _, _ in over.findings}
        for name in await self._members_called(guild, over.names):
            if not any(name in excerpt for excerpt in excerpts):
                found += [f"**{escape(name)}** ({press.words('finding-member')})"]
        if not found:
            return False
        number = await self._vents.posting.keep_draft(draft)
        text = press.words("preflight", count=len(found), found=" · ".join(found))
        await press.say(text, own.preflight(number, press.words))
        return True

    async def _members_called(self, guild: GuildId, names: Sequence[str]) -> list[str]:
        """Those of the words that are a member's name, as far as the time allows: best effort, and said so."""
        found: list[str] = []
        try:
            async with asyncio.timeout(SEARCH_WITHIN_S):
                for name in names:
                    found += [name] if await self._sender.is_called(guild, name) else []
        except (TimeoutError, discord.HTTPException, aiohttp.ClientError):
            pass
        return found

    async def _refuse(self, press: Press, refusal: Refusal, draft: Draft) -> None:
        """Says why, and loses nothing of what was written."""
        said = press.words(refusal.text_id, **refusal.args_for_text)
        if not draft.text.strip() or refusal.text_id == "vent-already-there":
            await press.say(said)
            return
        number = await self._vents.posting.keep_draft(draft)
        kept = press.words("draft-kept")
        face = own.unnamed_refused if refusal.text_id.startswith("unnamed-") else own.refused
        await press.say(said if "30" in said else f"{said}\n{kept}", face(number, press.words))

    async def _open_form(self, press: Press, filled: Draft | None) -> None:
        guild = guild_of(press)
        # phones keep an old text under a form's id: a prefilled one gets an id of its own
        suffix = f":{secrets.token_hex(4)}" if filled is not None else ""
        readers = await self._readers(press, guild)
        rules = rules_for(readers)
        form = forms.vent_form(press.words, readers=readers, rules=rules, circles=False, filled=filled, suffix=suffix)
        await press.form(form)

    async def _readers(self, press: Press, guild: GuildId) -> int | None:
        """The smaller of what Discord said at the start and what was counted last: stricter at once (SPEC 4.12)."""
        counted = None
        try:
            async with asyncio.timeout(READ_COUNT_WITHIN_S):
                counted = await self._vents.course.readers(guild)
        except TimeoutError:
            pass
        known = [number for number in (readers_of(press), counted) if number is not None]
        return min(known, default=None)

    async def _kept(self, number: int) -> Draft | None:
        try:
            async with asyncio.timeout(READ_DRAFT_WITHIN_S):
                return await self._vents.posting.draft(number)
        except TimeoutError:
            return None

    # --- mending ----------------------------------------------------------------------------------------------------

    async def change(self, press: Press) -> None:
        """*Add or change* opens a form with the words as they are."""
        number = int(press.args[0])
        kept = await self._kept(number)
        custom_id = f"vent:edit:{number}:{secrets.token_hex(4)}"
        title, label = press.words("form-vent-change"), press.words("form-vent-text")
        text = kept.text if kept is not None else ""
        await press.form(forms.text_form(title, label, custom_id, most=TEXT_MAX, text=text, field="text"))

    async def edited(self, press: Press) -> None:
        """The changed words came back."""
        number, text = VentId(int(press.args[0])), press.one("text")
        try:
            await self._vents.posting.change_text(number, guild_of(press, 2), press.member, text)
        except Refusal as refusal:
            await self._refuse(press, refusal, _draft(press, rules_of(press)))
            return
        await press.say(press.words("vent-changed"))


async def settled(ended: "asyncio.Future[BaseException | None]") -> None:
    """Waits for a piece of work, but not for ever."""
    try:
        async with asyncio.timeout(WAIT_FOR_POST_S):
            await asyncio.shield(ended)
    except TimeoutError:
        pass


def _in_room(draft: Draft, place: Place) -> Draft:
    return replace(draft, room=place.room)


def _draft(press: Press, rules: GroupRules) -> Draft:
    """What was filled in; whatever is missing or unknown becomes the kindest choice."""
    wish, shown = press.one("help"), press.one("name")
    default = Shown.HIDDEN if rules.no_name == "first" else Shown.OPEN
    extras = press.fields.get("extras", ())
    return Draft(
        text=press.one("text")[:8_000],
        wish=Wish(wish) if wish in set(Wish) else Wish.LISTEN,
        shown=Shown(shown) if shown in set(Shown) else default,
        warning="warning" in extras,
        later="later" in extras,
        room=press.channel,
    )
