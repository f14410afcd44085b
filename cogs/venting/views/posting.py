"""The form, what is found in it before it is posted, and the confirmation."""

import asyncio
import secrets
from dataclasses import replace

from discord import ui

from bot.data import deed
from bot.data.worker import Worker
from bot.domain.errors import InWords, Refusal
from bot.domain.groups import GroupRules
from bot.domain.ids import ChannelId, GuildId, MemberId, VentId, random_id
from bot.screening.looked_over import LookedOver
from bot.ui import held
from bot.ui.answers import answer_failure, is_gone
from bot.ui.filled import as_it_stands, filled
from bot.ui.filter import SAYS_THAT_IT_IS_KEPT, Filter
from bot.ui.groups import COUNT_WITHIN_S, Groups
from bot.ui.press import Press
from cogs.venting.cards import forms, holding, own
from cogs.venting.cards.parts import link
from cogs.venting.model.vent import TEXT_MAX, Draft, Placed, Shown, Wish
from cogs.venting.model.work import WAIT_FOR_POST_S, Work
from cogs.venting.service.tools import screened
from cogs.venting.service.vents import Vents
from cogs.venting.views.asking import Circles, circle_of, guild_of, standing, vent_of, why_not_posted

SAYS_SO = SAYS_THAT_IT_IS_KEPT | {"vent-off", "vent-right-missing", "vent-room-closed"}
TOO_OFTEN = frozenset({"vent-day-full", "vent-too-soon"})
"""Refusals that name the last post as the place for more."""


class PostingViews:
    """From the panel to "It is up"."""

    def __init__(self, vents: Vents, worker: Worker, looks: Filter, groups: Groups, circles: Circles) -> None:
        self._vents = vents
        self._worker = worker
        self._filter = looks
        self._groups = groups
        self._circles = circles

    async def open(self, press: Press) -> None:
        """The panel's button and `/vent`: waits for nothing."""
        await self._open_form(press, None)

    async def write(self, press: Press) -> None:
        """The form came back: looked over, then posted, or shown what was found first."""
        earlier = held.earlier(press.args[:1])
        if earlier is not None:
            await self._vents.posting.drop_draft(earlier)
        guild, rules = guild_of(press), (await self._groups.of(press)).rules
        draft = _draft(press, rules)
        try:
            place = await self._vents.posting.place(guild, press.channel)
            place = await self._room(guild, press.member, draft, place)
            draft = replace(draft, room=place)
            standing(press, place)
            over = await self._look_over(guild, draft)
            if over.danger:
                await self._show_crisis(press, guild, draft, over)
            elif not await self._show_findings(press, guild, draft, over):
                may_be_hidden(draft, rules)
                await self._post(press, guild, draft)
        except Refusal as refusal:
            await self._refuse(press, refusal, draft)
        except Exception as error:  # whatever broke, the words of a bad hour are not lost with it
            if is_gone(error) or deed.is_done():
                raise  # the person has left the answer behind, or it is on its way and is not to be given again
            if isinstance(error, InWords):
                await self._refuse(press, error, draft)
                return
            kept = await self._vents.posting.keep_draft(draft)
            await answer_failure(press, error, "vent:write", own.refused(kept, press.words))

    async def draft(self, press: Press) -> None:
        """The buttons below a text that is not posted yet: a vent's, or one that the filter holds for this feature."""
        act, number = press.args[0], int(press.args[1])
        if await self._filter.held(number) is not None:
            await self._filter.pressed(press)
            return
        if act == "drop":
            await self._vents.posting.drop_draft(number)
            await press.say(press.words("draft-dropped"))
            return
        draft = await as_it_stands(self._vents.posting.draft(number, press.member))
        if draft is None:
            raise Refusal("draft-gone")
        if act == "change":
            await self._open_form(press, draft, f":{held.again(number)}")
        elif act == "post":
            await self._post_draft(press, number, draft)
        elif act == "safe":
            await self._post_draft(press, number, replace(draft, at_once=True), looked_at=False)
        elif act == "name":
            place = await self._vents.posting.place(guild_of(press), press.channel)
            room = place if draft.shown is Shown.CIRCLE else draft.room
            await self._post_draft(press, number, replace(draft, shown=Shown.OPEN, room=room))
        elif act == "wait":
            await self._post_draft(press, number, replace(draft, later=False), when_open=True)
        else:
            raise Refusal("press-unknown")

    async def _post_draft(
        self, press: Press, number: int, draft: Draft, *, looked_at: bool = True, when_open: bool = False
    ) -> None:
        """*Post it as it is*, *I'm safe, post it*. After the latter what could lead back is still shown.

        The server's own list holds after every button.
        """
        # this way may open a form and is never held by itself: posting takes longer
        await press.hold()
        press.draft, guild = number, guild_of(press)
        try:
            over = (await self._look_over(guild, draft)).without_listed()
            if looked_at or not await self._show_findings(press, guild, draft, over):
                may_be_hidden(draft, (await self._groups.of(press)).rules)
                await self._post(press, guild, draft, when_open=when_open)
        except Exception as error:
            if isinstance(error, Refusal) or (isinstance(error, InWords) and not deed.is_done()):
                await self._refuse(press, error, draft, when_open=when_open)
            else:
                if deed.is_done():  # it is on its way: below an old screen it must not be posted again
                    await self._vents.posting.drop_draft(number)
                raise
        # posted, or kept anew with what there is to say of it: one screen at a time has buttons that post
        await self._vents.posting.drop_draft(number)

    async def _post(self, press: Press, guild: GuildId, draft: Draft, *, when_open: bool = False) -> None:
        number = VentId(random_id())
        if draft.room is None:
            raise Refusal("vent-no-room")
        ended = self._worker.ending(Work.PUBLISH, str(number))
        try:
            may = standing(press, draft.room)
            share = self._vents.posting.share
            placed = await share(number, guild, press.member, draft, may, press=press.id, when_open=when_open)
            if not draft.later and placed.held is None:
                await settled(ended)
        finally:
            self._worker.forget_ending(Work.PUBLISH, str(number))
        await self._confirm(press, placed, draft)

    async def _confirm(self, press: Press, placed: Placed, draft: Draft) -> None:
        if placed.held is not None:
            long = await self._vents.holding.how_long(guild_of(press))
            text = press.words(f"held-{placed.held}", name=placed.alias or "", long=long)
            await press.say(text, holding.vent_waits(placed.vent, press.words))
            return
        vent = await self._vents.course.look(placed.vent)
        if vent is None:
            await self._vents.posting.give_back(guild_of(press), press.member)
            why = why_not_posted(press, placed.room)
            if why is not None:
                raise Refusal("vent-right-missing", why=why)
            raise Refusal("vent-room-closed", room=str(placed.room))
        args: dict[str, str | int] = {"name": placed.alias or "", "ends": f"<t:{vent.ends_ms // 1000}:D>"}
        kind = {Shown.HIDDEN: "", Shown.CIRCLE: "-circle", Shown.OPEN: "-open"}[draft.shown]
        if draft.later:
            text = press.words("vent-later" + kind, when=f"<t:{placed.due_ms // 1000}:R>", **args)
        elif vent.message is None:
            text = press.words("vent-on-its-way" + kind, **args)
        else:
            text = press.words("vent-posted" + kind, link=link(vent.guild, vent.room, vent.message), **args)
        if not vent.wish.lines_only and not vent.in_circle:
            text += "\n" + press.words("vent-thread-open")
        await press.say(text, own.confirmation(placed.vent, press.words))

    async def _look_over(self, guild: GuildId, draft: Draft) -> LookedOver:
        screened(draft.text, TEXT_MAX)
        return await self._filter.looks.look_over(guild, draft.text)

    async def _show_crisis(self, press: Press, guild: GuildId, draft: Draft, over: LookedOver) -> None:
        """Key message 5. Nothing is said to anybody."""
        number = await self._vents.posting.keep_draft(draft)
        said = await self._filter.looks.danger(press, guild, "crisis", listed=over.listed)
        await press.say(said, own.crisis(number, press.words))

    async def _show_findings(self, press: Press, guild: GuildId, draft: Draft, over: LookedOver) -> bool:
        """Key message 4; False where there is nothing to say."""
        said = await self._filter.looks.findings(press, guild, over)
        if said is not None:
            number = await self._vents.posting.keep_draft(draft)
            await press.say(said, own.preflight(number, press.words))
        return said is not None

    async def _refuse(self, press: Press, refusal: InWords, draft: Draft, *, when_open: bool = False) -> None:
        """Says why, and loses nothing of what was written."""
        said = press.words(refusal.text_id, **refusal.args_for_text)
        if not draft.text.strip() or refusal.text_id == "vent-already-there":
            await press.say(said)
            return
        number = await self._vents.posting.keep_draft(draft)
        kept = press.words("draft-kept")
        unnamed = own.unnamed_refused
        faces = {"unnamed-muted": unnamed, "unnamed-few-here": unnamed, "unnamed-resting": own.resting}
        face = faces.get(refusal.text_id, own.resting if when_open else own.refused)(number, press.words)
        if refusal.text_id in TOO_OFTEN:
            last = await self._vents.owning.last(guild_of(press), press.member)
            if last is not None:
                face.add_item(own.add_to(last, press.words))
        await press.say(said if refusal.text_id in SAYS_SO else f"{said}\n{kept}", face)

    async def _open_form(self, press: Press, filled: Draft | None, suffix: str = "") -> None:
        guild = guild_of(press)
        readers, circle = await asyncio.gather(self._groups.readers_soon(press), self._circle(press, guild))
        here = circle is not None and circle == press.channel
        form = forms.vent_form(
            press.words, readers=readers, circles=circle is not None, filled=filled, suffix=suffix, here=here
        )
        await press.form(form)

    async def _circle(self, press: Press, guild: GuildId) -> ChannelId | None:
        """The place of their circle, if it is known at once."""
        try:
            async with asyncio.timeout(COUNT_WITHIN_S):
                return await circle_of(self._circles(), guild, press.member)
        except TimeoutError:
            return None

    async def _room(self, guild: GuildId, member: MemberId, draft: Draft, room: ChannelId) -> ChannelId:
        """Where it goes: the room, or for a circle's eyes only its place. Raises Refusal: they have none."""
        if draft.shown is not Shown.CIRCLE:
            return room
        circle = await circle_of(self._circles(), guild, member)
        if circle is None:
            raise Refusal("vent-no-circle")
        return circle

    # --- mending ----------------------------------------------------------------------------------------------------

    async def change(self, press: Press) -> None:
        """*Add or change* opens a form with the words as they are."""
        words = await as_it_stands(self._vents.posting.words_of(vent_of(press), press.member))
        form = filled(edit_form(press), {"text": (words or "",)})
        form.custom_id = f"{form.custom_id}:{secrets.token_hex(4)}"
        await press.form(form)

    async def edited(self, press: Press) -> None:
        """The changed words came back."""
        await self._vents.posting.change_text(vent_of(press), guild_of(press), press.member, press.one("text"))
        await press.say(press.words("vent-changed"))


def edit_form(press: Press) -> ui.Modal:
    """*Add or change*, still empty."""
    title, label = press.words("form-vent-change"), press.words("form-vent-text")
    custom_id = f"vent:edit:{vent_of(press)}:{guild_of(press)}"
    return forms.text_form(title, label, custom_id, most=TEXT_MAX, text="", field="text")


def may_be_hidden(draft: Draft, rules: GroupRules) -> None:
    """Raises Refusal where the group became so small since the form that a made-up name is not offered (SPEC 4.12)."""
    if draft.shown is Shown.HIDDEN and rules.no_name == "not-offered":
        raise Refusal("unnamed-few-here")


async def settled(ended: "asyncio.Future[BaseException | None]") -> None:
    """Waits for a piece of work, but not for ever."""
    try:
        async with asyncio.timeout(WAIT_FOR_POST_S):
            await asyncio.shield(ended)
    except TimeoutError:
        pass


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
