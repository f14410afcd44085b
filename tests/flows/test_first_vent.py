"""A member vents, others answer, the author learns of it; on the real client over real sockets."""

import asyncio
from datetime import timedelta

import pytest

from bot.data.community import was_seen
from bot.data.queue import Job, Lease
from bot.domain.ids import GuildId, MemberId, VentId
from cogs.relay.store.tables import vent_clock
from cogs.venting.model.work import Work
from cogs.venting.store.tables import vent_how
from tests.rows import count, rows
from tests.stage import Stage


def a_job(number: int) -> Job:
    """A telling as the worker hands it out."""
    return Job(number, Work.TELL, str(number), "{}", None, None, 1, 0, Lease(0), "here")


async def test_a_vent_is_up_under_a_made_up_name_and_the_author_gets_the_link(stage: Stage) -> None:
    card, answer = await stage.vent(stage.ada, "They said no.")

    assert "They said no." in card.text
    assert "would like someone to listen" in card.text
    assert "Ada" not in card.text
    assert "is with you" not in card.text
    assert f"/{card.id}" in answer.text
    assert answer.message.ephemeral
    assert answer.buttons == ["Tell me when someone answers", "Add or change", "Take it down"]
    assert card.interaction_metadata is None

    again = await stage.ada.press(stage.panel(), "vent:open")
    soon = await stage.ada.submit(again.form, text="And again.", help="listen", name="hidden")
    assert "You posted just now" in soon.text
    assert "kept for 30 minutes" in soon.text
    assert soon.buttons == ["Change it", "Don't post", "Add or change"]
    assert (await stage.ada.press(soon.message, "Add or change")).form.fields["text"].value == "They said no."
    await stage.later(timedelta(minutes=11))
    late = await stage.ada.run("my posts")
    assert late.buttons == ["Open", "Tell me when someone answers", "Take it down", "⋯"]


async def test_a_cheer_counts_once_moves_with_another_emoji_and_goes_with_the_same(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)

    await stage.ben.press(card, "🫂 With you")
    assert "1 person is with you" in card.text
    await stage.ben.press(card, "☕ Sitting with you")
    assert "1 person is with you" in card.text
    await stage.mia.press(card, "💪 Rooting for you")
    assert "2 people are with you" in card.text
    await stage.ben.press(card, "☕ Sitting with you")
    assert "1 person is with you" in card.text


async def test_a_reaction_with_one_of_the_emoji_counts_the_same_and_only_once(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    await stage.ben.press(card, "🫂 With you")

    await stage.ben.react(card, "🫂")
    await stage.mia.react(card, "💪")
    await stage.later(timedelta(seconds=10))

    await stage.discord.until(lambda: "2 people are with you" in card.text)


async def test_a_line_goes_into_the_thread_and_the_next_press_of_the_author_says_that_something_waits(
    stage: Stage,
) -> None:
    card, _ = await stage.vent(stage.ada)

    opened = await stage.ben.press(card, "Write a line")
    said = await stage.ben.submit(opened.form, line="I have been there.", sign="unsigned")

    assert str(card.id) in said.text
    [line] = stage.ada.sees(card.thread)
    assert "I have been there." in line.text
    assert "Ben" not in line.text
    posts = await stage.ada.run("my posts")
    assert posts.buttons == ["Open", "Add or change", "Tell me when someone answers", "Take it down", "⋯"]
    assert "Answer as the author" in (await stage.ada.press(posts.message, "⋯")).buttons
    await stage.discord.until(lambda: "/my inbox" in posts.text)
    inbox = await stage.ada.run("my inbox")
    assert "Somebody wrote a line to your post" in inbox.text

    await stage.ada.press(inbox.message, "my:emptyinbox")
    again = await stage.mia.press(card, "Write a line")
    await stage.mia.submit(again.form, line="So have I.", sign="unsigned")
    by_dm = await stage.ada.person.run("help")
    await stage.discord.until(lambda: "waits for you in `/my inbox`" in by_dm.text)
    once = await stage.ada.person.run("help")
    await stage.quiet()
    assert "waits for you" not in once.text


async def test_what_an_author_shut_with_one_tap_says_how_it_opens_again_and_does(stage: Stage) -> None:
    async def write() -> str:
        opened = await stage.ben.press(card, "Write a line")
        return (await stage.ben.submit(opened.form, line="Here.", sign="signed")).text

    card, answer = await stage.vent(stage.ada, help="stories")
    number = answer.message.button("vent:down").custom_id.split(":")[2]
    await write()
    await stage.quiet()
    [line] = [one for one in stage.ada.sees(card.thread) if "Here." in one.text]
    tools = await stage.ada.press(line, "⋯")

    shut = await stage.ada.press(tools.message, "No more from this writer")
    assert "*Undo* lets them write again" in shut.text
    assert "takes no more lines" in await write()
    await stage.ada.press(shut.message, "Undo")
    assert "takes no more lines" not in await write()

    locked = await stage.ada.press((await stage.ada.press(card, "⋯")).message, "Lock")
    assert "*Undo* opens it again" in locked.text
    await stage.discord.until(lambda: card.thread.about.locked)
    again = (await stage.ada.press(card, "⋯")).message.button("Open it again")
    assert again.custom_id == locked.message.button("Undo").custom_id == f"vent:unlock:{number}:{stage.guild.id}"
    await stage.ada.press(locked.message, "Undo")
    await stage.discord.until(lambda: not card.thread.about.locked)


async def test_who_asked_to_be_told_is_told_the_first_answer_at_once_and_never_what_it_says(stage: Stage) -> None:
    card, answer = await stage.vent(stage.ada)
    await stage.ada.press(answer.message, "Tell me when someone answers")

    opened = await stage.ben.press(card, "Write a line")
    await stage.ben.submit(opened.form, line="A secret kindness.", sign="signed")

    await stage.discord.until(lambda: len(stage.ada.sees_dm(stage.app)) == 2)
    _, told = stage.ada.sees_dm(stage.app)
    assert f"/{card.id}" in told.text
    assert "secret" not in told.text
    stopped = await stage.ada.press(told, "Stop telling me")
    assert "erased" in stopped.text


async def test_after_two_tellings_in_a_day_the_rest_waits(stage: Stage) -> None:
    card, answer = await stage.vent(stage.ada)
    await stage.ada.press(answer.message, "Tell me when someone answers")
    others = [one for one in stage.guild.members if one.name.startswith("Member")][:4]

    for one in others:
        await one.press(card, "🫂 With you")

    await stage.discord.until(lambda: "4 people are with you" in card.text)
    await stage.quiet()
    assert [str(card.id) in told.text for told in stage.ada.sees_dm(stage.app)] == [False, True, True]


async def test_a_telling_that_has_to_be_tried_again_takes_one_of_the_day_s_two_only(stage: Stage) -> None:
    assert stage.bot is not None
    _, answer = await stage.vent(stage.ada)
    await stage.ada.press(answer.message, "Tell me when someone answers")
    number = VentId(int(answer.message.button("vent:tell").custom_id.split(":")[2]))
    course = stage.bot._parts["venting"].jobs[Work.TELL].__self__._course  # type: ignore[attr-defined]
    tried = [a_job(each) for each in (1, 1, 1, 2, 2, 3, 3)]

    told = [await course.whom_to_tell(number, "line", job) is not None for job in tried]

    assert told == [True, True, True, True, True, False, False]


async def test_closed_direct_messages_are_said_at_once_with_the_other_way(stage: Stage) -> None:
    _, answer = await stage.vent(stage.ada)
    stage.ada.dms_open = False

    told = await stage.ada.press(answer.message, "Tell me when someone answers")

    assert "Your direct messages are closed" in told.text


async def test_take_it_down_takes_card_and_thread_and_everybody_who_presses_hears_so(stage: Stage) -> None:
    card, answer = await stage.vent(stage.ada)
    thread = card.thread

    await stage.ada.press(answer.message, "Take it down")

    await stage.discord.until(lambda: not stage.cards() and thread.deleted)
    again = await stage.ada.press(answer.message, "Take it down")
    assert "This post is gone" in again.text


async def test_what_is_taken_down_while_it_goes_up_does_not_stay_and_nobody_is_asked_for_it(stage: Stage) -> None:
    opened = await stage.ada.press(stage.panel(), "vent:open")
    await stage.quiet()
    stage.discord.faults.slow("/channels/{channel_id}/messages", 1.5, method="POST")
    going_up = asyncio.create_task(stage.ada.submit(opened.form, text="They said no.", help="listen", name="hidden"))
    await stage.discord.until(lambda: bool(stage.bot and stage.bot.worker.busy))

    posts = await stage.ada.run("my posts")
    await stage.ada.press(posts.message, "Take it down")

    await going_up
    await stage.discord.until(lambda: not stage.cards())
    await stage.quiet()
    assert not stage.cards()
    assert stage.bot is not None
    assert await count(stage.bot.database, vent_clock) == 0


async def test_whoever_is_asked_for_a_vent_is_led_to_its_card(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)

    await stage.quiet()

    assert stage.bot is not None
    assert [one.message_id for one in await rows(stage.bot.database, vent_clock)] == [card.id]


async def test_a_line_whose_writer_is_forgotten_while_it_goes_up_does_not_stay(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    opened = await stage.ben.press(card, "Write a line")
    await stage.quiet()
    stage.discord.faults.slow("/channels/{channel_id}/messages", 1.5, method="POST")
    going_up = asyncio.create_task(stage.ben.submit(opened.form, line="I hear you.", sign="signed"))
    assert stage.bot is not None
    await stage.discord.until(lambda: bool(stage.bot and stage.bot.worker.busy))

    await stage.bot.forgetting.person(GuildId(stage.guild.id), MemberId(stage.ben.id))

    await going_up
    await stage.quiet()
    assert not [one for one in stage.ada.sees(card.thread) if "I hear you." in one.text]


async def test_a_vent_ends_by_itself_after_a_week(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    thread = card.thread

    await stage.later(timedelta(days=7, minutes=1))

    await stage.discord.until(lambda: not stage.cards() and thread.deleted)
    posts = await stage.ada.run("my posts")
    assert "Nothing here" in posts.text


async def test_my_posts_works_in_the_bots_direct_messages_too(stage: Stage) -> None:
    await stage.vent(stage.ada)

    posts = await stage.ada.person.run("my posts", channel=stage.ada.person.dm(stage.app))

    assert "nobody yet" in posts.text
    down = await stage.ada.person.press(posts.message, "Take it down")
    assert "It is gone" in down.text


async def test_a_line_by_name_on_a_vent_by_name_comes_to_rest_in_the_jar(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "Two years now.", name="open")
    assert card.thread.name == "Answers to this post"

    opened = await stage.ben.press(card, "Write a line")
    await stage.ben.submit(opened.form, line="You taught me a lot.", sign="signed")

    await stage.quiet()
    jar = await stage.ada.run("my jar")
    assert "You taught me a lot." in jar.text
    assert f"<@{stage.ben.id}>" in jar.text


async def test_the_panel_stays_the_rooms_last_message(stage: Stage) -> None:
    await stage.vent(stage.ada)

    await stage.ben.say(stage.room, "Thinking of you all.")
    await stage.later(timedelta(minutes=2))

    await stage.discord.until(lambda: stage.ben.sees(stage.room)[-1].id == stage.panel().id)


async def test_words_that_go_up_later_go_up_as_their_author_left_them(stage: Stage) -> None:
    opened = await stage.ada.press(stage.panel(), "vent:open")
    answer = await stage.ada.submit(opened.form, text="Too much.", help="listen", name="hidden", extras=["later"])
    again = await stage.ada.press(answer.message, "Add or change")

    await stage.ada.submit(again.form, text="Enough.")
    await stage.later(timedelta(minutes=61))

    await stage.discord.until(lambda: len(stage.cards()) == 1)
    assert "Enough." in stage.cards()[0].text
    assert "Too much." not in stage.cards()[0].text


async def test_posted_later_it_goes_up_within_the_hour_and_not_before_five_minutes(stage: Stage) -> None:
    opened = await stage.ada.press(stage.panel(), "vent:open")
    answer = await stage.ada.submit(opened.form, text="Not yet.", help="listen", name="hidden", extras=["later"])
    assert "It goes up" in answer.text

    await stage.later(timedelta(minutes=4, seconds=50))
    await stage.quiet()
    assert not stage.cards()
    await stage.later(timedelta(minutes=56))
    await stage.discord.until(stage.cards)


async def test_behind_a_warning_the_words_are_hidden_until_tapped(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "Hard to read.", extras=["warning"])

    assert card.spoiler


async def test_a_thread_for_kind_words_only_is_locked_and_one_for_stories_is_open(stage: Stage) -> None:
    listen, _ = await stage.vent(stage.ada, help="listen")
    stories, answer = await stage.vent(stage.ben, help="stories")

    assert listen.thread.about.locked
    assert not stories.thread.about.locked
    assert "everyone sees that it is you" in answer.text


async def test_the_author_answers_under_the_made_up_name_with_a_mark_nobody_else_has(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, help="stories")
    name = card.text.split("**")[1]
    menu = await stage.ada.press(card, "⋯")

    opened = await stage.ada.press(menu.message, "Answer as the author")
    await stage.ada.submit(opened.form, text="Thank you all.")

    await stage.discord.until(lambda: stage.ben.sees(card.thread))
    [reply] = stage.ben.sees(card.thread)
    assert f"**{name}** (author)" in reply.text
    assert "Ada" not in reply.text


@pytest.mark.parametrize(("readers", "counted"), [(9, 0), (60, 1)])
async def test_how_it_is_now_counts_once_and_not_in_a_small_group(stage: Stage, readers: int, counted: int) -> None:
    guild = GuildId(stage.guild.id)
    await stage.bot.database.change(lambda unit: was_seen(unit, guild, "Job seekers", readers, counted=True))
    card, posted = await stage.vent(stage.ada, name="hidden" if counted else None)
    await stage.ben.press(card, "🫂 With you")
    down = await stage.ada.press(posted.message, "Take it down")

    said = [(await stage.ada.press(down.message, "Better")).text for _ in range(3)]

    assert said == ["Good to hear."] * 3
    # nobody counts who was not asked; a second post that ends on one day does not count, and its author reads so
    better = down.message.button("Better").custom_id
    for one, custom_id in ((stage.ben, better), (stage.ben, better.rpartition(":")[0]), (stage.mia, better[:-1])):
        forged = await one._touch(stage.panel().stored, {"custom_id": custom_id, "component_type": 2})
        assert "Good to hear." in forged.text
    assert sum(row.answers for row in await rows(stage.bot.database, vent_how)) == counted
    await stage.later(timedelta(minutes=6))
    card, posted = await stage.vent(stage.ada, name="hidden" if counted else None)
    await stage.ben.press(card, "🫂 With you")
    second = await stage.ada.press((await stage.ada.press(posted.message, "Take it down")).message, "Worse")
    assert ("Of each person one answer a day is counted" in second.text) is bool(counted)
    assert sum(row.answers for row in await rows(stage.bot.database, vent_how)) == counted
