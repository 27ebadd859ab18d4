"""Where each further name of an entity came from: an article's words, the registry, or a judgement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from . import terms as t
from .resolve.others import registry
from .tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pandas as pd

    from .resolve.judgements import Judgement
    from .resolve.naming import Naming

COLUMNS = ("entity", "entity_id", "alias", "origin", "articles", "article")


def alias_table(store: ox.Store, judgements: Iterable[Judgement], naming: Naming) -> pd.DataFrame:
    """One row an alias, by IRI of its entity and by alias.

    `origin` is `rule` or `user`, whose judgement gave the entity this name; else `registry`, where that has it; else
    `article`. `articles` counts the articles that have it, `article` is the first of them by IRI.
    """
    labels = {iri: label for iri, label, _ in _named(store, t.LABEL, ox.DefaultGraph())}
    articles: dict[tuple[str, str], list[str]] = {}
    for iri, alias, graph in _named(store, t.ALT_LABEL, None):
        articles.setdefault((iri, alias), []).extend([graph] if graph else [])
    judges: dict[tuple[str, str], str] = {}
    for j in judgements:
        if j.verdict == "same":
            judges |= {(naming.name(j.keep), old): j.by for old in (j.keep, j.other)}
        elif j.verdict == "different" and j.partial:
            judges[naming.name(j.other), j.keep] = j.by
    rows = []
    for (iri, alias), found in sorted(articles.items()):
        origin = judges.get((labels[iri], alias)) or _origin(labels[iri], alias)
        rows.append((labels[iri], iri, alias, origin, len(found), min(found)))
    return table(rows, COLUMNS, whole=("articles",))


def _named(store: ox.Store, name: str, graph: ox.DefaultGraph | None) -> Iterator[tuple[str, str, str]]:
    """IRI, name, and the article that has it ("" in the union)."""
    for q in store.quads_for_pattern(None, ox.NamedNode(name), None, graph):
        if isinstance(q.subject, ox.NamedNode) and isinstance(q.object, ox.Literal):
            yield q.subject.value, q.object.value, q.graph_name.value if isinstance(q.graph_name, ox.NamedNode) else ""


def _origin(label: str, alias: str) -> str:
    actor, place = registry().actor(alias), registry().place(alias)
    known = label in (actor.label if actor else None, place.label if place else None)
    return "registry" if known else "article"
