"""The graph as a NetworkX MultiDiGraph: what nodes and edges carry."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from itertools import permutations
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from made import analysed, archive, says, story, thing
from triplewire.graph.actors import actors_named, article_iris
from triplewire.graph.around import ties_only
from triplewire.graph.encode import claim_iri
from triplewire.graph.evidence import analyses, between, ties
from triplewire.graph.filters import KINDS, Filter
from triplewire.graph.network import network
from triplewire.graph.store import KnowledgeGraph
from triplewire.graph.tables import statement_table
from triplewire.ontology.iri import entity_iri
from triplewire.ontology.model import Analysis

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

IRAN, SYRIA = entity_iri("Iran"), entity_iri("Syria")


def two_articles() -> tuple[KnowledgeGraph, str]:
    kg = KnowledgeGraph.open()
    post = story("post.txt", "Some say so.", title="Talks", source="Harbour Post", published="2024-11-20")
    ledger = story("ledger.txt", "It is so.", published="2024-11-29T08:00:00Z")
    sure = says(
        ledger, "Iran", "support", "Syria", start=1, end=3, confidence=0.5, sentence_start=1, sentence="t is so."
    )
    kg.add(
        analysed(post, [
            says(post, "Iran", "support", "Syria", attributed_to="officials", certainty="possible", confidence=0.9),
            says(post, "Iran", "deploy", "two brigades", start=9, end=9),
        ])
    )  # fmt: skip
    kg.add(
        Analysis(ledger, (sure,), (), (thing("Iran", aliases=("Tehran", "Islamic Republic of Iran")), thing("Syria")))
    )
    return kg, claim_iri(sure)


def test_nodes_and_edges_carry_what_the_contract_says() -> None:
    kg, claim = two_articles()
    graph = kg.to_networkx()
    assert isinstance(graph, nx.MultiDiGraph)
    assert dict(graph.nodes(data=True)) == {
        IRAN: {
            "label": "Iran", "type": "Country", "aliases": "Islamic Republic of Iran; Tehran",
            "mentions": 2, "articles": 2,
        },
        SYRIA: {"label": "Syria", "type": "Country", "aliases": "", "mentions": 2, "articles": 2},
    }  # fmt: skip
    [(subject, obj, key, edge)] = graph.edges(keys=True, data=True)
    assert (subject, obj, key) == (IRAN, SYRIA, claim)
    evidence = edge.pop("evidence")
    assert edge == {
        "relation": "support", "relation_id": "https://w3id.org/triplewire/relation/support",
        "relation_type": "supports", "event_type": "SUPPORT", "sign": 1, "asserted": True,
        "polarity": "positive", "certainty": "certain", "tense": "past", "attributed_to": "",
        "first_seen": "2024-11-20", "last_seen": "2024-11-29", "articles": 2, "mentions": 2, "confidence": 0.9,
    }  # fmt: skip
    assert [(e["attributed_to"], e["certainty"], e["title"], e["source"]) for e in evidence] == [
        ("", "certain", "", ""), ("officials", "possible", "Talks", "Harbour Post"),
    ]  # fmt: skip
    assert (evidence[0]["sentence"], evidence[0]["start"], evidence[0]["end"]) == ("t is so.", 0, 2)
    assert evidence[0]["published"] == "2024-11-29T08:00:00Z"


def test_an_edge_without_own_voice_is_not_asserted() -> None:
    kg, _ = two_articles()
    kg.remove("ledger.txt")
    [(_, _, edge)] = kg.to_networkx().edges(data=True)
    assert (edge["asserted"], edge["attributed_to"], edge["certainty"]) == (False, "officials", "possible")
    assert len(kg.to_networkx(Filter(include=()))) == 0


def test_evidence_names_the_first_article_with_the_same_text() -> None:
    parts = {"wire": ("1" * 16,), "copy": ("1" * 16, "2" * 16), "third": ("2" * 16,), "own": ()}
    with KnowledgeGraph.open() as kg:
        for n, (name, fingerprint) in enumerate(parts.items()):
            article = story(f"{name}.txt", f"So says {name}.", published=f"2024-11-2{n}", fingerprint=fingerprint)
            kg.add(analysed(article, [says(article, "Iran", "support", "Syria")]))
        [(_, _, edge)] = kg.to_networkx().edges(data=True)
    texts = {row["article"].rpartition("/")[2]: row["text"].rpartition("/")[2] for row in edge["evidence"]}
    assert texts == {"wire.txt": "wire.txt", "copy.txt": "wire.txt", "third.txt": "wire.txt", "own.txt": "own.txt"}


def test_phrases_are_no_nodes() -> None:
    kg, _ = two_articles()
    assert {data["label"] for _, data in kg.to_networkx().nodes(data=True)} == {"Iran", "Syria"}


@pytest.mark.parametrize("hops", [0, 1, 2])
def test_around_is_the_ego_network(hops: int) -> None:
    with KnowledgeGraph.open() as kg:
        for analysis in archive(3, statements=3):
            kg.add(analysis)
        whole = kg.to_networkx()
        ego = nx.ego_graph(whole.to_undirected(), IRAN, radius=hops)
        found = kg.to_networkx(Filter(around="Iran", hops=hops))
        assert set(found) == {node for node in ego if ego.degree(node)}
        assert set(found.edges(keys=True)) == set(whole.subgraph(ego).edges(keys=True))


@pytest.mark.parametrize("hops", [0, 1, 2])
def test_what_is_read_claim_by_claim_is_what_whole_articles_say(hops: int) -> None:
    with KnowledgeGraph.open() as kg:
        for analysis in archive(6, statements=4):
            kg.add(analysis)
        articles = article_iris(kg.store)
        for include in ((), KINDS):
            near = Filter(around="Red Cross", hops=hops, include=include)
            whole, few = (
                network(found)
                for found in (map(ties_only, analyses(kg.store, near, articles)), ties(kg.store, near, articles))
            )
            assert list(few.nodes(data=True)) == list(whole.nodes(data=True))
            assert list(few.edges(keys=True, data=True)) == list(whole.edges(keys=True, data=True))
    assert hops == 0 or len(few)


@pytest.mark.parametrize("include", [(), KINDS])
def test_statements_of_actors_are_read_claim_by_claim_as_whole_articles_have_them(include: tuple[str, ...]) -> None:
    with KnowledgeGraph.open() as kg:
        for analysis in archive(6, statements=4):
            kg.add(analysis)
        articles = article_iris(kg.store)
        names = list(kg.entities()["entity"])
        for name in names:
            meant = Filter(actors=(name,), include=include)
            assert kg.statements(meant).equals(statement_table(analyses(kg.store, meant, articles)))
        found = 0
        for a, b in permutations(names[:4], 2):
            ends = set(actors_named(kg.store, a)), set(actors_named(kg.store, b))
            meant = Filter(actors=(a,), include=include)
            whole = (between(x, *ends) for x in analyses(kg.store, meant, articles))
            rows = kg.explain(a, b, meant)
            found += len(rows)
            assert rows.equals(statement_table(whole, with_article=True))
        assert found


def test_the_same_graph_comes_in_the_same_order() -> None:
    made = archive(6)
    orders = []
    for given in (made, made[::-1]):
        with KnowledgeGraph.open() as kg:
            for analysis in given:
                kg.add(analysis)
            graph = kg.to_networkx()
            orders.append((list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))))
    assert orders[0] == orders[1]
    assert list(dict(orders[0][0])) == sorted(dict(orders[0][0]))


def test_a_page_is_written_or_shows_itself_in_a_notebook(tmp_path: Path) -> None:
    kg, _ = two_articles()
    written = kg.view(tmp_path / "page.html", title="Talks & more")
    shown = kg.view(title="Talks & more")
    assert written.read_text("utf-8") == shown.html
    frame = shown._repr_html_()
    assert frame.startswith('<iframe srcdoc="')
    assert unescape(frame.split('"')[1]) == shown.html


@pytest.fixture(scope="module")
def with_phrases() -> Iterator[KnowledgeGraph]:
    """An archive, and two articles that say of phrases alone, one as so and one as not so, and know further names."""
    with KnowledgeGraph.open() as kg:
        for analysis in archive(12):
            kg.add(analysis)
        for polarity, alias in (("positive", "Party of God"), ("negative", "Lebanese Resistance")):
            lone = story(f"{polarity}.txt", f"Hezbollah, or the {alias}, spoke of rain.", published="2023-05-06")
            said = says(lone, "Hezbollah", "warn", "that rain was near", polarity=polarity)
            kg.add(replace(analysed(lone, [said]), entities=(thing("Hezbollah", aliases=(alias,)),)))
        yield kg


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(), Filter(polarity="positive"), Filter(polarity="negative"), Filter(since="2024"), Filter(until="2023"),
        Filter(actors=("Iran",)), Filter(actors=("Hezbollah",)), Filter(relation_types=("attacks",)),
        Filter(include=()), Filter(actors=("Hezbollah",), polarity="positive"),
    ],
)  # fmt: skip
def test_reading_ties_alone_gives_the_network_that_reading_all_gives(
    with_phrases: KnowledgeGraph, wanted: Filter
) -> None:
    store, articles = with_phrases.store, article_iris(with_phrases.store)
    whole, few = (network(read(store, wanted, articles)) for read in (analyses, ties))
    assert list(few.nodes(data=True)) == list(whole.nodes(data=True))
    assert list(few.edges(keys=True, data=True)) == list(whole.edges(keys=True, data=True))


def test_names_come_from_articles_that_say_what_is_meant(with_phrases: KnowledgeGraph) -> None:
    def names(wanted: Filter) -> str:
        return str(with_phrases.to_networkx(wanted).nodes[entity_iri("Hezbollah")]["aliases"])

    assert names(Filter()) == "Lebanese Resistance; Party of God"
    assert names(Filter(polarity="positive")) == "Party of God"
