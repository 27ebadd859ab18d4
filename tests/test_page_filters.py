"""The page's filters, its time and its address: what is in view."""

from __future__ import annotations

import re
from typing import Any

from browsing import MARK
from drawn import crowd, quarrel


def test_the_strongest_open_the_view_and_isolated_pairs_are_folded_away(opened: Any) -> None:
    it = opened(crowd(150, pairs=2))
    assert len(it.shown()) == 60
    assert "Actor 0" in it.shown()
    linked = it.page.evaluate(
        "triplewire.view.nodes.every((n) => triplewire.view.ties.some((t) => t.from === n || t.to === n))"
    )
    assert linked
    it.page.locator("#show").press("End")
    assert len(it.shown()) == 150
    it.page.get_by_label("also 2 isolated pairs").check()
    assert len(it.shown()) == 154


def test_filters_act_at_once_and_say_so(opened: Any) -> None:
    it = opened(quarrel())
    signs = it.page.get_by_role("group", name="Relations", exact=True)
    signs.get_by_label("Hostile").uncheck()
    signs.get_by_label("Neutral or untyped").uncheck()
    assert it.shown() == ["Ana Verde", "Free Coast Brigade", "Norland"]
    assert it.page.locator("#status").inner_text() == "3 actors and 3 relations in view."
    it.page.get_by_label("According to somebody").uncheck()
    assert it.page.evaluate("triplewire.view.ties.length") == 2
    it.page.get_by_role("button", name="Show everything again").click()
    assert len(it.shown()) == 5
    it.page.get_by_role("button", name="only attacks").focus()
    it.page.keyboard.press("Enter")
    assert it.shown() == ["Free Coast Brigade", "Port Amber"]


def test_time_narrows_the_view_and_plays(opened: Any) -> None:
    it = opened(quarrel())
    it.page.get_by_label("From day").press("ArrowRight")
    assert it.shown() == ["Free Coast Brigade", "Norland", "Port Amber"]
    assert it.page.locator(".range").inner_text() == "4 Dec 2024 – 9 Dec 2024"
    assert "from=2024-12-04&to=2024-12-09" in it.page.url
    it.page.get_by_label("From day").press("Home")
    it.page.get_by_role("button", name="Play the days").click()
    assert it.page.locator(".range").inner_text() == "3 Dec 2024 – 8 Dec 2024"
    it.page.get_by_role("button", name="Stop").click()


def test_the_address_holds_the_view(opened: Any) -> None:
    it = opened(quarrel())
    it.page.get_by_label("Hostile").uncheck()
    it.page.get_by_label(re.compile(r"^Person \d")).uncheck()
    it.click_on_map(MARK % "Norland")
    it.page.wait_for_selector("#card h2")
    fragment = "#" + it.page.url.partition("#")[2]
    before = it.shown()
    it.go(fragment)
    assert it.shown() == before
    assert not it.page.get_by_label("Hostile").is_checked()
    assert it.page.locator("#card h2").inner_text() == "Norland"
    it.go("#show=x&not-sign=%&actor=%E0%A4%A&relation=a~b&from=never&__proto__=1")
    assert len(it.shown()) == 5
