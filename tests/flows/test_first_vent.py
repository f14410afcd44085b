"""A member vents, others answer, the author learns of it."""

from tests.stage import Stage


async def test_a_vent_is_up_under_a_made_up_name_and_others_can_cheer(stage: Stage) -> None:
    card, answer = await stage.vent(stage.ada, "They said no.")

    await stage.ben.press(card, "vent:cheer")

    assert "They said no." in card.text
    assert "Ada" not in card.text
    assert "1 person is with you" in card.text
    assert f"/{card.id}" in answer.text
