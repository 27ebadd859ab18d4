"""The server's start page in a real browser: questions, a query, its answer, a download, the map; nobody else asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from hosting import keep, served
from made import analysed, archive, says, story
from triplewire.graph.sparql import canned_queries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hosting import Server
    from playwright.sync_api import Browser, Page

GRAVE = ("serious", "critical")
HOSTILE = "<img src=x onerror=alert(1)> says “no”"


def grave(page: Page) -> list[str]:
    """Violations of level serious or above: rule and the elements that break it."""
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {[n['target'] for n in each['nodes']]}" for each in found if each["impact"] in GRAVE]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    odd = story("odd.txt", HOSTILE, title=HOSTILE)
    made = [*archive(6), analysed(odd, [says(odd, "Iran", "support", "Syria", sentence=HOSTILE)])]
    with served(keep(tmp_path_factory.mktemp("start") / "graph", made)) as running:
        yield running


@pytest.fixture
def start(browser: Browser, server: Server) -> Iterator[Any]:
    """Opens the start page; fails the test where it complains or asks anybody but its own server."""
    trouble: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900})

    def open_page(fragment: str = "") -> Page:
        page = context.new_page()
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: (trouble.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda r: None if r.url.startswith((server.address, "blob:")) else trouble.append(r.url))
        page.set_default_timeout(15_000)
        page.goto(server.address + fragment)
        page.wait_for_selector("html[data-ready]", state="attached")
        return page

    yield open_page
    context.close()
    assert trouble == []


def test_the_first_query_runs_and_shows_text_as_text(start: Any) -> None:
    page = start()
    page.click("#run")
    page.wait_for_selector("#answer table")
    assert page.locator("#answer th").all_inner_texts() == ["who", "relation", "whom", "sentence"]
    assert page.inner_text("#status").endswith("rows.")
    page.fill("#query", "SELECT ?s { ?m nif:referenceContext/nif:anchorOf ?s FILTER(STRSTARTS(?s, '<')) }")
    page.press("#query", "Control+Enter")
    page.wait_for_selector("#status:text-is('1 row.')")
    assert page.inner_text("#answer td") == HOSTILE
    assert page.locator("#answer img").count() == 0


def test_every_canned_question_is_there_and_one_is_asked(start: Any) -> None:
    page = start()
    assert page.locator("#questions button").all_inner_texts() == [q.title for q in canned_queries()]
    page.get_by_role("button", name="Who supports an actor?").click()
    page.fill("#fields input", "Syria")
    page.press("#fields input", "Enter")
    page.wait_for_selector("#answer table")
    assert "VALUES ?actor { <https://w3id.org/triplewire/data/Syria> }" in page.input_value("#query")
    assert "Iran" in page.inner_text("#answer")


def test_what_is_wrong_is_told_in_one_line(browser: Browser, server: Server) -> None:
    page = browser.new_page()
    page.goto(server.address)
    page.fill("#query", "SELECT nonsense")
    page.click("#run")
    page.wait_for_selector("#status.wrong")
    assert page.inner_text("#status").startswith("query: is not SPARQL")
    page.get_by_role("button", name="Who supports an actor?").click()
    page.fill("#fields input", "Nobody at all")
    page.press("#fields input", "Enter")
    page.wait_for_selector("#status:has-text('Nobody at all: nobody in this graph has this name')")
    page.close()


@pytest.mark.parametrize(
    ("query", "form", "begins"),
    [
        ("SELECT ?s { ?s a tw:Country } ORDER BY ?s", "CSV", "s\r\nhttps://w3id.org/triplewire/data/Iran"),
        ("CONSTRUCT { d:Iran a ?c } { d:Iran a ?c }", "N-Triples", "<https://w3id.org/triplewire/data/Iran>"),
    ],
)
def test_answers_are_downloaded(start: Any, query: str, form: str, begins: str) -> None:
    page = start()
    page.fill("#query", query)
    page.click("#run")
    page.wait_for_selector("#save:enabled")
    page.select_option("#form", form)
    with page.expect_download() as downloading:
        page.click("#save")
    assert downloading.value.path().read_bytes().decode().startswith(begins)


def test_the_map_opens_inside(start: Any) -> None:
    page = start("#map")
    frame = page.frame_locator("#page")
    frame.locator("html[data-ready]").wait_for(state="attached")
    assert frame.locator("#search").is_visible()
    page.click("#to-ask")
    page.wait_for_selector("#query")
    assert page.is_hidden("#page")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_grave_violation(browser: Browser, server: Server, scheme: Any, width: int) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto(server.address)
    page.wait_for_selector("html[data-ready]", state="attached")
    assert grave(page) == [], "begun"
    page.get_by_role("button", name="Who supports an actor?").click()
    page.fill("#fields input", "Syria")
    page.press("#fields input", "Enter")
    page.wait_for_selector("#answer table")
    assert grave(page) == [], "answered"
    assert page.evaluate("scrollY + document.documentElement.scrollHeight") == 800  # the answer scrolls, not the page
    page.fill("#query", "SELECT nonsense")
    page.click("#run")
    page.wait_for_selector("#status.wrong")
    assert grave(page) == [], "wrong"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize(("width", "stacked"), [(320, True), (1280, False)])
def test_wide_answers_are_blocks_on_a_phone(browser: Browser, server: Server, width: int, stacked: bool) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(server.address)
    page.wait_for_selector("html[data-ready]", state="attached")
    page.fill("#query", 'SELECT ("one" AS ?a) ("two" AS ?b_c) ("three" AS ?d) ("four" AS ?e) {}')
    page.click("#run")
    cells = page.locator("#answer td")
    cells.nth(3).wait_for()
    tops = {cells.nth(n).bounding_box()["y"] for n in range(4)}  # type: ignore[index]
    names = page.evaluate('getComputedStyle(document.querySelectorAll("#answer td")[1], "::before").content')
    page.close()
    assert len(tops) == (4 if stacked else 1)
    assert names == ('"b c"' if stacked else "none")
