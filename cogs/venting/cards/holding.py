"""What waits for a moderator: as its author sees it, and as moderators do, who are shown words and no name."""

from collections.abc import Sequence

from discord import ui

from bot.domain.ids import GuildId, LineId, VentId
from bot.text.catalogue import Words
from bot.ui.moderator import REASONS
from cogs.venting.cards.parts import PRIMARY, button, link, rows
from cogs.venting.model.gate import ForLook, Gate

BY_SIZE = "size"
"""The choice to let the group's size decide."""
MESSAGE_MAX = 2_000


def vent_waits(number: VentId, words: Words) -> ui.View:
    """Below "a moderator looks first"."""
    return rows(
        button(words("draft-name"), f"vent:name:{number}"),
        button(words("vent-change"), f"vent:change:{number}"),
        button(words("held-back"), f"vent:down:{number}"),
    )


def line_waits(number: LineId, guild: GuildId, words: Words) -> ui.View:
    """The same for a line."""
    return rows(
        button(words("draft-name"), f"vent:signline:{number}:{guild}"),
        button(words("held-back"), f"vent:unline:{number}:{guild}"),
    )


def look(found: ForLook, shown: str, words: Words, reason: str = REASONS[0]) -> tuple[str, ui.View]:
    """A moderator reads it. `shown` is its words, safe already; the buttons carry the reason."""
    held = found.held
    head = words(
        "held-head-line" if held.line is not None else "held-head-vent", until=f"<t:{held.until_ms // 1000}:f>"
    )
    if held.line is not None and found.under is not None:
        head += " " + words("held-under", link=link(held.guild, found.room, found.under))
    face = rows(
        button(words("held-let-through"), f"vent:pass:{held.id}", style=PRIMARY),
        button(words("held-decline"), f"vent:decline:{held.id}:{reason}"),
        button(words("held-decline-all"), f"vent:declineall:{held.id}:{reason}"),
    )
    chosen = ui.Select[ui.View](custom_id=f"vent:reason:{held.id}", placeholder=words("mod-reason"), row=1)
    for one in REASONS:
        chosen.add_option(label=words(f"mod-reason-{one}"), value=one, default=one == reason)
    face.add_item(chosen)
    quoted = "\n".join(f"> {line}" for line in shown.splitlines())
    text = f"{head}\n{quoted}"
    return text if len(text) <= MESSAGE_MAX else text[: MESSAGE_MAX - 1] + "…", face


def passed(number: int, words: Words) -> ui.View:
    return rows(button(words("mod-undo"), f"vent:unpass:{number}"))


def declined(number: int, words: Words) -> ui.View:
    return rows(button(words("mod-undo"), f"vent:undecline:{number}"))


def gate(chosen: Gate | None, words: Words) -> ui.View:
    """Who waits for a moderator."""
    face = ui.View(timeout=None)
    choice = ui.Select[ui.View](custom_id="vent:gateis", placeholder=words("gate"))
    options: Sequence[str] = (BY_SIZE, *Gate)
    for one in options:
        label, described = words(f"gate-{one}"), words(f"gate-{one}.description")
        choice.add_option(label=label, description=described, value=one, default=one == (chosen or BY_SIZE))
    face.add_item(choice)
    return face
