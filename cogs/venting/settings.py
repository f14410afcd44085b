"""What a server can choose about venting."""

from bot.data.choices import Choices
from cogs.venting.model.gate import Gate


class Queue(Choices):
    """The section "queue": who waits until a moderator has looked. None: as suits the group's size."""

    gate: Gate | None = None
