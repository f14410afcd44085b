"""All the rules that Discord's API description is too loose for, under one name.

Each gives the body of Discord's error or `None`; `status` gives the HTTP status that goes with it.
"""

from sandbox.official.callbacks import callback
from sandbox.official.commands import command, commands
from sandbox.official.errors import ErrorBody, plain, status
from sandbox.official.events import scheduled_event
from sandbox.official.layouts import v2_bytes_exceeded
from sandbox.official.messages import allowed_mentions, message, webhook_name
from sandbox.official.modals import modal
from sandbox.official.threads import thread

__all__ = [
    "ErrorBody",
    "allowed_mentions",
    "callback",
    "command",
    "commands",
    "message",
    "modal",
    "plain",
    "scheduled_event",
    "status",
    "thread",
    "v2_bytes_exceeded",
    "webhook_name",
]
