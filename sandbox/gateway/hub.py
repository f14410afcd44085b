"""Hands events to the sessions that may have them, and makes the gateway's faults."""

import asyncio
import secrets
import time
from collections.abc import Callable

from sandbox.deeds import guilds
from sandbox.errors import Json
from sandbox.faults import EventFaults
from sandbox.gateway import intents
from sandbox.gateway.session import Connection, Session
from sandbox.state import render, render_message
from sandbox.state.apps import Application, flags
from sandbox.state.world import Event, World


class Hub:
    """All sessions of all bots."""

    def __init__(self, world: World, faults: EventFaults, told: Callable[[str, Json], None]) -> None:
        self.world = world
        self.faults = faults
        # looks at every event before it leaves
        self.told = told
        self.sessions: dict[str, Session] = {}
        self.connections: set[Connection] = set()
        self.gateway = ""
        self.refusals: list[int] = []
        """What the next handshakes are answered instead of a connection: HTTP status codes."""
        world.listeners.append(self.hear)

    def of(self, app: Application) -> list[Session]:
        return [one for one in self.sessions.values() if one.app is app]

    def is_connected(self, app: Application) -> bool:
        """Whether the bot is there, or may soon resume."""
        return any(one.connection or self._may_resume(one) for one in self.of(app))

    def hear(self, event: Event) -> None:
        """Gives the event to every session whose bot, shard and intents let it through."""
        for session in list(self.sessions.values()):
            if session.app.user.id not in event.audience or not self._goes_to(event, session):
                continue
            data = shown(event, session)
            if event.name == "GUILD_CREATE" and event.guild:
                data = self.guild(session, data)
            for delay in self.faults.fate_of(event.name):
                self._deliver(session, event.name, data, delay)

    def _goes_to(self, event: Event, session: Session) -> bool:
        guild_id = event.guild.id if event.guild else None
        if event.name == "INTERACTION_CREATE" or guild_id is None:
            place = event.data.get("guild_id")
            guild_id = int(place) if place else None
        return session.serves(guild_id) and intents.wants(event, session.app, session.intents)

    def _deliver(self, session: Session, name: str, data: Json, delay: float) -> None:
        self.told(name, data)
        if delay:
            asyncio.get_running_loop().call_later(delay, session.put, name, data)
        else:
            session.put(name, data)

    def guild(self, session: Session, data: Json) -> Json:
        """A server as this session sees it when it appears; members only with the presence intent."""
        found = self.world.guilds[int(data["id"])]
        both = intents.PRESENCES | intents.MEMBERS
        return guilds.whole(self.world, found, session.app, everyone=session.intents & both == both)

    def begin(self, app: Application, shard: tuple[int, int], wanted: int, connection: Connection) -> Session:
        """A new session: READY, then every server of the shard."""
        session = Session(secrets.token_hex(16), app, shard, wanted)
        session.connection = connection
        self.sessions[session.id] = session
        mine = [one for one in self.world.guilds.values() if app.user.id in one.members and session.serves(one.id)]
        ready = self._ready(session, [{"id": str(one.id), "unavailable": True} for one in mine])
        self._deliver(session, "READY", ready, 0.0)
        for guild in mine if wanted & intents.GUILDS else ():
            # told only after READY (discord-api-docs#5124): a library knows a server that is new by its absence
            whole = self.guild(session, {"id": guild.id}) | {"unavailable": False}
            self._deliver(session, "GUILD_CREATE", whole, 0.0)
        self.world.changed()
        return session

    def _ready(self, session: Session, unavailable: list[Json]) -> Json:
        return {
            "v": 10,
            "user": render.own_user(session.app.user),
            "guilds": unavailable,
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self.gateway,
            "shard": list(session.shard),
            "application": {"id": str(session.app.id), "flags": flags(session.app)},
            "private_channels": [],
            "relationships": [],
            "presences": [],
            "user_settings": {},
            "geo_ordered_rtc_regions": [],
            "guild_join_requests": [],
            "_trace": [],
        }

    def resumable(self, session_id: str) -> Session | None:
        """The session, if it still lives."""
        session = self.sessions.get(session_id)
        if session is not None and session.connection is None and not self._may_resume(session):
            self.end(session)
            return None
        return session

    def _may_resume(self, session: Session) -> bool:
        away = session.left_at
        return away is None or time.monotonic() - away < self.world.settings.session_life

    def end(self, session: Session) -> None:
        self.sessions.pop(session.id, None)
        self.world.changed()

    # faults on demand

    def drop(self, app: Application, *, resumable: bool) -> None:
        for session in self.of(app):
            connection = session.connection
            if not resumable:
                self.end(session)
            if connection is not None:
                session.leave()
                connection.cut()

    def send_all(self, app: Application, payload: Json, *, end: bool = False) -> None:
        """Sends a control payload (op 7, op 9) to every session of the bot."""
        for session in self.of(app):
            if end:
                self.end(session)
            if session.connection is not None:
                session.connection.put(payload)


def shown(event: Event, session: Session) -> Json:
    """The event without what this session's intents hide."""
    if event.message is None:
        return event.data
    content = bool(session.intents & intents.CONTENT)
    message, app = event.message, session.app
    data = event.data
    if not render_message.may_read(message, app, content_intent=content):
        data = render_message.hidden(data)
    return render_message.with_reference_hidden(data, message, app, content_intent=content)


def members_chunk(world: World, app: Application, body: Json) -> Json | None:
    """The answer to op 8: members by a name's beginning or by ids; None where the bot is not a member."""
    guild = world.guilds.get(int(body["guild_id"]))
    if guild is None or app.user.id not in guild.members:
        return None
    wanted = body.get("user_ids")
    if wanted is not None:
        ids = [int(one) for one in (wanted if isinstance(wanted, list) else [wanted])]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        found = [guild.members[i] for i in ids if i in guild.members]
    else:
        begin = str(body.get("query") or "").lower()
        found = [one for one in guild.members.values() if (one.nick or one.user.name).lower().startswith(begin)]
        limit = int(body.get("limit") or 0)
        found = found[:limit] if limit else found
    data: Json = {
        "guild_id": str(guild.id),
        "members": [render.member(one) for one in found],
        "chunk_index": 0,
        "chunk_count": 1,
        "not_found": [],
    }
    return data | {"nonce": body["nonce"]} if body.get("nonce") else data
