"""What authors find behind their posts, wherever they look, and what a second press does."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete

from bot.data.schema import METADATA
from bot.data.tables import draft
from bot.ui import filled
from tests.cogs.moderation.desk import desk, member, moderated
from tests.cogs.relay.listeners import after
from tests.rows import rows
from tests.stage import Stage


async def test_words_that_wait_longer_than_their_draft_are_there_to_be_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with moderated(tmp_path) as stage:
        assert stage.bot is not None
        queue = next(m for m in stage.ben.sees(desk(stage)) if any(b.custom_id == "vent:gate" for b in m.buttons))
        asked = await stage.ben.press(queue, "vent:gate")
        await stage.ben.choose(asked.message, "vent:gateis", ["all"])
        await let_out(stage, stage.ada, "They said no.", name="hidden")
        later = await let_out(stage, stage.mia, "It hurts.", name="open", extras=["later"])
        await stage.bot.database.change(lambda unit: unit.run(delete(draft)))
        mine = await stage.ada.run("my posts", channel=stage.room)
        held, delayed = (
            await stage.ada.press(mine.message, "vent:change"),
            await stage.mia.press(later.message, "vent:change"),
        )

        await stage.quiet()
        board = await stage.ben.run("mod board", channel=desk(stage))
        look = await stage.ben.press(board.message, "vent:look")
        await stage.ben.press(look.message, "vent:pass")
        await stage.quiet()
        up = await stage.ada.press(mine.message, "vent:change")
        with monkeypatch.context() as patched:
            # no form at all rather than an empty one, which would be written over the words
            patched.setattr(filled, "READ_WITHIN_S", 0.0)
            slow = await stage.ada.press(mine.message, "vent:change")
        assert slow.form is None
        assert "left everything as it is" in slow.text
        await after(stage, timedelta(minutes=11))
        late = await stage.ada.press(mine.message, "vent:change")

        assert held.form.fields["text"].value == up.form.fields["text"].value == "They said no."
        assert delayed.form.fields["text"].value == "It hurts."
        assert late.form is None
        assert "After ten minutes the words stay as they are" in late.text


async def let_out(stage: Stage, one: Any, text: str, **chosen: Any) -> Any:
    form = (await one.press(stage.panel(), "vent:open")).form
    return await one.submit(form, text=text, help="listen", **chosen)


async def test_in_direct_messages_a_post_has_its_tools_and_a_line_is_kept_once(stage: Stage) -> None:
    card, _ = await stage.vent(stage.ada, "First")
    opened = await stage.ben.press(card, "vent:line")
    await stage.ben.submit(opened.form, line="A kind line", sign="signed")
    await stage.quiet()
    [line] = [m for m in stage.ada.sees(card.thread) if "A kind line" in m.text]
    tools = await stage.ada.press(line, "vent:said")
    kept = [(await stage.ada.press(tools.message, "vent:keep")).text for _ in range(2)]

    me = stage.ada.person
    posts = await me.run("my posts")
    more = await me.press(posts.message, "vent:more")
    answers = {label: await me.press(more.message, label) for label in ("Lock", "Who was here", "Gone after 30 days")}
    undone = await me.press(answers["Lock"].message, "Undo")
    form = (await me.press(more.message, "Add or change")).form
    held = await me.submit(form, text="Ask my boss Karen.")
    await me.press(held.message, "Post it as it is")
    await stage.quiet()

    assert kept[1].startswith("You have kept it before")
    assert stage.bot is not None
    assert len(await rows(stage.bot.database, METADATA.tables["jar_line"])) == 1
    assert "Answer as the author" not in more.buttons
    assert not [one.text for one in (*answers.values(), undone) if "works in a server" in one.text]
    assert "could lead back to you" in held.text
    assert "Ask my boss Karen." in card.text


async def test_an_answer_that_is_refused_without_a_name_can_be_given_with_it(tmp_path: Path) -> None:
    async with moderated(tmp_path) as stage:
        card, _ = await stage.vent(stage.ada, help="advice")
        await stage.ben.run("mod brake", channel=desk(stage), minutes=60)
        one = member(stage, 1)
        opened = await one.menu("Answer anonymously", card)
        refused = await one.submit(opened.form, text="A long piece of advice")
        await one.press(refused.message, "Use my name")
        await stage.quiet()

        assert refused.buttons == ["Use my name", "Change it", "Don't post"]
        [said] = [m for m in stage.ada.sees(card.thread) if "A long piece of advice" in m.text]
        assert one.name in said.text or one.mention in said.text
