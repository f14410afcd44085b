"""When it is day for a server, chosen behind *More*."""

from bot.data import guilds
from bot.domain.hours import Hours
from bot.domain.ids import GuildId
from tests.cogs.setup.test_screens import screen
from tests.stage import Stage


async def test_when_it_is_day_here_is_chosen_kept_copied_and_taken_back(stage: Stage) -> None:
    shown = await screen(stage, "Rooms and places")
    await stage.mia.press(shown, "Back")

    form = (await stage.mia.press(shown, "Hours")).form
    kept = (await stage.mia.submit(form, zone="Europe/Berlin", opens=["8"], closes=["22"])).text
    await stage.mia.press(shown, "Back")
    again = (await stage.mia.press(shown, "Hours")).form

    assert "from 08:00 until 22:00, by the clock in Europe/Berlin" in kept
    assert again.fields["zone"].value == "Europe/Berlin"
    assert stage.bot is not None
    chosen = await stage.bot.database.read(lambda look: guilds.hours(look, GuildId(stage.guild.id)))
    assert chosen == Hours("Europe/Berlin", 8, 22)
    usual = await stage.mia.submit(again, zone="")
    assert "when it is day for most of those who listen" in usual.text
