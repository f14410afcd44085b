"""What moderators press. Rights are asked again at every press; whose a post is, nobody is told."""

from collections.abc import Awaitable, Callable
from functools import partial

from discord import ui

from bot.data.unit import Rows
from bot.domain.errors import Refusal
from bot.domain.ids import MessageId
from bot.ui.answers import why_not
from bot.ui.held import Text
from bot.ui.moderator import NOT_THEIRS, moderator_of, seems_moderator
from bot.ui.press import Press
from bot.ui.router import Way
from cogs.moderation.cards import posts as cards
from cogs.moderation.model import Order, Outcome, Reason, reason_of
from cogs.moderation.service.moderating import Moderating
from cogs.moderation.service.reporting import Reporting

_THERE = frozenset({"mod-reached-before"})


class ModViews:
    """Each method answers one press or form of a moderator's."""

    def __init__(self, moderating: Moderating, reporting: Reporting) -> None:
        self._moderating = moderating
        self._reporting = reporting

    @property
    def _rows(self) -> Rows:
        return self._moderating.rows

    def presses(self) -> dict[str, Way]:
        """The moderator's ⋯ (INTERFACE): `mod:<act>:<message>:<reason>`."""
        acts = {
            "mod:tools": Way(self.tools), "mod:reason": Way(self.reason, expects="update"),
            "mod:hide": Way(partial(self._hide, self._moderating.hide)),
            "mod:hideall": Way(partial(self._hide, self._moderating.hide_all)),
            "mod:lock": Way(self.lock), "mod:reach": Way(self.reach, opens_form=True), "mod:brake": Way(self.brake),
            "mod:undo": Way(self.undo), "mod:show": Way(self.show), "mod:keep": Way(self.keep),
            "mod:words": Way(self.words),
        }  # fmt: skip
        return acts | {f"mod:mute{days}": Way(partial(self._mute, days)) for days in cards.DAYS}

    async def tools(self, press: Press) -> None:
        """*Look at it*: what it said, what people said about it, and what can be done."""
        guild = await moderator_of(press, self._rows)
        looked = await self._reporting.look(guild, MessageId(int(press.args[0])))
        await press.say(*cards.tools(looked, press.words))

    async def reason(self, press: Press) -> None:
        """A reason was chosen: the buttons carry it. In a place for several people the choice stays one's own."""
        guild = await moderator_of(press, self._rows)
        looked = await self._reporting.look(guild, MessageId(int(press.args[0])))
        text, face = cards.tools(looked, press.words, reason_of(press.one("values")))
        message = press.interaction.message
        if message is not None and message.flags.ephemeral:
            await press.update(face, text)
        else:
            await press.say(text, face)

    async def _hide(self, hide: Callable[[Order], Awaitable[Outcome]], press: Press) -> None:
        order = await self._order(press)
        done = await hide(order)
        await press.say(*cards.hidden(done, order, press.words, why=_why_not_yet(press, done)))

    async def _mute(self, days: int, press: Press) -> None:
        order = await self._order(press)
        done = await self._moderating.mute(order, days)
        await press.say(*cards.muted(done, order, days, press.words, why=_why_not_yet(press, done)))

    async def lock(self, press: Press) -> None:
        """*Lock*."""
        done = await self._moderating.lock(await self._order(press))
        why = _why_not_yet(press, done)
        text = press.words("mod-lock-waits", why=why) if why else press.words("mod-locked")
        await press.say(text, cards.undo(done.act, press.words))

    async def reach(self, press: Press) -> None:
        """*Reach out* opens its form."""
        if not await seems_moderator(press, self._rows, otherwise=True):
            raise Refusal("needs-moderator")
        await press.form(_reach_form(press))

    def text(self) -> Text:
        """What a moderator says to whoever wrote a post."""
        return Text("mod:reach", "text", _reach_form, self.reached, args=2, straight=True, settled=_THERE | NOT_THEIRS)

    async def reached(self, press: Press) -> None:
        """The words came back."""
        order = await self._order(press)
        act = await self._moderating.reach_out(order, press.one("text"), press=press.id)
        await press.say(press.words("mod-reached"), cards.undo(act, press.words))

    async def brake(self, press: Press) -> None:
        """*Brake*: an hour, at once."""
        guild = await moderator_of(press, self._rows)
        done = await self._moderating.brake_by_press(guild, press.member)
        await press.say(*cards.braked(done, press.words))

    async def undo(self, press: Press) -> None:
        """*Undo*."""
        guild = await moderator_of(press, self._rows)
        await self._taken_back(press, await self._moderating.undo(guild, press.member, int(press.args[0])))

    async def show(self, press: Press) -> None:
        """*Show again*: this post only, also tomorrow and by another moderator."""
        await self._taken_back(press, await self._moderating.show(await self._order(press)))

    async def _taken_back(self, press: Press, done: Outcome) -> None:
        why = _why_not_yet(press, done)
        text = press.words("mod-undo-waits", why=why) if why else cards.taken_back(done, press.words)
        await press.say(text)

    async def keep(self, press: Press) -> None:
        """*Leave it as it is*."""
        act = await self._moderating.keep(await self._order(press))
        if act is None:
            await press.say(press.words("mod-kept-before"))
        else:
            await press.say(press.words("mod-kept"), cards.undo(act, press.words))

    async def words(self, press: Press) -> None:
        """*What it said*, also once it is deleted."""
        guild = await moderator_of(press, self._rows)
        post, said = await self._reporting.words_of(guild, MessageId(int(press.args[0])))
        await press.say(cards.said(post, said, press.words))

    async def _order(self, press: Press) -> Order:
        guild = await moderator_of(press, self._rows)
        message, reason = press.args[0], press.args[1:2]
        chosen = reason_of(reason[0]) if reason else Reason.RULES
        return Order(guild, press.member, MessageId(int(message)), chosen)


def _reach_form(press: Press) -> ui.Modal:
    message, reason = press.args[0], press.args[1:2]
    return cards.reach_form(message, reason_of(reason[0] if reason else ""), press.words)


def _why_not_yet(press: Press, done: Outcome) -> str | None:
    """Which right Discord wants before it shows what was done, in words; None where it is done at once."""
    said = (why_not(press, place, done.needs) for place in sorted(done.places))
    return next((why for why in said if why is not None), None)
