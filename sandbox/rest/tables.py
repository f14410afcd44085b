"""All tables of routes."""

from sandbox.rest import (
    automod,
    channels,
    commands,
    events,
    guilds,
    interactions,
    login,
    members,
    messages,
    reactions,
    threads,
    webhooks,
)

ALL = [
    login.routes,
    commands.routes,
    interactions.routes,
    messages.routes,
    reactions.routes,
    threads.routes,
    channels.routes,
    guilds.routes,
    members.routes,
    events.routes,
    automod.routes,
    webhooks.routes,
]
