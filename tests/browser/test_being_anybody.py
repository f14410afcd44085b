"""What only the page can do: be others, move the clock, look at the requests."""

from collections.abc import Awaitable, Callable

from playwright.async_api import Page, expect

from tests.stage import Stage

InRoom = Callable[..., Awaitable[Page]]


async def test_one_click_and_a_name_make_one_somebody_else_in_the_same_place(stage: Stage, in_room: InRoom) -> None:
    page = await in_room(stage.ada)

    await page.get_by_role("button", name="You are Ada").first.click()
    await page.get_by_role("combobox", name="Search").fill("owner")
    await page.get_by_role("option", name="Mia").click()

    await expect(page.get_by_role("button", name="You are Mia").first).to_be_visible()
    await expect(page.get_by_role("heading", name="#vent-room")).to_be_visible()


async def test_two_members_sit_side_by_side_and_see_each_others_words(stage: Stage, in_room: InRoom) -> None:
    page = await in_room(stage.ada)
    await page.get_by_role("button", name="Two members").click()
    mine, other = page.locator(".pane").nth(0), page.locator(".pane").nth(1)

    await mine.get_by_role("combobox", name="Message").fill("Hello from here")
    await mine.get_by_role("combobox", name="Message").press("Enter")

    await expect(other.locator("article", has_text="Hello from here")).to_be_visible()


async def test_the_clock_moves_and_times_on_the_page_with_it(stage: Stage, in_room: InRoom) -> None:
    page = await in_room(stage.ben)
    in_two_hours = int(stage.discord.clock.unix()) + 2 * 3600
    await stage.ada.say(stage.room, f"My call is <t:{in_two_hours}:R>")
    await expect(page.locator("time.moment").last).to_have_text("in 2 hours")

    await page.get_by_role("button", name="People's clock").click()
    await page.get_by_role("button", name="+1 h").click()

    await expect(page.locator("time.moment").last).to_have_text("in 1 hour")
    assert stage.discord.clock.unix() > in_two_hours - 3700


async def test_the_log_shows_what_the_bot_asked_with_its_body(stage: Stage, in_room: InRoom) -> None:
    page = await in_room(stage.ada)
    await page.get_by_role("button", name="Requests", exact=True).click()

    await stage.vent(stage.ben, "A day to forget.")

    log = page.get_by_role("region", name="Requests of the bots")
    await log.get_by_role("searchbox").fill("a day to forget")
    await log.locator("summary").first.click()
    await expect(log.locator("pre").first).to_contain_text("A day to forget.")


async def test_a_reaction_is_added_seen_by_others_and_taken_back(stage: Stage, in_room: InRoom) -> None:
    page = await in_room(stage.ben)
    said = await stage.ada.say(stage.room, "I have an interview")
    message = page.locator("article", has_text="I have an interview")

    await message.click(button="right")
    await page.get_by_role("button", name="React with 🫂").click()
    await expect(message.get_by_role("button", name="🫂, 1")).to_be_visible()
    assert said.reactions == {"🫂": 1}
    await message.get_by_role("button", name="🫂, 1").click()

    await expect(message.get_by_role("button", name="🫂, 1")).to_have_count(0)


async def test_a_reply_says_to_what(stage: Stage, in_room: InRoom) -> None:
    page = await in_room(stage.ben)
    await stage.ada.say(stage.room, "Does anyone read this?")
    message = page.locator("article", has_text="Does anyone read this?").first

    await message.hover()
    await message.get_by_role("button", name="Reply").click()
    await page.keyboard.type("I do")
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("button", name="In reply to Ada")).to_contain_text("Does anyone read this?")


async def test_a_link_to_a_message_leads_to_it(stage: Stage, in_room: InRoom) -> None:
    card, _ = await stage.vent(stage.ada)
    page = await in_room(stage.ada)

    await page.get_by_role("button", name="› message").click()

    await expect(page.locator(f'[data-message="{card.id}"]').first).to_be_focused()
