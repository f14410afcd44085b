"""Who may do what: roles, overwrites, threads and time-outs (documentation, Permissions)."""

from datetime import datetime

from sandbox.state.model import Channel, Guild, Member

CREATE_INVITE = 1 << 0
KICK_MEMBERS = 1 << 1
BAN_MEMBERS = 1 << 2
ADMINISTRATOR = 1 << 3
MANAGE_CHANNELS = 1 << 4
MANAGE_GUILD = 1 << 5
ADD_REACTIONS = 1 << 6
VIEW_AUDIT_LOG = 1 << 7
VIEW_CHANNEL = 1 << 10
SEND_MESSAGES = 1 << 11
SEND_TTS = 1 << 12
MANAGE_MESSAGES = 1 << 13
EMBED_LINKS = 1 << 14
ATTACH_FILES = 1 << 15
READ_HISTORY = 1 << 16
MENTION_EVERYONE = 1 << 17
EXTERNAL_EMOJIS = 1 << 18
CONNECT = 1 << 20
SPEAK = 1 << 21
MUTE_MEMBERS = 1 << 22
MOVE_MEMBERS = 1 << 24
CHANGE_NICKNAME = 1 << 26
MANAGE_NICKNAMES = 1 << 27
MANAGE_ROLES = 1 << 28
MANAGE_WEBHOOKS = 1 << 29
USE_COMMANDS = 1 << 31
MANAGE_EVENTS = 1 << 33
MANAGE_THREADS = 1 << 34
PUBLIC_THREADS = 1 << 35
PRIVATE_THREADS = 1 << 36
EXTERNAL_STICKERS = 1 << 37
SEND_IN_THREADS = 1 << 38
MODERATE_MEMBERS = 1 << 40
CREATE_EVENTS = 1 << 44
SEND_POLLS = 1 << 49
EXTERNAL_APPS = 1 << 50
PIN_MESSAGES = 1 << 51
BYPASS_SLOWMODE = 1 << 52
ALL = (1 << 53) - 1

# what a new server gives to everyone
USUAL = (
    CREATE_INVITE | ADD_REACTIONS | VIEW_CHANNEL | SEND_MESSAGES | EMBED_LINKS | ATTACH_FILES | READ_HISTORY
    | MENTION_EVERYONE | EXTERNAL_EMOJIS | CONNECT | SPEAK | CHANGE_NICKNAME | USE_COMMANDS | PUBLIC_THREADS
    | PRIVATE_THREADS | EXTERNAL_STICKERS | SEND_IN_THREADS | SEND_POLLS | EXTERNAL_APPS
)  # fmt: skip

# "Timed out members will temporarily lose all permissions except" these
IN_TIME_OUT = VIEW_CHANNEL | READ_HISTORY
NEEDS_SENDING = SEND_TTS | EMBED_LINKS | ATTACH_FILES | MENTION_EVERYONE
IN_DM = VIEW_CHANNEL | SEND_MESSAGES | EMBED_LINKS | ATTACH_FILES | READ_HISTORY | ADD_REACTIONS | USE_COMMANDS


def in_guild(guild: Guild, member: Member) -> int:
    """What the roles alone give; the owner and administrators have all."""
    if member.user.id == guild.owner_id:
        return ALL
    granted = guild.roles[guild.id].permissions
    for role_id in member.roles:
        granted |= guild.roles[role_id].permissions
    return ALL if granted & ADMINISTRATOR else granted


def in_channel(channel: Channel, member: Member, now: datetime) -> int:
    """What the member may do there at this moment; a thread has its parent's overwrites."""
    guild = member.guild
    base = in_guild(guild, member)
    if base == ALL:
        return ALL
    granted = _overwritten(guild, channel, member, base)
    if not granted & VIEW_CHANNEL or not _may_open(channel, member, granted):
        return 0
    if member.in_time_out(now):
        return granted & IN_TIME_OUT
    sending = SEND_IN_THREADS if channel.thread else SEND_MESSAGES
    return granted if granted & sending else granted & ~NEEDS_SENDING


def _overwritten(guild: Guild, channel: Channel, member: Member, base: int) -> int:
    """Overwrites in Discord's order: everyone, then all roles together, then the member."""
    place = channel.parent if channel.thread and channel.parent else channel
    overwrites = place.overwrites
    if everyone := overwrites.get(guild.id):
        base = base & ~everyone.deny | everyone.allow
    allow = deny = 0
    for role_id in member.roles:
        if overwrite := overwrites.get(role_id):
            allow |= overwrite.allow
            deny |= overwrite.deny
    base = base & ~deny | allow
    if own := overwrites.get(member.user.id):
        base = base & ~own.deny | own.allow
    return base


def _may_open(channel: Channel, member: Member, granted: int) -> bool:
    """Private threads are open to their members and to those who manage threads (documentation, Threads)."""
    thread = channel.thread
    if thread is None or channel.kind != 12:
        return True
    return member.user.id in thread.members or bool(granted & MANAGE_THREADS)
