"""What a server switches off says nothing more by itself, also where it was planned before."""

from datetime import timedelta
from pathlib import Path

from bot.data import guilds
from bot.data.queue import NewJob
from bot.data.unit import Unit
from bot.domain.ids import GuildId
from cogs.moderation.model import Work
from cogs.moderation.store.tables import on_duty
from tests.cogs.moderation.desk import moderated, standing
from tests.rows import rows


async def test_a_post_that_was_to_go_up_later_and_a_word_to_who_is_on_duty_stay_away(tmp_path: Path) -> None:
    async with moderated(tmp_path) as stage:
        opened = await stage.ada.press(stage.panel(), "vent:open")
        await stage.ada.submit(opened.form, text="Not now.", help="listen", name="hidden", extras=["later"])
        form = (await stage.ben.press(standing(stage), "Ping me")).form
        await stage.ben.submit(form, zone="UTC", opens=["0"], closes=["24"])
        await stage.quiet()
        bot, guild = stage.bot, GuildId(stage.guild.id)
        assert bot is not None
        [duty] = await rows(bot.database, on_duty)
        before = len(stage.ben.sees_dm(stage.app))

        def switch(unit: Unit) -> None:
            guilds.switch_off(unit, guild, ["venting", "moderation"])
            unit.schedule(NewJob(kind=Work.PING, key="planned", guild=guild, payload=str(duty.id)))

        await bot.database.change(switch)
        await stage.later(timedelta(minutes=61))
        await stage.quiet()

        assert stage.cards() == []
        assert "switched off on this server meanwhile" in (await stage.ada.run("my inbox", channel=stage.room)).text
        assert len(stage.ben.sees_dm(stage.app)) == before
