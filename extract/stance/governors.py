"""What governs a word, and what it does to the word's factuality: the clause tree's links, each with its operator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.remembered import remembered
from .joined import believed_beside, mark_of, run_together
from .open_clauses import is_anybody, judged_in_general
from .operators import CERTAIN, POSSIBLE, PRESUPPOSED, PROBABLE, SHARED, UNNEGATED, Operator, constant, stance_lexicon
from .scopes import inverted, verbal
from .signatures import signature
from .tense import own_tense

if TYPE_CHECKING:
    from ..syntax.tree import Tree

#: A to-infinitive that nothing in the lexicon governs: a purpose, or what is still to come.
_PURPOSE = Operator(constant(1, PROBABLE).positive, constant(1, POSSIBLE).positive, tense="aim")
#: A clause that somebody says or thinks: as its source states it, unless it is not said.
_CONTENT = Operator(constant(0, CERTAIN).positive, constant(1, POSSIBLE).positive)
_POSSIBLE = constant(1, POSSIBLE)
_DUE = constant(1, PROBABLE, "future")
_OPEN = constant(1, POSSIBLE, "future")
_NEGATIVE = constant(-1)
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
#: Verbs of looking at what is there already, where somebody owns it.
_ATTENDING = frozenset(
    {"consider", "debate", "discuss", "weigh", "review", "mull", "contemplate", "ponder", "question"}
)
_WH = frozenset(("WP", "WP$", "WRB", "WDT"))


def governed_conjunct(tree: Tree, i: int) -> int:
    """The coordinated word through which `i` and the others are governed, the first of them; `i` where there is none.

    A finite verb is no conjunct of an infinitive ("urged them to stop and spoke with"): it goes with the verb above.
    """
    while tree.heads[i] != i and tree.deps[i] == "conj" and verbal(tree, i) == verbal(tree, tree.heads[i]):
        thought = believed_beside(tree, i)
        if thought is not None:
            return thought
        finite = tree.tags[i] in _FINITE
        i = tree.heads[i]
        while finite and tree.heads[i] != i and tree.tags[i] == "VB" and _to(tree, i) and verbal(tree, tree.heads[i]):
            i = tree.heads[i]
    return i


@remembered
def governed(tree: Tree, i: int) -> tuple[int, Operator]:
    """The word that governs `i`, and what it does to it. The root governs itself."""
    dep, head = tree.deps[i], tree.heads[i]
    if dep in ("attr", "acomp", "oprd"):
        return head, SHARED
    if dep in ("pobj", "pcomp"):
        return _in_preposition(tree, i, head)
    if dep in ("dobj", "nsubjpass", "dative") and tree.lemma(head) in _ATTENDING and tree.kid(i, "poss") is not None:
        return head, PRESUPPOSED  # "would not consider his nomination of a judge": he nominated one
    if dep in ("dobj", "nsubjpass", "dative"):
        return head, signature(tree, head, ("object",), i) or _as_argument(tree, i)
    if dep == "nsubj":
        return head, signature(tree, head, ("subject",), i) or _as_argument(tree, i)
    if dep in ("ccomp", "xcomp"):
        return _complement(tree, i, head)
    if dep in ("acl", "relcl"):
        return head, _adnominal(tree, i, head)
    if dep == "advcl":
        return head, _adverbial(tree, i, head)
    if dep in ("csubj", "csubjpass"):
        open_ = _to(tree, i) or mark_of(tree, i) in ("whether", "if") or judged_in_general(tree, i, head)
        return head, _POSSIBLE if open_ else UNNEGATED
    return head, PRESUPPOSED


def _to(tree: Tree, i: int) -> bool:
    return any(tree.tags[c] == "TO" and tree.deps[c] != "prep" for c in tree.children[i])


def _as_argument(tree: Tree, i: int) -> Operator:
    """An event noun as a verb's argument: the definite exists, the indefinite is as certain as its clause."""
    definite = any(
        tree.deps[c] == "poss" or (tree.deps[c] == "det" and tree.lower[c] in ("the", "this", "these", "that", "those"))
        for c in tree.children[i]
    )
    return PRESUPPOSED if definite else UNNEGATED


def _in_preposition(tree: Tree, i: int, preposition: int) -> tuple[int, Operator]:
    lex = stance_lexicon()
    word, head = tree.lower[preposition], tree.heads[preposition]
    if tree.deps[i] == "pcomp" and _to(tree, i) and _asks(tree, i):
        return head, _OPEN
    if head == preposition:
        return head, UNNEGATED
    if tree.deps[preposition] == "agent":
        return head, SHARED
    if word in lex.prepositions:
        return head, lex.prepositions[word]
    for c in tree.children[preposition]:
        if c < preposition and tree.lower[c] in lex.prepositions:  # "instead of"
            return head, lex.prepositions[tree.lower[c]]
    if tree.deps[preposition] in ("prep", "pcomp") and tree.tags[head] == "IN":
        return tree.heads[head], UNNEGATED
    if word == "with" and tree.deps[i] == "pcomp" and tree.kid(i, "nsubj") is not None:
        return head, UNNEGATED if head < i and _ahead(tree, head) else PRESUPPOSED  # "…, with Ghana winning"
    operator = signature(tree, head, (word,), preposition)
    if operator is not None:
        return head, operator
    return head, UNNEGATED if tree.deps[i] == "pcomp" else _as_argument(tree, i)


def _ahead(tree: Tree, verb: int) -> bool:
    """Whether a clause is still to come: "will step down", "is to step down"."""
    while tree.deps[verb] == "xcomp":
        if tree.lemma(tree.heads[verb]) == "be":
            return True
        verb = tree.heads[verb]
    if any(tree.lower[c] in stance_lexicon().would for c in tree.children[verb]):
        return False  # said to be ahead, or supposed
    return own_tense(tree, verb) == "future"


def _awaits(tree: Tree, verb: int) -> bool:
    """Whether what a verb means is still to come, and so what ends it: "promised strikes until they left"."""
    operator = stance_lexicon().operator(tree.lemma(verb), "object")
    return _ahead(tree, verb) or (operator is not None and operator.tense == "future")


def _complement(tree: Tree, i: int, head: int) -> tuple[int, Operator]:
    """A verb's complement clause, by its form."""
    if run_together(tree, i, head):
        return head, PRESUPPOSED
    return head, _complement_operator(tree, i, _predicative(tree, i, head))


def _predicative(tree: Tree, i: int, head: int) -> int:
    """The adjective or noun that governs a clause which hangs under its copula: "it is unlikely that"."""
    if verbal(tree, head):
        for c in tree.children[head]:
            if c < i and tree.deps[c] in ("acomp", "attr", "oprd") and head < c:
                return c
    return head


def _complement_operator(tree: Tree, i: int, governor: int) -> Operator:
    tag = tree.tags[i]
    mark = mark_of(tree, i)
    if mark in ("whether", "if"):
        return _POSSIBLE
    if _asks(tree, i) and _to(tree, i):
        return _OPEN  # "how to be better"
    if _asks(tree, i):
        return signature(tree, governor, ("wh",), i) or PRESUPPOSED
    if _to(tree, i):
        special = _degree(tree, i, governor)
        if special is not None:
            return special
        if tree.lower[governor] == "got" and any(tree.lemma(c) == "have" for c in tree.kids(governor, ("aux",))):
            return _DUE  # "have got to leave"
        if i < governor:
            return _PURPOSE  # a headline: "X to visit Y, officials say"
        found = signature(tree, governor, ("to", "means"), i)
        if found is not None:
            return found
        return SHARED if tree.tags[governor][0] == "J" or _ranked(tree, governor) else _PURPOSE
    auxiliary = tree.kid(i, "aux", "auxpass")
    if (tag == "VBG" and auxiliary is None) or (auxiliary is not None and tree.tags[auxiliary] == "VBG"):
        return signature(tree, governor, ("ing", "that"), i) or (SHARED if tree.deps[i] == "xcomp" else _CONTENT)
    if tag in _FINITE or (auxiliary is not None and tree.tags[auxiliary] != "VB"):
        frames = ("that",) if mark or tag != "VBP" else ("that", "to")  # "let it burn" reads as finite
        return signature(tree, governor, frames, i) or (_CONTENT if verbal(tree, governor) else PRESUPPOSED)
    return signature(tree, governor, ("to", "that"), i) or (SHARED if tree.deps[i] == "xcomp" else _CONTENT)


def _degree(tree: Tree, i: int, governor: int) -> Operator | None:
    """What a degree word makes of an infinitive: "too weak to attack", "strong enough to attack", "yet to attack"."""
    for word in (*tree.children[governor], *tree.children[i]):
        if word > i and tree.lower[word] == "yet":
            continue  # "warned them not to return yet"
        if tree.deps[word] in ("advmod", "neg") and tree.lower[word] in ("too", "enough", "yet"):
            return stance_lexicon().operators.get((tree.lower[word], "to"))
    return None


def _asks(tree: Tree, i: int) -> bool:
    """Whether a clause is an embedded question: "how it happened", "who did it"."""
    return any(
        c < i and (tree.tags[c] in _WH or any(tree.tags[k] in _WH for k in tree.children[c]))
        for c in tree.children[i]
        if tree.deps[c] not in ("prep", "advcl", "ccomp")
    )


def _adnominal(tree: Tree, i: int, noun: int) -> Operator:
    """A clause under a noun: what the noun is about, or a description."""
    if _to(tree, i):
        found = signature(tree, noun, ("to",), i)
        if found is not None:
            return found
        return SHARED if _ranked(tree, noun) else _PURPOSE
    if mark_of(tree, i) == "that" or (tree.deps[i] == "acl" and tree.tags[i] in _FINITE):
        return signature(tree, noun, ("that",), i) or PRESUPPOSED
    if mark_of(tree, i) == "whether":
        return _POSSIBLE
    if tree.deps[noun] == "attr" and (found := signature(tree, noun, ("bare",), i)):  # "there is no way they attacked"
        return found
    if tree.tags[i] == "VBN" and _asked_of(tree, noun):
        return SHARED
    if tree.deps[i] == "relcl" and is_anybody(tree, noun, i):
        return _POSSIBLE
    return SHARED if _classifies(tree, noun) or _to_be_made(tree, i, noun) else PRESUPPOSED


def _to_be_made(tree: Tree, i: int, noun: int) -> bool:
    """Whether what a clause describes is still to come: "will open a school that teaches them"."""
    indefinite = any(tree.lower[c] in ("a", "an") for c in tree.children[noun])
    return indefinite and tree.deps[noun] == "dobj" and own_tense(tree, i) != "past" and _ahead(tree, tree.heads[noun])


def _asked_of(tree: Tree, noun: int) -> bool:
    """Whether a participle after this noun is what a question asks of it: "Was the bridge built for them?"."""
    verb = tree.heads[noun]
    fronted = tree.deps[noun] == "nsubj" and tree.lemma(verb) == "be" and verb < noun and tree.heads[verb] == verb
    return fronted and tree.words[-1] == "?" and tree.kid(verb, "attr", "acomp") is None


def _classifies(tree: Tree, noun: int) -> bool:
    """Whether a noun says what kind of thing the subject is: "is not a group that Iran backs" says that it does not."""
    if tree.deps[noun] != "attr" or tree.lemma(tree.heads[noun]) not in ("be", "become", "remain"):
        return False
    indefinite = any(tree.lower[c] in ("a", "an") for c in tree.children[noun])
    return indefinite or (tree.tags[noun] == "NNS" and tree.kid(noun, "det", "poss") is None)


def _ranked(tree: Tree, noun: int) -> bool:
    """ "the first country to recognise it" did."""
    return any(tree.lower[c] in stance_lexicon().rank for c in tree.children[noun])


def _adverbial(tree: Tree, i: int, head: int) -> Operator:
    lex = stance_lexicon()
    mark = mark_of(tree, i)
    if mark in lex.clauses:
        return lex.clauses[mark]
    if inverted(tree, i):
        return lex.clauses["if"]
    if _to(tree, i):
        governor = _predicative(tree, i, head)
        if governor != head and tree.tags[governor][0] == "J":
            found = signature(tree, governor, ("to",), i)
            if found is not None:
                return found  # "is impossible for them to mend"
        if governor != head and _ranked(tree, governor):
            return SHARED  # "became the first to see it"
        awaited = mark == "for" and tree.kid(i, "nsubj", "nsubjpass") is not None  # "called for them to leave"
        complement = (awaited or tree.kid(head, "auxpass", "prt") is not None) and tree.kid(head, "dobj") is None
        frames = ("for", "to", "means") if awaited and complement else ("to", "means") if complement else ("means",)
        return signature(tree, head, frames, i) or _PURPOSE
    if mark == "than" or any(tree.lower[c] in ("rather", "instead") and c < i for c in tree.children[i]):
        return _NEGATIVE
    for c in tree.children[i]:
        if tree.deps[c] == "prep" and c < i and tree.lower[c] in lex.prepositions:
            return lex.prepositions[tree.lower[c]]
    if mark in ("until", "till") and _awaits(tree, head):
        return _OPEN
    if mark in lex.temporal:
        told = own_tense(tree, i) == "past" and _ahead(tree, head)
        return PRESUPPOSED if told else UNNEGATED  # "is to choose a leader after Anna lost"
    if not mark and tree.tags[i] in ("VBG", "VBN") and i > head:
        return UNNEGATED
    return PRESUPPOSED
