"""What a press of this feature is answered with."""

from discord import ui

from bot.domain.ids import GuildId
from bot.text.catalogue import Words
from cogs.buddies.model.weeks import Group


def who(group: Group, member: int) -> str:
    """The others of a group, as mentions."""
    return " · ".join(f"<@{one}>" for one in group.members if one != member)


def taking_part(guild: GuildId, words: Words) -> ui.View:
    """One tap out."""
    face = ui.View(timeout=None)
    face.add_item(ui.Button(label=words("buddy-stop"), custom_id=f"buddy:stop:{guild}"))
    return face
