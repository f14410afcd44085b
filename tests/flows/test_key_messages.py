"""The words of the worst ten minutes of the week, in full, as they reach a person."""

import re
from datetime import timedelta
from typing import Any

import discord

from tests.stage import Stage


def plain(text: str) -> str:
    """Names, links and times as they are called in the design."""
    text = re.sub(r"https://discord\.com/channels/\S+?(?=[.\s]|$)", "{link}", text)
    return re.sub(r"<t:\d+:[A-Za-z]>", "{date}", text)


async def form_of(stage: Stage) -> Any:
    return (await stage.ada.press(stage.panel(), "vent:open")).form


async def test_the_form_asks_three_things_and_says_who_can_read_it(stage: Stage) -> None:
    form = await form_of(stage)
    text, wish, name, extras = form.fields.values()

    assert form.title == "Let something out"
    assert (text.label, text.description, text.placeholder) == (
        "What happened?",
        "Leave out names and employers that could lead back to you.",
        "Start anywhere. Half a sentence is enough.",
    )
    assert wish.label == "What would help?"
    assert [(one.label, one.description) for one in wish.options] == [
        ("Just listen", "Kind words only. Nobody gives advice."),
        ("Cheer me up", "Something warm or light. Still no advice."),
        ("Who else knows this?", "People who were there say how it went for them."),
        ("Advice is welcome", "People may suggest things."),
    ]
    assert name.label == "Who can see that it is you?"
    assert [(one.label, one.description) for one in name.options] == [
        (
            "Nobody here: use a made-up name",
            "About 40 people can read it. Moderators do not see your name either.",
        ),
        ("Everyone here: use my name", None),
    ]
    assert [one.label for one in extras.options] == [
        "Hide it behind a warning until tapped",
        "Post it a little later",
    ]
    assert [one.default for one in wish.options] == [True, False, False, False]
    assert [one.default for one in name.options] == [True, False]


async def test_the_confirmation_says_where_it_is_and_who_could_find_out(stage: Stage) -> None:
    card, answer = await stage.vent(stage.ada)
    name = card.text.split("**")[1]

    assert plain(answer.text) == (
        f"It is up, as **{name}**: {{link}}. Shall I tell you when someone answers? For that I keep a sealed note of "
        "who you are until the post is gone, {date}. Without it, look in `/my posts`.\n"
        "-# No member or moderator is shown your name. Whoever runs this bot could find out, with effort. "
        "Anyone can take a screenshot."
    )


async def test_the_card_says_what_its_author_would_like_and_how_many_are_there(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "They said no.")
    name = card.text.split("**")[1]

    assert plain(card.text) == f"**{name}** · *would like someone to listen*\nThey said no.\n-# gone {{date}}"
    for one in [stage.ben, stage.mia, *[m for m in stage.guild.members if m.name == "Member 1"]]:
        await one.press(card, "🫂 With you")
    assert plain(card.text).endswith("-# 3 people are with you · gone {date}")


async def test_before_posting_it_says_what_could_lead_back(stage: Stage) -> None:
    answer = await stage.ada.submit(
        await form_of(stage), text="My boss Karen wrote from karen@acme.com", help="listen", name="hidden"
    )

    assert answer.text.replace("\\", "").replace("＠", "@") == (
        "Not posted yet. Two things could lead back to you: **My boss Karen** (a name) · "
        "**k…@acme.com** (an address). Change them, or post it as it is: your choice. "
        "I keep this draft sealed for 30 minutes, then it is gone.\n"
        "-# I look for names as well as I can, and can miss one."
    )
    assert answer.buttons == ["Change it", "Post it as it is", "Don't post"]
    assert not stage.cards()

    await stage.ada.press(answer.message, "Post it as it is")
    await stage.discord.until(stage.cards)


async def test_words_that_can_mean_danger_bring_a_line_to_a_person_and_are_told_to_nobody(stage: Stage) -> None:
    await stage.quiet()
    before = len(stage.discord.requests)

    answer = await stage.ada.submit(
        await form_of(stage), text="I don't want to live any more.", help="listen", name="hidden"
    )

    said = answer.text
    assert said.startswith(
        "Some of these words can mean that someone is in danger. I am a program and may be wrong. "
        "If it could be so, a person can talk with you now: **"
    )
    # nobody chose a country here
    assert "**look up the line for your country** at Find A Helpline, https://findahelpline.com. In danger" in said
    assert "Your post is safe here for 30 minutes, and I have told nobody." in said
    assert "-# Moderators are volunteers. It may take them hours." in said
    assert answer.buttons == ["I'm safe, post it", "Talk to a moderator, unnamed", "Change it", "Don't post"]
    told = [one for one in stage.discord.requests[before:] if "/interactions/" not in one.path]
    assert [one for one in told if "/webhooks/" not in one.path] == []

    await stage.ada.press(answer.message, "I'm safe, post it")
    await stage.discord.until(stage.cards)
    assert "live any more" in stage.cards()[0].text


async def test_the_third_of_a_day_says_when_the_next_can_be(stage: Stage) -> None:
    for text in ("One", "Two", "Three"):
        await stage.vent(stage.ada, text)
        await stage.later(timedelta(minutes=6))

    answer = await stage.ada.submit(await form_of(stage), text="Four", help="listen", name="hidden")

    assert plain(answer.text).startswith(
        "That was three today. You can post again {date}; until then add to your last one, or open `/care`."
    )


async def test_a_vent_that_ran_its_time_asks_once_how_it_is_now(stage: Stage) -> None:
    card, answer = await stage.vent(stage.ada)
    await stage.ada.press(answer.message, "Tell me when someone answers")
    await stage.ben.press(card, "🫂 With you")
    await stage.later(timedelta(days=7, minutes=1))

    await stage.discord.until(lambda: any("How is it now?" in m.text for m in stage.ada.sees_dm(stage.app)))
    asked = stage.ada.sees_dm(stage.app)[-1]
    thanked = await stage.ada.press(asked, "Better")

    assert [one.label for one in asked.buttons] == ["Better", "The same", "Worse"]
    assert thanked.text.endswith("Good to hear.")


async def test_with_eleven_people_a_made_up_name_is_not_offered(stage: Stage) -> None:
    for one in [m for m in stage.guild.members if m.name.startswith("Member")][:29]:
        stage.guild.remove(one)
    await stage.vent(stage.ben)
    await stage.quiet()

    form = await form_of(stage)

    assert "name" not in form.fields
    assert discord.utils.get(list(form.fields.values()), custom_id="text") is not None
