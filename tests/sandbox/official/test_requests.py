"""Requests are held against Discord's API description, and what does not fit is named."""

import pytest

from .forms import V2, button, command, container, form, label, question, row, text

MESSAGES = ("POST", "/channels/31/messages")
CALLBACK = ("POST", "/interactions/51/token/callback")
THREADS = ("POST", "/channels/31/threads")
COMMANDS = ("PUT", "/applications/52/commands")


@pytest.mark.parametrize(
    ("method", "path", "name"),
    [
        ("GET", "/users/@me", "get_my_user"),
        ("GET", "/users/11", "get_user"),
        ("POST", "/channels/31/messages", "create_message"),
        ("POST", "/api/v10/channels/31/messages", "create_message"),
        ("GET", "/channels/31/messages/pins", "list_pins"),
        ("PUT", "/channels/31/messages/41/reactions/%F0%9F%91%8D/@me", "add_my_message_reaction"),
        ("PATCH", "/webhooks/52/token/messages/@original", "update_original_webhook_message"),
        ("PATCH", "/webhooks/52/token/messages/41", "update_webhook_message"),
        ("DELETE", "/channels/31", "delete_channel"),
        ("DELETE", "/users/@me", None),
        ("GET", "/channels/general", None),
        ("GET", "/vents", None),
    ],
)
def test_route_is_found_by_its_template(official, method, path, name):
    assert official.operation(method, path) == name


def test_unknown_route_is_a_problem(official):
    assert official.request("GET", "/vents/5", {}, None, ()) == ["GET /vents/5: Discord has no such route"]


@pytest.mark.parametrize(
    ("route", "query", "body"),
    [
        pytest.param(MESSAGES, {}, {"content": "hello", "nonce": 5, "flags": "4096"}, id="a number in a string"),
        pytest.param(MESSAGES, {}, {"content": "x", "message_reference": {"message_id": 41}}, id="an id as a number"),
        pytest.param(MESSAGES, {}, {"flags": V2, "components": [container(text(), row())]}, id="nested components"),
        pytest.param(
            ("GET", "/channels/31/messages"), {"limit": "50", "before": "41"}, None, id="numbers in an address"
        ),
        pytest.param(("GET", "/channels/31/messages"), {"limit": 50, "before": 41}, None, id="numbers"),
        pytest.param(CALLBACK, {"with_response": "true"}, {"type": 9, "data": form()}, id="a form"),
        pytest.param(CALLBACK, {"with_response": 1}, {"type": 5}, id="a deferred answer"),
        pytest.param(COMMANDS, {}, [command(nsfw=False, contexts=[0, 1])], id="commands"),
        pytest.param(COMMANDS, {}, [], id="no commands"),
        pytest.param(THREADS, {}, {"name": "a", "type": 12, "invitable": False}, id="a private thread"),
        pytest.param(("PUT", "/channels/31/thread-members/11"), {}, None, id="no body where none belongs"),
        pytest.param(("DELETE", "/channels/31/messages/41"), {}, {}, id="an empty body where none belongs"),
    ],
)
def test_good_request_passes(official, route, query, body):
    assert official.request(*route, query, body, ()) == []


@pytest.mark.parametrize(
    ("route", "query", "body", "problem"),
    [
        pytest.param(MESSAGES, {}, {"contnt": "x"}, "contnt: unknown key (perhaps content)", id="a typo at the top"),
        pytest.param(
            MESSAGES,
            {},
            {"content": "x", "allowed_mentions": {"prase": []}},
            "allowed_mentions.prase: unknown key (perhaps parse)",
            id="a typo inside",
        ),
        pytest.param(
            MESSAGES,
            {},
            {"flags": V2, "components": [container(row(button(lable="x")))]},
            "components.0.components.0.components.0.lable: unknown key (perhaps label)",
            id="a typo in a nested button",
        ),
        pytest.param(
            CALLBACK,
            {},
            {"type": 9, "data": form(label(question(place_holder="x")))},
            "data.components.0.component.place_holder: unknown key (perhaps placeholder)",
            id="a typo in a form",
        ),
        pytest.param(
            COMMANDS,
            {},
            [command(options=[{"type": 3, "name": "a", "description": "b", "requird": True}])],
            "0.options.0.requird: unknown key (perhaps required)",
            id="a typo in a command",
        ),
        pytest.param(
            COMMANDS,
            {},
            [command(name_localisations={"de": "teilen"})],
            "0.name_localisations: unknown key (perhaps name_localizations)",
            id="a British typo",
        ),
        pytest.param(
            THREADS,
            {},
            {"name": "a", "auto_archive_minutes": 60},
            "auto_archive_minutes: unknown key (perhaps auto_archive_duration)",
            id="a typo in a thread",
        ),
        pytest.param(MESSAGES, {}, {"content": ["x"]}, 'content: ["x"] is not of types', id="a list for words"),
        pytest.param(MESSAGES, {}, {"tts": "yes"}, 'tts: "yes" is not of types', id="words for a truth"),
        pytest.param(MESSAGES, {}, None, "body: missing", id="no body"),
        pytest.param(
            MESSAGES,
            {},
            {"flags": V2, "components": [container(row(button(label="x" * 81)))]},
            "components.0.components.0.components.0.label:",
            id="the place of an error in the nearest branch of a union",
        ),
        pytest.param(CALLBACK, {}, {"type": 3}, "type:", id="a callback of no type"),
        pytest.param(THREADS, {}, {"type": 12}, '"name" is a required property', id="a thread without name"),
        pytest.param(
            ("PUT", "/channels/31/thread-members/11"), {}, {"a": 1}, "body: this route takes none", id="a body too many"
        ),
        pytest.param(
            ("GET", "/channels/31/messages"),
            {"limt": "5"},
            None,
            "query limt: unknown parameter",
            id="a typo in a query",
        ),
        pytest.param(
            ("GET", "/channels/31/messages"), {"limit": "500"}, None, "query limit:", id="too many messages asked for"
        ),
        pytest.param(
            ("POST", "/guilds/1/scheduled-events"),
            {},
            {
                "name": "a",
                "privacy_level": 2,
                "entity_type": 2,
                "channel_id": "5",
                "scheduled_start_time": "tomorrow",
            },
            "scheduled_start_time:",
            id="a time that is none",
        ),
    ],
)
def test_bad_request_is_named(official, route, query, body, problem):
    found = official.request(*route, query, body, ())

    assert any(problem in one for one in found), found


def test_files_are_a_problem_where_none_can_be_sent(official):
    assert official.request("PUT", "/channels/31/thread-members/11", {}, None, ["a.png"]) == [
        "files: this route takes none"
    ]
    assert official.request(*MESSAGES, {}, {"attachments": [{"id": 0}]}, ["a.png"]) == []
