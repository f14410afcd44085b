"""`/my balance` as its owner lives it, over the sandbox."""

from datetime import datetime, timedelta
from typing import Any

from tests.stage import Stage


async def keeps(stage: Stage, *people: Any) -> None:
    """They say yes."""
    for one in people:
        asked = await one.run("my balance", channel=stage.room)
        await one.press(asked.message, f"balance:on:{stage.guild.id}")


async def balance(stage: Stage, who: Any) -> Any:
    """What somebody sees, once all that was done is counted."""
    await stage.quiet()
    return await who.run("my balance", channel=stage.room)


async def cheer(stage: Stage, giver: Any, receiver: Any, **given: Any) -> None:
    answer = await giver.run("cheer", channel=stage.room, member=receiver, **given)
    await stage.discord.until(lambda: answer.text)


async def test_before_a_yes_it_says_what_would_be_kept_and_keeps_nothing(stage: Stage) -> None:
    await cheer(stage, stage.ben, stage.ada)

    asked = await balance(stage, stage.ada)

    assert "It starts with one press on somebody's card." in asked.text
    assert "90 days" in asked.text
    assert "people were there" not in asked.text
    assert asked.buttons == ["Keep my balance"]
    await stage.ada.press(asked.message, "balance:on")
    assert "It starts with one press on somebody's card." in (await balance(stage, stage.ada)).text


async def test_both_sides_are_told_in_words_and_only_to_oneself(stage: Stage) -> None:
    await keeps(stage, stage.ada)
    await cheer(stage, stage.ada, stage.ben)
    await stage.ada.run("thanks", channel=stage.room, member=stage.mia, reason="You stayed.")
    await cheer(stage, stage.ben, stage.ada, line="You kept going.")

    seen = await balance(stage, stage.ada)

    assert seen.text.startswith("**Your last four weeks. Only you see this.**")
    assert "You were there for 2 people: 1 cheer, 1 thank-you." in seen.text
    assert "1 person was there for you: 1 cheer." in seen.text
    assert "About even." in seen.text
    assert stage.ben.mention in seen.text
    assert not [m for m in stage.ben.sees(stage.room) if "four weeks" in m.text]
    # Ben said no yes, so he keeps none; and nothing of Ada's shows
    assert "Keep my balance" in (await balance(stage, stage.ben)).buttons


async def test_posts_without_names_count_on_both_sides(stage: Stage) -> None:
    await keeps(stage, stage.ada, stage.ben)
    card, _ = await stage.vent(stage.ada)
    await stage.ben.press(card, "vent:cheer")
    form = (await stage.ben.press(card, "vent:line")).form
    await stage.ben.submit(form, line="I have been there.", sign="unsigned")

    gave, got = await balance(stage, stage.ben), await balance(stage, stage.ada)

    assert "You were there for 1 person: 1 cheer, 1 line." in gave.text
    assert "1 person was there for you: 1 cheer, 1 line." in got.text
    assert "With their name" not in got.text


async def test_what_comes_without_a_name_moves_nothing_until_next_week(stage: Stage) -> None:
    await keeps(stage, stage.ada)
    card, _ = await stage.vent(stage.ada)
    await stage.ben.press(card, "vent:cheer")
    first = (await balance(stage, stage.ada)).text

    await stage.mia.press(card, "vent:cheer")
    assert (await balance(stage, stage.ada)).text == first
    await stage.mia.press(card, "vent:cheer")
    assert (await balance(stage, stage.ada)).text == first

    await stage.mia.press(card, "vent:cheer")
    await stage.later(next_monday(stage.discord.clock.now()) - stage.discord.clock.now())
    assert "2 people were there for you: 2 cheers." in (await balance(stage, stage.ada)).text


def next_monday(now: datetime) -> datetime:
    """Its first second, while posts of any time in this week are still up."""
    return now.replace(hour=0, minute=0, second=1) + timedelta(days=7 - now.weekday())


async def test_taken_back_is_as_if_it_had_not_been(stage: Stage) -> None:
    await keeps(stage, stage.ben)
    card, _ = await stage.vent(stage.ada)
    await stage.ben.press(card, "vent:cheer")
    assert "1 cheer" in (await balance(stage, stage.ben)).text

    await stage.ben.press(card, "vent:cheer")

    assert "1 cheer" not in (await balance(stage, stage.ben)).text


async def test_who_gave_much_more_is_offered_rest_and_an_ask_and_never_more_to_give(stage: Stage) -> None:
    await keeps(stage, stage.ada)
    for other in stage.guild.members[5:11]:
        await cheer(stage, stage.ada, other)

    seen = await balance(stage, stage.ada)

    assert "You gave a good deal more than came back. It need not be you every time." in seen.text
    assert seen.buttons[:2] == ["Rest until Monday", "Ask for something yourself"]
    assert "See who could use a line" not in seen.buttons
    rest = await stage.ada.press(seen.message, "relay:rest")
    assert "before Monday" in rest.text
    assert (await stage.ada.press(seen.message, "vent:open")).form is not None
    assert seen.message.stored.attachments == [], "an empty bar beside a full one says nothing kind"


async def test_the_picture_has_its_words_and_is_left_out_where_it_would_say_little(stage: Stage) -> None:
    await keeps(stage, stage.ada)
    await cheer(stage, stage.ben, stage.ada)
    assert (await balance(stage, stage.ada)).message.stored.attachments == []
    for other in stage.guild.members[5:8]:
        await cheer(stage, stage.ada, other, line="You kept going.")

    (picture,) = (await balance(stage, stage.ada)).message.stored.attachments

    assert bytes(picture.data).startswith(b"\x89PNG")
    assert "You were there for 3 people: 3 cheers. 1 person was there for you: 1 cheer." in picture.description


async def test_who_got_more_is_asked_for_a_minute_and_shown_the_list(stage: Stage) -> None:
    await keeps(stage, stage.ada)
    for other in stage.guild.members[5:11]:
        await cheer(stage, other, stage.ada, quietly=True)

    seen = await balance(stage, stage.ada)

    assert "More came to you than you gave, and that is what a group is for. A minute to spare one day?" in seen.text
    assert seen.buttons[0] == "See who could use a line"
    assert "Nobody waits for words" in (await stage.ada.press(seen.message, "vent:listen")).text


async def test_a_cheer_taken_out_of_the_channel_does_not_count(stage: Stage) -> None:
    await keeps(stage, stage.ada)
    await cheer(stage, stage.ada, stage.ben)
    await stage.quiet()
    said = next(m for m in reversed(stage.ben.sees(stage.room)) if any("cheer:more" in b.custom_id for b in m.buttons))
    more = await stage.ada.press(said, "cheer:more")
    await stage.ada.press(more.message, "cheer:down")

    assert "It starts with one press" in (await balance(stage, stage.ada)).text


async def test_a_third_day_of_trading_cheers_counts_no_more_than_three(stage: Stage) -> None:
    await keeps(stage, stage.ada, stage.ben)
    card, _ = await stage.vent(stage.ada, name="open")
    for _ in range(4):
        form = (await stage.ben.press(card, "vent:line")).form
        await stage.ben.submit(form, line="With you.", sign="signed")
    await cheer(stage, stage.ben, stage.ada)

    assert "1 person was there for you: 3 lines." in (await balance(stage, stage.ada)).text


async def test_out_again_nothing_is_left_and_in_again_begins_anew(stage: Stage) -> None:
    await keeps(stage, stage.ada, stage.ben)
    await cheer(stage, stage.ada, stage.ben)
    seen = await balance(stage, stage.ada)

    out = await stage.ada.press(seen.message, "balance:off")

    assert "nothing that is left leads to you" in out.text
    # Ben's figures stand, and say no name any more
    assert "1 person was there for you: 1 cheer." in (other := await balance(stage, stage.ben)).text
    assert stage.ada.mention not in other.text
    await stage.ada.press(out.message, "balance:on")
    assert "It starts with one press" in (await balance(stage, stage.ada)).text


async def test_fridays_thank_you_comes_to_whoever_wants_it_and_only_when_somebody_said_it(stage: Stage) -> None:
    await keeps(stage, stage.ada)
    seen = await balance(stage, stage.ada)
    await stage.ada.press(seen.message, f"balance:thanks:{stage.guild.id}:on")
    now = stage.discord.clock.now()
    to_friday = timedelta(days=(4 - now.weekday()) % 7 or 7)
    await stage.later(to_friday - timedelta(hours=20))
    await stage.ben.run(
        "thanks",
        channel=stage.room,
        member=stage.ada,
        reason="You stayed.",
    )
    await stage.later(timedelta(hours=36))
    await stage.quiet()

    inbox = await stage.ada.run("my inbox", channel=stage.room)
    assert "One person thanked you this week." in inbox.text
    await stage.later(timedelta(days=7))
    await stage.quiet()
    assert (await stage.ada.run("my inbox", channel=stage.room)).text.count("thanked you this week") == 1


async def test_in_a_direct_message_it_knows_the_server(stage: Stage) -> None:
    assert (
        "You keep no balance anywhere yet"
        in (await stage.ada.person.run("my balance", channel=stage.ada.person.dm(stage.app))).text
    )
