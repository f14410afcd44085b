"""Commands are registered, counted and refused as Discord does it."""

from .raw import Home

HELLO = {"name": "hello", "description": "Says hello"}


async def test_a_bulk_overwrite_keeps_the_ids_of_what_stays(home: Home) -> None:
    path = f"/applications/{home.app.id}/commands"
    _, first = await home.raw.ask("PUT", path, [HELLO, HELLO | {"name": "bye"}])
    _, second = await home.raw.ask("PUT", path, [HELLO, HELLO | {"name": "bye", "description": "Says goodbye"}])

    assert [one["id"] for one in first] == [one["id"] for one in second]
    assert first[0]["version"] == second[0]["version"]
    assert first[1]["version"] != second[1]["version"]


async def test_commands_of_another_application_or_a_foreign_server_are_out_of_reach(home: Home) -> None:
    other = home.local.application("Other")
    elsewhere = home.local.guild("Elsewhere", owner=home.ada.person)

    assert await home.raw.code("PUT", f"/applications/{other.id}/commands", []) == 20012
    assert await home.raw.code("PUT", f"/applications/{home.app.id}/guilds/{elsewhere.id}/commands", []) == 50001
    assert await home.raw.code("GET", f"/applications/{home.app.id}/commands/1") == 10063


async def test_a_hundred_commands_and_fifteen_menus_are_all_a_scope_takes(home: Home) -> None:
    path = f"/applications/{home.app.id}/commands"
    many = [HELLO | {"name": f"hello{number}"} for number in range(101)]
    menus = [{"name": f"Menu {number}", "type": 3} for number in range(16)]

    assert await home.raw.code("PUT", path, many) == 30032
    assert await home.raw.code("PUT", path, menus) == 30032
    assert await home.raw.code("PUT", path, many[:100] + menus[:15]) is None


async def test_only_so_many_commands_are_made_a_day(home: Home) -> None:
    home.local.settings.command_creates_a_day = 1
    path = f"/applications/{home.app.id}/guilds/{home.guild.id}/commands"

    assert await home.raw.code("POST", path, HELLO) is None
    assert await home.raw.code("POST", path, HELLO | {"description": "Says hello again"}) is None
    assert await home.raw.code("POST", path, HELLO | {"name": "more"}) == 30034


async def test_wrong_commands_are_refused_with_the_place_of_the_mistake(home: Home) -> None:
    path = f"/applications/{home.app.id}/commands"
    status, body = await home.raw.ask("PUT", path, [HELLO, {"name": "Upper Case", "description": "No"}])

    assert status == 400
    assert body["code"] == 50035
    assert "name" in body["errors"]["1"]


async def test_a_command_is_shown_changed_and_deleted(home: Home) -> None:
    path = f"/applications/{home.app.id}/commands"
    status, made = await home.raw.ask("POST", path, HELLO)
    _, changed = await home.raw.ask("PATCH", f"{path}/{made['id']}", {"description": "Hi"})
    _, listed = await home.raw.ask("GET", path)
    deleted, _ = await home.raw.ask("DELETE", f"{path}/{made['id']}")

    assert (status, deleted) == (201, 204)
    assert listed == [changed]
    assert changed["description"] == "Hi"
    assert home.ben.commands() == []


async def test_a_servers_own_choice_goes_before_the_default(home: Home) -> None:
    await home.commands(HELLO)
    role = home.guild.role("Helpers")
    helper = home.guild.join(home.local.person("Chidi"), roles=[role])
    home.guild.choose_who(home.app, "hello", {home.guild.everyone: False, role: True})
    path = f"/applications/{home.app.id}/guilds/{home.guild.id}/commands/permissions"
    _, told = await home.raw.ask("GET", path)

    assert home.ben.commands() == []
    assert helper.commands() == ["hello"]
    assert len(told[0]["permissions"]) == 2
