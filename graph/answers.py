"""SPARQL 1.1 answered in the bytes of a media type, as the protocol wants it: for a server's worker processes.

Nothing is ever changed, read from a file or fetched: updates are no queries to the engine, and `SERVICE` is refused
before the engine sees it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ..ontology.errors import UsageError
from . import terms as t
from .querytext import check, misread

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Media types of rows (SELECT) and yes or no (ASK), the one for clients without a wish first.
ROWS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
#: Media types of triples (CONSTRUCT, DESCRIBE).
TRIPLES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/n-quads": ox.RdfFormat.N_QUADS,
    "application/trig": ox.RdfFormat.TRIG,
    "text/n3": ox.RdfFormat.N3,
    "text/plain": ox.RdfFormat.N_TRIPLES,
}
_SPACE = r"(?:\s|#[^\r\n]*[\r\n])*+"
#: The shape that every federated pattern has, wherever it stands. It is looked for in the raw text, since what looks
#: like an IRI or a comment to one reader (`?a<?b)SERVICE#>`) may be none to the engine. In a string it is refused too.
_SERVICE = re.compile(rf"SERVICE{_SPACE}(?:SILENT{_SPACE})?[^\s{{}}]+{_SPACE}\{{", re.IGNORECASE)


class RefusedError(UsageError):
    """A query that this endpoint may not answer."""


class NoFormError(UsageError):
    """No media type that the client accepts can hold the answer."""


class _Limited:
    """A file in memory that takes so many bytes and no more."""

    def __init__(self, limit: int) -> None:
        self.data, self.limit = bytearray(), limit

    def write(self, piece: bytes) -> int:
        """Takes a piece. Raises RefusedError where it is one too many."""
        self.data += piece
        if len(self.data) > self.limit:
            raise RefusedError("answer", f"has more than {self.limit} bytes", "ask for less: add LIMIT")
        return len(piece)

    def flush(self) -> None:
        """Nothing waits."""


def answer(
    store: ox.Store,
    query: str,
    accepted: Sequence[str],
    *,
    limit: int,
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
) -> tuple[str, bytes]:
    """Media type and bytes of a query's answer, in the first accepted media type that can hold it.

    `limit` is in bytes. `default_graphs` and `named_graphs` are the IRIs of the protocol's dataset; empty: the whole
    graph. Raises UsageError where the text is no query or more than is safe, ValueError where a graph's name is no
    IRI, RefusedError where it asks other services or its answer is over the limit, NoFormError where no accepted media
    type can hold that.
    """
    if _SERVICE.search(query):
        raise RefusedError("SERVICE", "this endpoint asks no other", "leave it out, or ask the other one yourself")
    check(query)
    try:
        found = store.query(
            query,
            prefixes=t.PREFIXES,
            default_graph=[ox.NamedNode(iri) for iri in default_graphs] or None,
            named_graphs=[ox.NamedNode(iri) for iri in named_graphs] or None,
        )
    except SyntaxError as e:
        raise UsageError("query", f"is not SPARQL ({misread(query, e)})") from e
    out = _Limited(limit)
    if isinstance(found, ox.QueryTriples):
        kind = _first(accepted, TRIPLES, "a graph")
        ox.serialize(found, out, TRIPLES[kind], prefixes=t.PREFIXES)  # type: ignore[arg-type]
    else:
        kind = _first(accepted, ROWS, "rows")
        found.serialize(out, ROWS[kind])  # type: ignore[arg-type]
    return kind, bytes(out.data)


def _first(accepted: Sequence[str], forms: Mapping[str, object], what: str) -> str:
    for kind in accepted:
        if kind in forms:
            return kind
    raise NoFormError("Accept", f"the answer is {what}", f"accept one of {', '.join(forms)}")
