"""What a person sees, as JSON."""

from typing import Any

from sandbox.errors import Json
from sandbox.people import offers
from sandbox.people.answer import Answer
from sandbox.people.form import Field, Form
from sandbox.people.person import Person
from sandbox.people.seen import Seen
from sandbox.people.writing import STARTER
from sandbox.rest.server import Request
from sandbox.state import permissions as may
from sandbox.state import render
from sandbox.state.model import Channel, Guild, Member, User
from sandbox.state.world import World


def user(of: User) -> Json:
    return {"id": str(of.id), "name": of.name, "bot": of.bot, "locale": of.locale, "dms_open": of.dms_open}


def people(world: World) -> list[Json]:
    """Everyone, with the servers they are in and the names of their roles there."""
    places: dict[int, list[Json]] = {}
    for of in world.guilds.values():
        for one in of.members.values():
            roles = [of.roles[role_id].name for role_id in sorted(one.roles)]
            owns = of.owner_id == one.user.id
            places.setdefault(one.user.id, []).append({"id": str(of.id), "name": of.name, "roles": roles, "owns": owns})
    return [user(one) | {"guilds": places.get(one.id, [])} for one in world.users.values()]


def state(person: Person, *, brief: bool = False) -> Json:
    """All places of a person; `brief` leaves out what is in the servers."""
    world = person.world
    own = [one for one in world.guilds.values() if person.id in one.members]
    dms = [one for one in world.dms.values() if person.user in one.recipients]
    return {
        "you": user(person.user),
        "guilds": [{"id": str(one.id), "name": one.name} if brief else guild(person, one) for one in own],
        "dms": [_dm(person, one) for one in dms],
        "clock": clock(world),
    }


def guild(person: Person, of: Guild) -> Json:
    world = person.world
    seen = [one for one in of.channels.values() if person.can_see(one)]
    threads = [one for one in of.threads.values() if person.can_see(one)]
    granted = may.in_guild(of, of.members[person.id])
    return {
        "id": str(of.id),
        "name": of.name,
        "owner": str(of.owner_id),
        "permissions": str(granted),
        "channels": [channel(person, one) for one in seen],
        "threads": [channel(person, one) for one in threads],
        "roles": [render.role(one) for one in of.roles.values()],
        "members": [member(world, one) for one in of.members.values()],
        "events": [render.scheduled_event(one, with_count=True) for one in of.events.values()],
    }


def channel(person: Person, of: Channel) -> Json:
    """A channel with what this person may do there."""
    data = render.channel(of) | {
        "permissions": str(person.world.allowed(person.id, of)),
        "joined": of.thread is None or person.id in of.thread.members,
    }
    if of.thread is None:
        return data
    # the copy of the message that it hangs from heads it, and is not counted
    written = sum(not one.ephemeral and one.kind != STARTER for one in of.messages.values())
    return data | {"message_count": written}


def _dm(person: Person, of: Channel) -> Json:
    other = next(one for one in of.recipients if one is not person.user)
    return channel(person, of) | {"with": user(other)}


def member(world: World, of: Member) -> Json:
    until = of.timed_out_until
    return user(of.user) | {
        "nick": of.nick,
        "roles": [str(one) for one in of.roles],
        "joined_at": of.joined_at.isoformat(),
        "timed_out": until.isoformat() if until and of.in_time_out(world.clock.now()) else None,
    }


def message(of: Seen, at: float | None = None) -> Json:
    """The message as its reader's client has it, with what a page needs beside it; `at` is people's time."""
    return of.wire | {
        "at": of.sent_at.timestamp() if at is None else at,
        "ephemeral": of.ephemeral,
        "thinking": of.thinking,
        "system": of.system,
        "text": of.text,
        "mine": of.author.id == of.viewer,
        "pings_me": of.viewer in of.pings or 0 in of.pings,
    }


def commands(person: Person, place: Channel) -> list[Json]:
    found = offers.offered(person.world, person.user, place)
    return [render.command(one.command, one.app) | {"app": one.app.name} for one in found]


def answer(of: Answer) -> Json:
    updated = of.updated
    return {
        "interaction": str(of.interaction.id),
        "kind": of.kind,
        "failed": of.failed,
        "form": form(of.form) if of.form else None,
        "messages": [message(one) for one in of.messages],
        "updated": message(updated) if updated else None,
        "choices": [{"name": name, "value": value} for name, value in of.choices],
    }


def form(of: Form) -> Json:
    """A form with its fields flattened, and its components as they were sent."""
    return {
        "interaction": str(of.opened_by.id),
        "title": of.title,
        "custom_id": of.custom_id,
        "fields": [_field(one) for one in of.fields.values()],
        "components": of.components,
    }


def _field(of: Field) -> Json:
    return {
        "custom_id": of.custom_id,
        "label": of.label,
        "description": of.description,
        "type": of.type,
        "required": of.required,
        "min": of.min,
        # null leaves the most open
        "max": of.max or len(of.options),
        "value": of.value,
        "placeholder": of.placeholder,
        "options": [vars(one) for one in of.options],
    }


def clock(world: World) -> Json:
    return {"now": world.clock.unix(), "speed": world.clock.speed}


def request(of: Request, number: int) -> Json:
    """A line of the log."""
    shown: dict[str, Any] = {**vars(of), "number": number}
    return shown
