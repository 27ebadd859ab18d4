#!/usr/bin/env python3
"""How large the page is, how soon it opens, and how smoothly it moves in Chromium.

    python benchmarks/page.py [GRAPH …]     folders that `triplewire build` made; last comes a made-up one

Prints one line for the view that a page opens with and one with every actor shown: bytes of the file, milliseconds from
asking for it until it can be used, and milliseconds a frame (median, 95th percentile, longest) over two seconds of
panning and of zooming, as the browser gives them out; at 60 pictures a second a frame takes 16.7. Other work on the
machine falsifies these; less so what stands behind each slash: the milliseconds that the page's main thread spent on
the processor, opening it and in the mean for a frame.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
from playwright.sync_api import sync_playwright
from triplewire import KnowledgeGraph
from triplewire.graph.view import write
from triplewire.ontology.iri import DATA

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SIZE = 5000
FRAMES = 120
#: Moves the map in a page of ours, a step a frame; gives the sorted times between frames.
MOVE = """async ([kind, steps]) => {
  const map = document.querySelector("#map canvas");
  const box = map.getBoundingClientRect();
  const scene = triplewire.scene;
  const clear = (x, y) => !scene.nodeAt({ x: x - box.left, y: y - box.top });
  let [x, y] = [box.left + box.width / 2, box.top + box.height / 3];
  while (!clear(x, y)) x += 7;
  const fire = (type, dx, dy) => map.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true,
    clientX: x + dx, clientY: y + dy, pointerId: 1, pointerType: "mouse", isPrimary: true, buttons: 1,
    button: type === "pointermove" ? -1 : 0 }));
  const frame = () => new Promise(requestAnimationFrame);
  if (kind === "pan") fire("pointerdown", 0, 0);
  const times = [];
  let last = await frame();
  for (let i = 0; i < steps; i += 1) {
    if (kind === "pan") fire("pointermove", 90 * Math.sin(i / 9), 60 * Math.sin(i / 7));
    else map.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, clientX: x, clientY: y,
      deltaY: Math.floor(i / 20) % 2 ? 40 : -40 }));
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  if (kind === "pan") fire("pointerup", 0, 0);
  return times.sort((a, b) => a - b);
}"""


def made_up(size: int) -> nx.MultiDiGraph[str]:
    """A network of `size` actors in the shape that `to_networkx` gives: a few with many partners, many with few."""
    chance = random.Random(20241127)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    kinds = ("Person", "Country", "ArmedGroup", "Organization", "Place", "Group")
    names = [f"Actor {i}" for i in range(size)]
    for name in names:
        network.add_node(DATA + name, label=name, type=chance.choice(kinds), aliases="", mentions=0, articles=0)
    ends = [0]
    for i in range(1, size):
        for _ in range(chance.choice((1, 1, 2, 2, 3))):
            other = chance.choice(ends) if chance.random() < 0.8 else chance.randrange(i)
            subject, object_ = (names[i], names[other]) if chance.random() < 0.5 else (names[other], names[i])
            number = network.number_of_edges()
            day = date(2024, 1, 1) + timedelta(days=chance.randrange(365))
            evidence = {
                "sentence": f"On the river, {subject} met with {object_}, and both spoke of it, paper {number} says.",
                "start": 15 + len(subject), "end": 23 + len(subject), "subject_text": subject,
                "relation_text": "met with", "object_text": object_, "polarity": "positive", "certainty": "certain",
                "tense": "past", "attributed_to": "", "when": "", "where": "", "rule": "verb", "confidence": 0.8,
                "article": f"https://courier.example/{number % 2000}", "title": f"Day {number % 2000} on the river",
                "source": "Courier", "published": day.isoformat(),
            }  # fmt: skip
            network.add_edge(
                DATA + subject, DATA + object_, key=f"{DATA}st-{number}", relation="meet with", relation_type="meets",
                event_type="CONSULT", sign=chance.choice((0, 0, 0, 1, -1)), polarity="positive", articles=1,
                evidence=[evidence],
            )  # fmt: skip
            for name in (subject, object_):
                network.nodes[DATA + name]["mentions"] += 1
                network.nodes[DATA + name]["articles"] += 1
            ends += [i, other]
    return network


def measure(browser: Browser, path: Path, name: str, everyone: bool) -> None:
    """Open one page, move it, and print a line."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})

    def worked() -> float:
        """Milliseconds of processor time that the main thread has spent on tasks."""
        metrics = devtools.send("Performance.getMetrics")["metrics"]
        return 1000 * float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))

    page.goto(path.as_uri() + ("#show=all" if everyone else ""))
    page.wait_for_selector("html[data-ready]", state="attached")
    opened = page.evaluate("performance.now()")
    busy = worked()
    shown = page.evaluate("triplewire.view.nodes.length")
    page.wait_for_timeout(1000)
    cells = [f"{name:24} {shown:6} {path.stat().st_size / 1e6:6.2f} {opened:7.0f} /{busy:6.0f}"]
    for kind in ("pan", "zoom"):
        before = worked()
        times = page.evaluate(MOVE, [kind, FRAMES])
        frame = (worked() - before) / FRAMES
        cells.append(f"{times[FRAMES // 2]:6.1f} {times[FRAMES * 95 // 100]:6.1f} {times[-1]:6.1f} /{frame:5.1f}")
        page.wait_for_timeout(600)
    print("   ".join(cells))
    page.close()


def main(graphs: list[str]) -> None:
    """Measure and print."""
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    print(
        f"{'page':24} {'actors':>6} {'MB':>6} {'open ms / cpu':>15}"
        f"   {'pan: median, 95%, max / cpu':>27}   {'zoom: the same':>27}"
    )
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for number, name in enumerate([*graphs, ""]):
            path = Path(folder) / f"{number}.html"
            if name:
                with KnowledgeGraph.open(name, read_only=True) as kg:
                    kg.view(path)
            else:
                write(made_up(SIZE), path)
            for everyone in (False, True):
                measure(browser, path, Path(name).name or "made up", everyone)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
