"""What a graph holds, in numbers."""

from __future__ import annotations

import pyoxigraph as ox

from . import terms as t

#: Each a pattern on the union of the articles; what is counted is ?x, each once.
_COUNTS = {
    "articles": "?x a schema:NewsArticle",
    "sentences": "?x a nif:Sentence",
    "mentions": "?x a tw:Mention",
    "statements": "?x a tw:Statement",
    "typed statements": "?x a tw:Statement ; tw:relationType ?type",
    "asserted statements": "?x rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o . ?s ?p ?o",
    "attributed mentions": "?x a tw:Mention ; grasp:wasAttributedTo ?source",
    "denied mentions": "?x tw:polarity tw:negative",
    "planned mentions": "?x tw:tense tw:future",
    "uncertain mentions": "?x a tw:Mention FILTER NOT EXISTS { ?x tw:certainty tw:certain }",
    "relations": "?x a rdf:Property",
    "entities": "?x rdfs:label ?label ; a ?class FILTER(?class NOT IN (rdf:Property, tw:Source))",
    "sources without a name": "?x a tw:Source",
}


def statistics(store: ox.Store) -> dict[str, int]:
    """Counts by what is counted, in a fixed order; each thing counts once in however many articles it stands."""
    return {name: _count(store, pattern) for name, pattern in _COUNTS.items()}


def _count(store: ox.Store, pattern: str) -> int:
    found = store.query(f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ {pattern} }}", prefixes=t.PREFIXES)
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError("a SELECT gives solutions")
    return int(next(found)["n"].value)
