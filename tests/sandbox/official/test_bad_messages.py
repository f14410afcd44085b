"""Messages that Discord refuses, each by one limit, and the same messages at the edge, which it takes."""

import pytest

from sandbox.official import rules

from .forms import EPHEMERAL, V2, Bad, button, buttons, check, link, reasons, row, select, text, v2

message = rules.message

LENGTH, MISSING = "BASE_TYPE_MAX_LENGTH", "BASE_TYPE_REQUIRED"
LEGACY = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
EXCLUSIVE = "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE"


def embed(**changed):
    return {"embeds": [{"description": "words", **changed}]}


def mentions(**changed):
    return {"content": "hello", "allowed_mentions": changed}


BAD = {
    "content of 2,001 characters": (message({"content": "x" * 2001}), "content", LENGTH, "2000 or fewer"),
    "nothing to say": (message({}), "", "50006", "Cannot send an empty message"),
    "content of spaces only": (message({"content": " \n"}), "", "50006", "empty message"),
    "an edit that clears everything": (
        message({"content": None, "embeds": [], "components": [], "attachments": []}, edit=True),
        *("", "50006", "empty message"),
    ),
    "eleven embeds": (message({"embeds": [{"title": "t"}] * 11}), "embeds", LENGTH, "10 or fewer"),
    "an embed with nothing in it": (message({"embeds": [{}]}), "embeds.0.description", MISSING, "required"),
    "an embed's title of 257": (message(embed(title="x" * 257)), "embeds.0.title", LENGTH, "256"),
    "an embed's description of 4,097": (
        message(embed(description="x" * 4097)),
        *("embeds.0.description", LENGTH, "4096"),
    ),
    "26 fields in an embed": (
        message(embed(fields=[{"name": "n", "value": "v"}] * 26)),
        *("embeds.0.fields", LENGTH, "25"),
    ),
    "a field's name of 257": (
        message(embed(fields=[{"name": "x" * 257, "value": "v"}])),
        *("embeds.0.fields.0.name", LENGTH, "256"),
    ),
    "a field's value of 1,025": (
        message(embed(fields=[{"name": "n", "value": "x" * 1025}])),
        *("embeds.0.fields.0.value", LENGTH, "1024"),
    ),
    "a field without value": (
        message(embed(fields=[{"name": "n", "value": ""}])),
        *("embeds.0.fields.0.value", MISSING, "required"),
    ),
    "a footer of 2,049": (message(embed(footer={"text": "x" * 2049})), "embeds.0.footer.text", LENGTH, "2048"),
    "an author's name of 257": (message(embed(author={"name": "x" * 257})), "embeds.0.author.name", LENGTH, "256"),
    "6,001 characters over all embeds": (
        message({"embeds": [{"description": "x" * 3000}, {"description": "x" * 3001}]}),
        *("embeds", "MAX_EMBED_SIZE_EXCEEDED", "6000"),
    ),
    "an embed's address that is none": (
        message(embed(url="somewhere")),
        *("embeds.0.url", "URL_TYPE_INVALID_URL", "well formed"),
    ),
    "an embed's picture by ftp": (
        message(embed(image={"url": "ftp://example.org/a.png"})),
        *("embeds.0.image.url", "URL_TYPE_INVALID_SCHEME", '"ftp" is not supported'),
    ),
    "four stickers": (message({"sticker_ids": ["1", "2", "3", "4"]}), "sticker_ids", LENGTH, "3 or fewer"),
    "a nonce of 26 characters": (
        message({"content": "x", "nonce": "n" * 26}),
        *("nonce", "NONCE_TYPE_TOO_LONG", "25 or fewer"),
    ),
    "eleven attachments": (
        message({"content": "x", "attachments": [{"id": number} for number in range(11)]}),
        *("attachments", LENGTH, "10 or fewer"),
    ),
    "an alternative text of 1,025": (
        message({"attachments": [{"id": 0, "description": "x" * 1025}]}, ["a.png"]),
        *("attachments.0.description", LENGTH, "1024"),
    ),
    "an attachment without id": (
        message({"attachments": [{"filename": "a.png"}]}, ["a.png"]),
        *("attachments.0.id", MISSING, "required"),
    ),
    "101 people to mention": (
        message(mentions(users=[str(number) for number in range(101)])),
        *("allowed_mentions.users", LENGTH, "100 or fewer"),
    ),
    "101 roles to mention": (
        message(mentions(roles=[str(number) for number in range(101)])),
        *("allowed_mentions.roles", LENGTH, "100 or fewer"),
    ),
    "all people and some people to mention": (
        message(mentions(parse=["users"], users=["1"])),
        *("allowed_mentions", EXCLUSIVE, 'parse:["users"] and users: [ids...] are mutually exclusive.'),
    ),
    "all roles and some roles to mention": (
        message(mentions(parse=["roles"], roles=["1"])),
        *("allowed_mentions", EXCLUSIVE, "roles: [ids...]"),
    ),
    "one person to mention twice": (
        message(mentions(users=["1", 1])),
        *("allowed_mentions.users", "SET_TYPE_ALREADY_CONTAINS_VALUE", "already contains"),
    ),
    "an unknown kind of mention": (
        message(mentions(parse=["here"])),
        *("allowed_mentions.parse.0", "BASE_TYPE_CHOICES", "'everyone'"),
    ),
    "a hidden message in a channel": (
        message({"content": "x", "flags": EPHEMERAL}),
        *("flags", "MESSAGE_FLAGS_INVALID", "cannot be set"),
    ),
    "a hidden message by a webhook": (
        message({"content": "x", "flags": EPHEMERAL}, place="webhook"),
        *("flags", "MESSAGE_FLAGS_INVALID", "cannot be set"),
    ),
    "a silent edit": (
        message({"content": "x", "flags": 1 << 12}, edit=True),
        *("flags", "MESSAGE_FLAGS_INVALID", "cannot be set"),
    ),
    "content beside components only": (
        message(v2(text(), content="hello")),
        *("content", LEGACY, "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"),
    ),
    "embeds beside components only": (message(v2(text(), embeds=[{"title": "t"}])), "embeds", LEGACY, "'embeds'"),
    "stickers beside components only": (message(v2(text(), sticker_ids=["1"])), "sticker_ids", LEGACY, "sticker_ids"),
    "a poll beside components only": (message(v2(text(), poll={"question": {}})), "poll", LEGACY, "'poll'"),
    "content edited into a message of components": (
        message({"content": "hello"}, edit=True, existing_flags=V2),
        *("content", LEGACY, "'content'"),
    ),
    "components only, taken back by an edit": (
        message({"flags": 0, "components": [row()]}, edit=True, existing_flags=V2),
        *("flags", "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG", "cannot be removed"),
    ),
    "components only, without any": (message(v2()), "", "50006", "empty message"),
    "a text display without the flag": (
        message({"content": "x", "components": [text()]}),
        *("components.0", "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1,).'),
    ),
    "six rows": (
        message({"content": "x", "components": [row(button(custom_id=f"{n}")) for n in range(6)]}),
        *("components", LENGTH, "5 or fewer"),
    ),
    "components that are no list": (
        message({"content": "x", "components": {"0": row()}}),
        *("components", "LIST_TYPE_CONVERT", "iterables"),
    ),
    "a component that is no object": (
        message({"content": "x", "components": ["row"]}),
        *("components.0", "MODEL_TYPE_CONVERT", "dictionaries"),
    ),
    "a forwarded message with words": (
        message({"content": "x", "message_reference": {"type": 1, "message_id": "1"}}),
        *("", "160011", "additional content"),
    ),
    "a webhook that calls itself Discord": (
        message({"content": "x", "username": "Discord Team"}, place="webhook"),
        *("username", "USERNAME_INVALID_CONTAINS", 'cannot contain "discord"'),
    ),
    "a webhook named Clyde": (
        rules.webhook_name("clYde"),
        *("name", "USERNAME_INVALID_CONTAINS", 'Username cannot contain "clyde"'),
    ),
    "a webhook's name of 81": (rules.webhook_name("x" * 81), "name", "BASE_TYPE_BAD_LENGTH", "between 1 and 80"),
    "a webhook without name": (rules.webhook_name(None), "name", MISSING, "required"),
    "mentions on their own": (
        rules.allowed_mentions({"parse": ["users"], "users": ["1"]}),
        *("allowed_mentions", EXCLUSIVE, "mutually exclusive"),
    ),
}

GOOD = {
    "content of 2,000 characters": message({"content": "x" * 2000}),
    "ten embeds": message({"embeds": [{"title": "t"}] * 10}),
    "6,000 characters over all embeds": message({"embeds": [{"description": "x" * 3000}] * 2}),
    "spaces around an embed's title do not count": message(embed(title=f" {'x' * 256} ")),
    "a picture from an attachment": message(embed(image={"url": "attachment://a.png"}), ["a.png"]),
    "25 fields": message(embed(fields=[{"name": "n", "value": "v"}] * 25)),
    "three stickers": message({"sticker_ids": ["1", "2", "3"]}),
    "a nonce of 25": message({"content": "x", "nonce": "n" * 25}),
    "a file alone": message({"attachments": [{"id": 0}]}, ["a.png"]),
    "ten attachments": message({"attachments": [{"id": number} for number in range(10)]}, ["a.png"]),
    "100 people to mention": message(mentions(parse=["roles"], users=[str(number) for number in range(100)])),
    "all people and an empty list": message(mentions(parse=["users"], users=[])),
    "a hidden answer": message({"content": "x", "flags": EPHEMERAL}, place="interaction"),
    "a silent message": message({"content": "x", "flags": 1 << 12}),
    "numbers in strings": message({"components": [{**text(), "type": "10"}], "flags": str(V2)}),
    "five rows": message({"components": [row(button(custom_id=f"{number}")) for number in range(5)]}),
    "an edit of the words only": message({"content": "x"}, edit=True),
    "an edit of nothing": message({}, edit=True),
    "an edit that keeps the files": message(
        {"content": None, "embeds": [], "components": [], "attachments": [{"id": "5"}]}, edit=True
    ),
    "a hidden message that is edited": message(
        {"content": "x", "flags": EPHEMERAL}, edit=True, existing_flags=EPHEMERAL
    ),
    "an old message turned into components": message(v2(text(), content=None, embeds=[]), edit=True),
    "a message of components that is edited": message({"components": [text()]}, edit=True, existing_flags=V2),
    "a forwarded message": message({"message_reference": {"type": 1, "message_id": "1", "channel_id": "2"}}),
    "a reply": message({"content": "x", "message_reference": {"message_id": "1"}}),
    "a webhook's name of 80": rules.webhook_name("x" * 80),
    "mentions of nobody": rules.allowed_mentions({"parse": []}),
    "a row of five buttons, one of a select": message({"components": [row(*buttons(4), link()), row(select())]}),
}


@pytest.mark.parametrize("bad", [pytest.param(Bad(*case), id=name) for name, case in BAD.items()])
def test_discord_refuses(bad):
    check(bad)


@pytest.mark.parametrize("error", [pytest.param(error, id=name) for name, error in GOOD.items()])
def test_discord_takes(error):
    assert reasons(error) == {}


@pytest.mark.parametrize(
    ("words", "count", "exceeded"),
    [
        pytest.param("x" * 10_158, 1, False, id="one text of 10,158 bytes goes through"),
        pytest.param("x" * 10_159, 1, True, id="one text of 10,159 bytes fails"),
        pytest.param("x" * 5_073, 2, False, id="two texts of 10,146 bytes go through"),
        pytest.param("あ" * 3_386, 1, False, id="3,386 characters of three bytes go through"),
        pytest.param("あ" * 3_387, 1, True, id="3,387 characters of three bytes fail below the limit of 4,000"),
    ],
)
def test_undocumented_byte_limit_of_text_displays(words, count, exceeded):
    assert rules.v2_bytes_exceeded(v2(*[text(words)] * count)) is exceeded


@pytest.mark.parametrize(
    ("code", "status"), [(50035, 400), (50006, 400), (10062, 404), (50013, 403), (40001, 401), (30046, 429)]
)
def test_status_goes_with_the_code(code, status):
    assert rules.status(rules.plain(code)) == status
