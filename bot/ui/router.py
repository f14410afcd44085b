"""The one way in for presses, forms and commands: stateless, so it knows a message that is a year old.

discord.py's own view store loses forms on restart and mixes two people's texts (PLATFORM 0.2–0.4), so nothing is ever
put into it; every interaction is dispatched here by `feature:verb[:args]`.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

import discord

from bot.data import deed, serial
from bot.domain.errors import DatabaseAway, Refusal
from bot.observe import metrics
from bot.text.catalogue import Catalogue
from bot.ui.answers import answer_failure, give_back_words, is_gone
from bot.ui.args import Arg, Args
from bot.ui.press import Expects, Press

HOLD_AFTER_S = 1.2
"""Discord waits 3 s for a first answer (documentation, receiving and responding); the rest is for slow networks."""
REPEATED_WITHIN_S = 15 * 60
"""Discord may deliver an event twice; later than this its token lives no more."""

Handler = Callable[[Press], Awaitable[None]]
Afterwards = Callable[[Press], Awaitable[None]]

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Way:
    """Who answers, and with what if it must wait. A way that opens a form is never held: a form cannot follow."""

    handler: Handler
    expects: Expects = "words"
    opens_form: bool = False


class Router:
    """Dispatches by the first two parts of a custom id. `presses` and `forms` are separate name spaces."""

    def __init__(
        self, presses: Mapping[str, Way], forms: Mapping[str, Way], catalogue: Catalogue, afterwards: Afterwards
    ) -> None:
        self._ways = {
            discord.InteractionType.component: dict(presses),
            discord.InteractionType.modal_submit: dict(forms),
        }
        self._catalogue = catalogue
        self._afterwards = afterwards
        self._running: set[asyncio.Task[Any]] = set()
        self._came: dict[int, float] = {}
        self.draining = False

    async def dispatch(self, interaction: discord.Interaction) -> None:
        """Deals with a press or a form; leaves commands to the command tree."""
        ways = self._ways.get(interaction.type)
        if ways is None:
            return
        data = cast("dict[str, Any]", interaction.data or {})
        feature, verb, *args = (str(data.get("custom_id", "")) + ":").split(":")
        way = ways.get(f"{feature}:{verb}")
        press = self.press(interaction)
        press.args = Args.of(part for part in args if part)
        if interaction.type is discord.InteractionType.modal_submit:
            press.fields = _fields(data)
        elif "values" in data:
            press.fields = {"values": tuple(map(Arg, data["values"]))}
        await self.run(press, way or Way(_from_an_older_version), f"{feature}:{verb}")

    def press(self, interaction: discord.Interaction) -> Press:
        """What handlers are given, with the person's and the server's language."""
        return Press(
            interaction=interaction,
            words=self._catalogue.words(str(interaction.locale)),
            server_words=self._catalogue.words(str(interaction.guild_locale or "") or None),
        )

    async def run(self, press: Press, way: Way, what: str) -> None:
        """Answers within Discord's time whatever the handler does: holds, refuses or owns up to a defect.

        What Discord delivers a second time was heard: what turns a thing on or off must not turn it back.
        """
        if not self._comes_first(press.id):
            log.info("%s was delivered twice", what)
            return
        press.expects = way.expects
        task = asyncio.ensure_future(self._guarded(press, way, what))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        if not way.opens_form:
            done, _ = await asyncio.wait({task}, timeout=HOLD_AFTER_S)
            if not done:
                await self._hold(press, what)
        await task

    def _comes_first(self, number: int) -> bool:
        now = time.monotonic()
        while self._came and (oldest := next(iter(self._came.items())))[1] < now - REPEATED_WITHIN_S:
            del self._came[oldest[0]]
        is_first = number not in self._came
        self._came.setdefault(number, now)
        return is_first

    async def drain(self, seconds: float) -> None:
        """Gives running handlers `seconds` to end; later ones are told to try again in a minute."""
        self.draining = True
        if self._running:
            await asyncio.wait(self._running, timeout=seconds)

    @property
    def busy(self) -> int:
        return len(self._running)

    async def _guarded(self, press: Press, way: Way, what: str) -> None:
        began = time.monotonic()
        with serial.of(press.guild, press.member):
            outcome = await self._outcome(press, way, what)
        # a name that nobody routes could be anything somebody sent
        metrics.presses.labels(what if way.handler is not _from_an_older_version else "unknown", outcome).inc()
        metrics.press_seconds.observe(time.monotonic() - began)

    async def _outcome(self, press: Press, way: Way, what: str) -> str:
        asked = deed.begin()
        try:
            if self.draining:
                raise Refusal("restarting")
            await way.handler(press)
        except discord.HTTPException as error:
            if is_gone(error):
                log.info("%s: nobody is left to answer (%s)", what, error.code)
                return "gone"
            await answer_failure(press, error, what, done=asked.done)
        except DatabaseAway as away:
            await answer_failure(press, away, what, done=asked.done)
            if not asked.done:
                await give_back_words(press, what)
            return "failed"
        except Exception as error:  # every way in ends in words
            await answer_failure(press, error, what, done=asked.done)
            return "refused" if isinstance(error, Refusal) else "failed"
        else:
            await self._follow(press, what)
            return "done"
        return "failed"

    async def _follow(self, press: Press, what: str) -> None:
        """What comes after every answer. What the person did stands: they are not told that it failed."""
        try:
            await self._afterwards(press)
        except DatabaseAway as away:
            log.info("%s was answered; what follows was not done: %s", what, away)
        except discord.HTTPException as error:
            log.info("%s was answered; what follows was not said: %s", what, error.code)
        except Exception:
            log.exception("%s was answered; what follows broke", what)

    async def _hold(self, press: Press, what: str) -> None:
        try:
            await press.hold()
        except discord.HTTPException as error:
            log.info("%s could not be held: %s", what, error.code)


async def _from_an_older_version(press: Press) -> None:
    raise Refusal("press-unknown")


def _fields(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """A form's values by field id, however its parts are nested (labels, action rows)."""
    found: dict[str, tuple[str, ...]] = {}
    waiting = list(data.get("components", ()))
    while waiting:
        part = waiting.pop()
        waiting.extend(part.get("components", ()))
        if "component" in part:
            waiting.append(part["component"])
        if "custom_id" in part and ("value" in part or "values" in part):
            value = part.get("value")
            values = part.get("values", [] if value is None else [value])
            found[part["custom_id"]] = tuple(str(one) for one in values or ())
    return found
