"""Tells one country's Interior Ministry from another's: by whose it is said to be, or by the article's country."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .clusters import Cluster
    from .referents import Referent

_FORCES = frozenset(
    (
        "army",
        "navy",
        "air force",
        "coast guard",
        "national guard",
        "armed forces",
        "marines",
        "marine corps",
        "republican guard",
    )
)
_FIRM = 3  # times that actors of a country are named before it is the article's
_OFFICES = frozenset(
    ("of", "the", "and", "for", "supreme", "high", "constitutional", "federal", "affairs", "justice", "central")
)


class Offices:
    """The offices and forces of one article. `focus`: how often it speaks of each country, by name or adjective."""

    def __init__(self, trees: list[Tree], lexicon: Lexicon, registry: Registry, clusters: list[Cluster]) -> None:
        self.trees, self.lexicon, self.registry = trees, lexicon, registry
        self.focus = self._focus(clusters)
        self.implied = self._implied(clusters)

    def _focus(self, order: list[Cluster]) -> Counter[str]:
        """How often the article speaks of each country, by name or adjective."""
        out: Counter[str] = Counter()
        for cluster in order:
            if cluster.referent is not None and cluster.referent.kind == "Country":
                out[cluster.referent.label] += len(cluster.spans)
        for tree in self.trees:
            for i, tag in enumerate(tree.tags):
                if tag == "JJ" and tree.words[i][0].isupper() and (country := self.registry.demonym(tree.words[i])):
                    out[country] += 1
        return out

    def _implied(self, order: list[Cluster]) -> Counter[str]:
        """The same by the known actors and places of each country that the article names."""
        out: Counter[str] = Counter()
        for cluster in order:
            r = cluster.referent
            if r is not None and r.country and (r.listed or r.mapped):
                out[r.country] += len(cluster.spans)
        return out

    def qualify(self, cluster: Cluster) -> None:
        """Puts the country into the label of an office or force that every state has one of."""
        r = cluster.referent
        if r is None or r.listed or r.qualified or not self._generic(r):
            return
        country = r.country or self._owner(cluster)
        if not country:
            most = self.focus.most_common(2)
            if not most or (len(most) > 1 and most[0][1] == most[1][1]):
                most = self.implied.most_common(2)
                if not most or most[0][1] < _FIRM or (len(most) > 1 and most[0][1] < 2 * most[1][1]):
                    return
            country = most[0][0]
        adjective = self.registry.adjective(country) or country
        if country == "United States":
            adjective = country  # its offices are called by the noun
        r.country, r.qualified = country, True
        for owner in (country, adjective, f"{country}'s"):
            actor = self.registry.actor(f"{owner} {r.label}")
            if actor is not None:
                r.label, r.kind = actor.label, actor.type
                return
        r.label = f"{adjective} {r.label}"

    def _generic(self, r: Referent) -> bool:
        """Whether every state has one of this name: "Interior Ministry", "Senate", "Coast Guard"."""
        words = r.label.lower().split()
        if r.kind == "ArmedGroup":
            return r.label.lower() in _FORCES
        if r.kind != "Government":
            return False
        if len(words) == 1:
            return words[0] in ("parliament", "senate", "congress", "cabinet", "government", "house")
        if any(self.registry.demonym(w) or self.registry.country(w) for w in r.label.split()):
            return False
        if "ministry" in (words[0], words[-1]):
            return True
        return all(w in self.lexicon.heads or w in self.lexicon.title_modifiers or w in _OFFICES for w in words)

    def _owner(self, cluster: Cluster) -> str:
        """The country of which a mention of this name says that it is its: "Iran's Foreign Ministry"."""
        for span in cluster.spans:
            tree, i = self.trees[span.sentence], span.first - 1
            if i > 0 and tree.lower[i] in ("'s", "’s", "'"):
                country = self.registry.country(tree.words[i - 1])
                if country is None and i > 1:
                    country = self.registry.country(f"{tree.words[i - 2]} {tree.words[i - 1]}")
                if country:
                    return country
            if country := self._opening(tree, span.first):
                return country
        return ""

    def _opening(self, tree: Tree, end: int) -> str:
        """The country of the capital with which a sentence opens: "In Tehran, Foreign Ministry officials said"."""
        if tree.lower[0] != "in" or "," not in tree.words[2:end]:
            return ""
        name = tree.words_of(range(1, tree.words.index(",", 2)))
        return self.registry.capital(name) or self.registry.country(name) or ""
