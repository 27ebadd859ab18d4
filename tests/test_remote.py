"""A graph in a store over HTTP is the graph that a folder holds: the same rows, answers, files and pages."""

from __future__ import annotations

import random
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
import rdflib
from calling import done, message
from made import analysed, archive, says, story
from servers import MAKERS, Server, free_port, oxigraph
from triplewire.graph import terms as t
from triplewire.graph.actors import article_iris
from triplewire.graph.encode import encode
from triplewire.graph.filters import Filter
from triplewire.graph.remote.address import Addresses
from triplewire.graph.remote.client import Client
from triplewire.graph.remote.store import UNION
from triplewire.graph.remote.writing import _MOST
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.errors import StoreError, UsageError
from urllib3.util import Retry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FEW = archive(12, seed=3)


@pytest.fixture(scope="module", params=sorted(MAKERS))
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with MAKERS[request.param](tmp_path_factory.mktemp(request.param)) as running:  # type: ignore[attr-defined]
        yield running


@pytest.fixture
def remote(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[KnowledgeGraph]:
    """An empty graph at the server, where somebody else keeps something too."""
    monkeypatch.setenv("TRIPLEWIRE_SPARQL_UPDATE", server.update)
    client = Client(Addresses.of(server.query))
    for graph in _graphs(client):
        client.update(f"DROP SILENT GRAPH <{graph}>", {})
    if server.update != server.query:
        client.update("DROP ALL", {})
    client.update(
        "INSERT DATA { GRAPH <https://else.example/g> { <https://else.example/a> a schema:NewsArticle } }".replace(
            "schema:", "<https://schema.org/"
        ).replace("NewsArticle", "NewsArticle>"),
        {},
    )
    with KnowledgeGraph.open(server.query) as kg:
        yield kg


def _graphs(client: Client) -> list[str]:
    found = client.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", {}, "application/sparql-results+json").json()
    names = [row["g"]["value"] for row in found["results"]["bindings"]]
    return [name for name in names if "w3id.org" in name or ".example" in name]


def local(analyses: object = FEW) -> KnowledgeGraph:
    kg = KnowledgeGraph.open()
    kg.load([encode(a) for a in analyses])  # type: ignore[attr-defined]
    return kg


def union(kg: KnowledgeGraph) -> list[str]:
    dumped = kg.store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b""
    return sorted(dumped.decode().splitlines())


def same(one: KnowledgeGraph, other: KnowledgeGraph, folder: Path) -> bool:
    files = [kg.export(folder / f"{n}.nq").read_bytes() for n, kg in enumerate((one, other))]
    return files[0] == files[1] and union(one) == union(other)


def test_articles_added_replaced_and_removed(remote: KnowledgeGraph, tmp_path: Path) -> None:
    at, here = random.Random(5), local(())
    editions = [[encode(a) for a in archive(8, seed=seed, statements=6)] for seed in (0, 1)]
    for _ in range(12):
        batch = [editions[at.randrange(2)][n] for n in at.sample(range(8), at.choice([1, 3]))]
        for kg in (here, remote):
            kg.load(batch, run="https://w3id.org/triplewire/data/run/1")
        if at.random() < 0.4:
            gone = at.choice(article_iris(here.store))
            assert [kg.remove(gone) for kg in (here, remote)] == [gone, gone]
        assert same(here, remote, tmp_path)
    for article in article_iris(here.store):
        remote.remove(article)
    assert union(remote) == []


def test_every_question_has_the_answer_that_the_folder_gives(
    remote: KnowledgeGraph, server: Server, tmp_path: Path
) -> None:
    here = local()
    remote.load([encode(a) for a in FEW])
    assert same(here, remote, tmp_path)
    for filter in (
        Filter(), Filter(actors=("Iran",)), Filter(around="Syria", hops=1), Filter(relation_types=("attacks",)),
    ):  # fmt: skip
        assert remote.statements(filter).equals(here.statements(filter))
    assert remote.entities().equals(here.entities())
    assert remote.articles().equals(here.articles())
    assert remote.stats() == here.stats()
    assert remote.explain("Iran", "Syria").equals(here.explain("Iran", "Syria"))
    canned: list[tuple[str, dict[str, str]]] = [("who-supports", {"actor": "Syria"})]
    if server.update != server.query:  # Virtuoso 7.2.5 fails at compiling the others
        canned += [("most-told", {}), ("contradicted", {})]
    for name, given in canned:
        assert remote.ask(name, **given).equals(here.ask(name, **given))  # type: ignore[union-attr]
    assert remote.query("ASK { d:Iran ?p d:Syria }") is here.query("ASK { d:Iran ?p d:Syria }")
    assert remote.query("ASK { d:Nobody ?p d:Syria }") is False
    counted = "SELECT (COUNT(*) AS ?n) { ?s a tw:Statement }"
    assert remote.query(counted).equals(here.query(counted))  # type: ignore[union-attr]
    graphs = "SELECT ?g { GRAPH ?g { ?g schema:headline 'Story 3' } }"
    assert remote.query(graphs).equals(here.query(graphs))  # type: ignore[union-attr]
    made = "CONSTRUCT { ?s rdf:type ?c } WHERE { ?s a ?c . ?s rdfs:label ?l }"
    assert set(remote.query(made)) == set(here.query(made))  # type: ignore[arg-type]
    drawn = [kg.view(tmp_path / f"{n}.html").read_bytes() for n, kg in enumerate((here, remote))]
    assert drawn[0] == drawn[1]
    assert not remote.validate()
    wanted = (None, rdflib.RDF.type, rdflib.URIRef(t.STATEMENT))
    assert set(remote.dataset.default_graph.triples(wanted)) == set(here.dataset.default_graph.triples(wanted))


def test_what_others_keep_in_the_store_stays_and_does_not_show(remote: KnowledgeGraph, server: Server) -> None:
    remote.load([encode(a) for a in FEW[:2]])
    assert article_iris(remote.store) == [a.article.iri for a in FEW[:2]]
    remote.remove(FEW[0].article.iri)
    client = Client(Addresses.of(server.query))
    assert "https://else.example/g" in _graphs(client)
    assert not [g for g in _graphs(client) if "staged" in g]


def test_an_article_larger_than_a_request(remote: KnowledgeGraph, tmp_path: Path) -> None:
    article = story("long.txt", "A long interview.\n")
    rows = [says(article, "Iran", f"verb {n}", "Syria", start=n, end=n + 1) for n in range(300)]
    large = encode(analysed(article, rows))
    assert large.triples.count("\n") > 2 * _MOST
    here = local(())
    for batch in ([encode(FEW[0]), large, encode(FEW[1])], [large], [encode(analysed(article, rows[:200]))]):
        for kg in (here, remote):
            kg.load(batch)
        assert same(here, remote, tmp_path)


def test_a_file_that_has_changed_takes_the_place_of_what_its_path_gave(remote: KnowledgeGraph, tmp_path: Path) -> None:
    here = local(())
    for words in ("Now it says one.", "Now it says another."):
        article = story("a.txt", words)
        encoded = encode(analysed(article, [says(article, "Iran", "attack", "Syria")]))
        for kg in (here, remote):
            kg.load([encoded])
        assert same(here, remote, tmp_path)
    assert len(article_iris(remote.store)) == 1


def test_hostile_words_come_back_as_they_went(remote: KnowledgeGraph, tmp_path: Path) -> None:
    words = "He said: \"} } ; DROP ALL ; \\u0022 <x> \t\u202e\u0007 ?x $y \u2028\u0085\U0001f600 ''' \\"
    article = story("a.txt", words, title=words, source=words)
    encoded = encode(analysed(article, [says(article, "Iran", "attack", "o" + words, subject_text=words)]))
    here = local(())
    for kg in (here, remote):
        kg.load([encoded, encode(FEW[0])])
        kg.load([encode(FEW[0])])
    assert same(here, remote, tmp_path)
    assert remote.query("SELECT ?s { ?s schema:headline ?t }", t=words).shape == (1, 1)  # type: ignore[union-attr]


def test_the_command_line(server: Server, remote: KnowledgeGraph, tmp_path: Path) -> None:
    news = tmp_path / "a.txt"
    news.write_text("Iran backs Hezbollah. Russia attacked Syria on Monday, officials said.")
    done("build", news, "--graph", server.query)
    assert "Hezbollah" in done("statements", "--graph", server.query, "--format", "csv")
    assert done("query", "ASK { d:Iran ?p d:Hezbollah }", "--graph", server.query).strip() in ("true", "yes")
    assert "is not SPARQL" in message("query", "SELECT bad {", "--graph", server.query)
    assert "a store serves itself" in message("serve", "--graph", server.query)
    done("remove", "a.txt", "--graph", server.query)
    assert done("stats", "--graph", server.query, "--format", "csv").splitlines()[1] == "articles,0"


# When things go wrong


QUICKLY = Retry(total=0, allowed_methods=None)


def test_no_server_no_sparql_no_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triplewire.graph.remote.client._RETRY", QUICKLY)
    nowhere = f"http://127.0.0.1:{free_port()}/query"
    with pytest.raises(StoreError, match=r"/query: the store does not answer \(connection refused\); see that it runs"):
        Client(Addresses.of(nowhere), retry=QUICKLY).query("ASK {}", {}, "*/*")
    with oxigraph(tmp_path) as running:
        with pytest.raises(StoreError, match="there is no graph here; build one first"):
            KnowledgeGraph.open(running.query, read_only=True)
        with pytest.raises(StoreError, match=r"takes no SPARQL \(404"):
            KnowledgeGraph.open(running.query.replace("/query", "/nothing"))


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("http://me:secret@host/sparql", "an address holds no name or password"),
        ("http:/host", "no address of a store"), ("http://", "no address of a store"),
        ("http://a b/", "no address of a store"), ("https://[x/", "no address of a store"),
    ],
)  # fmt: skip
def test_addresses_that_are_none(address: str, what: str) -> None:
    with pytest.raises(UsageError, match=what) as e:
        Addresses.of(address)
    assert "secret" not in str(e.value)


def test_addresses_of_updates() -> None:
    assert Addresses.of("http://h:1/query", {}).update == "http://h:1/update"
    assert Addresses.of("http://h:1/sparql", {}).update == "http://h:1/sparql"
    assert Addresses.of("http://h/a", {"TRIPLEWIRE_SPARQL_UPDATE": "http://h/b"}).update == "http://h/b"


@pytest.fixture
def store_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.delenv("TRIPLEWIRE_SPARQL_UPDATE", raising=False)
    with ExitStack() as stack:
        yield stack.enter_context(oxigraph(tmp_path / "server"))


def test_a_store_that_goes_away_in_the_middle(store_of_its_own: Server, tmp_path: Path) -> None:
    kg = KnowledgeGraph.open(store_of_its_own.query)
    kg.load([encode(a) for a in FEW[:10]])
    store_of_its_own.kill()
    kg.store.client._session.mount("http://", _adapter())  # type: ignore[attr-defined]
    with pytest.raises(StoreError, match="then give the same command again: what is stored stays"):
        kg.load([encode(a) for a in FEW])
    store_of_its_own.start()
    kg.load([encode(a) for a in FEW])
    assert same(local(), kg, tmp_path)


def test_a_store_that_is_back_within_seconds_is_waited_for(store_of_its_own: Server, tmp_path: Path) -> None:
    from threading import Timer

    kg = KnowledgeGraph.open(store_of_its_own.query)
    store_of_its_own.kill()
    timer = Timer(1.0, store_of_its_own.start)
    timer.start()
    kg.load([encode(a) for a in FEW])
    timer.join()
    assert same(local(), kg, tmp_path)


def _adapter() -> object:
    from requests.adapters import HTTPAdapter

    return HTTPAdapter(max_retries=QUICKLY)


def test_the_union_of_a_store_whose_default_graph_holds_all_has_a_name(remote: KnowledgeGraph, server: Server) -> None:
    remote.load([encode(FEW[0])])
    named = UNION in _graphs(Client(Addresses.of(server.query)))
    assert named == (server.update == server.query)
