"""A SPARQL 1.1 store with the face of an Oxigraph store, as far as Triplewire looks at one.

An article's triples stand twice, as in a folder: in its named graph, and in the union of the articles. The union is the
store's default graph where that is a graph of its own (Oxigraph, Fuseki). Where the default graph is the union of
everything in the store (Virtuoso), ours is a named graph that queries are pointed at.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, cast

import pyoxigraph as ox

from ...ontology.errors import StoreError
from ...ontology.iri import BASE
from .. import terms as t
from ..querytext import masked
from ..terms import node
from .address import Addresses

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from rdflib.store import Store

    from .client import Client

    _Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
    _Node = ox.NamedNode | ox.BlankNode
    _Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph

UNION = BASE + "union"
_JSON, _TRIPLES = "application/sparql-results+json", "application/n-triples"
#: Says of the ledger what it is; where the default graph knows of it, that graph is no graph of its own.
_MARK = f"{node(t.LEDGER)} <{t.TYPE}> <{t.PROV}Bundle>"
_NAMED = re.compile(r"\bGRAPH\s*<([^<>\s]+)>", re.IGNORECASE)
_GRAPH_VARIABLE = re.compile(r"\bGRAPH\s*([?$]\w+)", re.IGNORECASE)
_FORM = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)


class RemoteStore:
    """A store at an address. Where it holds no graph of ours yet, one is begun, unless it is `read_only`.

    Raises UsageError where the address is none, StoreError where nothing answers there, or where a graph is to be read
    and there is none.
    """

    def __init__(self, address: str, *, read_only: bool, client: Client | None = None) -> None:
        if client is None:
            from .client import Client  # requests takes as long as the rest of the graph's modules together

            client = Client(Addresses.of(address))
        self.client = client
        self.address = self.client.addresses.query
        self._dataset: dict[str, str] = {}
        if not self._ask(f"GRAPH {node(t.LEDGER)} {{ {_MARK} }}"):
            if read_only:
                raise StoreError(self.address, "there is no graph here", "build one first: triplewire build PATH…")
            self.client.update(f"INSERT DATA {{ GRAPH {node(t.LEDGER)} {{ {_MARK} }} }}", {})
        if self._ask(_MARK):
            self._dataset = {"default-graph-uri": UNION}

    @property
    def union(self) -> str:
        """How the union is named in an update: `GRAPH <…>`, or nothing where it is the default graph."""
        return f"GRAPH {node(UNION)}" if self._dataset else ""

    def query(self, query: str, *, prefixes: Mapping[str, str] | None = None, **_: Any) -> _Answer:
        """The answer to a query on the union. Raises SyntaxError where the store does not understand it."""
        form = _FORM.search(masked(query))
        if self._dataset:
            query = _beside_union(query)
        given = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in (prefixes or {}).items()) + query
        accept = _TRIPLES if form and form[1].upper() in ("CONSTRUCT", "DESCRIBE") else _JSON
        answer = self.client.query(given, self._dataset_of(query), accept)
        if accept == _TRIPLES:
            store = ox.Store()
            store.extend(ox.Quad(*triple) for triple in self._triples(answer.content))
            return store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
        if form and form[1].upper() == "ASK":
            truth = json.dumps({"head": {}, "boolean": self._truth(answer.content)}).encode()
            return cast("ox.QueryBoolean", ox.parse_query_results(truth, ox.QueryResultsFormat.JSON))
        return self._solutions(answer.content)

    def update(self, update: str) -> None:
        """Makes changes, in one request; what is in no named graph is the union's."""
        self.client.update(update, self._dataset)

    def request(self, update: str) -> None:
        """Makes changes, in one request; the union goes by the name that `union` has for it."""
        self.client.update(update, {})

    def load(self, data: str, format: ox.RdfFormat, **_: Any) -> None:
        """Adds what a document in RDF holds, in one request."""
        graphs: dict[str, list[str]] = {}
        for quad in ox.parse(data, format):
            name = "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)
            graphs.setdefault(name, []).append(f"{quad.triple} .\n")
        blocks = (
            f"GRAPH {name} {{\n{''.join(lines)}}}\n" if name else "".join(lines) for name, lines in graphs.items()
        )
        self.update(f"INSERT DATA {{\n{''.join(blocks)}}}")

    def quads_for_pattern(
        self, subject: _Node | None, predicate: ox.NamedNode | None, object: Any, graph_name: Any = None
    ) -> Iterator[ox.Quad]:
        """The quads that match; without a graph's name those of all graphs, the union's as the default graph's."""
        asked = (("s", subject), ("p", predicate), ("o", object))
        pattern = " ".join(f"?{name}" if term is None else str(term) for name, term in asked)
        if isinstance(graph_name, ox.DefaultGraph):
            where = pattern
        elif graph_name is not None:
            where = f"GRAPH {graph_name} {{ {pattern} }}"
        else:
            where = f"{{ {pattern} }} UNION {{ GRAPH ?g {{ {pattern} }} FILTER(?g != {node(UNION)}) }}"
        fixed: _Graph = graph_name if isinstance(graph_name, ox.NamedNode) else ox.DefaultGraph()
        free = [name for name, term in asked if term is None] + (["g"] if graph_name is None else [])
        if not free:
            if self._ask(where) and subject is not None and predicate is not None:
                yield ox.Quad(subject, predicate, object, fixed)
            return
        shown = " ".join(f"?{name}" for name in free)
        for found in self._select(f"SELECT {shown} {{ {where} }}"):
            at: dict[str, Any] = {name: found[name] if term is None else term for name, term in asked}
            graph = (found["g"] if "g" in free else None) or fixed
            yield ox.Quad(at["s"], at["p"], at["o"], graph)

    def named_graphs(self) -> Iterator[ox.NamedNode]:
        """The articles, whatever else others keep in the store."""
        query = f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?g <{t.TYPE}> <{t.NEWS_ARTICLE}> }} FILTER(?g != {node(UNION)}) }}"
        return (found["g"] for found in self._select(query))

    def contains_named_graph(self, graph_name: ox.NamedNode) -> bool:
        """Whether there is a triple in a graph."""
        return self._ask(f"GRAPH {graph_name} {{ ?s ?p ?o }}")

    def dump(self, *, format: ox.RdfFormat, from_graph: _Graph) -> bytes:
        """All triples of a graph."""
        where = "?s ?p ?o" if isinstance(from_graph, ox.DefaultGraph) else f"GRAPH {from_graph} {{ ?s ?p ?o }}"
        query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {where} }}"
        answer = self.client.query(query, self._dataset_of(query), _TRIPLES)
        return ox.serialize(self._triples(answer.content), format=format) or b""

    def flush(self) -> None:
        """Lets the connections go; what was written is the store's already."""
        self.client.close()

    def insert(self, graph: str, lines: Collection[str]) -> str:
        """The step of an update that adds lines of N-Triples to a graph."""
        return f"INSERT DATA {{ GRAPH {node(graph)} {{\n{''.join(lines)}}} }}"

    def for_rdflib(self) -> Store:
        """The same store for rdflib, its default graph the union."""
        from rdflib.plugins.stores.sparqlstore import SPARQLUpdateStore

        addresses = self.client.addresses
        return SPARQLUpdateStore(
            addresses.query, addresses.update, auth=self.client.who, params=self._dataset, returnFormat="json"
        )

    def _dataset_of(self, query: str) -> dict[str, str | list[str]]:
        """What to say of the dataset beside a query: Virtuoso wants the graphs that it names to be named here too."""
        named = sorted(set(_NAMED.findall(query))) if self._dataset else []
        return {**self._dataset, **({"named-graph-uri": named} if named else {})}

    def _ask(self, pattern: str) -> bool:
        query = f"ASK {{ {pattern} }}"
        return self._truth(self.client.query(query, self._dataset_of(query), _JSON).content)

    def _select(self, query: str) -> ox.QuerySolutions:
        return self._solutions(self.client.query(query, self._dataset_of(query), _JSON).content)

    def _truth(self, answer: bytes) -> bool:
        """The answer to an ASK; Virtuoso gives it as a table of one number."""
        try:
            found = json.loads(answer)
            if "boolean" in found:
                return bool(found["boolean"])
            return any(value["value"] == "1" for row in found["results"]["bindings"] for value in row.values())
        except (ValueError, KeyError, TypeError) as e:
            raise self._strange() from e

    def _solutions(self, answer: bytes) -> ox.QuerySolutions:
        try:
            found = ox.parse_query_results(answer, ox.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as e:
            raise self._strange() from e
        if not isinstance(found, ox.QuerySolutions):
            raise self._strange()
        return found

    def _triples(self, answer: bytes) -> list[ox.Triple]:
        try:
            return [quad.triple for quad in ox.parse(answer, ox.RdfFormat.N_TRIPLES)]
        except (SyntaxError, ValueError) as e:
            raise self._strange() from e

    def _strange(self) -> StoreError:
        return StoreError(
            self.address, "what answers here is no SPARQL 1.1 store", "give the address of a store's queries"
        )


def _beside_union(query: str) -> str:
    """A query whose `GRAPH ?name` never means the union."""
    for found in reversed(list(_GRAPH_VARIABLE.finditer(masked(query)))):
        query = f"{query[: found.start()]}FILTER({found[1]} != {node(UNION)}) {query[found.start() :]}"
    return query


def remote_of(store: object) -> RemoteStore | None:
    """The store where it is reached over HTTP, else None."""
    return store if isinstance(store, RemoteStore) else None
