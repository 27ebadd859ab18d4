"""Names inside longer names: Texas in "University of Texas", Google in "Google Science Fair"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .names import head_of, surface
from .referents import Mark, Referent
from .spelling import cluster_key

if TYPE_CHECKING:
    from ..ontology.registry import Registry
    from .names import Span
    from .tree import Tree

_LONGEST = 4  # words of a name inside a name


def nested(
    trees: list[Tree], spans: list[Span], owners: dict[int, Referent], by_key: dict[str, Referent], registry: Registry
) -> list[Mark]:
    """Mentions of countries, places and of the article's other names within the longer names of things."""
    out: list[Mark] = []
    places: dict[str, Referent] = {}
    for n, span in enumerate(spans):
        owner = owners.get(n)
        if owner is None or span.end - span.first < 2 or owner.kind in ("Person", "Country") or owner.mapped:
            continue
        tree = trees[span.sentence]
        head = head_of(tree, span.first, span.end)
        i = span.first
        while i < span.end:
            step = 1
            if tree.words[i][0].isupper():
                for j in range(min(span.end, i + _LONGEST), i, -1):
                    if i <= head < j and (j - i < 3 or (i, j) == (span.first, span.end)):
                        continue
                    inner = _inner(surface(tree, i, j), owner, by_key, registry, places)
                    if inner is not None:
                        out.append(Mark(span.sentence, i, j, j - 1, "name", inner))
                        step = j - i if inner.kind in ("Person", "Place", "Country") else 1
                        break
            i += step
    return out


def _inner(
    text: str, owner: Referent, by_key: dict[str, Referent], registry: Registry, places: dict[str, Referent]
) -> Referent | None:
    known = by_key.get(cluster_key(text))
    if known is not None:
        return known if known is not owner else None
    country = registry.country(text)
    place = None if country else registry.place(text)
    if country is None and (place is None or (place.population and place.population < 500_000)):
        return None
    label = country or (place.label if place else "")
    if label == owner.label:
        return None
    found = by_key.get(cluster_key(label)) or places.get(label)
    if found is None:
        found = places[label] = Referent(label, "Country" if country else "Place", country=(country or (place.country if place else "") or ""), sure=True)
    return found
