"""Switching it on: two screens; and what newcomers read."""

from collections.abc import Sequence
from dataclasses import dataclass

from discord import ui

from bot.data.guilds import Channels
from bot.domain.ids import ChannelId, GuildId
from bot.text.catalogue import Words
from cogs.setup.cards.parts import CHANNEL, PRIMARY, TEXT_CHANNELS, Row, button, defaults, screen
from cogs.setup.model import Chosen, MissingRight


@dataclass(frozen=True)
class Room:
    """What Discord says of the chosen room. `mendable`: the bot may give itself what is missing."""

    missing: Sequence[MissingRight] = ()
    mendable: bool = False
    read_only: bool = False
    """Members cannot write there, nor in its threads."""

    @property
    def closed(self) -> bool:
        """Whether the way in cannot be put up there."""
        return any(one.permission in {"view_channel", "send_messages"} for one in self.missing)


def start(now: Chosen, words: Words, *, can_make: bool) -> ui.LayoutView:
    """The first screen. What was chosen so far stands in the custom ids."""
    rooms = ui.ChannelSelect[ui.LayoutView](
        custom_id=f"setup:room:{now.state}", placeholder=words("setup-room"), channel_types=TEXT_CHANNELS,
        default_values=defaults([now.room], CHANNEL),
    )  # fmt: skip
    places = ui.ChannelSelect[ui.LayoutView](
        custom_id=f"setup:moderators:{now.state}", placeholder=words("setup-place"), channel_types=TEXT_CHANNELS,
        min_values=0, default_values=defaults([now.moderators], CHANNEL),
    )  # fmt: skip
    label = words("setup-go") if now.moderators else words("setup-go-me")
    last = Row(button(label, f"setup:go:{now.state}", style=PRIMARY, disabled=not now.room))
    text = words("setup-start")
    if now.moderators:
        text += "\n" + words("setup-moderators", channel=str(now.moderators))
    if can_make and not now.room:
        last.add_item(button(words("setup-make"), f"setup:make:{now.state}"))
    elif not now.room:
        text += "\n" + words("setup-make-taps")
    country = countries(f"setup:country:{now.state}", now.country, words)
    return screen(text, Row(rooms), country, Row(places), last)


def countries(custom_id: str, chosen: str, words: Words, *, rest: bool = False) -> Row:
    """Whose help lines are shown. A select holds 25: the `rest` stand in one of their own."""
    placeholder = words("setup-country-more" if rest else "setup-country")
    choice = ui.Select[ui.LayoutView](custom_id=custom_id, placeholder=placeholder)
    for code in words("setup-countries-more" if rest else "setup-countries").split():
        choice.add_option(label=words(f"country-{code}"), value=code, default=code == chosen)
    return Row(choice)


def done(guild: GuildId, channels: Channels, room: Room, words: Words, *, note: str = "") -> ui.LayoutView:
    """The second screen: it is on, or what is in the way and how it is mended; `note` says what else to look at."""
    row = Row()
    if channels.vent_room is not None and not room.closed:
        row.add_item(ui.Button(label=words("setup-go-there"), url=_address(guild, channels.vent_room)))
    if room.missing and room.mendable:
        row.add_item(button(words("setup-mend"), "setup:mend", style=PRIMARY))
    if room.missing:
        row.add_item(button(words("setup-check"), "setup:check"))
    row.add_item(button(words("setup-change"), "setup:again"))
    row.add_item(button(words("setup-more"), "setup:more"))
    said = [_said(channels, room, words), note]
    return screen("\n".join(one for one in said if one), row)


def _said(channels: Channels, room: Room, words: Words) -> str:
    if channels.vent_room is None:
        return words("setup-nothing-chosen")
    lines = [words("setup-closed" if room.closed else "setup-on", room=str(channels.vent_room))]
    lines.append(word_for_moderators(channels, words))
    lines += [missing(one, words) for one in room.missing]
    if room.read_only and not room.closed:
        lines.append(words("setup-read-only"))
    return "\n".join(lines)


def word_for_moderators(channels: Channels, words: Words) -> str:
    """Where they get word."""
    if channels.moderators is None:
        return words("setup-moderators-owner")
    return words("setup-moderators", channel=str(channels.moderators))


def missing(one: MissingRight, words: Words) -> str:
    """A right that is not there: what for, and the taps that mend it."""
    return words("setup-missing", right=right(one.permission, words), place=str(one.place), why=words(one.why))


def right(permission: str, words: Words) -> str:
    """What Discord's client calls a right."""
    return words.find(f"right-name-{permission}") or permission.replace("_", " ").title()


def _address(guild: GuildId, channel: ChannelId) -> str:
    return f"https://discord.com/channels/{guild}/{channel}"


def new_here(guild: GuildId, words: Words, *, vents: bool, check_ins: bool, listening: bool) -> ui.View:
    """What one can begin with, at one's own pace: only what there is on this server."""
    face = ui.View(timeout=None)
    if vents:
        face.add_item(button(words("new-vent"), "vent:open", style=PRIMARY))
    if check_ins:
        face.add_item(button(words("new-checkin"), "checkin:begin"))
    if listening:
        face.add_item(button(words("new-listen"), f"relay:hours:{guild}"))
    return face
