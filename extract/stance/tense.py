"""Past, present or future: the tense of the finite verb that governs, shifted by what lies between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.lemmas import FUTURE_AUXILIARIES
from .operators import PRESUPPOSED, Operator, stance_lexicon
from .scopes import verbal
from .would import HABITUAL, perceived, recurs, told_as_fact

if TYPE_CHECKING:
    from ...ontology.model import Tense
    from ..syntax.tree import Tree

_TENSES: dict[str, Tense] = {"past": "past", "present": "present", "future": "future"}
#: Words before an office that put it in the past: "then-president", "formerly the mayor".
_BYGONE = frozenset({"then", "ex", "formerly", "previously", "once", "former"})
#: States, which a modal of possibility leaves in the present: "there might be a planet".
_STATES = frozenset({
    "be", "have", "know", "contain", "include", "mean", "need", "belong", "exist", "consist", "depend", "live", "own",
    "believe", "think", "understand", "seem", "look", "feel", "resemble", "matter", "lack", "involve",
})  # fmt: skip
#: Participles of states: a territory "controlled by" them is so as long as its sentence speaks of it.
_LASTING = frozenset({
    "control", "hold", "own", "govern", "rule", "lead", "head", "run", "base", "locate", "situate", "back", "support",
    "call", "name", "know", "operate", "occupy", "surround", "border", "inhabit", "dominate", "favor", "favour",
})  # fmt: skip
#: Participles by which a thing is known as long as anybody speaks of it: "Ahmed Ali, also known as Abu Omar".
_NAMING = frozenset({"know", "call", "name", "dub", "nickname", "title", "entitle"})
_POSSIBILITY = frozenset({"may", "might", "could", "can", "ca"})
#: Words by which what was got up to now is told.
_SO_FAR = frozenset({"yet", "till", "until", "since", "already", "before", "ever", "over", "from"})
#: Ends after which nobody holds his office.
_DYING = frozenset({"die", "assassinate", "murder", "kill", "execute", "drown"})
#: What was going on before something ended: "will stop supporting" supports now.
_BEFORE = {"past": "past", "present": "past", "future": "present"}


class TenseFinder:
    """Gathers the tense on the way up: that of the nearest finite verb, shifted by what lies between."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._found: str | None = None
        self._ended = False
        self._presupposed = False
        self._aim = False  # an attempt or a purpose: past where what governs it is, else yet to come

    def pass_word(self, i: int, first: int, head: int, operator: Operator) -> None:
        """Take in one word (`first`: the first of its conjuncts), its governor, and what that does to it."""
        if self._found is not None:
            return
        tree = self._tree
        found = self._of_verb(i, first) if verbal(tree, i) or tree.tags[i] == "MD" else self._of_noun(i, first)
        if found is None and operator.tense in _TENSES and not self._presupposed:
            found = operator.tense
        elif found is None and operator.tense == "aim" and not self._presupposed:
            self._aim = True
        elif found and operator.tense == "future" and own_tense(tree, head) == "future":
            found = "future"  # "if it attacked, they would respond"
        if found is None:
            self._ended = self._ended or operator.tense == "before"
            self._presupposed = self._presupposed or operator is PRESUPPOSED
        elif self._ended:
            self._found = _BEFORE[found]
        elif self._aim:
            self._found = "past" if found == "past" else "future"
        elif self._presupposed and found == "future":
            self._found = "present"
        else:
            self._found = found

    def _of_verb(self, i: int, first: int) -> str | None:
        tree = self._tree
        found = own_tense(tree, i) or (own_tense(tree, first) if first != i else None)
        if found == "present" and self._held_once(i):
            found = "past"
        if found is None and tree.heads[first] == first:
            found = "future" if tree.tags[first] == "VB" else "present"
        return found

    def _held_once(self, i: int) -> bool:
        """Whether somebody is said to be the former holder of an office: he was its holder."""
        noun = self._tree.kid(i, "attr") if self._tree.lemma(i) == "be" else None
        return noun is not None and any(self._tree.lower[c] in _BYGONE for c in self._tree.children[noun])

    def _of_noun(self, i: int, first: int) -> str | None:
        tree, lex = self._tree, stance_lexicon()
        if is_bygone(tree, i, first):
            return "past"
        for c in tree.children[i]:
            adjective = lex.adjectives.get(tree.lower[c])
            if adjective is not None and adjective.tense in _TENSES:
                return adjective.tense
        if tree.deps[first] in ("appos", "poss", "compound", "amod", "nmod") or tree.heads[first] == first:
            return "present"
        return None

    def result(self) -> Tense:
        """The tense found; the present where no finite verb stands above."""
        return _TENSES[self._found or ("future" if self._aim else "present")]


def is_bygone(tree: Tree, i: int, first: int) -> bool:
    """Whether an office is said to be over, or its holder to have died: "then-mayor", "Kamal, the president, died"."""
    for k in range(max(0, i - 5), i):
        between = range(k + 1, i)
        apart = any(tree.words[w] in (",", ";") or tree.tags[w][:2] in ("VB", "MD") for w in between)
        if tree.lower[k] in _BYGONE and not apart:
            return True
    shared = tree.kids(first, ("amod", "compound", "advmod")) if not tree.kids(i, ("det", "poss")) else []
    if any(tree.lower[c] in _BYGONE for c in shared):  # "former minister and mayor"
        return True
    dep, holder = tree.deps[first], tree.heads[first]
    subject = first if dep in ("nsubj", "nsubjpass") else holder
    if dep not in ("appos", "compound", "nmod", "nsubj", "nsubjpass") or tree.deps[subject] not in (
        "nsubj",
        "nsubjpass",
    ):
        return False
    end = tree.heads[subject]
    return tree.lemma(end) in _DYING and own_tense(tree, end) == "past" and tree.kid(end, "dobj") is None


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
        habit = any(tree.deps[c] == "advmod" and tree.lower[c] in HABITUAL for c in tree.children[i])
        if habit or (
            modal in _POSSIBILITY and not perfect and not negated and not passive and tree.lemma(i) in _STATES
        ):
            return "present"
        told = told_as_fact(tree, i) if modal in lex.would else None
        if modal in FUTURE_AUXILIARIES and recurs(tree, i):
            return "present"
        if modal == "could" and not negated and perceived(tree, i):
            return "past"
        return told or _modal_tense(modal, perfect, negated)
    if perfect and present and _has(tree, i):
        return "present"
    if perfect or past or tag == "VBD":
        return "past"
    if present or tag in ("VBZ", "VBP"):
        return "present"
    if tag == "VBN" and not passive and tree.deps[i] not in ("conj", "xcomp", "ccomp", "pcomp"):
        beside = tree.deps[i] in ("acl", "amod") or tree.lower[i - 1] == "also"
        if beside and tree.lemma(i) in _NAMING and not _bygone_name(tree, i):
            return "present"
        return None if tree.deps[i] in ("acl", "amod") and tree.lemma(i) in _LASTING else "past"
    return None


def _has(tree: Tree, i: int) -> bool:
    """Whether "have got" tells what somebody has: "have got a boat", but not "have got nothing till now"."""
    since = any(tree.lower[c] in _SO_FAR for c in tree.children[i])
    return tree.lower[i] == "got" and tree.kid(i, "dobj") is not None and not since


def _bygone_name(tree: Tree, i: int) -> bool:
    return any(tree.lower[c] in (*_BYGONE, "originally", "initially") for c in tree.children[i])


def _modal_tense(modal: str, perfect: bool, negated: bool) -> str:
    if modal in ("can", "ca"):
        return "present"
    if (perfect and modal not in FUTURE_AUXILIARIES) or (modal == "could" and negated):
        return "past"
    return "future"
