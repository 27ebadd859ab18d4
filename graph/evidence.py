"""The statements that a filter means, read article by article; only articles that an index points to are read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ..ontology.iri import TW
from . import terms as t
from .actors import actors_named
from .decode import analysis_of
from .meant import check

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from ..ontology.model import Analysis, Statement
    from .filters import Filter

_ENDS = ox.NamedNode(t.SUBJECT), ox.NamedNode(t.OBJECT)
_NODES = f"<{t.SUBJECT}> <{t.OBJECT}>"
_ASKED = 200  # entities in one query
_RELATION_TYPE = ox.NamedNode(t.RELATION_TYPE)


def analyses(store: ox.Store, filter: Filter, articles: Sequence[str]) -> Iterator[Analysis]:
    """Of these articles, in their order, the statements that a filter means; articles that have none are left out.

    `filter.articles` is not looked at: `articles` are the ones it means. Raises UsageError where what it names is
    not known.
    """
    check(store, filter)
    actors = {iri for name in filter.actors for iri in actors_named(store, name)}
    centre = set(actors_named(store, filter.around)) if filter.around is not None else set[str]()
    wanted = set(articles)
    if actors:
        wanted &= _articles(store, _ENDS, actors)
    if centre:
        wanted &= _articles(store, _ENDS, _reach(store, centre, filter.hops))
    if filter.relation_types:
        wanted &= _articles(store, (_RELATION_TYPE,), {TW + name for name in filter.relation_types})
    read = (_admitted(read_article(store, iri), filter) for iri in articles if iri in wanted)
    if centre:
        whole = list(read)
        near = _near((s for a in whole for s in a.statements), centre, filter.hops)
        read = (
            _keep(a, lambda s: s.subject_id in near and (s.object_id is None or s.object_id in near)) for a in whole
        )
    for analysis in read:
        found = _keep(analysis, lambda s: s.subject_id in actors or s.object_id in actors) if actors else analysis
        if found.statements:
            yield found


def read_article(store: ox.Store, article: str) -> Analysis:
    """What the graph holds of one article."""
    return analysis_of(article, store.quads_for_pattern(None, None, None, ox.NamedNode(article)))


def between(analysis: Analysis, a: Collection[str], b: Collection[str]) -> Analysis:
    """The statements of an article that tie an entity of `a` to one of `b`, either way round."""
    return _keep(
        analysis,
        lambda s: (s.subject_id in a and s.object_id in b) or (s.subject_id in b and s.object_id in a),
    )


def _admitted(analysis: Analysis, filter: Filter) -> Analysis:
    return _keep(analysis, lambda s: filter.admits(s, analysis.article))


def _keep(analysis: Analysis, wanted: Callable[[Statement], bool]) -> Analysis:
    return replace(analysis, statements=tuple(s for s in analysis.statements if wanted(s)))


def _articles(store: ox.Store, predicates: Iterable[ox.NamedNode], objects: Iterable[str]) -> set[str]:
    """The articles whose graphs have one of these objects with one of these predicates."""
    return {
        quad.graph_name.value
        for predicate in predicates
        for iri in objects
        for quad in store.quads_for_pattern(None, predicate, ox.NamedNode(iri), None)
        if isinstance(quad.graph_name, ox.NamedNode)
    }


def _reach(store: ox.Store, centre: Collection[str], hops: int) -> set[str]:
    """The entities at most so many statements away from the centre, whatever the statements say."""
    reached, edge = set(centre), set(centre)
    for _ in range(hops):
        asked = sorted(edge)
        parts = (asked[n : n + _ASKED] for n in range(0, len(asked), _ASKED))
        edge = {other for part in parts for other in _beside(store, part)} - reached
        reached |= edge
    return reached


def _beside(store: ox.Store, entities: Iterable[str]) -> Iterator[str]:
    """The entities that some claim ties to one of these, themselves included."""
    given = " ".join(map(t.node, entities))
    found = store.query(
        f"SELECT DISTINCT ?other {{ VALUES ?entity {{ {given} }} VALUES ?end {{ {_NODES} }} VALUES ?far {{ {_NODES} }} "
        "?claim ?end ?entity ; ?far ?other FILTER(isIRI(?other)) }"
    )
    if isinstance(found, ox.QuerySolutions):
        yield from (solution["other"].value for solution in found)


def _near(statements: Iterable[Statement], centre: Collection[str], hops: int) -> set[str]:
    """The entities at most so many of these statements away from the centre."""
    ties: dict[str, set[str]] = {}
    for s in statements:
        if s.subject_id is not None and s.object_id is not None:
            ties.setdefault(s.subject_id, set()).add(s.object_id)
            ties.setdefault(s.object_id, set()).add(s.subject_id)
    near, edge = set(centre), set(centre)
    for _ in range(hops):
        edge = {other for iri in edge for other in ties.get(iri, ())} - near
        near |= edge
    return near
