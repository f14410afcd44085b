"""Which intent lets which event through (documentation, Gateway, List of Intents)."""

from sandbox.state.apps import Application
from sandbox.state.world import Event

GUILDS, MEMBERS, MODERATION, WEBHOOKS = 1 << 0, 1 << 1, 1 << 2, 1 << 5
PRESENCES, MESSAGES, REACTIONS, TYPING = 1 << 8, 1 << 9, 1 << 10, 1 << 11
DM_MESSAGES, DM_REACTIONS, DM_TYPING = 1 << 12, 1 << 13, 1 << 14
CONTENT, EVENTS, AUTOMOD_RULES, AUTOMOD_ACTIONS = 1 << 15, 1 << 16, 1 << 20, 1 << 21
KNOWN = (1 << 17) - 1 | AUTOMOD_RULES | AUTOMOD_ACTIONS | 1 << 24 | 1 << 25
PRIVILEGED = {"members": MEMBERS, "presences": PRESENCES, "message_content": CONTENT}

_BY_PREFIX = (
    ("GUILD_MEMBER_", MEMBERS),
    ("GUILD_AUDIT_", MODERATION),
    ("GUILD_BAN_", MODERATION),
    ("GUILD_SCHEDULED_EVENT_", EVENTS),
    ("AUTO_MODERATION_RULE_", AUTOMOD_RULES),
    ("AUTO_MODERATION_ACTION_", AUTOMOD_ACTIONS),
    ("WEBHOOKS_", WEBHOOKS),
    ("MESSAGE_REACTION_", REACTIONS),
    ("MESSAGE_", MESSAGES),
    ("TYPING_", TYPING),
    ("GUILD_", GUILDS),
    ("CHANNEL_", GUILDS),
    ("THREAD_", GUILDS),
    ("STAGE_", GUILDS),
)
_IN_DM = {REACTIONS: DM_REACTIONS, MESSAGES: DM_MESSAGES, TYPING: DM_TYPING, GUILDS: DM_MESSAGES}


def mask(names: frozenset[str]) -> int:
    """The privileged intents switched on, as bits."""
    bits = 0
    for name in names:
        bits |= PRIVILEGED[name]
    return bits


def wants(event: Event, app: Application, intents: int) -> bool:
    """Whether a session with these intents receives the event."""
    name = event.name
    if name == "GUILD_MEMBER_UPDATE" and _is(event.data.get("user"), app):
        return True
    if name == "THREAD_MEMBERS_UPDATE":
        return bool(intents & MEMBERS) or (bool(intents & GUILDS) and _concerns(event, app))
    needed = next((bits for prefix, bits in _BY_PREFIX if name.startswith(prefix)), 0)
    if needed in _IN_DM and "guild_id" not in event.data and event.guild is None:
        needed = _IN_DM[needed]
    return not needed or bool(intents & needed)


def _is(user: dict[str, str] | None, app: Application) -> bool:
    return user is not None and user.get("id") == str(app.user.id)


def _concerns(event: Event, app: Application) -> bool:
    own = str(app.user.id)
    added = any(one["user_id"] == own for one in event.data.get("added_members", ()))
    return added or own in event.data.get("removed_member_ids", ())
