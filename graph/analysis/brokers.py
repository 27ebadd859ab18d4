"""Who stands between others: on their ways, between their blocs, or between enemies."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import networkx as nx

from ..tables import table
from .blocs import blocs
from .ties import directed_ties, named, signed_ties

if TYPE_CHECKING:
    import pandas as pd

ROLES = ("coordinator", "gatekeeper", "representative", "consultant", "liaison")
COLUMNS = ("actor", "actor_id", "type", "between_enemies", "betweenness", *ROLES)
#: From so many actors on, betweenness is worked out from this many of them.
PIVOTS = 64


def brokers(network: nx.MultiDiGraph[str], found: pd.DataFrame | None = None, *, seed: int = 0) -> pd.DataFrame:
    """One row an actor that stands between others, who stands between most enemies first.

    - `between_enemies`: pairs of enemies with both of whom it is on friendly terms: who could mediate (Heider's
      strained triangle, seen from its middle; see `balance.triangles`).
    - `betweenness`: the share of shortest ways between others that lead through it, whatever the ties (Freeman 1977, A
      set of measures of centrality based on betweenness, Sociometry 40; from 64 actors drawn by `seed` where there are
      more: Brandes & Pich 2007, Centrality estimation in large networks).
    - `coordinator` … `liaison`: how often A is friendly to it and it to C, but A not to C, by blocs (Gould & Fernandez
      1989, Structures of mediation, Sociological Methodology 19): all three of one bloc; A from outside
      (gatekeeper); C outside (representative); it alone outside (consultant); three blocs (liaison). `found` is what
      `blocs` gave; without it they are looked for.
    """
    division = blocs(network, seed=seed) if found is None else found
    bloc = dict(zip(division["actor_id"], division["bloc"], strict=True))
    ties, signed = directed_ties(network), signed_ties(network)
    simple = nx.Graph(network)
    pivots = None if len(simple) <= PIVOTS else PIVOTS
    between = nx.betweenness_centrality(simple, k=pivots, seed=seed)
    roles, enemies = _roles(ties, bloc), _between_enemies(signed)
    rows = [
        [*named(ties, iri).values(), enemies[iri], between[iri], *(roles[iri][role] for role in ROLES)]
        for iri in ties
        if between[iri] or roles[iri] or enemies[iri]
    ]
    rows.sort(key=lambda row: (-row[3], -row[4], row[1]))
    return table(rows, COLUMNS, whole=("between_enemies", *ROLES), real=("betweenness",))


def _roles(ties: nx.DiGraph[str], bloc: dict[str, int]) -> defaultdict[str, Counter[str]]:
    friendly = {iri: {other for other, data in ties[iri].items() if data["sign"] > 0} for iri in ties}
    backers: defaultdict[str, set[str]] = defaultdict(set)
    for iri, others in friendly.items():
        for other in others:
            backers[other].add(iri)
    roles: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for b, backed in friendly.items():
        for a in backers[b]:
            for c in backed - friendly[a] - {a}:
                roles[b][_role(bloc[a], bloc[b], bloc[c])] += 1
    return roles


def _role(a: int, b: int, c: int) -> str:
    if a == b:
        return "coordinator" if b == c else "representative"
    if b == c:
        return "gatekeeper"
    return "consultant" if a == c else "liaison"


def _between_enemies(ties: nx.Graph[str]) -> Counter[str]:
    friends = {iri: {other for other, data in ties[iri].items() if data["sign"] > 0} for iri in ties}
    found: Counter[str] = Counter()
    for a, b, data in ties.edges(data=True):
        if data["sign"] < 0:
            found.update(friends[a] & friends[b])
    return found
