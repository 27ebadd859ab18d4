"""Clauses that a parser joins to a verb they do not belong to, or parts from one they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.wordlists import verbs
from .operators import stance_lexicon
from .signatures import signature

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_QUOTES = frozenset(('"', "“", "”", "''", "``"))


def run_together(tree: Tree, i: int, head: int) -> bool:
    """Whether what was parsed as a complement before its verb is a sentence of its own: "It rained; he promised …"."""
    if i > head:
        return False
    spliced = tree.kid(i, "nsubj") is not None and tree.kid(head, "nsubj") is not None and "," in tree.words[i:head]
    spliced = spliced and tree.kid(head, "dobj") is not None and not mark_of(tree, i)
    if spliced and signature(tree, head, ("that",), i) is None:
        return _QUOTES.isdisjoint(tree.words) and tree.lemma(head) not in verbs().speech
    after = any(tree.deps[c] == "ccomp" and c > head for c in tree.children[head])
    if after or not {";", ":"}.isdisjoint(tree.words[i:head]):
        return True
    copula = tree.lemma(head) == "be" and tree.kid(head, "attr", "acomp") is not None
    return (
        copula and tree.kid(i, "nsubj") is not None and signature(tree, predicate_of(tree, head), ("that",), i) is None
    )


def believed_beside(tree: Tree, i: int) -> int | None:
    """What is thought beside a clause that was joined to the thinking: "I think he lied and they helped him"."""
    verb, subject = tree.heads[i], tree.kid(i, "nsubj", "nsubjpass")
    if subject is None or (tree.lemma(verb), "that") not in stance_lexicon().beliefs or tree.tags[i] not in _FINITE:
        return None
    thought = tree.kid(verb, "ccomp")
    if thought is None or not verb < thought < i or "," in tree.words[thought:i]:
        return None
    thinker = tree.kid(verb, "nsubj")
    return None if thinker is not None and tree.lower[thinker] == tree.lower[subject] else thought


def predicate_of(tree: Tree, copula: int) -> int:
    """What a copula says: "It is unlikely"."""
    found = tree.kid(copula, "acomp", "attr")
    return copula if found is None else found


def mark_of(tree: Tree, i: int) -> str:
    """The word that introduces a clause; two where they only mean something together ("as if", "so that")."""
    for c in tree.children[i]:
        if tree.deps[c] == "mark" or (tree.deps[c] == "advmod" and c < i and tree.tags[c] == "WRB"):
            if tree.lower[c] == "so":
                meant = tree.lower[c + 1 : c + 2] == ["that"] or any(tree.tags[k] == "MD" for k in tree.children[i])
                return "so that" if meant else "so"
            pair = f"{tree.lower[c - 1]} {tree.lower[c]}" if c else ""
            return pair if pair in stance_lexicon().clauses else tree.lower[c]
    return ""
