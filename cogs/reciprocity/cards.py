"""What a balance looks like: plain words first, so that a screen reader has all of it."""

from discord import ButtonStyle, ui

from bot.domain.ids import GuildId
from bot.text.catalogue import Words
from cogs.reciprocity.model.balance import Balance, Counted, Kind, Leaning


def about(guild: GuildId, words: Words) -> tuple[str, ui.View]:
    """Before somebody says yes: what is stored, and the yes."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("balance-keep"), f"balance:on:{guild}", style=ButtonStyle.primary))
    return words("balance-about"), face


def stopped(guild: GuildId, words: Words) -> tuple[str, ui.View]:
    """After the no: it can begin anew."""
    face = ui.View(timeout=None)
    face.add_item(_button(words("balance-keep"), f"balance:on:{guild}"))
    return words("balance-stopped"), face


def told(balance: Balance, words: Words) -> str:
    """The whole of it in words (key message 9)."""
    if balance.leaning is Leaning.NEW:
        return f"{words('balance-head')}\n{words('balance-new')}"
    lines = [words("balance-head"), " ".join(_sentences(balance, words))]
    if balance.signed:
        names = ", ".join(f"<@{member}>" for member in balance.signed)
        lines.append(words("balance-signed", names=names, more=balance.more_signed))
    lines.append(f"-# {_small(balance, words)}")
    return "\n".join(lines)


def _sentences(balance: Balance, words: Words) -> list[str]:
    # what there is none of is passed over: a nought is a reproach
    said = [gave(balance, words), got(balance, words), words(f"balance-lean-{balance.leaning}")]
    return [sentence for sentence in said if sentence]


def _small(balance: Balance, words: Words) -> str:
    load = words("balance-load", count=balance.this_week) if balance.this_week else ""
    months = words("balance-months") if balance.has_months else ""
    return " ".join(one for one in (load, words("balance-small"), months) if one)


def gave(balance: Balance, words: Words) -> str:
    """One's own side in a sentence; empty where there is nothing."""
    if not balance.gave.total:
        return ""
    return words("balance-gave", count=balance.gave.people, acts=_acts(balance.gave, words))


def got(balance: Balance, words: Words) -> str:
    """The other side in a sentence; empty where there is nothing."""
    if not balance.got.total:
        return ""
    return words("balance-got", count=balance.got.people, acts=_acts(balance.got, words))


def _acts(counted: Counted, words: Words) -> str:
    return ", ".join(words(f"balance-{kind}", count=counted.acts[kind]) for kind in Kind if counted.acts.get(kind))


def offers(balance: Balance, guild: GuildId, words: Words, *, in_server: bool) -> ui.View:
    """What suits the way it leans; never more to give to whoever gave most. Forms and lists need the server."""
    face = ui.View(timeout=None)
    leaning = balance.leaning
    if leaning is Leaning.GAVE:
        face.add_item(_button(words("balance-rest"), f"relay:rest:{guild}:monday", style=ButtonStyle.primary))
        if in_server:
            face.add_item(_button(words("balance-ask"), "vent:open"))
    elif leaning in {Leaning.GOT, Leaning.NEW} and in_server:
        face.add_item(_button(words("balance-see"), "vent:listen", style=ButtonStyle.primary))
    if balance.thanks:
        face.add_item(_button(words("balance-thanks-off"), f"balance:thanks:{guild}:off", row=1))
    else:
        face.add_item(_button(words("balance-thanks-on"), f"balance:thanks:{guild}:on", row=1))
    face.add_item(_button(words("balance-stop"), f"balance:off:{guild}", row=1))
    return face


def _button(
    label: str, custom_id: str, *, style: ButtonStyle = ButtonStyle.secondary, row: int = 0
) -> ui.Button[ui.View]:
    return ui.Button(label=label, custom_id=custom_id, style=style, row=row)
