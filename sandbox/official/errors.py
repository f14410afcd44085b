"""Discord's error bodies: the plain ones by code, and the words of form errors.

Codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes.
Words: as the live API gives them, which for some codes differ from the table of the documentation.
Form errors: https://docs.discord.com/developers/reference#error-messages. Discord lists no codes of theirs; they are
taken from errors that people report, but for those made with `unseen`.
"""

from typing import NamedTuple, NotRequired, TypedDict

INVALID_FORM = 50035
EMPTY_MESSAGE = 50006
TOO_MANY_COMMANDS = 30032

MESSAGES = {
    10002: "Unknown Application",
    10003: "Unknown Channel",
    10004: "Unknown Guild",
    10007: "Unknown Member",
    10008: "Unknown Message",
    10009: "Unknown Permission Overwrite",
    10011: "Unknown Role",
    10013: "Unknown User",
    10014: "Unknown Emoji",
    10015: "Unknown Webhook",
    10062: "Unknown interaction",
    10063: "Unknown application command",
    10066: "Unknown application command permissions",
    10067: "Unknown Stage Instance",
    10070: "Unknown Guild Scheduled Event",
    10071: "Unknown Guild Scheduled Event User",
    20016: "This action cannot be performed due to slowmode rate limit",
    20028: "The write action you are performing on the channel has hit the write rate limit.",
    30003: "Maximum number of pins reached (250)",
    30005: "Maximum number of server roles reached (250)",
    30007: "Maximum number of webhooks reached (15)",
    30010: "Maximum number of reactions reached (20)",
    30013: "Maximum number of server channels reached (500)",
    30015: "Maximum number of attachments in a message reached (10)",
    30032: "Maximum number of application commands reached ({})",
    30033: "Maximum number of thread participants has been reached (1000)",
    30034: "Maximum number of daily application command creates has been reached (200)",
    30038: "Maximum number of uncompleted guild scheduled events reached (100)",
    30046: "Maximum number of edits to messages older than 1 hour reached. Try again later.",
    40001: "Unauthorized",
    40003: "You are opening direct messages too fast",
    40005: "Request entity too large",
    40058: "Cannot send messages in a forum channel",
    40060: "Interaction has already been acknowledged.",
    40061: "Tag names must be unique",
    40062: "Service resource is being rate limited.",
    40094: "This interaction has hit the maximum number of follow up messages",
    50001: "Missing Access",
    50003: "Cannot execute action on a DM channel",
    50005: "Cannot edit a message authored by another user",
    50006: "Cannot send an empty message",
    50007: "Cannot send messages to this user",
    50008: "Cannot send messages in a non-text channel",
    50013: "Missing Permissions",
    50014: "Invalid authentication token",
    50016: (
        "Provided too few or too many messages to delete. "
        "Must provide at least 2 and fewer than 100 messages to delete."
    ),
    50019: "A message can only be pinned to the channel it was sent in",
    50021: "Cannot execute action on a system message",
    50024: "Cannot execute action on this channel type",
    50027: "Invalid Webhook Token",
    50028: "Invalid role",
    50033: "Invalid Recipient(s)",
    50034: "A message provided was too old to bulk delete",
    50035: "Invalid Form Body",
    50055: "Invalid Guild",
    50083: "Thread is archived",
    50109: "The request body contains invalid JSON.",
    160002: "Cannot reply without permission to read message history",
    160011: "Forward messages cannot have additional content",
    160004: "A thread has already been created for this message",
    160005: "Thread is locked",
    160006: "Maximum number of active threads reached",
    180000: "Cannot update a finished event",
    200000: "Message was blocked by automatic moderation",
    240000: "Message blocked by harmful links filter",
}

UNAUTHORIZED = 401
FORBIDDEN = 403
NOT_FOUND = 404
TOO_LARGE = 413
TOO_MANY_REQUESTS = 429
BAD_REQUEST = 400
_STATUS = {
    40001: UNAUTHORIZED,
    50014: UNAUTHORIZED,
    40005: TOO_LARGE,
    20016: TOO_MANY_REQUESTS,
    20028: TOO_MANY_REQUESTS,
    30046: TOO_MANY_REQUESTS,
    40062: TOO_MANY_REQUESTS,
    50001: FORBIDDEN,
    50003: FORBIDDEN,
    50005: FORBIDDEN,
    50007: FORBIDDEN,
    50013: FORBIDDEN,
    50021: FORBIDDEN,
    160002: FORBIDDEN,
    240000: FORBIDDEN,
    40003: FORBIDDEN,
    50027: UNAUTHORIZED,
}
_UNKNOWN = range(10000, 20000)


class ErrorBody(TypedDict):
    """What Discord answers; `errors` only with 50035."""

    code: int
    message: str
    errors: NotRequired[dict[str, object]]


class Wrong(NamedTuple):
    """One thing that is wrong with one field of a form."""

    code: str
    message: str


def plain(code: int, *values: object) -> ErrorBody:
    """The body for a code of the table; `values` fill the placeholder of its words, where there is one."""
    return {"code": code, "message": MESSAGES[code].format(*values)}


def status(error: ErrorBody) -> int:
    """The HTTP status that goes with the body's code."""
    if error["code"] in _UNKNOWN:
        return NOT_FOUND
    return _STATUS.get(error["code"], BAD_REQUEST)


def unseen(code: str, message: str) -> Wrong:
    """For what Discord is known to refuse, but with words that no report shows: both are ours, for people to read."""
    return Wrong(code, message)


REQUIRED = Wrong("BASE_TYPE_REQUIRED", "This field is required")
NOT_AN_OBJECT = Wrong("MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
NOT_A_LIST = unseen("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")


def bad_length(least: int, most: int) -> Wrong:
    return Wrong("BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")


def too_long(most: int) -> Wrong:
    return Wrong("BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")


def too_small(least: float) -> Wrong:
    return Wrong("NUMBER_TYPE_MIN", f"int value should be greater than or equal to {least:g}.")


def too_big(most: float) -> Wrong:
    return Wrong("NUMBER_TYPE_MAX", f"int value should be less than or equal to {most:g}.")


def not_one_of(*choices: object) -> Wrong:
    return Wrong("BASE_TYPE_CHOICES", f"Value must be one of {{{', '.join(map(str, choices))}}}.")


def wrong_kind(*types: int) -> Wrong:
    listed = ", ".join(map(str, types)) + ("," if len(types) == 1 else "")
    return Wrong("UNION_TYPE_CHOICES", f'Value of field "type" must be one of ({listed}).')
