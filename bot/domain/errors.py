"""Declining: what a person can act on is a Refusal, everything else is a defect."""


class Refusal(Exception):
    """Declined for a reason the person can act on.

    `text_id` names a Fluent message; `args` are its variables.
    """

    def __init__(self, text_id: str, **args: str | int) -> None:
        super().__init__(text_id)
        self.text_id = text_id
        self.args_for_text = args


class StartRefused(Exception):
    """The bot will not start as things are; the sentence says why and what to do. Exit code 3."""
