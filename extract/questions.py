"""Clauses by which to ask or to insist is no demand: "asked why he left", "insisted that he was right"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .syntax.phrases import leftmost
from .words.wordlists import verbs

if TYPE_CHECKING:
    from .syntax.tree import Tree
    from .triples.triple import Triple

_WHETHER = frozenset({"if", "whether"})
_QUESTION_TAGS = frozenset({"WRB", "WP", "WDT", "WP$"})
_INDICATIVE_TAGS = frozenset({"VBD", "VBZ"})
#: Auxiliaries of what shall be.
OBLIGING = frozenset({"should", "must", "shall", "ought"})


def demands_nothing(tree: Tree, triple: Triple) -> bool:
    """Whether the clause behind a verb that may also want a deed only asks for words, or tells what is so.

    Who asked why they left wants an answer; who insisted that they had left demands nothing, who insisted that they
    leave does.
    """
    verb, known = tree.lemma(triple.predicate), verbs()
    if verb in known.asking:
        later = tree.kids(triple.predicate, ("ccomp", "advcl", "xcomp"))
        if any(c > triple.predicate and _is_question(tree, triple.predicate, c) for c in later):
            return True
    return triple.rule == "content" and verb in known.mandative and _tells(tree, triple.object_head)


def _is_question(tree: Tree, verb: int, clause: int) -> bool:
    first = leftmost(tree, clause)
    return first > verb and (tree.tags[first] in _QUESTION_TAGS or tree.lower[first] in _WHETHER)


def _tells(tree: Tree, clause: int) -> bool:
    """Whether a clause is in the indicative: not "that he be heard", "that they should leave"."""
    helpers = tree.kids(clause, ("aux", "auxpass"))
    if any(tree.tags[h] == "MD" for h in helpers):
        return not any(tree.lower[h] in OBLIGING for h in helpers)
    finite = min((*helpers, clause))
    return tree.tags[finite] in _INDICATIVE_TAGS
