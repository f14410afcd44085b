"""The jar: what comes in, how it is looked at, and how it goes."""

from bot.data import keys
from bot.domain.events import LineKept
from bot.domain.ids import GuildId, MemberId
from cogs.cheering.store import jar_line
from sandbox import App, Server
from tests.cogs.cheering.test_cheers import LINE, inbox_of, jar_of
from tests.rows import eventually, rows
from tests.stage import INVITED, Stage


async def filled(stage: Stage, *lines: str) -> None:
    for line in lines:
        await stage.ada.run("cheer", channel=stage.room, member=stage.ben, line=line)


async def test_the_newest_line_is_opened_first_and_another_one_is_the_one_before(stage: Stage) -> None:
    await filled(stage, "first", "second")
    opened = await stage.ben.run("my jar", channel=stage.room)
    newest = opened.text

    turned = await stage.ben.press(opened.message, "Another one")

    assert "second" in newest
    assert "first" in turned.text


async def test_a_line_taken_out_is_gone_for_good(stage: Stage) -> None:
    await filled(stage, LINE)
    opened = await stage.ben.run("my jar", channel=stage.room)

    await stage.ben.press(opened.message, "cheer:unjar")

    assert "empty so far" in await jar_of(stage.ben, stage)


async def test_the_list_shows_all_and_takes_one_out(stage: Stage) -> None:
    await filled(stage, "first", "second")
    opened = await stage.ben.run("my jar", channel=stage.room)
    listed = await stage.ben.press(opened.message, "All of them")
    both = listed.text

    after = await stage.ben.press(opened.message, "cheer:unlist")

    assert "first" in both
    assert "second" in both
    assert "second" not in after.text
    assert "first" in after.text


async def test_one_press_thanks_the_giver_back_quietly_and_once(stage: Stage) -> None:
    await filled(stage, LINE)
    opened = await stage.ben.run("my jar", channel=stage.room)
    await stage.ben.press(opened.message, "Thank them")

    again = await stage.ben.press(opened.message, "Thank them")

    assert "already" in again.text
    assert f"<@{stage.ben.id}> thanks you" in await inbox_of(stage.ada, stage)


async def test_a_line_of_ones_own_waits_for_a_bad_day(stage: Stage) -> None:
    empty = await stage.ben.run("my jar", channel=stage.room)
    form = (await stage.ben.press(empty.message, "cheer:put")).form

    await stage.ben.submit(form, line="I have been here before.")

    jar = await stage.ben.run("my jar", channel=stage.room)
    assert "I have been here before." in jar.text
    assert "from yourself" in jar.text
    assert "Thank them" not in jar.buttons


async def test_a_line_that_is_too_long_for_the_jar_is_given_back(stage: Stage) -> None:
    empty = await stage.ben.run("my jar", channel=stage.room)
    form = (await stage.ben.press(empty.message, "cheer:put")).form

    answer = await stage.ben.submit(form, {"line": "x" * 281}, raw=True)

    again = await stage.ben.press(answer.message, "Change it")

    assert "281" in answer.text
    assert again.form.fields["line"].value == "x" * 280


async def test_the_jar_opens_in_a_direct_message_too(stage: Stage) -> None:
    await filled(stage, LINE)

    answer = await stage.ben.person.run("my jar")

    assert LINE in answer.text


async def test_a_direct_message_asks_which_server_is_meant_if_there_are_several(stage: Stage) -> None:
    await filled(stage, LINE)
    other = await a_second_server(stage)
    ben, ada = other.join(stage.ben.person), other.join(stage.ada.person)
    await ada.run("cheer", channel=other.general, member=ben, line="from next door")

    asked = await stage.ben.person.run("my jar")
    offered = {option.label for option in asked.message.selects[0].options}
    shown = await stage.ben.person.choose(asked.message, "cheer:jarat", [str(other.id)])

    assert offered == {"Job seekers", "Second chances"}
    assert "from next door" in shown.text
    assert LINE not in shown.text


async def a_second_server(stage: Stage) -> Server:
    (app,) = stage.discord.world.apps.values()
    other = stage.discord.guild("Second chances", owner=stage.mia.person)
    other.install(App(app), INVITED)
    mia = stage.mia.person.in_(other)
    await stage.discord.until(lambda: "setup channels" in mia.commands(other.general))
    await mia.run("setup channels", channel=other.general, vent_room=other.general)
    await stage.discord.until(lambda: "cheer" in mia.commands(other.general))
    return other


async def test_a_jar_answers_after_a_restart(stage: Stage) -> None:
    await filled(stage, "first", "second")
    opened = await stage.ben.run("my jar", channel=stage.room)
    await stage.restart()

    turned = await stage.ben.press(opened.message, "Another one")

    assert "first" in turned.text


async def test_a_line_kept_from_an_anonymous_vent_comes_in_without_a_name_or_a_number_of_it(stage: Stage) -> None:
    assert stage.bot is not None
    living = keys.read_file(stage.folder / "keys" / "master.json")
    assert living is not None
    guild, ada, ben = GuildId(stage.guild.id), MemberId(stage.ada.id), MemberId(stage.ben.id)
    fact = LineKept(guild, 4711, ada, ben, living.seal(LINE, "kept|4711"))

    await stage.bot.database.change(lambda unit: unit.emit(fact))
    await eventually(lambda: holds(stage, LINE))

    (kept,) = await rows(stage.bot.database, jar_line)
    assert kept.giver_id is None
    assert kept.id != 4711
    assert kept.kept_ms % (24 * 3600 * 1000) == 0


async def holds(stage: Stage, said: str) -> bool:
    return said in await jar_of(stage.ada, stage)
