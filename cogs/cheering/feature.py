"""What cheering contributes."""

from pathlib import Path

from bot.domain.events import LineGiven, LineKept
from bot.feature import Feature, Kit, Parts, Right
from bot.ui.router import Way
from cogs.cheering import privacy, store
from cogs.cheering.cog import CheerCog
from cogs.cheering.jobs import CheerJobs
from cogs.cheering.model import Work
from cogs.cheering.service.giving import Giving
from cogs.cheering.service.jar import Jar
from cogs.cheering.service.losing import Losing
from cogs.cheering.service.tools import Tools
from cogs.cheering.subscribers import JarSubscribers
from cogs.cheering.views import CheerViews, JarViews


def build(kit: Kit) -> Parts:
    """Puts the rooms together."""
    tools = Tools(kit.rows, kit.keys, kit.people, kit.doors)
    giving, jar = Giving(tools), Jar(tools)
    views, jars = CheerViews(giving, kit.worker), JarViews(jar)
    cog, jobs = (
        CheerCog(kit.filter, giving, jar, Losing(kit.rows), views, jars),
        CheerJobs(giving, kit.sender, kit.catalogue),
    )
    heard = JarSubscribers(kit.keys)
    return Parts(
        slashes=cog.slashes(),
        menus=cog.menus(),
        presses=_presses(views, jars) | {"cheer:draft": kit.filter.drafts},
        forms={text.form: kit.filter.form(text) for text in (*views.texts(), jars.text())},
        jobs={Work.SAY: jobs.say, Work.REMOVE: jobs.remove},
        subscribers=[(LineGiven, heard.keep_line), (LineKept, heard.keep_from_vent)],
        on_messages_gone=[cog.on_messages_gone],
        on_thread_gone=[cog.on_thread_gone],
        on_channel_gone=[cog.on_channel_gone],
    )


def _presses(views: CheerViews, jars: JarViews) -> dict[str, Way]:
    return {
        "cheer:more": Way(views.more),
        "cheer:down": Way(views.down),
        "cheer:back": Way(jars.back),
        "cheer:jar": Way(jars.turn, expects="update"),
        "cheer:read": Way(jars.read),
        "cheer:jarat": Way(jars.at, expects="update"),
        "cheer:list": Way(jars.list, expects="update"),
        "cheer:unjar": Way(jars.remove, expects="update"),
        "cheer:unlist": Way(jars.unlist, expects="update"),
        "cheer:put": Way(jars.put, opens_form=True),
    }


FEATURE = Feature(
    name="cheering",
    texts=Path(__file__).parent / "text",
    build=build,
    tables=store.TABLES,
    person_rows=privacy.ROWS,
    retention=privacy.RETENTION,
    switchable=True,
    rights=(Right("send_messages", "right-cheer-send", "server", grave=False),),
)
