"""Scheduled events and threads that Discord refuses, each by one limit, and the same at the edge."""

from datetime import UTC, datetime

import pytest

from sandbox.official import rules

from .forms import Bad, check, meeting, reasons, without

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LENGTH, MOST, MISSING, CHOICES = (
    "BASE_TYPE_BAD_LENGTH",
    "BASE_TYPE_MAX_LENGTH",
    "BASE_TYPE_REQUIRED",
    "BASE_TYPE_CHOICES",
)
VOICE = {"entity_type": 2, "channel_id": "5", "entity_metadata": None, "scheduled_end_time": None}


def event(*left_out, **changed):
    return rules.scheduled_event(without(meeting(**changed), *left_out), NOW)


def changed(existing=None, **body):
    return rules.scheduled_event(body, NOW, meeting(**(existing or {})))


BAD = {
    "an event without name": (event("name"), "name", MISSING, "required"),
    "an event's name of 101": (event(name="x" * 101), "name", LENGTH, "between 1 and 100"),
    "an event's description of 1,001": (event(description="x" * 1001), "description", LENGTH, "1000"),
    "an event without level of privacy": (event("privacy_level"), "privacy_level", MISSING, "required"),
    "a public event": (event(privacy_level=1), "privacy_level", CHOICES, "{2}"),
    "an event of type 4": (event(entity_type=4), "entity_type", CHOICES, "{1, 2, 3}"),
    "an event without start": (event("scheduled_start_time"), "scheduled_start_time", MISSING, "required"),
    "an event in the past": (
        event(scheduled_start_time="2026-03-01T11:59:59+00:00"),
        *("scheduled_start_time", "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past."),
    ),
    "an event that starts now": (
        event(scheduled_start_time="2026-03-01T13:00:00+01:00"),
        *("scheduled_start_time", "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "in the past"),
    ),
    "an event that ends before it starts": (
        event(scheduled_end_time="2026-03-01T17:00:00+00:00"),
        *("scheduled_end_time", "GUILD_SCHEDULED_EVENT_END_BEFORE_START", "before it starts"),
    ),
    "an event at no readable time": (
        event(scheduled_start_time="tomorrow"),
        *("scheduled_start_time", "DATE_TIME_TYPE_PARSE", "Could not parse tomorrow. Should be ISO8601."),
    ),
    "an event elsewhere without end": (event("scheduled_end_time"), "scheduled_end_time", MISSING, "required"),
    "an event elsewhere without place": (event("entity_metadata"), "entity_metadata.location", MISSING, "required"),
    "a place of 101 characters": (
        event(entity_metadata={"location": "x" * 101}),
        *("entity_metadata.location", LENGTH, "between 1 and 100"),
    ),
    "an event elsewhere with a channel": (
        event(channel_id="5"),
        *("channel_id", "GUILD_SCHEDULED_EVENT_CHANNEL_NOT_ALLOWED", "cannot have a channel"),
    ),
    "a voice event without channel": (event(**{**VOICE, "channel_id": None}), "channel_id", MISSING, "required"),
    "a status that is none": (changed(status=5), "status", CHOICES, "{1, 2, 3, 4}"),
    "a start moved while the event runs": (
        changed({"status": 2}, scheduled_start_time="2026-03-01T18:30:00+00:00"),
        *("scheduled_start_time", "GUILD_SCHEDULED_EVENT_SCHEDULE_INVALID_START_BY_STATUS", "has begun"),
    ),
    "an end moved before the start": (
        changed(scheduled_end_time="2026-03-01T18:00:00+00:00"),
        *("scheduled_end_time", "GUILD_SCHEDULED_EVENT_END_BEFORE_START", "before it starts"),
    ),
    "an event moved from voice to elsewhere without end": (
        changed(VOICE, entity_type=3, channel_id=None, entity_metadata={"location": "here"}),
        *("scheduled_end_time", MISSING, "required"),
    ),
    "a thread without name": (rules.thread({}), "name", MISSING, "required"),
    "a thread's name of 101": (rules.thread({"name": "x" * 101}), "name", LENGTH, "between 1 and 100"),
    "a thread that is archived after two hours": (
        rules.thread({"name": "a", "auto_archive_duration": 120}),
        *("auto_archive_duration", CHOICES, "{60, 1440, 4320, 10080}"),
    ),
    "a thread of a channel's type": (rules.thread({"name": "a", "type": 0}), "type", CHOICES, "{10, 11, 12}"),
    "a thread slower than six hours": (
        rules.thread({"name": "a", "rate_limit_per_user": 21_601}),
        *("rate_limit_per_user", "NUMBER_TYPE_MAX", "equal to 21600"),
    ),
    "a post of six tags": (
        rules.thread({"name": "a", "applied_tags": ["1"] * 6, "message": {"content": "x"}}),
        *("applied_tags", MOST, "5 or fewer"),
    ),
    "a post that says nothing": (rules.thread({"name": "a", "message": {}}), "", "50006", "empty message"),
    "a post of 2,001 characters": (
        rules.thread({"name": "a", "message": {"content": "x" * 2001}}),
        *("message.content", MOST, "2000 or fewer"),
    ),
    "a thread renamed to nothing": (rules.thread({"name": ""}, edit=True), "name", LENGTH, "between 1 and 100"),
}

GOOD = {
    "an event elsewhere": event(),
    "an event a second from now": event(scheduled_start_time="2026-03-01T12:00:01Z"),
    "an event's name of 100, described in 1,000": event(name="x" * 100, description="x" * 1000),
    "a place of 100 characters": event(entity_metadata={"location": "x" * 100}),
    "a voice event without end": event(**VOICE),
    "an event that is started": changed({"scheduled_start_time": "2026-03-01T11:00:00+00:00"}, status=2),
    "an event that is renamed": changed(name="Practice"),
    "a private thread": rules.thread(
        {
            "name": "x" * 100,
            "type": 12,
            "auto_archive_duration": 10_080,
            "rate_limit_per_user": 21_600,
            "invitable": False,
        }
    ),
    "a thread that is archived": rules.thread({"archived": True, "locked": True}, edit=True),
    "a post of five tags": rules.thread({"name": "a", "applied_tags": ["1"] * 5, "message": {"content": "x"}}),
    "a post of a file": rules.thread({"name": "a", "message": {}}, ["a.png"]),
}


@pytest.mark.parametrize("bad", [pytest.param(Bad(*case), id=name) for name, case in BAD.items()])
def test_discord_refuses(bad):
    check(bad)


@pytest.mark.parametrize("error", [pytest.param(error, id=name) for name, error in GOOD.items()])
def test_discord_takes(error):
    assert reasons(error) == {}
