"""What help looks like: values and words in, text out. Plain text, so that it can be read aloud and searched."""

from collections.abc import Sequence

from bot.text.catalogue import Words
from cogs.guide.model import Command, in_order

TEXT_MAX = 2_000
"""A message's content (documentation, create message)."""


def overview(commands: Sequence[Command], words: Words) -> str:
    """All topics, a line each with its commands."""
    lines = [words("help-head")]
    for topic in in_order([one.feature for one in commands]):
        names = " ".join(f"`/{one.path}`" for one in commands if one.feature == topic)
        lines.append(f"**{name_of(topic, words)}** {names}")
    return _fitting([*lines, words("help-foot")])


def topic(name: str, commands: Sequence[Command], words: Words) -> str:
    """One topic: what it is for, and each command with what can be typed behind it."""
    lines = [f"**{name_of(name, words)}**"]
    about = words.find(f"help-{name}")
    if about is not None:
        lines.append(about)
    for one in commands:
        if one.feature == name:
            lines.append(f"`/{one.path}` {words(one.text_id)}")
            lines += [
                _option(option.name, words(option.text_id), words, required=option.required) for option in one.options
            ]
    return _fitting(lines)


def _option(name: str, what: str, words: Words, *, required: bool) -> str:
    return f"-# · {name}: {what}" if required else f"-# · {name} {words('help-optional')}: {what}"


def name_of(name: str, words: Words) -> str:
    """A topic's name; a feature that has none yet goes by its own."""
    return words.find(f"help-{name}.title") or name


def about(name: str, operator: str, words: Words) -> str:
    """What this is, what it keeps, who runs it."""
    who = words("about-operator", operator=operator) if operator else words("about-nobody")
    return "\n".join([words("about-what", name=name), words("about-kept"), words("about-not"), who])


def _fitting(lines: Sequence[str]) -> str:
    """As many whole lines as a message holds."""
    kept: list[str] = []
    for line in lines:
        if len("\n".join([*kept, line])) > TEXT_MAX:
            break
        kept.append(line)
    return "\n".join(kept)
