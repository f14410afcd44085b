"""What cheering contributes."""

from pathlib import Path

from bot.domain.events import LineGiven
from bot.feature import Feature, Kit, Parts
from bot.ui.router import Way
from cogs.cheering import store
from cogs.cheering.cog import CheerCog
from cogs.cheering.service import Jar
from cogs.cheering.subscribers import JarSubscribers
from cogs.cheering.views import JarViews


def build(kit: Kit) -> Parts:
    """Puts the rooms together."""
    jar = Jar(kit.rows, kit.keys)
    views = JarViews(jar)
    return Parts(
        slashes=CheerCog(jar).slashes(),
        presses={"cheer:jar": Way(views.turn, expects="update"), "cheer:unjar": Way(views.remove)},
        subscribers=[(LineGiven, JarSubscribers(kit.keys).keep_line)],
    )


FEATURE = Feature(
    name="cheering", texts=Path(__file__).parent / "text", build=build, tables=store.TABLES, switchable=True
)
