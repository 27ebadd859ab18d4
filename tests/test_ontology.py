"""The ontology's page says what its Turtle says, and its matches are of terms that there are."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, RDFS, SKOS
from triplewire.ontology.iri import BASE, TW

ROOT = Path(__file__).resolve().parents[1]
#: Every foreign term that a match may name. Look a new one up at its makers' before it is added here.
FOREIGN = {
    "https://schema.org/": {
        "Person", "Organization", "GovernmentOrganization", "Place", "Country", "Event", "Thing", "children", "sibling",
        "spouse", "relatedTo", "memberOf", "nationality", "containedInPlace", "owns",
    },
    "http://semanticweb.cs.vu.nl/2009/11/sem/": {"Event", "EventType", "Place"},
}  # fmt: skip
EVENTS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip


@pytest.fixture(scope="module")
def turtle() -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in ("triplewire", "relations", "mappings"):
        graph.parse(ROOT / "ontology" / f"{name}.ttl", format="turtle")
    return graph


def written() -> str:
    spec = spec_from_file_location("ontology_page", ROOT / "docs" / "ontology.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return str(module.page())


def test_the_page_is_up_to_date() -> None:
    now, stored = written(), (ROOT / "docs" / "ontology.md").read_text("utf-8")
    assert now == stored, "the Turtle has changed: run make ontology"


def test_the_page_names_every_term(turtle: rdflib.Graph) -> None:
    page = (ROOT / "docs" / "ontology.md").read_text("utf-8")
    for term in turtle.subjects(RDFS.comment):
        if str(term).startswith(TW) and (term, RDF.type, None) in turtle:
            name = str(term).removeprefix(TW)
            assert f"`tw:{name}`" in page or f"### {name}\n" in page, term


def test_matches_are_of_terms_that_there_are(turtle: rdflib.Graph) -> None:
    found = [*turtle.subject_objects(SKOS.exactMatch), *turtle.subject_objects(SKOS.closeMatch)]
    assert len(found) >= 30
    for ours, theirs in found:
        assert str(ours).startswith(TW) and (ours, RDFS.comment, None) in turtle, ours
        namespace = next((n for n in FOREIGN if str(theirs).startswith(n)), BASE + "plover#")
        known = FOREIGN.get(namespace, set(EVENTS))
        assert str(theirs).removeprefix(namespace) in known, theirs


def test_each_event_type_is_one_of_plovers(turtle: rdflib.Graph) -> None:
    plover = rdflib.Namespace(BASE + "plover#")
    ours = set(turtle.subjects(RDF.type, rdflib.URIRef(TW + "EventType")))
    assert ours == {rdflib.URIRef(TW + name) for name in EVENTS}
    for name in EVENTS:
        assert list(turtle.objects(rdflib.URIRef(TW + name), SKOS.exactMatch)) == [plover[name]]
        assert turtle.value(plover[name], SKOS.broader) in {
            plover[q] for q in ("VerbalCooperation", "MaterialCooperation", "VerbalConflict", "MaterialConflict")
        }
