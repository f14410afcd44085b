"""AutoMod: keyword rules that bind members. Bots and webhooks are exempt (documentation, Auto Moderation Resource)."""

import re

from sandbox.deeds import guilds
from sandbox.errors import Json
from sandbox.state import permissions
from sandbox.state.model import Channel, Guild, User
from sandbox.state.world import World
from sandbox.wire import part

KEYWORDS, BLOCK = 1, 1
EXEMPT = permissions.MANAGE_GUILD | permissions.ADMINISTRATOR


def blocked_by(world: World, channel: Channel, author: User, text: str) -> Json | None:
    """The rule that keeps this text from being written, after telling those who watch; None lets it through."""
    guild = channel.guild
    if guild is None or author.bot:
        return None
    member = guild.members[author.id]
    if permissions.in_guild(guild, member) & EXEMPT:
        return None
    for rule in guild.automod.values():
        if not rule["enabled"] or rule["trigger_type"] != KEYWORDS or _is_exempt(rule, channel, member.roles):
            continue
        keyword = _match(rule, text)
        if keyword is not None and any(one["type"] == BLOCK for one in rule["actions"]):
            _tell(world, rule, channel, author, text, keyword)
            return rule
    return None


def _is_exempt(rule: Json, channel: Channel, roles: set[int]) -> bool:
    places = {str(channel.id), str(channel.parent.id if channel.parent else 0)}
    return bool(places & set(rule["exempt_channels"])) or bool({str(one) for one in roles} & set(rule["exempt_roles"]))


def _match(rule: Json, text: str) -> str | None:
    """The keyword found; `*` at an end lets the word go on there (documentation, Keyword Matching Strategies)."""
    about = part(rule, "trigger_metadata")
    allowed = {str(one).lower() for one in about.get("allow_list") or ()}
    for keyword in about.get("keyword_filter") or ():
        bare = re.escape(str(keyword).strip("*"))
        begin = "" if str(keyword).startswith("*") else r"(?<!\w)"
        end = "" if str(keyword).endswith("*") else r"(?!\w)"
        found = re.search(begin + bare + end, text, re.IGNORECASE)
        if found and found[0].lower() not in allowed:
            return str(keyword)
    return None


def _tell(world: World, rule: Json, channel: Channel, author: User, text: str, keyword: str) -> None:
    guild = channel.home
    data: Json = {
        "guild_id": str(guild.id),
        "action": {"type": BLOCK, "metadata": {}},
        "rule_id": rule["id"],
        "rule_trigger_type": KEYWORDS,
        "user_id": str(author.id),
        "channel_id": str(channel.id),
        "content": text,
        "matched_keyword": keyword,
        "matched_content": keyword,
    }
    watching = frozenset(
        i for i, one in guild.members.items() if permissions.in_guild(guild, one) & permissions.MANAGE_GUILD
    )
    world.tell("AUTO_MODERATION_ACTION_EXECUTION", data, watching, guild=guild)


def add_rule(world: World, guild: Guild, by: User, name: str, keywords: list[str]) -> Json:
    """A keyword rule made by hand, that blocks."""
    rule: Json = {
        "id": str(world.ids.make()),
        "guild_id": str(guild.id),
        "creator_id": str(by.id),
        "name": name,
        "event_type": 1,
        "trigger_type": KEYWORDS,
        "trigger_metadata": {"keyword_filter": keywords, "regex_patterns": [], "allow_list": []},
        "actions": [{"type": BLOCK, "metadata": {}}],
        "enabled": True,
        "exempt_roles": [],
        "exempt_channels": [],
    }
    guild.automod[int(rule["id"])] = rule
    guilds.record(world, guild, by, 140, int(rule["id"]))
    return rule
