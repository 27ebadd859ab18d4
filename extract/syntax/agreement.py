"""Whether a noun and a finite verb agree in number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.wordlists import nouns
from .phrases import NOUN_TAGS

if TYPE_CHECKING:
    from .tree import Tree

_SINGULAR = frozenset({"is", "was", "has", "does", "'s"})
_PLURAL = frozenset({"are", "were", "have", "do", "'re", "'ve"})
#: Nouns that take either.
_EITHER = frozenset({"data", "media", "staff", "police", "headquarters", "means", "series"})
_ONE = frozenset({"he", "she", "it", "this", "that"})
_MANY = frozenset({"they", "we", "these", "those"})


def agree(tree: Tree, noun: int, verb: int) -> bool | None:
    """Whether both are singular or both plural; None where either may be both."""
    one, many = number_of_verb(tree, verb), number_of_noun(tree, noun)
    return one == many if one and many else None


def number_of_verb(tree: Tree, v: int) -> str:
    """ "singular", "plural", or "" where its finite word shows none."""
    finite = next((k for k in (*tree.kids(v, ("aux", "auxpass")), v) if tree.tags[k] in ("VBZ", "VBP", "VBD")), None)
    if finite is None:
        return ""
    if tree.tags[finite] == "VBZ" or tree.lower[finite] in _SINGULAR:
        return "singular"
    return "plural" if tree.tags[finite] == "VBP" or tree.lower[finite] in _PLURAL else ""


def number_of_noun(tree: Tree, noun: int) -> str:
    """ "singular", "plural", or "" of coordinations, quantities, bodies of people and what is no noun."""
    if tree.lower[noun] in _ONE | _MANY:
        return "singular" if tree.lower[noun] in _ONE else "plural"
    if tree.tags[noun] not in NOUN_TAGS or tree.kid(noun, "conj") is not None or tree.lower[noun] in _EITHER:
        return ""
    if tree.tags[noun] in ("NNS", "NNPS"):
        return "plural"
    return "" if tree.lemma(noun) in nouns().quantities else "singular"
