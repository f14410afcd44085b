"""The one filter every text given to the bot passes: looked over before it is passed on, and held where there is
something to say (SPEC 4.1, 4.3).

A feature names its text once (`Text`) and gives `filter.form(text)` as the way of its form and `filter.drafts` as the
way of `<feature>:draft`. What was filled in waits sealed for half an hour as it came back, form and all: *Change it*
opens that form again, *Post it as it is* goes on where it was held.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from functools import partial
from typing import Any

from bot.data import deed, drafts
from bot.data.keys import Keys
from bot.data.unit import Look, Rows, Unit, one_aside, one_look
from bot.domain.clock import to_ms
from bot.domain.errors import InWords, Refusal
from bot.domain.ids import GuildId, random_id
from bot.screening.looked_over import LookedOver, look_over_own
from bot.ui import held
from bot.ui.answers import answer_failure, is_gone
from bot.ui.args import Args
from bot.ui.filled import as_it_stands, filled
from bot.ui.held import Held, Text
from bot.ui.looks import Looks
from bot.ui.press import Press
from bot.ui.router import Way

SAYS_THAT_IT_IS_KEPT = frozenset({"text-word-list", "text-too-long"})
"""Refusals that speak of the half hour themselves."""

Step = Callable[[Press, Text], Awaitable[None]]


class Filter:
    """Looks texts over, says what there is to say, holds them meanwhile."""

    def __init__(self, rows: Rows, keys: Keys, looks: Looks) -> None:
        self.rows = rows
        self.looks = looks
        self._keys = keys
        self._texts: dict[str, Text] = {}

    # --- what a feature plugs in ------------------------------------------------------------------------------------

    def form(self, text: Text) -> Way:
        """The way of the form that this text comes back from."""
        self._texts[text.form] = text
        return Way(partial(self._came_back, text))

    @property
    def drafts(self) -> Way:
        """The way of `<feature>:draft`: the buttons below a text that is not passed on yet."""
        return Way(self.pressed, opens_form=True)

    async def given(self, press: Press, form: str, fields: Mapping[str, tuple[str, ...]]) -> None:
        """A command brings what the form of that name would have brought."""
        press.args, press.fields = (), fields
        await self._came_back(self._texts[form], press)

    # --- a text on its way ------------------------------------------------------------------------------------------

    async def _came_back(self, text: Text, press: Press) -> None:
        # a form may have fewer parts than it can have, so the suffix is looked for where it stands
        earlier = held.earlier(press.args[-1:])
        if earlier is not None:
            await self.drop(earlier)
        press.args = Args(press.args[:-1] if earlier is not None else press.args[: text.args])
        await self._or_keep(press, text, self._look_then_pass_on)

    async def _or_keep(self, press: Press, text: Text, step: Step) -> None:
        """Whatever is refused or breaks on the way, the words are not lost with it."""
        try:
            await step(press, text)
        except Refusal as refusal:
            await self._refuse(press, text, refusal)
        except Exception as error:
            if is_gone(error) or deed.is_done():
                raise  # the person has left the answer behind, or it was passed on and is not to be given again
            if isinstance(error, InWords):
                await self._refuse(press, text, error)
                return
            kept = await self.keep(_held(press, text))
            await answer_failure(press, error, text.form, held.mending(text, kept, press.words))

    async def _look_then_pass_on(self, press: Press, text: Text) -> None:
        over = await self._looked_over(press, text)
        if over is not None and over.danger:
            await self._show_danger(press, text, over)
        elif over is None or not await self._show_findings(press, text, over):
            await text.pass_on(press)

    async def _safe(self, press: Press, text: Text) -> None:
        """*I'm safe, post it*: what could lead back is still shown."""
        over = await self._looked_over(press, text)
        if over is None or not await self._show_findings(press, text, over):
            await text.pass_on(press)

    async def _as_it_is(self, press: Press, text: Text) -> None:
        """*Post it as it is*. The server's own list holds here too."""
        over = await self._looked_over(press, text)
        if over is not None:
            over.without_listed()
        await text.pass_on(press)

    async def _looked_over(self, press: Press, text: Text) -> LookedOver | None:
        """None where there is nothing to look over; whether that will do, the feature says."""
        said = text.said(press)
        if text.straight or not said:
            return None
        guild = await _server(press, text)
        if text.own or guild is None:
            return await self.rows.read(lambda _: look_over_own(*said))
        return await self.looks.look_over(guild, "\n".join(said))

    async def _show_danger(self, press: Press, text: Text, over: LookedOver) -> None:
        number = await self.keep(_held(press, text))
        face = held.danger(text, number, press.words, with_moderators=press.guild is not None)
        await press.say(await self.looks.danger(press, await _server(press, text), listed=over.listed), face)

    async def _show_findings(self, press: Press, text: Text, over: LookedOver) -> bool:
        guild = await _server(press, text)
        if guild is None:
            return False
        said = await self.looks.findings(press, guild, over, by_name=text.by_name(press), mends=text.mends)
        if said is not None:
            number = await self.keep(_held(press, text))
            await press.say(said, held.preflight(text, number, press.words))
        return said is not None

    async def _refuse(self, press: Press, text: Text, refusal: InWords) -> None:
        if not text.said(press) or refusal.text_id in text.settled:
            raise refusal
        said = press.words(refusal.text_id, **refusal.args_for_text)
        number = await self.keep(_held(press, text))
        named = bool(text.with_name) and refusal.text_id.startswith("unnamed-")
        face = held.mending_or_name if named else held.mending
        kept = said if refusal.text_id in SAYS_THAT_IT_IS_KEPT else f"{said}\n{press.words('draft-kept')}"
        await press.say(kept, face(text, number, press.words))

    # --- the buttons below ------------------------------------------------------------------------------------------

    async def pressed(self, press: Press) -> None:
        """*Change it*, *Post it as it is*, *I'm safe*, *Use my name*, *Don't post*."""
        act, number = press.args[0], int(press.args[1])
        kept = await self.held(number)
        if act == "drop":
            await self.drop(number)
            text = self._texts[kept.form] if kept is not None else None
            await press.say(press.words(f"draft-dropped{text.kind if text is not None else ''}"))
            return
        if kept is None:
            raise Refusal("draft-gone")
        text = self._texts[kept.form]
        press.args, press.fields = kept.args, kept.fields
        if act == "change":
            form = filled(text.empty(press), kept.fields)
            form.custom_id = held.opened_again(number, kept)
            await press.form(form)
            return
        step = {"post": self._as_it_is, "safe": self._safe, "name": self._as_it_is}.get(act)
        if step is None:
            raise Refusal("press-unknown")
        press.draft = number
        try:
            await self._go_on(press, text, act, step)
        except Exception as error:
            # it was passed on, or nothing is left to pass on: below an old screen it must not be passed on again
            if deed.is_done() or isinstance(error, InWords):
                await self.drop(number)
            raise
        await self.drop(number)

    async def _go_on(self, press: Press, text: Text, act: str, step: Step) -> None:
        if act == "name":
            press.fields = {**press.fields, **text.with_name}
        # this way may open a form and is never held by itself: passing on takes longer
        await press.hold()
        await self._or_keep(press, text, step)

    async def held(self, number: int) -> Held | None:
        """What waits under a number, None where it is gone or is no form of this filter's.

        Raises Refusal: it cannot be read in time.
        """
        kept = await as_it_stands(self._read(number))
        values: dict[str, Any] = json.loads(kept) if kept is not None else {}
        if values.get("form") not in self._texts:
            return None
        fields = {name: tuple(given) for name, given in values["fields"].items()}
        return Held(values["form"], tuple(values["args"]), fields)

    @one_aside
    def keep(self, unit: Unit, came: Held) -> int:
        """Seals what was filled in for half an hour; gives its number."""
        number = random_id()
        drafts.keep(unit, self._keys, number, json.dumps(asdict(came)))
        return number

    @one_look
    def _read(self, look: Look, number: int) -> str | None:
        return drafts.read(look, self._keys, number, to_ms(self.rows.wall.now()))

    @one_aside
    def drop(self, unit: Unit, number: int) -> None:
        """Throws it away now."""
        drafts.drop(unit, number)


def _held(press: Press, text: Text) -> Held:
    return Held(text.form, press.args, press.fields)


async def _server(press: Press, text: Text) -> GuildId | None:
    return await text.server(press) if text.server is not None else press.guild
