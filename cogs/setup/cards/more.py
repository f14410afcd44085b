"""Everything else a server can choose: the list of it, features, places, roles."""

from collections.abc import Sequence

from discord import ui

from bot.data.guilds import Channels
from bot.domain.groups import FEWEST_PEOPLE
from bot.text.catalogue import Words
from cogs.setup.cards.parts import CHANNEL, PRIMARY, ROLE, TEXT_CHANNELS, Row, back, button, defaults, screen
from cogs.setup.cards.start import countries, right, word_for_moderators
from cogs.setup.model import ROLES_MOST, ROOMS_MOST, Named, Switch

FEATURES_SHOWN = 12
"""Three components each, of forty on a message (PLATFORM 1.1)."""


def more(words: Words, *, doctor: str | None) -> ui.LayoutView:
    """What there is to choose. `doctor` is the press that looks what is wrong, if some feature answers one."""
    first = Row(*(button(words(f"setup-more-{name}"), f"setup:{name}") for name in ("features", "places", "roles")))
    second = Row(
        *(button(words(f"setup-more-{name}"), f"setup:{name}") for name in ("words", "resources", "cheers", "hours"))
    )
    named = (("small", "setup:small"), ("copy", "setup:copy"), ("reset", "setup:reset"))
    third = Row(*(button(words(f"setup-more-{name}"), press) for name, press in named))
    if doctor is not None:
        third.add_item(button(words("setup-more-doctor"), doctor))
    return screen(words("setup-more-head"), first, second, third)


def small(words: Words, *, anyway: bool, note: str = "") -> ui.LayoutView:
    """Whether a made-up name is offered while very few can read."""
    state, other = ("on", "off") if anyway else ("off", "on")
    press = button(words(f"setup-small-{other}"), f"setup:small:{other}")
    text = words("setup-small", few=FEWEST_PEOPLE)
    return screen(f"{text}\n{words(f'setup-few-{state}')}", Row(press), back(words), note=note)


def features(switches: Sequence[Switch], words: Words, *, note: str = "") -> ui.LayoutView:
    """Each with what it brings and what it lacks, and a button that says what it would become."""
    sections = [_switch(one, words) for one in switches[:FEATURES_SHOWN]]
    return screen(words("setup-features"), *sections, back(words), note=note)


def _switch(one: Switch, words: Words) -> ui.Section[ui.LayoutView]:
    if one.on:
        press = button(words("setup-switch-off"), f"setup:off:{one.name}")
    else:
        press = button(words("setup-switch-on"), f"setup:on:{one.name}", style=PRIMARY)
    state = words("setup-is-on") if one.on else words("setup-is-off")
    text = f"**{name_of(one.name, words)}** · {state}\n-# {about(one.name, words)}"
    if one.on and one.lacks:
        named = ", ".join(right(permission, words) for permission in one.lacks)
        text += "\n-# " + words("setup-lacks", rights=named)
    return ui.Section(ui.TextDisplay(text), accessory=press)


def name_of(feature: str, words: Words) -> str:
    """What a feature is called; its own name where nobody has given it one yet."""
    return words.find(f"help-{feature}.title") or feature.title()


def about(feature: str, words: Words) -> str:
    """What it brings and needs, in one line: its own words, else those of the help."""
    return words.find(f"feature-{feature}") or words.find(f"help-{feature}") or words("setup-feature-silent")


def places(
    channels: Channels, there: Sequence[tuple[int, str]], words: Words, *, gone: Sequence[int] = (), note: str = ""
) -> ui.LayoutView:
    """Rooms (`there`: number and name, as far as they exist), the moderators' place, good news, the country."""
    lines = [words("setup-places", count=len(channels.vent_rooms))]
    lines += [f"• <#{room}>" if room not in gone else f"• {words('setup-place-gone')}" for room in channels.vent_rooms]
    if channels.moderators not in gone:
        lines.append(word_for_moderators(channels, words))
    if channels.wins is not None and channels.wins not in gone:
        lines.append(words("setup-wins", channel=str(channels.wins)))
    add = ui.ChannelSelect[ui.LayoutView](
        custom_id="setup:addroom", placeholder=words("setup-room-add"), channel_types=TEXT_CHANNELS
    )
    rows = [Row(add)] if len(channels.vent_rooms) < ROOMS_MOST else []
    if len(channels.vent_rooms) > 1:
        drop = ui.Select[ui.LayoutView](custom_id="setup:droproom", placeholder=words("setup-room-drop"))
        names = dict(there)
        for room in channels.vent_rooms:
            drop.add_option(label=names.get(room, words("setup-place-gone"))[:100], value=str(room))
        rows.append(Row(drop))
    for name, chosen in (("moderators", channels.moderators), ("wins", channels.wins)):
        kept = [chosen] if chosen is not None and chosen not in gone else []
        choice = ui.ChannelSelect[ui.LayoutView](
            custom_id=f"setup:place:{name}", placeholder=words(f"setup-place-{name}"), channel_types=TEXT_CHANNELS,
            min_values=0, default_values=defaults(kept, CHANNEL),
        )  # fmt: skip
        rows.append(Row(choice))
    rows.append(countries("setup:lines", channels.country or "", words))
    rows.append(countries("setup:lines:more", channels.country or "", words, rest=True))
    return screen("\n".join(lines), *rows, back(words), note=note)


def roles(named: Named, words: Words, *, gone: int = 0, unheard: bool = False, note: str = "") -> ui.LayoutView:
    """Who moderates, who is no seeker, whom the relay may ping. `unheard`: the bot may not ping that role."""
    chosen = {"moderators": sorted(named.moderators), "seekers": sorted(named.not_seekers)}
    chosen["ping"] = [named.ping] if named.ping is not None else []
    text = words("setup-roles")
    for which, ids in chosen.items():
        if ids:
            names = ", ".join(f"<@&{role}>" for role in ids)
            text += f"\n{words(f'setup-role-{which}')}: {names}"
    if gone:
        text += "\n" + words("setup-roles-gone", count=gone)
    if unheard and named.ping is not None:
        text += "\n" + words("setup-role-unheard", role=str(named.ping))
    rows = [_role(which, ids, words, most=1 if which == "ping" else ROLES_MOST) for which, ids in chosen.items()]
    return screen(text, *rows, back(words), note=note)


def _role(which: str, chosen: Sequence[int], words: Words, *, most: int) -> Row:
    choice = ui.RoleSelect[ui.LayoutView](
        custom_id=f"setup:role:{which}", placeholder=words(f"setup-role-{which}"), min_values=0, max_values=most,
        default_values=defaults(chosen, ROLE),
    )  # fmt: skip
    return Row(choice)
