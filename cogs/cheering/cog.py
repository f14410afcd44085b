"""What Discord says about kind words: commands."""

from bot.domain.errors import Refusal
from bot.ui.commands import Slash
from bot.ui.press import Press
from cogs.cheering import cards
from cogs.cheering.service import Jar


class CheerCog:
    """Receives; the service decides."""

    def __init__(self, jar: Jar) -> None:
        self._jar = jar

    def slashes(self) -> list[Slash]:
        return [Slash(("my", "jar"), self.jar, scope="everywhere", dm=True)]

    async def jar(self, press: Press) -> None:
        """`/my jar` opens one line, the newest first."""
        if press.guild is None:
            raise Refusal("only-in-server")
        line = await self._jar.open(press.guild, press.member, 0)
        if line is None:
            await press.say(press.words("jar-empty"))
        else:
            await press.say(face=cards.jar(line, press.guild, press.words))
