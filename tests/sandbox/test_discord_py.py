"""A real discord.py client lives in the sandbox."""

import discord
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
