"""What people do on Discord itself, past the bot's buttons: they type in a thread, react, and delete."""

import copy
from datetime import timedelta

from cogs.venting.model.work import LOOK_OVER_AFTER
from cogs.venting.store.tables import support, talk, vent
from sandbox.deeds.messages import delete_many
from tests.cogs.moderation.desk import member
from tests.cogs.relay.listeners import WAIT, after, listens, pings
from tests.rows import count, eventually, rows
from tests.stage import Stage

FEW_SECONDS = timedelta(seconds=6)


async def given(stage: Stage) -> list[tuple[str | None, int]]:
    """What the rows know of support."""
    assert stage.bot is not None
    return [(row.cheer, row.lines) for row in await rows(stage.bot.database, support)]


async def are_there(stage: Stage, many: int) -> None:
    """Waits until so many are there for somebody, and what follows from it is done."""

    async def so() -> bool:
        return len(await given(stage)) == many

    await eventually(so)
    await stage.later(FEW_SECONDS)
    await stage.quiet()


async def test_who_types_in_the_thread_or_reacts_is_there_for_the_author_and_a_bot_is_not(stage: Stage) -> None:
    card, answer = await stage.vent(stage.ada, "Who else knows this?", help="stories")
    await stage.ada.press(answer.message, "vent:tell")
    helper = stage.guild.join(stage.discord.person("Helper"))
    helper.user.bot = True
    for one, text in ((helper, "A rule."), (stage.ada, "Please."), (stage.ben, "Me too."), (stage.ben, "A year.")):
        await one.say(card.thread, text)
    await helper.react(card, "🫂")
    await member(stage, 1).say(card.thread, "I know it well.")
    await are_there(stage, 2)

    assert sorted(await given(stage)) == [(None, 1), (None, 1)]
    assert "2 people are with you" in card.text
    told = [message.text for message in stage.ada.sees_dm(stage.app) if "wrote to you" in message.text]
    assert len(told) == 2
    posts = await stage.ada.run("my posts")
    assert "nobody yet" not in posts.text

    # words and a cheer are one person, and the words stay where the cheer is taken back; so are a line and words
    await stage.ben.press(card, "vent:cheer")
    await stage.ben.press(card, "vent:cheer")
    opened = await member(stage, 2).press(card, "vent:line")
    await member(stage, 2).submit(opened.form, line="Hold on.", sign="unsigned")
    await member(stage, 2).say(card.thread, "And once more.")
    await helper.unreact(card, "🫂")
    await member(stage, 1).react(card, "🫂")
    await are_there(stage, 3)
    assert sorted(await given(stage), key=str) == [("0", 1), (None, 1), (None, 1)]

    # whom the author silently avoids is there as ever, and they are not told of it; after a restart too
    await stage.ben.run("my avoid", channel=stage.room, member=member(stage, 3))
    card, _ = await stage.vent(stage.ben, "And this?", help="advice", name="open")
    await stage.restart()
    await member(stage, 3).say(card.thread, "Ask them.")
    await are_there(stage, 4)
    assert "1 person is with you" in card.text
    assert "Nothing waits for you" in (await stage.ben.run("my inbox", channel=stage.room)).text
    await member(stage, 4).say(card.thread, "Wait a week.")
    await are_there(stage, 5)
    waiting = await stage.ben.run("my inbox", channel=stage.room)
    assert "Somebody wrote a line to your post" in waiting.messages[0].text

    # what somebody typed and deletes again counts no more once nothing of it is left, after a restart too
    further = [await member(stage, 4).say(card.thread, text) for text in ("Or two.", "Or three.")]
    await member(stage, 4).delete(further[0])
    await stage.quiet()
    await are_there(stage, 5)
    await stage.restart()
    others = [one for one in stage.mia.sees(card.thread) if one.text == "Wait a week."]
    delete_many(stage.discord.world, card.thread, [one.stored for one in (*others, further[1])])
    await are_there(stage, 4)
    assert "1 person is with you" in card.text
    await member(stage, 4).say(card.thread, "Wait for them.")
    await are_there(stage, 5)


async def test_a_post_whose_card_thread_or_room_is_deleted_by_hand_is_over_and_its_author_hears_of_it(
    stage: Stage,
) -> None:
    await listens(stage, member(stage, 3))
    authors = (stage.ada, member(stage, 1), stage.ben)
    first, second, third = [
        (await stage.vent(one, name=name))[0] for one, name in zip(authors, ("hidden", "open", "hidden"), strict=True)
    ]
    thread = first.thread

    await stage.mia.delete(first)
    stage.guild.remove_channel(second.thread)
    await eventually(lambda: _are_up(stage, 1))
    await stage.quiet()
    assert thread.deleted
    assert second.deleted
    # Discord tells of the room, and not of each thing in it
    stage.guild.state.threads.pop(third.thread.id)
    stage.guild.remove_channel(stage.room)
    await eventually(lambda: _are_up(stage, 0))
    await after(stage, WAIT)

    assert pings(stage, member(stage, 3)) == []
    for one in authors:
        waiting = await one.run("my inbox", channel=stage.guild.general)
        assert "".join(note.text for note in waiting.messages).count("deleted on Discord") == 1
        assert "Nothing here" in (await one.run("my posts", channel=stage.guild.general)).text


async def test_what_was_deleted_while_the_bot_was_down_is_over_once_it_is_looked_at(stage: Stage) -> None:
    authors = (stage.ada, stage.ben, member(stage, 1), member(stage, 2))
    cards = [(await stage.vent(one, help="stories"))[0] for one in authors]
    written = await member(stage, 3).press(cards[2], "vent:line")
    before = copy.deepcopy(cards[3].stored.components)
    await member(stage, 4).press(cards[3], "vent:cheer")
    await stage.quiet()
    await stage.stop()
    # killed in the moment in which an older press had written over it
    cards[3].stored.components = before
    await stage.mia.delete(cards[0])
    for card in cards[1:3]:
        stage.guild.remove_channel(card.thread)
    await stage.start()

    # a lock, and a line, that find no thread
    await stage.ben.press((await stage.ben.press(cards[1], "vent:more")).message, "Lock")
    lost = await member(stage, 3).submit(written.form, line="Hold on.", sign="signed")
    await eventually(lambda: _are_up(stage, 2))
    assert "broke" not in lost.text
    # and a card that nobody touches
    await stage.later(LOOK_OVER_AFTER)
    await eventually(lambda: _are_up(stage, 1))
    await stage.quiet()

    for one, gone in zip(authors, (1, 1, 1, 0), strict=True):
        waiting = await one.run("my inbox", channel=stage.guild.general)
        assert "".join(note.text for note in waiting.messages).count("deleted on Discord") == gone
    assert [card.deleted for card in cards] == [True, True, True, False]
    # the old face is drawn anew; what shows what is so is left alone
    await stage.later(FEW_SECONDS)
    await stage.quiet()
    assert "1 person is with you" in cards[3].text
    edited = cards[3].stored.edited_at
    await stage.restart()
    await stage.later(LOOK_OVER_AFTER)
    await stage.quiet()
    assert cards[3].stored.edited_at == edited
    # one whose card is found gone by drawing it
    assert stage.bot is not None
    await stage.stop()
    delete_many(stage.discord.world, stage.room, [cards[3].stored])
    bot = await stage.start()
    await member(stage, 3).say(cards[3].thread, "I know it.")
    await eventually(lambda: count(bot.database, talk))
    await stage.later(FEW_SECONDS)
    await eventually(lambda: _are_up(stage, 0))


async def _are_up(stage: Stage, many: int) -> bool:
    assert stage.bot is not None
    return await count(stage.bot.database, vent) == many
