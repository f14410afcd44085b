"""Reading on a phone: what one asked for comes into sight, and what is read aloud is in words."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import discord
from playwright.async_api import Locator, Page, expect

from tests.browser.test_venting import let_out
from tests.stage import Stage

InRoom = Callable[..., Awaitable[Page]]
SEE = discord.Permissions(view_channel=True).value
LAST_DAY = int(datetime(2026, 11, 29, 12, tzinfo=UTC).timestamp())


async def scroll_to_top(page: Page) -> None:
    """Up to what is drawn first, and until the list has seen it."""
    await page.locator(".chat > .scroll").evaluate("(box) => { box.scrollTop = 0; }")
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)))")


async def expect_whole(last: Locator) -> None:
    await expect(last.get_by_text("Only you can see this")).to_be_in_viewport(ratio=1)


async def test_the_answer_to_ones_own_command_comes_into_sight(stage: Stage, in_room: InRoom) -> None:
    for number in range(30):
        await stage.ben.say(stage.room, f"message {number}")
    page = await in_room(stage.ada, phone=True)
    await expect(page.get_by_text("message 29", exact=True)).to_be_in_viewport()
    await scroll_to_top(page)
    await expect(page.get_by_text("message 29", exact=True)).not_to_be_in_viewport()

    await page.get_by_role("combobox", name="Message").fill("/my posts")
    await page.get_by_role("option", name="/my posts").click()

    await expect_whole(page.locator("article.ephemeral"))


async def test_the_answer_to_ones_own_press_comes_into_sight_also_far_up(stage: Stage, in_room: InRoom) -> None:
    await stage.vent(stage.ada)
    for number in range(170):
        await stage.mia.say(stage.room, f"message {number}")
    page = await in_room(stage.ben, phone=True)
    await expect(page.get_by_text("message 169", exact=True)).to_be_in_viewport()
    press = page.get_by_role("button", name="🫂 With you")
    while not await press.count():
        await scroll_to_top(page)
    await expect(page.get_by_text("message 169", exact=True)).to_have_count(0)

    await press.click()

    await expect_whole(page.locator("article.ephemeral"))


async def test_what_is_told_after_a_vent_is_in_sight_and_not_headed_by_the_panel_that_is_gone(
    stage: Stage, in_room: InRoom
) -> None:
    page = await in_room(stage.ada, phone=True)
    old = stage.panel().id

    await let_out(page, "They said no.\n" * 12)
    confirmation = page.locator("article.ephemeral")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect_whole(confirmation)
    await stage.later(timedelta(minutes=5))
    await stage.discord.until(lambda: stage.panel() is not None and stage.panel().id != old)

    await expect(page.locator(f'[data-message="{old}"]')).to_have_count(0)
    await expect(confirmation).to_be_in_viewport()
    await expect(confirmation.locator(".origin")).to_have_count(0)


async def test_moments_and_links_are_words_where_they_are_read_aloud_or_quoted(stage: Stage, in_room: InRoom) -> None:
    page = await in_room(stage.ben, phone=True)

    said = await stage.ada.say(
        stage.room, f"Until <t:{LAST_DAY}:D>, see https://example.org/a and [this](https://b.org)"
    )
    await expect(page.get_by_role("status").filter(has_text="Ada: ")).to_have_text(
        "Ada: Until 29 November 2026, see link and this"
    )
    await stage.mia.say(stage.room, "Good luck", reply_to=said)

    await expect(page.get_by_role("button", name="In reply to Ada")).to_contain_text(
        "Until 29 November 2026, see link and this"
    )


async def test_who_becomes_somebody_who_cannot_see_the_place_gets_the_list(stage: Stage, in_room: InRoom) -> None:
    page = await in_room(stage.ben, phone=True)
    stage.guild.overwrite(stage.room, stage.ada.person, deny=SEE)

    await page.get_by_role("button", name="You are Ben").locator("visible=true").click()
    await page.get_by_role("combobox", name="Search").fill("Ada")
    await page.get_by_role("option", name="Ada").click()

    await page.get_by_role("navigation", name="Servers and channels").get_by_role("button", name="general").click()
    await expect(page.get_by_role("heading", name="#general")).to_be_visible()


async def test_a_reply_to_what_was_deleted_says_so(stage: Stage, in_room: InRoom) -> None:
    said = await stage.ada.say(stage.room, "Never mind")
    await stage.mia.say(stage.room, "I do mind", reply_to=said)
    await stage.ada.delete(said)

    page = await in_room(stage.ben, phone=True)

    await expect(page.locator("article", has_text="I do mind")).to_contain_text("Original message was deleted")
