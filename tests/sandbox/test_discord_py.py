"""A real discord.py client lives in the sandbox."""

import io
from datetime import timedelta

import discord
import pytest
from discord import app_commands, ui

from sandbox import Sandbox

from .conftest import Bot, Note


async def test_a_slash_command_a_button_a_form_and_a_suggestion_are_answered(local: Sandbox, connected) -> None:
    app = local.application("Helper", token="secret")
    ada = local.person("Ada")
    guild = local.guild("Home", owner=ada)
    guild.install(app)
    bot = Bot()

    @bot.tree.command(description="Says hello")
    async def hello(interaction: discord.Interaction, name: str) -> None:
        view = ui.View()
        view.add_item(ui.Button(label="Write", custom_id="note:write"))
        view.stop()
        await interaction.response.send_message(f"Hello {name}", view=view, ephemeral=True)

    @hello.autocomplete("name")
    async def names(_: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=one, value=one) for one in ("Ada", "Ben") if one.startswith(current)]

    async def pressed(interaction: discord.Interaction) -> None:
        if interaction.type is discord.InteractionType.component:
            form = Note(custom_id="note:form")
            form.stop()
            await interaction.response.send_modal(form)
        else:
            await interaction.response.defer(ephemeral=True)
            await interaction.edit_original_response(
                content=str(interaction.data["components"][0]["component"]["value"])
            )

    bot.pressed = pressed
    async with connected(local, app, bot):
        await bot.tree.sync()
        member = ada.in_(guild)

        assert "hello" in member.commands()
        assert await member.complete("hello", "name", "B") == [("Ben", "Ben")]
        answer = await member.run("hello", name="Ada")
        assert answer.text == "Hello Ada"
        assert answer.message is not None
        assert answer.message.ephemeral
        opened = await member.press(answer.message, "note:write")
        assert opened.form is not None
        done = await member.submit(opened.form, text="words", mood="well")

    assert done.text == "words"


async def test_messages_reactions_and_threads_reach_the_bot(local: Sandbox, connected) -> None:
    app = local.application("Helper", token="secret")
    ada = local.person("Ada")
    guild = local.guild("Home", owner=ada)
    guild.install(app)
    bot = Bot()
    async with connected(local, app, bot):
        channel = bot.get_channel(guild.general.id)
        sent = await channel.send("Hello")
        seen = ada.in_(guild).sees(guild.general)[-1]
        await ada.in_(guild).react(seen, "🫂")
        await local.until(lambda: any(kind == "reaction" for kind, _ in bot.heard))
        thread = await sent.create_thread(name="More")
        await thread.send("inside")

        assert thread.id == sent.id
        assert seen.reactions == {"🫂": 1}
        assert seen.thread is not None
        assert [one.text for one in ada.in_(guild).sees(seen.thread)] == ["inside"]


class Home:
    """A server with one person and a bot."""

    def __init__(self, local: Sandbox, **portal: object) -> None:
        self.app = local.application("Helper", **portal)
        self.ada = local.person("Ada")
        self.guild = local.guild("Home", owner=self.ada)
        self.guild.install(self.app)
        self.room = self.guild.general


async def test_after_a_drop_the_bot_resumes_and_hears_what_it_missed(local: Sandbox, connected) -> None:
    home, bot = Home(local), Bot()
    async with connected(local, home.app, bot):
        local.faults.drop(home.app)
        said = await home.ada.in_(home.guild).say(home.room, "while away")
        await local.until(lambda: "resumed" in dict(bot.heard))
        await local.until(lambda: [one.id for kind, one in bot.heard if kind == "message"] == [said.id])


async def test_the_bot_survives_op_7_and_op_9(local: Sandbox, connected) -> None:
    home, bot = Home(local), Bot()
    async with connected(local, home.app, bot):
        local.faults.reconnect(home.app)
        await local.until(lambda: "resumed" in dict(bot.heard))
        local.faults.invalidate(home.app)
        await local.until(lambda: any(one.connection for one in local.hub.of(home.app.state)), timeout=12)
        said = await home.ada.in_(home.guild).say(home.room, "after all that")
        await local.until(lambda: ("message", said.id) in [(kind, getattr(one, "id", 0)) for kind, one in bot.heard])


async def test_a_429_is_waited_out_and_a_5xx_tried_again_without_a_second_message(local: Sandbox, connected) -> None:
    home, bot = Home(local), Bot()
    async with connected(local, home.app, bot):
        channel = bot.get_partial_messageable(home.room.id)
        local.faults.rate_limit("/channels/{channel_id}/messages", 0.05)
        await channel.send("one")
        local.faults.fail("POST", "/channels/{channel_id}/messages", status=500)
        await channel.send("two")

        assert [one.text for one in home.ada.in_(home.guild).sees(home.room)] == ["one", "two"]


async def test_an_intent_that_the_portal_lacks_is_not_given(local: Sandbox, connected) -> None:
    home = Home(local)
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with connected(local, home.app, Bot(intents=discord.Intents(guilds=True, members=True))):
            pass


async def test_a_wrong_token_does_not_log_in(local: Sandbox, connected) -> None:
    home = Home(local)
    home.app.state.token = "another"

    class Wrong:
        token = "wrong"

    with pytest.raises(discord.LoginFailure):
        async with connected(local, Wrong(), Bot()):
            pass


async def test_with_the_members_intent_the_whole_server_is_known(local: Sandbox, connected) -> None:
    home = Home(local, privileged=("members",))
    home.guild.join(local.person("Ben"))
    bot = Bot(intents=discord.Intents(guilds=True, members=True), chunk_guilds_at_startup=True)
    async with connected(local, home.app, bot):
        guild = bot.get_guild(home.guild.id)

        assert {one.display_name for one in guild.members} == {"Ada", "Ben", "Helper"}
        assert guild.me.guild_permissions.send_messages


async def test_a_dm_files_layouts_events_and_private_threads_work_as_the_library_expects(
    local: Sandbox, connected
) -> None:
    home, bot = Home(local), Bot()
    async with connected(local, home.app, bot):
        member = await bot.get_guild(home.guild.id).fetch_member(home.ada.id)
        await member.send("hello", silent=True)
        channel = bot.get_channel(home.room.id)
        view = ui.LayoutView()
        gallery = ui.MediaGallery(discord.MediaGalleryItem("attachment://plot.png", description="a plot"))
        view.add_item(ui.Container(ui.TextDisplay("Words"), gallery, spoiler=True))
        view.stop()
        sent = await channel.send(view=view, file=discord.File(io.BytesIO(b"\x89PNG"), "plot.png"))
        await sent.edit(view=view, attachments=sent.attachments)
        thread = await channel.create_thread(name="circle", type=discord.ChannelType.private_thread, invitable=False)
        await thread.add_user(member)
        await thread.send("inside")
        start = local.clock.now() + timedelta(hours=1)
        event = await bot.get_guild(home.guild.id).create_scheduled_event(
            name="Chat",
            start_time=start,
            end_time=start + timedelta(hours=1),
            entity_type=discord.EntityType.external,
            privacy_level=discord.PrivacyLevel.guild_only,
            location="here",
        )
        history = [one.id async for one in channel.history(limit=5)]

        assert home.ada.sees_dm(home.app)[-1].text == "hello"
        assert home.ada.sees_dm(home.app)[-1].flags == 1 << 12
        assert sent.id in history
        assert event.location == "here"
        seen = home.ada.in_(home.guild).sees(home.room)[0]
        assert (seen.text, seen.spoiler, seen.attachments[0].filename) == ("Words", True, "plot.png")
        assert seen.components[0]["components"][1]["items"][0]["media"]["url"].startswith(local.base)


async def test_pins_bulk_deletes_roles_webhooks_and_time_outs_work_as_the_library_expects(
    local: Sandbox, connected
) -> None:
    home, bot = Home(local), Bot()
    ben = home.guild.join(local.person("Ben"))
    home.guild.install(home.app, discord.Permissions.all().value & ~discord.Permissions(administrator=True).value)
    async with connected(local, home.app, bot):
        channel, guild = bot.get_channel(home.room.id), bot.get_guild(home.guild.id)
        member = await guild.fetch_member(ben.id)
        sent = [await channel.send(str(number)) for number in range(3)]
        await sent[0].pin()
        assert [one.id async for one in channel.pins()] == [sent[0].id]
        await channel.delete_messages(sent[1:])
        role = await guild.create_role(name="Low")
        await member.timeout(local.clock.now() + timedelta(hours=1), reason="rest")
        hook = await channel.create_webhook(name="Herald")
        await hook.send("news", username="Crier", wait=True)
        await sent[0].add_reaction("🫂")
        await sent[0].clear_reaction("🫂")
        await channel.set_permissions(guild.default_role, send_messages=False)
        await role.delete()

        assert ben.member.in_time_out(local.clock.now())
        assert ben.sees(home.room)[-1].stored.webhook_name == "Crier"
        assert "Low" not in [one.name for one in home.guild.state.roles.values()]
