"""Where the actors of a network stand on the page: blocs together, the strongest in the middle, the same every time.

One position per actor serves every view of the page, so an actor stays where the reader last saw it: the strongest
are laid out first, by forces; the next tier settles around them; everyone else stands beside those they deal with.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

import networkx as nx

from .analysis.blocs import standings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SEED = 20241127
#: How many of the strongest actors the force layout places, tier by tier; earlier tiers stand fast.
TIERS = (60, 240)
#: Mean distance of the first tier from the middle, in the unit of the positions. The page scales to fit.
RADIUS = 1000.0
#: Unseen nodes of the force layout: the middle, which holds the loosely tied ones near, and one in each bloc's midst.
MIDDLE = -1
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
#: How strongly one article's cooperative, neutral or hostile statement draws two actors together.
PULL = {1: 1.0, 0: 0.35, -1: 0.12}


class Seat(NamedTuple):
    """Where an actor stands, about `RADIUS` from the middle; its bloc by `analysis.blocs`, 0 if friendless."""

    x: int
    y: int
    bloc: int


def seats(network: nx.MultiDiGraph[str]) -> dict[str, Seat]:
    """A seat for every node of `network`, a function of its content alone."""
    names = sorted(network)
    number = {name: i for i, name in enumerate(names)}
    ties = _ties(network, number)
    found = standings(network)
    bloc = {number[each.actor_id]: each.bloc for each in found}
    befriended = {number[each.actor_id] for each in found if each.friendly_within}
    points = _points(ties, _joined(ties, bloc))
    return {
        name: Seat(round(points[i][0] * RADIUS), round(points[i][1] * RADIUS), bloc[i] if i in befriended else 0)
        for i, name in enumerate(names)
    }


def strengths(ties: nx.Graph[int]) -> dict[int, float]:
    """How strongly each node is tied in: the sum over its neighbours of log2(1 + articles that tell of the two).

    Many partners count for more than many reports on one partner. The page ranks what it shows by the same measure.
    """
    return {node: sum(math.log2(1 + tie["articles"]) for tie in ties.adj[node].values()) for node in ties}


def _ties(network: nx.MultiDiGraph[str], number: Mapping[str, int]) -> nx.Graph[int]:
    """One undirected tie per pair: `articles`, the pull between the two, and whether it is `hostile`.

    Nodes are numbers: sets of strings would be walked in another order in every process.
    """
    told: dict[tuple[int, int], dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for subject, object_, key, data in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        if subject == object_:
            continue
        a, b = sorted((number[subject], number[object_]))
        sign = data.get("sign") or 0 if data.get("polarity") != "negative" else 0
        evidence = data.get("evidence") or ({"article": key},)
        told[a, b][sign].update(row.get("text") or row["article"] for row in evidence)  # copies are one text
    ties: nx.Graph[int] = nx.Graph()
    ties.add_nodes_from(range(len(number)))
    for (a, b), by_sign in sorted(told.items()):
        draw = {sign: math.log2(1 + len(articles)) for sign, articles in by_sign.items()}
        ties.add_edge(
            a,
            b,
            articles=len(set().union(*by_sign.values())),
            pull=sum(PULL[sign] * value for sign, value in sorted(draw.items())),
            hostile=draw.get(-1, 0.0) > draw.get(1, 0.0),
        )
    return ties


def _joined(ties: nx.Graph[int], found: Mapping[int, int]) -> dict[int, int]:
    """Everybody's bloc, for standing near it: who is in none joins the one it has most to do with, if any."""
    bloc = dict(found)
    strength = strengths(ties)
    for node in sorted(set(ties) - set(bloc), key=lambda node: (-strength[node], node)):
        votes: Counter[int] = Counter()
        for other, tie in ties.adj[node].items():
            if other in bloc and not tie["hostile"]:
                votes[bloc[other]] += tie["pull"]
        bloc[node] = max(votes, key=lambda b: (votes[b], -b)) if votes else max(bloc.values(), default=0) + 1
    return bloc


def _points(ties: nx.Graph[int], bloc: Mapping[int, int]) -> dict[int, tuple[float, float]]:
    """Positions in units of the first tier's radius: two tiers by forces, the rest beside their neighbours."""
    strength = strengths(ties)
    order = sorted(ties, key=lambda node: (-strength[node], node))
    main = max(nx.connected_components(ties), key=lambda group: (len(group), -min(group)), default=set())
    linked = [node for node in order if node in main]
    points: dict[int, tuple[float, float]] = {}
    for size in TIERS:
        tier = linked[:size]
        if len(tier) > len(points):
            points = _forces(ties.subgraph(tier), bloc, points)
    _beside(ties, order, points)
    return points


def _forces(
    ties: nx.Graph[int], bloc: Mapping[int, int], fixed: Mapping[int, tuple[float, float]]
) -> dict[int, tuple[float, float]]:
    """Fruchterman-Reingold, with an unseen node in each bloc's midst and one in the middle; `fixed` ones stay."""
    sprung: nx.Graph[int] = nx.Graph()
    members = sorted(ties)
    sprung.add_nodes_from(members)
    sprung.add_weighted_edges_from(sorted((min(a, b), max(a, b), tie["pull"]) for a, b, tie in ties.edges(data=True)))
    sizes = Counter(bloc[node] for node in members)
    for node in members:
        sprung.add_edge(node, MIDDLE, weight=0.15)
        if sizes[bloc[node]] > 2:
            sprung.add_edge(node, MIDDLE - 1 - bloc[node], weight=4.0)
    ring = {bloc: 2 * math.pi * i / max(1, len(sizes)) for i, bloc in enumerate(sorted(sizes))}
    start = {MIDDLE: (0.0, 0.0), **fixed}
    for i, node in enumerate(sprung):
        near = [fixed[other] for other in sprung.adj[node] if other in fixed]
        angle = ring[bloc[node] if node >= 0 else MIDDLE - 1 - node] if node != MIDDLE else 0.0
        home = _mean(near) if near else (math.cos(angle), math.sin(angle))
        start.setdefault(node, _around(home, i, 0.15))
    spot = nx.spring_layout(
        sprung,
        k=1.9 / math.sqrt(len(sprung)),
        pos=start,
        fixed=[MIDDLE, *sorted(fixed)],
        iterations=100 if fixed else 300,  # who stands fast already holds the later tier in place
        seed=SEED,
        method="force",
    )
    found = {node: (float(spot[node][0]), float(spot[node][1])) for node in members}
    return found if fixed else _unit(found)


def _beside(ties: nx.Graph[int], order: Sequence[int], points: dict[int, tuple[float, float]]) -> None:
    """Place every node not yet in `points`: beside its placed neighbours, group by group.

    A group of which nobody is placed yet begins with its strongest, out on a spiral.
    """
    spacing = 1.6 / math.sqrt(max(len(points), 1))
    rank = {node: i for i, node in enumerate(order)}
    groups = [sorted(group, key=rank.__getitem__) for group in nx.connected_components(ties)]
    guests: Counter[int] = Counter()
    islands = 0
    for group in sorted(groups, key=lambda group: rank[group[0]]):
        if group[0] not in points:
            islands += 1
            angle, radius = islands * GOLDEN_ANGLE, 2.2 + 0.12 * math.sqrt(islands)
            points[group[0]] = (radius * math.cos(angle), radius * math.sin(angle))
        waiting = [node for node in group if node not in points]
        while waiting:
            later: list[int] = []
            for node in waiting:
                hosts = [other for other in ties.adj[node] if other in points]
                if hosts:
                    _, host = min((-ties.edges[node, other]["pull"], other) for other in hosts)
                    guests[host] += 1
                    points[node] = _around(_mean([points[other] for other in sorted(hosts)]), guests[host], spacing)
                else:
                    later.append(node)
            waiting = later


def _mean(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _around(home: tuple[float, float], turn: int, spacing: float) -> tuple[float, float]:
    """The `turn`-th seat of a sunflower around `home`."""
    radius, angle = spacing * math.sqrt(turn), turn * GOLDEN_ANGLE
    return home[0] + radius * math.cos(angle), home[1] + radius * math.sin(angle)


def _unit(points: Mapping[int, tuple[float, float]]) -> dict[int, tuple[float, float]]:
    """Centred, with a mean distance of 1 from the middle."""
    cx, cy = _mean(list(points.values()))
    size = sum(math.hypot(x - cx, y - cy) for x, y in points.values()) / len(points) or 1.0
    return {node: ((x - cx) / size, (y - cy) / size) for node, (x, y) in points.items()}
