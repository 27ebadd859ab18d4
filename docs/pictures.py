#!/usr/bin/env python3
"""Takes the README's pictures of the page, from the sample articles, in Chromium, and draws their blocs:
`make pictures`.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright
from triplewire import KnowledgeGraph, analysis, build, plots

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HERE = Path(__file__).resolve().parent
TITLE = "Who does what to whom: the sample articles"
DESK = {"viewport": {"width": 1360, "height": 850}}
PHONE = {"viewport": {"width": 390, "height": 780}, "device_scale_factor": 2, "has_touch": True}
#: File → (browser context, fragment of the page's address, what is pictured: the window or one element).
PICTURES: dict[str, tuple[dict[str, Any], str, str]] = {
    "page.png": (DESK, "", ""),
    "card.png": ({**DESK, "device_scale_factor": 2}, "#relation=Russia~Bashar_al-Assad~1", "#card"),
    "dark.png": ({**DESK, "color_scheme": "dark"}, "#actor=Hezbollah", ""),
    "phone.png": (PHONE, "#relation=Russia~Bashar_al-Assad~1", ""),
}


def take(browser: Browser, page_file: Path, name: str) -> None:
    """Open the page as one reader would and save what is seen."""
    context, fragment, element = PICTURES[name]
    page = browser.new_context(**context, reduced_motion="reduce").new_page()
    page.goto(page_file.as_uri() + fragment)
    page.wait_for_selector("html[data-ready]", state="attached")
    page.wait_for_timeout(500)
    (page.locator(element) if element else page).screenshot(path=HERE / name)
    page.context.close()


def main() -> None:
    """Build the samples' page and take all pictures."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build(HERE.parent / "samples", graph=f"{folder}/graph")
        page_file = Path(folder) / "page.html"
        with KnowledgeGraph.open(f"{folder}/graph", read_only=True) as kg:
            kg.view(page_file, title=TITLE)
            network = kg.to_networkx()
        plots.blocs(network, analysis.blocs(network), title="Who stands with whom").save(HERE / "blocs.png")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name in PICTURES:
            take(browser, page_file, name)
        browser.close()


if __name__ == "__main__":
    main()
