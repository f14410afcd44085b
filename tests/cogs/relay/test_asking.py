"""A vent has waited: people who agreed to be asked are asked, and nobody else."""

from datetime import timedelta
from pathlib import Path

from tests.cogs.relay.listeners import WAIT, after, listens, pings
from tests.stage import Stage, staged


async def test_after_twenty_minutes_somebody_who_listens_is_asked_in_these_words(stage: Stage) -> None:
    await listens(stage, stage.ben)
    card, _ = await stage.vent(stage.ada)

    await after(stage, WAIT)

    [ping] = pings(stage, stage.ben)
    link = ping.text.partition("plenty: ")[2].splitlines()[0]
    assert link.startswith(f"https://discord.com/channels/{stage.guild.id}/{stage.room.id}")
    assert ping.content == (
        "Someone in **Job seekers** could use a line from you. They would like *just someone to listen*. "
        f"One sentence is plenty: {link}\n-# 1 of at most 3 today. Nobody sees whether you answer."
    )
    assert [button.label for button in ping.buttons] == [
        "I'll write a line", "Not now", "Rest until tomorrow", "Stop these"
    ]  # fmt: skip
    assert card is not None


async def test_nobody_is_asked_before_the_twenty_minutes_are_over(stage: Stage) -> None:
    await listens(stage, stage.ben)
    await stage.vent(stage.ada)

    await after(stage, timedelta(minutes=19))

    assert pings(stage, stage.ben) == []


async def test_a_vent_that_somebody_cheered_asks_nobody(stage: Stage) -> None:
    await listens(stage, stage.ben)
    card, _ = await stage.vent(stage.ada)
    await stage.mia.press(card, "vent:cheer")

    await after(stage, WAIT)

    assert pings(stage, stage.ben) == []


async def test_the_last_cheer_taken_back_starts_the_wait_again(stage: Stage) -> None:
    await listens(stage, stage.ben)
    card, _ = await stage.vent(stage.ada)
    await stage.mia.press(card, "vent:cheer")
    await after(stage, WAIT)
    await stage.mia.press(card, "vent:cheer")
    await stage.quiet()

    await after(stage, WAIT)

    assert len(pings(stage, stage.ben)) == 1


async def test_nobody_who_did_not_ask_for_it_gets_a_word(stage: Stage) -> None:
    await stage.vent(stage.ada)

    for _ in range(6):
        await after(stage, timedelta(hours=4))

    assert stage.ben.sees_dm(stage.app) == []
    assert stage.mia.sees_dm(stage.app) == []


async def test_an_author_who_listens_is_left_out_where_forty_read(stage: Stage) -> None:
    await listens(stage, stage.ada)
    await listens(stage, stage.ben)
    await stage.vent(stage.ada)

    await after(stage, WAIT)

    assert pings(stage, stage.ada) == []
    assert len(pings(stage, stage.ben)) == 1


async def test_the_ping_says_that_nothing_is_left_to_do_once_somebody_was_there(stage: Stage) -> None:
    await listens(stage, stage.ben)
    card, _ = await stage.vent(stage.ada)
    await after(stage, WAIT)
    [ping] = pings(stage, stage.ben)

    await stage.mia.press(card, "vent:cheer")
    await stage.quiet()

    assert ping.content == "Answered, thank you. Nothing left to do."
    assert ping.buttons == []


async def test_the_ping_says_so_when_the_vent_is_gone(stage: Stage) -> None:
    await listens(stage, stage.ben)
    _, answer = await stage.vent(stage.ada)
    await after(stage, WAIT)
    [ping] = pings(stage, stage.ben)

    await stage.ada.press(answer.message, "vent:down")
    await stage.quiet()
    pressed = await stage.ben.run("my hours", channel=stage.room)

    assert ping.content == "That post is gone by now. Nothing left to do."
    assert "You listen" in pressed.text


async def test_taking_it_leads_to_the_post_and_holds_the_others_for_ten_minutes(stage: Stage) -> None:
    cay = stage.guild.join(stage.discord.person("Cay"))
    await listens(stage, stage.ben)
    await listens(stage, stage.mia)
    await stage.vent(stage.ada)
    await after(stage, WAIT)
    await listens(stage, cay)

    taken = await stage.ben.press(pings(stage, stage.ben)[0], "relay:take")
    await stage.mia.press(pings(stage, stage.mia)[0], "relay:pass")
    await after(stage, timedelta(minutes=9))
    held = list(pings(stage, cay))
    await after(stage, timedelta(minutes=1, seconds=5))

    assert "For ten minutes I ask nobody else" in taken.text
    assert [button.label for button in taken.message.buttons] == ["Go there"]
    assert held == []
    assert len(pings(stage, cay)) == 1


async def test_whoever_comes_second_is_told_that_somebody_is_at_it(stage: Stage) -> None:
    await listens(stage, stage.ben)
    await listens(stage, stage.mia)
    await stage.vent(stage.ada)
    await after(stage, WAIT)
    await stage.ben.press(pings(stage, stage.ben)[0], "relay:take")

    taken = await stage.mia.press(pings(stage, stage.mia)[0], "relay:take")

    assert taken.text.startswith("Somebody is writing one right now. A second line does good too")


async def test_only_those_who_were_asked_hold_the_others_and_each_of_them_once(stage: Stage) -> None:
    await listens(stage, stage.ben)
    card, _ = await stage.vent(stage.ada)
    await after(stage, WAIT)
    [ping] = pings(stage, stage.ben)
    forged = {"custom_id": ping.buttons[0].custom_id, "component_type": 2}

    stranger = await stage.mia._touch(stage.mia.look(card), forged)
    taken = await stage.ben.press(ping, "relay:take")
    await listens(stage, stage.mia)
    await stage.later(timedelta(minutes=10, seconds=1))
    again = await stage.ben.press(ping, "relay:take")
    await after(stage, timedelta(minutes=31))

    assert stranger.text.startswith("I did not ask you about this post.")
    assert "For ten minutes I ask nobody else" in taken.text
    assert again.text.startswith("Here is the way once more")
    assert len(pings(stage, stage.mia)) == 1


async def test_nobody_is_asked_a_fourth_time_in_a_day(stage: Stage) -> None:
    await listens(stage, stage.ben)
    for name in ("Cay", "Dee", "Eli", "Fay"):
        await stage.vent(stage.guild.join(stage.discord.person(name)))
        await after(stage, WAIT)
    asked = pings(stage, stage.ben)
    await after(stage, timedelta(hours=4))

    assert len(asked) == 3
    assert ["2 of at most 3" in asked[1].text, "3 of at most 3" in asked[2].text] == [True, True]


async def test_nobody_is_asked_outside_their_hours_and_is_once_they_begin(stage: Stage) -> None:
    hour = stage.discord.clock.now().hour
    await listens(stage, stage.ben, zone="UTC", opens=[str((hour + 2) % 24)], closes=[str((hour + 5) % 24 or 24)])
    await stage.vent(stage.ada)

    await after(stage, timedelta(minutes=59 - stage.discord.clock.now().minute))
    before = list(pings(stage, stage.ben))
    await after(stage, timedelta(hours=1, minutes=35))

    assert before == []
    assert len(pings(stage, stage.ben)) == 1


async def test_whoever_pauses_after_being_drawn_is_not_asked(stage: Stage) -> None:
    await listens(stage, stage.ben)
    await stage.vent(stage.ada)
    await stage.stop()
    stage.discord.clock.move(WAIT)
    await stage.start()
    screen = await stage.ben.run("my hours", channel=stage.room)
    await stage.quiet()

    assert len(pings(stage, stage.ben)) == 1, "a restart loses nothing"
    paused = await stage.ben.press(screen.message, "relay:pause")
    await stage.vent(stage.mia)
    await after(stage, WAIT)
    assert "It rests until" in paused.text
    assert len(pings(stage, stage.ben)) == 1


async def test_closed_direct_messages_mean_the_inbox_and_never_a_public_place(stage: Stage) -> None:
    stage.ben.dms_open = False
    await listens(stage, stage.ben)
    await stage.vent(stage.ada)
    before = len(stage.mia.sees(stage.room))
    await after(stage, WAIT)

    inbox = await stage.ben.run("my inbox", channel=stage.room)

    screen = await stage.ben.run("my hours", channel=stage.room)

    assert "a day at most, in `/my inbox`." in screen.text
    assert "someone in **Job seekers** could use a line from you" in inbox.text
    assert stage.ben.sees_dm(stage.app) == []
    assert len(stage.mia.sees(stage.room)) == before


async def test_a_vent_by_name_asks_others(stage: Stage) -> None:
    await listens(stage, stage.ada)
    await listens(stage, stage.ben)
    await stage.vent(stage.ada, name="open")

    await after(stage, WAIT)

    assert len(pings(stage, stage.ben)) == 1


async def test_not_now_is_fine_and_somebody_else_is_asked(stage: Stage) -> None:
    await listens(stage, stage.ben)
    await stage.vent(stage.ada)
    await after(stage, WAIT)
    await listens(stage, stage.mia)
    [ping] = pings(stage, stage.ben)

    await stage.ben.press(ping, "relay:pass")
    await stage.quiet()

    assert ping.content == "That is fine. Nobody is told."
    assert len(pings(stage, stage.mia)) == 1


async def test_whoever_rests_is_not_asked_before_tomorrow(stage: Stage) -> None:
    await listens(stage, stage.ben)
    await stage.vent(stage.ada)
    await after(stage, WAIT)
    rest = await stage.ben.press(pings(stage, stage.ben)[0], "relay:rest")
    screen = await stage.ben.run("my hours", channel=stage.room)

    assert "nobody is told" in rest.text
    assert "It rests until" in screen.text


async def test_one_tap_stops_it_for_good(stage: Stage) -> None:
    await listens(stage, stage.ben)
    await stage.vent(stage.ada)
    await after(stage, WAIT)
    [ping] = pings(stage, stage.ben)

    await stage.ben.press(ping, "relay:stop")
    await stage.vent(stage.mia)
    await after(stage, WAIT)

    assert ping.content.startswith("Stopped.")
    assert len(stage.ben.sees_dm(stage.app)) == 1


async def test_in_a_group_of_eight_one_is_asked_at_a_time(tmp_path: Path) -> None:
    async with staged(tmp_path, people=8) as stage:
        await stage.set_up()
        await listens(stage, stage.ben)
        await listens(stage, stage.mia)
        opened = await stage.ada.press(stage.panel(), "vent:open")
        await stage.ada.submit(opened.form, text="They said no.")
        await stage.discord.until(stage.cards)

        await after(stage, WAIT)

        assert len(pings(stage, stage.ben)) + len(pings(stage, stage.mia)) == 1
