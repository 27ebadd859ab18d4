"""The store: whole articles in and out, replaced and removed without a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
import rdflib
from made import analysed, archive, says, story
from triplewire.graph import terms as t
from triplewire.graph.actors import article_iris
from triplewire.graph.encode import encode
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.errors import UsageError
from triplewire.ontology.iri import TW, entity_iri, relation_iri
from triplewire.ontology.model import Analysis, Article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUPPORTS = f"ASK {{ <{entity_iri('Iran')}> <{relation_iri('support')}> <{entity_iri('Syria')}> }}"


@pytest.fixture(params=["memory", "folder"])
def kg(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open(None if request.param == "memory" else tmp_path / "deep" / "graph") as graph:
        yield graph


def quads(kg: KnowledgeGraph) -> list[str]:
    return sorted(str(q) for q in kg.store)


def telling(name: str, *objects: str, text: str = "Iran supports Syria.") -> Analysis:
    article = story(name, text)
    return analysed(article, [says(article, "Iran", "support", obj, start=n) for n, obj in enumerate(objects)])


def check_union(kg: KnowledgeGraph) -> None:
    """The default graph is the union of the articles' graphs, no more and no less."""
    articles = set(article_iris(kg.store))
    union = {q.triple for q in kg.store if isinstance(q.graph_name, ox.NamedNode) and q.graph_name.value in articles}
    assert {q.triple for q in kg.store if isinstance(q.graph_name, ox.DefaultGraph)} == union


def test_what_is_added_is_there_and_what_is_removed_leaves_nothing(kg: KnowledgeGraph) -> None:
    kg.add(telling("a.txt", "Syria"))
    before = quads(kg)
    assert kg.query(SUPPORTS) is True
    kg.add(telling("b.txt", "Syria", "Hezbollah", text="Other words."))
    check_union(kg)
    kg.remove("b.txt")
    assert quads(kg) == before
    kg.remove("/news/a.txt")
    assert quads(kg) == []


def test_adding_again_gives_the_same_bytes_and_a_changed_analysis_replaces(kg: KnowledgeGraph) -> None:
    kg.add(telling("a.txt", "Syria"))
    once = quads(kg)
    kg.add(telling("a.txt", "Syria"))
    assert quads(kg) == once
    kg.add(telling("a.txt", "Hezbollah"))
    assert kg.query(SUPPORTS) is False
    assert kg.statements()["object"].tolist() == ["Hezbollah"]
    check_union(kg)


def test_a_file_whose_text_has_changed_replaces_what_the_path_gave(kg: KnowledgeGraph) -> None:
    old, new = telling("a.txt", "Syria"), telling("a.txt", "Hezbollah", text="New words.")
    kg.add(old)
    kg.add(new)
    assert article_iris(kg.store) == [new.article.iri]
    check_union(kg)


def test_a_text_read_from_two_paths_stays_until_both_have_changed(kg: KnowledgeGraph) -> None:
    shared = telling("a.txt", "Syria")
    twin = Analysis(
        Article(iri=shared.article.iri, text=shared.article.text, path="/copy/a.txt"),
        shared.statements,
        (),
        shared.entities,
    )
    kg.add(shared)
    kg.add(twin)
    kg.add(telling("a.txt", "Hezbollah", text="New words."))
    assert len(article_iris(kg.store)) == 2
    moved = telling("a.txt", "Aleppo", text="Newest words.")
    kg.add(
        Analysis(Article(iri=moved.article.iri, text=moved.article.text, path="/copy/a.txt"), moved.statements, (), ())
    )
    assert shared.article.iri not in article_iris(kg.store)
    assert len(article_iris(kg.store)) == 2
    check_union(kg)


def test_lines_that_move_down_in_their_file_stay(kg: KnowledgeGraph) -> None:
    def lines(*texts: str) -> list[Analysis]:
        made = []
        for n, text in enumerate(texts, 1):
            article = story("feed.jsonl", text)
            article = Article(iri=article.iri, text=text, path=f"/news/feed.jsonl#{n}")
            made.append(analysed(article, [says(article, "Iran", "support", "Syria")]))
        return made

    for texts in (["one", "two", "three"], ["zero", "one", "two", "three"]):
        kg.load([encode(a) for a in lines(*texts)])
        assert article_iris(kg.store) == sorted(a.article.iri for a in lines(*texts))
    for analysis in lines("new", "zero", "one", "two", "three"):
        kg.add(analysis)
    assert len(article_iris(kg.store)) == 5
    check_union(kg)


def test_an_article_with_an_address_is_not_bound_to_its_path(kg: KnowledgeGraph) -> None:
    for n in (1, 2):
        article = Article(iri=f"https://example.org/{n}", text="Words.", path="/news/feed.jsonl#1")
        kg.add(analysed(article, [says(article, "Iran", "support", "Syria")]))
    assert len(article_iris(kg.store)) == 2


def test_many_at_once_are_the_same_graph_as_one_by_one(kg: KnowledgeGraph) -> None:
    made = archive(9)
    kg.load([encode(a) for a in made])
    check_union(kg)
    with KnowledgeGraph.open() as other:
        for analysis in reversed(made):
            other.add(analysis)
        assert quads(other) == quads(kg)


def test_the_union_holds_each_triple_once(kg: KnowledgeGraph) -> None:
    kg.add(telling("a.txt", "Syria"))
    kg.add(telling("b.txt", "Syria", text="Other words."))
    found = kg.query("SELECT (COUNT(*) AS ?n) { ?who tw:supports ?whom ; rdfs:label ?label }")
    assert found["n"].tolist() == [1]
    told = kg.query("SELECT ?a { GRAPH ?a { ?who tw:supports ?whom } }")
    assert len(told) == 2


def test_rdflib_sees_the_same_graph(kg: KnowledgeGraph) -> None:
    kg.add(telling("a.txt", "Syria"))
    dataset = kg.dataset
    triple = (rdflib.URIRef(entity_iri("Iran")), rdflib.URIRef(TW + "supports"), rdflib.URIRef(entity_iri("Syria")))
    assert triple in dataset.default_graph
    rows = dataset.default_graph.query("SELECT ?label { ?x a tw:Country ; rdfs:label ?label } ORDER BY ?label")
    assert [str(row.label) for row in rows] == ["Iran", "Syria"]
    article = dataset.graph(rdflib.URIRef(article_iris(kg.store)[0]))
    assert triple in article


def test_the_run_stands_in_the_ledger_alone(kg: KnowledgeGraph) -> None:
    kg.load([encode(telling("a.txt", "Syria"))], run="https://w3id.org/triplewire/data/run/1")
    kg.record(
        "https://w3id.org/triplewire/data/run/1", "2024-12-01T10:00:00Z", "2024-12-01T10:01:00Z", "triplewire 0.1.0"
    )
    ended = f"SELECT ?a ?when {{ GRAPH <{t.LEDGER}> {{ ?a prov:wasGeneratedBy/prov:endedAtTime ?when }} }}"
    assert kg.query(ended)["when"].tolist() == ["2024-12-01T10:01:00Z"]
    assert kg.query("ASK { ?a prov:wasGeneratedBy ?run }") is False


def test_a_graph_in_a_folder_is_there_the_next_time(tmp_path: Path) -> None:
    with KnowledgeGraph.open(tmp_path / "g") as kg:
        kg.add(telling("a.txt", "Syria"))
    for read_only in (False, True):
        with KnowledgeGraph.open(tmp_path / "g", read_only=read_only) as kg:
            assert kg.query(SUPPORTS) is True


def test_an_unknown_or_ambiguous_article_is_named(kg: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="no article of this graph has this address, path or file name"):
        kg.remove("a.txt")
    kg.add(telling("a.txt", "Syria"))
    twin = story("a.txt", "Elsewhere.")
    kg.add(analysed(Article(iri=twin.iri, text=twin.text, path="/copy/a.txt"), []))
    with pytest.raises(UsageError, match="2 articles have this name"):
        kg.remove("a.txt")


def test_what_two_articles_leave_together_is_gone_from_the_union(kg: KnowledgeGraph) -> None:
    """An article gets its path's new text while another, at another path, has the same triples: both go at once."""
    shared, other = telling("a.txt", "Syria"), telling("b.txt", "Syria", text="Other words.")
    kg.load([encode(shared), encode(other)])
    moved = Article(iri=other.article.iri, text=other.article.text, path="/news/a.txt")
    kg.add(analysed(moved, [says(moved, "Iran", "attack", "Hezbollah")]))
    assert kg.query(SUPPORTS) is False
    assert article_iris(kg.store) == [other.article.iri]
    check_union(kg)
