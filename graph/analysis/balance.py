"""Structural balance: is the friend of my friend my friend, and the enemy of my enemy too?"""

from __future__ import annotations

from collections import Counter
from math import comb, sqrt
from typing import TYPE_CHECKING

from ..tables import table
from .ties import signed_ties

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx
    import pandas as pd

#: Triangles by their friendly ties, and whether they are balanced.
KINDS = {3: ("+++", True), 2: ("++-", False), 1: ("+--", True), 0: ("---", False)}
COLUMNS = ("a", "b", "c", "kind", "strained", "strength", "in_words", "a_id", "b_id", "c_id")
BALANCE_COLUMNS = ("kind", "strained", "triangles", "share", "expected", "surprise")


def triangles(network: nx.MultiDiGraph[str]) -> pd.DataFrame:
    """One row for each three actors that all have ties with each other, the strained ones first, and the strong ones.

    A triangle is strained where the product of its signs is negative (Cartwright & Harary 1956, Structural balance: a
    generalization of Heider's theory, Psychological Review 63): `++-`, a friend of two enemies; and `---`, three
    enemies, which Davis (1967, Clustering and structural balance in graphs, Human Relations 20) lets pass. `a` is who
    stands apart: in `++-` the friend of both, in `+--` the enemy of both. `strength` is the least of the three net
    weights, in articles. A tie as often friendly as hostile has no sign and makes no triangle.
    """
    ties = signed_ties(network)
    rows = []
    for corners in _triangles(ties):
        p, q, r = corners
        signs = {x: ties.edges[side]["sign"] for x, side in ((p, (q, r)), (q, (p, r)), (r, (p, q)))}  # of the far side
        kind, balanced = KINDS[sum(sign > 0 for sign in signs.values())]
        odd = [x for x in corners if list(signs.values()).count(signs[x]) == 1]
        order = [*odd, *(x for x in corners if x not in odd)]
        a, b, c = (str(ties.nodes[x]["label"]) for x in order)
        strength = min(abs(ties.edges[x, y]["net"]) for x, y in ((p, q), (q, r), (p, r)))
        rows.append([a, b, c, kind, not balanced, strength, _words(kind, a, b, c), *order])
    rows.sort(key=lambda row: (not row[4], -row[5], row[7:]))
    return table(rows, COLUMNS, whole=("strength",))


def balance(network: nx.MultiDiGraph[str]) -> pd.DataFrame:
    """How many triangles there are of each kind, and how many there would be were signs dealt out at random.

    `surprise` says by how many standard deviations the count differs from that; above 2 is much (Leskovec,
    Huttenlocher & Kleinberg 2010, Signed networks in social media, CHI).
    """
    ties = signed_ties(network)
    signs = [data["sign"] for _, _, data in ties.edges(data=True) if data["sign"]]
    friendly = sum(sign > 0 for sign in signs) / len(signs) if signs else 0.0
    counts = _kinds(ties)
    total = counts.total()
    rows = []
    for number, (kind, balanced) in KINDS.items():
        chance = comb(3, number) * friendly**number * (1 - friendly) ** (3 - number)
        spread = sqrt(total * chance * (1 - chance))
        surprise = (counts[number] - total * chance) / spread if spread else 0.0
        share = counts[number] / total if total else 0.0
        rows.append([kind, not balanced, counts[number], share, chance, surprise])
    return table(rows, BALANCE_COLUMNS, whole=("triangles",), real=BALANCE_COLUMNS[3:])


def balance_degree(network: nx.MultiDiGraph[str]) -> float:
    """The share of triangles that are balanced (Cartwright & Harary 1956): 0 to 1, and 1 where there is no triangle."""
    counts = _kinds(signed_ties(network))
    return (counts[3] + counts[1]) / counts.total() if counts else 1.0


def _kinds(ties: nx.Graph[str]) -> Counter[int]:
    return Counter(
        sum(ties.edges[pair]["sign"] > 0 for pair in (corners[:2], corners[1:], corners[::2]))
        for corners in _triangles(ties)
    )


def _triangles(ties: nx.Graph[str]) -> Iterator[tuple[str, str, str]]:
    """Every three nodes with signed ties between all of them, sorted, once each."""
    later = {iri: {o for o, data in ties[iri].items() if o > iri and data["sign"]} for iri in ties}
    for a in sorted(later):
        for b in sorted(later[a]):
            for c in sorted(later[a] & later[b]):
                yield a, b, c


def _words(kind: str, a: str, b: str, c: str) -> str:
    if kind == "+++":
        return f"{a}, {b} and {c} stand together"
    if kind == "++-":
        return f"{a} is friends with both {b} and {c}, who are enemies"
    if kind == "+--":
        return f"{b} and {c} stand together against {a}"
    return f"{a}, {b} and {c} are all enemies"
