"""What a person then sees: the answer of an application to what they did."""

from sandbox.deeds.interactions import CHOICES, COMPONENT, FORM, HELD, MODAL, THINKING, UPDATED
from sandbox.people.form import Form
from sandbox.people.seen import Seen
from sandbox.people.town import Town
from sandbox.state.apps import Interaction

FAILED = {COMPONENT: "This interaction failed", FORM: "Something went wrong. Try again."}
NO_ANSWER = "The application did not respond"


class Answer:
    """An interaction from the side of its person. All of it is as it is now."""

    def __init__(self, town: Town, interaction: Interaction) -> None:
        self._town = town
        self.interaction = interaction
        self.failed: str | None = None
        self._form: Form | None = None

    def __repr__(self) -> str:
        if self.failed:
            return f"<answer: {self.failed}>"
        return f"<answer: {self.form!r}>" if self.form else f"<answer: {self.text!r}>"

    @property
    def form(self) -> Form | None:
        if self._form is None and self.interaction.form is not None:
            self._form = Form(self.interaction.form, self.interaction)
        return self._form

    @property
    def messages(self) -> list[Seen]:
        """The first response and all followups that are still there, oldest first."""
        of = self.interaction
        every = [*([of.original] if of.original else []), *of.followups]
        return [Seen(one, of.user.id) for one in every if not one.deleted]

    @property
    def message(self) -> Seen | None:
        """The first response (after a press acknowledged without words, the first followup)."""
        return self.messages[0] if self.messages else None

    @property
    def updated(self) -> Seen | None:
        """The message whose button was pressed, if the answer changed it."""
        of = self.interaction
        return Seen(of.source, of.user.id) if of.updated and of.source and not of.source.deleted else None

    @property
    def deferred(self) -> bool:
        return self.interaction.callback in (THINKING, HELD)

    @property
    def acknowledged(self) -> bool:
        return self.interaction.callback is not None

    @property
    def text(self) -> str:
        """All words of all messages, those of an updated one included."""
        shown = [*([self.updated] if self.updated else []), *self.messages]
        return "\n".join(one.text for one in shown)

    @property
    def choices(self) -> list[tuple[str, str | int | float]]:
        return [(one["name"], one["value"]) for one in self.interaction.choices or ()]

    @property
    def buttons(self) -> list[str]:
        """The labels of all buttons of all messages."""
        return [button.label for one in self.messages for button in one.buttons]

    async def first(self) -> None:
        """Waits for the first response and, if it was deferred, for what follows."""
        of, settings = self.interaction, self._town.world.settings
        acknowledged = of.acknowledged.is_set
        patience = max(settings.first_response - of.age, 0) + 0.05
        gone = not self._town.hub.is_connected(of.app)
        if gone or not await self._town.until(acknowledged, patience):
            self.failed = FAILED.get(of.kind, NO_ANSWER)
        elif of.callback == THINKING:
            await self._town.until(lambda: not of.thinking, settings.patience)
        elif of.callback == HELD:
            await self._town.until(lambda: of.acts > 1, settings.patience_for_updates)

    async def settle(self, timeout: float = 15.0) -> "Answer":  # noqa: ASYNC109  the name people know
        """Waits until nothing is pending: a "thinking" message was written, an acknowledged press was followed up.

        Raises TimeoutError when it still is.
        """
        of = self.interaction
        if of.callback == THINKING and not await self._town.until(lambda: not of.thinking, timeout):
            raise TimeoutError(f"still thinking after {timeout} s: {self!r}")
        if of.callback == HELD and not await self._town.until(lambda: of.acts > 1, timeout):
            raise TimeoutError(f"nothing followed the acknowledgement within {timeout} s")
        return self

    @property
    def kind(self) -> str:
        """What the first response was, in a word."""
        names = {MODAL: "form", UPDATED: "update", CHOICES: "choices", THINKING: "deferred", HELD: "acknowledged"}
        return names.get(self.interaction.callback or 0, "message" if self.acknowledged else "none")
