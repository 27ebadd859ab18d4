"""Pictures for notebooks: blocs, days, bars. Colours that colour-blind people tell apart, and always a second mark.

Blue and solid is friendly, vermilion and dashed or hatched is hostile, grey is neither (the palette of Okabe & Ito
2008, Color universal design). Needs matplotlib: `pip install 'triplewire[notebooks]'`.
"""

from __future__ import annotations

import io
import warnings
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING, Any

from ..ontology.errors import MissingExtraError
from .analysis.events import happenings
from .analysis.ties import signed_ties

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import networkx as nx
    import pandas as pd

FRIENDLY, HOSTILE, NEITHER = "#0072B2", "#D55E00", "#9A9A9A"
_BLOCS = ("#56B4E9", "#E69F00", "#009E73", "#CC79A7", "#F0E442", "#0072B2", "#D55E00")
_SIDES = ((1, "friendly", FRIENDLY, ""), (0, "neither", NEITHER, ""), (-1, "hostile", HOSTILE, "///"))
_INK, _PAPER = "#1a1c1e", "#ffffff"
_DOTS = 110  # an inch


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn picture, which shows itself in a notebook."""

    png: bytes
    #: What it shows, in words, for those who do not see it.
    words: str

    def save(self, path: Path) -> None:
        """Writes it to a PNG file."""
        path.write_bytes(self.png)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, object]:
        return {"image/png": self.png, "text/plain": self.words}


def blocs(network: nx.MultiDiGraph[str], found: pd.DataFrame, *, title: str = "", most: int = 20) -> Picture:
    """Actors by bloc, as `analysis.blocs` found them; lines are ties, of which the width tells the number of articles.

    Of more than `most` actors those with most ties are shown; one alone in its bloc stays white.
    """
    ties = signed_ties(network)
    columns = ["friendly_within", "hostile_within", "friendly_across", "hostile_across"]
    strength = dict(zip(found["actor_id"], found[columns].sum(axis=1), strict=True))
    bloc = dict(zip(found["actor_id"], found["bloc"], strict=True))
    shown = sorted(bloc, key=lambda iri: (-strength[iri], iri))[:most]
    drawn = ties.subgraph(shown)
    shown = [iri for iri in shown if drawn.degree(iri)]
    where = _places(shown, bloc)
    figure, axes = _axes(title, width=9.0, height=7.0)
    for a, b, data in sorted(drawn.edges(data=True), key=lambda edge: edge[:2]):
        for side, colour, style, bend in (("cooperative", FRIENDLY, "-", 0.0), ("hostile", HOSTILE, (0, (4, 2)), 0.12)):
            if data[side]:
                arrow = {"arrowstyle": "-", "color": colour, "linestyle": style, "linewidth": 1 + 0.7 * data[side],
                         "alpha": 0.85, "connectionstyle": f"arc3,rad={bend}"}  # fmt: skip
                axes.annotate("", where[a], where[b], arrowprops=arrow)
    sizes = Counter(bloc[iri] for iri in shown)
    numbers = {number: n for n, number in enumerate(dict.fromkeys(bloc[iri] for iri in shown))}
    for iri in shown:
        x, y = where[iri]
        colour = _BLOCS[numbers[bloc[iri]] % len(_BLOCS)] if sizes[bloc[iri]] > 1 else _PAPER
        axes.scatter([x], [y], s=90 + 30 * sqrt(float(strength[iri])), color=colour, edgecolor=_INK, zorder=3)
        box = {"facecolor": _PAPER, "edgecolor": "none", "alpha": 0.8, "pad": 0.6}
        label = _plain(network.nodes[iri]["label"])
        axes.annotate(label, (x, y), (0, 10), textcoords="offset points", ha="center", fontsize=8.5, bbox=box, zorder=4)
    axes.set_axis_off()
    axes.margins(0.12)
    for side, colour, style in (("friendly ties", FRIENDLY, "-"), ("hostile ties", HOSTILE, "--")):
        axes.plot([], [], color=colour, linestyle=style, linewidth=2, label=side)
    axes.legend(loc="lower left", frameon=False)
    words = [f"{', '.join(str(network.nodes[i]['label']) for i in shown if bloc[i] == n)}" for n in numbers]
    return _picture(figure, f"{title or 'Blocs'}: {'; '.join(words)}.")


def days(network: nx.MultiDiGraph[str], bursts: pd.DataFrame | None = None, *, title: str = "") -> Picture:
    """How many statements there are of each day, friendly, hostile and neither; over them the bursts, where given."""
    counts = Counter((event.day, event.sign) for event in happenings(network))
    dates = sorted({day for day, _ in counts})
    first, last = (date.fromisoformat(dates[n]) for n in (0, -1))
    calendar = [str(first + timedelta(n)) for n in range((last - first).days + 1)]
    figure, axes = _axes(title, width=9.5, height=4.2)
    base = [0] * len(calendar)
    for sign, name, colour, hatch in _SIDES:
        heights = [counts[day, sign] for day in calendar]
        axes.bar(calendar, heights, bottom=base, color=colour, hatch=hatch, edgecolor=_PAPER, linewidth=0.5, label=name)
        base = [a + b for a, b in zip(base, heights, strict=True)]
    rows = [] if bursts is None else list(zip(bursts["what"], bursts["start"], bursts["end"], strict=True))
    top, step = max(base), max(base) * 0.09
    for n, (what, start, end) in enumerate(rows):
        height = top + step * (n + 1)
        left, right = calendar.index(start) - 0.4, calendar.index(end) + 0.4
        axes.plot([left, right], [height, height], color=_INK, linewidth=2.5, solid_capstyle="butt")
        late = left > len(calendar) / 2
        axes.annotate(
            _plain(what), (left if late else right, height), (-4 if late else 4, 0), textcoords="offset points",
            va="center", ha="right" if late else "left", fontsize=8.5,
        )  # fmt: skip
    axes.set_ylim(0, top + step * (len(rows) + 1))
    every = max(1, len(calendar) // 12)
    axes.set_xticks(range(0, len(calendar), every), [_short(day) for day in calendar[::every]])
    axes.set_ylabel("statements")
    axes.legend(frameon=False, ncols=3, loc="upper left", bbox_to_anchor=(0, -0.1))
    busiest = calendar[base.index(top)]
    return _picture(figure, f"{title or 'Statements by day'}: most, {top}, on {busiest}.")


def bars(frame: pd.DataFrame, label: str, values: Sequence[str], *, title: str = "", most: int = 12) -> Picture:
    """The first rows of a table as bars: `values` are columns of counts, end to end; hostile and denied are hatched."""
    rows = frame.head(most)
    figure, axes = _axes(title, width=8.5, height=1.2 + 0.36 * len(rows))
    places = range(len(rows))
    start = [0.0] * len(rows)
    for n, column in enumerate(values):
        against = any(word in column for word in ("hostile", "denied", "negative"))
        colour = HOSTILE if against else (FRIENDLY, _BLOCS[1], _BLOCS[2], NEITHER)[n % 4]
        width = [float(value) for value in rows[column]]
        axes.barh(
            places, width, left=start, color=colour, hatch="///" if against else "", edgecolor=_PAPER,
            label=column.replace("_", " "),
        )  # fmt: skip
        start = [a + b for a, b in zip(start, width, strict=True)]
    axes.set_yticks(places, [_plain(str(name)) for name in rows[label]])
    axes.invert_yaxis()
    if len(values) > 1:
        axes.legend(frameon=False)
    else:
        axes.set_xlabel(values[0].replace("_", " "))
    words = ", ".join(f"{name} {total:g}" for name, total in zip(rows[label], start, strict=True))
    return _picture(figure, f"{title or ', '.join(values)}: {words}.")


def _axes(title: str, *, width: float, height: float) -> tuple[Any, Any]:
    try:
        from matplotlib.figure import Figure
    except ImportError as e:
        raise MissingExtraError("plots", "need the package matplotlib", extra="notebooks") from e
    figure = Figure(figsize=(width, height), dpi=_DOTS, facecolor=_PAPER, layout="constrained")
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_title(_plain(title), loc="left", fontsize=12, fontweight="bold", color=_INK)
    return figure, axes


def _picture(figure: Any, words: str) -> Picture:
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")  # a name in a script that the font lacks shows boxes
        figure.savefig(out, format="png", metadata={"Software": None})
    return Picture(out.getvalue(), words)


def _plain(text: str) -> str:
    """Text that matplotlib takes for no formula."""
    return text.replace("$", r"\$")


def _places(shown: Sequence[str], bloc: dict[str, int]) -> dict[str, tuple[float, float]]:
    """Each bloc as a ring, the rings on a circle, with room by their numbers of members."""
    members: dict[int, list[str]] = {}
    for iri in shown:
        members.setdefault(bloc[iri], []).append(iri)
    room = {number: sqrt(len(found)) for number, found in members.items()}
    total, angle = sum(room.values()), 0.0
    where = {}
    for number, found in members.items():
        middle = angle + pi * room[number] / total
        angle += 2 * pi * room[number] / total
        centre = (cos(middle), sin(middle)) if len(members) > 1 else (0.0, 0.0)
        ring = 0.0 if len(found) == 1 else 0.13 * len(found) ** 0.65
        for n, iri in enumerate(found):
            turn = 2 * pi * n / len(found) + 0.4
            where[iri] = (1.5 * centre[0] + ring * cos(turn) * 1.3, centre[1] + ring * sin(turn))
    return where


def _short(day: str) -> str:
    moment = date.fromisoformat(day)
    return f"{moment.day} {moment:%b}"
