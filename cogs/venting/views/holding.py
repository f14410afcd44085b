"""What moderators press about texts that wait. Rights are asked again at every press; nobody learns whose it is."""

from bot.data.unit import Rows
from bot.domain.errors import Refusal
from bot.domain.ids import GuildId
from bot.screening.escape import escape
from bot.ui.moderator import REASONS, moderator_of, tools_of
from bot.ui.press import Press
from cogs.venting.cards import holding
from cogs.venting.model.gate import Gate
from cogs.venting.service.vents import Vents
from cogs.venting.views.asking import PassOn


class HoldingViews:
    """Each method answers one press of a moderator's."""

    def __init__(self, vents: Vents, rows: Rows, pass_on: PassOn) -> None:
        self._held = vents.holding
        self._rows = rows
        self._pass_on = pass_on

    async def look(self, press: Press) -> None:
        """*Look at it* on the board."""
        guild = await moderator_of(press, self._rows)
        found = await self._held.look(int(press.args[0]), guild)
        await press.say(*holding.look(found, escape(found.text), press.words))

    async def reason(self, press: Press) -> None:
        """A reason was chosen: the buttons carry it."""
        guild = await moderator_of(press, self._rows)
        found = await self._held.look(int(press.args[0]), guild)
        text, face = holding.look(found, escape(found.text), press.words, _reason(press.one("values")))
        await press.update(face, text)

    async def let_through(self, press: Press) -> None:
        """*Let it through*."""
        guild = await moderator_of(press, self._rows)
        await self._held.let_through(int(press.args[0]), guild, press.member)
        await press.say(press.words("held-passed"), holding.passed(int(press.args[0]), press.words))

    async def unpass(self, press: Press) -> None:
        """*Undo* of that: what is up can be taken out of sight, which is itself undone for a week."""
        await moderator_of(press, self._rows)
        message = await self._held.is_up_at(int(press.args[0]))
        if message is None:
            raise Refusal("held-not-up")
        await self._pass_on(press, tools_of(message))
        await press.say(press.words("held-is-up"))

    async def decline(self, press: Press) -> None:
        """*Decline*; its author reads why."""
        guild, number = await moderator_of(press, self._rows), int(press.args[0])
        reason = _reason(press.args[1])
        await self._held.decline(number, guild, press.member, reason)
        said = press.words("held-declined", reason=press.words(f"mod-reason-{reason}"))
        await press.say(said, holding.declined(number, press.words))

    async def decline_all(self, press: Press) -> None:
        """*Decline all by this author*."""
        guild, reason = await moderator_of(press, self._rows), _reason(press.args[1])
        done = await self._held.decline_all(int(press.args[0]), guild, press.member, reason)
        said = press.words("held-declined-all", count=done, reason=press.words(f"mod-reason-{reason}"))
        await press.say(said, holding.declined(int(press.args[0]), press.words))

    async def undecline(self, press: Press) -> None:
        """*Undo*."""
        guild = await moderator_of(press, self._rows)
        await self._held.undecline(int(press.args[0]), guild, press.member)
        await press.say(press.words("held-waits-again"))

    async def gate(self, press: Press) -> None:
        """*Who waits first*."""
        guild = await moderator_of(press, self._rows)
        await self._show_gate(press, guild)

    async def gate_is(self, press: Press) -> None:
        """It was chosen."""
        guild, value = await moderator_of(press, self._rows), press.one("values")
        await self._held.choose_gate(guild, press.member, Gate(value) if value in set(Gate) else None)
        await self._show_gate(press, guild)

    async def _show_gate(self, press: Press, guild: GuildId) -> None:
        chosen = await self._held.gate(guild)
        text, face = press.words("gate-now", gate=chosen or holding.BY_SIZE), holding.gate(chosen, press.words)
        message = press.interaction.message
        if message is not None and message.flags.ephemeral and press.fields:
            await press.update(face, text)
        else:
            await press.say(text, face)


def _reason(value: str) -> str:
    return value if value in REASONS else REASONS[0]
