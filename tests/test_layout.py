"""Where actors stand: the same places every time, friends together, nobody on top of anybody."""

from __future__ import annotations

import itertools
import math

import networkx as nx
import pytest
from drawn import Sketch, crowd
from triplewire.graph.layout import seats
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
    where = seats(two_blocs())
    at = {(camp, i): where[entity_iri(f"{camp} {i}")] for camp in ("North", "South") for i in range(6)}
    within = [
        math.dist(at[camp, a][:2], at[camp, b][:2]) for camp in ("North", "South") for a in range(6) for b in range(a)
    ]
    between = [math.dist(at["North", a][:2], at["South", b][:2]) for a in range(6) for b in range(6)]
    assert max(within) < min(between)
    assert {at[camp, i].bloc for camp, i in at} == {1, 2}
    assert len({at["North", i].bloc for i in range(6)}) == 1


@pytest.mark.parametrize("size", [2, 3, 50, 700])
def test_every_actor_has_a_place_of_its_own(size: int) -> None:
    where = seats(crowd(size, pairs=2))
    assert len(where) == size + 4
    assert len({seat[:2] for seat in where.values()}) == len(where)
    assert max(math.hypot(*seat[:2]) for seat in where.values()) < 6000


def test_places_do_not_hang_on_the_order_of_the_network() -> None:
    one = two_blocs()
    other: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    other.add_nodes_from(reversed(list(one.nodes(data=True))))
    other.add_edges_from(reversed(list(one.edges(keys=True, data=True))))
    assert seats(one) == seats(other)


def test_a_statement_of_oneself_and_an_empty_network_do_no_harm() -> None:
    sketch = Sketch()
    sketch.says("Norland praised Norland.", "Norland", "praised", "Norland", 1)
    assert len(seats(sketch.network)) == 1
    assert seats(nx.MultiDiGraph()) == {}
