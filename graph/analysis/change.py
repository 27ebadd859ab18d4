"""What has changed between two periods: who has come together, fallen out, or turned."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from ..filters import Filter
from ..tables import table
from .events import Happening, happenings

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    Period = tuple[str | None, str | None]

COLUMNS = (
    "actor", "other", "change", "cooperative_before", "hostile_before", "cooperative_after", "hostile_after",
    "net_change", "surprise", "actor_id", "other_id",
)  # fmt: skip


def change(network: nx.MultiDiGraph[str], before: Period, after: Period) -> pd.DataFrame:
    """One row for each pair with a friendly or hostile statement in either period, the most surprising first.

    A period is its first and last day, each an ISO 8601 date of any precision or None for open. `change` says `new`,
    `gone`, `turned` (from friendly to hostile or back), `warmer`, `colder` or `same`; counts are of statements,
    `net_change` is friendly less hostile, after less before. `surprise` is the log-likelihood ratio of how much of
    all such statements is of the pair, in the two periods (Dunning 1993, Accurate methods for the statistics of
    surprise and coincidence, Computational Linguistics 19): above 3.84 chance gives it once in twenty.
    """
    signed = [event for event in happenings(network) if event.sign]
    counts = [_counts(signed, Filter(since=since, until=until)) for since, until in (before, after)]
    totals = [sum(sum(both) for both in each.values()) for each in counts]
    rows = []
    for pair in sorted(counts[0].keys() | counts[1].keys()):
        (warm, cold), (warmer, colder) = (each.get(pair, (0, 0)) for each in counts)
        nets = warm - cold, warmer - colder
        surprise = _log_likelihood((warm + cold, warmer + colder), totals)
        word = _word(warm + cold, warmer + colder, *nets)
        names = [network.nodes[iri]["label"] for iri in pair]
        rows.append([*names, word, warm, cold, warmer, colder, nets[1] - nets[0], surprise, *pair])
    rows.sort(key=lambda row: (-row[8], row[9], row[10]))
    return table(rows, COLUMNS, whole=COLUMNS[3:8], real=("surprise",))


def _counts(signed: list[Happening], period: Filter) -> dict[tuple[str, str], tuple[int, int]]:
    """Friendly and hostile statements of each pair, whichever acts, within a period."""
    counts: Counter[tuple[str, str, bool]] = Counter()
    for event in signed:
        if period.covers(event.day):
            a, b = sorted((event.actor_id, event.other_id))
            counts[a, b, event.sign > 0] += 1
    return {(a, b): (counts[a, b, True], counts[a, b, False]) for a, b, _ in counts}


def _word(before: int, after: int, net_before: int, net_after: int) -> str:
    if not before:
        return "new"
    if not after:
        return "gone"
    if net_before * net_after < 0:
        return "turned"
    if net_after == net_before:
        return "same"
    return "warmer" if net_after > net_before else "colder"


def _log_likelihood(seen: tuple[int, int], totals: list[int]) -> float:
    """Dunning's statistic of two counts out of two totals."""
    whole, of_it = sum(totals), sum(seen)
    found = 0.0
    for count, total in zip(seen, totals, strict=True):
        for observed, expected in (
            (count, total * of_it / whole), (total - count, total * (whole - of_it) / whole),
        ):  # fmt: skip
            if observed:
                found += 2 * observed * log(observed / expected)
    return found
