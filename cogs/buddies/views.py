"""What people press: on what a buddy's week brings, and on an ask. All of it works in direct messages."""

from bot.domain.errors import Refusal
from bot.domain.ids import GuildId, MemberId
from bot.ui.press import Press
from bot.ui.whom import Whom
from cogs.buddies import cards
from cogs.buddies.model.weeks import Group, PairId, next_round
from cogs.buddies.service.asking import Asking
from cogs.buddies.service.taking_part import TakingPart


class BuddyViews:
    """Each method answers one press or command."""

    def __init__(self, taking: TakingPart, asking: Asking) -> None:
        self._taking = taking
        self._asking = asking

    async def join(self, press: Press, guild: GuildId) -> None:
        """`/buddy on`."""
        group = await self._taking.join(guild, press.member)
        await press.say(self._answer(press, group), cards.taking_part(guild, press.words))

    async def leave(self, press: Press, guild: GuildId) -> None:
        """`/buddy off`."""
        await self._taking.leave(guild, press.member)
        await press.say(press.words("buddy-off"))

    async def avoid(self, press: Press, guild: GuildId, target: Whom) -> None:
        """`/buddy avoid`."""
        if target.is_bot:
            raise Refusal("buddy-bot")
        avoided = await self._taking.avoid(guild, press.member, target.member)
        await press.say(press.words("buddy-avoided" if avoided else "buddy-avoided-no-more", other=target.mention))

    async def met(self, press: Press, guild: GuildId, *, talked: bool) -> None:
        """`/buddy met`."""
        running = await self._taking.met(guild, press.member, talked=talked)
        await press.say(_talked(press, talked=talked, running=running))

    async def ask(self, press: Press, guild: GuildId, target: Whom) -> None:
        """*Ask to be buddies*."""
        if target.is_bot:
            raise Refusal("buddy-bot")
        if not target.is_here:
            raise Refusal("buddy-left", other=target.mention)
        came = await self._asking.ask(guild, press.member, target.member, press.id)
        if came.group is not None:
            await press.say(self._answer(press, came.group))
        elif came.agreed:
            await press.say(press.words("buddy-yes-said", other=target.mention, at=self._next()))
        else:
            await press.say(press.words("buddy-asked", other=target.mention))

    # --- buttons ----------------------------------------------------------------------------------------------------

    async def stop(self, press: Press) -> None:
        """*Stop this*."""
        await self._taking.leave(_guild(press), press.member)
        await press.conclude(press.words("buddy-off"))

    async def stay(self, press: Press) -> None:
        """*Keep me in*, after three silent rounds."""
        group = await self._taking.stays(_guild(press), press.member)
        await press.conclude(self._answer(press, group))

    async def talked(self, press: Press) -> None:
        """*We talked*, *Not yet*."""
        said = press.args[1] == "1"
        running = await self._taking.met_in(PairId(int(press.args[0])), press.member, talked=said)
        await press.conclude(_talked(press, talked=said, running=running))

    async def yes(self, press: Press) -> None:
        """*Yes* to an ask."""
        group, asker = await self._asking.yes(int(press.args[0]), press.member)
        later = press.words("buddy-yes-said", other=f"<@{asker}>", at=self._next())
        await press.conclude(self._answer(press, group) if group is not None else later)

    async def no(self, press: Press) -> None:
        """*No* to an ask."""
        await self._asking.no(int(press.args[0]), press.member)
        await press.conclude(press.words("buddy-no-said"))

    def _answer(self, press: Press, group: Group | None) -> str:
        if group is None:
            return press.words("buddy-on-waiting", at=self._next())
        return press.words("buddy-on", who=cards.who(group, MemberId(press.member)), at=self._next())

    def _next(self) -> str:
        """When pairs are drawn next, for Discord to write."""
        return f"<t:{int(next_round(self._taking.rows.wall.now()).timestamp())}:R>"


def _talked(press: Press, *, talked: bool, running: bool) -> str:
    return press.words("buddy-talked-said") if talked else press.words("buddy-not-yet-said", running=int(running))


def _guild(press: Press) -> GuildId:
    """The server that the custom id names. Raises Refusal."""
    if not press.args or not press.args[0].isdecimal():
        raise Refusal("only-in-server")
    return GuildId(int(press.args[0]))
