"""How users, members, roles, channels and servers look on the wire (documentation, Resources)."""

import re
from urllib.parse import quote

from sandbox.errors import Json
from sandbox.snowflakes import iso, moment_of
from sandbox.state.apps import Application, Command
from sandbox.state.model import PRIVATE_THREAD, Channel, Guild, Member, Role, ScheduledEvent, User, Webhook


def user(of: User) -> Json:
    username = of.name if of.bot else re.sub(r"[^a-z0-9_.]+", "_", of.name.lower())
    return {
        "id": str(of.id),
        "username": username,
        "discriminator": "0",
        "global_name": None if of.bot else of.name,
        "avatar": None,
        "avatar_decoration_data": None,
        "banner": None,
        "accent_color": None,
        "collectibles": None,
        "primary_guild": None,
        "flags": 0,
        "public_flags": 0,
        "bot": of.bot,
        "system": False,
    }


def own_user(of: User) -> Json:
    return user(of) | {"mfa_enabled": False, "locale": of.locale, "verified": True, "email": None}


def member(of: Member, *, with_user: bool = True) -> Json:
    until = of.timed_out_until
    data: Json = {
        "avatar": None,
        "banner": None,
        "communication_disabled_until": iso(until) if until else None,
        "deaf": False,
        "flags": 0,
        "joined_at": iso(of.joined_at),
        "mute": False,
        "nick": of.nick,
        "pending": False,
        "premium_since": None,
        "roles": [str(role_id) for role_id in sorted(of.roles)],
    }
    return data | {"user": user(of.user)} if with_user else data


def role(of: Role) -> Json:
    data: Json = {
        "id": str(of.id),
        "name": of.name,
        "permissions": str(of.permissions),
        "position": of.position,
        "color": of.color,
        "colors": {"primary_color": of.color, "secondary_color": None, "tertiary_color": None},
        "hoist": of.hoist,
        "managed": of.managed_by is not None,
        "mentionable": of.mentionable,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }
    return data | {"tags": {"bot_id": str(of.managed_by)}} if of.managed_by else data


def channel(of: Channel) -> Json:
    if of.guild is None:
        return {
            "id": str(of.id),
            "type": 1,
            "flags": 0,
            "last_message_id": _id(of.last_message_id),
            "recipients": [user(one) for one in of.recipients if not one.bot],
        }
    return thread(of) if of.thread else _guild_channel(of, of.guild)


def _guild_channel(of: Channel, guild: Guild) -> Json:
    data: Json = {
        "id": str(of.id),
        "type": of.kind,
        "guild_id": str(guild.id),
        "name": of.name,
        "position": of.position,
        "flags": 0,
        "parent_id": str(of.parent.id) if of.parent else None,
        "permission_overwrites": [
            {"id": str(one.id), "type": one.kind, "allow": str(one.allow), "deny": str(one.deny)}
            for one in of.overwrites.values()
        ],
    }
    if of.kind == 4:
        return data
    data |= {"last_message_id": _id(of.last_message_id), "rate_limit_per_user": of.slowmode, "nsfw": of.nsfw}
    if of.kind in (2, 13):
        return data | {"bitrate": 64000, "user_limit": 0, "rtc_region": None}
    data |= {"topic": of.topic}
    return data | {"available_tags": of.tags} if of.kind in (15, 16) else data


def thread(of: Channel) -> Json:
    about = of.about
    data: Json = {
        "id": str(of.id),
        "type": of.kind,
        "guild_id": str(of.home.id),
        "parent_id": str(of.above.id),
        "owner_id": str(about.owner_id),
        "name": of.name,
        "flags": 0,
        "last_message_id": _id(of.last_message_id),
        "rate_limit_per_user": of.slowmode,
        "message_count": sum(not message.ephemeral for message in of.messages.values()),
        "total_message_sent": about.sent,
        "member_count": min(len(about.members), 50),
        "thread_metadata": _thread_metadata(of),
    }
    if of.above.kind in (15, 16):
        data["applied_tags"] = [str(tag) for tag in about.tags]
    return data


def _thread_metadata(of: Channel) -> Json:
    about = of.about
    data: Json = {
        "archived": about.archived,
        "archive_timestamp": iso(about.archived_at or about.created_at),
        "auto_archive_duration": about.auto_archive_minutes,
        "locked": about.locked,
        "create_timestamp": iso(about.created_at),
    }
    return data | {"invitable": about.invitable} if of.kind == PRIVATE_THREAD else data


def thread_member(of: Channel, user_id: int) -> Json:
    joined = iso(of.about.members[user_id])
    return {"id": str(of.id), "user_id": str(user_id), "join_timestamp": joined, "flags": 0}


def guild(of: Guild) -> Json:
    """A server as `GET /guilds/{id}` gives it, without counts."""
    return {
        "id": str(of.id),
        "name": of.name,
        "owner_id": str(of.owner_id),
        "preferred_locale": of.locale,
        "roles": [role(one) for one in of.roles.values()],
        "emojis": [],
        "stickers": [],
        "features": [],
        **dict.fromkeys(_NOTHING),
        **dict.fromkeys(_ZERO, 0),
        "afk_timeout": 300,
        "max_members": 500000,
        "max_video_channel_users": 25,
        "max_stage_video_channel_users": 50,
        "region": "deprecated",
        "nsfw": False,
        "widget_enabled": False,
        "premium_progress_bar_enabled": False,
    }


_NOTHING = (
    "icon", "description", "home_header", "splash", "discovery_splash", "banner", "application_id", "afk_channel_id",
    "system_channel_id", "widget_channel_id", "max_presences", "vanity_url_code", "rules_channel_id",
    "safety_alerts_channel_id", "public_updates_channel_id", "incidents_data",
)  # fmt: skip
_ZERO = (
    "system_channel_flags", "verification_level", "default_message_notifications", "mfa_level",
    "explicit_content_filter", "premium_tier", "premium_subscription_count", "nsfw_level",
)  # fmt: skip


def command(of: Command, app: Application) -> Json:
    body = of.body
    data: Json = {
        "id": str(of.id),
        "application_id": str(app.id),
        "version": str(of.version),
        "type": of.kind,
        "name": of.name,
        "name_localizations": body.get("name_localizations"),
        "description": body.get("description") or "",
        "description_localizations": body.get("description_localizations"),
        "default_member_permissions": _id(body.get("default_member_permissions")),
        "nsfw": bool(body.get("nsfw")),
    }
    if options := body.get("options"):
        data["options"] = options
    if of.guild_id is not None:
        return data | {"guild_id": str(of.guild_id)}
    return data | {
        "dm_permission": body.get("dm_permission", True),
        "contexts": body.get("contexts"),
        "integration_types": body.get("integration_types") or [0],
    }


def scheduled_event(of: ScheduledEvent, *, with_count: bool = False) -> Json:
    data: Json = {
        "id": str(of.id),
        "guild_id": str(of.guild.id),
        "channel_id": _id(of.channel_id),
        "creator_id": str(of.creator.id),
        "creator": user(of.creator),
        "name": of.name,
        "description": of.description,
        "image": of.image,
        "scheduled_start_time": iso(of.starts_at),
        "scheduled_end_time": iso(of.ends_at) if of.ends_at else None,
        "privacy_level": 2,
        "status": of.status,
        "entity_type": of.entity_type,
        "entity_id": None,
        "entity_metadata": {"location": of.location} if of.entity_type == 3 else None,
        "recurrence_rule": of.recurrence,
        "guild_scheduled_event_exceptions": [],
    }
    return data | {"user_count": len(of.interested)} if with_count else data


def webhook(of: Webhook) -> Json:
    return {
        "id": str(of.id),
        "type": 1,
        "guild_id": str(of.channel.home.id),
        "channel_id": str(of.channel.id),
        "application_id": _id(of.application_id),
        "name": of.name,
        "avatar": None,
        "token": of.token,
        "user": user(of.creator),
    }


def emoji_key(text: str) -> str:
    """An emoji in a path: the character itself, or `name:id`."""
    return quote(text, safe=":")


def made_at(flake: int) -> str:
    """When the thing with this id was made, as Discord writes it."""
    return iso(moment_of(flake))


def _id(value: int | str | None) -> str | None:
    return None if value is None else str(value)
