"""Whoever does not moderate is refused in words at every press, and nothing is done."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.data import guilds
from bot.domain.ids import GuildId, RoleId
from sandbox import ClientRefusal, Member
from tests.cogs.moderation.desk import HISTORY, MODERATE, SEE, act, desk, member, moderated, report, reports
from tests.stage import Stage

ACTS = (
    "Leave it as it is", "What it said", "Hide", "Hide all by this author", "Mute 1 day", "Mute 7 days",
    "Mute 30 days", "Lock", "Reach out", "Brake",
)  # fmt: skip


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Ben moderates a server of forty with a moderators' channel."""
    async with moderated(tmp_path) as ready:
        yield ready


async def reported(stage: Stage) -> tuple[Any, Any]:
    """A vent of Ada's that somebody reported, and the report."""
    card, _ = await stage.vent(stage.ada, "A fair complaint.")
    await report(stage, member(stage, 1), card)
    await stage.discord.until(lambda: reports(stage))
    return card, reports(stage)[0]


def role(stage: Stage, name: str, permissions: int) -> Member:
    """A member with a role of this right, who can see the moderators' channel but nothing more."""
    who = member(stage, 10)
    stage.guild.give(who.person, stage.guild.role(name, permissions))
    stage.guild.overwrite(desk(stage), who.person, allow=SEE | HISTORY)
    return who


@pytest.mark.parametrize(
    ("name", "permissions"),
    [("nobody", 0), ("manages messages", 1 << 13), ("manages threads", 1 << 34), ("kicks", 1 << 1), ("bans", 1 << 2)],
)
async def test_other_roles_are_refused_at_every_press_and_the_post_stands(
    stage: Stage, name: str, permissions: int
) -> None:
    card, told = await reported(stage)
    who = role(stage, name, permissions)

    answers = [await who.press(told, label) for label in ACTS]
    chosen = await who.choose(told, "mod:reason", ["attack"])

    for answer in (*answers, chosen):
        assert "for the people who moderate here" in answer.text
        assert answer.form is None
    await stage.quiet()
    assert "A fair complaint." in card.text
    log = await stage.ben.run("mod log", channel=stage.room)
    assert "Nothing has been done yet" in log.text


@pytest.mark.parametrize(("name", "permissions"), [("times out", MODERATE), ("administers", 1 << 3)])
async def test_discords_own_right_to_moderate_is_enough(stage: Stage, name: str, permissions: int) -> None:
    _, told = await reported(stage)

    done = await role(stage, name, permissions).press(told, "Hide")

    assert "out of sight" in done.text


async def test_a_role_that_the_server_named_moderates_too_and_no_longer_once_taken_away(stage: Stage) -> None:
    _, told = await reported(stage)
    who = role(stage, "Helpers", 0)
    named = [one for one in stage.guild.state.roles.values() if one.name == "Helpers"]
    assert stage.bot is not None
    await stage.bot.database.change(
        lambda unit: guilds.choose_moderator_roles(unit, GuildId(stage.guild.id), [RoleId(named[0].id)])
    )

    done = await who.press(told, "Mute 1 day")
    stage.guild.take(who.person, named[0])
    refused = await who.press(told, "Mute 30 days")

    assert "Done. Whoever wrote this" in done.text
    assert "for the people who moderate here" in refused.text


async def test_undo_is_refused_to_whoever_does_not_moderate(stage: Stage) -> None:
    card, _ = await reported(stage)
    done = await act(stage, card, "Mute 7 days")
    number = next(b.custom_id for b in done.message.buttons if b.label == "Undo")
    stage.guild.take(stage.ben.person, next(r for r in stage.guild.state.roles.values() if r.name == "Moderators"))

    refused = await stage.ben.press(done.message, number)

    assert "for the people who moderate here" in refused.text


async def test_the_mod_commands_are_not_offered_to_members(stage: Stage) -> None:
    offered = stage.ada.commands(stage.room)

    assert not [name for name in offered if name.startswith("mod")]
    with pytest.raises(ClientRefusal):
        await stage.ada.run("mod board", channel=stage.room)


async def test_an_administrator_who_opens_mod_to_everyone_opens_nothing(stage: Stage) -> None:
    stage.guild.choose_who(stage.app, "mod", {stage.guild.everyone: True})

    for name in ("board", "mutes", "log"):
        answer = await stage.ada.run(f"mod {name}", channel=stage.room)
        assert "for the people who moderate here" in answer.text
    brake = await stage.ada.run("mod brake", channel=stage.room, minutes=5)
    assert "for the people who moderate here" in brake.text


async def test_every_button_answers_after_a_restart(stage: Stage) -> None:
    _, told = await reported(stage)
    await stage.restart()

    for label in ACTS:
        answer = await stage.ben.press(told, label)
        assert answer.failed is None
        assert answer.text or answer.form
