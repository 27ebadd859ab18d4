"""What an article tells of a name where it stands: its titles, head nouns, appositions, "who", ages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...ontology.model import ENTITY_TYPES
from ..words.classwords import class_words
from ..words.lexicon import NOUN_KINDS
from .asserted import assert_kind
from .beside import beside, described
from .spans import head_of
from .usage import use

if TYPE_CHECKING:
    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .clusters import Cluster
    from .spans import Span

_LABELS = {**{kind: kind for kind in ENTITY_TYPES},
    "PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place", "NORP": "Group",
    "EVENT": "Event", "PRODUCT": "Thing", "WORK_OF_ART": "Thing", "LAW": "Thing", "LANGUAGE": "Thing",
}  # fmt: skip
_IN = frozenset(("in", "at", "near", "from", "into", "around", "outside", "to", "across"))


class Hearer:
    """Adds to the names of an article what each occurrence tells of them."""

    def __init__(self, lexicon: Lexicon, registry: Registry) -> None:
        self.lexicon, self.registry = lexicon, registry
        self.words = class_words()

    def hear(self, tree: Tree, span: Span, cluster: Cluster) -> None:
        """Adds what the words around one name tell."""
        kind = _LABELS.get(span.label)
        if kind:
            cluster.votes[kind] += 1
        lex, low, tags, deps = self.lexicon, tree.lower, tree.tags, tree.deps
        use(tree, span, cluster, lex)
        beside(tree, span, cluster, lex, self.registry)
        assert_kind(tree, span, cluster, lex)
        a, b, n = span.first, span.end, len(tree)
        if span.titles[1] > span.titles[0]:
            cluster.told["Person"] += 3
            for i in range(*span.titles):
                self._called(cluster, low[i].rstrip("."))
            a = span.titles[0]
        i = a - 1
        while i >= 0 and low[i] in lex.nouns and self._noun(tree, i):
            said = lex.nouns[low[i]]
            if said in ("person", "organization", "armed", "thing") and (tree.heads[i] >= a or said == "person"):
                self._told(tree, i, cluster)
            i -= 1
            if i > 0 and low[i] == "-":
                i -= 2
        if i < a - 1 or span.titles[1]:
            self._backed(tree, i, span.sentence, cluster)
        if b < n:
            self._followed(tree, span, cluster)
        head = head_of(tree, span.first, b)
        up = tree.heads[head]
        cluster.located += deps[head] == "pobj" and low[up] in _IN
        cluster.inside += deps[head] == "pobj" and low[up] == "in"
        for c in tree.children[head]:
            if deps[c] == "appos" and c >= b and tags[c] == "NN" and low[c] in lex.nouns:
                self._told(tree, c, cluster)
        if deps[head] == "appos" and up < a and tags[up] == "NN" and low[up] in lex.nouns:
            self._told(tree, up, cluster)

    def _noun(self, tree: Tree, i: int) -> bool:
        """Whether a word that may be a noun for what a name names is one here."""
        word = tree.lower[i]
        named = i > 0 and tree.words[i - 1][0].isupper()
        daily = named and word in self.words.periodicals  # "Greek daily", not "a daily"
        return tree.tags[i] == "NN" or daily or (tree.tags[i] == "JJ" and self.lexicon.nouns[word] == "person")

    def _followed(self, tree: Tree, span: Span, cluster: Cluster) -> None:
        low, b, n = tree.lower, span.end, len(tree)
        after = low[b]
        if after in self.words.nouns_behind and tree.heads[b - 1] == b:
            cluster.told[self.words.nouns_behind[after]] += 2
            self._called(cluster, after)
        elif after == "who" or (after in (",", ":") and b + 1 < n and low[b + 1] == "who"):
            cluster.told["Person"] += 2 * (after == "who" or described(tree, span, b + 1))
        elif after == "," and b + 1 < n and low[b + 1] == "which":
            cluster.signs.which += described(tree, span, b + 1)
        elif after == "," and b + 2 < n:
            if low[b + 1].isdigit() and len(low[b + 1]) == 2 and low[b + 2] == ",":
                cluster.told["Person"] += 2  # an age
            elif (
                tree.words[b + 1][0].isupper()
                and self.registry.place(tree.words[b + 1])
                and self.registry.places.city(span.text)
            ):
                place = self.registry.place(tree.words[b + 1])
                cluster.told["Place"] += 2 * (place is not None and place.population == 0)

    def _backed(self, tree: Tree, i: int, sentence: int, cluster: Cluster) -> None:
        """Takes up the country or organisation that stands before a title: "Iran's", "Syrian", "Facebook"."""
        while i >= 0 and tree.lower[i] in self.lexicon.title_modifiers and tree.words[i][0].isupper():
            i -= 1  # "Kenya's Prime minister": Kenya
        if i > 0 and tree.lower[i] in ("'s", "’s"):
            i -= 1
        if i < 0 or not tree.words[i][0].isupper():
            return
        country = self.registry.demonym(tree.words[i]) or self.registry.country(tree.words[i])
        if country is None and i > 0:
            country = self.registry.country(f"{tree.words[i - 1]} {tree.words[i]}")
        cluster.country = cluster.country or country or ""
        if not cluster.backer:
            cluster.backer_at = sentence, i
        cluster.backer = cluster.backer or country or tree.words[i]

    def _told(self, tree: Tree, i: int, cluster: Cluster) -> None:
        """Takes a noun for what it says of the name; "group" for an armed one where an adjective says so."""
        noun, words = tree.lower[i], self.words
        if noun in words.person_or_firm:
            return
        modified = any(c < i and tree.deps[c] in ("amod", "compound") for c in tree.children[i])
        if noun in words.persons_modified and not (modified or (i and tree.tags[i - 1][:2] in ("NN", "JJ"))):
            return  # "the star Orvale B"
        if noun == "producer" and i and tree.tags[i - 1] == "NN" and tree.lower[i - 1] not in words.producing_persons:
            cluster.told["Organization"] += 2  # of gas, not of films
            return
        armed = noun in words.bands and any(tree.lower[c] in words.armed_adjectives for c in tree.children[i])
        cluster.told["ArmedGroup" if armed else NOUN_KINDS[self.lexicon.nouns[noun]]] += 2
        self._called(cluster, noun)

    def _called(self, cluster: Cluster, noun: str) -> None:
        cluster.nouns.add(noun)
        cluster.gender = cluster.gender or self.lexicon.noun_genders.get(noun, "")
