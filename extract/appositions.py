"""Appositions and titles: what a noun phrase is said to be in passing.

"Mohammad Bagheri, the chief of staff of the Iranian Armed Forces"; "President Bashar al-Assad".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .phrases import NOUN_TAGS, conjuncts, noun_phrase
from .triples import Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .clauses import Clause
    from .tree import Tree

_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "det"})


def apposition_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(name, is, description) for each apposition, and (name, is description of, whole) where it says of what."""
    for a, dep in enumerate(tree.deps):
        if dep != "appos" or tree.tags[a] not in NOUN_TAGS or tree.tags[tree.heads[a]] not in NOUN_TAGS:
            continue
        first = tree.heads[a]
        while tree.deps[first] == "appos":  # a chain describes its first member
            first = tree.heads[first]
        if _in_brackets(tree, a) and len(noun_phrase(tree, a)) == 1:
            continue  # an acronym: another name, not a description
        name, description = (first, a) if not _describes(tree, first, a) else (a, first)
        shown = noun_phrase(tree, name)
        for d in conjuncts(tree, description):
            words = noun_phrase(tree, d)
            if set(words) & set(shown):
                continue
            made = Triple("apposition", d, name, d, tuple(shown), (), tuple(words), "be", unspoken=True)
            yield made
            yield from of_whom(tree, made, d, words)


def of_whom(tree: Tree, made: Triple, noun: int, words: list[int]) -> Iterator[Triple]:
    """"the leader of Hezbollah": the description becomes the relation, its complement the object."""
    for prep in tree.kids(noun, ("prep",)):
        if prep not in words:
            continue
        for p in tree.kids(prep, ("pobj",)):
            for o in conjuncts(tree, p):
                obj = noun_phrase(tree, o)
                relation = tuple(t for t in words if t <= prep)
                yield made._replace(
                    rule=made.rule + "-of", object_head=o, relation=relation, object=tuple(obj),
                    lemma=f"be {tree.lemma(noun)} {tree.lower[prep]}",
                )  # fmt: skip


def _describes(tree: Tree, first: int, second: int) -> bool:
    """Whether the first member describes and the second names: "the group's leader, Hassan Nasrallah"."""
    return tree.tags[first] in ("NN", "NNS") and tree.tags[second] in ("NNP", "NNPS")


def _in_brackets(tree: Tree, i: int) -> bool:
    return i > 0 and tree.words[i - 1] in ("(", "[", "-LRB-")


def title_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(name, is, title) for a person's name with a title or description before it."""
    for first, end, label in tree.names:
        head = end - 1
        if label not in ("PERSON", "Person") or tree.tags[head] not in NOUN_TAGS:
            continue
        before = [c for c in tree.children[head] if c < first and tree.deps[c] in _MODIFIERS]
        words = sorted({t for c in before for t in tree.subtree(c)})
        words = [t for t in words if t < first]
        if not words or tree.tags[words[-1]] not in NOUN_TAGS or words[-1] != first - 1:
            continue
        yield Triple(
            "title", words[-1], head, words[-1], tuple(range(first, end)), (), tuple(words), "be", unspoken=True
        )
