"""Canned queries run on any graph, filters mean what they say, and parameters are values, never text of the query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
import rdflib
from made import analysed, says, story
from triplewire.graph.actors import actors_named
from triplewire.graph.filters import Filter
from triplewire.graph.sparql import canned, canned_queries
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.errors import UsageError
from triplewire.ontology.iri import TW, entity_iri
from triplewire.ontology.model import Analysis, Entity

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def kg() -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open() as graph:
        post = story("post.txt", "The post tells it.", source="Harbour Post", published="2024-11-20")
        ledger = story("ledger.txt", "The ledger tells it.", source="Daily Ledger", published="2024-11-29T08:00:00Z")
        member = {"relation_type": "memberOf", "event_type": None, "sign": 0}
        graph.add(
            analysed(post, [
                says(post, "Iran", "support", "Syria", start=0, when="2024-11-18"),
                says(post, "Iran", "attack", "Hezbollah", start=1, polarity="negative", attributed_to="Rana Haddad",
                     attributed_to_id=entity_iri("Rana Haddad")),
                says(post, "Hezbollah", "be member of", "Red Cross", start=2, **member),
                says(post, "Rana Haddad", "be head of", "Red Cross", start=3, relation_type="leads", sign=0),
                says(post, "Iran", "deploy", "two brigades", start=4, tense="future", where="Aleppo"),
            ])
        )  # fmt: skip
        graph.add(
            analysed(ledger, [
                says(ledger, "Iran", "support", "Syria", start=0, attributed_to="officials"),
                says(ledger, "Iran", "attack", "Hezbollah", start=1, when="2024-11-28"),
                says(ledger, "Syria", "attack", "Aleppo", start=2, event_type="ASSAULT"),
            ])
        )  # fmt: skip
        yield graph


def records(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in frame[list(columns)].to_numpy().tolist()]


def test_every_canned_query_is_described_and_runs(kg: KnowledgeGraph) -> None:
    some = {"actor": "Iran", "date": "2024", "number": "1", "text": "x"}
    found = canned_queries()
    assert len(found) >= 8
    for query in found:
        assert query.title.endswith("?")
        assert query.description.endswith(".")
        for given in (
            {p.name: some[p.type] for p in query.parameters},
            {p.name: some[p.type] for p in query.parameters if not p.optional},
        ):
            assert isinstance(kg.ask(query.name, **given), pd.DataFrame)


@pytest.mark.parametrize("hostile", ['x" } UNION { ?s ?p ?o } #', "<http://e.org/> } #", "?o", "\\", "\u0000"])
def test_a_hostile_parameter_is_only_a_name_that_nobody_has(kg: KnowledgeGraph, hostile: str) -> None:
    with pytest.raises(UsageError, match="nobody in this graph has this name"):
        kg.ask("who-supports", actor=hostile)
    found = kg.query("SELECT ?x { ?x rdfs:label ?name }", name=hostile)
    assert isinstance(found, pd.DataFrame)
    assert found.empty


def test_names_are_found_by_alias_and_without_case(kg: KnowledgeGraph) -> None:
    with KnowledgeGraph.open() as other:
        article = story("a.txt", "Words.")
        rows = (says(article, "Iran", "support", "Syria"),)
        things = (
            Entity(entity_iri("Iran"), "Iran", "Country", ("Tehran",)),
            Entity(entity_iri("Syria"), "Syria", "Country"),
        )
        other.add(Analysis(article, rows, (), things))
        for name in ("Iran", "iran", "tehran", entity_iri("Iran")):
            assert len(other.statements(Filter(actors=(name,)))) == 1
        with pytest.raises(UsageError, match="Teheran: nobody in this graph has this name; did you mean Tehran"):
            other.statements(Filter(actors=("Teheran",)))


def test_an_alias_as_it_is_written_comes_before_one_in_other_letters() -> None:
    with KnowledgeGraph.open() as other:
        article = story("a.txt", "Words.")
        things = (
            Entity(entity_iri("Iran"), "Iran", "Country", ("MIT",)),
            Entity(entity_iri("Syria"), "Syria", "Country", ("Mit",)),
        )
        other.add(Analysis(article, (says(article, "Iran", "support", "Syria"),), (), things))
        assert actors_named(other.store, "MIT") == [entity_iri("Iran")]
        assert actors_named(other.store, "Mit") == [entity_iri("Syria")]
        with pytest.raises(UsageError, match="nobody in this graph"):
            actors_named(other.store, "\udc80")
        assert actors_named(other.store, "mit") == [entity_iri("Iran"), entity_iri("Syria")]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "who-supports: needs the parameter actor: who is supported; add actor="),
        ({"actor": "Iran", "place": "Aleppo"}, "who-supports: has no parameter 'place'; it takes actor"),
    ],
)
def test_wrong_parameters_are_named(kg: KnowledgeGraph, given: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        kg.ask("who-supports", **given)


def test_values_must_be_of_the_parameters_type(kg: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="since: 'last week' is no date; write it as 2024"):
        kg.ask("what-happened-in", place="Aleppo", since="last week")
    with pytest.raises(UsageError, match="at_least: 'many' is no whole number"):
        kg.ask("most-told", at_least="many")


def test_only_actors_are_suggested_for_actors(kg: KnowledgeGraph) -> None:
    with pytest.raises(UsageError) as raised:
        actors_named(kg.store, "suport")
    assert "support" not in str(raised.value), "a relation is nobody"


def test_an_unknown_canned_query_is_told_the_known_ones() -> None:
    with pytest.raises(UsageError, match="nothing: no canned query has this name; choose from contradicted, "):
        canned("nothing")
    with pytest.raises(UsageError, match=r"who-suports: no canned query has this name; did you mean who-supports"):
        canned("who-suports")


def test_bindings_of_a_free_query_are_terms(kg: KnowledgeGraph) -> None:
    iran = rdflib.URIRef(entity_iri("Iran"))
    found = kg.query("SELECT ?o { ?who tw:supports ?o }", who=iran)
    assert isinstance(found, pd.DataFrame)
    assert found["o"].tolist() == [entity_iri("Syria")]
    assert kg.query('ASK { ?who rdfs:label ?l FILTER(?l != "{") # {\n }', l=["Iran", "nobody"]) is True
    graph = kg.query("CONSTRUCT { ?s tw:supports ?o } WHERE { ?s tw:supports ?o }", s=iran)
    assert isinstance(graph, rdflib.Graph)
    assert list(graph) == [(iran, rdflib.URIRef(TW + "supports"), rdflib.URIRef(entity_iri("Syria")))]
    with pytest.raises(UsageError, match="is no name of a variable"):
        kg.query("SELECT * {}", **{"a } #": "x"})


def test_numbers_come_as_numbers_and_nothing_as_none(kg: KnowledgeGraph) -> None:
    found = kg.query("SELECT (1 AS ?a) (0.5 AS ?b) (true AS ?c) ?d {}")
    assert isinstance(found, pd.DataFrame)
    assert found.to_numpy().tolist() == [[1, 0.5, True, None]]


@pytest.mark.parametrize("text", ["SELECT * {", "SELECT ?s { ?s nope:x ?o }", "DROP ALL", ""])
def test_what_is_no_query_is_refused_in_one_line(kg: KnowledgeGraph, text: str) -> None:
    with pytest.raises(UsageError, match="query: is not SPARQL") as caught:
        kg.query(text)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("SELECT ?s { ?s ?p ?o } LIMIT many", "line 1, column 30, at “many”"),
        ("SELECT ?s {\n  ?s tw:supports ?o\n  ?o ?p ?x }", "line 3, column 11, at “}”"),
        ("SELECT ?s { ?s tw:supports", "line 1, column 27, where the text ends"),
        ("SELEKT ?s { ?s ?p ?o }", "line 1, column 10, at “{”"),
        ("PREFIX x: <https://x.example/> DELETE WHERE { x:a ?p ?o }", "it is an update, and a query only reads"),
        ("SELECT ?s { ?s nope:x ?o }", "line 1, column 22: Prefix not found"),
    ],
)
def test_where_a_query_goes_wrong_is_told(kg: KnowledgeGraph, text: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        kg.query(text)
    assert f"({told})" in str(caught.value)


# The filter of statements


def relations(kg: KnowledgeGraph, **conditions: Any) -> list[str]:
    found = kg.statements(Filter(**conditions))
    return sorted(f"{s} {r}" for s, r in zip(found["subject"], found["relation"], strict=True))


@pytest.mark.parametrize(
    ("conditions", "count"),
    [
        ({}, 8),
        ({"actors": ("Red Cross",)}, 2),
        ({"relation_types": ("attacks",)}, 3),
        ({"polarity": "negative"}, 1),
        ({"certainty": ("possible",)}, 0),
        ({"include": ()}, 5),
        ({"include": ("planned",)}, 6),
        ({"include": ("attributed",)}, 6),
        ({"include": ("attributed", "denied")}, 7),
        ({"articles": ("ledger.txt",)}, 3),
        ({"since": "2024-11-29"}, 2),
        ({"until": "2024-11-19"}, 1),
        ({"since": "2024-11-20", "until": "2024-11-28"}, 5),
        ({"around": "Rana Haddad"}, 1),
        ({"around": "Rana Haddad", "hops": 2}, 2),
        ({"around": "Rana Haddad", "hops": 2, "relation_types": ("leads",)}, 1),
    ],
)
def test_filters(kg: KnowledgeGraph, conditions: dict[str, Any], count: int) -> None:
    assert len(relations(kg, **conditions)) == count


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        ({"since": "last week"}, "--since: 'last week' is no date; write it as 2024"),
        ({"certainty": ("sure",)}, "--certainty: 'sure' is not known; choose from certain, probable, possible"),
        ({"polarity": "no"}, "--polarity: 'no' is not known"),
        ({"include": ("claims",)}, "--include: 'claims' is not known; choose from attributed, planned"),
        ({"hops": -1}, "--hops: -1 is less than nothing"),
    ],
)
def test_wrong_conditions_are_named(conditions: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        Filter(**conditions)


def test_explain_shows_sentence_source_and_date(kg: KnowledgeGraph) -> None:
    found = kg.explain("hezbollah", "Iran").sort_values("published")
    assert records(found, "polarity", "attributed_to", "source", "published") == [
        ("negative", "Rana Haddad", "Harbour Post", "2024-11-20"),
        ("positive", None, "Daily Ledger", "2024-11-29T08:00:00Z"),
    ]


def test_entities_are_counted(kg: KnowledgeGraph) -> None:
    found = kg.entities().set_index("entity")
    assert found.loc["Iran", ["type", "articles", "statements"]].tolist() == ["Country", 2, 3]
    assert "officials" not in found.index


def test_stats_count_each_thing_once(kg: KnowledgeGraph) -> None:
    found = kg.stats()
    assert (found["articles"], found["statements"], found["mentions"]) == (2, 6, 8)
    assert (found["asserted statements"], found["denied mentions"], found["planned mentions"]) == (5, 1, 1)


def test_a_bound_variable_reaches_the_subqueries_that_give_it(kg: KnowledgeGraph) -> None:
    first = "SELECT ?who WHERE { { SELECT ?who WHERE { ?claim rdf:subject ?who } ORDER BY ?who LIMIT 1 } }"
    found = kg.query(first, who=rdflib.URIRef(entity_iri("Syria")))
    assert isinstance(found, pd.DataFrame)
    assert found["who"].tolist() == [entity_iri("Syria")]
    counted = "SELECT ?n WHERE { { SELECT (COUNT(DISTINCT ?claim) AS ?n) WHERE { ?claim rdf:subject ?who } } }"
    assert len(kg.query(counted, n=6)) == 1  # type: ignore[arg-type]
    assert len(kg.query(counted, n=7)) == 0  # type: ignore[arg-type]
