#!/usr/bin/env python3
"""Writes `docs/ontology.md` from the Turtle files of `ontology/`: `make ontology`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import rdflib
import triplewire
from rdflib.namespace import OWL, RDF, RDFS, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PAGE = Path(__file__).resolve().with_suffix(".md")
TURTLE = Path(triplewire.__file__).parent / "ontology"
TW = rdflib.Namespace("https://w3id.org/triplewire/ns#")
PREFIXES = {
    "gaf": "http://groundedannotationframework.org/gaf#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "plover": "https://w3id.org/triplewire/plover#",
    "rdf": str(RDF), "schema": "https://schema.org/", "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "tw": str(TW), "xsd": "http://www.w3.org/2001/XMLSchema#",
}  # fmt: skip
HEAD = """# The ontology

Written by `make ontology` from [triplewire.ttl](../ontology/triplewire.ttl),
[relations.ttl](../ontology/relations.ttl), the lexicon files and [mappings.ttl](../ontology/mappings.ttl); do not edit
it here. [graph.md](graph.md) shows how the terms hang together, [vocabulary.md](vocabulary.md) how to add relations.

`tw:` is `https://w3id.org/triplewire/ns#`.
"""
#: What evokes a relation, by the properties of the lexicon, in the order shown.
EVOKES = ("verb", "phrase", "noun", "role", "adjective", "participle")
EXAMPLES = 5


def page() -> str:
    """The page, in Markdown."""
    graph = rdflib.Graph()
    for file in (
        "triplewire.ttl",
        "relations.ttl",
        "mappings.ttl",
        *sorted(f.name for f in TURTLE.glob("lexicon-*.ttl")),
    ):
        graph.parse(TURTLE / file, format="turtle")
    return "\n".join(_lines(graph))


def _lines(graph: rdflib.Graph) -> Iterator[str]:
    yield HEAD
    yield "## Classes\n"
    rows = ((_code(c), _all(graph, c, RDFS.subClassOf), _text(graph, c, RDFS.comment)) for c in _of(graph, OWL.Class))
    yield from _table(("class", "under", "is"), rows)
    yield "## Properties\n"
    properties = sorted([*_of(graph, OWL.ObjectProperty), *_of(graph, OWL.DatatypeProperty)])
    yield from _table(("property", "of", "to", "says"), (
        (_code(p), _all(graph, p, RDFS.domain), _all(graph, p, RDFS.range), _text(graph, p, RDFS.comment))
        for p in properties
    ))  # fmt: skip
    yield "## Stances\n"
    yield from _table(("value", "means"), ((_code(s), _text(graph, s, RDFS.comment)) for s in _of(graph, TW.Stance)))
    yield "## Event types and relations\n"
    yield (
        "The event types are the sixteen of PLOVER, with its quad class. The sign of a relation is 1 for friendly,\n"
        f"-1 for hostile, 0 for neither. Up to {EXAMPLES} of the words that evoke a relation are shown.\n"
    )
    for event in [*_of(graph, TW.EventType), None]:
        if event is None:
            yield "### Ties and standings\n\nRelations that are no event.\n"
        else:
            quad = graph.value(graph.value(event, SKOS.exactMatch), SKOS.broader)
            yield f"### {event.removeprefix(str(TW))}\n"
            yield f"{_text(graph, event, RDFS.comment)} PLOVER: {_text(graph, quad, SKOS.prefLabel)}.\n"
        relations = [r for r in _of(graph, RDF.Property) if graph.value(r, TW.eventType) == event]
        yield from _table(("relation", "sign", "means", "for example"), (
            (_code(r), _text(graph, r, TW.sign), _meaning(graph, r), ", ".join(_examples(graph, r))) for r in relations
        ))  # fmt: skip
    yield "## Terms of others\n"
    yield from _table(("ours", "match", "theirs"), sorted(
        (_code(ours), kind.removeprefix(str(SKOS)), _code(theirs))
        for kind in (SKOS.exactMatch, SKOS.closeMatch)
        for ours, theirs in graph.subject_objects(kind)
        if PREFIXES["plover"] not in theirs
    ))  # fmt: skip


def _of(graph: rdflib.Graph, kind: rdflib.term.Node) -> list[rdflib.URIRef]:
    """Our own terms of a class, sorted."""
    return sorted(s for s in graph.subjects(RDF.type, kind) if isinstance(s, rdflib.URIRef) and s.startswith(str(TW)))


def _meaning(graph: rdflib.Graph, relation: rdflib.URIRef) -> str:
    above = _all(graph, relation, RDFS.subPropertyOf)
    both = " Runs both ways." if (relation, RDF.type, OWL.SymmetricProperty) in graph else ""
    return _text(graph, relation, RDFS.comment) + (f" Under {above}." if above else "") + both


def _examples(graph: rdflib.Graph, relation: rdflib.URIRef) -> list[str]:
    """The shortest words that evoke a relation, those first that no class of arguments narrows."""
    words = [str(w) for kind in EVOKES for w in sorted(graph.objects(relation, TW[kind]), key=lambda w: (len(w), w))]
    return [f"`{w.replace('|', '/')}`" for w in sorted(words, key=lambda w: "[" in w)][:EXAMPLES]


def _all(graph: rdflib.Graph, node: rdflib.term.Node, name: rdflib.URIRef) -> str:
    return ", ".join(sorted(map(_code, graph.objects(node, name))))


def _text(graph: rdflib.Graph, node: rdflib.term.Node | None, name: rdflib.URIRef) -> str:
    value = graph.value(node, name)
    if value is None:
        raise ValueError(f"{node} has no {name}")
    return str(value)


def _code(term: object) -> str:
    for prefix, namespace in PREFIXES.items():
        if str(term).startswith(namespace):
            return f"`{prefix}:{str(term).removeprefix(namespace)}`"
    return f"`{term}`"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    yield _row(head)
    yield _row("---" for _ in head)
    yield from map(_row, rows)
    yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
