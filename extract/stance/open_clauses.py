"""Clauses that leave open whether what they tell is so, though no word in them says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .operators import stance_lexicon
from .tense import own_tense

if TYPE_CHECKING:
    from ..syntax.tree import Tree


def is_anybody(tree: Tree, noun: int, i: int) -> bool:
    """Whether a relative clause only says of whom its sentence would hold: "anyone who lies", "those who lie may"."""
    if tree.lower[noun] in ("anyone", "anybody", "whoever", "anything"):
        return tree.lower[noun] != "anything" or own_tense(tree, i) == "present"
    verb = tree.heads[noun]
    rule = any(tree.tags[c] == "MD" for c in tree.kids(verb, ("aux",))) and tree.deps[noun] in ("nsubj", "nsubjpass")
    return rule and tree.lower[noun] == "those"


def judged_in_general(tree: Tree, i: int, head: int) -> bool:
    """Whether a clause only says how hard or lawful it would be: "getting them to leave is hard"."""
    said = tree.kid(head, "acomp")
    general = said is not None and tree.lower[said] in stance_lexicon().general
    return general and tree.tags[i] == "VBG" and own_tense(tree, head) == "present"
