"""What "respectively" pairs off: "Chad and Mali sent ten and twenty men, respectively" has Chad send ten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import conjuncts

if TYPE_CHECKING:
    from ..syntax.tree import Tree
    from .triple import Triple


#: Two coordinations of like size.
Pair = tuple[tuple[int, ...], tuple[int, ...]]


def pairs(tree: Tree) -> list[Pair]:
    """The coordinations that each "respectively" of the sentence pairs off."""
    return [_pair(tree, at) for at, word in enumerate(tree.lower) if word == "respectively"]


def paired_off(triple: Triple, paired: list[Pair]) -> bool:
    """Whether a triple joins no member of one coordination with a wrong one of the other.

    Told by all its words: one of the first coordination goes with one of the second; all go with all.
    """
    said = {*triple.subject, *triple.relation, *triple.object}
    for first, second in paired:
        told = [n for n, member in enumerate(first) if member in said]
        if len(told) == 1 and any(member in said for n, member in enumerate(second) if n != told[0]):
            return False
    return True


def _pair(tree: Tree, at: int) -> Pair:
    """The two coordinations of like size that the word at `at` pairs off, the later one right before it."""
    groups = [conjuncts(tree, i) for i in range(at) if tree.deps[i] != "conj" and tree.kid(i, "conj") is not None]
    groups = sorted((g for g in groups if g[-1] < at), key=lambda g: g[-1])
    if groups:
        second = groups.pop()
        for first in reversed(groups):
            if len(first) == len(second) and first[-1] < second[0]:
                return first, second
    return (), ()
