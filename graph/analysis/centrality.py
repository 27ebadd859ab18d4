"""How central actors are, where ties have a direction and may be friendly or hostile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

from ..tables import table
from .ties import directed_ties, named

if TYPE_CHECKING:
    import pandas as pd

_SIDES = ("cooperative", "hostile")
COLUMNS = (
    "actor", "actor_id", "type", "cooperative_out", "cooperative_in", "hostile_out", "hostile_in",
    "supported", "targeted", "standing_out", "standing_in",
)  # fmt: skip
_STEPS, _PRECISION = 10_000, 1e-12


def centralities(network: nx.MultiDiGraph[str]) -> pd.DataFrame:
    """One row an actor, who has most ties first.

    - `cooperative_out`, `_in`, `hostile_out`, `_in`: friendly and hostile ties that it makes and gets, in articles:
      strength (Barrat et al. 2004, The architecture of complex weighted networks, PNAS 101), a side at a time.
    - `supported`, `targeted`: PageRank over friendly and over hostile ties (Brin & Page 1998, The anatomy of a
      large-scale hypertextual web search engine): backed by the well backed, attacked by the much attacked. Each sums
      to 1; 0 for all where there is no such tie.
    - `standing_out`, `standing_in`: PN centrality of directed networks with negative ties (Everett & Borgatti 2014,
      Networks containing negative ties, Social Networks 38): friends of the well connected are high, their foes low;
      1 is an actor without ties.
    """
    ties = directed_ties(network)
    ranks = {side: _rank(ties, side) for side in _SIDES}
    out, into = _standing(ties)
    rows = []
    for n, iri in enumerate(ties):
        row: dict[str, Any] = named(ties, iri)
        for side in _SIDES:
            row[f"{side}_out"] = ties.out_degree(iri, weight=side)
            row[f"{side}_in"] = ties.in_degree(iri, weight=side)
        row |= {"supported": ranks["cooperative"][iri], "targeted": ranks["hostile"][iri]}
        rows.append(row | {"standing_out": float(out[n]), "standing_in": float(into[n])})
    rows.sort(key=lambda row: (-sum(row[f"{s}_{way}"] for s in _SIDES for way in ("out", "in")), row["actor_id"]))
    return table(
        [[row[name] for name in COLUMNS] for row in rows], COLUMNS, whole=COLUMNS[3:7], real=COLUMNS[7:]
    )  # fmt: skip


def _rank(ties: nx.DiGraph[str], side: str) -> dict[str, float]:
    if not any(data[side] for _, _, data in ties.edges(data=True)):
        return dict.fromkeys(ties, 0.0)
    return dict(nx.pagerank(ties, weight=side))


def _standing(ties: nx.DiGraph[str]) -> tuple[Any, Any]:
    """PN centrality, out and in: the solution of (I - c²AAᵀ)x = (I + cA)1, with A = P - 2N and c = 1/2(n - 1).

    It is found by iteration, which converges since no row of cA sums to more than 1 in size.
    """
    count = len(ties)
    if count < 2:
        return np.ones(count), np.ones(count)
    place = {iri: n for n, iri in enumerate(ties)}
    signed = [
        (place[a], place[b], 1.0 if data["sign"] > 0 else -2.0) for a, b, data in ties.edges(data=True) if data["sign"]
    ]
    rows, columns, values = (list(each) for each in zip(*signed, strict=True)) if signed else ([], [], [])
    import scipy.sparse as sp  # takes long to import, and the page ranks nobody by it

    matrix: Any = sp.csr_array((values, (rows, columns)), shape=(count, count)) / (2 * (count - 1))
    found = []
    for way in (matrix, matrix.T.tocsr()):
        start = 1 + way @ np.ones(count)
        standing = start
        for _ in range(_STEPS):
            after = start + way @ (way.T @ standing)
            still = np.abs(after - standing).max() < _PRECISION
            standing = after
            if still:
                break
        found.append(standing)
    return found[0], found[1]
