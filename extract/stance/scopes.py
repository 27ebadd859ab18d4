"""What negates or weakens a word itself: its auxiliaries, adverbs and arguments, and what it shares with conjuncts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.lemmas import FUTURE_AUXILIARIES
from .operators import CERTAIN, POSSIBLE, PROBABLE, stance_lexicon
from .would import PERCEIVING, perceived, recurs, told_as_fact

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "dative", "attr", "oprd"))
_MODIFIERS = frozenset(("advmod", "neg", "preconj", "cc", "det", "amod", "predet"))
_QUANTIFIERS = _MODIFIERS | {"nummod"}
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
_ADJUNCTS = frozenset(("prep", "advcl", "npadvmod"))


def verbal(tree: Tree, i: int) -> bool:
    """Whether this word is a verb (not a participle that stands before a noun)."""
    return tree.tags[i][0] == "V"


def own_scope(tree: Tree, i: int, below: int) -> tuple[bool, int]:
    """Whether the word itself is negated, and how certain its own modals and adverbs leave it.

    `below` is the child on the way to the predicate (or `i` itself): what it carries is counted there.
    """
    if verbal(tree, i) or tree.tags[i] == "MD":
        negated, certainty = _verb_scope(tree, i, below)
    else:
        negated, certainty = _noun_scope(tree, i)
    if tree.deps[i] == "conj":
        shared_negation, shared_certainty = _shared(tree, i)
        negated = negated or shared_negation
        certainty = max(certainty, shared_certainty)
    return negated, certainty


def _verb_scope(tree: Tree, i: int, below: int) -> tuple[bool, int]:
    lex = stance_lexicon()
    negated, certainty, modal, conditional = False, CERTAIN, -1, False
    for c in tree.children[i]:
        dep, low = tree.deps[c], tree.lower[c]
        if dep == "aux":
            if low in lex.modals:
                modal = c
        elif dep in _MODIFIERS:
            if low in lex.negators:
                negated = negated or _negates(tree, c, i)
            elif low in lex.adverbs and not _beside(tree, c, below):
                certainty = max(certainty, lex.adverbs[low])
            elif low == "longer" and any(tree.lower[k] == "no" for k in tree.children[c]):
                negated = True
        elif c != below and dep in _ARGUMENTS:
            negated = negated or empty(tree, c)
            if any(_musing(tree, k, i) for k in tree.kids(c, ("parataxis",))):
                certainty = max(certainty, PROBABLE)
        elif dep in ("prep", "agent") and c != below:
            negated = negated or _empty_adjunct(tree, c)
            if low == "by" and _hearsay(tree, c):
                certainty = max(certainty, PROBABLE)
        elif dep in ("parataxis", "ccomp") and c != below and _musing(tree, c, i):
            certainty = max(certainty, PROBABLE)
        elif dep == "advcl" and c != below:
            conditional = conditional or _condition(tree, c)
    if modal >= 0:
        if negated and tree.lemma(i) in lex.undeniable and tree.lower[modal] in lex.ability_modals:
            return False, CERTAIN  # "cannot wait to meet them", "could not help laughing"
        certainty = max(certainty, _modal(tree, i, modal, negated))
        conditional = conditional and not (negated and tree.lower[modal] in lex.ability_modals)
    if conditional or (tree.heads[i] != i and inverted(tree, i)) or _be_it(tree, i):
        certainty = POSSIBLE
    return negated, certainty


def _beside(tree: Tree, hedge: int, below: int) -> bool:
    """Whether an adjunct lies beyond a hedge: "after landing, he reportedly fled", "is probably shut, as we work"."""
    if tree.deps[below] not in _ADJUNCTS:
        return False
    first = min(tree.subtree(below))
    return below < hedge or (tree.deps[below] == "advcl" and first > 0 and tree.words[first - 1] == ",")


def _negates(tree: Tree, c: int, i: int) -> bool:
    """Whether this negator denies the word: "not only" does not, nor a "nor" that leads to the next conjunct."""
    if tree.deps[c] == "cc" and c > i:
        return False
    following = tree.lower[c + 1] if c + 1 < len(tree) else ""
    return following not in ("only", "just", "merely", "simply", "least")


def empty(tree: Tree, i: int) -> bool:
    """Whether a noun phrase denies its clause: "nobody", "no troops", "neither side", "not even they"."""
    lex = stance_lexicon()
    if tree.lower[i] in lex.negative_arguments:
        return True
    for c in tree.children[i]:
        if c < i and tree.deps[c] in _QUANTIFIERS:
            if tree.lower[c] in lex.negative_arguments:
                return True
            if tree.lower[c] == "not" and tree.lower[c + 1] in ("even", "one", "a", "any"):
                return True
            if tree.lower[c] == "even" and c and tree.lower[c - 1] == "not":
                return True
    return False


def _empty_adjunct(tree: Tree, preposition: int) -> bool:
    """Whether an adjunct denies its clause: "at no point", "by nobody"; but not "with no losses"."""
    noun = tree.kid(preposition, "pobj")
    if noun is None or not empty(tree, noun):
        return False
    return tree.deps[preposition] == "agent" or tree.lower[noun] in stance_lexicon().negative_adjuncts


def _hearsay(tree: Tree, preposition: int) -> bool:
    """Whether an adjunct says that the clause is only told: "by all accounts", "by tradition"."""
    noun = tree.kid(preposition, "pobj")
    return noun is not None and tree.lower[noun] in stance_lexicon().hearsay and tree.kid(noun, "poss") is None


def _musing(tree: Tree, clause: int, i: int) -> bool:
    """Whether a parenthesis in a clause only has it as the speaker's belief: "is, I think, closed"."""
    subject = tree.kid(clause, "nsubj")
    if subject is None or tree.lower[subject] not in ("i", "we"):
        return False
    if tree.kid(clause, "ccomp", "dobj", "neg") is not None:
        return False
    beside = "," in tree.words[min(clause, i) : max(clause, i)]
    return beside and (tree.lemma(clause), "that") in stance_lexicon().beliefs


def _modal(tree: Tree, i: int, modal: int, negated: bool) -> int:
    lex = stance_lexicon()
    low = tree.lower[modal]
    if low in lex.would and told_as_fact(tree, i) is not None:
        return CERTAIN
    if negated and low in lex.ability_modals and not any(tree.lower[c] == "have" for c in tree.children[i]):
        return CERTAIN  # what cannot be is not
    if low in ("can", "ca") and not negated and tree.lemma(i) in PERCEIVING:
        return CERTAIN  # "we can see the difference"
    if (low in FUTURE_AUXILIARIES and recurs(tree, i)) or (low == "could" and not negated and perceived(tree, i)):
        return CERTAIN
    if low in lex.would and _backshifted(tree, i):
        return PROBABLE
    return lex.modals[low]


def _backshifted(tree: Tree, i: int) -> bool:
    """Whether "would" is the "will" of past reported speech ("said it would leave"), not of a condition."""
    head = tree.heads[i]
    if tree.deps[i] == "conj":
        return _backshifted(tree, head)
    if tree.deps[i] not in ("ccomp", "acl") or not (tree.tags[head] in ("VBD", "VBN") or tree.deps[i] == "acl"):
        return False
    subject = tree.kid(i, "nsubj", "nsubjpass")
    if subject is None or any(tree.lower[c] == "have" for c in tree.children[i]):
        return False
    if tree.tags[subject] == "NN":  # "a war would" and "this move would" suppose; "the army would" announces
        return any(tree.lower[c] in ("the", "its", "his", "her", "their", "'s") for c in tree.subtree(subject))
    return True


def _condition(tree: Tree, i: int) -> bool:
    """Whether this adverbial clause is the condition of what it hangs under."""
    if inverted(tree, i):
        return True
    head = tree.heads[i]
    if head < i and (tree.lemma(head), "wh") in stance_lexicon().operators and "," not in tree.words[head:i]:
        return False  # "must decide if it rained"
    for c in tree.children[i]:
        if tree.deps[c] in ("mark", "prep", "advmod") and tree.lower[c] in ("if", "unless", "provided", "lest"):
            return c == 0 or tree.lower[c - 1] not in ("even", "as", "only")
    return False


def inverted(tree: Tree, i: int) -> bool:
    """Whether the clause opens with its auxiliary, and so supposes: "had they attacked", "should talks fail"."""
    subject = tree.kid(i, *_SUBJECTS)
    first = next((c for c in tree.children[i] if tree.deps[c] in ("aux", "auxpass")), None)
    if subject is None or first is None:
        return False
    return first < subject and tree.lower[first] in ("had", "should", "were")


def _be_it(tree: Tree, i: int) -> bool:
    """Whether a clause leaves open which it is: "be it a thief or a spy"."""
    subject = tree.kid(i, "nsubj")
    return tree.lower[i] == "be" and subject is not None and subject > i and not tree.kids(i, ("aux",))


def _noun_scope(tree: Tree, i: int) -> tuple[bool, int]:
    lex = stance_lexicon()
    negated, certainty = False, CERTAIN
    for c in tree.children[i]:
        low = tree.lower[c]
        if tree.deps[c] in _MODIFIERS and low in lex.negators and _negates(tree, c, i):
            negated = True
        elif low in lex.adjectives and tree.deps[c] in ("amod", "compound", "nmod"):
            effect = lex.adjectives[low].positive
            negated = negated or effect.polarity < 0
            certainty = max(certainty, effect.certainty)
        elif low in lex.adverbs and tree.deps[c] == "advmod":
            certainty = max(certainty, lex.adverbs[low])
        elif tree.deps[c] == "relcl" and _called_off(tree, c):
            negated = True
        elif tree.deps[c] == "prep":  # "the trip to Warsaw, which was cancelled"
            places = (o for o in tree.kids(c, ("pobj",)) if tree.tags[o][:3] == "NNP")
            negated = negated or any(_called_off(tree, k) for o in places for k in tree.kids(o, ("relcl",)))
    return negated, certainty


def _called_off(tree: Tree, verb: int) -> bool:
    """Whether a relative clause tells that what it describes came to nothing: "a trip which was cancelled"."""
    subject = tree.kid(verb, "nsubjpass")
    if subject is None or tree.tags[subject] not in ("WDT", "WP") or tree.kid(verb, "neg") is not None:
        return False
    particle = tree.kid(verb, "prt")
    name = tree.lemma(verb) if particle is None else f"{tree.lemma(verb)} {tree.lower[particle]}"
    operator = stance_lexicon().operator(name, "object")
    return operator is not None and operator.positive.polarity < 0


def _shared(tree: Tree, i: int) -> tuple[bool, int]:
    """The negation and certainty that a conjunct shares with the first, whose auxiliaries and subject it lacks.

    "may attack or besiege", "did not eat or sleep", "no side attacked and won"; but not "did not sign but agreed".
    """
    first = tree.heads[i]
    if not verbal(tree, i) or not verbal(tree, first):
        return empty(tree, first) and _link_word(tree, i) in ("or", "nor"), CERTAIN
    if tree.kid(i, *_SUBJECTS) is not None or any(tree.deps[c] in ("aux", "auxpass") for c in tree.children[i]):
        return False, CERTAIN
    lex = stance_lexicon()
    bare = tree.tags[i] not in ("VBD", "VBZ", "VBP")
    link = _link_word(tree, i)
    contrast = link == "but" or (link == "and" and tree.tags[i] != tree.tags[first])
    negated, certainty, modal = False, CERTAIN, ""
    for c in tree.children[first]:
        dep, low = tree.deps[c], tree.lower[c]
        if dep in ("nsubj", "nsubjpass"):
            negated = negated or (not contrast and empty(tree, c))
        elif dep == "aux" and bare and low in lex.modals:
            told = recurs(tree, first) if low in FUTURE_AUXILIARIES else low in lex.would and told_as_fact(tree, first)
            modal, certainty = low, max(certainty, CERTAIN if told else lex.modals[low])
        elif dep in _MODIFIERS and c < first:
            if low in lex.adverbs:
                certainty = max(certainty, lex.adverbs[low])
            elif low in lex.negators and not contrast and (bare or low == "neither"):
                negated = negated or _negates(tree, c, first)
    if negated and modal in lex.ability_modals:
        certainty = CERTAIN
    if tree.deps[first] == "conj":
        above_negated, above_certainty = _shared(tree, first)
        negated, certainty = negated or above_negated, max(certainty, above_certainty)
    return negated, certainty


def _link_word(tree: Tree, i: int) -> str:
    """The conjunction that leads to this conjunct."""
    found = ""
    for c in tree.children[tree.heads[i]]:
        if c > i:
            break
        if tree.deps[c] == "cc":
            found = tree.lower[c]
    return found
