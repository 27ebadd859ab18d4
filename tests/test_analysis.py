"""Measures for analysis: what they say of small networks that can be worked out by hand, and of a large one in time."""

from __future__ import annotations

import random
import time
from itertools import pairwise
from math import log

import networkx as nx
import numpy as np
import pytest
from triplewire import TriplewireError, analysis
from triplewire.graph.analysis.bursts import _bursts


def network(*claims: tuple[str, int, str], days: tuple[str, ...] = ()) -> nx.MultiDiGraph[str]:
    """Claims "A", sign, "B", as `to_networkx` gives them; the nth of them on the nth day."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for n, (subject, sign, obj) in enumerate(claims):
        for name in (subject, obj):
            graph.add_node(f"d:{name}", label=name, type="Country", aliases=f"{name} alias", mentions=1, articles=1)
        event = {1: "SUPPORT", 0: "", -1: "ASSAULT"}[sign]
        day = days[n] if days else "2024-11-20"
        evidence = {"when": "", "published": day, "polarity": "positive", "article": f"a:{n}", "source": "Post"}
        graph.add_edge(
            f"d:{subject}", f"d:{obj}", key=f"st:{n}", relation="act on", relation_id=f"rel:{sign}", relation_type="",
            event_type=event, sign=sign, polarity="positive", articles=1, evidence=[evidence],
        )  # fmt: skip
    return graph


#: Two camps of three that fight each other, and one who is friends with one of either.
CAMPS = [
    *((a, 1, b) for camp in ("ABC", "XYZ") for a, b in [*pairwise(camp), (camp[0], camp[2])]),
    ("A", -1, "X"), ("B", -1, "Y"), ("X", -1, "B"), ("A", 1, "M"), ("M", 1, "X"),
]  # fmt: skip


class TestTies:
    def test_many_claims_become_one_tie(self) -> None:
        graph = network(("A", 1, "B"), ("A", 1, "B"), ("A", -1, "B"), ("B", -1, "A"), ("A", 1, "A"), ("A", 0, "C"))
        ties = analysis.directed_ties(graph)
        assert dict(ties.edges) == {
            ("d:A", "d:B"): {"cooperative": 2, "hostile": 1, "net": 1, "sign": 1},
            ("d:B", "d:A"): {"cooperative": 0, "hostile": 1, "net": -1, "sign": -1},
        }
        assert dict(analysis.signed_ties(graph).edges) == {
            ("d:A", "d:B"): {"cooperative": 2, "hostile": 2, "net": 0, "sign": 0}
        }

    def test_denials_and_talks_take_no_side(self) -> None:
        graph = network(("A", 1, "B"), ("A", 1, "B"))
        graph.edges["d:A", "d:B", "st:0"]["polarity"] = "negative"
        graph.edges["d:A", "d:B", "st:1"]["event_type"] = "CONSULT"
        assert not analysis.signed_ties(graph).edges


class TestCentralities:
    def test_counts_and_ranks(self) -> None:
        found = analysis.centralities(network(*CAMPS, ("B", 1, "A"))).set_index("actor")
        assert found.loc["A"].iloc[2:6].tolist() == [3, 1, 1, 0]
        assert found["supported"].sum() == pytest.approx(1)
        assert found["targeted"].idxmax() in ("X", "Y", "B")
        assert found.index[0] in ("A", "B", "X")

    def test_standing_solves_its_equation(self) -> None:
        graph = network(*CAMPS)
        ties = analysis.directed_ties(graph)
        signs = nx.to_numpy_array(ties, weight="sign")
        a = np.where(signs < 0, -2.0, signs)
        c = 1 / (2 * (len(a) - 1))
        found = analysis.centralities(graph).set_index("actor_id").loc[list(ties)]
        for name, way in (("standing_out", a), ("standing_in", a.T)):
            right = np.linalg.solve(np.eye(len(a)) - c * c * way @ way.T, (np.eye(len(a)) + c * way) @ np.ones(len(a)))
            assert found[name].to_numpy() == pytest.approx(right, abs=1e-9)

    def test_without_hostile_ties_nobody_is_a_target(self) -> None:
        assert set(analysis.centralities(network(("A", 1, "B")))["targeted"]) == {0.0}
        assert analysis.centralities(nx.MultiDiGraph()).empty


class TestBlocs:
    def test_camps_are_found_with_who_they_are_against(self) -> None:
        graph = network(*CAMPS)
        found = analysis.blocs(graph)
        camps = {frozenset(members) for _, members in found.groupby("bloc")["actor"]}
        assert frozenset("XYZ") <= max(camps, key=lambda c: len(c & set("XYZ")))
        assert any(set("ABC") <= camp and not camp & set("XYZ") for camp in camps)
        ties = analysis.bloc_ties(graph, found)
        across = ties[ties["bloc"] != ties["other"]]
        assert across["hostile"].sum() == 3
        assert ties[["cooperative", "hostile"]].to_numpy().sum() == len(CAMPS)

    @pytest.mark.parametrize("seed", range(6))
    def test_no_division_is_better_on_small_networks(self, seed: int) -> None:
        at = random.Random(seed)
        graph = network(*((a, at.choice([1, 1, -1]), b) for a, b in (at.sample("ABCDEF", 2) for _ in range(9))))
        found = analysis.blocs(graph)
        mine = dict(zip(found["actor_id"], found["bloc"], strict=True))
        actors = sorted(mine)
        friends = nx.Graph((a, b) for a, b, net in analysis.signed_ties(graph).edges(data="net") if net > 0)
        friends.add_nodes_from(actors)
        best = max(
            analysis.modularity(graph, dict(zip(actors, part, strict=True)))
            for part in partitions(len(actors))
            if held_together(friends, actors, part)
        )
        assert analysis.modularity(graph, mine) >= best - 0.03

    def test_one_bloc_of_all_is_worth_nothing(self) -> None:
        graph = network(*CAMPS)
        assert analysis.modularity(graph, dict.fromkeys(graph, 1)) == pytest.approx(0)

    def test_a_common_enemy_alone_makes_no_bloc(self) -> None:
        found = analysis.blocs(network(("A", -1, "E"), ("B", -1, "E"), ("A", 1, "C"), ("E", 1, "F"))).set_index("actor")
        assert found.loc["B", "bloc"] not in (found.loc["A", "bloc"], found.loc["E", "bloc"])

    def test_an_enemy_is_in_no_bloc_with_its_enemy(self) -> None:
        found = analysis.blocs(network(("A", -1, "B"))).set_index("actor")["bloc"]
        assert found["A"] != found["B"]
        assert analysis.blocs(network(("A", 0, "B"))).empty


def held_together(friends: nx.Graph[str], actors: list[str], part: tuple[int, ...]) -> bool:
    """Whether friendly ties lead from each member of a bloc to each other."""
    members = ([actor for actor, bloc in zip(actors, part, strict=True) if bloc == each] for each in set(part))
    return all(nx.is_connected(friends.subgraph(m)) for m in members)


def partitions(count: int, used: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    """Every way to divide so many into blocs."""
    if len(used) == count:
        return [used]
    return [p for bloc in range(max(used, default=-1) + 2) for p in partitions(count, (*used, bloc))]


class TestBalance:
    def test_each_kind_of_triangle(self) -> None:
        def only(*signs: int) -> tuple[str, bool, str]:
            graph = network(("A", signs[0], "B"), ("B", signs[1], "C"), ("A", signs[2], "C"))
            [row] = analysis.triangles(graph).itertuples()
            return row.kind, bool(row.strained), row.in_words

        assert only(1, 1, 1) == ("+++", False, "A, B and C stand together")
        assert only(1, -1, 1) == ("++-", True, "A is friends with both B and C, who are enemies")
        assert only(-1, -1, 1) == ("+--", False, "A and C stand together against B")
        assert only(-1, -1, -1) == ("---", True, "A, B and C are all enemies")

    def test_counts_shares_and_chance(self) -> None:
        graph = network(*CAMPS)
        found = analysis.balance(graph).set_index("kind")
        assert found["triangles"].to_dict() == {"+++": 2, "++-": 1, "+--": 2, "---": 0}
        assert found["expected"].sum() == pytest.approx(1)
        assert found.loc["+++", "expected"] == pytest.approx((8 / 11) ** 3)
        assert analysis.balance_degree(graph) == pytest.approx(4 / 5)
        assert analysis.triangles(graph).iloc[0][["a", "b", "c", "strained"]].tolist() == ["M", "A", "X", True]

    def test_no_triangle_is_no_strain(self) -> None:
        assert analysis.balance_degree(network(("A", 1, "B"))) == 1
        assert analysis.triangles(network(("A", 1, "B"))).empty


class TestBrokers:
    def test_who_has_friends_among_enemies(self) -> None:
        found = analysis.brokers(network(*CAMPS)).set_index("actor")
        assert found.index[0] == "M"
        assert found.loc["M", "between_enemies"] == 1

    def test_the_five_roles(self) -> None:
        pairs = [("a1", "a2"), ("a2", "a3"), ("a3", "b1"), ("b1", "b2"), ("b2", "c1"), ("c1", "b3")]
        graph = network(*((a, 1, b) for a, b in pairs))
        found = analysis.blocs(graph)
        found["bloc"] = [{"a": 1, "b": 2, "c": 3}[name[0]] for name in found["actor"]]
        roles = analysis.brokers(graph, found).set_index("actor")
        assert roles.loc["a2", "coordinator"] == 1
        assert roles.loc["a3", "representative"] == 1
        assert roles.loc["b1", "gatekeeper"] == 1
        assert roles.loc["c1", "consultant"] == 1
        found["bloc"] = range(len(found))
        assert analysis.brokers(graph, found)["liaison"].sum() == 5


class TestTime:
    DAYS = ("2024-11-20", "2024-11-21", "2024-12-02", "2024-12-03")

    def test_events_have_a_certain_day(self) -> None:
        days = "2024-11-20T08:00:00Z", "2011", "2024-11-19"
        graph = network(("A", 1, "B"), ("A", 1, "C"), ("A", -1, "D"), days=days)
        graph.edges["d:A", "d:D", "st:2"]["evidence"][0]["when"] = "2024-11-18"
        found = analysis.events(graph)
        assert found[["day", "actor", "other", "sign"]].to_numpy().tolist() == [
            ["2024-11-18", "A", "D", -1], ["2024-11-20", "A", "B", 1],
        ]  # fmt: skip

    def test_change_says_who_turned(self) -> None:
        graph = network(("A", 1, "B"), ("C", 1, "D"), ("B", -1, "A"), ("E", 1, "A"), days=self.DAYS)
        found = analysis.change(graph, (None, "2024-11"), ("2024-12", None)).set_index(["actor", "other"])
        assert found["change"].to_dict() == {("A", "B"): "turned", ("C", "D"): "gone", ("A", "E"): "new"}
        assert found.loc[("A", "B"), "net_change"] == -2
        assert found.loc[("A", "B"), "surprise"] == pytest.approx(0)
        # One of two before, none of two after, where half of one was to be expected in each.
        assert found.loc[("C", "D"), "surprise"] == pytest.approx(2 * (log(2) + log(1 / 1.5) + 2 * log(2 / 1.5)))

    def test_a_burst_is_where_it_is(self) -> None:
        counts = [(1, 10)] * 10 + [(8, 10)] * 3 + [(1, 10)] * 10
        [(first, last, of_it, of_all, weight)] = _bursts(counts, 2.0, 1.0)
        assert (first, last, of_it, of_all) == (10, 12, 24, 30)
        assert weight > log(len(counts))
        assert _bursts([(1, 10)] * 20, 2.0, 1.0) == []
        assert _bursts([(3, 3)], 2.0, 1.0) == []

    def test_bursts_of_actors(self) -> None:
        claims, days = [], []
        for n in range(28):
            for k in range(4):
                hot = n in (14, 15)
                claims.append(("Hot", -1, f"T{k}") if hot else (f"S{k}", 1, f"T{k}"))
                days.append(f"2024-11-{n + 1:02}")
        found = analysis.bursts(network(*claims, days=tuple(days)))
        assert found.iloc[0][["what", "start", "end", "statements"]].tolist() == ["Hot", "2024-11-15", "2024-11-16", 8]
        with pytest.raises(TriplewireError, match="'mood' is not known; choose from actor, pair"):
            analysis.bursts(network(), of="mood")

    def test_an_ego_network_from_week_to_week(self) -> None:
        graph = network(("A", 1, "B"), ("C", -1, "A"), ("A", 1, "B"), ("D", 0, "E"), days=self.DAYS)
        weeks = analysis.ego_over_time(graph, "a ALIAS")
        assert weeks[["period", "other", "cooperative", "hostile", "net", "new"]].to_numpy().tolist() == [
            ["2024-11-18", "B", 1, 0, 1, True], ["2024-11-18", "C", 0, 1, -1, True],
            ["2024-12-02", "B", 1, 0, 1, False],
        ]  # fmt: skip
        assert analysis.turnover(weeks)[["partners", "new", "gone"]].to_numpy().tolist() == [[2, 2, 0], [1, 0, 1]]
        assert analysis.turnover(weeks)["stability"].iloc[1] == pytest.approx(0.5)
        assert set(analysis.ego_over_time(graph, "d:A", every="month")["period"]) == {"2024-11-01", "2024-12-01"}
        with pytest.raises(TriplewireError, match="Nobody: nobody in this network has this name"):
            analysis.ego_over_time(graph, "Nobody")


def crowd(statements: int, seed: int = 0) -> nx.MultiDiGraph[str]:
    """A network of so many statements among a quarter as many actors, few of whom are in most of them."""
    at = random.Random(seed)
    actors = [f"N{n}" for n in range(statements // 4)]
    claims, days = [], []
    for _ in range(statements):
        a, b = (actors[int(len(actors) * at.random() ** 2.5)] for _ in range(2))
        claims.append((a, at.choice([1, 1, 0, -1]), b))
        days.append(f"2024-{at.randint(1, 12):02}-{at.randint(1, 28):02}")
    return network(*claims, days=tuple(days))


MEASURES = {
    "centralities": analysis.centralities,
    "blocs": analysis.blocs,
    "triangles": analysis.triangles,
    "balance": analysis.balance,
    "brokers": analysis.brokers,
    "bursts": analysis.bursts,
    "change": lambda g: analysis.change(g, (None, "2024-06"), ("2024-07", None)),
    "ego_over_time": lambda g: analysis.ego_over_time(g, "N0"),
}


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_twenty_thousand_statements_take_seconds(name: str, large: nx.MultiDiGraph[str]) -> None:
    start = time.process_time()
    MEASURES[name](large)
    assert time.process_time() - start < 30


@pytest.fixture(scope="module")
def large() -> nx.MultiDiGraph[str]:
    return crowd(20_000)


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_the_same_network_gives_the_same_rows(name: str) -> None:
    graph = crowd(400)
    other: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    other.add_nodes_from(sorted(graph.nodes(data=True)))
    other.add_edges_from(sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]))
    untouched = graph.copy()
    once, twice = MEASURES[name](graph), MEASURES[name](other)
    assert once.equals(MEASURES[name](graph))
    assert nx.utils.graphs_equal(graph, untouched)
    if name not in ("brokers", "centralities"):  # sampled by, or summed in, the order of nodes
        assert once.equals(twice)
