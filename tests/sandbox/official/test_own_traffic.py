"""The sandbox's own answers and events are held against Discord's API description, and what does not fit is named."""

import pytest

from .forms import without
from .wire import CHANNEL, COMMAND_DATA, FORM_DATA, GUILD, INTERACTION, MEMBER, MESSAGE, ROLE, USER

MESSAGES = ("POST", "/channels/31/messages")


@pytest.mark.parametrize(
    ("route", "status", "body"),
    [
        pytest.param(MESSAGES, 200, MESSAGE, id="a message"),
        pytest.param(("GET", "/channels/31"), 200, CHANNEL, id="a channel"),
        pytest.param(("GET", "/guilds/1/members/11"), 200, MEMBER, id="a member"),
        pytest.param(("DELETE", "/channels/31/messages/41"), 204, None, id="nothing"),
        pytest.param(MESSAGES, 400, {"code": 50006, "message": "Cannot send an empty message"}, id="an error"),
        pytest.param(
            MESSAGES,
            400,
            {
                "code": 50035,
                "message": "Invalid Form Body",
                "errors": {
                    "components": {
                        "_errors": [{"code": "A", "message": "a"}],
                        "0": {"label": {"_errors": [{"code": "BASE_TYPE_BAD_LENGTH", "message": "b"}]}},
                    }
                },
            },
            id="a form's errors, whose codes are words",
        ),
        pytest.param(
            MESSAGES, 429, {"message": "slow", "code": 0, "retry_after": 0.5, "global": False}, id="too many requests"
        ),
        pytest.param(MESSAGES, 502, "<html>", id="a fault of the server"),
    ],
)
def test_good_answer_passes(official, route, status, body):
    assert official.response(*route, status, body) == []


@pytest.mark.parametrize(
    ("route", "status", "body", "problem"),
    [
        pytest.param(MESSAGES, 200, without(MESSAGE, "author"), '"author" is a required property', id="no author"),
        pytest.param(
            MESSAGES,
            200,
            {**MESSAGE, "author": without(USER, "public_flags")},
            'author: "public_flags" is a required property',
            id="a user without flags",
        ),
        pytest.param(MESSAGES, 200, {**MESSAGE, "id": 41}, "id: 41 is not of type", id="an id as a number"),
        pytest.param(MESSAGES, 200, {**MESSAGE, "timestamp": "now"}, "timestamp:", id="a time that is none"),
        pytest.param(MESSAGES, 201, MESSAGE, "status 201: not described for create_message", id="a foreign status"),
        pytest.param(
            ("DELETE", "/channels/31/messages/41"),
            204,
            {"ok": True},
            "must have no body",
            id="a body where none belongs",
        ),
        pytest.param(MESSAGES, 400, {"error": "no"}, '"code" is a required property', id="an error of our own making"),
        pytest.param(
            MESSAGES,
            400,
            {"code": 50035, "message": "Invalid Form Body", "errors": {"content": {"_errors": []}}},
            "errors.content._errors:",
            id="a form's error that says nothing",
        ),
    ],
)
def test_bad_answer_of_our_own_is_found(official, route, status, body, problem):
    found = official.response(*route, status, body)

    assert any(problem in one for one in found), found


AUTOCOMPLETE = {**without(INTERACTION, "message"), "type": 4, "data": COMMAND_DATA}
FORM = {**INTERACTION, "type": 5, "data": FORM_DATA}
REACTION = {
    "user_id": "11",
    "channel_id": "31",
    "message_id": "41",
    "guild_id": "1",
    "burst": False,
    "type": 0,
    "emoji": {"id": None, "name": "🌱"},
}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("MESSAGE_CREATE", {**MESSAGE, "guild_id": "1", "member": without(MEMBER, "user")}),
        ("MESSAGE_UPDATE", {**MESSAGE, "content": ""}),
        ("MESSAGE_DELETE", {"id": "41", "channel_id": "31"}),
        ("GUILD_CREATE", GUILD),
        ("GUILD_CREATE", {"id": "1", "unavailable": True}),
        ("GUILD_DELETE", {"id": "1"}),
        ("CHANNEL_CREATE", CHANNEL),
        ("GUILD_ROLE_CREATE", {"guild_id": "1", "role": ROLE}),
        ("GUILD_MEMBER_ADD", {**MEMBER, "guild_id": "1"}),
        ("MESSAGE_REACTION_ADD", {**REACTION, "member": MEMBER}),
        ("INTERACTION_CREATE", INTERACTION),
        ("INTERACTION_CREATE", AUTOCOMPLETE),
        ("INTERACTION_CREATE", {**AUTOCOMPLETE, "type": 2}),
        ("INTERACTION_CREATE", FORM),
        ("INTERACTION_CREATE", {**without(INTERACTION, "member", "guild_id"), "user": USER, "context": 1}),
        ("RESUMED", {}),
    ],
)
def test_good_event_passes(official, name, data):
    assert official.event(name, data) == []


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("MESSAGE_SENT", {}, "MESSAGE_SENT: not a gateway event"),
        ("MESSAGE_CREATE", without(MESSAGE, "tts"), '"tts" is a required property'),
        ("MESSAGE_DELETE", {"id": "41"}, "MESSAGE_DELETE channel_id: missing"),
        ("MESSAGE_DELETE", {"id": 41, "channel_id": "31"}, "id: 41 is no id"),
        ("GUILD_CREATE", without(GUILD, "large"), "large: missing"),
        ("GUILD_CREATE", {**GUILD, "members": [without(MEMBER, "mute")]}, 'members.0: (whole): "mute" is a required'),
        ("GUILD_CREATE", {**GUILD, "roles": [without(ROLE, "colors")]}, 'roles.0: (whole): "colors"'),
        ("GUILD_CREATE", {**GUILD, "channels": [{"id": "31", "type": 0}]}, "channels.0:"),
        ("GUILD_ROLE_UPDATE", {"guild_id": "1", "role": {**ROLE, "id": 21}}, "role: id: 21 is not of type"),
        ("MESSAGE_REACTION_ADD", without(REACTION, "emoji"), "emoji: missing"),
        ("INTERACTION_CREATE", without(INTERACTION, "token"), "token: missing"),
        ("INTERACTION_CREATE", without(INTERACTION, "member"), "member: missing, and so is user"),
        ("INTERACTION_CREATE", {**INTERACTION, "member": MEMBER}, "member.permissions: missing"),
        ("INTERACTION_CREATE", without(INTERACTION, "message"), "message: missing"),
        ("INTERACTION_CREATE", {**INTERACTION, "message": without(MESSAGE, "author")}, 'message: (whole): "author"'),
        ("INTERACTION_CREATE", {**INTERACTION, "type": 6}, "type: 6 is no type"),
        (
            "INTERACTION_CREATE",
            {**INTERACTION, "data": {"custom_id": "a", "component_type": 3}},
            "data.values: missing",
        ),
        ("INTERACTION_CREATE", {**INTERACTION, "data": {"custom_id": "a", "component_type": 10}}, "cannot be pressed"),
        (
            "INTERACTION_CREATE",
            {**AUTOCOMPLETE, "data": {**COMMAND_DATA, "options": [{"type": 3, "name": "a", "value": "b"}]}},
            "none is focused",
        ),
        (
            "INTERACTION_CREATE",
            {**AUTOCOMPLETE, "type": 2, "data": {**COMMAND_DATA, "options": [{"type": 3, "name": "a"}]}},
            "data.options.0.value: missing",
        ),
        (
            "INTERACTION_CREATE",
            {**FORM, "data": {**FORM_DATA, "components": [{"type": 18, "id": 1, "component": {"type": 4, "id": 2}}]}},
            "data.components.0.component.value: missing",
        ),
    ],
)
def test_bad_event_of_our_own_is_found(official, name, data, problem):
    found = official.event(name, data)

    assert any(problem in one for one in found), found
