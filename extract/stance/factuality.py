"""Whether an event happened: polarity, certainty and tense, composed along the scopes of the clause tree.

From the predicate up to the root each governor says what it does to what it governs (see `scopes`); then, from the root
down, each word's own negation and modality and each governor's effect are composed. What an implicative does depends
on whether it holds itself, as in Nairn, Condoravdi and Karttunen, "Computing relative polarity for textual inference"
(2006), and Saurí and Pustejovsky, "Are you sure that this happened?" (2012).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..syntax.phrases import CLOSING_QUOTES
from ..syntax.remembered import remembered
from .governors import governed, governed_conjunct
from .operators import CERTAIN, POSSIBLE, PRESUPPOSED, PROBABLE, Operator
from .scopes import own_scope
from .tense import TenseFinder

if TYPE_CHECKING:
    from ...ontology.model import Certainty, Polarity, Tense
    from ..syntax.tree import Tree

_CLOSING = CLOSING_QUOTES | {"'", "’", ")", "]"}
_WH_TAGS = frozenset({"WP", "WP$", "WRB", "WDT"})
_CERTAINTIES: tuple[Certainty, ...] = ("certain", "probable", "possible")


@dataclass(frozen=True, slots=True)
class Stance:
    """How a statement is meant. Who says so is another matter (see `attribution`)."""

    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    tense: Tense = "present"


def stance(tree: Tree, predicate: int, *, described: bool = False) -> Stance:
    """The stance of what this word expresses: a verb, an event noun, a relational noun or a predicative adjective.

    With `described` the noun only says what a thing beside it is ("his group, the Birds"): whatever governs it leaves
    that alone. Certainty is as the nearest source states it: "X claimed that P" leaves P certain.
    """
    steps: list[tuple[bool, int, Operator]] = []
    tense = TenseFinder(tree)
    i, below = predicate, predicate
    for _ in range(len(tree)):
        negated, certainty = own_scope(tree, i, below)
        first = governed_conjunct(tree, i)
        head, operator = (first, PRESUPPOSED) if described else governed(tree, first)
        tense.pass_word(i, first, head, operator)
        if head == first and not described:
            certainty = max(certainty, _mood(tree, first))
        steps.append((negated, certainty, operator))
        if head == first:
            break
        below = first
        while tree.heads[below] != head:
            below = tree.heads[below]
        i = head
    polarity, weakest = 1, CERTAIN
    for negated, certainty, operator in reversed(steps):
        effect = operator.positive if polarity > 0 else operator.negative
        if effect.polarity:
            polarity, weakest = effect.polarity, max(weakest, effect.certainty)
        else:
            polarity, weakest = 1, CERTAIN
        polarity = -polarity if negated else polarity
        weakest = max(weakest, certainty)
    return Stance("positive" if polarity > 0 else "negative", _CERTAINTIES[weakest], tense.result())


@remembered
def _mood(tree: Tree, root: int) -> int:
    """How certain the sentence's mood leaves its main clause: statements state, questions and orders do not."""
    if any(tree.deps[c] == "mark" and tree.lower[c] in ("if", "unless") for c in tree.children[root]):
        return POSSIBLE  # a clause without its main clause: "even if we were rich"
    subject = tree.kid(root, "nsubj", "nsubjpass", "csubj", "expl")
    last = len(tree) - 1
    while last > root and tree.lower[last] in _CLOSING:
        last -= 1
    if tree.words[last] == "?":
        return POSSIBLE if _asked(tree, root, subject) else CERTAIN
    if tree.tags[root] != "VB":
        return CERTAIN
    if any(tree.tags[c] == "TO" for c in tree.children[root]):
        return PROBABLE  # a headline's "X to visit Y"
    if tree.headline or subject is not None or tree.kid(root, "aux", "auxpass", "ccomp") is not None:
        return CERTAIN
    return POSSIBLE


def _asked(tree: Tree, root: int, subject: int | None) -> bool:
    """Whether a question asks for the truth of its clause or for a participant, not why or how it came about.

    So does one in the order of a statement ("you met them there?"), but not a statement that quotes a question.
    """
    if any(tree.lower[c] in ("why", "how", "when", "where") for c in tree.children[root]):
        return False
    if subject is None:
        return True
    verb = [root, *(c for c in tree.children[root] if tree.deps[c] in ("aux", "auxpass"))]
    if min(verb) < subject or any(tree.tags[c] in ("WP", "WDT") for c in tree.subtree(subject)):
        return True
    quoted = any(mark in CLOSING_QUOTES or mark in ('"', "'", "“", "‘") for mark in tree.words[root:])
    return not quoted and tree.kid(root, "ccomp") is None and not any(tag in _WH_TAGS for tag in tree.tags)
