"""Every text given to the bot passes one filter: lines, answers, replies, mended words, kind words, the jar, care."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.data import guilds
from bot.data.schema import METADATA
from bot.domain.ids import GuildId
from tests.cogs.moderation.desk import desk, moderated
from tests.rows import rows
from tests.stage import Stage

DANGER = "I don't want to live any more."
TELLING = "Ask my boss Karen, karen@acme.com."


async def list_words(stage: Stage, *words: str) -> None:
    """The server chooses a word list of its own."""
    assert stage.bot is not None
    guild = GuildId(stage.guild.id)
    await stage.bot.database.change(lambda unit: guilds.choose(unit, guild, "words", {"list": list(words)}))


async def line_form(stage: Stage, card: Any) -> Any:
    return (await stage.ben.press(card, "vent:line")).form


def lines_under(stage: Stage, card: Any) -> list[str]:
    return [m.text for m in stage.mia.sees(card.thread) if any("vent:said" in (b.custom_id or "") for b in m.buttons)]


async def test_an_unsigned_line_that_could_lead_back_is_shown_to_its_writer_first(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)

    held = await stage.ben.submit(await line_form(stage, card), line=TELLING, sign="unsigned")

    assert held.text.startswith("Not posted yet. Two things could lead back to you: **my boss Karen** (a name)")
    assert held.buttons == ["Change it", "Post it as it is", "Don't post"]
    assert lines_under(stage, card) == []
    posted = await stage.ben.press(held.message, "Post it as it is")
    assert "It is in their thread" in posted.text
    assert "my boss Karen" in lines_under(stage, card)[0]
    assert stage.ben.name not in lines_under(stage, card)[0]


async def test_a_held_line_can_be_changed_with_everything_as_it_was_filled_in(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    first = await line_form(stage, card)
    held = await stage.ben.submit(first, line=TELLING, sign="signed")

    form = (await stage.ben.press(held.message, "Change it")).form
    filled_in = form.fields["line"].value, form.fields["sign"].value
    again = await stage.ben.submit(form, line="That sounds hard.")

    assert filled_in == (TELLING, "signed")
    assert form.custom_id != first.custom_id
    assert "It is in their thread" in again.text
    assert "That sounds hard." in lines_under(stage, card)[0]
    assert "Those words are gone" in (await stage.ben.press(held.message, "Post it as it is")).text
    assert len(lines_under(stage, card)) == 1


async def test_a_held_text_is_passed_on_once_however_fast_its_button_is_pressed(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    line = await stage.ben.submit(await line_form(stage, card), line=TELLING, sign="signed")
    opened = (await stage.mia.press(stage.panel(), "vent:open")).form
    post = await stage.mia.submit(opened, text=TELLING, help="listen", name="hidden")

    lines = await asyncio.gather(*[stage.ben.press(line.message, "Post it as it is") for _ in range(2)])
    posts = await asyncio.gather(*[stage.mia.press(post.message, "Post it as it is") for _ in range(2)])

    await stage.quiet()
    assert len(lines_under(stage, card)) == 1
    assert len(stage.cards()) == 2
    assert sum("It is in their thread" in one.text for one in lines) == 1
    assert not any("soon" in one.text for one in posts), posts


@pytest.mark.parametrize("button", ["Post it as it is", "I'm safe, post it"])
async def test_an_earlier_screen_never_posts_what_was_changed_since(stage: Stage, button: str) -> None:
    telling = TELLING if button == "Post it as it is" else f"{DANGER} {TELLING}"
    form = (await stage.ben.press(stage.panel(), "vent:open")).form
    first = await stage.ben.submit(form, text=telling, help="listen", name="hidden")
    changed = (await stage.ben.press(first.message, "Change it")).form
    second = await stage.ben.submit(changed, text="My phone is +49 151 23456789.", help="listen", name="hidden")

    late = await stage.ben.press(first.message, button)

    assert "Not posted yet" in second.text
    assert "Those words are gone: you changed or sent them since" in late.text
    assert stage.cards() == []
    await stage.ben.press(second.message, "Post it as it is")
    assert len(stage.cards()) == 1


async def test_who_is_safe_and_is_shown_what_leads_back_has_one_screen_that_posts(stage: Stage) -> None:
    form = (await stage.ben.press(stage.panel(), "vent:open")).form
    first = await stage.ben.submit(form, text=f"{DANGER} {TELLING}", help="listen", name="hidden")
    await stage.ben.press(first.message, "I'm safe, post it")
    await stage.quiet()

    assert "Those words are gone" in (await stage.ben.press(first.message, "I'm safe, post it")).text


async def test_a_held_line_survives_a_restart_and_is_gone_after_half_an_hour(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    held = await stage.ben.submit(await line_form(stage, card), line=TELLING, sign="unsigned")
    await stage.restart()
    form = (await stage.ben.press(held.message, "Change it")).form
    await stage.later(timedelta(minutes=31))

    late = await stage.ben.press(held.message, "Post it as it is")

    assert form.fields["line"].value == TELLING
    assert "Those words are gone" in late.text
    assert lines_under(stage, card) == []


async def test_words_of_danger_in_a_line_bring_a_person_s_number_and_stop_nobody(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)

    held = await stage.ben.submit(await line_form(stage, card), line=DANGER, sign="unsigned")

    assert held.text.startswith("Some of these words can mean that someone is in danger. I am a program")
    assert "Your words are safe here for 30 minutes, and I have told nobody." in held.text
    assert held.buttons == ["I'm safe, post it", "Talk to a moderator, unnamed", "Change it", "Don't post"]
    await stage.ben.press(held.message, "I'm safe, post it")
    assert DANGER in lines_under(stage, card)[0]


async def test_who_is_safe_is_still_shown_what_could_lead_back(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    held = await stage.ben.submit(await line_form(stage, card), line=f"{DANGER} {TELLING}", sign="unsigned")

    then = await stage.ben.press(held.message, "I'm safe, post it")

    assert "could lead back to you" in then.text
    assert lines_under(stage, card) == []


async def test_a_line_that_is_dropped_is_gone(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    held = await stage.ben.submit(await line_form(stage, card), line=TELLING, sign="unsigned")

    dropped = await stage.ben.press(held.message, "Don't post")

    assert dropped.text == "Gone. Nothing was posted."
    assert "Those words are gone" in (await stage.ben.press(held.message, "Change it")).text


async def test_a_line_that_is_refused_is_kept(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    form = await line_form(stage, card)
    await stage.ben.submit(form, line="That sounds hard.", sign="unsigned")

    again = await stage.ben.submit(form, line="And another thought.", sign="unsigned")

    assert "Another one would need your name. " in again.text.replace("\n", " ")
    assert "kept for 30 minutes" in again.text
    mended = (await stage.ben.press(again.message, "Change it")).form
    assert "It is in their thread" in (await stage.ben.submit(mended, sign="signed")).text


@pytest.mark.parametrize("how", ["vent", "edit", "line", "reply", "answer", "cheer", "thanks"])
async def test_the_server_s_own_words_hold_for_every_text_that_others_read(stage: Stage, how: str) -> None:
    await list_words(stage, "grifter*", "not a w*rd")
    card, posted = await stage.vent(stage.ada, help="advice")
    said = "What a GRIFTERS' place"

    if how == "vent":
        form = (await stage.ben.press(stage.panel(), "vent:open")).form
        answer = await stage.ben.submit(form, text=said, help="listen", name="hidden")
    elif how == "edit":
        answer = await stage.ada.submit((await stage.ada.press(posted.message, "vent:change")).form, text=said)
    elif how == "line":
        answer = await stage.ben.submit(await line_form(stage, card), line=said)
    elif how == "reply":
        more = await stage.ada.press(card, "vent:more")
        answer = await stage.ada.submit((await stage.ada.press(more.message, "vent:reply")).form, text=said)
    elif how == "answer":
        answer = await stage.ben.submit((await stage.ben.menu("Answer anonymously", card)).form, text=said)
    else:
        given = {"line": said} if how == "cheer" else {"reason": said}
        answer = await stage.ada.run(how, channel=stage.room, member=stage.ben, **given)

    assert "This server does not post texts with “grifter*” in them." in answer.text
    assert answer.buttons == ["Change it", "Leave it as it is" if how == "edit" else "Don't post"]
    await stage.quiet()
    assert not [m for m in stage.mia.sees(stage.room) if "GRIFTER" in m.text]
    assert lines_under(stage, card) == []


async def test_a_word_of_the_server_s_list_takes_the_number_to_ring_from_nobody(stage: Stage) -> None:
    await list_words(stage, "kill*")
    form = (await stage.ben.press(stage.panel(), "vent:open")).form
    vent = await stage.ben.submit(form, text="I want to kill myself.", help="listen", name="hidden")
    card, _ = await stage.vent(stage.ada)
    line = await stage.ben.submit(await line_form(stage, card), line="I want to kill myself.")

    for held in (vent, line):
        assert held.text.startswith("Some of these words can mean that someone is in danger.")
        assert "does not post texts with “kill*” in them: that part has to change first" in held.text
        refused = await stage.ben.press(held.message, "I'm safe, post it")
        assert "This server does not post texts with “kill*” in them. Your words are kept" in refused.text
        assert refused.buttons == ["Change it", "Don't post"]
    assert len(stage.cards()) == 1
    assert lines_under(stage, card) == []


async def test_who_is_safe_waits_for_nobody_whatever_else_their_words_had_to_pass(tmp_path: Path) -> None:
    async with moderated(tmp_path) as stage:
        queue = next(m for m in stage.ben.sees(desk(stage)) if any(b.custom_id == "vent:gate" for b in m.buttons))
        asked = await stage.ben.press(queue, "vent:gate")
        await stage.ben.choose(asked.message, "vent:gateis", ["all"])
        form = (await stage.ada.press(stage.panel(), "vent:open")).form
        first = await stage.ada.submit(form, text=f"{DANGER} {TELLING}", help="listen", name="hidden")
        shown = await stage.ada.press(first.message, "I'm safe, post it")
        await stage.ada.press(shown.message, "Post it as it is")
        await stage.quiet()

        await stage.ben.run("mod brake", channel=desk(stage), minutes=60)
        form = (await stage.mia.press(stage.panel(), "vent:open")).form
        first = await stage.mia.submit(form, text=DANGER, help="listen", name="hidden")
        braked = await stage.mia.press(first.message, "I'm safe, post it")
        await stage.mia.press(braked.message, "Use my name")
        await stage.quiet()

        assert stage.bot is not None
        clocks = await rows(stage.bot.database, METADATA.tables["vent_clock"])
        assert [clock.at_once for clock in clocks] == [1, 1]
        assert "I look for names as well as I can, and can miss one." in shown.text


async def test_words_that_change_a_post_say_that_it_stays_as_it_is_until_then(stage: Stage) -> None:
    card, answer = await stage.vent(stage.ada, "They said no.")
    form = (await stage.ada.press(answer.message, "Add or change")).form

    held = await stage.ada.submit(form, text=TELLING)
    assert held.text.startswith("Not changed yet. Two things could lead back to you: **my boss Karen** (a name)")
    assert "Until then your post stays as it is." in held.text
    assert held.buttons == ["Change it", "Post it as it is", "Leave it as it is"]
    left = await stage.ada.press(held.message, "Leave it as it is")

    assert "Nothing was changed" in left.text
    assert "They said no." in card.text


async def test_the_author_s_answer_passes_it_too(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada)
    more = await stage.ada.press(card, "vent:more")

    held = await stage.ada.submit((await stage.ada.press(more.message, "vent:reply")).form, text=TELLING)

    assert "could lead back to you" in held.text
    await stage.ada.press(held.message, "Post it as it is")
    await stage.discord.until(lambda: lines_under(stage, card))
    assert "(author)" in lines_under(stage, card)[0]


async def test_a_kind_word_by_name_is_held_for_what_is_private_and_not_for_a_name_of_somebody_here(
    stage: Stage,
) -> None:
    fine = await stage.ada.run("cheer", channel=stage.room, member=stage.ben, line="Go on, Ben. I saw that.")
    held = await stage.ada.run("thanks", channel=stage.room, member=stage.ben, reason="For ringing +49 30 901820.")

    assert "It is there" in fine.text
    assert held.text.startswith("Not posted yet. One thing in it could be private: **")
    assert held.buttons == ["Change it", "Post it as it is", "Don't post"]
    changed = (await stage.ada.press(held.message, "Change it")).form
    assert [str(one) for one in changed.fields["member"].value] == [str(stage.ben.id)]
    assert "It is there" in (await stage.ada.press(held.message, "Post it as it is")).text


async def test_a_line_to_oneself_is_looked_over_for_danger_only(stage: Stage) -> None:
    await list_words(stage, "grifter*")
    empty = await stage.ben.run("my jar", channel=stage.room)
    form = (await stage.ben.press(empty.message, "cheer:put")).form

    kept = await stage.ben.submit(form, line="No grifters, and no karen@acme.com.")
    held = await stage.ben.submit(form, line=DANGER)

    assert kept.text == "It is in your jar."
    assert held.buttons == ["I'm safe, keep it", "Talk to a moderator, unnamed", "Change it", "Don't keep it"]
    assert (await stage.ben.press(held.message, "I'm safe, keep it")).text == "It is in your jar."


async def test_in_a_direct_message_no_moderator_is_on_offer(stage: Stage) -> None:
    await stage.ada.run("cheer", channel=stage.room, member=stage.ben, line="I saw that.")
    jar = await stage.ben.person.run("my jar")
    form = (await stage.ben.person.press(jar.message, "cheer:put")).form

    held = await stage.ben.person.submit(form, line=DANGER)
    dropped = await stage.ben.person.press(held.message, "Don't keep it")

    assert held.buttons == ["I'm safe, keep it", "Change it", "Don't keep it"]
    assert dropped.text == "Gone. Nothing was kept."


async def test_what_is_said_to_moderators_is_never_held_and_danger_shows_a_number_beside_it(stage: Stage) -> None:
    care = await stage.ada.run("care", channel=stage.room)
    asked = await stage.ada.press(care.message, "Talk to a moderator, unnamed")
    form = (await stage.ada.press(asked.message, "Say a little more")).form

    calm = await stage.ada.submit(form, text="It is about karen@acme.com.")
    danger = await stage.ada.submit(form, text=DANGER)

    assert "karen" in calm.text
    assert "You need not wait for us" not in calm.text
    assert "You:" in danger.text
    assert "You need not wait for us" in danger.text


async def test_whoever_left_the_answer_behind_has_posted_all_the_same_and_nothing_is_called_broken(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    callback = "/interactions/{interaction_id}/{interaction_token}/callback"
    form = (await stage.ada.press(stage.panel(), "vent:open")).form
    stage.discord.settings.first_response = 0.3
    stage.discord.faults.fail("POST", callback, status=404, code=10062)
    await stage.ada.submit(form, text="They said no.", help="listen", name="hidden")
    await stage.discord.until(lambda: stage.cards() and stage.cards()[-1].thread is not None)
    await stage.quiet()
    stage.discord.settings.first_response = 3.0

    form = await line_form(stage, stage.cards()[-1])
    stage.discord.settings.first_response = 0.3
    stage.discord.faults.fail("POST", callback, status=404, code=10062)
    await stage.ben.submit(form, line="I know this one.", sign="unsigned")

    await stage.discord.until(lambda: lines_under(stage, stage.cards()[-1]))
    await stage.quiet()
    assert "defect" not in caplog.text


async def test_a_forged_press_shows_nobody_else_s_words(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "What only its author may read once it is out of sight.")
    number = next(one.custom_id for one in card.buttons if "vent:more" in str(one.custom_id)).rpartition(":")[2]
    forged = {"custom_id": f"vent:change:{number}", "component_type": 2}

    theirs = await stage.ben._touch(stage.ben.look(card), forged)
    own = await stage.ada._touch(stage.ada.look(card), forged)

    assert theirs.form.fields["text"].value in {"", None}
    assert own.form.fields["text"].value == "What only its author may read once it is out of sight."
