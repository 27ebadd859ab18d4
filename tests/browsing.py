"""The page in a real browser, for tests: opened, watched, clicked."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
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
#: Where to click, for `click_on_map`: the middle of a line from one actor to another, and an actor's mark.
LINE = """(() => {
  const tie = view.ties.find((each) => each.from.label === "%s" && each.to.label === "%s");
  return scene.network.body.edges[tie.id].edgeType.getPoint(0.5);
})()"""
MARK = """scene.places.get(view.nodes.find((node) => node.label === "%s"))"""


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
