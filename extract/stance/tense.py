"""Past, present or future: the tense of the finite verb that governs, shifted by what lies between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .operators import PRESUPPOSED, Operator, stance_lexicon
from .scopes import verbal

if TYPE_CHECKING:
    from ...ontology.model import Tense
    from ..syntax.tree import Tree

_TENSES: dict[str, Tense] = {"past": "past", "present": "present", "future": "future"}
#: What was going on before something ended: "will stop supporting" supports now.
_BEFORE = {"past": "past", "present": "past", "future": "present"}


class TenseFinder:
    """Gathers the tense on the way up: that of the nearest finite verb, shifted by what lies between."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._found: str | None = None
        self._ended = False
        self._presupposed = False

    def pass_word(self, i: int, first: int, head: int, operator: Operator) -> None:
        """Take in one word (`first`: the first of its conjuncts), its governor, and what that does to it."""
        if self._found is not None:
            return
        tree = self._tree
        found = self._of_verb(i, first) if verbal(tree, i) or tree.tags[i] == "MD" else self._of_noun(i)
        if found is None and operator.tense in _TENSES and not self._presupposed:
            found = operator.tense
        elif found and operator.tense == "future" and own_tense(tree, head) == "future":
            found = "future"  # "if it attacked, they would respond"
        if found is None:
            self._ended = self._ended or operator.tense == "before"
            self._presupposed = self._presupposed or operator is PRESUPPOSED
        elif self._ended:
            self._found = _BEFORE[found]
        elif self._presupposed and found == "future":
            self._found = "present"
        else:
            self._found = found

    def _of_verb(self, i: int, first: int) -> str | None:
        tree = self._tree
        found = own_tense(tree, i) or (own_tense(tree, first) if first != i else None)
        if found is None and tree.heads[first] == first:
            found = "future" if tree.tags[first] == "VB" else "present"
        return found

    def _of_noun(self, i: int) -> str | None:
        tree, lex = self._tree, stance_lexicon()
        for c in tree.children[i]:
            adjective = lex.adjectives.get(tree.lower[c])
            if adjective is not None and adjective.tense in _TENSES:
                return adjective.tense
        if tree.deps[i] in ("appos", "poss", "compound", "amod", "nmod") or tree.heads[i] == i:
            return "present"
        return None

    def result(self) -> Tense:
        """The tense found; the present where no finite verb stands above."""
        return _TENSES[self._found or "present"]


def own_tense(tree: Tree, i: int) -> str | None:
    """The tense that a verb's own form and auxiliaries give ("past", "present", "future"), None where it has none."""
    lex = stance_lexicon()
    tag, modal = tree.tags[i], ""
    perfect = present = past = passive = negated = False
    for c in tree.children[i]:
        if tree.deps[c] in ("aux", "auxpass"):
            low = tree.lower[c]
            if tree.tags[c] == "MD" and low in lex.modals:
                modal = low
            perfect = perfect or tree.lemma(c) == "have"
            past = past or tree.tags[c] == "VBD"
            present = present or tree.tags[c] in ("VBZ", "VBP")
            passive = passive or tree.deps[c] == "auxpass"
        negated = negated or tree.deps[c] == "neg"
    if modal:
        return _modal_tense(modal, perfect, negated)
    if perfect or past or tag == "VBD":
        return "past"
    if present or tag in ("VBZ", "VBP"):
        return "present"
    if tag == "VBN" and not passive and tree.deps[i] not in ("conj", "xcomp", "ccomp", "pcomp"):
        return "past"
    return None


def _modal_tense(modal: str, perfect: bool, negated: bool) -> str:
    if modal in ("can", "ca"):
        return "present"
    if (perfect and modal not in ("will", "wo", "'ll", "’ll", "shall")) or (modal == "could" and negated):
        return "past"
    return "future"
