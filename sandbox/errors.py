"""What Discord refuses and in which words: its error codes.

Documentation, Opcodes and Status Codes, JSON error codes.
"""

from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

# code: (HTTP status, message)
CODES: dict[int, tuple[int, str]] = {
    0: (401, "401: Unauthorized"),
    10002: (404, "Unknown Application"),
    10003: (404, "Unknown Channel"),
    10004: (404, "Unknown Guild"),
    10007: (404, "Unknown Member"),
    10008: (404, "Unknown Message"),
    10009: (404, "Unknown Permission Overwrite"),
    10011: (404, "Unknown Role"),
    10013: (404, "Unknown User"),
    10014: (400, "Unknown Emoji"),
    10015: (404, "Unknown Webhook"),
    10062: (404, "Unknown interaction"),
    10063: (404, "Unknown application command"),
    10066: (404, "Unknown application command permissions"),
    10067: (404, "Unknown Stage Instance"),
    10070: (404, "Unknown Guild Scheduled Event"),
    10071: (404, "Unknown Guild Scheduled Event User"),
    20012: (403, "You are not authorized to perform this action on this application"),
    20016: (429, "This action cannot be performed due to slowmode rate limit"),
    20022: (429, "This message cannot be edited due to announcement rate limits"),
    30003: (400, "Maximum number of pins reached for the channel (50)"),
    30005: (400, "Maximum number of guild roles reached (250)"),
    30007: (400, "Maximum number of webhooks reached (15)"),
    30010: (400, "Maximum number of reactions reached (20)"),
    30013: (400, "Maximum number of guild channels reached (500)"),
    30031: (400, "Maximum number of server members reached"),
    30032: (400, "Maximum number of application commands reached (100)"),
    30033: (400, "Max number of thread participants has been reached (1000)"),
    30034: (400, "Max number of daily application command creates has been reached (200)"),
    30038: (400, "Maximum number of guild scheduled events reached (100)"),
    30046: (429, "Maximum number of edits to messages older than 1 hour reached. Try again later"),
    40003: (403, "You are opening direct messages too fast"),
    40060: (400, "Interaction has already been acknowledged."),
    40094: (400, "This interaction has reached the maximum number of follow-up messages"),
    50001: (403, "Missing Access"),
    50003: (400, "Cannot execute action on a DM channel"),
    50005: (403, "Cannot edit a message authored by another user"),
    50006: (400, "Cannot send an empty message"),
    50007: (403, "Cannot send messages to this user"),
    50008: (400, "Cannot send messages in a non-text channel"),
    50013: (403, "Missing Permissions"),
    50016: (
        400,
        "Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages",
    ),
    50019: (400, "A message can only be pinned in the channel it was sent in"),
    50021: (403, "Cannot execute action on a system message"),
    50024: (400, "Cannot execute this action on this channel type"),
    50027: (401, "Invalid Webhook Token"),
    50028: (400, "Invalid Role"),
    50033: (400, "Invalid Recipient(s)"),
    50034: (400, "A message provided was too old to bulk delete"),
    50035: (400, "Invalid Form Body"),
    50045: (400, "File uploaded exceeds the maximum size"),
    50055: (400, "Invalid Guild"),
    50068: (400, "Invalid message type"),
    50083: (400, "Thread is archived"),
    50109: (400, "The request body contains invalid JSON."),
    50278: (403, "Cannot send messages to this user due to having no mutual guilds"),
    160002: (400, "Cannot reply without permission to read message history"),
    160004: (400, "A thread has already been created for this message"),
    160005: (400, "This thread is locked"),
    160006: (400, "Maximum number of active threads reached"),
    180000: (400, "Cannot update a finished event"),
}


class Refused(Exception):
    """Discord's answer to a request that it does not grant: an HTTP status and an error body."""

    def __init__(self, status: int, body: Json) -> None:
        super().__init__(f"{status}: {body.get('code')} {body.get('message')}")
        self.status = status
        self.body = body


class ClientRefusal(Exception):
    """What a person cannot do in their Discord client: a button that is not there, a field too short."""


class SandboxViolation(Exception):
    """Requests, responses or events that break Discord's API description."""


def refuse(code: int, status: int | None = None, **more: Any) -> Refused:
    """The refusal with Discord's code; `more` is added to the body (`retry_after`)."""
    usual, message = CODES[code]
    return Refused(status or usual, {"message": message, "code": code, **more})


def not_found() -> Refused:
    """The answer to a path that does not exist."""
    return Refused(404, {"message": "404: Not Found", "code": 0})


def form_error(errors: Json) -> Refused:
    """A wrong body, with the tree of what is wrong in it (documentation, Error Messages)."""
    return Refused(400, {"message": "Invalid Form Body", "code": 50035, "errors": errors})


def field_error(field: str, code: str, message: str) -> Refused:
    """A wrong body of which one field is at fault; dots go deeper."""
    tree: Json = {"_errors": [{"code": code, "message": message}]}
    for part in reversed(field.split(".")):
        tree = {part: tree}
    return form_error(tree)
