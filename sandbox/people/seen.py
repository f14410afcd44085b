"""A message as one person sees it, always as it is now."""

from dataclasses import dataclass
from datetime import datetime

from sandbox.deeds import components, messages
from sandbox.errors import ClientRefusal, Json
from sandbox.snowflakes import moment_of
from sandbox.state import render_message
from sandbox.state.model import LOADING, Attachment, Channel, Message, User
from sandbox.wire import part

STYLES = {1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link", 6: "premium"}
LINK = 5


@dataclass(frozen=True)
class Button:
    """A button of a message; the label has its emoji in front, as people read it."""

    label: str
    custom_id: str | None
    disabled: bool
    style: str
    url: str | None
    bare_label: str

    def is_called(self, name: str) -> bool:
        return name in (self.label, self.bare_label)


@dataclass(frozen=True)
class Choice:
    """One thing to choose."""

    label: str
    value: str
    description: str | None
    default: bool


@dataclass(frozen=True)
class Select:
    """A select menu; `kind` is the component's type."""

    custom_id: str
    kind: int
    options: tuple[Choice, ...]
    placeholder: str | None
    least: int
    most: int
    disabled: bool


@dataclass(frozen=True, eq=False)
class Seen:
    """A message before the eyes of a person. It changes as the message does."""

    stored: Message
    viewer: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Seen) and other.stored is self.stored

    def __hash__(self) -> int:
        return hash(self.stored.id)

    def __repr__(self) -> str:
        return f"<{self.author.name} in {self.channel.name or 'DM'}: {self.text!r}>"

    @property
    def id(self) -> int:
        return self.stored.id

    @property
    def channel(self) -> Channel:
        return self.stored.channel

    @property
    def author(self) -> User:
        return self.stored.author

    @property
    def content(self) -> str:
        return self.stored.content

    @property
    def text(self) -> str:
        """All words: content, text displays, embeds, one under the other."""
        parts = [self.stored.content, *components.texts(self.stored.components)]
        for embed in self.stored.embeds:
            parts += _embed_words(embed)
        return "\n".join(part for part in parts if part)

    @property
    def components(self) -> list[Json]:
        return self.stored.components

    @property
    def embeds(self) -> list[Json]:
        return self.stored.embeds

    @property
    def buttons(self) -> list[Button]:
        return [_button(one) for one in components.walk(self.stored.components) if one.get("type") == 2]

    @property
    def selects(self) -> list[Select]:
        return [
            _select(one) for one in components.walk(self.stored.components) if one.get("type") in components.SELECTS
        ]

    def button(self, name: str) -> Button:
        """The button of this custom id, of its beginning, or of this label. Raises ClientRefusal when there is none."""
        by = self.buttons
        found = [one for one in by if one.custom_id == name]
        found += [one for one in by if one.custom_id and one.custom_id.startswith(name.rstrip(":") + ":")]
        found += [one for one in by if one.is_called(name)]
        found += [one for one in by if one.custom_id and one.custom_id.startswith(name)]
        if not found:
            there = ", ".join(f"{one.label} ({one.custom_id or one.url})" for one in by) or "none"
            raise ClientRefusal(f"there is no button {name!r} on {self!r}; there are: {there}")
        return found[0]

    def select(self, name: str) -> Select:
        """The select menu whose custom id begins so. Raises ClientRefusal when there is none."""
        found = next((one for one in self.selects if one.custom_id.startswith(name)), None)
        if found is None:
            there = ", ".join(one.custom_id for one in self.selects) or "none"
            raise ClientRefusal(f"there is no select menu {name!r} on {self!r}; there are: {there}")
        return found

    @property
    def ephemeral(self) -> bool:
        return self.stored.ephemeral

    @property
    def thinking(self) -> bool:
        return bool(self.stored.flags & LOADING)

    @property
    def system(self) -> bool:
        """Whether Discord wrote it: a thread begun, a pin, somebody added."""
        return messages.is_system(self.stored)

    @property
    def flags(self) -> int:
        return self.stored.flags

    @property
    def attachments(self) -> list[Attachment]:
        return self.stored.attachments

    @property
    def reactions(self) -> dict[str, int]:
        """How many people reacted, by emoji."""
        return {str(one.emoji["name"]): len(one.users) for one in self.stored.reactions.values()}

    @property
    def thread(self) -> Channel | None:
        found = self.stored.thread
        return found if found is not None and not found.deleted else None

    @property
    def spoiler(self) -> bool:
        """Whether something of it is hidden until tapped."""
        return any(one.get("spoiler") for one in components.walk(self.stored.components)) or "||" in self.content

    @property
    def edited(self) -> bool:
        return self.stored.edited_at is not None

    @property
    def deleted(self) -> bool:
        return self.stored.deleted

    @property
    def pinned(self) -> bool:
        return self.stored.pinned_at is not None

    @property
    def sent_at(self) -> datetime:
        return moment_of(self.stored.id)

    @property
    def reply_to(self) -> "Seen | None":
        found = self.stored.reference
        return Seen(found, self.viewer) if found is not None and self.stored.kind == 19 else None

    @property
    def pings(self) -> frozenset[int]:
        """The ids of the users and roles it pings; everyone's is 0."""
        found = {user.id for user in self.stored.mentions} | set(self.stored.mention_roles)
        return frozenset(found | {0} if self.stored.mention_everyone else found)

    @property
    def interaction_metadata(self) -> Json | None:
        return self.stored.metadata

    @property
    def wire(self) -> Json:
        """The message as the person's client receives it."""
        return render_message.message(self.stored, viewer=self.viewer)


def _embed_words(embed: Json) -> list[str]:
    words = [str(embed.get("title") or ""), str(embed.get("description") or "")]
    for field in embed.get("fields") or ():
        words += [str(field["name"]), str(field["value"])]
    return [*words, str(part(embed, "footer").get("text") or "")]


def _button(one: Json) -> Button:
    emoji = str(part(one, "emoji").get("name") or "")
    bare = str(one.get("label") or "")
    return Button(
        label=f"{emoji} {bare}".strip(),
        custom_id=one.get("custom_id"),
        disabled=bool(one.get("disabled")),
        style=STYLES.get(one.get("style") or 2, "secondary"),
        url=one.get("url"),
        bare_label=bare,
    )


def _select(one: Json) -> Select:
    return Select(
        one["custom_id"],
        one["type"],
        choices(one),
        one.get("placeholder"),
        one.get("min_values", 1),
        one.get("max_values", 1),
        bool(one.get("disabled")),
    )


def choices(one: Json) -> tuple[Choice, ...]:
    """The options of a select menu, radio group or checkbox group."""
    return tuple(
        Choice(each["label"], each["value"], each.get("description"), bool(each.get("default")))
        for each in one.get("options") or ()
    )
