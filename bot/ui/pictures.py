"""A picture as Discord takes it: a file with words for those who do not see it."""

import io

import discord

from bot.pictures.pool import Picture


def file_of(picture: Picture) -> discord.File:
    """To be sent once: a second message needs another."""
    return discord.File(io.BytesIO(picture.png), filename=picture.name, description=picture.alt)
