"""What somebody lets out for their circle stands there, under their name, and nowhere else."""

from datetime import timedelta
from typing import Any

from bot.domain.ids import GuildId, MemberId
from sandbox import Member
from tests.cogs.circles.ring import in_thread, inside, join, members, open_circle, service, threads
from tests.cogs.relay.listeners import listens, pings
from tests.stage import Stage

WORDS = "They said no, again."


async def let_out(stage: Stage, who: Member, text: str = WORDS, **filled: Any) -> Any:
    """By the panel's form, for one's circle."""
    opened = await who.press(stage.panel(), "vent:open")
    return await who.submit(opened.form, **{"text": text, "help": "listen", "name": "circle", **filled})


def cards_in(who: Member, thread: Any) -> list[Any]:
    return [one for one in who.sees(thread) if any((b.custom_id or "").startswith("vent:cheer") for b in one.buttons)]


async def test_it_is_offered_only_to_those_who_have_a_circle(stage: Stage) -> None:
    await open_circle(stage)
    outsider = members(stage, 14)[13]

    mine = await stage.ada.press(stage.panel(), "vent:open")
    theirs = await outsider.press(stage.panel(), "vent:open")

    assert "circle" in [choice.value for choice in mine.form.fields["name"].options]
    assert "circle" not in [choice.value for choice in theirs.form.fields["name"].options]


async def test_it_stands_in_the_circle_s_place_by_name_and_nobody_else_sees_a_byte_of_it(stage: Stage) -> None:
    thread = await open_circle(stage)
    before = len(stage.cards())

    answer = await let_out(stage, stage.ada)

    assert "It is up in your circle, under your name" in answer.text
    card = await in_thread(stage, members(stage, 4)[3], thread, WORDS)
    assert f"<@{stage.ada.id}>" in card.text
    assert card.thread is None
    await stage.quiet()
    assert len(stage.cards()) == before
    outsider = members(stage, 14)[13]
    assert not outsider.can_see(thread)
    assert not any(WORDS in one.text for one in outsider.sees(stage.room))
    assert not any(any(b.custom_id == "vent:open" for b in one.buttons) for one in stage.ada.sees(thread)), "no panel"
    assert thread.about.locked is False


async def test_a_line_there_says_for_whom_it_is_and_the_thread_stays_when_the_post_goes(stage: Stage) -> None:
    thread = await open_circle(stage)
    friend = members(stage, 4)[3]
    await let_out(stage, stage.ada)
    card = await in_thread(stage, friend, thread, WORDS)

    opened = await friend.press(card, "vent:line")
    assert opened.form.fields["sign"].options[0].value == "signed"
    await friend.submit(opened.form, line="That is hard.", sign="signed")
    said = await in_thread(stage, stage.ada, thread, "That is hard.")
    assert f", for <@{stage.ada.id}>" in said.text

    own = await stage.ada.press(card, "vent:more")
    await stage.ada.press(own.message, "vent:lock")
    await stage.quiet()
    assert not thread.about.locked, "it is everybody's"
    await stage.ada.press(own.message, "vent:down")
    await stage.discord.until(lambda: not cards_in(friend, thread))
    await stage.quiet()
    assert threads(stage) == [thread]
    assert not any("That is hard." in one.text for one in friend.sees(thread))


async def test_whoever_leaves_the_circle_takes_their_open_posts_along(stage: Stage) -> None:
    thread = await open_circle(stage)
    friend = members(stage, 4)[3]
    await let_out(stage, stage.ada)
    await in_thread(stage, friend, thread, WORDS)
    await let_out(stage, friend, "Mine stays.")

    left = await stage.ada.run("circle leave", channel=stage.room)

    assert "is taken down" in left.text
    await stage.discord.until(lambda: not any(WORDS in one.text for one in friend.sees(thread)))
    await stage.quiet()
    assert [one for one in cards_in(friend, thread) if "Mine stays." in one.text]
    assert "Nothing here." in (await stage.ada.run("my posts", channel=stage.room)).text


async def test_what_waits_for_its_minute_does_not_go_up_in_a_circle_that_was_left_meanwhile(stage: Stage) -> None:
    thread = await open_circle(stage)
    await let_out(stage, stage.ada, extras=["later"])

    await stage.ada.run("circle leave", channel=stage.room)
    await stage.later(timedelta(hours=2))
    await stage.quiet()

    assert not any(WORDS in one.text for one in members(stage, 4)[3].sees(thread))


async def test_without_a_circle_nothing_is_posted_and_the_words_are_kept(stage: Stage) -> None:
    await open_circle(stage)
    outsider = members(stage, 14)[13]
    opened = await outsider.press(stage.panel(), "vent:open")

    answer = await outsider.submit(opened.form, text=WORDS, help="listen", name="circle", raw=True)

    assert "You have no circle that has a place" in answer.text
    assert not any(WORDS in one.text for one in outsider.sees(stage.room))
    again = await outsider.press(answer.message, "vent:draft:change")
    assert again.form.fields["text"].value == WORDS


async def test_a_vent_asked_for_in_the_circle_s_place_is_meant_for_it(stage: Stage) -> None:
    thread = await open_circle(stage)

    opened = await stage.ada.run("vent", channel=thread)

    assert [one.value for one in opened.form.fields["name"].options if one.default] == ["circle"]


async def test_others_who_listen_are_not_asked_for_what_they_cannot_see_and_the_circle_is(stage: Stage) -> None:
    thread = await open_circle(stage)
    friend, outsider = members(stage, 14)[3], members(stage, 14)[13]
    await listens(stage, friend)
    await listens(stage, outsider)
    await let_out(stage, stage.ada)
    await in_thread(stage, friend, thread, WORDS)

    for minutes in (21, 45):
        await stage.later(timedelta(minutes=minutes))
        await stage.quiet()

    await stage.discord.until(lambda: pings(stage, friend))
    assert pings(stage, outsider) == []
    assert "for a few words" not in (await outsider.run("listen", channel=stage.room)).text


async def test_listen_shows_a_circle_s_post_to_the_circle_alone(stage: Stage) -> None:
    thread = await open_circle(stage)
    friend, outsider = members(stage, 14)[3], members(stage, 14)[13]
    await let_out(stage, stage.ada)
    await in_thread(stage, friend, thread, WORDS)

    assert f"<@{stage.ada.id}>" in (await friend.run("listen", channel=stage.room)).text
    assert f"<@{stage.ada.id}>" not in (await outsider.run("listen", channel=stage.room)).text


async def test_a_deleted_place_takes_its_posts_with_it_and_their_authors_are_not_left_with_ghosts(stage: Stage) -> None:
    thread = await open_circle(stage)
    await let_out(stage, stage.ada)
    await in_thread(stage, stage.ada, thread, WORDS)

    stage.guild.remove_channel(thread)
    await stage.discord.until(lambda: threads(stage) and len(inside(threads(stage)[0])) == 12)
    await stage.quiet()

    assert WORDS not in (await stage.ada.run("my posts", channel=stage.room)).text
    assert (
        await service(stage).looking.thread_of(GuildId(stage.guild.id), MemberId(stage.ada.id)) == threads(stage)[0].id
    )
    assert "It is up in your circle" in (await let_out(stage, stage.ben)).text


async def test_answering_by_the_menu_finds_the_post_in_a_thread_of_many(stage: Stage) -> None:
    thread = await open_circle(stage)
    newcomer = members(stage, 13)[12]
    await let_out(stage, stage.ada)
    await join(stage, newcomer)
    await stage.discord.until(lambda: newcomer.id in inside(thread))
    card = await in_thread(stage, newcomer, thread, WORDS)

    answer = await newcomer.menu("Answer anonymously", card)

    assert answer.form is not None
    assert "asked for kind words only" in (await newcomer.submit(answer.form, text="Hello")).text
