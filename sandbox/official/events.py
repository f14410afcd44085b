"""What Discord asks of scheduled events.

https://docs.discord.com/developers/resources/guild-scheduled-event
"""

from collections.abc import Mapping
from datetime import UTC, datetime

from sandbox.official.errors import REQUIRED, ErrorBody, Wrong, bad_length, not_one_of, unseen
from sandbox.official.forms import Spot
from sandbox.official.shapes import Json, members, text, whole

NAME, DESCRIPTION, LOCATION = 100, 1_000, 100  # Guild Scheduled Event Structure, Entity Metadata
GUILD_ONLY = 2
STAGE, VOICE, EXTERNAL = 1, 2, 3
STATUSES = range(1, 5)
ACTIVE = 2

_NEEDED = ("name", "privacy_level", "scheduled_start_time", "entity_type")  # Create Guild Scheduled Event
_PAST = Wrong("GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past.")
_RUNNING = Wrong(
    "GUILD_SCHEDULED_EVENT_SCHEDULE_INVALID_START_BY_STATUS", "The start of an event that has begun cannot be changed."
)
_BACKWARDS = unseen("GUILD_SCHEDULED_EVENT_END_BEFORE_START", "Event cannot end before it starts.")
_CHANNEL = unseen("GUILD_SCHEDULED_EVENT_CHANNEL_NOT_ALLOWED", "External events cannot have a channel.")


def scheduled_event(
    body: Json,
    now: datetime,
    existing: Mapping[str, Json] | None = None,
) -> ErrorBody | None:
    """Discord's error for an event that is created, or with `existing` changed, or `None`; `now` knows its zone."""
    given, form = members(body), Spot()
    if existing is None:
        for field in _NEEDED:
            if given.get(field) is None:
                form.at(field).wrong(REQUIRED)
    _check_fields(given, form)
    whole_event = {**(existing or {}), **given}
    _check_entity(whole_event, form)
    _check_times(given, whole_event, form, now)
    if existing is not None and whole(existing.get("status")) == ACTIVE and "scheduled_start_time" in given:
        form.at("scheduled_start_time").wrong(_RUNNING)
    return form.answer()


def _check_fields(given: Mapping[str, Json], form: Spot) -> None:
    form.at("name").length(given.get("name"), 1, NAME)
    if given.get("description"):
        form.at("description").length(given["description"], 1, DESCRIPTION)
    level, kind, status = (whole(given.get(key)) for key in ("privacy_level", "entity_type", "status"))
    if level not in (None, GUILD_ONLY):
        form.at("privacy_level").wrong(not_one_of(GUILD_ONLY))
    if kind is not None and not STAGE <= kind <= EXTERNAL:
        form.at("entity_type").wrong(not_one_of(STAGE, VOICE, EXTERNAL))
    if status is not None and status not in STATUSES:
        form.at("status").wrong(not_one_of(*STATUSES))


def _check_entity(event: Mapping[str, Json], form: Spot) -> None:
    """Field Requirements By Entity Type."""
    kind = whole(event.get("entity_type"))
    if kind in (STAGE, VOICE) and event.get("channel_id") is None:
        form.at("channel_id").wrong(REQUIRED)
    if kind != EXTERNAL:
        return
    if event.get("channel_id") is not None:
        form.at("channel_id").wrong(_CHANNEL)
    if event.get("scheduled_end_time") is None:
        form.at("scheduled_end_time").wrong(REQUIRED)
    location = text(members(event.get("entity_metadata")).get("location"))
    if not location:
        form.at("entity_metadata", "location").wrong(REQUIRED)
    elif len(location) > LOCATION:
        form.at("entity_metadata", "location").wrong(bad_length(1, LOCATION))


def _check_times(given: Mapping[str, Json], event: Mapping[str, Json], form: Spot, now: datetime) -> None:
    start = _time(event.get("scheduled_start_time"), form.at("scheduled_start_time"))
    end = _time(event.get("scheduled_end_time"), form.at("scheduled_end_time"))
    if start is not None and "scheduled_start_time" in given and start <= now:
        form.at("scheduled_start_time").wrong(_PAST)
    if start is not None and end is not None and end <= start:
        form.at("scheduled_end_time").wrong(_BACKWARDS)


def _time(value: Json, spot: Spot) -> datetime | None:
    if value is None:
        return None
    try:
        time = datetime.fromisoformat(text(value))
    except ValueError:
        spot.wrong(Wrong("DATE_TIME_TYPE_PARSE", f"Could not parse {value}. Should be ISO8601."))
        return None
    return time if time.tzinfo is not None else time.replace(tzinfo=UTC)
