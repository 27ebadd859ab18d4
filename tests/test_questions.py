"""Each canned question has the answer that a reader of the articles would give, whatever order they came in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from made import analysed, says, story
from questioned import world
from triplewire.graph.sparql import canned_queries
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.iri import entity_iri

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Question, parameters, columns, and the rows, in their order.
ANSWERS: list[tuple[str, dict[str, str], str, list[tuple[Any, ...]]]] = [
    ("who-supports", {"actor": "Hezbollah"}, "supporter relation certainty", [("Iran", "back", "certain")] * 2),
    ("who-supports", {"actor": "HTS"}, "supporter according_to", [("Turkey", "officials")]),
    ("who-opposes", {"actor": "HTS"}, "opponent relation", [("Russia", "attack"), ("Turkey", "attack")]),
    ("members-of", {"whole": "Axis"}, "member type articles", [("Hezbollah", "ArmedGroup", 1)]),
    ("office-holders", {"body": "Red Cross"}, "person relation articles", [("Rana Haddad", "be head of", 1)]),
    ("what-did", {"actor": "Turkey", "target": "HTS"}, "date relation polarity according_to", [
        ("2024-12-02", "attack", "negative", "Rana Haddad"), ("2024-12-04", "attack", "positive", None),
        ("2024-12-05", "back", "positive", "officials"),
    ]),
    ("what-did", {"actor": "Turkey", "target": "HTS", "since": "2024-12-03", "until": "2024-12-04"},
     "date relation", [("2024-12-04", "attack")]),
    ("what-happened-in", {"place": "Aleppo", "since": "2024-11-30"}, "date subject relation object", [
        ("2024-11-30", "HTS", "capture", "Aleppo"), ("2024-12-01", "HTS", "capture", "Aleppo"),
        ("2024-12-01", "Russia", "attack", "HTS"),
    ]),
    ("who-claims", {"actor": "HTS"}, "source subject relation polarity", [
        ("Rana Haddad", "Turkey", "attack", "negative"), ("officials", "Turkey", "back", "positive"),
    ]),
    ("what-a-source-says", {"source": "Rana Haddad"}, "published subject relation object polarity", [
        ("2024-12-02", "Hezbollah", "be proxy of", "Iran", "positive"),
        ("2024-12-02", "Turkey", "attack", "HTS", "negative"),
    ]),
    ("unconfirmed", {"actor": "Iran"}, "subject relation object source", [
        ("Hezbollah", "be proxy of", "Iran", "Rana Haddad"), ("Iran", "meet", "Russia", "officials"),
    ]),
    ("what-is-denied", {}, "subject relation object denied_by stated_as_fact",
     [("Turkey", "attack", "HTS", "Rana Haddad", True)]),
    ("what-is-denied", {"actor": "Iran"}, "subject", []),
    ("what-is-planned", {}, "subject relation object according_to",
     [("Iran", "deploy", "Aleppo", None), ("Iran", "meet", "Russia", "officials")]),
    ("what-is-planned", {"actor": "Turkey"}, "subject", []),
    ("contradicted", {}, "subject relation object affirms denies",
     [("Turkey", "attack", "HTS", "Turkey attack HTS.", "Turkey attack HTS.")]),
    ("friend-or-foe", {}, "subject object friendly says hostile",
     [("Turkey", "HTS", "back", "officials", "attack")]),
    ("friend-or-foe", {"actor": "Iran"}, "subject", []),
    ("most-told", {}, "subject relation object sources outlets texts articles",
     [("HTS", "capture", "Aleppo", 2, 4, 2, 4), ("Iran", "back", "Hezbollah", 1, 2, 1, 2)]),
    ("most-told", {"at_least": "2"}, "subject sources", [("HTS", 2)]),
    ("most-told", {"actor": "Iran"}, "subject sources", [("Iran", 1)]),
    ("copies", {}, "outlet published", [("Lantern", "2024-11-30"), ("Meridian", "2024-11-30"), ("Post", "2024-12-01")]),
    ("copies", {"at_least": "4"}, "outlet", []),
    ("first-and-last", {"actor": "Aleppo"}, "subject relation first_told last_told articles",
     [("HTS", "capture", "2024-11-30", "2024-12-02", 4), ("Iran", "deploy", "2024-12-05", "2024-12-05", 1)]),
    ("over-time", {"actor": "HTS"}, "month friendly hostile", [("2024-11", 0, 3), ("2024-12", 1, 3)]),
    ("over-time", {"actor": "HTS", "other": "Turkey"}, "month friendly hostile", [("2024-12", 1, 1)]),
    ("what-is-new", {"actor": "HTS", "since": "2024-12-02"}, "first_told subject relation object articles", [
        ("2024-12-02", "Russia", "attack", "HTS", 1), ("2024-12-05", "Turkey", "attack", "HTS", 1),
        ("2024-12-05", "Turkey", "back", "HTS", 1),
    ]),
    ("new-actors", {"since": "2024-12-05"}, "actor type first_seen articles", [("Israel", "Country", "2024-12-05", 1)]),
    ("new-actors", {"since": "2024-12", "until": "2024-12-04"}, "actor articles",
     [("Russia", 2), ("Turkey", 2), ("Axis", 1), ("Rana Haddad", 1), ("Red Cross", 1)]),
    ("who-met", {"actor": "Turkey"}, "date whom tense",
     [("2024-11-28", "Iran", "past"), ("2024-12-02", "Russia", "past")]),
    ("who-met", {"actor": "Russia", "since": "2024-12-03"}, "whom tense according_to",
     [("Iran", "future", "officials")]),
    ("go-betweens", {"actor": "Iran", "other": "Russia"},
     "who type articles_with_the_one articles_with_the_other", [("Turkey", "Country", 1, 1)]),
    ("who-controls", {"place": "Aleppo"}, "date holder", [
        ("2024-12-01", "HTS"), ("2024-11-30", "HTS"), ("2024-11-29", "HTS"), ("2024-11-29", "HTS"),
    ]),
    ("proxies", {}, "patron proxy relation according_to", [
        ("Iran", "Hezbollah", "back", None), ("Iran", "Hezbollah", "back", None),
        ("Iran", "Hezbollah", "be proxy of", "Rana Haddad"), ("Turkey", "HTS", "back", "officials"),
    ]),
    ("proxies", {"actor": "Turkey"}, "proxy", [("HTS",)]),
    ("enemies-of-enemies", {"actor": "Turkey"}, "who shared_enemies such_as friendly_too hostile_too",
     [("Russia", 1, "HTS", False, False)]),
    ("enemies-of-enemies", {"actor": "Hezbollah"}, "who shared_enemies such_as friendly_too",
     [("Iran", 1, "Israel", True)]),
    ("who-is", {"actor": "Hezbollah"}, "relation object type articles", [("be member of", "Axis", "memberOf", 1)]),
]  # fmt: skip


@pytest.fixture(scope="module", params=[1, -1], ids=["in order", "the other way round"])
def kg(request: pytest.FixtureRequest) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open() as graph:
        for analysis in list(world())[:: request.param]:
            graph.add(analysis)
        yield graph


@pytest.mark.parametrize(("name", "given", "columns", "rows"), ANSWERS, ids=[f"{n} {g}" for n, g, _, _ in ANSWERS])
def test_answers(
    kg: KnowledgeGraph, name: str, given: dict[str, str], columns: str, rows: list[tuple[Any, ...]]
) -> None:
    found = kg.ask(name, **given)
    assert isinstance(found, pd.DataFrame)
    assert [tuple(row) for row in found[columns.split()].to_numpy().tolist()] == rows


def test_every_question_is_asked() -> None:
    assert {q.name for q in canned_queries()} == {name for name, _, _, _ in ANSWERS}
    assert len(canned_queries()) >= 20


def test_the_world_is_sound(kg: KnowledgeGraph) -> None:
    assert kg.validate() == []


def test_an_article_gone_is_a_source_less(kg: KnowledgeGraph) -> None:
    with KnowledgeGraph.open() as graph:
        for analysis in world():
            graph.add(analysis)
        graph.remove("ledger-2.txt")
        found = graph.ask("most-told")
        assert isinstance(found, pd.DataFrame)
        assert found[["sources", "texts", "articles"]].to_numpy().tolist()[0] == [1, 1, 3]


def test_a_relation_is_contradicted_in_other_words_too() -> None:
    post, ledger = (story(f"{name}.txt", f"The {name} tells it.") for name in ("post", "ledger"))
    with KnowledgeGraph.open() as graph:
        typed = {"relation_type": "attacks", "event_type": "ASSAULT", "sign": -1}
        graph.add(analysed(post, [says(post, "Iran", "bomb", "Syria", **typed)]))
        graph.add(analysed(ledger, [says(ledger, "Iran", "attack", "Syria", polarity="negative")]))
        found = graph.ask("contradicted")
        assert isinstance(found, pd.DataFrame)
        assert found[["relation", "affirms", "denies"]].to_numpy().tolist() == [
            ["bomb", "The post tells it.", "The ledger tells it."]
        ]


@pytest.mark.parametrize(
    "affirms",
    [{"attributed_to": "Rana Haddad", "attributed_to_id": entity_iri("Rana Haddad")}, {"certainty": "possible"},
     {"tense": "future"}],
)  # fmt: skip
def test_nobody_contradicts_himself_or_what_is_only_possible_or_planned(affirms: dict[str, Any]) -> None:
    post, ledger = (story(f"{name}.txt", f"The {name} tells it.") for name in ("post", "ledger"))
    by = {"attributed_to": "Rana Haddad", "attributed_to_id": entity_iri("Rana Haddad")}
    with KnowledgeGraph.open() as graph:
        graph.add(analysed(ledger, [says(ledger, "Iran", "attack", "Syria", polarity="negative", **by)]))
        graph.add(analysed(post, [says(post, "Iran", "attack", "Syria", **affirms)]))
        assert len(graph.ask("contradicted")) == 0  # type: ignore[arg-type]
        graph.add(analysed(post, [says(post, "Iran", "attack", "Syria")]))
        assert len(graph.ask("contradicted")) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "columns", "rows"),
    [
        ("what-happened-in", "date subject relation object site", [
            ("2024-12-01", "Hezbollah", "capture", "Aleppo", "Aleppo"),
            ("2024-12-02", "Rana Haddad", "collapse in", "Aleppo", "Aleppo"),
            ("2024-12-02", "Rana Haddad", "praise", "Red Cross", "Aleppo"),
            ("2024-12-03", "Iran", "attack", "Syria", "Syria"),
        ]),
        ("who-controls", "date holder held", [("2024-12-01", "Hezbollah", "Aleppo")]),
    ],
)  # fmt: skip
def test_what_happens_in_a_town_happens_in_its_country(name: str, columns: str, rows: list[tuple[str, ...]]) -> None:
    post = story("post.txt", "The Post tells it.")
    capture = {"relation_type": "captures", "event_type": "ASSAULT", "sign": -1, "when": "2024-12-01"}
    told = [
        says(post, "Hezbollah", "capture", "Aleppo", **capture),
        says(post, "Rana Haddad", "collapse in", "Aleppo", where="Aleppo", when="2024-12-02"),
        says(post, "Rana Haddad", "praise", "Red Cross", event_type="SUPPORT", where="Aleppo", when="2024-12-02"),
        says(post, "Rana Haddad", "be in", "Aleppo", where="Aleppo", when="2024-12-02"),
        says(post, "Iran", "attack", "Syria", when="2024-12-03"),
        says(post, "Rana Haddad", "blame", "Syria", relation_type="accuses", event_type="ACCUSE", when="2024-12-04"),
    ]
    analysis = analysed(post, told)
    things = tuple(
        replace(e, country="Syria") if e.label in ("Aleppo", "Rana Haddad") else e for e in analysis.entities
    )
    with KnowledgeGraph.open() as graph:
        graph.add(replace(analysis, entities=things))
        found = graph.ask(name, place="Syria")
        assert isinstance(found, pd.DataFrame)
        assert [tuple(row) for row in found[columns.split()].to_numpy().tolist()] == rows


def test_two_friends_and_foes_are_one_row_of_two_voices() -> None:
    post, ledger = (story(f"{name}.txt", f"The {name} tells it.") for name in ("post", "ledger"))
    by = {"attributed_to": "Rana Haddad", "attributed_to_id": entity_iri("Rana Haddad"), "start": 90, "end": 94}
    with KnowledgeGraph.open() as graph:
        graph.add(analysed(post, [says(post, "Iran", r, "Syria") for r in ("attack", "support")]))
        graph.add(
            analysed(ledger, [says(ledger, "Iran", "attack", "Syria"), says(ledger, "Iran", "support", "Syria", **by)])
        )
        found = graph.ask("friend-or-foe")
        assert isinstance(found, pd.DataFrame)
        assert found[["friendly", "hostile", "all_friendly", "all_hostile"]].to_numpy().tolist() == [
            ["support", "attack", 2, 2]
        ]
        assert (found["says"] != found["but_says"]).all()


def test_one_pair_with_two_labels_is_one_row() -> None:
    post, ledger = (story(f"{name}.txt", f"The {name} tells it.") for name in ("post", "ledger"))
    with KnowledgeGraph.open() as graph:
        graph.add(analysed(post, [says(post, "Iran", "attack", "Syria")]))
        other = analysed(ledger, [says(ledger, "Iran", "support", "Syria")])
        graph.add(replace(other, entities=tuple(replace(e, label=f"The {e.label}") for e in other.entities)))
        found = graph.ask("friend-or-foe")
        assert isinstance(found, pd.DataFrame)
        assert found[["subject", "object", "friendly", "hostile"]].to_numpy().tolist() == [
            ["Iran", "Syria", "support", "attack"]
        ]


@pytest.mark.parametrize(("name", "column"), [("what-happened-in", "site"), ("who-controls", "held")])
@pytest.mark.parametrize("keep", ["Syria", "Levant"])
def test_a_country_keeps_its_towns_when_it_goes_by_another_name(name: str, column: str, keep: str) -> None:
    post, ledger, wire = (story(f"{name}.txt", f"The {name} tells it.") for name in ("post", "ledger", "wire"))
    capture = {"relation_type": "captures", "event_type": "ASSAULT", "sign": -1}
    town = analysed(post, [says(post, "Hezbollah", "capture", "Aleppo", **capture)])
    things = tuple(replace(e, country="Syria" if e.label == "Aleppo" else None) for e in town.entities)
    country = analysed(wire, [says(wire, "Iran", "support", "Levant", object_type="Country")])
    other = tuple(replace(e, type="Country") for e in country.entities)
    with KnowledgeGraph.open() as graph:
        graph.add(replace(town, entities=things))
        graph.add(analysed(ledger, [says(ledger, "Iran", "support", "Syria")]))
        graph.add(replace(country, entities=other))
        graph.merge(keep, "Levant" if keep == "Syria" else "Syria")
        assert list(graph.ask(name, place=keep)[column]) == ["Aleppo"]  # type: ignore[call-overload,index]


def test_a_denial_is_of_an_act_or_a_tie() -> None:
    post = story("post.txt", "The Post tells it.")
    with KnowledgeGraph.open() as graph:
        graph.add(analysed(post, [says(post, "Iran", r, "Syria", polarity="negative") for r in ("attack", "deploy")]))
        assert list(graph.ask("what-is-denied")["relation"]) == ["attack"]  # type: ignore[call-overload,index]
