"""Acting as a person over HTTP: each verb reads its body and does what the person's client would do."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from sandbox.control import views
from sandbox.errors import ClientRefusal, Json
from sandbox.people.answer import Answer
from sandbox.people.form import Form
from sandbox.people.person import InGuild, Person
from sandbox.people.seen import Seen
from sandbox.people.town import Town
from sandbox.people.typed import HasId
from sandbox.state.model import Channel, Message
from sandbox.wire import part

# a select menu whose options are the bot's own; the others name users, roles or channels
CHOICES = 3

Verb: TypeAlias = Callable[[Person, Json], Awaitable[Any]]


class Missing(Exception):
    """Something that the request names is not there."""


def person_of(town: Town, given: Any) -> Person:
    """The person of an id. Raises Missing."""
    found = town.world.users.get(_number(given))
    if found is None or found.bot:
        raise Missing(f"there is no person {given}")
    return Person(town, found)


def channel_of(town: Town, given: Any) -> Channel:
    found = town.world.channels.get(_number(given))
    if found is None:
        raise Missing(f"there is no channel {given}")
    return found


def _number(given: Any) -> int:
    text = str(given)
    if not text.isdecimal():
        raise Missing(f"{given!r} is no id")
    return int(text)


def _message(person: Person, body: Json) -> Message:
    found = channel_of(person.town, body["channel"]).messages.get(_number(body["message"]))
    if found is None:
        raise ClientRefusal("this message is gone")
    return found


def _there(person: Person, place: Channel) -> Person:
    """The person where they are: in the server of the channel, or in the DM."""
    return InGuild(person.town, person.user, place.guild) if place.guild else person


async def act(town: Town, verb: str, body: Json) -> Any:
    """Does it. Raises Missing for an unknown verb, person or place, ClientRefusal for what the client refuses."""
    if verb not in VERBS:
        raise Missing(f"there is no act {verb!r}; there are {', '.join(VERBS)}")
    try:
        found = await VERBS[verb](person_of(town, body["as"]), body)
    except KeyError as missing:
        raise Missing(f"{verb} needs {missing}") from None
    return views.answer(found) if isinstance(found, Answer) else found


async def _run(person: Person, body: Json) -> Answer:
    place = channel_of(person.town, body["channel"])
    return await _there(person, place).run(body["name"], place, **part(body, "options"))


async def _complete(person: Person, body: Json) -> list[Json]:
    place = channel_of(person.town, body["channel"])
    others = part(body, "options")
    found = await _there(person, place).complete(body["name"], body["option"], body["text"], place, **others)
    return [{"name": name, "value": value} for name, value in found]


async def _menu(person: Person, body: Json) -> Answer:
    place = channel_of(person.town, body["channel"])
    here = _there(person, place)
    if "message" in body:
        return await here.menu(body["name"], _message(person, body))
    return await here.menu(body["name"], person_of(person.town, body["user"]))


async def _press(person: Person, body: Json) -> Answer:
    return await person.press(_message(person, body), body["button"])


async def _choose(person: Person, body: Json) -> Answer:
    message = _message(person, body)
    kind = Seen(message, person.id).select(body["menu"]).kind
    values = body["values"] if kind == CHOICES else [_thing(person.town, one) for one in body["values"]]
    return await person.choose(message, body["menu"], values)


def _thing(town: Town, given: str) -> str | HasId:
    """The user or channel that is chosen by its id."""
    wanted = _number(given)
    return town.world.users.get(wanted) or town.world.channels.get(wanted) or given


async def _submit(person: Person, body: Json) -> Answer:
    wanted = _number(body["interaction"])
    found = next((one for one in person.world.interactions.values() if one.id == wanted), None)
    if found is None or found.form is None or found.user is not person.user:
        raise Missing("there is no such form")
    return await person.submit(Form(found.form, found), part(body, "values"), raw=bool(body.get("raw")))


async def _say(person: Person, body: Json) -> Json:
    place = channel_of(person.town, body["channel"])
    to = place.messages.get(_number(body["reply_to"])) if body.get("reply_to") else None
    return views.message(await person.say(place, body["text"], reply_to=to))


async def _edit(person: Person, body: Json) -> None:
    await person.edit(_message(person, body), body["text"])


async def _react(person: Person, body: Json) -> None:
    await person.react(_message(person, body), body["emoji"])


async def _unreact(person: Person, body: Json) -> None:
    await person.unreact(_message(person, body), body["emoji"])


async def _delete(person: Person, body: Json) -> None:
    await person.delete(_message(person, body))


async def _dm(person: Person, body: Json) -> Json:
    app = person.world.apps.get(_number(body["app"]))
    if app is None:
        raise Missing("there is no such bot")
    return views.channel(person, person.dm(app))


VERBS: dict[str, Verb] = {
    "run": _run,
    "menu": _menu,
    "press": _press,
    "choose": _choose,
    "submit": _submit,
    "complete": _complete,
    "say": _say,
    "edit": _edit,
    "react": _react,
    "unreact": _unreact,
    "delete": _delete,
    "dm": _dm,
}
