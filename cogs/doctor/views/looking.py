"""Looks at a server: what Discord has told, what it tells when asked, and what the rows say."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar

import aiohttp
import discord

from bot.data.guilds import Channels
from bot.delivery.sender import Sender
from bot.domain.clock import real_ms, to_ms
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId, RoleId
from bot.feature import Feature, Parts
from bot.ui.press import Press
from cogs.doctor.model import NOWHERE, House, Need, PingRole, Place, Reader, Seen
from cogs.doctor.service import CheckUps, Known

ASKED_WITHIN_S = 3.0
PANEL_AMONG = 25
"""The way in is the room's last message, or a minute's talk above it."""
ROOMS_LOOKED_AT = 5

T = TypeVar("T")


@dataclass(frozen=True)
class _Told:
    """What Discord told when it was asked; None where it did not answer in time."""

    counts: Mapping[str, int] | None
    threads: int | None
    about: int | None
    commands: frozenset[str] | None
    panels: Mapping[ChannelId, bool | None]


class Looking:
    """Makes a `Seen` of a server."""

    def __init__(
        self, check_ups: CheckUps, sender: Sender, features: Sequence[Feature], parts: Callable[[], Mapping[str, Parts]]
    ) -> None:
        self._check_ups = check_ups
        self._sender = sender
        self._features = features
        self._parts = parts

    async def look(self, press: Press, guild: GuildId) -> tuple[Seen, Known]:
        """Raises Refusal where Discord does not tell of the server at the moment."""
        off_s = real_ms() / 1000 - discord.utils.snowflake_time(press.id).timestamp()
        home = press.interaction.guild
        if home is None or home.unavailable:
            raise Refusal("doctor-not-now")
        began = time.monotonic()
        await self._check_ups.begin(guild)
        known = await self._check_ups.known(guild)
        rows_ms = round((time.monotonic() - began) * 1000)
        told = await self._ask_discord(press, home, known.channels.vent_rooms[:ROOMS_LOOKED_AT])
        house = House(
            threads=told.threads, clock_off_s=off_s, rows_ms=rows_ms, late_ms=known.backlog.overdue_ms,
            given_up=known.backlog.given_up, backup_age=known.backup_age, here_for=self._here_for(home),
            missing_commands=self._missing(known, told.commands),
        )  # fmt: skip
        seen = Seen(
            home.me.display_name, list(_places(home, known.channels, told.panels)), self._needs(known),
            list(_readers(home, known, told.counts)), _ping(home, known), _gone(home, known), house, told.about,
        )  # fmt: skip
        return seen, known

    async def _ask_discord(self, press: Press, home: discord.Guild, rooms: Sequence[ChannelId]) -> "_Told":
        http: Any = press.interaction.client.http
        there = [room for room in rooms if home.get_channel(room) is not None]
        counts, threads, about, commands, panels = await asyncio.gather(
            _asked(http.get_role_member_counts(home.id)), _asked(http.get_active_threads(home.id)),
            _asked(self._sender.questions.about_how_many(GuildId(home.id), there)),
            _asked(http.get_guild_commands(press.interaction.application_id, home.id)),
            asyncio.gather(*(_has_panel(http, home, room) for room in there)),
        )  # fmt: skip
        return _Told(
            counts=counts,
            threads=len(threads["threads"]) if threads is not None else None,
            about=about[1] if about is not None and there else None,
            commands=frozenset(str(one["name"]) for one in commands) if commands is not None else None,
            panels=dict(zip(there, panels, strict=True)),
        )

    def _needs(self, known: Known) -> list[Need]:
        return [
            Need(right.permission, right.text_id, right.place, right.grave)
            for feature in sorted(self._features, key=lambda one: one.name != "venting")
            if not feature.switchable or feature.name in known.on
            for right in feature.rights
        ]

    def _missing(self, known: Known, there: frozenset[str] | None) -> tuple[str, ...]:
        """What Discord was not given for this server, or has lost."""
        slashes = [slash for name, one in self._parts().items() if name in known.on for slash in one.slashes]
        wanted = dict.fromkeys(slash.path[0] for slash in slashes if slash.scope == "server")
        return tuple(name for name in wanted if there is not None and name not in there)

    def _here_for(self, home: discord.Guild) -> timedelta:
        joined = home.me.joined_at
        now_ms = to_ms(self._check_ups.rows.wall.now())
        return timedelta(milliseconds=now_ms - to_ms(joined)) if joined is not None else timedelta()


async def _asked(question: Awaitable[T]) -> T | None:
    """What Discord answers in time; None where it does not."""
    try:
        async with asyncio.timeout(ASKED_WITHIN_S):
            return await question
    except (discord.HTTPException, aiohttp.ClientError, TimeoutError, KeyError):
        return None


async def _has_panel(http: Any, home: discord.Guild, room: ChannelId) -> bool | None:
    """Whether one of the room's last messages is the way in; None where that cannot be read."""
    channel = home.get_channel(room)
    if channel is None or not channel.permissions_for(home.me).read_message_history:
        return None
    found: list[dict[str, Any]] | None = await _asked(http.logs_from(room, PANEL_AMONG))
    mine = [one for one in found or () if one["author"]["id"] == str(home.me.id)]
    return any("vent:open" in str(one.get("components")) for one in mine) if found is not None else None


def _places(home: discord.Guild, channels: Channels, panels: Mapping[ChannelId, bool | None]) -> Iterator[Place]:
    chosen = [(room, "rooms") for room in channels.vent_rooms]
    if channels.moderators is not None:
        chosen.append((channels.moderators, "moderators"))
    for number, where in chosen:
        channel = home.get_channel(number)
        if channel is None:
            yield Place(number, where, there=False)
            continue
        yield Place(
            number, where, allowed=_names(channel.permissions_for(home.me)), givable=givable(home, channel),
            has_panel=panels.get(number), open=channel.permissions_for(home.default_role).view_channel,
        )  # fmt: skip
    yield Place(NOWHERE, "server", allowed=_names(home.me.guild_permissions))


def _names(permissions: discord.Permissions) -> frozenset[str]:
    # going over them gives `read_messages`, Discord's "View Channel" by its first name (discord.py, permissions.py)
    names = frozenset(name for name, given in permissions if given)
    return names | {"view_channel"} if permissions.view_channel else names


def givable(home: discord.Guild, channel: discord.abc.GuildChannel) -> frozenset[str]:
    """What the bot could allow itself there: what it has on the server or in the category, if it manages roles.

    With an overwrite of the channel that gives it Manage Roles, anything (documentation, Edit Channel Permissions).
    """
    allowed = channel.permissions_for(home.me)
    if not (allowed.view_channel and allowed.manage_roles):
        return frozenset()
    if any(channel.overwrites_for(one).manage_roles for one in (home.me, *home.me.roles)):
        return _names(discord.Permissions.all())
    above = channel.category.permissions_for(home.me) if channel.category is not None else discord.Permissions.none()
    return _names(home.me.guild_permissions) | _names(above)


def _readers(home: discord.Guild, known: Known, counts: Mapping[str, int] | None) -> Iterator[Reader]:
    for room in known.channels.vent_rooms:
        channel = home.get_channel(room)
        for number in sorted(known.not_seekers):
            role = home.get_role(number)
            if channel is not None and role is not None and channel.permissions_for(role).view_channel:
                people = counts.get(str(number), 0) if counts is not None else None
                if people != 0:
                    yield Reader(number, role.name, people, room)


def _ping(home: discord.Guild, known: Known) -> PingRole | None:
    role = home.get_role(known.ping) if known.ping is not None else None
    if role is None:
        return None
    rooms = [home.get_channel(room) for room in known.channels.vent_rooms]
    loud = all(room.permissions_for(home.me).mention_everyone for room in rooms if room is not None)
    hands_out = home.me.guild_permissions.manage_roles
    return PingRole(RoleId(role.id), role.name, role.mentionable or loud, role < home.me.top_role, hands_out)


def _gone(home: discord.Guild, known: Known) -> list[RoleId]:
    chosen = [*known.moderators, *known.not_seekers, *([known.ping] if known.ping is not None else [])]
    return sorted({role for role in chosen if home.get_role(role) is None})
