"""Who or what is meant by a name: from what people type to the entities and articles of this graph."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ..ontology.errors import UsageError
from ..ontology.iri import entity_iri, slug
from . import terms as t
from .encode import absolute
from .writing import article_at

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEFAULT = ox.DefaultGraph()
_LABEL, _ALIAS, _TYPE = ox.NamedNode(t.LABEL), ox.NamedNode(t.ALT_LABEL), ox.NamedNode(t.TYPE)
_NOT_ENTITIES = (ox.NamedNode(t.PROPERTY), ox.NamedNode(t.SOURCE))


def actors_named(store: ox.Store, name: str) -> list[str]:
    """IRIs of the entities of this IRI, canonical label or alias, in this order; the first that is found decides.

    A name as it is written comes first, which an index knows; then case does not matter. Raises UsageError, with names
    that are near, where there is none.
    """
    for iri in (name, entity_iri(name)):
        if _is_entity(store, iri):
            return [iri]
    if exact := _spelt(store, name):
        return exact
    folded, names = name.casefold(), {}
    for kind in (_LABEL, _ALIAS):
        found = set()
        for iri, label in _named(store, kind):
            names[label] = iri
            if label.casefold() == folded and _is_entity(store, iri):
                found.add(iri)
        if found:
            return sorted(found)
    close = difflib.get_close_matches(name, sorted(names), n=12)
    near = [label for label in close if _is_entity(store, names[label])][:3]  # relations have labels too
    todo = f"did you mean {' or '.join(near)}?" if near else "see: triplewire entities"
    raise UsageError(name, "nobody in this graph has this name", todo)


def label_named(store: ox.Store, name: str) -> str:
    """The canonical label of the one entity of this IRI, label or alias.

    Raises UsageError where there is none, or more than one.
    """
    found = actors_named(store, name)
    if len(found) > 1:
        raise UsageError(name, f"{len(found)} actors have this name: {' '.join(found[:3])}", "give the whole address")
    labels = store.quads_for_pattern(ox.NamedNode(found[0]), _LABEL, None, _DEFAULT)
    return min(q.object.value for q in labels if isinstance(q.object, ox.Literal))


def article_iris(store: ox.Store) -> list[str]:
    """The IRIs of the articles in the graph, sorted."""
    graphs = (g.value for g in store.named_graphs() if isinstance(g, ox.NamedNode))
    return sorted(iri for iri in graphs if iri != t.LEDGER)


def article_named(store: ox.Store, name: str) -> str:
    """The IRI of the article of this IRI, path or file name.

    Raises UsageError where there is none, or more than one.
    """
    known = article_iris(store)
    at = name if name in known else article_at(store, absolute(name))
    if at is not None:
        return at
    found = [iri for iri in known if iri.endswith("/" + slug(name))]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            name, f"{len(found)} articles have this name: {' '.join(found[:3])} …", "give the whole address"
        )
    raise UsageError(name, "no article of this graph has this address, path or file name", "see: triplewire stats")


def _spelt(store: ox.Store, alias: str) -> list[str]:
    """The entities with exactly this alias."""
    try:
        found = store.quads_for_pattern(None, _ALIAS, ox.Literal(alias), _DEFAULT)
    except ValueError:  # bytes that are no text, as a command line may hold
        return []
    return sorted({q.subject.value for q in found if isinstance(q.subject, ox.NamedNode)})


def _named(store: ox.Store, kind: ox.NamedNode) -> Iterator[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, kind, None, _DEFAULT):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            yield quad.subject.value, quad.object.value


def _is_entity(store: ox.Store, iri: str) -> bool:
    try:
        me = ox.NamedNode(iri)
    except ValueError:
        return False
    if next(store.quads_for_pattern(me, _LABEL, None, _DEFAULT), None) is None:
        return False
    return not any(next(store.quads_for_pattern(me, _TYPE, kind, _DEFAULT), None) for kind in _NOT_ENTITIES)
