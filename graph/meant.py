"""What a filter calls by name, a type of relation or a place, must be known: an empty answer must not hide a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from ..ontology.errors import UsageError, nearest
from ..ontology.iri import TW
from ..ontology.places import name_key
from . import terms as t

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .filters import Filter

_TYPED = ox.NamedNode(t.RELATION_TYPE)
_PLACES = f"""SELECT DISTINCT ?name {{
    {{ ?mention <{t.PLACE}> ?name FILTER(isLiteral(?name)) }}
    UNION {{ ?mention <{t.PLACE}>/<{t.LABEL}> ?name }}
    UNION {{ VALUES ?kind {{ <{TW}Place> <{TW}Country> }} ?place a ?kind ; <{t.LABEL}> ?name }}
}}"""


def check(store: ox.Store, filter: Filter) -> None:
    """Raises UsageError, with names that are near, where a type of relation or a place of the filter is not known.

    A type is known that this graph or the vocabulary has. Actors are looked up by `actors_named`.
    """
    unknown = [name for name in filter.relation_types if not _is_used(store, name)]
    if unknown:
        from ..ontology.vocabulary import Vocabulary  # takes a while to read

        known = {*Vocabulary.load().relations, *_used(store)}
        for name in unknown:
            if name not in known:
                todo = nearest(name, known, f"this graph has {', '.join(sorted(_used(store))) or 'none'}")
                raise UsageError("--relation-type", f"{name!r} is not known", todo)
    if filter.at is not None and not filter.at_date:
        places = set(_places(store))
        if name_key(filter.at) not in map(name_key, places):
            todo = nearest(filter.at, places, "give a date, or a place as `triplewire entities` writes it")
            raise UsageError("--at", f"no place of this graph is called {filter.at!r}", todo)


def _is_used(store: ox.Store, name: str) -> bool:
    try:
        relation = ox.NamedNode(TW + name)
    except ValueError:
        return False
    return next(store.quads_for_pattern(None, _TYPED, relation, None), None) is not None


def _used(store: ox.Store) -> set[str]:
    """The types of relation that this graph has."""
    found = store.query(f"SELECT DISTINCT ?type {{ ?claim <{t.RELATION_TYPE}> ?type }}")
    return {row["type"].value.removeprefix(TW) for row in found} if isinstance(found, ox.QuerySolutions) else set()


def _places(store: ox.Store) -> Iterator[str]:
    found = store.query(_PLACES)
    if isinstance(found, ox.QuerySolutions):
        yield from (row["name"].value for row in found)
