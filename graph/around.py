"""Who is around an actor, and what ties them to each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pyoxigraph as ox

from . import terms as t

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from ..ontology.model import Analysis, Statement

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


def _beside(store: ox.Store, entities: Iterable[str]) -> Iterator[str]:
    """The entities that some claim ties to one of these, themselves included."""
    given = " ".join(map(t.node, entities))
    found = store.query(
        f"SELECT DISTINCT ?other {{ VALUES ?entity {{ {given} }} VALUES ?end {{ {_NODES} }} VALUES ?far {{ {_NODES} }} "
        "?claim ?end ?entity ; ?far ?other FILTER(isIRI(?other)) }"
    )
    if isinstance(found, ox.QuerySolutions):
        yield from (solution["other"].value for solution in found)
