"""What setting up contributes."""

from pathlib import Path

from bot.feature import Feature, Kit, Parts
from bot.screening import helplines
from bot.ui.router import Handler, Way
from cogs.setup.cog import SetupCog
from cogs.setup.service.copies import Copies
from cogs.setup.service.lists import Lists
from cogs.setup.service.servers import Servers
from cogs.setup.settings import SECTIONS
from cogs.setup.views.copies import CopyViews
from cogs.setup.views.hours import HoursViews
from cogs.setup.views.lists import ListViews
from cogs.setup.views.more import MoreViews
from cogs.setup.views.start import StartViews


def build(kit: Kit) -> Parts:
    """Puts the rooms together."""
    servers = Servers(kit.rows, [feature.name for feature in kit.features if feature.switchable])
    rights = {
        feature.name: [(one.permission, one.text_id) for one in feature.rights if one.place == "rooms"]
        for feature in kit.features
    }
    models = {name: model for feature in kit.features for name, model in feature.settings.items()}
    start, more = StartViews(servers, rights, kit.routed, kit.groups), MoreViews(servers, rights, kit.routed)
    kept = Lists(kit.rows, kit.keys)
    lists, hours = ListViews(kept, servers, helplines.load()), HoursViews(kept, kit.places)
    copies = CopyViews(Copies(kit.rows, kit.keys, models), servers)
    return Parts(
        slashes=SetupCog(start, more, lists, copies).slashes(),
        presses={
            "setup:new": Way(start.new_here),
            "setup:export": Way(copies.export),
            **{name: Way(handler, expects="update") for name, handler in _screens(start, more, lists, copies).items()},
            "setup:addwords": Way(lists.ask_words, opens_form=True),
            "setup:dropwords": Way(lists.ask_drop, opens_form=True),
            "setup:addline": Way(lists.ask_line, opens_form=True),
            "setup:setcheers": Way(lists.ask_cheers, opens_form=True),
            "setup:pick": Way(copies.pick, opens_form=True),
            "setup:hours": Way(hours.ask, opens_form=True),
        },
        forms={
            "setup:words": Way(lists.add_words, expects="update"),
            "setup:wordsdrop": Way(lists.drop_words, expects="update"),
            "setup:line": Way(lists.add_line, expects="update"),
            "setup:cheers": Way(lists.choose_cheers, expects="update"),
            "setup:file": Way(copies.given),
            "setup:hours": Way(hours.chosen, expects="update"),
        },
    )


def _screens(start: StartViews, more: MoreViews, lists: ListViews, copies: CopyViews) -> dict[str, Handler]:
    """The presses that turn one screen into another."""
    return {
        "setup:room": start.choose,
        "setup:country": start.choose,
        "setup:moderators": start.moderators,
        "setup:make": start.make,
        "setup:go": start.go,
        "setup:again": start.begin,
        "setup:check": start.check,
        "setup:mend": start.mend,
        "setup:more": more.more,
        "setup:small": more.small,
        "setup:features": more.features,
        "setup:on": more.on,
        "setup:off": more.off,
        "setup:places": more.places,
        "setup:addroom": more.add_room,
        "setup:droproom": more.drop_room,
        "setup:place": more.place,
        "setup:lines": more.country,
        "setup:roles": more.roles,
        "setup:role": more.role,
        "setup:words": lists.words,
        "setup:resources": lists.resources,
        "setup:dropline": lists.drop_line,
        "setup:cheers": lists.cheers,
        "setup:usualcheers": lists.usual_cheers,
        "setup:copy": copies.copy,
        "setup:bring": copies.bring,
        "setup:leave": copies.leave,
        "setup:reset": copies.reset,
        "setup:resetsure": copies.reset_sure,
        "setup:resetdo": copies.reset_do,
    }


FEATURE = Feature(name="setup", texts=Path(__file__).parent / "text", build=build, settings=SECTIONS)
