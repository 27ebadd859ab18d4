"""Pictures: drawn the same every time, in colours that colour-blind people tell apart, and told in words."""

from __future__ import annotations

import struct
import sys
from colorsys import rgb_to_hls
from itertools import combinations
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from test_analysis import CAMPS, network
from triplewire import TriplewireError, analysis, plots

if TYPE_CHECKING:
    from pathlib import Path

DAYS = tuple(f"2024-11-{20 + n % 9}" for n in range(len(CAMPS)))
GRAPH = network(*CAMPS, days=DAYS)


def drawn() -> dict[str, plots.Picture]:
    found = analysis.blocs(GRAPH)
    bursts = pd.DataFrame({"what": ["X"], "start": ["2024-11-21"], "end": ["2024-11-22"]})
    return {
        "blocs": plots.blocs(GRAPH, found, title="Camps"),
        "days": plots.days(GRAPH, bursts),
        "bars": plots.bars(analysis.centralities(GRAPH), "actor", ["cooperative_out", "hostile_out"]),
    }


@pytest.mark.parametrize("name", ["blocs", "days", "bars"])
def test_a_picture_is_drawn_the_same_twice_and_says_what_it_shows(name: str, tmp_path: Path) -> None:
    picture = drawn()[name]
    assert picture == drawn()[name]
    width, height = struct.unpack(">II", picture.png[16:24])
    assert width > 600 and height > 250
    shown = picture._repr_mimebundle_()
    assert shown == {"image/png": picture.png, "text/plain": picture.words}
    assert any(actor in picture.words for actor in ("X", "A")) or "2024-11" in picture.words
    picture.save(tmp_path / "x.png")
    assert (tmp_path / "x.png").read_bytes() == picture.png


def test_friendly_and_hostile_differ_in_lightness_too() -> None:
    def lightness(colour: str) -> float:
        return rgb_to_hls(*(int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)))[1]

    colours = (plots.FRIENDLY, plots.HOSTILE, plots.NEITHER)
    assert all(abs(lightness(a) - lightness(b)) > 0.05 for a, b in combinations(colours, 2))


def test_names_from_articles_are_no_formulas() -> None:
    graph = network(("$x^2$", 1, "$\\frac{1$"), ("$\\frac{1$", -1, "كوباني"))
    assert "$x^2$" in plots.blocs(graph, analysis.blocs(graph)).words
    assert plots.bars(analysis.centralities(graph), "actor", ["hostile_in"]).png


def test_without_its_package_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(TriplewireError, match=r"need the package matplotlib; pip install 'triplewire\[notebooks\]'"):
        plots.days(GRAPH)
