"""What Discord says to check-ins: `/checkin`, on a server or in a direct message."""

from collections.abc import Awaitable, Callable
from typing import Literal

import discord
from discord import app_commands

from bot.domain.errors import Refusal
from bot.domain.ids import GuildId
from bot.places.finder import Places, clock_in
from bot.ui.commands import Slash
from bot.ui.press import Press
from bot.ui.servers import chosen_server, names_of, which
from cogs.checkins.cards import questions
from cogs.checkins.model.asked import Asked
from cogs.checkins.service.planning import Planning
from cogs.checkins.views.answering import AnswerViews
from cogs.checkins.views.planning import PlanViews

CHOICE_MAX = 100
Verb = Callable[[Press, GuildId, Asked], Awaitable[None]]


class CheckinCog:
    """Receives; the services decide. What was typed waits in a draft while a direct message asks which server."""

    def __init__(self, planning: Planning, plans: PlanViews, answers: AnswerViews, places: Places) -> None:
        self._planning = planning
        self._plans = plans
        self._answers = answers
        self._places = places
        self._verbs: dict[str, Verb] = {
            "plan": plans.plan,
            "begin": lambda press, guild, _: plans.begin(press, guild),
            "now": lambda press, guild, _: answers.now(press, guild),
            "pause": lambda press, guild, asked: answers.pause_command(press, guild, asked.time),
            "resume": lambda press, guild, _: answers.resume_command(press, guild),
            "stop": lambda press, guild, _: answers.stop_command(press, guild),
            "history": lambda press, guild, _: answers.history(press, guild),
        }

    def slashes(self) -> list[Slash]:
        plan = Slash(
            ("checkin", "plan"), self.plan, scope="everywhere", dm=True, opens_form=True,
            completers={"zone": self.complete_zone},
        )  # fmt: skip
        others = {
            "now": self.now, "pause": self.pause, "resume": self.resume, "stop": self.stop, "history": self.history,
        }  # fmt: skip
        return [
            plan,
            *(Slash(("checkin", name), way, scope="everywhere", dm=True) for name, way in others.items()),
        ]

    async def plan(
        self,
        press: Press,
        zone: str,
        time: str,
        where: Literal["dm", "thread"] | None = None,
        share: Literal["nobody", "buddy", "circle"] | None = None,
    ) -> None:
        """`/checkin plan`."""
        await self._on_a_server(press, "plan", Asked(zone, time, 0, where or "", share or ""))

    async def now(self, press: Press) -> None:
        """`/checkin now`."""
        await self._on_a_server(press, "now", Asked())

    async def pause(self, press: Press, until: str = "") -> None:
        """`/checkin pause`."""
        await self._on_a_server(press, "pause", Asked(time=until))

    async def resume(self, press: Press) -> None:
        """`/checkin resume`."""
        await self._on_a_server(press, "resume", Asked())

    async def stop(self, press: Press) -> None:
        """`/checkin stop`."""
        await self._on_a_server(press, "stop", Asked())

    async def history(self, press: Press) -> None:
        """`/checkin history`."""
        await self._on_a_server(press, "history", Asked())

    async def begin(self, press: Press) -> None:
        """*Daily check-in*, wherever it stands."""
        if press.args and press.args[0].isdecimal():
            await self._plans.begin(press, GuildId(int(press.args[0])))
        else:
            await self._on_a_server(press, "begin", Asked())

    async def at(self, press: Press) -> None:
        """In a direct message: which server was meant."""
        guild, verb = chosen_server(press), press.args[0] if press.args else ""
        if guild is None or verb not in self._verbs:
            raise Refusal("press-unknown")
        asked = await self._planning.draft(int(press.args[1])) if len(press.args) > 1 else Asked()
        if asked is None:
            raise Refusal("checkin-draft-gone")
        if verb not in {"plan", "begin"}:
            # this way may open a form and is never held by itself; these take longer
            await press.hold()
        await self._do(press, verb, guild, asked)

    async def _on_a_server(self, press: Press, verb: str, asked: Asked) -> None:
        guilds = [press.guild] if press.guild is not None else await self._planning.servers(press.member)
        if not guilds:
            raise Refusal("checkin-nowhere")
        if len(guilds) == 1:
            await self._do(press, verb, guilds[0], asked)
            return
        draft = f":{await self._planning.keep_draft(asked)}" if asked != Asked() else ""
        named = await names_of(press, guilds)
        await press.say(face=which(named, f"checkin:at:{verb}{draft}", press.words))

    async def _do(self, press: Press, verb: str, guild: GuildId, asked: Asked) -> None:
        try:
            await self._verbs[verb](press, guild, asked)
        except Refusal as refusal:
            if refusal.text_id != "checkin-none":
                raise
            await press.say(press.words("checkin-none"), questions.start(guild, press.words))

    async def complete_zone(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Places, each with the time there now."""
        locale, now = str(interaction.locale), self._planning.now()
        found = await self._places.like(typed, locale)
        named = [(f"{place.label} · {clock_in(place.zone, now, locale)}", place.zone) for place in found]
        return [app_commands.Choice(name=name[:CHOICE_MAX], value=zone) for name, zone in named]
