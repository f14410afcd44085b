"""Who the bot is, where the gateway is, whom it writes to."""

import time

from sandbox.deeds import dms
from sandbox.errors import Json, refuse
from sandbox.rest.routing import Call, Reply, Routes
from sandbox.state import render
from sandbox.state.apps import Application, flags
from sandbox.state.world import World

routes = Routes()


@routes.on("GET", "/users/@me")
async def me(call: Call) -> Reply:
    return Reply(render.own_user(call.app.user))


@routes.on("GET", "/users/{user_id}")
async def user(call: Call) -> Reply:
    return Reply(render.user(call.world.user(call.id("user_id"))))


@routes.on("GET", "/applications/@me")
@routes.on("GET", "/oauth2/applications/@me")
async def application(call: Call) -> Reply:
    return Reply(_application(call.world, call.app))


@routes.on("GET", "/gateway", free=True)
async def gateway(call: Call) -> Reply:
    return Reply({"url": call.hub.gateway})


@routes.on("GET", "/gateway/bot")
async def gateway_for_bots(call: Call) -> Reply:
    settings, now = call.world.settings, time.monotonic()
    used = sum(one > now - 86400 for one in call.app.identifies)
    limit: Json = {
        "total": settings.session_starts,
        "remaining": max(settings.session_starts - used, 0),
        "reset_after": 86400000,
        "max_concurrency": settings.max_concurrency,
    }
    return Reply({"url": call.hub.gateway, "shards": settings.shards, "session_start_limit": limit})


@routes.on("POST", "/users/@me/channels", limit=(10, 10.0))
async def open_dm(call: Call) -> Reply:
    """Opens the DM with a person; too many new ones in a while are refused (40003)."""
    recipient = call.json.get("recipient_id")
    if recipient is None:
        raise refuse(50033)
    person = call.world.user(int(recipient))
    if person.bot:
        raise refuse(50007)
    pair = frozenset({person.id, call.app.user.id})
    if pair not in call.world.dms:
        _count_dm(call)
    return Reply(render.channel(dms.between(call.world, call.app, person.id)))


def _count_dm(call: Call) -> None:
    settings, now = call.world.settings, time.monotonic()
    opens = call.app.dm_opens
    opens[:] = [one for one in opens if one > now - settings.dm_opens_window]
    if len(opens) >= settings.dm_opens:
        raise refuse(40003)
    opens.append(now)


@routes.on("GET", "/users/@me/guilds")
async def guilds(call: Call) -> Reply:
    own = call.app.user.id
    return Reply([_short(one.id, one.name) for one in call.world.guilds.values() if own in one.members])


def _short(guild_id: int, name: str) -> Json:
    flat: Json = {"icon": None, "banner": None, "owner": False, "permissions": "0", "features": []}
    return {"id": str(guild_id), "name": name} | flat


# what a portal's page says where nothing was filled in
_PORTAL: Json = {
    "summary": "",
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "0" * 64,
    "hook": True,
    "redirect_uris": [],
    "interactions_endpoint_url": None,
    "role_connections_verification_url": None,
    "approximate_user_install_count": 0,
    "approximate_user_authorization_count": 0,
    "explicit_content_filter": 0,
    "team": None,
    "eligible_oauth2_scopes": [],
    "integration_types_config": {"0": {}},
}


def _application(world: World, app: Application) -> Json:
    installed = sum(app.user.id in one.members for one in world.guilds.values())
    return {
        "id": str(app.id),
        "name": app.name,
        "icon": None,
        "description": "",
        "type": None,
        "bot": render.user(app.user),
        **_PORTAL,
        "flags": flags(app),
        "flags_new": str(flags(app)),
        "owner": render.user(app.owner),
        "approximate_guild_count": installed,
    }
