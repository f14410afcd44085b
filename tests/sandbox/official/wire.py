"""Resources as Discord sends them, whole and right, for tests to spoil."""

from typing import Any

USER: dict[str, Any] = {
    "id": "11",
    "username": "ada",
    "discriminator": "0",
    "global_name": "Ada",
    "avatar": None,
    "primary_guild": None,
    "flags": 0,
    "public_flags": 0,
}
MEMBER: dict[str, Any] = {
    "user": USER,
    "avatar": None,
    "banner": None,
    "communication_disabled_until": None,
    "deaf": False,
    "mute": False,
    "flags": 0,
    "joined_at": "2026-01-01T00:00:00+00:00",
    "nick": None,
    "pending": False,
    "premium_since": None,
    "roles": ["21"],
}
ROLE: dict[str, Any] = {
    "id": "21",
    "name": "Moderator",
    "permissions": "0",
    "position": 1,
    "color": 0,
    "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
    "hoist": False,
    "managed": False,
    "mentionable": False,
    "icon": None,
    "unicode_emoji": None,
    "flags": 0,
}
CHANNEL: dict[str, Any] = {"id": "31", "type": 0, "flags": 0, "guild_id": "1", "name": "share", "position": 0}
MESSAGE: dict[str, Any] = {
    "id": "41",
    "channel_id": "31",
    "type": 0,
    "content": "hello",
    "author": USER,
    "mentions": [],
    "mention_roles": [],
    "mention_everyone": False,
    "attachments": [],
    "embeds": [],
    "components": [
        {"type": 1, "id": 1, "components": [{"type": 2, "id": 2, "style": 1, "label": "Hear", "custom_id": "hear"}]}
    ],
    "timestamp": "2026-01-01T00:00:00+00:00",
    "edited_timestamp": None,
    "flags": 0,
    "pinned": False,
    "tts": False,
}
GUILD: dict[str, Any] = {
    **dict.fromkeys(
        (
            *("icon", "splash", "discovery_splash", "afk_channel_id", "application_id", "system_channel_id", "banner"),
            *("rules_channel_id", "vanity_url_code", "description", "public_updates_channel_id", "incidents_data"),
            "safety_alerts_channel_id",
        )
    ),
    **dict.fromkeys(
        (
            *("afk_timeout", "verification_level", "default_message_notifications", "explicit_content_filter"),
            *("mfa_level", "system_channel_flags", "premium_tier", "nsfw_level"),
        ),
        0,
    ),
    **{key: [] for key in ("emojis", "features", "voice_states", "threads", "presences", "stage_instances")},
    **{key: [] for key in ("guild_scheduled_events", "soundboard_sounds")},
    "id": "1",
    "name": "The harbour",
    "owner_id": "11",
    "preferred_locale": "en-US",
    "premium_progress_bar_enabled": False,
    "joined_at": "2026-01-01T00:00:00+00:00",
    "large": False,
    "member_count": 1,
    "roles": [ROLE],
    "members": [MEMBER],
    # Discord leaves out the server's id here
    "channels": [{key: value for key, value in CHANNEL.items() if key != "guild_id"}],
}
INTERACTION: dict[str, Any] = {
    "id": "51",
    "application_id": "52",
    "type": 3,
    "token": "token",
    "version": 1,
    "guild_id": "1",
    "channel": {"id": "31", "type": 0},
    "channel_id": "31",
    "member": {**MEMBER, "permissions": "0"},
    "message": MESSAGE,
    "data": {"custom_id": "hear", "component_type": 2, "id": 2},
    "app_permissions": "0",
    "locale": "de",
    "guild_locale": "en-US",
    "entitlements": [],
    "authorizing_integration_owners": {"0": "1"},
    "context": 0,
    "attachment_size_limit": 10_485_760,
}
COMMAND_DATA: dict[str, Any] = {
    "id": "61",
    "name": "share",
    "type": 1,
    "options": [{"type": 1, "name": "now", "options": [{"type": 3, "name": "words", "value": "h", "focused": True}]}],
}
FORM_DATA: dict[str, Any] = {
    "custom_id": "form",
    "components": [
        {"type": 10, "id": 1},
        {"type": 18, "id": 2, "component": {"type": 4, "id": 3, "custom_id": "answer", "value": "fine"}},
        {"type": 18, "id": 4, "component": {"type": 22, "id": 5, "custom_id": "tick", "values": []}},
        {"type": 1, "id": 6, "components": [{"type": 4, "id": 7, "custom_id": "old", "value": ""}]},
    ],
}
