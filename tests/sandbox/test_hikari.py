"""A second client that nobody here wrote, hikari, lives in the sandbox as well."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import hikari

from sandbox import App, Sandbox


@asynccontextmanager
async def running(local: Sandbox, app: App) -> AsyncIterator[hikari.GatewayBot]:
    bot = hikari.GatewayBot(
        app.token,
        banner=None,
        logs=None,
        rest_url=local.api,
        intents=hikari.Intents.GUILDS | hikari.Intents.GUILD_MESSAGES | hikari.Intents.DM_MESSAGES,
        suppress_optimization_warning=True,
    )
    await bot.start(check_for_updates=False)
    try:
        yield bot
    finally:
        await bot.close()


async def test_commands_buttons_forms_and_suggestions_are_answered_by_hikari(local: Sandbox) -> None:
    app = local.application("Helper")
    ada = local.person("Ada")
    guild = local.guild("Home", owner=ada)
    guild.install(app)
    async with running(local, app) as bot:

        @bot.listen(hikari.InteractionCreateEvent)
        async def on_interaction(event: hikari.InteractionCreateEvent) -> None:
            interaction = event.interaction
            if isinstance(interaction, hikari.AutocompleteInteraction):
                await interaction.create_response([hikari.impl.AutocompleteChoiceBuilder("Ben", "Ben")])
            elif isinstance(interaction, hikari.CommandInteraction):
                row = bot.rest.build_message_action_row()
                row.add_interactive_button(hikari.ButtonStyle.PRIMARY, "note:write", label="Write")
                await interaction.create_initial_response(
                    hikari.ResponseType.MESSAGE_CREATE, "Hello", component=row, flags=hikari.MessageFlag.EPHEMERAL
                )
            elif isinstance(interaction, hikari.ComponentInteraction):
                asked = bot.rest.build_modal_action_row().add_text_input("text", "What?")
                await interaction.create_modal_response("A note", "note:form", component=asked)
            elif isinstance(interaction, hikari.ModalInteraction):
                await interaction.create_initial_response(hikari.ResponseType.DEFERRED_MESSAGE_CREATE)
                await interaction.edit_initial_response(interaction.components[0].components[0].value)

        me = await bot.rest.fetch_application()
        build = bot.rest.slash_command_builder("hello", "Says hello")
        build.add_option(
            hikari.CommandOption(
                type=hikari.OptionType.STRING, name="name", description="Whom", is_required=True, autocomplete=True
            )
        )
        await bot.rest.set_application_commands(me.id, [build])
        member = ada.in_(guild)

        assert await member.complete("hello", "name", "B") == [("Ben", "Ben")]
        answer = await member.run("hello", name="Ada")
        assert answer.text == "Hello"
        opened = await member.press(answer.message, "Write")
        done = await member.submit(opened.form, text="words")
        assert done.text == "words"


async def test_hikari_resumes_after_a_drop_and_survives_op_7_op_9_and_a_429(local: Sandbox) -> None:
    app = local.application("Helper")
    ada = local.person("Ada")
    guild = local.guild("Home", owner=ada)
    guild.install(app)
    heard: list[str] = []
    resumed: list[object] = []
    async with running(local, app) as bot:

        @bot.listen(hikari.GuildMessageCreateEvent)
        async def on_message(event: hikari.GuildMessageCreateEvent) -> None:
            heard.append(str(event.message.id))

        @bot.listen(hikari.ShardResumedEvent)
        async def on_resumed(event: hikari.ShardResumedEvent) -> None:
            resumed.append(event)

        local.faults.drop(app)
        first = await ada.in_(guild).say(guild.general, "while away")
        await local.until(lambda: str(first.id) in heard)
        assert len(resumed) == 1
        local.faults.reconnect(app)
        await local.until(lambda: len(resumed) == 2)
        local.faults.invalidate(app)
        await local.until(
            lambda: len(local.hub.of(app.state)) == 1 and local.hub.of(app.state)[0].connection, timeout=15
        )
        second = await ada.in_(guild).say(guild.general, "after all that")
        await local.until(lambda: str(second.id) in heard)

        local.faults.rate_limit("/channels/{channel_id}/messages", 0.05)
        sent = await asyncio.wait_for(bot.rest.create_message(guild.general.id, "Hello"), 5)
        assert [one.text for one in ada.in_(guild).sees(guild.general)][-1] == sent.content
