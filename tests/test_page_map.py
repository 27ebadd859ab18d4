"""The page's map: marks, lines and names where one can see them."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from browsing import MARK
from drawn import Sketch, crowd


def test_marks_do_not_lie_on_each_other(opened: Any) -> None:
    it = opened(crowd(90), "#show=90")
    overlap = it.page.evaluate("""() => {
      const places = [...triplewire.scene.places.values()];
      return places.some((a, i) => places.some((b, j) => i < j && Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r));
    }""")
    assert not overlap


def test_a_line_between_tied_marks_is_long_enough_to_be_seen(opened: Any) -> None:
    sketch = Sketch()
    for a, b in itertools.combinations("ABCDEFGH", 2):
        sketch.says(f"{a} met {b}.", a, "met", b, 1)
    it = opened(sketch.network)
    gaps = it.page.evaluate("""() => triplewire.view.ties.map(({ from, to }) => {
      const [a, b] = [from, to].map((node) => triplewire.scene.places.get(node));
      return Math.hypot(a.x - b.x, a.y - b.y) - a.r - b.r;
    })""")
    assert min(gaps) > 60


def test_a_selection_leaves_the_rest_of_the_map_about_as_large_as_it_was(opened: Any) -> None:
    it = opened(crowd(60))
    scale = "triplewire.scene.network.getScale()"
    before = it.page.evaluate(scale)
    it.click_on_map(MARK % "Actor 0")
    it.page.wait_for_timeout(500)
    assert it.page.evaluate(scale) > 0.8 * before
    assert it.page.evaluate("""() => {
      const { scene, state } = triplewire;
      const [card, map] = ["card", "map"].map((id) => document.getElementById(id).getBoundingClientRect());
      const { x, y } = scene.network.canvasToDOM(scene.places.get(state.node));
      return x > 0 && map.left + x < card.left && y > 0 && y < map.height;
    }""")
    it.go("#" + it.page.url.partition("#")[2])
    assert it.page.locator("#card h2").inner_text() == "Actor 0"
    assert it.page.evaluate(scale) > 0.8 * before


def test_the_strongest_keep_their_names_beside_a_selection(opened: Any) -> None:
    it = opened(crowd(90))
    it.page.evaluate("""() => {
      window.written = [];
      const fillText = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
        window.written.push([text, this.fillStyle]);
        fillText.call(this, text, ...place);
      };
    }""")
    it.page.evaluate("""() => {
      const { view, pickTie } = triplewire;
      pickTie(view.ties.find(({ from, to }) => from.label === "Actor 1" && to.label === "Actor 8"));
    }""")
    it.page.wait_for_timeout(500)
    inks = dict(it.page.evaluate("window.written"))
    assert {"Actor 0", "Actor 1", "Actor 8"} <= inks.keys()
    assert inks["Actor 1"] == inks["Actor 8"] != inks["Actor 0"]


@pytest.mark.parametrize("frame", [{"width": 1000, "height": 620}, {"width": 390, "height": 600}])
def test_no_name_lies_under_the_date_or_the_buttons(opened: Any, frame: dict[str, int]) -> None:
    it = opened(crowd(60, days=9), "#show=60&from=2024-12-03&to=2024-12-09", viewport=frame)
    names, covers = it.page.evaluate("""async () => {
      const written = [];
      const strokeText = CanvasRenderingContext2D.prototype.strokeText;
      CanvasRenderingContext2D.prototype.strokeText = function (text, x, y) {
        const { width } = this.measureText(text);
        written.push([x - width / 2, y, x + width / 2, y + 12]);
        strokeText.call(this, text, x, y);
      };
      triplewire.scene.zoom(3);
      await new Promise((done) => setTimeout(done, 400));
      const map = document.getElementById("map").getBoundingClientRect();
      const boxes = [...document.querySelectorAll("#caption, .zoom")].map((each) => each.getBoundingClientRect());
      const [x, y] = [map.left, map.top];
      return [written, boxes.map(({ left, top, right, bottom }) => [left - x, top - y, right - x, bottom - y])];
    }""")
    assert len(names) > 5
    assert len(covers) == 2
    assert all(right > left for left, _, right, _ in covers)
    for (a, b, c, d), (left, top, right, bottom) in itertools.product(names, covers):
        assert c <= left or right <= a or d <= top or bottom <= b


def test_a_large_map_moves_as_a_picture_and_is_drawn_anew_at_rest(opened: Any) -> None:
    it = opened(crowd(900), "#show=all")
    it.page.wait_for_timeout(400)
    it.page.evaluate("""() => {
      const { renderer } = triplewire.scene.network;
      window.drawn = 0;
      const lines = renderer._drawEdges.bind(renderer);
      renderer._drawEdges = (...all) => { window.drawn += 1; lines(...all); };
    }""")
    box = it.page.locator("#map").bounding_box()
    it.page.mouse.move(box["x"] + 300, box["y"] + 200)
    for _ in range(5):
        it.page.mouse.wheel(0, -100)
        it.page.wait_for_timeout(20)
    assert it.page.evaluate("window.drawn") == 0
    scale = it.page.evaluate("triplewire.scene.network.getScale()")
    it.page.wait_for_timeout(600)
    assert it.page.evaluate("window.drawn") == 1
    assert it.page.evaluate("triplewire.scene.film.shot.scale") == scale
    it.click_on_map(MARK % "Actor 0")
    assert it.page.locator("#card h2").inner_text() == "Actor 0"


def test_blocs_stand_on_grounds_that_nobody_else_stands_on(opened: Any) -> None:
    sketch = Sketch()
    for camp in ("North", "South"):
        for a, b in itertools.combinations(range(4), 2):
            sketch.says(f"{camp} {a} backed {camp} {b}.", f"{camp} {a}", "backed", f"{camp} {b}", 1)
            sketch.says(f"Reporter {a}{b} saw {camp} {a}.", f"Reporter {a}{b}", "saw", f"{camp} {a}", 0)
    for i in range(4):
        sketch.says(f"North {i} attacked South {i}.", f"North {i}", "attacked", f"South {i}", -1)
    it = opened(sketch.network)
    assert it.page.evaluate("triplewire.scene.blocs.map((bloc) => bloc.members.map((node) => node.label).sort())") == [
        [f"{camp} {i}" for i in range(4)] for camp in ("North", "South")
    ]
    grounds = """() => {
      const { scene, view } = triplewire;
      const picture = document.createElement("canvas");
      [picture.width, picture.height] = [4000, 4000];
      const context = picture.getContext("2d", { willReadFrequently: true });
      context.translate(2000, 2000);
      scene.network.body.emitter.emit("beforeDrawing", context);
      const on = (node) => {
        const { x, y } = scene.places.get(node);
        return context.getImageData(2000 + x, 2000 + y, 1, 1).data[3] > 0;
      };
      return view.nodes.filter(on).map((node) => node.label).sort();
    }"""
    assert it.page.evaluate(grounds) == [f"{camp} {i}" for camp in ("North", "South") for i in range(4)]
    it.page.get_by_label("mark the blocs").uncheck()
    assert it.page.evaluate(grounds) == []
    assert it.page.url.endswith("#blocs=0")
