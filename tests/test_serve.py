"""`triplewire serve`: the SPARQL 1.1 Protocol, spoken by others' clients; what it refuses, and what it outlives."""

from __future__ import annotations

import csv
import http.client
import io
import json
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
import rdflib
from calling import message
from hosting import keep, served
from made import analysed, archive, says, story
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper
from triplewire.graph.answers import ROWS, TRIPLES
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.iri import DATA, TW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hosting import Server

ODD = "Some say “<b>no</b>” & 'yes'."
WHO = "SELECT DISTINCT ?who { ?who tw:supports d:Syria } ORDER BY ?who"
CLAIMS = "SELECT (COUNT(*) AS ?n) { ?claim a tw:Statement }"
#: Three unrelated patterns: more rows than anybody can wait for.
DEATH = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
FULL = {"tw": TW, "d": DATA}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    odd = story("odd.txt", ODD, title=ODD)
    made = [*archive(8), analysed(odd, [says(odd, "Iran", "support", "Syria", sentence=ODD)])]
    return keep(tmp_path_factory.mktemp("served") / "graph", made)


@pytest.fixture(scope="module")
def server(graph: Path) -> Iterator[Server]:
    with served(graph, "--timeout", "3", "--max-answer", "1") as running:
        yield running


@pytest.fixture(scope="module")
def right(graph: Path) -> dict[str, Any]:
    """What the graph itself answers."""
    with KnowledgeGraph.open(graph, read_only=True) as kg:
        return {query: kg.query(query) for query in (WHO, CLAIMS)}


class TestProtocol:
    def test_by_get_and_both_kinds_of_post(self, server: Server, right: dict[str, Any]) -> None:
        form = "application/x-www-form-urlencoded"
        ways = [
            server.ask(WHO, "text/csv"),
            server.fetch("sparql", body=WHO, Content_Type="application/sparql-query; charset=UTF-8", Accept="text/csv"),
            server.fetch("sparql", body=f"query={WHO.replace('?', '%3F')}", Content_Type=form, Accept="text/csv"),
        ]
        for way in ways:
            assert (way.status, way.kind) == (200, "text/csv")
            assert [row["who"] for row in csv.DictReader(io.StringIO(way.text))] == right[WHO]["who"].tolist()

    @pytest.mark.parametrize("kind", sorted(ROWS))
    def test_rows_in_every_form(self, server: Server, kind: str, right: dict[str, Any]) -> None:
        answer = server.ask(WHO, kind)
        assert (answer.status, answer.kind) == (200, kind)
        first = right[WHO]["who"][0]
        if "json" in kind:
            assert json.loads(answer.text)["results"]["bindings"][0]["who"] == {"type": "uri", "value": first}
        elif "xml" in kind:
            assert ElementTree.fromstring(answer.text).findtext(".//{*}uri") == first
        else:
            assert first in answer.text.splitlines()[1]

    @pytest.mark.parametrize("kind", sorted(TRIPLES))
    def test_a_graph_in_every_form(self, server: Server, kind: str) -> None:
        query = f"CONSTRUCT {{ ?s rdfs:label ?o }} {{ ?s rdfs:label ?o . FILTER(STRSTARTS(STR(?s), '{DATA}')) }}"
        answer = server.ask(query, kind)
        assert (answer.status, answer.kind) == (200, kind)
        assert "Hezbollah" in answer.text

    def test_yes_or_no(self, server: Server) -> None:
        assert json.loads(server.ask("ASK { ?s ?p ?o }").text)["boolean"] is True
        assert server.ask("ASK { ?s d:none ?o }", "text/csv").text == "false"

    def test_the_dataset_of_the_protocol(self, server: Server) -> None:
        one = f"{DATA}article/1"
        count = "SELECT (COUNT(DISTINCT ?m) AS ?n) { ?m a tw:Mention }"
        within = f"SELECT (COUNT(DISTINCT ?m) AS ?n) {{ GRAPH <{one}> {{ ?m a tw:Mention }} }}"
        narrowed = server.ask(count, "text/csv", default_graph_uri=one).text
        assert narrowed == server.ask(within, "text/csv").text != server.ask(count, "text/csv").text
        none = server.ask("ASK { GRAPH ?g { ?s ?p ?o } }", "text/csv", named_graph_uri="https://none.example/")
        assert none.text == "false"
        assert server.ask(count, default_graph_uri="no iri").status == 400

    @pytest.mark.parametrize(
        ("query", "accept", "status", "words"),
        [
            ("SELECT nonsense", "*/*", 400, "query: is not SPARQL"),
            (WHO, "image/png", 406, "Accept: the answer is rows; accept one of application/sparql-results+json"),
            ("DESCRIBE d:Iran", "text/csv", 406, "Accept: the answer is a graph; accept one of text/turtle"),
        ],
    )
    def test_what_cannot_be_answered(self, server: Server, query: str, accept: str, status: int, words: str) -> None:
        answer = server.ask(query, accept)
        assert answer.status == status
        assert words in answer.text
        assert len(answer.text.splitlines()) == 1

    def test_wrong_requests(self, server: Server) -> None:
        assert server.fetch("sparql").status == 400
        assert server.fetch("sparql?query=ASK%7B%7D&query=ASK%7B%7D").status == 400
        assert server.fetch("sparql", body=WHO, Content_Type="text/plain").status == 415
        assert server.fetch("sparql", body=b"\xff", Content_Type="application/sparql-query").status == 400
        large = f"ASK {{}} #{'x' * (1 << 20)}"
        assert server.fetch("sparql", body=large, Content_Type="application/sparql-query").status == 413
        assert server.fetch("none").status == 404


class TestOtherMakersClients:
    def test_rdflib(self, server: Server, right: dict[str, Any]) -> None:
        remote = rdflib.Graph(SPARQLStore(f"{server.address}sparql"))
        found = remote.query(WHO, initNs=FULL)
        assert [str(row[0]) for row in found] == right[WHO]["who"].tolist()
        assert bool(remote.query("ASK { ?s ?p ?o }"))
        iran = rdflib.URIRef(f"{DATA}Iran")
        assert (iran, rdflib.RDFS.label, rdflib.Literal("Iran")) in remote
        assert {str(o) for o in remote.objects(iran, rdflib.RDF.type)} == {f"{TW}Country"}

    @pytest.mark.parametrize("form", [JSON, XML, CSV])
    @pytest.mark.parametrize("method", ["GET", POST])
    def test_sparqlwrapper_rows(self, server: Server, form: str, method: str, right: dict[str, Any]) -> None:
        client = SPARQLWrapper(f"{server.address}sparql", returnFormat=form)
        client.setMethod(method)
        client.setQuery(CLAIMS)
        found = client.queryAndConvert()
        number = str(right[CLAIMS]["n"][0])
        if form == JSON:
            assert found["results"]["bindings"][0]["n"]["value"] == number
        else:
            text = found.decode() if form == CSV else found.toxml()
            assert number in text

    def test_sparqlwrapper_graph(self, server: Server) -> None:
        client = SPARQLWrapper(f"{server.address}sparql", returnFormat=TURTLE)
        client.setQuery("CONSTRUCT { ?s tw:supports ?o } WHERE { ?s tw:supports ?o }")
        found = rdflib.Graph().parse(data=client.queryAndConvert(), format="turtle")
        assert {str(p) for p in found.predicates()} == {f"{TW}supports"}


class TestRefusals:
    @pytest.mark.parametrize("body", ["update=CLEAR+ALL", "query=ASK%7B%7D&update=CLEAR+ALL"])
    def test_updates(self, server: Server, body: str, right: dict[str, Any]) -> None:
        form = "application/x-www-form-urlencoded"
        assert server.fetch("sparql", body=body, Content_Type=form).status == 403
        assert server.fetch("sparql", body="CLEAR ALL", Content_Type="application/sparql-update").status == 403
        assert server.ask("CLEAR ALL").status == 400
        assert server.ask(CLAIMS, "text/csv").text.split() == ["n", str(right[CLAIMS]["n"][0])]

    @pytest.mark.parametrize(
        "query",
        [
            "SELECT * { SERVICE <http://127.0.0.1:9999/> { ?s ?p ?o } }",
            "SELECT * { ?s a tw:Statement service silent<http://127.0.0.1:9999/>{ ?s ?p ?o } }",
            "SELECT * { VALUES ?x { <http://127.0.0.1:9999/> } SERVICE ?x { ?s ?p ?o } }",
            "PREFIX e: <http://127.0.0.1:9999/> SELECT * { { SERVICE # away\n e:x # {\n { ?s ?p ?o } } }",
            "SELECT * { ?a ?b ?c FILTER(?a<?c)SERVICE#>\n<http://127.0.0.1:9999/>{ ?s ?p ?o } }",
            "SELECT * { ?a ?b 1SERVICE <http://127.0.0.1:9999/> { ?s ?p ?o } }",
        ],
    )
    def test_other_services_however_they_are_written(self, server: Server, query: str) -> None:
        answer = server.ask(query)
        assert answer.status == 403
        assert answer.text.startswith("SERVICE: this endpoint asks no other")

    def test_the_word_itself_is_no_crime(self, server: Server) -> None:
        assert server.ask("ASK { ?service d:service 'secret service' } # a service ?x").status == 200

    def test_files_are_not_read(self, server: Server, tmp_path: Path) -> None:
        secret = tmp_path / "secret.ttl"
        secret.write_text("<a:a> <a:b> <a:c> .")
        for query in (
            f"SELECT * FROM <{secret.as_uri()}> {{ ?s ?p ?o }}",
            f"ASK {{ GRAPH <{secret.as_uri()}> {{ ?s ?p ?o }} }}",
        ):
            assert "a:a" not in server.ask(query, "text/csv").text
        for path in ("start.css/../../server.py", "%2e%2e/server.py", "../pyproject.toml"):
            assert server.fetch(path).status == 404

    def test_answers_over_the_limit(self, server: Server) -> None:
        answer = server.ask("SELECT * { ?a ?b ?c . ?d ?e ?f }")
        assert (answer.status, answer.text) == (403, "answer: has more than 1048576 bytes; ask for less: add LIMIT\n")

    def test_names_that_are_not_its_own(self, server: Server) -> None:
        port = server.address.rpartition(":")[2].strip("/")
        assert server.fetch("", Host=f"rebound.example:{port}").status == 421
        for own in (f"localhost:{port}", f"127.0.0.1:{port}", f"[::1]:{port}"):
            assert server.fetch("", Host=own).status == 200

    def test_pages_of_other_origins_read_nothing(self, server: Server, graph: Path) -> None:
        plain = server.fetch("sparql?query=ASK%7B%7D", Origin="https://other.example")
        assert not [name for name in plain.headers if name.startswith("access-control")]
        with served(graph, "--cors", "https://friend.example", "--name", "graph.example") as open_one:
            friend = open_one.fetch("sparql?query=ASK%7B%7D", Origin="https://friend.example", Host="graph.example")
            assert friend.headers["access-control-allow-origin"] == "https://friend.example"
            other = open_one.fetch("sparql?query=ASK%7B%7D", Origin="https://other.example")
            assert "access-control-allow-origin" not in other.headers


class TestEndurance:
    def test_a_query_of_death_ends_and_the_server_lives(self, server: Server, right: dict[str, Any]) -> None:
        with ThreadPoolExecutor(6) as clients:
            deaths = [clients.submit(server.ask, DEATH) for _ in range(4)]
            alive = [clients.submit(server.ask, WHO, "text/csv") for _ in range(6)]
            assert [(d.result().status, d.result().text) for d in deaths] == [
                (503, "query: takes more than 3 seconds; ask for less\n")
            ] * 4
            assert {a.result().status for a in alive} == {200}
        assert server.ask(CLAIMS, "text/csv").text.split()[1] == str(right[CLAIMS]["n"][0])

    def test_a_query_of_much_memory_ends_and_the_server_lives(self, graph: Path) -> None:
        with served(graph, "--timeout", "60", "--max-memory", "256", "--workers", "1") as small:
            greedy = small.ask("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i LIMIT 1")
            assert (greedy.status, greedy.text) == (
                503,
                "query: needs more memory or time than this server gives; ask for less\n",
            )
            assert small.ask(WHO).status == 200

    def test_what_nobody_waits_for_ends(self, graph: Path) -> None:
        with served(graph, "--timeout", "60", "--workers", "1") as single:
            gone = http.client.HTTPConnection(single.address.split("/")[2], timeout=1)
            gone.request("POST", "/sparql", DEATH.encode(), {"Content-Type": "application/sparql-query"})
            with pytest.raises(TimeoutError):
                gone.getresponse()
            gone.close()
            start = time.monotonic()
            assert single.ask(WHO).status == 200
            assert time.monotonic() - start < 30

    def test_a_build_may_go_on_and_is_seen_when_it_rests(self, tmp_path: Path) -> None:
        folder = keep(tmp_path / "graph", archive(2))
        new = story("new.txt", "News.")
        with served(folder) as running:
            before = running.ask(CLAIMS, "text/csv").text
            with KnowledgeGraph.open(folder) as kg:
                kg.add(analysed(new, [says(new, "Iran", "support", "Somebody New")]))
                assert running.ask(CLAIMS, "text/csv").text == before
            for _ in range(60):
                if (after := running.ask(CLAIMS, "text/csv").text) != before:
                    break
                time.sleep(0.5)
            assert int(after.split()[1]) == int(before.split()[1]) + 1

    @pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
    def test_its_processes_end_with_it(self, graph: Path, how: signal.Signals) -> None:
        with served(graph) as running:
            assert running.ask(WHO).status == 200
            lists = list(Path(f"/proc/{running.process.pid}/task").glob("*/children"))
            if not lists:
                pytest.skip("this system does not list children")
            workers = [int(pid) for each in lists for pid in each.read_text().split()]
            assert workers
            running.process.send_signal(how)
            running.process.wait(20)
        for _ in range(100):
            workers = [pid for pid in workers if Path(f"/proc/{pid}").exists()]
            if not workers:
                break
            time.sleep(0.1)
        assert workers == []


class TestCalls:
    def test_no_graph(self, tmp_path: Path) -> None:
        assert "there is no graph here; build one first" in message("serve", "--graph", tmp_path / "g")

    def test_an_address_that_is_taken(self, server: Server, graph: Path) -> None:
        port = server.address.rpartition(":")[2].strip("/")
        assert f"--port {port}: cannot be served at (Address already in use" in message(
            "serve", "--graph", graph, "--port", port
        )
