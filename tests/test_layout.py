"""Where actors stand: the same places every time, friends together, nobody on top of anybody."""

from __future__ import annotations

import itertools
import math

import networkx as nx
import pytest
from drawn import Sketch, crowd
from triplewire.graph.layout import places
from triplewire.ontology.iri import entity_iri


def two_blocs() -> nx.MultiDiGraph[str]:
    sketch = Sketch()
    for camp in ("North", "South"):
        for a, b in itertools.combinations(range(6), 2):
            sketch.says(f"{camp} {a} backed {camp} {b}.", f"{camp} {a}", "backed", f"{camp} {b}", 1)
    for i in range(6):
        sketch.says(f"North {i} attacked South {i}.", f"North {i}", "attacked", f"South {i}", -1)
    return sketch.network


def test_those_who_cooperate_stand_together_and_apart_from_those_they_fight() -> None:
    where = places(two_blocs())
    at = {(camp, i): where[entity_iri(f"{camp} {i}")] for camp in ("North", "South") for i in range(6)}
    within = [math.dist(at[camp, a], at[camp, b]) for camp in ("North", "South") for a in range(6) for b in range(a)]
    between = [math.dist(at["North", a], at["South", b]) for a in range(6) for b in range(6)]
    assert max(within) < min(between)


@pytest.mark.parametrize("size", [2, 3, 50, 700])
def test_every_actor_has_a_place_of_its_own(size: int) -> None:
    where = places(crowd(size, pairs=2))
    assert len(where) == size + 4
    assert len(set(where.values())) == len(where)
    assert max(math.hypot(*place) for place in where.values()) < 6000


def test_places_do_not_hang_on_the_order_of_the_network() -> None:
    one = two_blocs()
    other: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    other.add_nodes_from(reversed(list(one.nodes(data=True))))
    other.add_edges_from(reversed(list(one.edges(keys=True, data=True))))
    assert places(one) == places(other)


def test_a_statement_of_oneself_and_an_empty_network_do_no_harm() -> None:
    sketch = Sketch()
    sketch.says("Norland praised Norland.", "Norland", "praised", "Norland", 1)
    assert len(places(sketch.network)) == 1
    assert places(nx.MultiDiGraph()) == {}
