"""What each gateway event must carry, from Discord's documentation, and which of it the description has schemas for.

https://docs.discord.com/developers/events/gateway-events#receive-events
"""

from collections.abc import Mapping
from typing import NamedTuple


class Piece(NamedTuple):
    """A part of an event that is a resource: where (`*` means each), and by which schemas, one of which must fit."""

    path: str
    schemas: tuple[str, ...]
    lent: tuple[str, ...] = ()
    """Keys that Discord leaves out here because the event itself has them, `id` of a guild as `guild_id`."""


class Event(NamedTuple):
    needed: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = ()


CHANNEL = ("GuildChannelResponse", "PrivateChannelResponse", "PrivateGroupChannelResponse", "ThreadResponse")
SCHEDULED = ("ExternalScheduledEventResponse", "VoiceScheduledEventResponse", "StageScheduledEventResponse")
MEMBER, MESSAGE, ROLE, USER = ("GuildMemberResponse",), ("MessageResponse",), ("GuildRoleResponse",), ("UserResponse",)
THREAD, THREAD_MEMBER, STAGE = ("ThreadResponse",), ("ThreadMemberResponse",), ("StageInstanceResponse",)
RULE = ("KeywordRuleResponse", "DefaultKeywordRuleResponse", "MentionSpamRuleResponse", "MLSpamRuleResponse")

# the required fields of Guild Structure
_GUILD = (
    *("id", "name", "icon", "splash", "discovery_splash", "owner_id", "afk_channel_id", "afk_timeout"),
    *("verification_level", "default_message_notifications", "explicit_content_filter", "roles", "emojis", "features"),
    *("mfa_level", "application_id", "system_channel_id", "system_channel_flags", "rules_channel_id"),
    *("vanity_url_code", "description", "banner", "premium_tier", "preferred_locale", "public_updates_channel_id"),
    *("nsfw_level", "premium_progress_bar_enabled", "safety_alerts_channel_id", "incidents_data"),
)
# Guild Create Extra Fields
_GUILD_CREATE = (
    *("joined_at", "large", "member_count", "voice_states", "members", "channels", "threads", "presences"),
    *("stage_instances", "guild_scheduled_events", "soundboard_sounds"),
)
_GUILD_PIECES = (Piece("roles.*", ROLE), Piece("emojis.*", ("EmojiResponse",)))
_INTERACTION = (
    *("id", "application_id", "type", "data", "channel", "channel_id", "token", "version", "app_permissions", "locale"),
    *("entitlements", "authorizing_integration_owners", "context", "attachment_size_limit"),
)
_REACTION = ("user_id", "channel_id", "message_id", "emoji", "burst", "type")
_VOTE = ("user_id", "channel_id", "message_id", "answer_id")
_EVENT_USER = ("guild_scheduled_event_id", "user_id", "guild_id")

AVAILABLE_GUILD = Event(
    needed=(*_GUILD, *_GUILD_CREATE),
    pieces=(
        *_GUILD_PIECES,
        Piece("members.*", MEMBER),
        Piece("channels.*", CHANNEL, lent=("guild_id",)),
        Piece("threads.*", THREAD, lent=("guild_id",)),
        Piece("stage_instances.*", STAGE),
        Piece("guild_scheduled_events.*", SCHEDULED),
    ),
)
UNAVAILABLE_GUILD = Event(needed=("id",))

EVENTS: Mapping[str, Event] = {
    "READY": Event(
        needed=("v", "user", "guilds", "session_id", "resume_gateway_url", "application"),
        pieces=(Piece("user", USER),),
    ),
    "RESUMED": Event(),
    "APPLICATION_COMMAND_PERMISSIONS_UPDATE": Event(whole=("CommandPermissionsResponse",)),
    **dict.fromkeys(
        [f"AUTO_MODERATION_RULE_{deed}" for deed in ("CREATE", "UPDATE", "DELETE")],
        Event(whole=RULE),
    ),
    "AUTO_MODERATION_ACTION_EXECUTION": Event(
        needed=(
            *("guild_id", "action", "rule_id", "rule_trigger_type", "user_id", "content"),
            *("matched_keyword", "matched_content"),
        )
    ),
    **dict.fromkeys([f"CHANNEL_{deed}" for deed in ("CREATE", "UPDATE", "DELETE")], Event(whole=CHANNEL)),
    "CHANNEL_PINS_UPDATE": Event(needed=("channel_id",)),
    **dict.fromkeys(("THREAD_CREATE", "THREAD_UPDATE"), Event(needed=("parent_id",), whole=THREAD)),
    "THREAD_DELETE": Event(needed=("id", "guild_id", "parent_id", "type")),
    "THREAD_LIST_SYNC": Event(
        needed=("guild_id", "threads", "members"),
        pieces=(Piece("threads.*", THREAD), Piece("members.*", THREAD_MEMBER)),
    ),
    "THREAD_MEMBER_UPDATE": Event(needed=("guild_id",), whole=THREAD_MEMBER),
    "THREAD_MEMBERS_UPDATE": Event(
        needed=("id", "guild_id", "member_count"), pieces=(Piece("added_members.*", THREAD_MEMBER),)
    ),
    **dict.fromkeys(
        [f"ENTITLEMENT_{deed}" for deed in ("CREATE", "UPDATE", "DELETE")], Event(whole=("EntitlementResponse",))
    ),
    "GUILD_CREATE": AVAILABLE_GUILD,
    "GUILD_UPDATE": Event(needed=_GUILD, pieces=_GUILD_PIECES),
    "GUILD_DELETE": UNAVAILABLE_GUILD,
    "GUILD_AUDIT_LOG_ENTRY_CREATE": Event(needed=("guild_id",), whole=("AuditLogEntryResponse",)),
    **dict.fromkeys(
        ("GUILD_BAN_ADD", "GUILD_BAN_REMOVE", "GUILD_MEMBER_REMOVE"),
        Event(needed=("guild_id", "user"), pieces=(Piece("user", USER),)),
    ),
    "GUILD_EMOJIS_UPDATE": Event(needed=("guild_id", "emojis"), pieces=(Piece("emojis.*", ("EmojiResponse",)),)),
    "GUILD_STICKERS_UPDATE": Event(needed=("guild_id", "stickers")),
    "GUILD_INTEGRATIONS_UPDATE": Event(needed=("guild_id",)),
    "GUILD_MEMBER_ADD": Event(needed=("guild_id",), whole=MEMBER),
    "GUILD_MEMBER_UPDATE": Event(
        needed=("guild_id", "roles", "user", "avatar", "banner", "joined_at"), pieces=(Piece("user", USER),)
    ),
    "GUILD_MEMBERS_CHUNK": Event(
        needed=("guild_id", "members", "chunk_index", "chunk_count"), pieces=(Piece("members.*", MEMBER),)
    ),
    **dict.fromkeys(
        ("GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE"), Event(needed=("guild_id", "role"), pieces=(Piece("role", ROLE),))
    ),
    "GUILD_ROLE_DELETE": Event(needed=("guild_id", "role_id")),
    **dict.fromkeys(
        [f"GUILD_SCHEDULED_EVENT_{deed}" for deed in ("CREATE", "UPDATE", "DELETE")], Event(whole=SCHEDULED)
    ),
    **dict.fromkeys(("GUILD_SCHEDULED_EVENT_USER_ADD", "GUILD_SCHEDULED_EVENT_USER_REMOVE"), Event(needed=_EVENT_USER)),
    **dict.fromkeys(("INTEGRATION_CREATE", "INTEGRATION_UPDATE"), Event(needed=("guild_id", "id", "name", "type"))),
    "INTEGRATION_DELETE": Event(needed=("id", "guild_id")),
    "INTERACTION_CREATE": Event(
        needed=_INTERACTION,
        pieces=(
            Piece("member", MEMBER),
            Piece("user", USER),
            Piece("message", MESSAGE),
            Piece("data.resolved.users.*", USER),
            Piece("data.resolved.members.*", ("BasicGuildMemberResponse",)),
            Piece("data.resolved.roles.*", ROLE),
            Piece("data.resolved.messages.*", MESSAGE),
            Piece("data.resolved.attachments.*", ("MessageAttachmentResponse",)),
        ),
    ),
    "INVITE_CREATE": Event(
        needed=("channel_id", "code", "created_at", "max_age", "max_uses", "temporary", "uses", "expires_at")
    ),
    "INVITE_DELETE": Event(needed=("channel_id", "code")),
    **dict.fromkeys(("MESSAGE_CREATE", "MESSAGE_UPDATE"), Event(whole=MESSAGE)),
    "MESSAGE_DELETE": Event(needed=("id", "channel_id")),
    "MESSAGE_DELETE_BULK": Event(needed=("ids", "channel_id")),
    "MESSAGE_REACTION_ADD": Event(needed=_REACTION, pieces=(Piece("member", MEMBER),)),
    "MESSAGE_REACTION_REMOVE": Event(needed=_REACTION),
    "MESSAGE_REACTION_REMOVE_ALL": Event(needed=("channel_id", "message_id")),
    "MESSAGE_REACTION_REMOVE_EMOJI": Event(needed=("channel_id", "message_id", "emoji")),
    **dict.fromkeys(("MESSAGE_POLL_VOTE_ADD", "MESSAGE_POLL_VOTE_REMOVE"), Event(needed=_VOTE)),
    "PRESENCE_UPDATE": Event(needed=("user", "guild_id", "status", "activities", "client_status")),
    **dict.fromkeys([f"STAGE_INSTANCE_{deed}" for deed in ("CREATE", "UPDATE", "DELETE")], Event(whole=STAGE)),
    "TYPING_START": Event(needed=("channel_id", "user_id", "timestamp"), pieces=(Piece("member", MEMBER),)),
    "USER_UPDATE": Event(whole=USER),
    "VOICE_STATE_UPDATE": Event(
        needed=("channel_id", "user_id", "session_id", "deaf", "mute", "self_deaf", "self_mute", "self_video")
    ),
    "VOICE_SERVER_UPDATE": Event(needed=("token", "guild_id", "endpoint")),
    "WEBHOOKS_UPDATE": Event(needed=("guild_id", "channel_id")),
}
