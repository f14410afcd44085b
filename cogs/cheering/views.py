"""What people press in their jar."""

from bot.domain.ids import GuildId, LineId
from bot.ui.press import Press
from cogs.cheering import cards
from cogs.cheering.service import Jar


class JarViews:
    """Each method answers one press."""

    def __init__(self, jar: Jar) -> None:
        self._jar = jar

    async def turn(self, press: Press) -> None:
        """The next line."""
        guild, place = GuildId(int(press.args[0])), int(press.args[1])
        line = await self._jar.open(guild, press.member, place)
        if line is None:
            await press.say(press.words("jar-empty"))
        else:
            await press.update(cards.jar(line, guild, press.words))

    async def remove(self, press: Press) -> None:
        """Out of the jar, for good."""
        gone = await self._jar.remove(GuildId(int(press.args[0])), press.member, LineId(int(press.args[1])))
        await press.say(press.words("jar-removed" if gone else "jar-removed-before"))
