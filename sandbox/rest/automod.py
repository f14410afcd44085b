"""Rules of AutoMod (documentation, Auto Moderation Resource)."""

from sandbox.errors import Json, field_error, refuse
from sandbox.rest import guard
from sandbox.rest.routing import Call, Reply, Routes
from sandbox.state import permissions as may
from sandbox.wire import part

routes = Routes()
_RULES = "/guilds/{guild_id}/auto-moderation/rules"


@routes.on("GET", _RULES)
async def list_rules(call: Call) -> Reply:
    guild = call.guild
    guard.need_in_guild(call, guild, may.MANAGE_GUILD)
    return Reply(list(guild.automod.values()))


@routes.on("GET", _RULES + "/{rule_id}")
async def get_rule(call: Call) -> Reply:
    guard.need_in_guild(call, call.guild, may.MANAGE_GUILD)
    return Reply(_rule(call))


def _rule(call: Call) -> Json:
    found = call.guild.automod.get(call.id("rule_id"))
    if found is None:
        raise refuse(10066, 404)
    return found


@routes.on("POST", _RULES)
async def create_rule(call: Call) -> Reply:
    """Six keyword rules at most (documentation, Trigger Types). Rules bind members; bots are exempt."""
    guild, body = call.guild, call.json
    guard.need_in_guild(call, guild, may.MANAGE_GUILD)
    same = sum(one["trigger_type"] == body.get("trigger_type") for one in guild.automod.values())
    if same >= (6 if body.get("trigger_type") == 1 else 1):
        raise field_error("trigger_type", "AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED", "Too many rules of this type")
    rule: Json = {
        "id": str(call.world.ids.make()),
        "guild_id": str(guild.id),
        "creator_id": str(call.app.user.id),
        "name": body["name"],
        "event_type": body["event_type"],
        "trigger_type": body["trigger_type"],
        "trigger_metadata": _metadata(body),
        "actions": [{"metadata": {}, **one} for one in body.get("actions") or [{"type": 1}]],
        "enabled": bool(body.get("enabled", False)),
        "exempt_roles": body.get("exempt_roles") or [],
        "exempt_channels": body.get("exempt_channels") or [],
    }
    guild.automod[int(rule["id"])] = rule
    _tell_rule(call, "AUTO_MODERATION_RULE_CREATE", rule)
    return Reply(rule)


def _metadata(body: Json) -> Json:
    given = part(body, "trigger_metadata")
    empty: Json = {"keyword_filter": [], "regex_patterns": [], "allow_list": []} if body["trigger_type"] == 1 else {}
    return empty | given


def _tell_rule(call: Call, name: str, rule: Json) -> None:
    guild = call.guild
    readers = frozenset(i for i, one in guild.members.items() if may.in_guild(guild, one) & may.MANAGE_GUILD)
    call.world.tell(name, rule, readers, guild=guild)


@routes.on("PATCH", _RULES + "/{rule_id}")
async def update_rule(call: Call) -> Reply:
    guard.need_in_guild(call, call.guild, may.MANAGE_GUILD)
    rule = _rule(call)
    rule.update({key: value for key, value in call.json.items() if key in rule})
    _tell_rule(call, "AUTO_MODERATION_RULE_UPDATE", rule)
    return Reply(rule)


@routes.on("DELETE", _RULES + "/{rule_id}")
async def delete_rule(call: Call) -> Reply:
    guild = call.guild
    guard.need_in_guild(call, guild, may.MANAGE_GUILD)
    rule = _rule(call)
    del guild.automod[int(rule["id"])]
    _tell_rule(call, "AUTO_MODERATION_RULE_DELETE", rule)
    return Reply()
