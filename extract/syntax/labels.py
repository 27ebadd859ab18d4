"""A long noun phrase as a label: cut, but not in the middle of what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .phrases import leftmost, trim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .tree import Tree

#: A label of more words than this is cut before a modifier, and says so.
LABEL_WORDS = 12
#: What a label may end before: what is left still names the thing.
_CLAUSES = frozenset({"relcl", "acl", "advcl"})
_PHRASES = frozenset({"prep", "appos"})


def short_phrase(tree: Tree, head: int, words: Sequence[int]) -> Sequence[int]:
    """A noun phrase of many words as a label: without what follows its first clause or one of its prepositions.

    So no modifier is cut in two; who shows the label says that it is cut.
    """
    if len(words) <= LABEL_WORDS:
        return words
    clauses, phrases = (_openings(tree, head, words, kinds) for kinds in (_CLAUSES, _PHRASES))
    whole = clauses[0] if clauses else len(words)
    fitting = [n for n in (whole, *reversed(phrases)) if n <= min(whole, LABEL_WORDS)]
    end = fitting[0] if fitting else min((*phrases, whole))
    shorter = trim(tree, list(words[:end]), head)
    return shorter if head in shorter else words


def _openings(tree: Tree, head: int, words: Sequence[int], kinds: frozenset[str]) -> list[int]:
    """How many of the words stand before each modifier of these kinds that follows the head."""
    opening = {leftmost(tree, t) for t in words if t > head and tree.deps[t] in kinds}
    return [n for n, t in enumerate(words) if t > head and t in opening]
