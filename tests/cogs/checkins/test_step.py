"""One small step, offered to whoever says how it is when a post has ended."""

from typing import Any

from tests.cogs.checkins.people import HOUR, asked, begin, pass_, plan
from tests.stage import Stage


async def says_better(stage: Stage, author: Any) -> Any:
    """A post that somebody cheered for is taken down, and the one question answered."""
    card, _ = await stage.vent(author)
    await stage.ben.press(card, "vent:cheer")
    taken = await author.press((await author.press(card, "vent:more")).message, "vent:down")
    return (await author.press(taken.message, "Better")).message


async def test_a_step_after_a_post_comes_with_the_next_question_and_words_of_danger_are_seen(stage: Stage) -> None:
    await begin(stage)
    await plan(stage, stage.ada)
    answer = await says_better(stage, stage.ada)
    form = (await stage.ada.press(answer, "One small next step")).form
    held = await stage.ada.submit(form, step="kill myself")
    kept = await stage.ada.submit((await stage.ada.press(answer, "One small next step")).form, step="ring Acme")
    await pass_(stage, HOUR)

    assert "someone is in danger" in held.text
    assert "I bring *ring Acme* along" in kept.text
    assert "You had planned: *ring Acme*" in asked(stage, stage.ada)[-1].text


async def test_without_a_daily_check_in_a_step_has_nowhere_to_go_and_that_is_said(stage: Stage) -> None:
    answer = await says_better(stage, stage.mia)

    said = await stage.mia.press(answer, "One small next step")

    assert said.form is None
    assert "/checkin plan" in said.text
