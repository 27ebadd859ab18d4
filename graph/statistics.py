"""What a graph holds, in numbers."""

from __future__ import annotations

import pyoxigraph as ox

from . import terms as t

#: Each a pattern on the union of the articles; what is counted are its solutions for ?x and what else is named, each
#: once. They are such as the engine answers by going along an index: to look something up for each row takes the
#: longer the larger the graph is, when the index no longer fits into the engine's memory.
_COUNTS = {
    "articles": "?x a schema:NewsArticle",
    "sentences": "?x a nif:Sentence",
    "mentions": "?x a tw:Mention",
    "statements": "?x a tw:Statement",
    "typed statements": "?x tw:relationType ?type",
    "asserted statements": "?p a rdf:Property . ?x ?p ?o",
    "attributed mentions": "?x grasp:wasAttributedTo ?source",
    "denied mentions": "?x tw:polarity tw:negative",
    "planned mentions": "?x tw:tense tw:future",
    "uncertain mentions": "?x tw:certainty ?certainty FILTER(?certainty != tw:certain)",
    "relations": "?x a rdf:Property",
    "entities": f"?x a ?class FILTER(?class NOT IN {t.NO_THINGS})",
    "sources without a name": "?x a tw:Source",
}
#: A claim that is asserted is its plain triple, which has no name of its own.
_TOLD_APART = {"asserted statements": "?x ?p ?o"}


def statistics(store: ox.Store) -> dict[str, int]:
    """Counts by what is counted, in a fixed order; each thing counts once in however many articles it stands."""
    return {name: _count(store, pattern, _TOLD_APART.get(name, "?x")) for name, pattern in _COUNTS.items()}


def _count(store: ox.Store, pattern: str, what: str) -> int:
    query = f"SELECT (COUNT(*) AS ?n) {{ SELECT DISTINCT {what} {{ {pattern} }} }}"
    found = store.query(query, prefixes=t.PREFIXES)
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError("a SELECT gives solutions")
    return int(next(found)["n"].value)
