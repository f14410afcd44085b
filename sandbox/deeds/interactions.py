"""Interactions: begun by people, answered by applications (documentation, Receiving and Responding)."""

import secrets
from dataclasses import dataclass

from sandbox.deeds import messages
from sandbox.deeds.messages import Changes, Draft
from sandbox.errors import Json, refuse
from sandbox.state import permissions, render, render_message
from sandbox.state.apps import Application, Command, Interaction
from sandbox.state.model import EPHEMERAL, LOADING, Channel, Message, Ran, User
from sandbox.state.world import World

COMMAND, COMPONENT, AUTOCOMPLETE, FORM = 2, 3, 4, 5
FORGET_EVERY = 1000
MESSAGE, THINKING, HELD, UPDATED, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
# what a command leaves behind: a slash command, a menu, an answer to a press
_KIND_OF_MESSAGE = {1: 20, 2: 23, 3: 23}


@dataclass
class Deed:
    """What a person does with an application."""

    kind: int
    app: Application
    user: User
    channel: Channel
    data: Json
    source: Message | None = None
    command: Command | None = None
    opened_by: Interaction | None = None


def begin(world: World, deed: Deed) -> Interaction:
    """Tells the application; from now on its three seconds run."""
    guild = deed.channel.guild
    interaction = Interaction(
        world.ids.make(),
        secrets.token_urlsafe(48),
        deed.kind,
        deed.app,
        deed.user,
        deed.channel,
        deed.data,
        world.allowed(deed.user.id, deed.channel),
        {},
        guild.members.get(deed.user.id) if guild else None,
        deed.source,
        deed.command,
        deed.opened_by,
    )
    interaction.metadata = _metadata(interaction)
    _forget(world)
    world.interactions[interaction.token] = interaction
    world.tell("INTERACTION_CREATE", wire(world, interaction), frozenset({deed.app.user.id}), guild=guild)
    return interaction


def _forget(world: World) -> None:
    """Lets go of the oldest interactions whose token is dead, now and then."""
    if len(world.interactions) % FORGET_EVERY:
        return
    dead = [token for token, one in world.interactions.items() if one.age > 2 * world.settings.token_life]
    for token in dead:
        del world.interactions[token]


def wire(world: World, of: Interaction) -> Json:
    """The interaction as the application receives it."""
    guild, channel, app = of.channel.guild, of.channel, of.app
    data: Json = {
        "id": str(of.id),
        "application_id": str(app.id),
        "type": of.kind,
        "token": of.token,
        "version": 1,
        "data": of.data,
        "channel_id": str(channel.id),
        "channel": render.channel(channel) | {"permissions": str(of.permissions)},
        "locale": of.user.locale,
        "app_permissions": str(_app_permissions(world, of)),
        "entitlements": [],
        "authorizing_integration_owners": _owners(of),
        "context": 0 if guild else 1,
        "attachment_size_limit": 10 * 1024 * 1024,
    }
    if of.source is not None:
        data["message"] = render_message.message(of.source, viewer=app.user.id)
    return data | _who(of)


def _who(of: Interaction) -> Json:
    """In a server the member, with what they may do there; in a DM the user."""
    guild = of.channel.guild
    if guild is None or of.member is None:
        return {"user": render.user(of.user)}
    return {
        "guild_id": str(guild.id),
        "guild_locale": guild.locale,
        "guild": {"id": str(guild.id), "locale": guild.locale, "features": []},
        "member": render.member(of.member) | {"permissions": str(of.permissions)},
    }


def _app_permissions(world: World, of: Interaction) -> int:
    granted = world.allowed(of.app.user.id, of.channel)
    return granted or permissions.IN_DM


def _owners(of: Interaction) -> Json:
    guild = of.channel.guild
    return {"0": str(guild.id) if guild else "0"}


def _metadata(of: Interaction) -> Json:
    """What every answer shows of its origin: the person's name is in it."""
    kind = COMMAND if of.kind == AUTOCOMPLETE else of.kind
    data: Json = {
        "id": str(of.id),
        "type": kind,
        "user": render.user(of.user),
        "authorizing_integration_owners": _owners(of),
    }
    target = of.data.get("target_id")
    if of.command is not None and of.command.kind == 2:
        shown: Json = of.data["resolved"]["users"]
        data["target_user"] = shown[str(target)]
    if of.command is not None and of.command.kind == 3:
        data["target_message_id"] = target
    if kind == COMPONENT and of.source is not None:
        data["interacted_message_id"] = str(of.source.id)
    if kind == FORM and of.opened_by is not None:
        data["triggering_interaction_metadata"] = of.opened_by.metadata
    return data


def acknowledge(world: World, of: Interaction, callback: int) -> None:
    """Marks the first response. Raises 10062 after three seconds, 40060 the second time."""
    if of.callback is not None:
        raise refuse(40060)
    if of.age > world.settings.first_response:
        raise refuse(10062)
    of.callback = callback


def acknowledged(world: World, of: Interaction) -> None:
    """Lets the person see the first response."""
    of.acts += 1
    of.acknowledged.set()
    world.changed()


def answer(world: World, of: Interaction, draft: Draft) -> Message:
    """The first response as a message."""
    of.original = _post(world, of, draft)
    return of.original


def think(world: World, of: Interaction, *, ephemeral: bool) -> Message:
    """The first response as "thinking …"; whether only the person sees it is settled here."""
    of.thinking = True
    of.original = _post(world, of, Draft(flags=LOADING | (EPHEMERAL if ephemeral else 0)))
    return of.original


def follow_up(world: World, of: Interaction, draft: Draft) -> Message:
    """A further message; the first one after "thinking …" takes its place and keeps its visibility."""
    of.acts += 1
    if of.thinking and of.original is not None:
        changes = Changes(draft.content, draft.components, draft.embeds, draft.attachments, draft.flags, draft.allowed)
        return edit_original(world, of, changes)
    message = _post(world, of, draft, followup=True)
    of.followups.append(message)
    return message


def _path(name: str, data: Json) -> list[str]:
    """A command's name with those of its subcommand group and subcommand (documentation, message interaction)."""
    below = next((one for one in data.get("options") or () if one["type"] in (1, 2)), None)
    return [name, *(_path(below["name"], below) if below is not None else [])]


def _post(world: World, of: Interaction, draft: Draft, *, followup: bool = False) -> Message:
    draft.application_id = of.app.id
    draft.metadata = of.metadata
    if of.command is not None:
        draft.ran = Ran(of.id, of.kind, " ".join(_path(of.command.name, of.data)), of.user)
    draft.only_for = of.user.id if draft.flags & EPHEMERAL else None
    if followup:
        anchor = of.original or of.source
        draft.metadata = of.metadata | ({"original_response_message_id": str(anchor.id)} if anchor else {})
        draft.kind, draft.reference = (19, anchor) if anchor else (0, None)
    elif of.command is not None and of.kind == COMMAND:
        draft.kind = _KIND_OF_MESSAGE[of.command.kind]
    elif of.source is not None:
        draft.kind, draft.reference = 19, of.source
    return messages.post(world, of.channel, of.app.user, draft)


def original_of(of: Interaction) -> Message:
    """The message that `@original` means. Raises 10015 before the first response, 10008 when it is gone."""
    if of.callback is None:
        raise refuse(10015)
    found = of.original or (of.source if of.callback in (HELD, UPDATED) else None)
    if found is None or found.deleted:
        raise refuse(10008)
    return found


def edit_original(world: World, of: Interaction, changes: Changes) -> Message:
    """Edits the first response, or the message whose button was pressed."""
    message = original_of(of)
    first_words = of.thinking and message is of.original
    if changes.flags is None:
        changes.flags = message.flags
    changes.flags = changes.flags & ~LOADING & ~EPHEMERAL | message.flags & EPHEMERAL
    of.thinking = False
    of.updated = of.updated or message is of.source
    of.acts += 1
    messages.edit(world, message, changes, silent_edit=first_words)
    return message


def update_source(world: World, of: Interaction, source: Message, changes: Changes) -> None:
    """The first response as an edit of the message whose button was pressed."""
    of.updated = True
    messages.edit(world, source, changes)


def delete_original(world: World, of: Interaction) -> None:
    message = original_of(of)
    of.thinking = False
    of.acts += 1
    messages.delete(world, message)
    world.changed()


def message_of(of: Interaction, message_id: int) -> Message:
    """A followup (or the first response) by its id."""
    every = [*of.followups, *([of.original] if of.original else [])]
    found = next((one for one in every if one.id == message_id and not one.deleted), None)
    if found is None:
        raise refuse(10008)
    return found
