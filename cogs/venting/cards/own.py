"""What only the author sees."""

from collections.abc import Sequence

from discord import ui

from bot.domain.ids import GuildId, VentId
from bot.text.catalogue import Words
from cogs.venting.cards.parts import PRIMARY, button, link, relative, rows
from cogs.venting.cards.public import cheer_label
from cogs.venting.model.cheers import CheerSet
from cogs.venting.model.line import LineOn, WhoWasHere
from cogs.venting.model.vent import LIFETIMES_DAYS, How, Mine, Vent

NAMED_AT_MOST = 40
"""A message's words end at 2,000 characters (documentation, create message)."""


def confirmation(number: VentId, words: Words) -> ui.View:
    """What the author may do right after posting."""
    return rows(
        button(words("vent-tell"), f"vent:tell:{number}", style=PRIMARY),
        button(words("vent-change"), f"vent:change:{number}"),
        button(words("vent-down"), f"vent:down:{number}"),
    )


def stop_telling(number: VentId, guild: GuildId, words: Words) -> ui.View:
    """Below "I will"."""
    return rows(button(words("vent-stop-telling"), f"vent:untell:{number}:{guild}"))


def told(custom_id: str, words: Words) -> ui.View:
    """Below a direct message: one tap and it was the last."""
    return rows(button(words("vent-stop-telling"), custom_id))


def refused(draft: int, words: Words) -> ui.View:
    """What was filled in could not be taken; it can be mended."""
    return rows(
        button(words("draft-change"), f"vent:draft:change:{draft}", style=PRIMARY),
        button(words("draft-drop"), f"vent:draft:drop:{draft}"),
    )


def unnamed_refused(draft: int, words: Words) -> ui.View:
    """Not without a name just now; with it at any time. Nothing nudges towards the name."""
    return rows(
        button(words("draft-name"), f"vent:draft:name:{draft}"),
        button(words("draft-change"), f"vent:draft:change:{draft}"),
        button(words("draft-drop"), f"vent:draft:drop:{draft}"),
    )


def resting(draft: int, words: Words) -> ui.View:
    """The brake is on: without one's name once the brake is off, or with it now."""
    return rows(
        button(words("draft-wait"), f"vent:draft:wait:{draft}", style=PRIMARY),
        button(words("draft-name"), f"vent:draft:name:{draft}"),
        button(words("draft-change"), f"vent:draft:change:{draft}"),
        button(words("draft-drop"), f"vent:draft:drop:{draft}"),
    )


def add_to(last: Mine, words: Words) -> ui.Button[ui.View]:
    """The way to one's last post: its words while they can be changed, then an answer below them."""
    verb, label = ("change", "vent-change") if last.may_change else ("reply", "vent-reply")
    return button(words(label), f"vent:{verb}:{last.vent.id}")


def preflight(draft: int, words: Words) -> ui.View:
    """Something could lead back to them (key message 4)."""
    return rows(
        button(words("draft-change"), f"vent:draft:change:{draft}", style=PRIMARY),
        button(words("draft-post"), f"vent:draft:post:{draft}"),
        button(words("draft-drop"), f"vent:draft:drop:{draft}"),
    )


def crisis(draft: int, words: Words) -> ui.View:
    """Somebody may be in danger (key message 5)."""
    return rows(
        button(words("draft-safe"), f"vent:draft:safe:{draft}"),
        button(words("draft-moderator"), f"care:ask:{draft}", style=PRIMARY),
        button(words("draft-change"), f"vent:draft:change:{draft}"),
        button(words("draft-drop"), f"vent:draft:drop:{draft}"),
    )


def more(vent: Vent, words: Words, *, here: bool = True) -> ui.View:
    """What is behind ⋯ for the author; in direct messages (not `here`) all but what is said in the thread itself."""
    which = f"{vent.id}:{vent.guild}"
    days = [button(words("vent-gone-after", days=n), f"vent:gone:{vent.id}:{n}:{vent.guild}") for n in LIFETIMES_DAYS]
    tell = ("vent-stop-telling", "untell") if vent.tells else ("vent-tell", "tell")
    first = [
        button(words("vent-change"), f"vent:change:{which}"),
        button(words(tell[0]), f"vent:{tell[1]}:{which}"),
        button(words("vent-who"), f"vent:who:{which}"),
        button(words("vent-down"), f"vent:down:{which}"),
    ]
    if here:
        first.insert(0, button(words("vent-reply"), f"vent:reply:{vent.id}", style=PRIMARY))
    if not vent.closed:
        days.append(button(words("vent-lock"), f"vent:lock:{which}"))
    elif vent.closed_by_author:
        days.append(button(words("vent-unlock"), f"vent:unlock:{which}"))
    return rows(*first, *days)


def undo(custom_id: str, words: Words) -> ui.View:
    """Below what one press did."""
    return rows(button(words("mod-undo"), custom_id))


def line_tools(line: LineOn, words: Words) -> ui.View:
    """What is behind ⋯ on a line in one's own thread."""
    return rows(
        button(words("line-helped"), f"vent:helped:{line.id}", style=PRIMARY),
        button(words("line-keep"), f"vent:keep:{line.id}"),
        button(words("line-hide"), f"vent:hideline:{line.id}"),
        button(words("line-no-more"), f"vent:nomore:{line.id}"),
    )


STEP = "checkin:step"
"""The press that keeps a small step; another feature answers it."""


def how_is_it(guild: GuildId, words: Words, asked: str) -> ui.View:
    """The one closing question; `asked` says of which post, when and whom."""
    return rows(*(button(words(f"how-{how}"), f"vent:how:{guild}:{how}:{asked}") for how in How))


def small_step(guild: GuildId, words: Words) -> ui.View:
    """What may follow the answer."""
    return rows(button(words("how-step"), f"{STEP}:{guild}"))


def who_was_here(found: WhoWasHere, words: Words, cheers: CheerSet) -> str:
    """Counts, and the names of those who signed."""
    given = found.cheers.items()
    lines = [words("who-cheer", cheer=cheer_label(cheer, words, cheers), count=n) for cheer, n in given]
    if found.writers:
        lines.append(words("who-writers", count=found.writers))
    if found.signed:
        named = found.signed[:NAMED_AT_MOST]
        names = ", ".join(f"<@{member}>" for member in named)
        lines.append(words("who-signed", names=names, more=len(found.signed) - len(named)))
    return "\n".join(lines) or words("who-nobody")


def needs(vents: Sequence[Vent], guild: GuildId, words: Words) -> ui.LayoutView:
    """Others' vents that have room for a few words."""
    face = ui.LayoutView(timeout=None)
    face.add_item(ui.TextDisplay(words("listen-head")))
    for vent in vents:
        name = vent.alias if vent.alias is not None else f"<@{vent.author}>"
        wish = words(f"vent-card-wish-{vent.wish}")
        face.add_item(ui.TextDisplay(words("listen-one", name=name, wish=wish, count=vent.supporters)))
        row = ui.ActionRow[ui.LayoutView]()
        if vent.message is not None:
            row.add_item(ui.Button(label=words("posts-open"), url=link(guild, vent.room, vent.message)))
        row.add_item(button(words("vent-write-line"), f"vent:line:{vent.id}", style=PRIMARY))
        face.add_item(row)
    return face


POSTS_ON_A_PAGE = 5


def posts(mine: Sequence[Mine], guild: GuildId, page: int, words: Words) -> ui.LayoutView:
    """One page of one's own vents, with their tools.

    Seven parts for each at most and three more: below Discord's 40 (documentation, message components).
    """
    face = ui.LayoutView(timeout=None)
    # some may have gone since the button was drawn
    start = min(page, (len(mine) - 1) // POSTS_ON_A_PAGE) * POSTS_ON_A_PAGE
    for one in mine[start : start + POSTS_ON_A_PAGE]:
        face.add_item(ui.TextDisplay(_post_line(one, words)))
        row = ui.ActionRow[ui.LayoutView]()
        if one.vent.message is not None:
            row.add_item(ui.Button(label=words("posts-open"), url=link(guild, one.vent.room, one.vent.message)))
        verb, label = ("untell", "vent-stop-telling") if one.vent.tells else ("tell", "vent-tell")
        if one.held is not None:
            verb, label = "name", "draft-name"
        if one.may_change:
            row.add_item(button(words("vent-change"), f"vent:change:{one.vent.id}:{guild}"))
        row.add_item(button(words(label), f"vent:{verb}:{one.vent.id}:{guild}"))
        row.add_item(button(words("vent-down"), f"vent:down:{one.vent.id}:{guild}"))
        if one.vent.message is not None:
            row.add_item(button(words("vent-more"), f"vent:more:{one.vent.id}:{guild}"))
        face.add_item(row)
    last = ui.ActionRow[ui.LayoutView]()
    if start + POSTS_ON_A_PAGE < len(mine):
        last.add_item(button(words("posts-next"), f"vent:posts:{guild}:{start // POSTS_ON_A_PAGE + 1}"))
    if len(mine) > 1:
        last.add_item(button(words("posts-all-down"), f"vent:alldown:{guild}"))
    if last.children:
        face.add_item(last)
    return face


def _post_line(one: Mine, words: Words) -> str:
    name = one.vent.alias if one.vent.alias is not None else words("posts-by-name")
    if one.held is not None:
        return words("posts-held", name=name, why=one.held)
    if one.vent.message is None:
        return words("posts-waiting", name=name)
    if one.vent.hidden:
        return words("posts-hidden", name=name, ends=relative(one.vent.ends_ms))
    return words("posts-one", name=name, count=one.vent.supporters, lines=one.lines, ends=relative(one.vent.ends_ms))
