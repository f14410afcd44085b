"""What discord.py 2.7.1 really sends is taken by the rules and by the description."""

import asyncio
import io
import json
from datetime import UTC, datetime
from typing import Any, ClassVar

import discord
import pytest
from discord import app_commands, ui
from discord.http import HTTPClient, handle_message_parameters
from discord.webhook.async_ import interaction_message_response_params

from sandbox.official import rules

from .forms import V2, reasons

NOW = datetime(2026, 3, 1, tzinfo=UTC)
THEN = "2026-03-02T10:00:00+00:00"
PRESS, COMMAND = 3, 2
CALLBACK = ("POST", "/interactions/51/token/callback")


def file(name):
    return discord.File(io.BytesIO(b"x"), filename=name, description="What it shows")


class Card(ui.LayoutView):
    """Every kind of component that a message may have."""

    def __init__(self):
        super().__init__(timeout=None)
        pressed = ui.ActionRow(ui.Button(label="Hear", custom_id="hear"), ui.Button(label="Read", url="https://a.org"))
        chosen = ui.ActionRow(ui.Select(custom_id="choose", options=[discord.SelectOption(label="One", default=True)]))
        ada = discord.SelectDefaultValue(id=11, type=discord.SelectDefaultValueType.user)
        box: ui.Container[Any] = ui.Container(
            ui.TextDisplay("**A share**"),
            ui.Section("One", "Two", accessory=ui.Thumbnail("attachment://plot.png", description="A plot")),
            ui.Separator(),
            ui.MediaGallery(discord.MediaGalleryItem("https://example.org/a.png", description="A view")),
            pressed,
            chosen,
            accent_colour=discord.Colour.blue(),
        )
        self.add_item(box)
        self.add_item(ui.File("attachment://words.txt"))
        self.add_item(ui.ActionRow(ui.UserSelect(custom_id="who", default_values=[ada])))


class Questions(ui.Modal, title="How was it?"):
    words: ui.TextDisplay[Any] = ui.TextDisplay("Take your time.")
    answer: ui.Label[Any] = ui.Label(
        text="In your words",
        description="As long as you like",
        component=ui.TextInput(custom_id="answer", style=discord.TextStyle.paragraph, min_length=1, max_length=4000),
    )
    mood: ui.Label[Any] = ui.Label(
        text="Mood",
        component=ui.RadioGroup(
            custom_id="mood",
            options=[
                discord.RadioGroupOption(label="Fine", value="1", default=True),
                discord.RadioGroupOption(label="Not so", value="2", description="It happens"),
            ],
        ),
    )
    days: ui.Label[Any] = ui.Label(
        text="Days",
        component=ui.CheckboxGroup(
            custom_id="days",
            required=False,
            min_values=0,
            max_values=2,
            options=[
                discord.CheckboxGroupOption(label="Monday", value="1"),
                discord.CheckboxGroupOption(label="Tuesday", value="2"),
            ],
        ),
    )
    sure: ui.Label[Any] = ui.Label(text="Sure", component=ui.Checkbox(custom_id="sure"))


class Choices(ui.Modal, title="Choose"):
    old: ui.TextInput[Any] = ui.TextInput(label="In the old way", custom_id="old")
    files: ui.Label[Any] = ui.Label(
        text="Files", component=ui.FileUpload(custom_id="files", min_values=0, max_values=3, required=False)
    )
    one: ui.Label[Any] = ui.Label(
        text="One of", component=ui.Select(custom_id="one", options=[discord.SelectOption(label="a")])
    )
    where: ui.Label[Any] = ui.Label(
        text="Where", component=ui.ChannelSelect(custom_id="where", channel_types=[discord.ChannelType.text])
    )


@pytest.mark.parametrize("questions", [Questions, Choices])
async def test_forms_of_discord_py_are_taken(official, questions):
    body = {"type": 9, "data": questions().to_dict()}

    assert reasons(rules.callback(body, (), COMMAND)) == {}
    assert official.request(*CALLBACK, {"with_response": 1}, body, ()) == []


async def test_a_layout_of_discord_py_with_files_is_taken(official):
    nobody_but_ada = discord.AllowedMentions(everyone=False, users=[discord.Object(11)], roles=False, replied_user=True)
    files = [file("plot.png"), file("words.txt")]
    with handle_message_parameters(view=Card(), allowed_mentions=nobody_but_ada, nonce="n", files=files) as sent:
        body = json.loads(sent.multipart[0]["value"])

    names = ["plot.png", "words.txt"]
    assert reasons(rules.message(body, names)) == {}
    assert official.request("POST", "/channels/31/messages", {}, body, names) == []
    assert reasons(rules.message(body, ["plot.png"])) == {}, "the body names the files too"


async def test_an_old_message_of_discord_py_is_taken(official):
    embed = discord.Embed(title="t", description="d", timestamp=NOW).add_field(name="n", value="v")
    view: ui.View = ui.View().add_item(ui.Button(emoji="🌱", custom_id="cheer"))
    reply = discord.MessageReference(message_id=41, channel_id=31, fail_if_not_exists=False).to_dict()
    silent = discord.MessageFlags(suppress_notifications=True)
    with handle_message_parameters(
        content="x", embed=embed, flags=silent, nonce=5, message_reference=reply, view=view
    ) as sent:
        body = sent.payload

    assert reasons(rules.message(body)) == {}
    assert official.request("POST", "/channels/31/messages", {}, body, ()) == []


async def test_an_old_message_edited_into_a_layout_is_taken(official):
    with handle_message_parameters(content=None, embeds=[], view=Card(), attachments=[]) as sent:
        body = sent.payload

    assert reasons(rules.message(body, ["plot.png", "words.txt"], edit=True)) == {}
    assert official.request("PATCH", "/channels/31/messages/41", {}, body, ()) == []


async def test_answers_of_discord_py_are_taken(official):
    with (
        interaction_message_response_params(
            type=4, content="Heard.", flags=discord.MessageFlags(ephemeral=True)
        ) as answer,
        interaction_message_response_params(type=7, view=Card()) as update,
    ):
        hidden, changed = answer.payload, update.payload

    assert reasons(rules.callback(hidden, (), COMMAND)) == {}
    assert reasons(rules.callback(changed, ["plot.png", "words.txt"], PRESS, existing_flags=V2)) == {}
    assert [problem for body in (hidden, changed) for problem in official.request(*CALLBACK, {}, body, ())] == []


def tree():
    found = app_commands.CommandTree(discord.Client(intents=discord.Intents.none()))

    @found.command(description="Share something")
    @app_commands.choices(mood=[app_commands.Choice(name="Fine", value=1)])
    async def share(
        _: discord.Interaction,
        words: app_commands.Range[str, 1, 6000],
        mood: int,
        size: app_commands.Range[float, 0, 5] = 1.0,
        where: discord.TextChannel | None = None,
        who: discord.Member | None = None,
        what: discord.Attachment | None = None,
    ): ...

    @share.autocomplete("words")
    async def suggest(_: discord.Interaction, current: str):
        return [app_commands.Choice(name=current, value=current)]

    @found.context_menu(name="Send a Cheer")
    async def cheer(_: discord.Interaction, __: discord.Message): ...

    @found.context_menu(name="Send a Cheer")
    async def greet(_: discord.Interaction, __: discord.User): ...

    found.add_command(Settings())
    return found


@app_commands.default_permissions(manage_guild=True)
class Settings(app_commands.Group, name="settings", description="How it works here"):
    deep: ClassVar = app_commands.Group(name="deep", description="More")

    @deep.command(description="One person")
    async def person(self, _: discord.Interaction, who: discord.User): ...

    @app_commands.command(description="All")
    async def show(self, _: discord.Interaction): ...


@pytest.mark.parametrize("scope", ["global", "guild"])
async def test_commands_of_discord_py_are_taken(official, scope):
    commands = tree()
    body = [one.to_dict(commands) for one in commands.get_commands()]
    path = "/applications/52/commands" if scope == "global" else "/applications/52/guilds/1/commands"

    assert len(body) == 4
    assert reasons(rules.commands(body, scope)) == {}
    assert official.request("PUT", path, {}, body, ()) == []


class Recorder(HTTPClient):
    """Keeps what discord.py would send, and sends nothing."""

    def __init__(self):
        super().__init__(asyncio.get_running_loop())
        self.sent = []

    async def request(self, route, *, files=None, form=None, **given):
        path = route.url.removeprefix(route.BASE).partition("?")[0]
        body, names = given.get("json"), []
        for part in form or ():
            if part["name"] == "payload_json":
                body = json.loads(part["value"])
            else:
                names.append(part["filename"])
        self.sent.append((route.method, path, dict(given.get("params") or {}), body, names))
        return {}


async def record():
    """One call for each operation that a bot of this kind uses (PLATFORM.md, section 8)."""
    http, written = Recorder(), handle_message_parameters
    allow = {"id": 11, "type": 1, "allow": "1024", "deny": "0"}
    await asyncio.gather(
        http.send_message(31, params=written(content="x", files=[file("a.png")], embed=discord.Embed(title="t"))),
        http.edit_message(31, 41, params=written(content=None, embed=None, view=None, attachments=[file("a.png")])),
        http.delete_message(31, 41, reason="r"),
        http.delete_messages(31, [41, 42]),
        http.send_typing(31),
        http.add_reaction(31, 41, "🌱"),
        http.remove_reaction(31, 41, "🌱", 11),
        http.get_reaction_users(31, 41, "🌱", 100, after=11, type=0),
        http.clear_reactions(31, 41),
        http.get_message(31, 41),
        http.logs_from(31, 50, before=41),
        http.pin_message(31, 41),
        http.pins_from(31, 50, THEN),
        http.start_private_message(11),
        http.start_thread_with_message(31, 41, name="t", auto_archive_duration=1440, rate_limit_per_user=0),
        http.start_thread_without_message(
            31, name="t", auto_archive_duration=1440, type=12, invitable=False, rate_limit_per_user=None
        ),
        http.start_thread_in_forum(
            31, params=written(content="x", channel_payload={"name": "t", "applied_tags": [4]}), reason=None
        ),
        http.add_user_to_thread(31, 11),
        http.join_thread(31),
        http.get_thread_members(31),
        http.get_active_threads(1),
        http.get_private_archived_threads(31, limit=50, before=THEN),
        http.edit_channel(31, archived=True, locked=True, auto_archive_duration=60, name="t"),
        http.edit_channel(31, permission_overwrites=[allow], parent_id=None, position=3),
        http.create_channel(
            1, 0, name="c", permission_overwrites=[allow], topic="x", rate_limit_per_user=5, nsfw=False
        ),
        http.edit_channel_permissions(31, 11, "1024", "0", 1),
        http.delete_channel_permissions(31, 11),
        http.delete_channel(31),
        http.create_role(1, name="r", permissions="0", mentionable=True, color=5),
        http.add_role(1, 11, 21),
        http.get_member(1, 11),
        http.get_members(1, 100, None),
        http.edit_member(1, 11, communication_disabled_until=THEN),
        http.create_guild_scheduled_event(
            1,
            name="e",
            privacy_level=2,
            scheduled_start_time=THEN,
            scheduled_end_time=THEN,
            entity_type=3,
            entity_metadata={"location": "here"},
        ),
        http.edit_scheduled_event(1, 71, name="e", status=2),
        http.get_scheduled_event_users(1, 71, 100, True, after=11),
        http.create_stage_instance(channel_id=31, topic="x", privacy_level=2, reason=None),
        http.get_auto_moderation_rules(1),
        http.get_audit_logs(1, limit=50),
        http.create_webhook(31, name="harbour"),
        http.bulk_upsert_global_commands(52, [{"name": "a", "description": "b"}]),
        http.get_guild_application_command_permissions(52, 1),
        http.application_info(),
    )
    return http.sent


async def test_calls_of_discord_py_are_taken(official):
    problems = {call[:2]: official.request(*call) for call in await record()}

    assert {call: found for call, found in problems.items() if found} == {}
    assert len(problems) > 35
