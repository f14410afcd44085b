"""Letting something out, and being heard, on the page."""

from collections.abc import Awaitable, Callable
from typing import Any

from playwright.async_api import Page, expect

from tests.stage import Stage

InRoom = Callable[..., Awaitable[Page]]


async def let_out(page: Page, text: str) -> None:
    await page.get_by_role("button", name="Let something out").last.click()
    await page.get_by_role("textbox", name="What happened?").fill(text)
    await page.get_by_role("button", name="Submit").click()


async def test_ada_lets_something_out_and_only_she_is_told_that_it_is_hers(stage: Stage, in_room: InRoom) -> None:
    page = await in_room(stage.ada)

    await let_out(page, "They said no. **Again**.")

    await expect(page.get_by_role("dialog")).to_have_count(0)
    confirmation = page.locator("article.ephemeral").last
    await expect(confirmation).to_contain_text("It is up, as")
    await expect(confirmation).to_contain_text("Only you can see this")
    card = page.locator("article", has=page.get_by_role("button", name="🫂 With you")).last
    await expect(card).to_contain_text("They said no.")
    await expect(card).not_to_contain_text("Ada")


async def test_a_form_that_is_not_filled_in_says_what_is_missing_and_keeps_what_was_chosen(
    stage: Stage, in_room: InRoom
) -> None:
    page = await in_room(stage.ada)
    await page.get_by_role("button", name="Let something out").last.click()
    await page.get_by_role("radio", name="Cheer me up").check()

    await page.get_by_role("button", name="Submit").click()

    text = page.get_by_role("textbox", name="What happened?")
    await expect(page.get_by_role("alert").filter(has_text="This field is required.")).to_be_visible()
    await expect(text).to_be_focused()
    await expect(text).to_have_attribute("aria-invalid", "true")
    await expect(page.get_by_role("radio", name="Cheer me up")).to_be_checked()


async def test_a_text_that_is_too_long_is_kept_and_counted(stage: Stage, in_room: InRoom) -> None:
    page = await in_room(stage.ada)

    await let_out(page, "a" * 2001)

    await expect(page.get_by_role("dialog")).to_contain_text("Must be 2000 or fewer in length.")
    await expect(page.get_by_role("textbox", name="What happened?")).to_have_value("a" * 2001)


async def test_ben_cheers_and_the_count_goes_up_before_everybody(stage: Stage, in_room: InRoom) -> None:
    await stage.vent(stage.ada)
    page = await in_room(stage.ben)

    await page.get_by_role("button", name="🫂 With you").click()

    await expect(page.locator("article", has=page.get_by_role("button", name="🫂 With you"))).to_contain_text(
        "1 person is with you"
    )
    await expect(page.locator("article.ephemeral").last).to_contain_text("They can see")


async def test_ben_writes_a_line_and_finds_it_in_the_thread(stage: Stage, in_room: InRoom) -> None:
    await stage.vent(stage.ada)
    page = await in_room(stage.ben)

    await page.get_by_role("button", name="Write a line").click()
    await page.get_by_role("dialog").get_by_role("textbox").first.fill("I was there last week. It passes.")
    await page.get_by_role("button", name="Submit").click()
    await page.locator(".thread-link").click()

    thread = page.get_by_role("region", name="Thread")
    await expect(thread.get_by_text("They said no.")).to_be_visible()
    await expect(thread.get_by_text("I was there last week. It passes.")).to_be_visible()


async def test_an_ephemeral_message_can_be_dismissed(stage: Stage, in_room: InRoom) -> None:
    await stage.vent(stage.ada)
    page = await in_room(stage.ada)
    await expect(page.locator("article.ephemeral")).to_have_count(1)

    await page.get_by_role("button", name="Dismiss message").click()

    await expect(page.locator("article.ephemeral")).to_have_count(0)


async def test_a_press_without_an_answer_says_so_beside_the_button(stage: Stage, in_room: InRoom) -> None:
    await stage.vent(stage.ada)
    page = await in_room(stage.ben)
    await stage.stop()

    await page.get_by_role("button", name="🫂 With you").click()

    await expect(page.get_by_text("This interaction failed")).to_be_visible()


async def test_words_are_never_taken_for_html(stage: Stage, in_room: InRoom) -> None:
    page = await in_room(stage.ben)

    await stage.ada.say(stage.room, "<img src=x onerror=alert(1)> **<b>bold</b>** [x](javascript:alert(1)) ||hidden||")

    said: Any = page.locator("article", has_text="onerror")
    await expect(said).to_contain_text("<img src=x onerror=alert(1)> <b>bold</b> [x](javascript:alert(1))")
    await expect(said.locator("img, a")).to_have_count(0)
    await said.get_by_role("button", name="Spoiler").click()
    await expect(said.get_by_text("hidden")).to_be_visible()
