"""Which "it" stands for nothing that has a name: "it is clear that", "it took years to", "it was she who", weather."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon

_CLAUSES = frozenset(("ccomp", "xcomp", "advcl", "csubj", "relcl", "acl"))
_COPULAS = frozenset(("be", "become", "seem", "make", "find", "remain", "prove", "get"))
_HAPPENINGS = frozenset(("seem", "appear", "happen", "turn", "follow", "emerge", "transpire", "take", "matter"))
_LOOKS = frozenset(("look", "sound", "feel"))
_COMPLEMENTS = ("dobj", "dative", "attr", "acomp", "ccomp", "xcomp", "prep")
_CONSEQUENCE = frozenset(("so", "such", "enough"))
_OPENING = frozenset(("mark", "dobj", "nsubj", "nsubjpass"))
_ANY = frozenset(("something", "anything", "nothing", "everything", "one"))
_OWN = frozenset(("det", "poss", "nummod", "amod", "compound"))


def pleonastic(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Whether the pronoun at word `i` stands for nothing, or for what a clause after it says."""
    if tree.lower[i] != "it":
        return False
    h, deps = tree.heads[i], tree.deps
    if deps[i] == "expl":
        return True
    lemma = tree.lemma(h)
    kids = tree.children[h]
    if deps[i] == "nsubj" and lemma in _COPULAS and _sums(tree, h, lexicon):
        return True
    clause = any(deps[c] in _CLAUSES and c > i for c in kids)
    for c in kids:
        if c <= i or deps[c] not in ("acomp", "attr", "oprd", "ccomp"):
            continue
        below = tree.children[c]
        clausal = clause or any((deps[d] in _CLAUSES or deps[d] == "prep") and d > c for d in below)
        if lemma in _COPULAS and tree.lower[c] in lexicon.pleonastic:
            return clausal or tree.lower[c] in lexicon.situations
    if lemma in ("rain", "snow"):
        return True
    if deps[i] == "nsubjpass" and tree.lower[h] in lexicon.pleonastic:
        return any(deps[c] == "ccomp" for c in kids)
    if lemma in _LOOKS and tree.lower[h + 1 : h + 2] in (["like"], ["as"]):
        return any(
            deps[c] in ("ccomp", "advcl") and tree.kid(c, "mark") == h + 1 for c in kids
        )  # "it looks like he won"
    if lemma in _HAPPENINGS:
        return any(deps[c] in ("ccomp", "xcomp", "advcl") and c > h for c in kids)
    return tree.tags[h] == "JJ" and tree.lower[h] in lexicon.pleonastic


def _sums(tree: Tree, copula: int, lexicon: Lexicon) -> bool:
    """Whether the subject of a copula is what a clause says ("it is costly to hire them") or cleft from one."""
    deps, low = tree.deps, tree.lower
    behind = [c for c in tree.children[copula] if c > copula]
    if any(low[c] in lexicon.dispositions for c in behind):
        return False  # "it is ready to sell them"
    if any(_complement(tree, c, copula) for c in behind):
        return True
    for c in behind:
        if deps[c] == "acomp" and any(_complement(tree, d, copula) for d in tree.children[c] if d > c):
            return True
        if deps[c] == "attr" and _cleft(tree, c):
            return True
        noun = tree.kid(c, "pobj") if deps[c] == "prep" else None
        if noun is not None and any(tree.lower[k] == "that" and tree.deps[k] in _OPENING for k in tree.subtree(noun)):
            return True  # "it is with sadness that we mourn him"
    return False


def _complement(tree: Tree, verb: int, copula: int) -> bool:
    """Whether a clause tells what is so: "that …", "for the judge to …", "to hire them", which lacks no object."""
    if tree.deps[verb] not in ("ccomp", "advcl", "xcomp") or tree.tags[verb][0] not in "VM":
        return False
    mark = tree.kid(verb, "mark")
    if mark is not None and tree.lower[mark] == "that":
        return _CONSEQUENCE.isdisjoint(tree.lower[copula:mark])
    infinitive = any(tree.tags[c] == "TO" for c in tree.children[verb])
    if mark is not None:
        bare = all(tree.deps[k] in ("neg", "advmod") for k in range(copula + 1, mark))
        return infinitive and tree.lower[mark] == "for" and bare
    full = tree.kid(verb, *_COMPLEMENTS) is not None
    return infinitive and full and tree.deps[verb] == "xcomp" and tree.deps[tree.heads[verb]] == "acomp"


def _cleft(tree: Tree, noun: int) -> bool:
    """Whether a noun is set off from its clause: "it is neglect that caused it", "it was Ada Kone who won"."""
    clause = tree.kid(noun, "relcl")
    if clause is None or clause < noun or tree.tags[noun] not in ("NN", "NNP", "PRP"):
        return False
    if tree.lower[noun] in _ANY:
        return False  # "it is something that it should not be"
    opener = tree.lower[noun + 1] if noun + 1 < len(tree) else ""
    own = {tree.deps[c] for c in tree.children[noun] if c < noun}
    bare = own.isdisjoint(_OWN) if tree.tags[noun] == "NN" else own.isdisjoint(_OWN - {"compound"})
    return bare and opener in ("that", "who")
