"""Noun phrases that tell an act or a tie: "Iran's support for Assad", "Russian airstrikes on Idlib", "Iran's ally Syria"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .phrases import NOUN_TAGS, conjuncts, noun_phrase
from .triples import Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .clauses import Clause
    from .tree import Tree

#: Prepositions that bring in whom the act named by a noun is directed at, or who does it.
_PATIENT = frozenset({"on", "against", "for", "with", "to", "over", "in", "into", "from", "about", "at", "of", "between", "toward", "towards"})


def noun_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(doer, noun prep, patient) for nouns with a possessor or agent and a prepositional complement."""
    for n, tag in enumerate(tree.tags):
        if tag not in ("NN", "NNS"):
            continue
        preps = [(k, o) for k in tree.children[n] if tree.deps[k] == "prep" for o in tree.children[k] if tree.deps[o] == "pobj"]
        doers = [(d, True) for k in tree.children[n] if tree.deps[k] == "poss" for d in conjuncts(tree, k)]
        agents = [d for k, o in preps if tree.lower[k] == "by" for d in conjuncts(tree, o)]
        agents += [d for k in tree.children[n] if tree.deps[k] == "agent" for o in tree.kids(k, ("pobj",)) for d in conjuncts(tree, o)]
        doers += [(d, False) for d in agents]
        if not doers:
            doers = [(k, False) for k in tree.children[n] if tree.deps[k] in ("amod", "compound", "nmod") and tree.tags[k] in ("NNP", "JJ") and tree.words[k][0].isupper()]
        for d, _ in doers:
            subject = tuple(t for t in noun_phrase(tree, d) if tree.deps[t] != "case")
            for k, o in preps:
                if tree.lower[k] not in _PATIENT:
                    continue
                for p in conjuncts(tree, o):
                    obj = tuple(noun_phrase(tree, p))
                    if set(obj) & set(subject):
                        continue
                    mods = tuple(m for m in tree.children[n] if m < n and tree.deps[m] in ("amod", "compound", "nummod") and m not in subject and m > d)
                    yield Triple("noun", n, d, p, subject, (*mods, n, k), obj, f"{tree.lemma(n)} {tree.lower[k]}")
