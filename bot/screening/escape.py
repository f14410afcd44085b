"""First, plain version: to be replaced by the real one."""

import discord


def clean(text: str) -> str:
    return text.strip()


def is_blank(text: str) -> bool:
    return not text.strip()


def escape(text: str) -> str:
    return discord.utils.escape_mentions(discord.utils.escape_markdown(text))
