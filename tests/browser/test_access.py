"""The page before axe: nothing serious, in light and in dark."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.stage import Stage

InRoom = Callable[..., Awaitable[Page]]
HEAVY = ("serious", "critical")


async def findings(page: Page) -> list[str]:
    """What axe finds heavy, with the elements."""
    # what fades in is looked at when it is there
    await page.evaluate("Promise.all(document.getAnimations().map((one) => one.finish?.call(one)))")
    results: Any = await Axe().run(page)
    return [
        f"{one['id']}: {[node['html'][:160] for node in one['nodes'][:3]]}"
        for one in results.response["violations"]
        if one["impact"] in HEAVY
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
async def test_axe_finds_nothing_serious(stage: Stage, in_room: InRoom, scheme: str, *, phone: bool) -> None:
    await stage.vent(stage.ada, "They said no. ||Again||, at <t:1700000000:f>. `code`.")
    said = await stage.ben.say(stage.room, "# Thanks\n> all of you\n- one https://example.org\n" + stage.ada.mention)
    await stage.mia.react(said, "🫂")
    page = await in_room(stage.ada, phone=phone, color_scheme=scheme)
    found = {"channel": await findings(page)}

    await page.get_by_role("button", name="Let something out").last.click()
    await page.get_by_role("button", name="Submit").click()
    found["form"] = await findings(page)
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="You are Ada").locator("visible=true").click()
    await expect(page.get_by_role("option", name="Mia")).to_be_visible()
    found["people"] = await findings(page)
    await page.keyboard.press("Escape")
    await page.get_by_role("combobox", name="Message").fill("/")
    await expect(page.get_by_role("option").first).to_be_visible()
    found["commands"] = await findings(page)
    await page.get_by_role("combobox", name="Message").fill("")
    await page.locator(".thread-link").click()
    found["thread"] = await findings(page)
    await page.get_by_role("button", name="Requests", exact=True).click()
    await page.locator(".lines summary").first.click()
    found["log"] = await findings(page)

    assert {name: one for name, one in found.items() if one} == {}
