"""What the guide contributes."""

from pathlib import Path

from bot.feature import Feature, Kit, Parts
from cogs.guide.cog import GuideCog
from cogs.guide.service import Servers


def build(kit: Kit) -> Parts:
    """Puts the rooms together."""
    cog = GuideCog(Servers(kit.rows), kit.parts, kit.catalogue, name=kit.name, operator=kit.about)
    return Parts(slashes=cog.slashes(), mentions=cog.mentions())


FEATURE = Feature(name="guide", texts=Path(__file__).parent / "text", build=build)
