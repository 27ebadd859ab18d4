"""The page in a real browser: what a reader sees, clicks and types."""

from __future__ import annotations

from typing import Any

import pytest
from browsing import LINE, MARK
from drawn import HOSTILE, Sketch, crowd, quarrel


def test_a_click_on_a_line_shows_the_sentence_its_stance_and_its_source(opened: Any) -> None:
    it = opened(quarrel())
    it.click_on_map(LINE % ("Free Coast Brigade", "Port Amber"))
    card = it.page.locator("#card")
    assert card.locator("h2").inner_text() == "Free Coast Brigade → Port Amber"
    quote = card.locator("blockquote")
    assert quote.evaluate(
        "(each) => [...each.childNodes].map((node) => node.lastChild?.data ?? node.data).join('')"
    ) == ("On Monday the Free Coast Brigade attacked Port Amber.")
    marks = {
        kind: quote.locator(f"mark.{kind}").evaluate("(m) => m.lastChild.data") for kind in ("who", "what", "whom")
    }
    assert marks == {"who": "Free Coast Brigade", "what": "attacked", "whom": "Port Amber"}
    assert card.locator(".stance").inner_text() == "stated as a fact, in the article’s own voice"
    assert card.locator(".reference").inner_text().split("\n")[0] == "Harbour Post · 5 Dec 2024"
    link = card.locator("a.title")
    assert link.inner_text() == "Night raid on the port"
    assert link.get_attribute("href") == "https://harbour.example/a?b=1&c=2"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert it.page.evaluate("document.activeElement.tagName") == "H2"


def test_copies_of_one_text_are_one_source(opened: Any) -> None:
    sketch = Sketch()
    wire = {"article": "https://wire.example/1", "text": "https://wire.example/1", "source": "Far Wire"}
    copy = {"article": "https://post.example/9", "text": "https://wire.example/1", "source": "Harbour Post"}
    own = {"article": "https://herald.example/2", "text": "https://herald.example/2", "source": "Herald"}
    for told in (copy, own, wire):
        day = "2024-12-04" if told is own else "2024-12-03"
        sketch.says(f"In {told['source']}: Norland backed Ana.", "Norland", "backed", "Ana", 1, published=day, **told)
    (first, *rest) = list(sketch.network.edges(keys=True))
    for edge in rest:
        sketch.network.edges[first]["evidence"] += sketch.network.edges[edge]["evidence"]
    sketch.network.remove_edges_from(rest)
    it = opened(sketch.network, "#relation=Norland~Ana~1")
    card = it.page.locator("#card")
    assert "3 articles · 2 independent sources · " in card.locator(".facts").inner_text()
    assert [line.split("\n")[0] for line in card.locator(".reference").all_inner_texts()] == [
        "Far Wire · 3 Dec 2024", "Harbour Post · 3 Dec 2024 · same text as in Far Wire", "Herald · 4 Dec 2024",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("ends", "stance"),
    [
        (("Norland", "Free Coast Brigade"), "planned, according to two officials"),
        (("Ana Verde", "Free Coast Brigade"), "denied, in the article’s own voice"),
    ],
)
def test_stance_stands_in_words(opened: Any, ends: tuple[str, str], stance: str) -> None:
    it = opened(quarrel())
    it.click_on_map(LINE % ends)
    assert it.page.locator("#card .stance").inner_text() == stance


def test_a_click_on_a_mark_shows_the_actor_with_relations_by_type_and_neighbours(opened: Any) -> None:
    it = opened(quarrel())
    it.click_on_map(MARK % "Free Coast Brigade")
    card = it.page.locator("#card")
    assert card.locator(".eyebrow").inner_text() == "Armed group"
    assert card.locator(".aliases").inner_text() == "also FCB, the Brigade"
    assert sorted(card.locator("h4").all_inner_texts()) == ["attacks", "meets", "supplies"]
    assert sorted(card.locator(".neighbours .name").all_inner_texts()) == ["Ana Verde", "Norland", "Port Amber"]
    card.locator(".relation", has_text="Port Amber").click()
    assert card.locator("h2").inner_text() == "Free Coast Brigade → Port Amber"
    it.page.keyboard.press("Escape")
    assert card.is_hidden()


def test_search_finds_by_alias_and_brings_an_actor_that_was_not_in_view(opened: Any) -> None:
    network = crowd(200)
    network.nodes["https://w3id.org/triplewire/data/Actor_199"]["aliases"] = "Élan Vert"
    it = opened(network)
    assert "Actor 199" not in it.shown()
    it.page.fill("#search", "elan")
    option = it.page.locator("[role=option]")
    assert option.locator(".name").all_inner_texts() == ["Actor 199"]
    it.page.keyboard.press("Enter")
    assert "Actor 199" in it.shown()
    assert it.page.locator("#card h2").inner_text() == "Actor 199"
    assert it.page.evaluate("triplewire.scene.picked.centre.label") == "Actor 199"
    it.page.fill("#search", "nobody")
    assert option.all_inner_texts() == ["No actor and no sentence with this"]


def test_hostile_text_stays_text_wherever_it_is_shown(opened: Any) -> None:
    it = opened(quarrel())
    name = f"Zed {HOSTILE}"
    it.page.fill("#search", "zed")
    assert it.page.locator("[role=option]:not(.words) .name").inner_text() == name
    it.page.keyboard.press("Enter")
    assert it.page.locator("#card h2").inner_text() == name
    it.page.locator("#card .relation").first.click()
    assert it.page.locator("#card .title").inner_text() == f"{HOSTILE}<!--<script>"
    assert (
        it.page.locator("#card blockquote mark.what").evaluate("(mark) => mark.lastChild.data") == "threatened</script>"
    )
    it.page.click("#open-list")
    it.page.locator("#map").hover()
    assert it.page.locator("#card a, img, iframe, script:not(body > script)").count() == 0
    assert it.page.locator("script").count() == 3
    blocked = it.page.evaluate("""() => {
      try { document.body.innerHTML = "<b>x</b>"; return "written"; } catch (error) { return error.name; }
    }""")
    assert blocked == "TypeError"  # trusted types are required, and none may be made
    it.trouble.clear()


def test_everything_is_reached_with_the_keyboard(opened: Any) -> None:
    it = opened(quarrel())
    seen = []
    for _ in range(60):
        it.page.keyboard.press("Tab")
        seen.append(it.page.evaluate("document.activeElement.id || document.activeElement.getAttribute('aria-label')"))
    order = [
        "search",
        "open-list",
        "open-save",
        "open-help",
        "theme",
        "show",
        "map",
        "zoom-in",
        "Play the days",
        "From day",
    ]
    assert [seen.index(each) for each in order] == sorted(seen.index(each) for each in order)
    it.page.focus("#map")
    it.page.keyboard.press("ArrowRight")
    it.page.keyboard.press("ArrowDown")
    walked = it.page.evaluate("triplewire.scene.walked.label")
    assert walked in it.page.locator("#status").inner_text()
    it.page.keyboard.press("Enter")
    assert it.page.locator("#card h2").inner_text() == walked
    it.page.keyboard.press("Escape")
    assert it.page.evaluate("document.activeElement.id") == "map"


@pytest.mark.parametrize("width", [320, 390, 820])
def test_it_fits_a_phone_and_a_tablet(opened: Any, width: int) -> None:
    it = opened(quarrel(), viewport={"width": width, "height": 780}, has_touch=True)
    it.page.locator("#open-filters").click()
    assert it.page.get_by_label("Hostile").is_visible()
    it.page.keyboard.press("Escape")
    it.page.locator("#filters").wait_for(state="hidden")
    it.click_on_map(LINE % ("Free Coast Brigade", "Port Amber"))
    box = it.page.locator("#card").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert it.page.evaluate("document.documentElement.scrollWidth") == width


def test_dark_follows_the_system_until_the_reader_chooses(opened: Any) -> None:
    it = opened(quarrel(), color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = it.page.evaluate(paper)
    assert it.page.locator("#theme").get_attribute("aria-pressed") == "true"
    it.page.locator("#theme").click()
    assert it.page.evaluate(paper) != dark
    it.page.emulate_media(color_scheme="dark")
    assert it.page.locator("#theme").get_attribute("aria-pressed") == "false"


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2015/..", "since 2015"),
        ("../2015-03", "until Mar 2015"),
        ("2015/2016-03-01", "2015 – 1 Mar 2016"),
        ("2015", "about 2015"),
    ],
)
def test_a_card_tells_the_time_in_words(opened: Any, when: str, words: str) -> None:
    network = crowd(2)
    for *_, data in network.edges(data=True):
        data["evidence"][0]["when"] = when
    it = opened(network)
    it.click_on_map(LINE % ("Actor 0", "Actor 1"))
    assert it.page.locator("#card .about").inner_text().strip() == f"({words})"


def test_an_argument_in_pieces_is_marked_piece_by_piece(opened: Any) -> None:
    sketch = Sketch()
    sketch.says(
        "The Council, they said, of Elders met the envoy of Norland.", "Council of Elders", "met", "Norland",
        subject_text="The Council of Elders", object_text="the envoy of Norland",
    )  # fmt: skip
    it = opened(sketch.network)
    it.click_on_map(LINE % ("Council of Elders", "Norland"))
    marks = it.page.locator("#card blockquote mark")
    assert [mark.evaluate("(each) => [each.className, each.lastChild.data]") for mark in marks.all()] == [
        ["who", "The Council"],
        ["who", "of Elders"],
        ["what", "met"],
        ["whom", "the envoy of Norland"],
    ]


def test_an_unknown_outlet_is_not_taken_for_an_unnamed_informant(opened: Any) -> None:
    network = crowd(2)
    for *_, data in network.edges(data=True):
        data["evidence"][0]["source"] = ""
    it = opened(network)
    it.click_on_map(LINE % ("Actor 0", "Actor 1"))
    assert it.page.locator("#card .reference").inner_text().split("\n")[0] == "Outlet not given · 3 Dec 2024"
    it.page.get_by_role("group", name="Sources").get_by_label("Outlet not given").uncheck()
    assert it.shown() == []
    assert "not-source=" in it.page.url


def test_an_actors_card_tells_with_whom_and_against_whom_it_stands(opened: Any) -> None:
    it = opened(quarrel())
    it.click_on_map(MARK % "Free Coast Brigade")
    sides = it.page.locator("#card .sides")
    assert sides.locator("dt").all_inner_texts() == ["With", "Against"]
    assert sides.locator("dd").all_inner_texts() == ["Norland", "Port Amber"]  # a denied meeting is no friendship


def test_a_card_leads_back_to_the_one_before(opened: Any) -> None:
    it = opened(quarrel())
    heading = it.page.locator("#card h2")
    back = it.page.get_by_role("button", name="Back to the card before")
    it.click_on_map(MARK % "Free Coast Brigade")
    assert back.count() == 0
    it.page.locator("#card .relation", has_text="Port Amber").click()
    it.page.locator("#card .actors-of button", has_text="Port Amber").click()
    assert heading.inner_text() == "Port Amber"
    back.click()
    assert heading.inner_text() == "Free Coast Brigade → Port Amber"
    assert it.page.evaluate("document.activeElement.tagName") == "H2"
    back.click()
    assert heading.inner_text() == "Free Coast Brigade"
    assert back.count() == 0
