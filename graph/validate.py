"""Checks a graph against the shapes of `ontology/shapes.ttl` (SHACL), article by article."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import rdflib
from rdflib.namespace import RDF, SH

from .. import ontology

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What is wrong with one node of an article's graph. `path` and `value` are empty where they say nothing."""

    article: str
    node: str
    path: str
    value: str
    message: str


def violations(store: ox.Store, articles: Iterable[str]) -> Iterator[Violation]:
    """What in these articles' graphs breaks a shape, sorted within each article."""
    shapes = rdflib.Graph().parse(Path(ontology.__file__).with_name("shapes.ttl"), format="turtle")
    for article in articles:
        triples = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(article)) or b""
        yield from sorted(_broken(article, rdflib.Graph().parse(data=triples, format="nt"), shapes))


def _broken(article: str, graph: rdflib.Graph, shapes: rdflib.Graph) -> Iterator[Violation]:
    import pyshacl  # slow to import, and only needed here

    sound, report, _ = pyshacl.validate(graph, shacl_graph=shapes, inplace=True, inference="none", advanced=False)
    if sound:
        return
    if not isinstance(report, rdflib.Graph):
        raise TypeError(f"no report on {article}: {report!r}")
    for result in report.subjects(RDF.type, SH.ValidationResult):
        fields = (report.value(result, name) for name in (SH.focusNode, SH.resultPath, SH.value, SH.resultMessage))
        yield Violation(article, *("" if field is None else str(field) for field in fields))
