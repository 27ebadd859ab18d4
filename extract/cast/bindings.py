"""Nouns that describe a name beside them: appositions, role nouns before a name, "known as X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .asserted import identified
from .beside import office_of
from .roles import left_edge

if TYPE_CHECKING:
    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .memory import Memory
    from .referents import Referent

NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_PLURALS = frozenset(("NNS", "NNPS"))
_NAMING = frozenset(("name", "call", "dub", "entitle", "title", "nickname", "christen"))
_BREAKS = frozenset((":", ";", '"', "“", "”"))
#: Nouns for a country that are no word for one.
_OF_COUNTRIES = frozenset(
    ("territory", "commonwealth", "team", "side", "ally", "neighbour", "neighbor", "host", "champions", "debutants")
)
_BODIES = frozenset(("Organization", "ArmedGroup", "Alliance", "Government", "Group"))
_ROLE = 6  # words of a role with whom it is for
_MODIFIERS = frozenset((*NOUNS, "JJ", "POS", "CC"))
_FARTHEST = 15  # words between a name and its apposition


class Binder:
    """Binds the nouns of one article to the names they describe, and learns of the names what the nouns tell."""

    def __init__(self, memory: Memory, lexicon: Lexicon, registry: Registry) -> None:
        self.memory, self.lexicon, self.registry = memory, lexicon, registry
        self._kin: list[tuple[int, str, Referent]] = []  # of the sentence being read: whose word, what, who

    def bind(self, tree: Tree, s: int) -> None:
        """Binds what describes the names of sentence `s`."""
        here = self.memory.slots[s]
        for head in sorted(self.memory.heads[s]):
            r = here[head]
            self._before(tree, s, head, r)
            for c in tree.children[head]:
                if tree.deps[c] == "appos" and self._fits(tree, s, c, r) and self._beside(tree, head, c):
                    self._tie(tree, s, c, r, left_edge(tree, c))
                    for d in tree.children[c]:
                        if tree.deps[d] == "conj" and tree.tags[d] not in _PLURALS and self._fits(tree, s, d, r):
                            self._tie(tree, s, d, r, left_edge(tree, d))
            self._christened(tree, s, head, r)
            noun = identified(tree, head)
            if noun is not None and self._fits(tree, s, noun, r):
                self._tie(tree, s, noun, r, left_edge(tree, noun))
            if r.kind == "Person":
                self._belongs(tree, head, r, here)
            h = tree.heads[head]
            if tree.deps[head] == "appos" and self._fits(tree, s, h, r) and self._beside(tree, h, head):
                self._tie(tree, s, h, r, left_edge(tree, h))

    def settle(self, s: int) -> None:
        """Notes whose father and whose wife somebody is, once the pronouns of sentence `s` are read."""
        here = self.memory.slots[s]
        for c, noun, r in self._kin:
            if c in here and here[c] is not r:
                r.kin.append((noun, here[c]))
        self._kin.clear()

    def _before(self, tree: Tree, s: int, head: int, r: Referent) -> None:
        """Role nouns right before the name: "journalist X", "co-founder X"."""
        here, low, tags = self.memory.slots[s], tree.lower, tree.tags
        i = head
        while i >= 0 and here.get(i) is r:
            i -= 1
        while i >= 0 and tags[i] in ("NN", "NNS") and i not in here:
            if not self.describes(low[i], tree.lemma(i), r, plural=tags[i] == "NNS", before=True):
                break
            self._tie(tree, s, i, r, self._edge(tree, i, here))
            if i > 1 and low[i - 1] == "-":
                here[i - 1] = here[i - 2] = r
            i -= 1
        role = office_of(tree, i + 1, self.lexicon) if r.kind == "Person" and i in here else None
        if role is not None and role not in here:
            self._tie(tree, s, role, r, self._edge(tree, role, here))
            r.backer = here[i] if here[i].label else r.backer

    def _fits(self, tree: Tree, s: int, i: int, r: Referent) -> bool:
        if i in self.memory.slots[s] or tree.tags[i] not in NOUNS:
            return False
        return self.describes(tree.lower[i], tree.lemma(i), r, plural=tree.tags[i] in _PLURALS)

    def _beside(self, tree: Tree, i: int, j: int) -> bool:
        """Whether an apposition as the parser sees it is one: near, not across a colon or a quotation mark, no verb."""
        edge = left_edge(tree, max(i, j))
        between = tree.words[min(i, j) + 1 : edge]
        if len(between) >= _FARTHEST or not _BREAKS.isdisjoint(between):
            return False
        return tree.tags[left_edge(tree, j)][:2] != "VB"

    def _christened(self, tree: Tree, s: int, head: int, r: Referent) -> None:
        """ "A militia known as X", "a man called X": the noun speaks of X."""
        verb = head
        while tree.heads[verb] != verb and tree.tags[verb][0] != "V":
            verb = tree.heads[verb]
        noun = tree.heads[verb]
        if tree.deps[verb] not in ("acl", "relcl") or noun > verb or noun in self.memory.slots[s]:
            return
        if tree.tags[noun] not in NOUNS or tree.deps[head] == "nsubj":
            return
        lemma = tree.lemma(verb)
        singled = lemma == "identify" and tree.tags[verb] == "VBN" and tree.tags[noun] == "NN"
        if lemma in _NAMING or ((singled or lemma in ("know", "refer")) and tree.lower[tree.heads[head]] == "as"):
            self._tie(tree, s, noun, r, left_edge(tree, noun))

    def _edge(self, tree: Tree, i: int, here: dict[int, Referent]) -> int:
        """Where the phrase begins whose last words are a role noun and the name after it: determiner, adjectives."""
        first = i
        while first > 0 and first - 1 not in here and tree.deps[first - 1] in ("det", "amod", "advmod"):
            first -= 1
        return first

    def _tie(self, tree: Tree, s: int, i: int, r: Referent, first: int) -> None:
        """Noun `i`, whose phrase begins at `first`, speaks of `r`."""
        here, noun = self.memory.slots[s], tree.lower[i]
        here[i] = r
        self.memory.learn(r, noun)
        self.memory.bound.add((s, i))
        for c in tree.children[i]:
            if c < i and tree.lower[c] in self.lexicon.title_modifiers:
                self.memory.learn(r, tree.lower[c])
            if tree.deps[c] == "poss" and noun in self.lexicon.families:
                self._kin.append((c, noun, r))
        if r.kind == "Person":
            r.learn_gender(self.lexicon.noun_genders.get(noun, ""))
        for c in range(self._speaks_for(tree, first, i, here), i):
            self._affiliate(tree, c, r, here.get(c))
        self._belongs(tree, i, r, here)
        self.memory.mark(s, min(first, i), i + 1, i, "nominal", r)

    def _speaks_for(self, tree: Tree, first: int, i: int, here: dict[int, Referent]) -> int:
        """Where the words before a role noun begin, those included that name for whom: "Houthi military spokesman"."""
        left = first
        while left > 0 and i - left < _ROLE and tree.tags[left - 1] in _MODIFIERS and (left == i or left not in here):
            left -= 1
        return left

    def _belongs(self, tree: Tree, i: int, r: Referent, here: dict[int, Referent]) -> None:
        """Takes up whom somebody is "of", "for" or "with": a spokesman, or a name itself."""
        for c in tree.children[i]:
            if c > i and tree.deps[c] == "prep" and tree.lower[c] in ("for", "of", "at", "with"):
                name = tree.kid(c, "pobj")
                if name is not None:
                    self._affiliate(tree, name, r, here.get(name))

    def _affiliate(self, tree: Tree, c: int, r: Referent, named: Referent | None) -> None:
        """Takes up whom a person speaks for, and the country: "a UN rapporteur", "Iran's chief of staff"."""
        if r.backer is None and r.kind == "Person" and named is not None and named.label and named.kind != "Person":
            r.backer = named
        if not r.country:
            if named is not None and named.kind == "Country":
                r.country = named.label
            elif tree.words[c][0].isupper():
                r.country = self.registry.demonym(tree.words[c]) or ""

    def describes(self, word: str, noun: str, r: Referent, *, plural: bool, before: bool = False) -> bool:
        """Whether a noun (as it stands, and singular) may describe `r`; `before`: right before its name."""
        if plural and not r.plural and r.kind not in ("Organization", "ArmedGroup", "Group"):
            return False
        kind = self.lexicon.nouns.get(word) or self.lexicon.nouns.get(noun)
        if kind is None:
            return r.kind == "Person" and not before and noun[-2:] in ("or", "er") and noun not in self.lexicon.times
        if before and kind in ("place", "event") and r.kind not in ("Place", "Event", "Country"):
            return False
        if r.kind == "Person":
            return kind == "person"
        if r.kind == "Country":
            return kind == "country" or word in _OF_COUNTRIES
        if r.kind in _BODIES:
            return kind in ("organization", "armed") or (not before and kind in ("place", "thing", "event"))
        if r.kind == "Place":
            return kind in ("place", "country", "organization")
        if r.kind in ("Thing", "Event"):
            return kind in ("thing", "event", "organization")
        return kind != "person" or before
