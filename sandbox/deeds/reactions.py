"""Reacting with emoji."""

import re
import time

from sandbox.errors import Json, refuse
from sandbox.state import render
from sandbox.state.model import Message, Reaction, User
from sandbox.state.world import World

DISTINCT_MOST = 20
_CUSTOM = re.compile(r"^(?:<a?:)?(\w{2,32}):(\d{15,21})>?$")
_TEXT = re.compile(r"[0-9A-Za-z\s]")


def emoji_of(text: str) -> Json:
    """The emoji meant by a character or `name:id`; words are no emoji (10014)."""
    if match := _CUSTOM.match(text):
        return {"id": match[2], "name": match[1], "animated": False}
    keycap = text.endswith("\u20e3")
    if not text or len(text) > 12 or (not keycap and _TEXT.search(text)):
        raise refuse(10014)
    return {"id": None, "name": text}


def key_of(emoji: Json) -> str:
    """Emoji are the same with and without the variation selector."""
    return emoji["id"] or str(emoji["name"]).replace("\ufe0f", "")


def add(world: World, message: Message, user: User, emoji: Json) -> None:
    """Adds a reaction; the same again changes nothing."""
    key = key_of(emoji)
    reaction = message.reactions.get(key)
    if reaction is None:
        if len(message.reactions) >= DISTINCT_MOST:
            raise refuse(30010)
        reaction = message.reactions[key] = Reaction(emoji)
    if user.id in reaction.users:
        return
    reaction.users[user.id] = time.monotonic()
    _tell(world, "MESSAGE_REACTION_ADD", message, user, reaction)


def remove(world: World, message: Message, user: User, emoji: Json) -> None:
    """Takes a reaction back; one that is not there changes nothing."""
    reaction = message.reactions.get(key_of(emoji))
    if reaction is None or reaction.users.pop(user.id, None) is None:
        return
    if not reaction.users:
        del message.reactions[key_of(emoji)]
    _tell(world, "MESSAGE_REACTION_REMOVE", message, user, reaction)


def clear(world: World, message: Message) -> None:
    message.reactions.clear()
    world.tell(
        "MESSAGE_REACTION_REMOVE_ALL", _place(message), world.audience(message.channel), guild=message.channel.guild
    )


def clear_emoji(world: World, message: Message, emoji: Json) -> None:
    if message.reactions.pop(key_of(emoji), None) is None:
        return
    data = _place(message) | {"emoji": emoji}
    world.tell("MESSAGE_REACTION_REMOVE_EMOJI", data, world.audience(message.channel), guild=message.channel.guild)


def _tell(world: World, name: str, message: Message, user: User, reaction: Reaction) -> None:
    data = _place(message) | {"user_id": str(user.id), "emoji": reaction.emoji, "burst": False, "type": 0}
    guild = message.channel.guild
    if name.endswith("ADD"):
        data["message_author_id"] = str(message.author.id)
        if guild and (member := guild.members.get(user.id)):
            data["member"] = render.member(member)
    world.tell(name, data, world.audience(message.channel), guild=guild)


def _place(message: Message) -> Json:
    data: Json = {"message_id": str(message.id), "channel_id": str(message.channel.id)}
    guild = message.channel.guild
    return data | {"guild_id": str(guild.id)} if guild else data
