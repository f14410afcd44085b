"""A bot that only acknowledges, opens a form, or edits its message and says a word: the floor.

`python -m bench._bare API GATEWAY TOKEN CHANNEL`
"""

import sys

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route


class Bare(discord.Client):
    """discord.py as it comes, with the same intents as ours."""

    def __init__(self, channel: int) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, guild_reactions=True, dm_messages=True)
        )
        self._channel = channel

    async def on_ready(self) -> None:
        if self._channel:
            view = discord.ui.View(timeout=None)
            view.add_item(discord.ui.Button(label="Press", custom_id="bare:words"))
            view.add_item(discord.ui.Button(label="Form", custom_id="bare:form"))
            view.add_item(discord.ui.Button(label="Parts", custom_id="bare:parts"))
            view.add_item(discord.ui.Button(label="Card", custom_id="bare:card"))
            view.stop()
            self._view = view
            await self.get_partial_messageable(self._channel).send("Press", view=view)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        if (interaction.data or {}).get("custom_id") == "bare:form":
            form = discord.ui.Modal(title="A form", custom_id="bare:filled")
            form.add_item(discord.ui.TextInput(label="What happened", custom_id="text"))
            form.stop()
            await interaction.response.send_modal(form)
        elif (interaction.data or {}).get("custom_id") == "bare:parts":
            await interaction.response.send_modal(_form_of_parts())
        elif (interaction.data or {}).get("custom_id") == "bare:card":
            await interaction.response.edit_message(view=self._view)
            await interaction.followup.send("Heard.", ephemeral=True)
        elif interaction.type is discord.InteractionType.component:
            await interaction.response.send_message("Heard.", ephemeral=True)


def _form_of_parts() -> discord.ui.Modal:
    """As many parts and choices as the form of a post has."""
    form = discord.ui.Modal(title="A form", custom_id="bare:filled")
    field = discord.ui.TextInput[discord.ui.Modal](
        custom_id="text", style=discord.TextStyle.paragraph, max_length=1_500, min_length=1, placeholder="So it is."
    )
    form.add_item(discord.ui.Label(text="What happened", description="Nobody else sees who it is.", component=field))
    for name, many in (("help", 4), ("name", 2)):
        choice = discord.ui.RadioGroup[discord.ui.Modal](custom_id=name)
        for number in range(many):
            choice.add_option(label=f"Choice {number}", value=str(number), description="What it is", default=not number)
        form.add_item(discord.ui.Label(text="One of these", component=choice))
    ticks = discord.ui.CheckboxGroup[discord.ui.Modal](custom_id="extras", required=False, min_values=0, max_values=2)
    for number in range(2):
        ticks.add_option(label=f"Extra {number}", value=str(number), default=False)
    form.add_item(discord.ui.Label(text="And these", component=ticks))
    form.stop()
    return form


def main() -> None:
    api, gateway, token, channel = sys.argv[1:]
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = api, yarl.URL(gateway)
    Bare(int(channel)).run(token, log_handler=None)


if __name__ == "__main__":
    main()
