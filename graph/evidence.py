"""The statements that a filter means, read article by article; only articles that an index points to are read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ..ontology.iri import TW
from . import terms as t
from .actors import actors_named
from .around import near, reach, ties_only
from .claims import by_article, claims_among, claims_of, read_claims, read_ties
from .decode import analysis_of
from .meant import check
from .remote.store import remote_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from ..ontology.model import Analysis, Statement
    from .filters import Filter

_ENDS = ox.NamedNode(t.SUBJECT), ox.NamedNode(t.OBJECT)
_RELATION_TYPE = ox.NamedNode(t.RELATION_TYPE)


def analyses(store: ox.Store, filter: Filter, articles: Sequence[str]) -> Iterator[Analysis]:
    """Of these articles, in their order, the statements that a filter means; articles that have none are left out.

    `filter.articles` is not looked at: `articles` are the ones it means. Raises UsageError where what it names is
    not known.
    """
    check(store, filter)
    actors, centre = _actors(store, filter), _centre(store, filter)
    wanted = _wanted(store, filter, articles, actors)
    if centre:
        wanted &= _articles(store, _ENDS, reach(store, centre, filter.hops))
    read = (_admitted(read_article(store, iri), filter) for iri in articles if iri in wanted)
    return _meant(read, actors, centre, filter.hops)


def told(store: ox.Store, filter: Filter, articles: Sequence[str], beside: Collection[str] = ()) -> Iterator[Analysis]:
    """The same statements, without what else is known of their articles' names: of actors, claim by claim.

    Where `beside` names entities, statements that have none of these as subject or object may be left out.
    """
    if not filter.actors or filter.around is not None or remote_of(store) is not None:
        return analyses(store, filter, articles)
    check(store, filter)
    actors = _actors(store, filter)
    claims = by_article(claims_of(store, actors) & claims_of(store, beside) if beside else claims_of(store, actors))
    wanted = _wanted(store, filter, articles, ()) & claims.keys()
    read = (_admitted(read_claims(store, iri, claims[iri]), filter) for iri in articles if iri in wanted)
    return (analysis for analysis in read if analysis.statements)


def ties(store: ox.Store, filter: Filter, articles: Sequence[str]) -> Iterator[Analysis]:
    """As much of the same as a network needs: what is said of phrases, and where names stand, may be left out.

    The articles are those that `analyses` gives: one that says what is meant of phrases alone comes with the names that
    it knows. Only around an actor come ties alone, from articles that have one, with the names of whom they tie.
    """
    centre = _centre(store, filter)
    if remote_of(store) is not None:  # there each look costs a request
        found = analyses(store, filter, articles)
        return (a for a in map(ties_only, found) if a.statements) if centre else found
    check(store, filter)
    actors = _actors(store, filter)
    if not centre:
        wanted = _wanted(store, filter, articles, actors)
        return _tied(store, filter, (iri for iri in articles if iri in wanted), actors)
    claims = by_article(claims_among(store, reach(store, centre, filter.hops)))
    read = (_admitted(read_claims(store, iri, claims[iri]), filter) for iri in articles if iri in claims)
    return map(ties_only, _meant(read, actors, centre, filter.hops))


def _tied(store: ox.Store, filter: Filter, articles: Iterable[str], actors: Collection[str]) -> Iterator[Analysis]:
    for iri in articles:
        found = _with(_admitted(read_ties(store, iri), filter), actors)
        if found.statements or _with(_admitted(read_article(store, iri), filter), actors).statements:
            yield found


def _wanted(store: ox.Store, filter: Filter, articles: Iterable[str], actors: Collection[str]) -> set[str]:
    """Those of these articles that an index has for the actors and relations of a filter."""
    wanted = set(articles)
    if actors:
        wanted &= _articles(store, _ENDS, actors)
    if filter.relation_types:
        wanted &= _articles(store, (_RELATION_TYPE,), {TW + name for name in filter.relation_types})
    return wanted


def _meant(read: Iterable[Analysis], actors: Collection[str], centre: Collection[str], hops: int) -> Iterator[Analysis]:
    if centre:
        whole = list(read)
        around = near((s for a in whole for s in a.statements), centre, hops)
        read = (
            _keep(a, lambda s: s.subject_id in around and (s.object_id is None or s.object_id in around)) for a in whole
        )
    for analysis in read:
        found = _with(analysis, actors)
        if found.statements:
            yield found


def _with(analysis: Analysis, actors: Collection[str]) -> Analysis:
    return _keep(analysis, lambda s: s.subject_id in actors or s.object_id in actors) if actors else analysis


def _actors(store: ox.Store, filter: Filter) -> set[str]:
    return {iri for name in filter.actors for iri in actors_named(store, name)}


def _centre(store: ox.Store, filter: Filter) -> set[str]:
    return set(actors_named(store, filter.around)) if filter.around is not None else set()


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
