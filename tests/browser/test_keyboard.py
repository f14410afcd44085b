"""Without a mouse, and with a phone."""

from collections.abc import Awaitable, Callable

from playwright.async_api import Page, expect

from tests.stage import Stage

InRoom = Callable[..., Awaitable[Page]]


async def test_a_vent_by_keys_alone(stage: Stage, in_room: InRoom) -> None:
    page = await in_room(stage.ada)
    keys = page.keyboard
    await page.get_by_role("combobox", name="Message #vent-room").focus()

    await keys.type("/ven")
    await expect(page.get_by_role("option", name="/vent")).to_be_visible()
    await keys.press("Enter")
    await expect(page.get_by_role("textbox", name="What happened?")).to_be_focused()
    await keys.type("They said no.")
    for key in ("Tab", "ArrowDown", "Tab", "Tab", "Tab"):
        await keys.press(key)
    await page.get_by_role("button", name="Submit").focus()
    await keys.press("Enter")

    await expect(page.locator("article.ephemeral").last).to_contain_text("It is up, as")
    await expect(page.locator("article", has_text="would like some cheering up")).to_have_count(1)


async def test_arrows_walk_through_messages_and_escape_leads_back_to_writing(stage: Stage, in_room: InRoom) -> None:
    page = await in_room(stage.ben)
    await stage.ada.say(stage.room, "first")
    await stage.ada.say(stage.room, "second")
    await expect(page.get_by_text("second", exact=True)).to_be_visible()
    box = page.get_by_role("combobox", name="Message #vent-room")
    await box.focus()

    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("ArrowUp")
    focused = page.locator("article:focus")
    before = await focused.get_attribute("data-message")
    await page.keyboard.press("ArrowDown")
    assert before != await focused.get_attribute("data-message")
    await page.keyboard.press("Escape")

    await expect(box).to_be_focused()


async def test_escape_closes_a_form_and_gives_the_focus_back(stage: Stage, in_room: InRoom) -> None:
    page = await in_room(stage.ada)
    opener = page.get_by_role("button", name="Let something out").last
    await opener.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_be_visible()

    await page.keyboard.press("Escape")

    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(opener).to_be_focused()


async def test_required_options_of_a_command_are_asked_for_and_channels_offered(stage: Stage, in_room: InRoom) -> None:
    page = await in_room(stage.mia)
    keys = page.keyboard
    await page.get_by_role("combobox", name="Message #vent-room").fill("/setup channels ")
    await page.get_by_role("button", name="+ vent_room").click()

    await keys.type("vent")
    await expect(page.get_by_role("option", name="#vent-room")).to_be_visible()
    await keys.press("Enter")
    await keys.press("Enter")

    await expect(page.locator("article.ephemeral").last).to_be_visible()


async def test_on_a_phone_one_thing_is_seen_at_a_time_and_back_leads_back(stage: Stage, in_room: InRoom) -> None:
    await stage.vent(stage.ada)
    page = await in_room(stage.ben, phone=True)

    await page.locator(".thread-link").tap()
    await expect(page.get_by_role("region", name="Thread")).to_be_visible()
    await expect(page.get_by_role("heading", name="#vent-room")).to_be_hidden()
    await page.go_back()
    await expect(page.get_by_role("heading", name="#vent-room")).to_be_visible()
    await page.get_by_role("button", name="Back to the channels").tap()

    await expect(page.get_by_role("navigation")).to_be_visible()
    await expect(page.get_by_role("heading", name="#vent-room")).to_be_hidden()


async def test_on_a_phone_nothing_is_wider_than_it_and_buttons_are_big_enough(stage: Stage, in_room: InRoom) -> None:
    await stage.vent(stage.ada)
    page = await in_room(stage.ben, phone=True)

    wide = await page.evaluate("document.documentElement.scrollWidth")
    buttons = await page.locator(".row > .button:visible").all()
    heights = [box["height"] for one in buttons if (box := await one.bounding_box())]

    assert wide == 360
    assert min(heights) >= 44
