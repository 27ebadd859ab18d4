"""Checks a graph against the shapes of `ontology/shapes.ttl` (SHACL), article by article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import rdflib
from rdflib.namespace import RDF, SH

from .. import ontology
from ..machine.processes import shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: With fewer articles, starting processes takes longer than it saves.
_SHARED_FROM = 50


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What is wrong with one node of an article's graph. `path` and `value` are empty where they say nothing."""

    article: str
    node: str
    path: str
    value: str
    message: str


def violations(store: ox.Store, articles: Sequence[str], workers: int) -> Iterator[Violation]:
    """What in these articles' graphs breaks a shape, sorted within each article. Many articles are shared out."""
    given = (
        (article, store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(article)) or b"")
        for article in articles
    )
    with shared("validate", _broken, given, workers if len(articles) >= _SHARED_FROM else 1) as found:
        for broken in found:
            yield from broken


def _broken(given: tuple[str, bytes]) -> list[Violation]:
    import pyshacl  # slow to import, and only needed here

    article, triples = given
    graph = rdflib.Graph().parse(data=triples, format="nt")
    sound, report, _ = pyshacl.validate(graph, shacl_graph=_shapes(), inplace=True, inference="none", advanced=False)
    if sound:
        return []
    if not isinstance(report, rdflib.Graph):
        raise TypeError(f"no report on {article}: {report!r}")
    found = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        fields = (report.value(result, name) for name in (SH.focusNode, SH.resultPath, SH.value, SH.resultMessage))
        found.append(Violation(article, *("" if field is None else str(field) for field in fields)))
    return sorted(found)


@cache
def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(Path(ontology.__file__).with_name("shapes.ttl"), format="turtle")
