"""What is kept about a person: counted, copied, forgotten."""

import json
from typing import Any

from sqlalchemy import select

from bot.app import discover
from bot.data.persons import EVERYTHING_SHARED
from bot.data.schema import METADATA, person_of
from bot.data.tables import visit
from bot.text.catalogue import Catalogue
from tests.cogs.cheering.test_cheers import LINE, jar_of, words
from tests.cogs.relay.listeners import listens
from tests.rows import count
from tests.stage import Stage


async def lived_in(stage: Stage) -> None:
    """Ada has something in every corner that this page knows of."""
    await stage.ada.run("cheer", channel=stage.room, member=stage.ben, line=LINE)
    await stage.ben.run("cheer", channel=stage.room, member=stage.ada, line="for Ada", quietly=True)
    screen = await stage.ada.run("my settings", channel=stage.room)
    await stage.ada.press(screen.message, f"my:dm:{stage.guild.id}:on")
    await stage.ada.run("my avoid", channel=stage.room, member=stage.mia)


async def forgotten(stage: Stage, who: Any) -> Any:
    asked = await who.run("my forget", channel=stage.room)
    return await who.press(asked.message, "my:forget:yes")


async def where_named(stage: Stage, member: int) -> list[str]:
    """Every column of every table that holds this id."""
    assert stage.bot is not None
    found: list[str] = []

    def look(connection: Any) -> None:
        for table in METADATA.tables.values():
            for row in connection.execute(select(table)).mappings():
                found.extend(f"{table.name}.{name}" for name, value in row.items() if str(member) in str(value))

    await stage.bot.database.read(look)
    return found


async def test_what_is_kept_is_told_in_numbers(stage: Stage) -> None:
    await lived_in(stage)

    answer = await stage.ada.run("my privacy", channel=stage.room)

    assert "until you take them out: 1" in answer.text
    assert "carry your name: 1" in answer.text
    assert "People you avoid: 1" in answer.text
    assert "Job seekers" in answer.text


async def test_of_whom_nothing_is_kept_it_says_so(stage: Stage) -> None:
    answer = await stage.ada.run("my privacy", channel=stage.room)

    assert "Nothing is kept" in answer.text


async def test_a_copy_comes_at_once_as_a_page_and_as_data(stage: Stage) -> None:
    await lived_in(stage)
    hours = await listens(stage, stage.ada, opens=["7"], closes=["22"])
    never = await copied(stage)
    await stage.ada.press(hours.message, f"relay:pause:{stage.guild.id}:0")
    await stage.ada.run("checkin pause", channel=stage.room)

    answer = await stage.ada.run("my export", channel=stage.room)

    page, data = (bytes(file.data).decode() for file in answer.message.stored.attachments)
    copy = json.loads(data)
    assert copy["jar"][0]["words"] == "for Ada"
    assert copy["settings"][0]["direct_messages"] is True
    assert "for Ada" in page
    assert "<script" not in page
    assert (never["hours"][0]["from_hour"], never["hours"][0]["until_hour"]) == (7, 22)
    assert (never["hours"][0]["paused_until"], never["hours"][0]["last_asked"]) == (None, None)
    ends = [copy[kind][0]["paused_until"] for kind in ("hours", "pauses", "settings")]
    assert ends == ["without an end"] * 3


async def copied(stage: Stage) -> dict[str, Any]:
    answer = await stage.ada.run("my export", channel=stage.room)
    return json.loads(bytes(answer.message.stored.attachments[1].data))


async def test_a_page_shows_hostile_words_as_words(stage: Stage) -> None:
    await stage.ben.run("cheer", channel=stage.room, member=stage.ada, line="<script>alert(1)</script>", quietly=True)

    answer = await stage.ada.run("my export", channel=stage.room)

    page = bytes(answer.message.stored.attachments[0].data).decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


async def test_forgetting_asks_once_and_says_what_goes(stage: Stage) -> None:
    await lived_in(stage)

    asked = await stage.ada.run("my forget", channel=stage.room)

    assert "Forget you in **Job seekers**?" in asked.text
    assert asked.buttons == ["Save a copy first", "Forget me here", "Keep everything"]


async def test_keep_everything_keeps_everything(stage: Stage) -> None:
    await lived_in(stage)
    asked = await stage.ada.run("my forget", channel=stage.room)

    await stage.ada.press(asked.message, "my:forget:no")

    assert "for Ada" in await jar_of(stage.ada, stage)


async def test_after_forgetting_no_column_of_any_table_holds_their_id(stage: Stage) -> None:
    await lived_in(stage)
    before = await where_named(stage, stage.ada.id)

    answer = await forgotten(stage, stage.ada)
    await stage.discord.until(lambda: words(stage) == [])

    assert before
    assert answer.text == "Done. I no longer know you here."
    assert await where_named(stage, stage.ada.id) == []


async def test_after_forgetting_the_words_stay_with_their_receiver_without_a_name(stage: Stage) -> None:
    await lived_in(stage)

    await forgotten(stage, stage.ada)

    jar = await jar_of(stage.ben, stage)
    assert LINE in jar
    assert str(stage.ada.id) not in jar


async def test_forgetting_is_answered_when_there_is_nothing_left_and_after_a_restart(stage: Stage) -> None:
    await lived_in(stage)
    asked = await stage.ada.run("my forget", channel=stage.room)
    await stage.ada.press(asked.message, "my:forget:yes")
    await stage.restart()

    again = await stage.ada.press(asked.message, "my:forget:yes")

    assert again.text == "Done. I no longer know you here."


async def test_forgetting_works_in_a_direct_message_for_those_who_left_a_server_that_starts_over(stage: Stage) -> None:
    await lived_in(stage)
    await stage.vent(stage.ada, "A no today.")
    ada = stage.ada.person
    reset = await stage.mia.run("setup reset", channel=stage.room)
    asks = await stage.mia.press(reset.message, "Start over")
    await stage.mia.press(asks.updated or asks.message, "Forget what was chosen")
    await stage.quiet()
    stage.guild.remove(ada)

    posts = await ada.run("my posts")
    asked = await ada.run("my forget")
    answer = await ada.press(asked.message, "my:forget:yes")

    assert "Nothing here" not in posts.text
    assert "the one on seats in circles after 30 days at most" in asked.message.text
    assert "no longer know you" in answer.text
    assert await where_named(stage, ada.id) == []


def test_every_marked_column_is_answered_for_by_somebody() -> None:
    features = discover()
    answered = {table.name for feature in features for rows in feature.person_rows for table in rows.tables}
    answered |= {table.name for table in EVERYTHING_SHARED}
    ours = {table.name for feature in features if feature.name in {"cheering", "yourdata"} for table in feature.tables}
    marked = {name for name in ours if any(person_of(column) for column in METADATA.tables[name].columns)}

    assert marked <= answered


def test_every_kind_that_is_kept_has_a_name_of_its_own_and_a_sentence() -> None:
    features = discover()
    words = Catalogue(feature.texts for feature in features).words(None)

    kinds = [rows for feature in features for rows in feature.person_rows]

    assert len({rows.name for rows in kinds}) == len(kinds)
    assert all(words.find(rows.text_id, count=1) for rows in kinds)


async def test_who_is_forgotten_right_after_a_restart_does_not_count_among_those_who_come(stage: Stage) -> None:
    await stage.ada.run("my avoid", channel=stage.room, member=stage.mia)
    asked = await stage.ada.run("my forget", channel=stage.room)
    await stage.quiet()
    assert stage.bot is not None
    came = await count(stage.bot.database, visit)

    bot = await stage.restart()
    await stage.ada.press(asked.message, "my:forget:yes")
    await stage.quiet()

    assert await count(bot.database, visit) == came - 1
