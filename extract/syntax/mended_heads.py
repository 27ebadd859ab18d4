"""Mends of which word of a phrase is its head, and of which phrase a further one belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.wordlists import nouns, verbs
from .mending import at_label, at_word
from .phrases import NOUN_TAGS, PERSON_LABELS, VERB_TAGS, conjuncts, is_act, leftmost, may_act

if TYPE_CHECKING:
    from .tree import Tree

_NAMES = ("NNP", "NNPS")
#: No gerund, which a noun may go on with: "demands hiring guards and a fence".
_VERBS = VERB_TAGS - {"VBG"}
_CLOSING = frozenset({")", "]"})
_OPENING = frozenset({"(", "["})
#: What only a clause has, or what tells that a noun was meant for a verb.
_CLAUSAL = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "npadvmod", "ccomp", "xcomp", "aux", "auxpass", "relcl"})


@at_label("appos")
def noun_behind_acronym(tree: Tree, i: int) -> bool:
    """ "signed the Free Trade Area (FTA) pact": a noun right behind an acronym's bracket is what the name describes."""
    name = tree.heads[i]
    if name > i - 3 or tree.words[i - 1] not in _CLOSING or tree.words[name + 1] not in _OPENING:
        return False
    if tree.tags[i] not in ("NN", "NNS") or tree.tags[name] not in _NAMES or tree.labelled(name, PERSON_LABELS):
        return False
    if leftmost(tree, i) <= name or any(tree.words[k] in _CLOSING for k in range(name + 1, i - 1)):
        return False
    tree.take_over(i, name)
    tree.deps[name] = "nmod"
    return True


@at_word("by")
def doer_behind_predicate(tree: Tree, by: int) -> bool:
    """ "was hailed as a hero by the crowd": who "by" names after a passive verb did it, and made no hero."""
    noun = tree.heads[by]
    doer = tree.kid(by, "pobj")
    if doer is None or noun > by or tree.deps[by] != "prep" or tree.tags[noun] not in NOUN_TAGS:
        return False
    prep = tree.heads[noun]
    verb = tree.heads[prep]
    if tree.deps[noun] != "pobj" or tree.lower[prep] != "as" or verb > prep or tree.tags[verb] != "VBN":
        return False
    if tree.kid(verb, "agent") is not None or is_act(tree, noun) or tree.lemma(noun) in nouns().messages:
        return False
    if tree.kid(verb, "auxpass") is None and tree.deps[verb] not in ("acl", "advcl"):
        return False
    if tree.labelled(doer, ("DATE", "TIME")) or not (may_act(tree, doer) or tree.kid(doer, "det", "poss") is not None):
        return False  # "by May", "by mistake"
    tree.attach(by, verb, "agent")
    return True


@at_label("acl")
def clause_read_as_reduced(tree: Tree, v: int) -> bool:
    """ "said voters backed the plan": what takes an object behind a verb of saying is a clause, no description."""
    noun = tree.heads[v]
    verb = tree.heads[noun]
    if tree.tags[v] not in ("VBD", "VBN") or noun > v or tree.deps[noun] != "dobj" or verb > noun:
        return False
    if tree.lemma(verb) not in verbs().saying and tree.lemma(verb) not in verbs().speech:
        return False
    if tree.kid(v, "dobj") is None or tree.kid(v, "aux", "auxpass", "agent", "mark") is not None:
        return False
    if tree.lemma(v) in verbs().ditransitive or tree.kid(noun, "det", "poss") is not None:
        return False  # "reported a man stabbed in the neck"
    tree.take_over(v, noun)
    tree.deps[v], tree.deps[noun], tree.tags[v] = "ccomp", "nsubj", "VBD"
    return True


@at_label("conj")
def noun_joined_to_verb(tree: Tree, i: int) -> bool:
    """ "includes closing schools and a ban on travel": a noun is one more of what the verb has, and no second verb."""
    verb = tree.heads[i]
    if tree.tags[i] not in NOUN_TAGS or tree.tags[verb] not in _VERBS or verb > i or tree.headline:
        return False
    if any(tree.deps[k] in _CLAUSAL for k in tree.children[i]) or tree.tags[leftmost(tree, i)][:2] in ("VB", "RB"):
        return False  # "and rescued animals": it may be a clause all the same
    had = next((k for k in reversed(tree.children[verb]) if verb < k < i and _is_had(tree, k)), None)
    if had is None:
        return False
    last = conjuncts(tree, had)[-1]
    between = {tree.deps[k] for k in tree.children[verb] if had < k < i}
    if "cc" not in between or between - {"cc", "punct", "conj"} or not _alike(tree, last, i):
        return False
    tree.rejoin(i, last)
    return True


def _alike(tree: Tree, first: int, i: int) -> bool:
    """Whether a noun can go on what begins with a gerund or a noun: names go with names."""
    if tree.tags[first] not in NOUN_TAGS:
        return tree.tags[first] == "VBG"
    return (tree.tags[first] in _NAMES) == (tree.tags[i] in _NAMES)


def _is_had(tree: Tree, i: int) -> bool:
    """Whether a word is a verb's object or a gerund in its place."""
    return tree.deps[i] == "dobj" or (tree.deps[i] == "xcomp" and tree.tags[i] == "VBG")
