"""What one's own page contributes."""

from pathlib import Path

from bot.feature import Feature, Kit, Parts
from bot.ui.router import Way
from cogs.yourdata.cog import YourDataCog
from cogs.yourdata.views import YourDataViews


def build(kit: Kit) -> Parts:
    """Puts the rooms together."""
    views = YourDataViews(kit.inbox)
    return Parts(slashes=YourDataCog(kit.inbox).slashes(), presses={"my:emptyinbox": Way(views.empty_inbox)})


FEATURE = Feature(name="yourdata", texts=Path(__file__).parent / "text", build=build)
