"""What Discord asks of threads and of posts in forums.

https://docs.discord.com/developers/resources/channel#start-thread-without-message
"""

from collections.abc import Collection

from sandbox.official.errors import ErrorBody, not_one_of
from sandbox.official.forms import Spot
from sandbox.official.messages import check_message, emptiness
from sandbox.official.shapes import Json, members, whole

NAME = 100
ARCHIVED_AFTER = (60, 1_440, 4_320, 10_080)  # minutes
SLOWEST = 21_600  # seconds
TAGS = 5
TYPES = (10, 11, 12)


def thread(body: Json, file_names: Collection[str] = (), *, edit: bool = False) -> ErrorBody | None:
    """Discord's error for a thread that is started or changed, or `None`; a forum's post carries its `message`."""
    given, form = members(body), Spot()
    if edit:
        form.at("name").length(given.get("name"), 1, NAME)
    else:
        form.at("name").needed(given.get("name"), 1, NAME)
    for key, allowed in (("auto_archive_duration", ARCHIVED_AFTER), ("type", TYPES)):
        if given.get(key) is not None and whole(given[key]) not in allowed:
            form.at(key).wrong(not_one_of(*allowed))
    form.at("rate_limit_per_user").within(whole(given.get("rate_limit_per_user")), 0, SLOWEST)
    form.at("applied_tags").length(given.get("applied_tags"), 0, TAGS)
    if "message" not in given:
        return form.answer()
    check_message(members(given["message"]), form.at("message"), file_names)
    return form.answer() or emptiness(members(given["message"]), file_names)
