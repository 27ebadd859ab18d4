"""Whose time and place a word shares where it has none of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.lexicon import lexicon
from .governors import governed, governed_conjunct
from .operators import PRESUPPOSED
from .tense import own_tense

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.tree import Tree

#: Words by which a conjunct tells that it comes at a time of its own.
_LATER = frozenset(
    ("later", "then", "subsequently", "afterwards", "afterward", "eventually", "finally", "since", "now")
)
#: "killed in airstrikes", "won by fighting": the event that the phrase names is part of the verb's.
_WITHIN_EVENT = frozenset(("in", "during", "by", "with", "through", "of", "for", "on"))


def settings(tree: Tree, i: int) -> Iterator[tuple[int, int]]:
    """A word, then those whose time and place are its own too, nearest first; with each, where what is shared ends."""
    end = len(tree)
    for _ in range(len(tree)):
        yield i, end
        above = _setting(tree, i)
        if above is None:
            return
        end = min(end, _first_subject(tree, i, above))
        i = above


def _first_subject(tree: Tree, i: int, above: int) -> int:
    """Where what is shared ends of the clause `above`, to which a word with a subject of its own is joined.

    "In Paris Anna sang and Erik danced", but "Anna sang in Paris and Erik danced". The sentence's end elsewhere.
    """
    if governed_conjunct(tree, i) != above or tree.kid(i, "nsubj", "nsubjpass") is None or tree.tags[i][0] != "V":
        return len(tree)
    subject = tree.kid(above, "nsubj", "nsubjpass")
    return len(tree) if subject is None else subject


def _setting(tree: Tree, i: int) -> int | None:
    """The word whose time and place are also this one's, None where the clause ends.

    A reported clause, a purpose and what only describes a noun have settings of their own.
    """
    first = governed_conjunct(tree, i)
    if first != i:
        if any(tree.lower[c] in _LATER for c in tree.children[i]):
            return None
        own = tree.kid(i, "nsubj", "nsubjpass") is not None
        return None if own and tree.tags[i][0] == "V" and own_tense(tree, i) != own_tense(tree, first) else first
    dep, head = tree.deps[i], tree.heads[i]
    if head == i:
        return None
    verb, operator = governed(tree, i)
    if dep in ("xcomp", "acomp", "attr", "oprd"):
        return verb if operator.tense == "same" or tree.lemma(verb) == "be" else None
    if dep == "advcl":
        bare = tree.tags[i] in ("VBG", "VBN") and not any(tree.deps[c] == "mark" for c in tree.children[i])
        return head if bare else None
    if dep == "pcomp":
        return verb if tree.lower[head] in ("by", "in", "with") and tree.tags[verb][0] == "V" else None
    if lexicon().nouns.get(tree.lemma(i), "event") != "event":
        return None  # "On Monday the president met": nobody is president on Monday only
    if dep in ("dobj", "nsubjpass", "nsubj"):
        return verb if operator is not PRESUPPOSED and operator.positive.polarity and operator.tense == "same" else None
    if dep == "pobj" and tree.lower[head] in _WITHIN_EVENT and tree.tags[verb][0] == "V":
        return verb
    return None
