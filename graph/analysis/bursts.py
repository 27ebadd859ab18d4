"""Bursts: when suddenly much is said of something, compared with all that is said."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from math import log
from typing import TYPE_CHECKING

from ...ontology.errors import UsageError
from ..tables import table
from .events import Happening, happenings

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx
    import pandas as pd

COLUMNS = ("what", "start", "end", "statements", "of_all", "weight")
#: What bursts may be looked for in.
SUBJECTS = ("actor", "pair", "relation_type", "event_type")


def bursts(
    network: nx.MultiDiGraph[str],
    of: str = "actor",
    *,
    ratio: float = 2.0,
    reluctance: float = 1.0,
    least: int = 3,
) -> pd.DataFrame:
    """Runs of days on which an actor, a pair, a relation type or an event type makes more news, the greatest first.

    Kleinberg's automaton with two states (2002, Bursty and hierarchical structure in streams, KDD): in the quiet state
    a statement is of it with its share of all statements, in the bursting state with `ratio` times that; going up
    costs `reluctance` times the logarithm of the number of days. The cheapest way through is found by dynamic
    programming. `weight` is how much the bursting state explains better, in natural units of information. `of` is one
    of actor, pair, relation_type, event_type; what has fewer than `least` statements is left out.
    """
    if of not in SUBJECTS:
        raise UsageError("bursts", f"{of!r} is not known", f"choose from {', '.join(SUBJECTS)}")
    found = happenings(network)
    if not found:
        return table([], COLUMNS, whole=("statements", "of_all"), real=("weight",))
    first, last = (date.fromisoformat(found[n].day) for n in (0, -1))
    calendar = [str(first + timedelta(n)) for n in range((last - first).days + 1)]
    everything = Counter(event.day for event in found)
    streams: dict[str, Counter[str]] = {}
    for event in found:
        for name in _names(event, of) - {""}:
            streams.setdefault(name, Counter())[event.day] += 1
    rows: list[tuple[str, str, str, int, int, float]] = []
    for name, stream in streams.items():
        if stream.total() >= least:
            counts = [(stream[day], everything[day]) for day in calendar]
            rows += [(name, calendar[i], calendar[j], k, n, w) for i, j, k, n, w in _bursts(counts, ratio, reluctance)]
    rows.sort(key=lambda row: (-row[5], row[0], row[1]))
    return table(rows, COLUMNS, whole=("statements", "of_all"), real=("weight",))


def _names(event: Happening, of: str) -> set[str]:
    if of == "actor":
        return {event.actor, event.other}
    if of == "pair":
        return {" – ".join(sorted((event.actor, event.other)))}
    return {event.relation_type if of == "relation_type" else event.event_type}


def _bursts(
    counts: Sequence[tuple[int, int]], ratio: float, reluctance: float
) -> list[tuple[int, int, int, int, float]]:
    """First and last day, statements of it, all statements, and weight of each burst."""
    quiet = sum(k for k, _ in counts) / sum(n for _, n in counts)
    busy = min(quiet * ratio, 1 - 1e-9)
    if quiet >= busy:
        return []
    #: How much cheaper the bursting state is on each day; the binomial coefficients cancel.
    gains = [k * log(busy / quiet) + (n - k) * log((1 - busy) / (1 - quiet)) for k, n in counts]
    step = reluctance * log(len(counts)) if len(counts) > 1 else 0.0
    down, up = 0.0, float("-inf")
    rising: list[bool] = []  # whether the best way into the bursting state on this day comes from the quiet one
    falling: list[bool] = []  # whether the best way into the quiet state comes from the bursting one
    for gain in gains:
        rising.append(down - step > up)
        falling.append(up > down)
        down, up = max(down, up), max(up, down - step) + gain
    found, end, bursting = [], len(counts) - 1, up > down
    for day in range(len(counts) - 1, -1, -1):
        if bursting and rising[day]:
            part = counts[day : end + 1]
            found.append((day, end, sum(k for k, _ in part), sum(n for _, n in part), sum(gains[day : end + 1])))
            bursting = False
        elif not bursting and falling[day]:
            end, bursting = day - 1, True
    return found
