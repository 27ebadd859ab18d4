"""What ties the actors around one to each other: read claim by claim, where an index finds the few that are meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pyoxigraph as ox

from . import terms as t
from .decode import analysis_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from ..ontology.model import Analysis, Statement

_SUBJECT, _OBJECT, _ALIAS = ox.NamedNode(t.SUBJECT), ox.NamedNode(t.OBJECT), ox.NamedNode(t.ALT_LABEL)
_NODES = f"<{t.SUBJECT}> <{t.OBJECT}>"
_ASKED = 200  # entities in one query


def reach(store: ox.Store, centre: Collection[str], hops: int) -> set[str]:
    """The entities at most so many statements away from the centre, whatever the statements say."""
    reached, edge = set(centre), set(centre)
    for _ in range(hops):
        asked = sorted(edge)
        parts = (asked[n : n + _ASKED] for n in range(0, len(asked), _ASKED))
        edge = {other for part in parts for other in _beside(store, part)} - reached
        reached |= edge
    return reached


def near(statements: Iterable[Statement], centre: Collection[str], hops: int) -> set[str]:
    """The entities at most so many of these statements away from the centre."""
    ties: dict[str, set[str]] = {}
    for s in statements:
        if s.subject_id is not None and s.object_id is not None:
            ties.setdefault(s.subject_id, set()).add(s.object_id)
            ties.setdefault(s.object_id, set()).add(s.subject_id)
    found, edge = set(centre), set(centre)
    for _ in range(hops):
        edge = {other for iri in edge for other in ties.get(iri, ())} - found
        found |= edge
    return found


def ties_only(analysis: Analysis) -> Analysis:
    """Of an analysis the statements between two entities, and these entities."""
    statements = tuple(s for s in analysis.statements if s.object_id is not None)
    ends = {iri for s in statements for iri in (s.subject_id, s.object_id)}
    entities = tuple(e for e in analysis.entities if e.iri in ends)
    return replace(analysis, statements=statements, mentions=(), entities=entities)


def claims_among(store: ox.Store, entities: Iterable[str]) -> dict[str, list[str]]:
    """By article the claims, sorted, that it makes of two of these entities."""
    subjects, objects = set(), set()
    for iri in entities:
        subjects |= _claims(store, _SUBJECT, iri)
        objects |= _claims(store, _OBJECT, iri)
    found: dict[str, list[str]] = {}
    for article, claim in sorted(subjects & objects):
        found.setdefault(article, []).append(claim)
    return found


def read_ties(store: ox.Store, article: str) -> Analysis:
    """What the graph holds of those claims of an article that tie two entities, and of all with further names."""
    graph = ox.NamedNode(article)
    ends, named = (store.quads_for_pattern(None, kind, None, graph) for kind in (_OBJECT, _ALIAS))
    claims = (q.subject for q in ends if isinstance(q.object, ox.NamedNode))
    return read_claims(store, article, map(_iri, claims), (_iri(q.subject) for q in named))


def read_claims(store: ox.Store, article: str, claims: Iterable[str], entities: Iterable[str] = ()) -> Analysis:
    """What the graph holds of some claims of an article and of some more entities, without the mentions of names."""
    graph = ox.NamedNode(article)
    seen: set[str] = set()

    def about(iris: Iterable[str], wanted: Callable[[ox.Quad], bool] = lambda _: True) -> list[ox.Quad]:
        new = sorted(set(iris) - seen)
        seen.update(new)
        return [q for iri in new for q in store.quads_for_pattern(ox.NamedNode(iri), None, None, graph) if wanted(q)]

    made = about(claims)
    mentions = about(_things(made, t.DENOTED_BY))
    spoken_of = _things(made, t.SUBJECT, t.PREDICATE, t.OBJECT) + _things(mentions, t.CONTEXT, t.ATTRIBUTED_TO, t.PLACE)
    return analysis_of(
        article, made + mentions + about([*spoken_of, *entities, article], lambda q: q.predicate.value != t.DENOTED_BY)
    )


def _iri(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else ""


def _things(quads: Iterable[ox.Quad], *predicates: str) -> list[str]:
    return [q.object.value for q in quads if q.predicate.value in predicates and isinstance(q.object, ox.NamedNode)]


def _claims(store: ox.Store, end: ox.NamedNode, iri: str) -> set[tuple[str, str]]:
    return {
        (q.graph_name.value, q.subject.value)
        for q in store.quads_for_pattern(None, end, ox.NamedNode(iri), None)
        if isinstance(q.graph_name, ox.NamedNode) and isinstance(q.subject, ox.NamedNode)
    }


def _beside(store: ox.Store, entities: Iterable[str]) -> Iterator[str]:
    """The entities that some claim ties to one of these, themselves included."""
    given = " ".join(map(t.node, entities))
    found = store.query(
        f"SELECT DISTINCT ?other {{ VALUES ?entity {{ {given} }} VALUES ?end {{ {_NODES} }} VALUES ?far {{ {_NODES} }} "
        "?claim ?end ?entity ; ?far ?other FILTER(isIRI(?other)) }"
    )
    if isinstance(found, ox.QuerySolutions):
        yield from (solution["other"].value for solution in found)
