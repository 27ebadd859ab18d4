"""Blocs in a signed network: which actors stand together, and against whom."""

from __future__ import annotations

import random
from collections import Counter, defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ..tables import table
from .ties import named, signed_ties

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx
    import pandas as pd

TIE_COLUMNS = ("bloc", "bloc_name", "other", "other_name", "cooperative", "hostile", "net")
#: How often the search begins anew, in another order; the best outcome stays.
RESTARTS = 5
_ENOUGH = 1e-12


class Standing(NamedTuple):
    """An actor and its bloc; `friendly_within` and so on count its ties, in articles."""

    actor: str
    actor_id: str
    type: str
    bloc: int
    bloc_name: str
    friendly_within: int
    hostile_within: int
    friendly_across: int
    hostile_across: int


def blocs(network: nx.MultiDiGraph[str], *, seed: int = 0) -> pd.DataFrame:
    """One row an actor that has a friendly or hostile tie: its bloc, a number from 1, the bloc with most ties first.

    Blocs are such that friendly ties lie within and hostile ones across: they make signed modularity great (Gómez,
    Jensen & Arenas 2009, Analysis of community structure in networks of correlated data, Physical Review E 80), as
    Louvain's method finds it (Blondel et al. 2008, Fast unfolding of communities in large networks, J. Stat. Mech.).
    Unlike there, nobody joins a bloc without being, all in all, its friend: a common enemy alone makes no bloc.
    `bloc_name` is its member with most ties; `friendly_within` and so on count the actor's ties, in articles.
    """
    return table(standings(network, seed=seed), Standing._fields, whole=("bloc", *Standing._fields[5:]))


def standings(network: nx.MultiDiGraph[str], *, seed: int = 0) -> list[Standing]:
    """The rows of `blocs`, for those who need no table."""
    ties = signed_ties(network)
    part = _best(ties, seed)
    strength = {iri: sum(data["cooperative"] + data["hostile"] for data in ties[iri].values()) for iri in part}
    weight: Counter[int] = Counter()
    for iri, bloc in part.items():
        weight[bloc] += strength[iri]
    members: defaultdict[int, list[str]] = defaultdict(list)
    for iri in sorted(part, key=lambda iri: (-strength[iri], iri)):
        members[part[iri]].append(iri)
    rows = []
    ordered = sorted(members, key=lambda bloc: (-weight[bloc], members[bloc][0]))
    for number, bloc in enumerate(ordered, 1):
        name = ties.nodes[members[bloc][0]]["label"]
        for iri in members[bloc]:
            counts = dict.fromkeys(Standing._fields[5:], 0)
            for other, data in ties[iri].items():
                where = "within" if part[other] == bloc else "across"
                counts[f"friendly_{where}"] += data["cooperative"]
                counts[f"hostile_{where}"] += data["hostile"]
            about = named(ties, iri)
            rows.append(Standing(about["actor"], about["actor_id"], about["type"], number, name, *counts.values()))
    return rows


def bloc_ties(network: nx.MultiDiGraph[str], found: pd.DataFrame) -> pd.DataFrame:
    """What lies between blocs (and within each: `bloc` = `other`), as `blocs` found them; the strongest ties first.

    `cooperative` and `hostile` count articles, `net` is their difference.
    """
    bloc = dict(zip(found["actor_id"], found["bloc"], strict=True))
    names = dict(zip(found["bloc"], found["bloc_name"], strict=True))
    sums: dict[tuple[int, int], list[int]] = {}
    for a, b, data in signed_ties(network).edges(data=True):
        pair = min(bloc[a], bloc[b]), max(bloc[a], bloc[b])
        both = sums.setdefault(pair, [0, 0])
        both[0] += data["cooperative"]
        both[1] += data["hostile"]
    rows = [[a, names[a], b, names[b], *both, both[0] - both[1]] for (a, b), both in sums.items()]
    rows.sort(key=lambda row: (-(row[4] + row[5]), row[0], row[2]))
    return table(rows, TIE_COLUMNS, whole=("bloc", "other", *TIE_COLUMNS[4:]))


def modularity(network: nx.MultiDiGraph[str], part: Mapping[str, int]) -> float:
    """Signed modularity of a division of actors (Gómez, Jensen & Arenas 2009): at most 1, 0 for one bloc of all.

    `part` gives each actor with a tie its bloc.
    """
    graph = _Signed.of(signed_ties(network))
    numbers = {iri: n for n, iri in enumerate(graph.names)}
    return graph.quality({numbers[iri]: bloc for iri, bloc in part.items() if iri in numbers})


@dataclass(frozen=True, slots=True)
class _Signed:
    """A network of numbers: net weights to neighbours (itself too), and friendly and hostile strength of each."""

    names: tuple[str, ...]
    ties: tuple[dict[int, float], ...]
    friendly: tuple[float, ...]
    hostile: tuple[float, ...]

    @classmethod
    def of(cls, graph: nx.Graph[str]) -> _Signed:
        names = tuple(sorted(iri for iri in graph if graph.degree(iri)))
        number = {iri: n for n, iri in enumerate(names)}
        ties = tuple({number[o]: float(data["net"]) for o, data in sorted(graph[iri].items())} for iri in names)
        sides = (
            tuple(float(sum(data[side] for data in graph[iri].values())) for iri in names)
            for side in ("cooperative", "hostile")
        )
        return cls(names, ties, *sides)

    def joined(self, part: list[int]) -> tuple[_Signed, list[int]]:
        """The network whose nodes are the blocs, and each node's place in it."""
        number = {bloc: n for n, bloc in enumerate(dict.fromkeys(part))}
        place = [number[bloc] for bloc in part]
        ties: list[dict[int, float]] = [{} for _ in number]
        friendly, hostile = [0.0] * len(number), [0.0] * len(number)
        for n, near in enumerate(self.ties):
            into = ties[place[n]]
            for other, weight in near.items():
                into[place[other]] = into.get(place[other], 0.0) + weight
            friendly[place[n]] += self.friendly[n]
            hostile[place[n]] += self.hostile[n]
        return _Signed(("",) * len(number), tuple(ties), tuple(friendly), tuple(hostile)), place

    def quality(self, part: Mapping[int, int]) -> float:
        friends, foes = sum(self.friendly), sum(self.hostile)
        within = 0.0
        sums: defaultdict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for n, near in enumerate(self.ties):
            within += sum(weight for other, weight in near.items() if part[other] == part[n])
            sums[part[n]][0] += self.friendly[n]
            sums[part[n]][1] += self.hostile[n]
        chance = sum(_ratio(plus * plus, friends) - _ratio(minus * minus, foes) for plus, minus in sums.values())
        return _ratio(within - chance, friends + foes)


def _best(graph: nx.Graph[str], seed: int) -> dict[str, int]:
    whole = _Signed.of(graph)
    best: list[int] = []
    quality = float("-inf")
    for restart in range(RESTARTS):
        part = _louvain(whole, random.Random(f"{seed} {restart}"))
        reached = whole.quality(dict(enumerate(part)))
        if reached > quality + _ENOUGH:
            best, quality = part, reached
    return dict(zip(whole.names, best, strict=True))


def _louvain(graph: _Signed, order: random.Random) -> list[int]:
    part = list(range(len(graph.ties)))
    while True:
        moved = _moved(graph, order)
        smaller, place = graph.joined(moved)
        part = [place[n] for n in part]
        if len(smaller.ties) == len(graph.ties):
            return part
        graph = smaller


def _moved(graph: _Signed, order: random.Random) -> list[int]:
    """Each node's bloc after nodes have moved, one by one, to where signed modularity gains most, until none does.

    A node is looked at again only when a neighbour has moved (as in Traag, Waltman & van Eck 2019, From Louvain to
    Leiden, Scientific Reports 9).
    """
    friends, foes = sum(graph.friendly), sum(graph.hostile)
    part = list(range(len(graph.ties)))
    plus, minus = list(graph.friendly), list(graph.hostile)
    nodes = list(part)
    order.shuffle(nodes)
    waiting, due = deque(nodes), set(nodes)
    while waiting:
        n = waiting.popleft()
        due.discard(n)
        here = part[n]
        plus[here] -= graph.friendly[n]
        minus[here] -= graph.hostile[n]
        tied: dict[int, float] = {here: 0.0}
        for other, weight in graph.ties[n].items():
            if other != n:
                tied[part[other]] = tied.get(part[other], 0.0) + weight
        pull, push = _ratio(graph.friendly[n], friends), _ratio(graph.hostile[n], foes)
        gain = {
            bloc: weight - pull * plus[bloc] + push * minus[bloc]
            for bloc, weight in tied.items()
            if weight > 0 or bloc == here
        }
        best = min(gain, key=lambda bloc: (-gain[bloc], bloc))
        if gain[best] <= gain[here] + _ENOUGH:
            best = here
        plus[best] += graph.friendly[n]
        minus[best] += graph.hostile[n]
        part[n] = best
        if best != here:
            again = [other for other in graph.ties[n] if part[other] != best and other not in due]
            waiting.extend(again)
            due.update(again)
    return part


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
