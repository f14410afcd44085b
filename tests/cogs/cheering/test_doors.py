"""Doors: open, shut to all, shut to one; and an alt who will not take silence for an answer."""

from tests.cogs.cheering.test_cheers import LINE, inbox_of, jar_of, kept, words
from tests.stage import Stage


async def test_who_shut_the_door_to_all_is_left_alone_and_the_giver_told_so(stage: Stage) -> None:
    screen = await stage.ben.run("my settings", channel=stage.room)
    await stage.ben.press(screen.message, f"my:set:{stage.guild.id}:closed:on")

    answer = await stage.ada.run("cheer", channel=stage.room, member=stage.ben, line=LINE)

    assert "takes a rest" in answer.text
    assert await kept(stage, answer) == LINE
    assert words(stage) == []
    assert "empty so far" in await jar_of(stage.ben, stage)


async def test_who_is_avoided_reads_what_everybody_reads(stage: Stage) -> None:
    await stage.ben.run("my avoid", channel=stage.room, member=stage.ada)

    avoided = await stage.ada.run("cheer", channel=stage.room, member=stage.ben, line=LINE)
    welcome = await stage.mia.run("cheer", channel=stage.room, member=stage.ben, line=LINE)

    assert avoided.text == welcome.text
    assert avoided.buttons == welcome.buttons
    assert words(stage) == []


async def test_also_when_they_send_it_quietly_or_as_thanks(stage: Stage) -> None:
    await stage.ben.run("my avoid", channel=stage.room, member=stage.ada)

    by = [
        [
            (await who.run("cheer", channel=stage.room, member=stage.ben, line=LINE, quietly=True)).text,
            (await who.run("thanks", channel=stage.room, member=stage.ben, reason=LINE)).text,
        ]
        for who in (stage.ada, stage.mia)
    ]

    assert by[0] == by[1]


async def test_nothing_of_the_one_avoided_arrives_and_of_the_other_it_does(stage: Stage) -> None:
    await stage.ben.run("my avoid", channel=stage.room, member=stage.ada)

    await stage.ada.run("cheer", channel=stage.room, member=stage.ben, line="from the one avoided")
    await stage.mia.run("cheer", channel=stage.room, member=stage.ben, line="from the other")

    everything = await jar_of(stage.ben, stage) + await inbox_of(stage.ben, stage)
    assert "from the one avoided" not in everything
    assert f"<@{stage.ada.id}>" not in everything
    assert "from the other" in everything


async def test_an_alt_with_three_kind_lines_a_day_meets_the_same_limit_as_anybody(stage: Stage) -> None:
    await stage.ben.run("my avoid", channel=stage.room, member=stage.ada)

    heard = [
        [
            (await who.run("cheer", channel=stage.room, member=stage.ben, line=LINE)).text.split("<t:")[0]
            for _ in range(4)
        ]
        for who in (stage.ada, stage.mia)
    ]

    assert heard[0] == heard[1]
    assert "three" in heard[0][3]


async def test_the_one_who_avoids_is_told_why_they_cannot_reach_out_themselves(stage: Stage) -> None:
    await stage.ben.run("my avoid", channel=stage.room, member=stage.ada)

    answer = await stage.ben.run("cheer", channel=stage.room, member=stage.ada, line=LINE)

    assert "You avoid" in answer.text
    assert words(stage) == []


async def test_having_oneself_forgotten_does_not_open_the_door_again(stage: Stage) -> None:
    await stage.ben.run("my avoid", channel=stage.room, member=stage.ada)
    await stage.ada.run("cheer", channel=stage.room, member=stage.mia, line=LINE)
    asked = await stage.ada.run("my forget", channel=stage.room)
    await stage.ada.press(asked.message, "my:forget:yes")

    await stage.ada.run("cheer", channel=stage.room, member=stage.ben, line="I am back")

    assert "I am back" not in await jar_of(stage.ben, stage)


async def test_opened_again_it_is_as_before(stage: Stage) -> None:
    await stage.ben.run("my avoid", channel=stage.room, member=stage.ada)
    await stage.ben.run("my avoid", channel=stage.room, member=stage.ada)

    await stage.ada.run("cheer", channel=stage.room, member=stage.ben, line=LINE)

    assert LINE in words(stage)[0].text


async def test_the_one_avoided_never_hears_of_it(stage: Stage) -> None:
    answer = await stage.ben.run("my avoid", channel=stage.room, member=stage.ada)

    assert "not told" in answer.text
    assert "Nothing waits" in await inbox_of(stage.ada, stage)
    assert stage.ada.sees_dm(next(iter(stage.discord.world.apps.values()))) == []


async def test_a_line_signed_on_a_vent_by_name_does_not_get_into_the_jar_of_one_who_avoids_its_writer(
    stage: Stage,
) -> None:
    await stage.ada.run("my avoid", channel=stage.room, member=stage.ben)
    card, _ = await stage.vent(stage.ada, name="open")
    form = (await stage.ben.press(card, "vent:line")).form

    await stage.ben.submit(form, line=LINE, sign="signed")

    assert LINE not in await jar_of(stage.ada, stage)
