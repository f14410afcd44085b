"""`/my hours`: one screen, one form, on the server and in the bot's direct messages."""

from datetime import timedelta

from bot.domain.ids import GuildId, MemberId
from bot.domain.ports import ListeningCover, RestOffers
from tests.cogs.relay.listeners import WAIT, after, listens, pings
from tests.stage import Stage


async def test_it_begins_with_what_it_means_and_the_form_proposes_nine_to_twenty_one(stage: Stage) -> None:
    screen = await stage.ben.run("my hours", channel=stage.room)
    opened = await stage.ben.press(screen.message, "relay:set")
    assert opened.form is not None
    said = await stage.ben.submit(opened.form, zone="Berlin")

    assert "three times a day at most" in screen.text
    assert said.text.startswith("You listen from 09:00 to 21:00 in Europe/Berlin, where it is ")
    assert "3 times a day at most, by direct message." in said.text


async def test_several_places_of_one_name_are_offered_and_nothing_filled_in_is_lost(stage: Stage) -> None:
    asked = await listens(stage, stage.ben, zone="Kentucky", most="2")
    chosen = await stage.ben.choose(asked.message, "relay:zone", ["America/Kentucky/Louisville"])

    assert "can be several places" in asked.text
    assert "all day in America/Kentucky/Louisville" in chosen.text
    assert "twice a day" in chosen.text


async def test_an_unknown_place_is_said_so_and_the_form_opens_again_as_it_was(stage: Stage) -> None:
    asked = await listens(stage, stage.ben, zone="Nowhere **at all**", most="1", where="inbox")
    again = await stage.ben.press(asked.message, "relay:set")

    assert "I don't know a place called" in asked.text
    assert "**at all**" not in asked.text
    assert again.form is not None
    assert (again.form.fields["most"].value, again.form.fields["where"].value) == ("1", "inbox")


async def test_a_pause_is_over_when_its_owner_says_so(stage: Stage) -> None:
    said = await listens(stage, stage.ben)
    paused = await stage.ben.press(said.message, "Pause until I say so")
    await after(stage, timedelta(days=90))
    screen = await stage.ben.run("my hours", channel=stage.room)
    before = (paused.text, screen.text)
    again = await stage.ben.press(screen.message, "relay:resume")

    assert ["until you want it again" in text for text in before] == [True, True]
    assert "rests" not in again.text


async def test_it_works_in_the_bots_direct_messages(stage: Stage) -> None:
    await listens(stage, stage.ben)

    screen = await stage.ben.person.run("my hours")
    stopped = await stage.ben.person.press(screen.message, "relay:stop")
    nowhere = await stage.ben.person.run("my hours")

    assert "You listen all day" in screen.text
    assert "Stopped." in stopped.text
    assert "You do not listen anywhere yet" in nowhere.text


async def test_presses_on_what_is_gone_are_answered_after_a_restart(stage: Stage) -> None:
    await listens(stage, stage.ben)
    _, answer = await stage.vent(stage.ada)
    await after(stage, WAIT)
    [ping] = pings(stage, stage.ben)
    old = [button.custom_id or "" for button in ping.buttons]
    components = [dict(part) for part in ping.stored.components]
    await stage.ada.press(answer.message, "vent:down")
    await stage.quiet()
    await stage.restart()
    ping.stored.components[:] = components

    answers = []
    for custom_id in old:
        ping.stored.components[:] = components
        answers.append(await stage.ben.person.press(ping.stored, custom_id))

    assert [one.failed for one in answers] == [None] * 4
    assert "This post is gone" in answers[0].text
    assert all(one.text for one in answers)


async def test_others_learn_how_many_listen_and_never_who(stage: Stage) -> None:
    await listens(stage, stage.ben)
    await listens(stage, stage.mia, zone="UTC", opens=["0"], closes=["1"])
    assert stage.bot is not None
    [cover] = stage.bot._ask(ListeningCover)

    by_hour = await cover.by_hour(GuildId(stage.guild.id))

    assert len(by_hour) == 24
    assert min(by_hour) == 1
    assert max(by_hour) == 2
    assert await cover.now(GuildId(stage.guild.id)) == by_hour[0]


async def test_a_rest_is_offered_after_five_lines_in_an_hour(stage: Stage) -> None:
    assert stage.bot is not None
    [rests] = stage.bot._ask(RestOffers)
    guild, ben = GuildId(stage.guild.id), MemberId(stage.ben.user.id)
    hour = stage.discord.clock.now()
    stage.discord.clock.move(timedelta(minutes=60 - hour.minute))
    await after(stage, timedelta(seconds=1))

    offered = [await rests.wrote_once_more(guild, ben) for _ in range(6)]
    await after(stage, timedelta(hours=1))
    offered += [await rests.wrote_once_more(guild, ben) for _ in range(9)]

    assert [place for place, one in enumerate(offered, 1) if one] == [5, 11, 15]
    mia = MemberId(stage.mia.user.id)
    for _ in range(3):
        assert not await rests.wrote_once_more(guild, mia)
    await after(stage, timedelta(hours=1))
    assert [await rests.wrote_once_more(guild, mia) for _ in range(3)] == [False, True, False]
