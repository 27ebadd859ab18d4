"""Reads the concepts (actors, places) of a Turtle file: labels, other names, acronyms and what hangs on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyoxigraph as ox

from .errors import DataFileError
from .iri import TW

if TYPE_CHECKING:
    from pathlib import Path

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LISTS = {
    _SKOS + "altLabel": "names",
    _SKOS + "hiddenLabel": "names",
    _SKOS + "notation": "acronyms",
    TW + "demonym": "demonyms",
    TW + "seat": "seats",
}


@dataclass(slots=True)
class Concept:
    """One `skos:prefLabel`led thing of a Turtle file. `type` is the local name of its class."""

    iri: str
    label: str = ""
    type: str = ""
    names: list[str] = field(default_factory=list)
    acronyms: list[str] = field(default_factory=list)
    demonyms: list[str] = field(default_factory=list)
    seats: list[str] = field(default_factory=list)
    country: str | None = None
    broader: str | None = None  # IRI


def concepts(path: Path) -> list[Concept]:
    """The concepts of a Turtle file in the file's order. Raises DataFileError where it cannot be read."""
    found: dict[str, Concept] = {}
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if not isinstance(quad.subject, ox.NamedNode) or isinstance(quad.object, (ox.BlankNode, ox.Triple)):
                continue
            iri, predicate, value = quad.subject.value, quad.predicate.value, quad.object.value
            concept = found.get(iri) or found.setdefault(iri, Concept(iri))
            if predicate == _SKOS + "prefLabel":
                concept.label = value
            elif predicate == _RDF_TYPE and value.startswith(TW):
                concept.type = value[len(TW) :]
            elif predicate in _LISTS:
                getattr(concept, _LISTS[predicate]).append(value)
            elif predicate == TW + "country":
                concept.country = value
            elif predicate == _SKOS + "broader":
                concept.broader = value
    except (OSError, SyntaxError, ValueError) as e:
        raise DataFileError(str(path), f"cannot be read as Turtle: {e}", "mend the file or leave it out") from e
    return [c for c in found.values() if c.label]
