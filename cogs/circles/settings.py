"""What a server can choose about circles."""

from bot.data.choices import Choices, Here, Snowflake


class CircleChoices(Choices):
    """`parent` is the text channel in which the circles' private threads are; None: the vent room."""

    parent: Snowflake | None = None

    def known_here(self, here: Here) -> tuple["CircleChoices", tuple[str, ...]]:
        """Without a channel that is not on this server."""
        if self.parent is None or self.parent in here.channels:
            return self, ()
        return CircleChoices(), (str(self.parent),)
