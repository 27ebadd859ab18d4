"""The page in a real browser: what a reader sees, clicks, types and shares."""

from __future__ import annotations

import csv
import re
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from drawn import HOSTILE, crowd, quarrel
from triplewire.graph.view import write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import networkx as nx
    from playwright.sync_api import Browser, Page

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no chromium is installed")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield browser
        browser.close()


@dataclass
class Opened:
    """A page under test, and everything it did that it should not do."""

    page: Page
    path: Path
    trouble: list[str] = field(default_factory=list)

    def watch(self) -> None:
        self.page.on("console", lambda message: self.trouble.append(message.text))
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.trouble.append(dialog.message), dialog.dismiss()))
        self.page.on(
            "request", lambda request: None if request.url == self.path.as_uri() else self.trouble.append(request.url)
        )
        self.page.set_default_timeout(5000)

    def go(self, fragment: str = "") -> Page:
        self.page.goto("about:blank")
        self.page.goto(self.path.as_uri() + fragment)
        self.page.wait_for_selector("html[data-ready]", state="attached")
        return self.page

    def shown(self) -> list[str]:
        return sorted(self.page.evaluate("triplewire.view.nodes.map((node) => node.label)"))

    def click_on_map(self, spot: str) -> None:
        """Clicks a point of the map that a script in the page works out from `scene`."""
        x, y = self.page.evaluate(f"""() => {{
          const {{ scene, view }} = triplewire;
          const box = document.getElementById("map").getBoundingClientRect();
          const point = scene.network.canvasToDOM({spot});
          return [box.left + point.x, box.top + point.y];
        }}""")
        self.page.mouse.click(x, y)


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    """Opens a network's page; fails the test if the page complains, asks for a dialog or requests anything."""
    all_opened: list[Opened] = []

    def open_page(network: nx.MultiDiGraph[str], fragment: str = "", **context: Any) -> Opened:
        path = write(network, tmp_path / "page.html", title="A quarrel")
        page = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **context}).new_page()
        opened = Opened(page, path)
        opened.watch()
        opened.go(fragment)
        all_opened.append(opened)
        return opened

    yield open_page
    for each in all_opened:
        each.page.wait_for_timeout(50)
        each.page.context.close()
        assert each.trouble == []


LINE = """(() => {
  const tie = view.ties.find((each) => each.from.label === "%s" && each.to.label === "%s");
  return scene.network.body.edges[tie.id].edgeType.getPoint(0.5);
})()"""
MARK = """scene.places.get(view.nodes.find((node) => node.label === "%s"))"""


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
    assert option.all_inner_texts() == ["No actor of this name"]


def test_hostile_text_stays_text_wherever_it_is_shown(opened: Any) -> None:
    it = opened(quarrel())
    name = f"Zed {HOSTILE}"
    it.page.fill("#search", "zed")
    assert it.page.locator("[role=option] .name").inner_text() == name
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


def test_marks_do_not_lie_on_each_other(opened: Any) -> None:
    it = opened(crowd(90), "#show=90")
    overlap = it.page.evaluate("""() => {
      const places = [...triplewire.scene.places.values()];
      return places.some((a, i) => places.some((b, j) => i < j && Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r));
    }""")
    assert not overlap


def test_filters_act_at_once_and_say_so(opened: Any) -> None:
    it = opened(quarrel())
    signs = it.page.get_by_role("group", name="Relations", exact=True)
    signs.get_by_label("Hostile").uncheck()
    signs.get_by_label("Neutral").uncheck()
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


def test_picture_and_table_are_saved_from_the_page(opened: Any, tmp_path: Path) -> None:
    it = opened(quarrel())
    files = {}
    for name, ending in (("Picture of this view", "png"), ("Statements in view", "csv")):
        it.page.locator("#open-save").click()
        with it.page.expect_download() as download:
            it.page.get_by_role("button", name=name).click()
        assert download.value.suggested_filename == f"a-quarrel.{ending}"
        files[ending] = tmp_path / download.value.suggested_filename
        download.value.save_as(files[ending])
    assert files["png"].read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
    with files["csv"].open(encoding="utf-8-sig", newline="") as rows:
        table = list(csv.DictReader(rows))
    assert len(table) == 6
    (raid,) = [row for row in table if row["relation"] == "attack"]
    assert raid["subject"] == "Free Coast Brigade"
    assert raid["sentence"] == "On Monday the Free Coast Brigade attacked Port Amber."


def test_a_cell_that_a_spreadsheet_would_run_is_defused(opened: Any, tmp_path: Path) -> None:
    network = crowd(3)
    for *_, data in network.edges(data=True):
        data["evidence"][0]["title"] = "=HYPERLINK(A1)"
    it = opened(network)
    it.page.locator("#open-save").click()
    with it.page.expect_download() as download:
        it.page.get_by_role("button", name="Statements in view").click()
    download.value.save_as(tmp_path / "rows.csv")
    with (tmp_path / "rows.csv").open(encoding="utf-8-sig", newline="") as rows:
        assert {row["title"] for row in csv.DictReader(rows)} == {"'=HYPERLINK(A1)"}
