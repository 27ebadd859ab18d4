"""The page's filters, its time and its address: what is in view."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import pytest
from browsing import MARK
from drawn import HOSTILE, Sketch, crowd, quarrel
from triplewire.ontology.iri import DATA, entity_iri


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


def test_played_actors_stay_where_they_are_and_earlier_ties_remain_in_sight(opened: Any) -> None:
    it = opened(quarrel())
    places = "[...triplewire.scene.places].map(([node, { x, y }]) => [node.label, x, y])"
    before = it.page.evaluate(places)
    it.page.get_by_label("To day").press("Home")  # the first day alone
    it.page.get_by_label("To day").press("ArrowRight")
    it.page.get_by_role("button", name="All of the time").click()
    assert it.page.evaluate(places) == before
    it.page.get_by_role("button", name="Play the days").click()
    it.page.get_by_role("button", name="Stop").wait_for(state="detached")
    assert it.page.evaluate(places) == before
    assert it.page.locator("#caption").inner_text() == "4 Dec 2024 – 9 Dec 2024"
    assert it.page.evaluate("triplewire.view.ghosts.map((node) => node.label)") == ["Ana Verde", f"Zed {HOSTILE}"]
    assert "Norland>Ana Verde" in it.page.evaluate(
        "triplewire.view.trail.map(({ from, to }) => `${from.label}>${to.label}`)"
    )


def test_a_range_is_drawn_on_the_chart(opened: Any) -> None:
    it = opened(quarrel())
    chart = it.page.locator(".chart").bounding_box()
    day = chart["width"] / 7  # 3 to 9 December
    it.page.mouse.move(chart["x"] + 2.5 * day, chart["y"] + 20)
    assert it.page.locator(".note").inner_text() == "5 Dec 2024: 1 statement"
    it.page.mouse.down()
    it.page.mouse.move(chart["x"] + 5.5 * day, chart["y"] + 20)
    it.page.mouse.up()
    assert it.page.locator(".range").inner_text() == "5 Dec 2024 – 8 Dec 2024"
    assert it.shown() == ["Free Coast Brigade", "Port Amber"]


def test_words_of_sentences_and_headlines_filter_too(opened: Any) -> None:
    it = opened(quarrel())
    it.page.fill("#search", "night raid")
    it.page.get_by_role("option", name="Sentences with “night raid” 1").wait_for()
    it.page.keyboard.press("Enter")
    assert it.shown() == ["Free Coast Brigade", "Port Amber"]
    assert "words=night%20raid" in it.page.url
    it.page.locator("#words").click()
    assert len(it.shown()) == 5


def test_counts_follow_the_other_filters(opened: Any) -> None:
    it = opened(quarrel())
    count = it.page.locator(".filter.sign .row", has_text="Hostile").locator(".count")
    assert count.inner_text() == "3"
    it.page.get_by_role("group", name="Sources").get_by_label("The Far Herald").check()
    it.page.get_by_role("button", name="only The Far Herald").focus()
    it.page.keyboard.press("Enter")
    assert count.inner_text() == "0"
    it.page.get_by_label("Hostile").uncheck()
    assert it.page.locator(".filter.sign .row", has_text="Cooperative").locator(".count").inner_text() == "1"


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


@pytest.mark.parametrize("name", ["Güneş Şahin", "Ana~Bea 100%"])
def test_the_address_holds_any_name(opened: Any, name: str) -> None:
    sketch = Sketch()
    sketch.says(f"{name} met Norland.", name, "met", "Norland")
    it = opened(sketch.network)
    it.page.evaluate("(name) => triplewire.pickNode(triplewire.view.nodes.find((node) => node.label === name))", name)
    fragment = it.page.url.partition("#")[2]
    assert fragment == f"actor={quote(name.replace(' ', '_'), safe='')}".replace("~", "%7E")
    it.go("#" + fragment)
    assert it.page.locator("#card h2").inner_text() == name
    it.go("#actor=" + quote(entity_iri(name).removeprefix(DATA), safe="").replace("~", "%7E"))  # as its IRI has it
    assert it.page.locator("#card h2").inner_text() == name
