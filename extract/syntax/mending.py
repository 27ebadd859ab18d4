"""How a mend goes over a sentence: asked of each word with a certain label, tag or spelling, from left to right."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from .tree import Tree

    #: Mends the construction that one word stands in, where that is misread; says whether it changed the tree.
    MendOfWord = Callable[[Tree, int], bool]
    #: The same of a name, from its first word to the end.
    MendOfName = Callable[[Tree, int, int], bool]
    #: The same of a whole sentence.
    Mend = Callable[[Tree], bool]


def at_label(*labels: str) -> Callable[[MendOfWord], Mend]:
    """Ask a mend of each word with one of these labels."""
    return _at("deps", labels)


def at_tag(*tags: str) -> Callable[[MendOfWord], Mend]:
    """Ask a mend of each word with one of these tags."""
    return _at("tags", tags)


def at_word(*words: str) -> Callable[[MendOfWord], Mend]:
    """Ask a mend of each of these words, in whatever case."""
    return _at("lower", words)


def at_root(mend: MendOfWord) -> Mend:
    """Ask a mend of the word that a sentence hangs on."""

    @wraps(mend)
    def mended(tree: Tree) -> bool:
        changed = mend(tree, tree.root)
        if changed:
            tree.relink()
        return changed

    return mended


def at_name(*labels: str) -> Callable[[MendOfName], Mend]:
    """Ask a mend of each name that the recogniser gave one of these labels; of all names where there is no label."""

    def of_sentence(mend: MendOfName) -> Mend:
        @wraps(mend)
        def mended(tree: Tree) -> bool:
            changed = False
            for first, end, label in tree.names:
                if (not labels or label in labels) and mend(tree, first, end):
                    tree.relink()
                    changed = True
            return changed

        return mended

    return of_sentence


def _at(column: str, values: tuple[str, ...]) -> Callable[[MendOfWord], Mend]:
    """The mend finds the tree as it has left it at the words before, with its links in order.

    Most mends change nothing in most sentences: which words they are asked of is looked up, until one of them changes.
    """
    wanted = frozenset(values)

    def of_sentence(mend: MendOfWord) -> Mend:
        @wraps(mend)
        def mended(tree: Tree) -> bool:
            standing = tree.where(column)
            places = [i for value in values if value in standing for i in standing[value]]
            if len(values) > 1:
                places.sort()
            for i in places:
                if mend(tree, i):
                    tree.relink()
                    rest(tree, i + 1)
                    return True
            return False

        def rest(tree: Tree, first: int) -> None:
            seen: list[str] = getattr(tree, column)
            for i in range(first, len(tree)):
                if seen[i] in wanted and mend(tree, i):
                    tree.relink()

        return mended

    return of_sentence
