"""What everyone does at their client, in a server or in DMs: run, press, choose, fill in, write, react."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from sandbox.deeds import interactions
from sandbox.deeds.interactions import AUTOCOMPLETE, COMMAND, COMPONENT, FORM, Deed
from sandbox.errors import ClientRefusal, Json
from sandbox.people import offers, typed
from sandbox.people.answer import Answer
from sandbox.people.form import Form
from sandbox.people.seen import Seen
from sandbox.people.town import Town
from sandbox.people.typed import HasId, Typed
from sandbox.people.writing import Writing
from sandbox.state import render_message
from sandbox.state.apps import Application
from sandbox.state.model import Attachment, Channel, Message, Role

SLASH, USER_MENU, MESSAGE_MENU = 1, 2, 3
_RESOLVED = ("users", "roles", "mentionables", "channels", "files")


class Actor(Writing):
    """Somebody at a client; `usual_channel` is where they are when nothing else is said."""

    def usual_channel(self) -> Channel:
        raise NotImplementedError

    def commands(self, channel: Channel | None = None) -> list[str]:
        """The names of the commands offered there; subcommands are spelled out after their command."""
        return offers.names(offers.offered(self.world, self.user, channel or self.usual_channel()))

    async def run(self, name: str, /, channel: Channel | None = None, **options: Any) -> Answer:
        """Runs a slash command. Raises ClientRefusal for a command or option that the client does not offer."""
        place = channel or self.usual_channel()
        offer, words = self._slash(name, place)
        enclosing, known = typed.path(offer.command.body, words)
        said = Typed(self.world, place.guild, self.user.id)
        said.options = typed.wrap(enclosing, typed.fill(said, known, options))
        return await self._do(
            Deed(COMMAND, offer.app, self.user, place, _named(offer) | said.data(), command=offer.command)
        )

    async def complete(
        self, name: str, option: str, text: str, /, channel: Channel | None = None, **others: Any
    ) -> list[tuple[str, str | int | float]]:
        """The suggestions for an option while it is typed; nothing when the application gives none."""
        place = channel or self.usual_channel()
        offer, words = self._slash(name, place)
        enclosing, known = typed.path(offer.command.body, words)
        asked = next((one for one in known if one["name"] == option and one.get("autocomplete")), None)
        if asked is None:
            raise ClientRefusal(f"/{name} suggests nothing for {option!r}")
        said = Typed(self.world, place.guild, self.user.id)
        optional = [one | {"required": False} for one in known]
        said.options = typed.fill(said, optional, others)
        said.options.append({"name": option, "type": asked["type"], "value": text, "focused": True})
        said.options = typed.wrap(enclosing, said.options)
        data = _named(offer) | said.data()
        answer = await self._do(Deed(AUTOCOMPLETE, offer.app, self.user, place, data, command=offer.command))
        return answer.choices

    def _slash(self, name: str, channel: Channel) -> tuple[offers.Offer, list[str]]:
        first, *words = name.removeprefix("/").split(" ")
        return offers.find(offers.offered(self.world, self.user, channel), first, SLASH), words

    async def menu(self, name: str, target: Seen | Message | HasId, channel: Channel | None = None) -> Answer:
        """Runs a message menu on a message, or a user menu on a person who is met in the channel."""
        if isinstance(target, Seen | Message):
            message = self.look(target)
            place, kind, target_id = message.channel, MESSAGE_MENU, message.id
            shown = render_message.message(message, viewer=self.user.id)
            resolved: Json = {"messages": {str(message.id): shown}}
        else:
            place, kind, target_id = channel or self.usual_channel(), USER_MENU, target.id
            said = Typed(self.world, place.guild, self.user.id)
            said.name_user(target.id)
            resolved = said.resolved
        offer = offers.find(offers.offered(self.world, self.user, place), name, kind)
        data = _named(offer) | {"target_id": str(target_id), "resolved": resolved}
        return await self._do(Deed(COMMAND, offer.app, self.user, place, data, command=offer.command))

    async def press(self, message: Seen | Message, name: str) -> Answer:
        """Presses a button by its custom id, its beginning, or its label. Raises ClientRefusal if it cannot be."""
        stored = self.look(message)
        button = Seen(stored, self.user.id).button(name)
        if button.disabled:
            raise ClientRefusal(f"the button {button.label!r} is disabled")
        if button.custom_id is None:
            raise ClientRefusal(f"the button {button.label!r} is a link to {button.url}")
        return await self._touch(stored, {"custom_id": button.custom_id, "component_type": 2})

    async def choose(self, message: Seen | Message, name: str, values: Sequence[str | HasId]) -> Answer:
        """Chooses in a select menu, by the beginning of its custom id. Raises ClientRefusal for what is not there."""
        stored = self.look(message)
        select = Seen(stored, self.user.id).select(name)
        if select.disabled:
            raise ClientRefusal(f"the menu {select.custom_id!r} is disabled")
        if not select.least <= len(values) <= select.most:
            raise ClientRefusal(f"between {select.least} and {select.most} are chosen here, not {len(values)}")
        data: Json = {"custom_id": select.custom_id, "component_type": select.kind}
        if select.kind == SLASH + 2:
            known = [one.value for one in select.options]
            if wrong := [one for one in values if one not in known]:
                raise ClientRefusal(f"there is no choice {wrong[0]!r}; there are {known}")
            return await self._touch(stored, data | {"values": list(values)})
        said = Typed(self.world, stored.channel.guild, self.user.id)
        ids = [_name(said, one) for one in values]
        return await self._touch(stored, data | {"values": ids, "resolved": said.resolved})

    async def _touch(self, message: Message, data: Json) -> Answer:
        app = self.world.apps.get(message.application_id or message.author.id)
        if app is None:
            raise ClientRefusal("nobody listens to this message")
        return await self._do(Deed(COMPONENT, app, self.user, message.channel, data, source=message))

    async def submit(
        self, form: Form | None, values: Mapping[str, Any] | None = None, /, *, raw: bool = False, **fields: Any
    ) -> Answer:
        """Fills in a form and sends it. Raises ClientRefusal for what the client refuses; `raw` sends anything."""
        if form is None:
            raise ClientRefusal("there is no form to fill in")
        opened = form.opened_by
        given = {**(values or {}), **fields}
        filled = form.submission({name: _plain(value) for name, value in given.items()}, raw=raw)
        data: Json = {"custom_id": form.custom_id, "components": filled}
        if resolved := self._resolved(opened.channel, form, given):
            data["resolved"] = resolved
        deed = Deed(FORM, opened.app, self.user, opened.channel, data, source=opened.source, opened_by=opened)
        return await self._do(deed)

    def _resolved(self, channel: Channel, form: Form, given: Mapping[str, Any]) -> dict[str, Json]:
        said = Typed(self.world, channel.guild, self.user.id)
        for name, field in form.fields.items():
            for one in given.get(name, ()) if field.type in _RESOLVED else ():
                _name(said, one)
        return said.resolved

    async def _do(self, deed: Deed) -> Answer:
        answer = Answer(self.town, interactions.begin(self.world, deed))
        await answer.first()
        return answer


def _named(offer: offers.Offer) -> Json:
    command = offer.command
    data: Json = {"id": str(command.id), "name": command.name, "type": command.kind}
    return data if command.guild_id is None else data | {"guild_id": str(command.guild_id)}


def _name(said: Typed, one: str | HasId) -> str:
    """The id of a thing that was chosen; it joins what is resolved."""
    if isinstance(one, str):
        return one
    if isinstance(one, Channel):
        return said.name_channel(one)
    if isinstance(one, Role):
        return said.name_role(one)
    return said.name_file(one) if isinstance(one, Attachment) else said.name_user(one.id)


def _plain(one: Any) -> Any:
    """What a form's field is given: things by their ids."""
    if isinstance(one, list | tuple):
        return [_plain(each) for each in cast("Sequence[Any]", one)]
    return str(one.id) if hasattr(one, "id") else one


def app_of(app: Application | HasId, town: Town) -> Application:
    """The application itself."""
    return app if isinstance(app, Application) else town.world.apps[app.id]
