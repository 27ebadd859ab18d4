"""Noun phrases that tell an act: "Iran's support for Assad", "Russian airstrikes on Idlib", "criticism by UNESCO"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOUN_TAGS, conjuncts, noun_phrase
from .ties import is_act, is_owner, phrase_of
from .triple import Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree

#: Prepositions that bring in whom or what the act named by a noun is directed at.
_PATIENT = frozenset({
    "on", "against", "for", "with", "to", "over", "in", "into", "from", "about", "at", "of", "between", "toward",
    "towards", "upon",
})  # fmt: skip


def noun_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(doer, act preposition, patient) for nouns of acts with a doer and a prepositional complement."""
    for n, tag in enumerate(tree.tags):
        if tag not in ("NN", "NNS") or not is_act(tree, n):
            continue
        for d in _doers(tree, n):
            subject = phrase_of(tree, d)
            before = tuple(
                m
                for m in tree.children[n]
                if d < m < n and tree.deps[m] in ("amod", "compound", "nummod") and m not in subject
            )
            for prep in tree.kids(n, ("prep",)):
                if tree.lower[prep] not in _PATIENT or prep < n or tree.words[prep - 1] in (",", "-"):
                    continue
                for p in tree.kids(prep, ("pobj",)):
                    for o in conjuncts(tree, p):
                        obj = tuple(noun_phrase(tree, o))
                        if tree.tags[o] in NOUN_TAGS | {"PRP"} and not set(obj) & set(subject):
                            lemma = f"{tree.lemma(n)} {tree.lower[prep]}"
                            yield Triple("noun", n, d, o, subject, (*before, n, prep), obj, lemma)


def _doers(tree: Tree, n: int) -> list[int]:
    """Whose act it is: an owner, the agent after "by", or a name used as a modifier."""
    owners = [d for k in tree.kids(n, ("poss",)) for d in conjuncts(tree, k)]
    by = [k for k in tree.children[n] if tree.lower[k] == "by" and tree.deps[k] in ("prep", "agent")]
    agents = [d for k in by for p in tree.kids(k, ("pobj",)) for d in conjuncts(tree, p)]
    names = [k for k in tree.kids(n, ("amod", "compound", "nmod")) if k < n and is_owner(tree, k)]
    return owners + agents or names
