"""Who acts by an act or by arms: "a Norwegian airstrike killed him" says that Norway did, "Chadian jets" that Chad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import conjuncts, is_act, noun_phrase
from ..words.wordlists import nouns
from .ties import is_actor, is_owner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.tree import Tree
    from .triple import Triple

#: A clause whose doer an act or arms stand for; the act itself has a triple of its own.
_DOING = frozenset({"object", "agent", "prep", "object-inside", "object-prep"})


def wielded(tree: Tree, triple: Triple) -> Iterator[Triple]:
    """The triple with the owner of its doer in the doer's place, where the doer is an act or arms."""
    doer = triple.object_head if triple.turned else triple.subject_head
    if triple.rule not in _DOING or not _is_means(tree, doer):
        return
    for owner in _owners(tree, doer):
        words = tuple(t for t in noun_phrase(tree, owner) if tree.deps[t] != "case")
        other = triple.subject if triple.turned else triple.object
        if not words or set(words) & set(other):
            continue
        if triple.turned:
            yield triple._replace(rule="wielder", object_head=owner, object=words)
        else:
            yield triple._replace(rule="wielder", subject_head=owner, subject=words)


def _is_means(tree: Tree, noun: int) -> bool:
    lemma = tree.lemma(noun)
    if tree.tags[noun] not in ("NN", "NNS") or lemma in nouns().suffered:
        return False
    return lemma in nouns().arms or is_act(tree, noun)


def _owners(tree: Tree, noun: int) -> list[int]:
    """Whose it is: "Israel's attack", "Israeli attacks", "an attack by gunmen"."""
    before = [o for k in tree.kids(noun, ("poss",)) for o in conjuncts(tree, k) if is_actor(tree, o)]
    modifiers = (k for k in tree.kids(noun, ("compound", "amod", "nmod")) if k < noun)
    before = before or [o for k in modifiers for o in conjuncts(tree, k) if is_owner(tree, o)]
    by = [k for k in tree.kids(noun, ("prep", "agent")) if tree.lower[k] == "by"]
    return before or [o for k in by for p in tree.kids(k, ("pobj",)) for o in conjuncts(tree, p) if is_actor(tree, o)]
