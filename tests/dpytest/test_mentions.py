"""`@bot help` and `@bot about`: for whom slash commands do not work."""

import discord.ext.test as dpytest
import pytest
from discord.ext import commands

from bot.app import App
from bot.data import guilds
from bot.domain.errors import Refusal
from bot.domain.ids import GuildId
from tests.dpytest.conftest import TextBot, answers

pytestmark = pytest.mark.dpytest


def mention(bot: TextBot) -> str:
    assert bot.user is not None
    return bot.user.mention


async def ask(bot: TextBot, words: str) -> list[str]:
    """Somebody writes to the bot in the server; gives what it says."""
    await dpytest.message(f"{mention(bot)} {words}")
    return [message.content for message in answers()]


async def ask_in_dm(bot: TextBot, words: str) -> list[str]:
    member = dpytest.get_config().members[0]
    await dpytest.message(f"{mention(bot)} {words}", channel=await member.create_dm())
    return [message.content for message in answers()]


async def test_help_lists_what_works_everywhere(by_mention: TextBot) -> None:
    (said,) = await ask(by_mention, "help")

    assert "`/my jar`" in said
    assert "`/help`" in said


async def test_help_names_no_command_of_a_feature_that_is_off(by_mention: TextBot) -> None:
    (said,) = await ask(by_mention, "help")

    assert "`/cheer`" not in said


async def test_help_names_them_once_the_feature_is_on(app: App, by_mention: TextBot) -> None:
    guild = GuildId(dpytest.get_config().guilds[0].id)
    await app.database.change(lambda unit: guilds.switch_on(unit, guild, ["cheering"]))

    (said,) = await ask(by_mention, "help")

    assert "`/cheer`" in said


async def test_help_names_nothing_that_is_for_moderators_only(by_mention: TextBot) -> None:
    (said,) = await ask(by_mention, "help")

    assert "/setup" not in said


async def test_help_with_a_topic_tells_its_commands(by_mention: TextBot) -> None:
    (said,) = await ask(by_mention, "help your own page")

    assert "`/my forget`" in said
    assert "`/my settings`" in said


async def test_help_with_a_topic_by_its_plain_name_does_the_same(by_mention: TextBot) -> None:
    (said,) = await ask(by_mention, "help yourdata")

    assert "`/my forget`" in said


async def test_a_topic_that_is_not_there_is_answered_in_words(by_mention: TextBot) -> None:
    with pytest.raises(commands.CommandInvokeError):  # dpytest raises again what was answered
        await ask(by_mention, "help @everyone")

    (said,) = [message.content for message in answers()]
    assert "no such topic" in said
    assert "@everyone" not in said


async def test_about_says_what_it_is_and_who_runs_it(by_mention: TextBot) -> None:
    (said,) = await ask(by_mention, "about")

    assert "Wingbeat" in said
    assert "ops@example.org" in said
    assert "could find out, with effort" in said


async def test_both_work_in_a_direct_message(by_mention: TextBot) -> None:
    (help_said,) = await ask_in_dm(by_mention, "help")
    (about_said,) = await ask_in_dm(by_mention, "about")

    assert "`/my jar`" in help_said
    assert "Wingbeat" in about_said


async def test_in_a_direct_message_nothing_is_named_that_needs_a_server(by_mention: TextBot) -> None:
    (said,) = await ask_in_dm(by_mention, "help")

    assert "`/cheer`" not in said


async def test_talk_about_the_bot_stays_unanswered(by_mention: TextBot) -> None:
    with pytest.raises(commands.CommandNotFound):
        await dpytest.message(f"{mention(by_mention)} is great")

    assert answers() == []


async def test_words_without_a_mention_stay_unanswered(by_mention: TextBot) -> None:
    await dpytest.message("help")

    assert answers() == []


async def test_a_defect_is_owned_up_to_with_a_reference(by_mention: TextBot) -> None:
    async def broken(ctx: commands.Context[TextBot]) -> None:
        raise LookupError("a defect")

    by_mention.add_command(commands.Command(broken, name="broken"))

    with pytest.raises(commands.CommandInvokeError):
        await dpytest.message(f"{mention(by_mention)} broken")

    (said,) = [message.content for message in answers()]
    assert "on my side, not yours" in said
    assert "a defect" not in said


async def test_a_refusal_is_said_in_its_own_words(by_mention: TextBot) -> None:
    async def declined(ctx: commands.Context[TextBot]) -> None:
        raise Refusal("only-in-server")

    by_mention.add_command(commands.Command(declined, name="declined"))

    with pytest.raises(commands.CommandInvokeError):
        await dpytest.message(f"{mention(by_mention)} declined")

    (said,) = [message.content for message in answers()]
    assert "works in a server" in said


async def test_the_bot_does_not_answer_itself(by_mention: TextBot) -> None:
    itself = dpytest.get_config().guilds[0].me

    await dpytest.message(f"{mention(by_mention)} help", member=itself)

    assert answers() == []
