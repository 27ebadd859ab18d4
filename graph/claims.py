"""Some claims of an article, found by an index and read by themselves: what they say, and of whom.

A query looks up the words of what it gives alone; reading quads looks up all four words of each. In a large graph that
is most of the time that reading takes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph as ox

from . import terms as t
from .decode import Iri, analysis_of_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ..ontology.model import Analysis
    from .decode import Row

_ENDS = ox.NamedNode(t.SUBJECT), ox.NamedNode(t.OBJECT)
#: Those that tie two entities.
_TIES = "?claim rdf:object ?end FILTER(isIRI(?end))"
#: What claims say, and their mentions.
_SAID = """SELECT ?s ?p ?o {{ GRAPH {article} {{
    {{ {claims} ?claim ?p ?o BIND(?claim AS ?s) }} UNION {{ {claims} ?claim gaf:denotedBy ?s . ?s ?p ?o }}
    FILTER(?p != rdf:type)
}} }}"""
#: What is known of what these speak of, and of the article.
_KNOWN = """SELECT ?s ?p ?o {{ GRAPH {article} {{
    VALUES ?s {{ {things} }} ?s ?p ?o FILTER(?p IN ({properties}))
}} }}"""
_PROPERTIES = ", ".join(
    f"<{name}>"
    for name in (
        t.TYPE, t.LABEL, t.ALT_LABEL, t.COUNTRY, t.ANCHOR, t.BEGIN, t.HEADLINE, t.URL, t.PUBLISHED, t.PUBLISHER,
        t.AUTHOR, t.FINGERPRINT,
    )
)  # fmt: skip
_NAMED = "SELECT ?entity {{ GRAPH {article} {{ ?entity skos:altLabel ?name }} }}"
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_MEANT = {"t": "\t", "n": "\n", "r": "\r", '"': '"', "\\": "\\"}
_SPOKEN_OF = frozenset((t.SUBJECT, t.PREDICATE, t.OBJECT, t.CONTEXT, t.ATTRIBUTED_TO, t.PLACE))


def claims_of(store: ox.Store, entities: Iterable[str]) -> set[tuple[str, str]]:
    """The claims that have one of these entities as subject or object, each with an article that makes it."""
    entities = set(entities)
    return set[tuple[str, str]]().union(*(_with(store, end, iri) for end in _ENDS for iri in entities))


def claims_among(store: ox.Store, entities: Iterable[str]) -> set[tuple[str, str]]:
    """The claims that tie two of these entities, each with an article that makes it."""
    entities = set(entities)
    subjects, objects = (set[tuple[str, str]]().union(*(_with(store, end, iri) for iri in entities)) for end in _ENDS)
    return subjects & objects


def by_article(claims: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The claims of each article, sorted."""
    found: dict[str, list[str]] = {}
    for article, claim in sorted(claims):
        found.setdefault(article, []).append(claim)
    return found


def read_claims(store: ox.Store, article: str, claims: Iterable[str]) -> Analysis:
    """What the graph holds of some claims of an article, without the mentions of names."""
    return _read(store, article, f"VALUES ?claim {{ {' '.join(map(t.node, claims))} }}")


def read_ties(store: ox.Store, article: str) -> Analysis:
    """What the graph holds of those claims of an article that tie two entities, and of all with further names."""
    return _read(store, article, _TIES, {entity[1:-1] for entity in _lines(store, _NAMED, article)})


def _read(store: ox.Store, article: str, claims: str, entities: Collection[str] = ()) -> Analysis:
    said = _rows(store, _SAID, article, claims=claims)
    things = {o for _, p, o in said if p in _SPOKEN_OF and isinstance(o, Iri)}
    about = " ".join(map(t.node, sorted({*things, *entities, article})))
    known = _rows(store, _KNOWN, article, things=about, properties=_PROPERTIES)
    return analysis_of_rows(article, [*said, *known])


def _rows(store: ox.Store, query: str, article: str, **parts: str) -> list[Row]:
    """The triples that a query gives."""
    split = (line.split("\t") for line in _lines(store, query, article, **parts))
    return [(subject[1:-1], predicate[1:-1], _text(obj)) for subject, predicate, obj in split]


def _lines(store: ox.Store, query: str, article: str, **parts: str) -> list[str]:
    """A query's rows as the engine writes them, which takes less time than to give each term by itself."""
    found = store.query(query.format(article=t.node(article), **parts), prefixes=t.PREFIXES)
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError("a SELECT gives solutions")
    written = found.serialize(format=ox.QueryResultsFormat.TSV) or b""
    _, *lines, _ = written.decode().split("\n")
    return lines


def _text(term: str) -> str:
    """The text of a term as SPARQL's tables of tab-separated values have it."""
    if term[0] == "<":
        return Iri(term[1:-1])
    if term[0] != '"':
        return term  # a number
    text = term[1 : term.rindex('"')]
    return _ESCAPED.sub(lambda found: _MEANT[found[1]], text) if "\\" in text else text


def _with(store: ox.Store, end: ox.NamedNode, iri: str) -> set[tuple[str, str]]:
    return {
        (q.graph_name.value, q.subject.value)
        for q in store.quads_for_pattern(None, end, ox.NamedNode(iri), None)
        if isinstance(q.graph_name, ox.NamedNode) and isinstance(q.subject, ox.NamedNode)
    }
