"""What setting up contributes."""

from pathlib import Path

from bot.feature import Feature, Kit, Parts
from bot.ui.router import Way
from cogs.setup.cog import SetupCog
from cogs.setup.service import Servers
from cogs.setup.views import SetupViews


def build(kit: Kit) -> Parts:
    """Puts the rooms together."""
    servers = Servers(kit.rows, [feature.name for feature in kit.features])
    rights = [(right.permission, right.text_id) for feature in kit.features for right in feature.rights]
    views = SetupViews(servers, list(dict(rights).items()))
    choose = Way(views.choose, expects="update")
    return Parts(
        slashes=SetupCog(servers, views).slashes(),
        presses={
            "setup:room": choose,
            "setup:moderators": choose,
            "setup:country": choose,
            "setup:go": Way(views.go, expects="update"),
            "setup:new": Way(views.new_here),
        },
    )


FEATURE = Feature(name="setup", texts=Path(__file__).parent / "text", build=build)
