"""What one's own page contributes."""

from pathlib import Path

from bot.data import persons
from bot.feature import Feature, Kit, Parts
from bot.ui.router import Way
from cogs.yourdata.cog import YourDataCog
from cogs.yourdata.service.account import Accounts
from cogs.yourdata.service.choosing import Choosing
from cogs.yourdata.views import SettingsViews, YourDataViews


def build(kit: Kit) -> Parts:
    """Puts the rooms together."""
    kept = [rows for feature in kit.features for rows in feature.person_rows]
    choosing = Choosing(kit.rows, kit.people, kit.doors)
    accounts = Accounts(kit.rows, kit.keys, kept, kit.forgetting)
    views = YourDataViews(kit.inbox, choosing, accounts)
    settings = SettingsViews(choosing, kit.worker, kit.sender)
    return Parts(
        slashes=YourDataCog(kit.inbox, choosing, accounts, views).slashes(),
        presses={
            "my:at": Way(views.at),
            "my:inbox": Way(views.more_notes, expects="update"),
            "my:emptyinbox": Way(views.empty_inbox),
            "my:forget": Way(views.forget),
            "my:set": Way(settings.turn, expects="update"),
            "my:dm": Way(settings.dms, expects="update"),
            "my:stop": Way(settings.stop),
        },
    )


FEATURE = Feature(
    name="yourdata",
    texts=Path(__file__).parent / "text",
    build=build,
    # the tables that all features share are shown and forgotten here
    person_rows=persons.ROWS,
)
