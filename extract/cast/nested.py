"""Names inside longer names: Texas in "University of Texas", Google in "Google Science Fair"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .referents import Mark, Referent
from .spans import surface
from .spelling import cluster_key

if TYPE_CHECKING:
    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .spans import Span

_LONGEST = 4  # words of a name inside a name
_BIG = 300_000  # inhabitants of a town that is recognised inside a name
_DIRECTIONS = frozenset(("northern", "southern", "eastern", "western", "central"))
_OTHERS = frozenset(("new", "north", "south", "east", "west", *_DIRECTIONS))
_JOINTS = frozenset(("of", "for", "on"))


class Nester:
    """Finds the names within the names of one article.

    What is found only there and is no known place (an eponym, a field) is a mention, but no entity of the article.
    """

    def __init__(self, by_key: dict[str, Referent], lexicon: Lexicon, registry: Registry) -> None:
        self.by_key, self.lexicon, self.registry = by_key, lexicon, registry
        self._found: dict[str, Referent] = {}

    def marks(self, trees: list[Tree], spans: list[Span], owners: dict[int, Referent]) -> list[Mark]:
        """Mentions within the longer names of things; names of persons, countries and places are left whole."""
        out: list[Mark] = []
        for n, span in enumerate(spans):
            owner = owners.get(n)
            if owner is None or span.end - span.first < 2 or owner.kind in ("Person", "Country") or owner.mapped:
                continue
            out += self._within(trees[span.sentence], span, owner)
        return out

    def _within(self, tree: Tree, span: Span, owner: Referent) -> list[Mark]:
        out: list[Mark] = []
        taken: set[int] = set()  # words of places and persons, in which nothing else is looked for
        ends: set[int] = set()  # where names end whose shorter forms are no names of their own: "Apollo 11"
        for length in range(min(_LONGEST, span.end - span.first), 0, -1):
            for i in range(span.first, span.end - length + 1):
                j = i + length
                if not tree.words[i][0].isupper() or length == span.end - span.first or taken.intersection(range(i, j)):
                    continue
                text = surface(tree, i, j)
                if j == span.end and tree.lower[j - 1] in self.lexicon.heads and self.registry.place(text) is None:
                    continue
                if j in ends or (j < span.end and tree.words[j].isdigit()):
                    continue
                after = i > span.first and tree.lower[i - 1] in ("of", "at", "in")
                inner = self._known(text, owner, 0 if after else _BIG)
                if inner is not None:
                    if i > span.first and owner.kind == "Place" and tree.lower[i - 1] in _OTHERS:
                        continue  # "New England"
                    if inner.kind in ("Place", "Country") and i > span.first and tree.lower[i - 1] in _DIRECTIONS:
                        i, inner = i - 1, self._part(surface(tree, i - 1, j))  # "Southern Indiana"
                    out.append(Mark(span.sentence, i, j, j - 1, "name", inner))
                    ends.add(j)
                    if inner.kind in ("Person", "Place", "Country"):
                        taken.update(range(i, j))
        return out if owner.listed else out + self._eponyms(tree, span, owner, taken)

    def _part(self, label: str) -> Referent:
        """A part of a country or state that only a longer name speaks of."""
        found = self._found.get(label)
        if found is None:
            found = self._found[label] = Referent(label, "Place", inner=True)
        return found

    def _known(self, text: str, owner: Referent, size: int) -> Referent | None:
        """The country, place, actor or other name of the article that these words are."""
        known = self.by_key.get(cluster_key(text))
        if known is not None:
            return known if known is not owner else None
        country = self.registry.country(text)
        place = None if country else self.registry.place(text)
        if place is not None and place.population and (place.population < size or place.label != text):
            place = None
        actor = None if country or place else self.registry.actor(text)
        if actor is not None and actor.type in ("Organization", "Alliance", "Government", "ArmedGroup"):
            label, kind, where = actor.label, actor.type, actor.country
        elif country or place:
            label, kind = country or (place.label if place else ""), "Country" if country else "Place"
            where = country or (place.country if place else None)
        else:
            return None
        if label == owner.label or (owner.listed and actor is not None):
            return None  # Kataib Hezbollah is not Hezbollah
        found = self.by_key.get(cluster_key(label)) or self._found.get(label)
        if found is None:
            found = self._found[label] = Referent(label, kind, country=where or "", sure=True)
        return found

    def _eponyms(self, tree: Tree, span: Span, owner: Referent, taken: set[int]) -> list[Mark]:
        """Proper nouns that modify the head noun of a name: "Nobel" Prize, Ministry of "Culture"."""
        heads = [i for i in range(span.first, span.end) if tree.lower[i] in self.lexicon.heads]
        if not heads and owner.kind not in ("Thing", ""):
            return []
        words = range(span.first, span.end) if heads else range(span.first, span.first + 1)  # a product's brand
        heads = heads or [span.end - 1]
        head = next((i for i in heads if i + 1 < span.end and tree.lower[i + 1] in _JOINTS), heads[-1])
        out: list[Mark] = []
        for i in words:
            if i == head or i in taken or tree.tags[i][:2] != "NN" or not tree.words[i][0].isupper():
                continue
            if (
                (i > head and tree.lower[i] in self.lexicon.heads)
                or (span.end - span.first > 6 and span.first < i < head - 1)
                or (i + 1 < span.end and tree.lower[i + 1] in _JOINTS)
            ):
                continue
            text = tree.words[i]
            if self.registry.demonym(text):
                continue
            key = cluster_key(text)
            found = self.by_key.get(key) or self._found.get(key)
            if found is None or found is owner:
                found = self._found[key] = Referent(text, "Thing", inner=True)
            out.append(Mark(span.sentence, i, i + 1, i, "name", found))
        return out
