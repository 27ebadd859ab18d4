"""The page for everybody: axe-core's rules hold on every face of it, light and dark, desk and phone."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from drawn import crowd, quarrel

#: How to come to each face of the page: a script that runs in it.
FACES = {
    "map": "",
    "narrowed": "#not-sign=-1&words=norland&from=2024-12-03&to=2024-12-05",
    "relation": "#relation=Free_Coast_Brigade~Port_Amber~-1",
    "actor": "#actor=Free_Coast_Brigade",
}


def grave(opened: Any) -> list[str]:
    """Violations of level serious or above: rule and the elements that break it."""
    found = Axe().run(opened.page).response["violations"]
    return [
        f"{each['id']}: {[node['target'] for node in each['nodes']]}"
        for each in found
        if each["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_grave_violation_on_any_face(opened: Any, scheme: str, width: int) -> None:
    it = opened(quarrel(), color_scheme=scheme, viewport={"width": width, "height": 800})
    for name, fragment in FACES.items():
        it.go(fragment)
        assert grave(it) == [], name
    it.go()
    it.page.click("#open-help")
    assert grave(it) == [], "help"
    it.page.click("#open-list")
    assert grave(it) == [], "list"
    it.page.fill("#search", "nor")
    assert grave(it) == [], "search"
    it.page.keyboard.press("Escape")
    it.page.click("#open-save")
    assert grave(it) == [], "save"
    if width < 1000:
        it.page.keyboard.press("Escape")
        it.page.keyboard.press("Escape")
        it.page.click("#open-filters")
        it.page.wait_for_timeout(300)
        assert grave(it) == [], "filters"


def test_no_grave_violation_in_a_crowd(opened: Any) -> None:
    assert grave(opened(crowd(300, pairs=3), "#show=all")) == []


def test_every_stop_of_the_tab_key_has_a_name(opened: Any) -> None:
    it = opened(quarrel())
    names = []
    for _ in range(80):
        it.page.keyboard.press("Tab")
        name = it.page.evaluate("""() => {
          const at = document.activeElement;
          const label = at.labels?.[0]?.textContent || at.getAttribute("aria-label") || at.textContent;
          return at === document.body ? "" : `${at.tagName}: ${label.trim()}`;
        }""")
        if not name:
            break
        names.append(name)
    assert len(names) > 20
    assert all(len(name.partition(": ")[2]) > 1 for name in names)
    assert names[0] == "A: Skip to the map"
