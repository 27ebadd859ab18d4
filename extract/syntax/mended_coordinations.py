"""Mends of coordinations: what a phrase behind several nouns or verbs belongs to, and which of them are joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.wordlists import verbs
from .mending import at_label, at_tag, at_word
from .phrases import FINITE_TAGS, NOUN_TAGS, conjuncts, leftmost

if TYPE_CHECKING:
    from .tree import Tree

_PRESENT = frozenset({"VBP", "VBZ"})


@at_label("prep")
def phrase_of_last_conjunct(tree: Tree, p: int) -> bool:
    """ "activists and people in parliament": a phrase right behind the last of several nouns is that one's.

    An office that the first names may be had of the same: "founder and president of the club".
    """
    first = tree.heads[p]
    if first > p or tree.tags[first] not in NOUN_TAGS:
        return False
    last = max((conjuncts(tree, first)[-1], *(k for k in tree.kids(first, ("conj",)) if tree.lower[k] == "others")))
    if last <= first or last > p or max(tree.subtree(last)) != p - 1 or tree.tags[last] not in NOUN_TAGS:
        return False
    if tree.lower[p] == "of" and tree.kid(first, "poss") is None:
        return False
    tree.attach(p, last, "prep")
    return True


@at_word("between")
def beyond_between(tree: Tree, p: int) -> bool:
    """ "the collision between the car and the crowd, testimony and letters": only two stand between."""
    first, noun = tree.kid(p, "pobj"), tree.heads[p]
    if first is None or tree.tags[noun] not in NOUN_TAGS:
        return False
    _, *others = conjuncts(tree, first)
    if len(others) < 2 or leftmost(tree, others[0]) == 0 or tree.lower[leftmost(tree, others[0]) - 1] != "and":
        return False
    third = others[1]
    tree.rejoin(third, noun)
    return True


@at_label("conj")
def verb_after_gerund(tree: Tree, v: int) -> bool:
    """ "leads to scarring and creates holes": what is joined to the gerund of a preposition but is none is not its."""
    gerund = tree.heads[v]
    if tree.tags[gerund] != "VBG" or tree.deps[gerund] != "pcomp" or v < gerund:
        return False
    if tree.tags[v] not in FINITE_TAGS | {"VB"} or tree.kid(v, "aux", "auxpass", "nsubj", "nsubjpass") is not None:
        return False
    above = next((a for a in tree.ancestors(gerund) if tree.tags[a] in FINITE_TAGS and a < gerund), None)
    if above is None:
        return False
    tree.rejoin(v, above)
    if tree.tags[v] == "VB":
        tree.tags[v] = "VBP"
    return True


@at_label("conj")
def verb_of_subordinate(tree: Tree, v: int) -> bool:
    """ "grew slower, as the gas dissolves and makes it sour": a verb goes with the one of its own tense."""
    first = tree.heads[v]
    if tree.tags[v] not in _PRESENT or tree.tags[first] != "VBD" or v < first:
        return False
    if tree.kid(v, "aux", "auxpass", "nsubj", "nsubjpass", "expl") is not None:
        return False
    start = leftmost(tree, v) - 1
    near = next(
        (
            w
            for w in range(start, first, -1)
            if tree.tags[w] in _PRESENT and tree.deps[w] in ("advcl", "ccomp", "relcl") and first in tree.ancestors(w)
        ),
        None,
    )
    if near is None or tree.lower[start] not in ("and", "but", "or", ","):
        return False
    if tree.tags[near] == tree.tags[v]:
        tree.rejoin(v, near)
        return True
    return False


@at_label("conj")
def verb_of_like_number(tree: Tree, v: int) -> bool:
    """ "They found a coat that keeps out water and lasts": a verb goes with one whose subject it agrees with."""
    first = tree.heads[v]
    if tree.tags[first][:2] != "VB" or tree.kid(v, "nsubj", "nsubjpass", "expl", "csubj"):
        return False
    finite = next((k for k in (*tree.kids(v, ("aux", "auxpass")), v) if tree.tags[k] in _PRESENT), None)
    if finite is None or finite > v:
        return False
    tag = tree.tags[finite]
    if _agrees(tree, first, tag) is not False:
        return False
    start = leftmost(tree, v)
    for w in range(start - 1, first, -1):
        if tree.tags[w] != tag or tree.deps[w] not in ("ccomp", "relcl", "advcl", "conj", "aux", "auxpass"):
            continue
        near = tree.heads[w] if tree.deps[w] in ("aux", "auxpass") else w
        if first in tree.ancestors(near) and near < start and _agrees(tree, near, tag):
            tree.rejoin(v, near)
            return True
    return False


def _agrees(tree: Tree, verb: int, tag: str) -> bool | None:
    """Whether a present tense of this tag can have the verb's own subject; None where it shows no number."""
    subject = next(iter(tree.kids(verb, ("nsubj", "nsubjpass"))), None)
    if subject is None or subject > verb:
        return None
    if tree.kid(subject, "conj") is not None or tree.lower[subject] in ("they", "we", "you", "i"):
        return tag == "VBP"
    if tree.tags[subject] == "NNS":
        return tag == "VBP"
    if tree.lower[subject] in ("he", "she", "it"):
        return tag == "VBZ"
    if tree.tags[subject] in ("WDT", "WP") and tree.deps[verb] == "relcl":
        return tree.tags[tree.heads[verb]] in (("NNS",) if tag == "VBP" else ("NN",)) or None
    return tag == "VBZ" if tree.tags[subject] == "NN" and tree.kid(subject, "prep") is None else None


@at_label("acl")
def gerund_of_preposition(tree: Tree, g: int) -> bool:
    """ "a place for learning, playing games and cooking": a gerund in a list goes with the first, not with the noun."""
    noun = tree.heads[g]
    if tree.tags[g] != "VBG" or tree.words[g - 1] != "," or tree.kid(g, "conj") is None:
        return False
    before = [p for k in tree.kids(noun, ("prep",)) if noun < k < g for p in tree.kids(k, ("pcomp",))]
    if before and tree.tags[before[-1]] == "VBG" and max(tree.subtree(before[-1])) in (g - 2, g - 1):
        tree.attach(g, before[-1], "conj")
        return True
    return False


@at_tag(*NOUN_TAGS)
def object_and_predicate(tree: Tree, h: int) -> bool:
    """ "called Haddad a clown": a determiner opens a noun phrase, so what stands before it is a phrase of its own."""
    verb = tree.heads[h]
    if tree.deps[h] not in ("dobj", "oprd", "attr") or verb > h or tree.tags[verb][:2] != "VB":
        return False
    det = next((k for k in tree.children[h] if k < h and tree.lower[k] in ("a", "an", "the")), None)
    before = [k for k in tree.children[h] if det is not None and verb < k < det and tree.tags[k] in NOUN_TAGS]
    if not before or tree.kid(verb, "dobj", "dative") not in (None, h):
        return False
    if any(tree.words[t] == "," for t in range(before[0], h)) or any(tree.deps[k] != "compound" for k in before):
        return False
    *first, name = before
    naming, giving = tree.lemma(verb) in verbs().naming, tree.lemma(verb) in verbs().ditransitive
    if not naming and not giving:
        return False
    for k in first:
        tree.heads[k] = name
    tree.heads[name], tree.deps[name] = verb, "dobj" if naming else "dative"
    tree.deps[h] = "oprd" if naming else "dobj"
    return True


@at_word("like", "unlike")
def predicate_after_comparison(tree: Tree, p: int) -> bool:
    """ "is, like its forerunner, a form of tax": what follows the comparison is what "be" says."""
    verb, noun = tree.heads[p], tree.kid(p, "pobj")
    if noun is None or tree.lemma(verb) != "be" or tree.words[p - 1] != ",":
        return False
    said = tree.kid(noun, "appos")
    if said is None or tree.kid(verb, "attr", "acomp") is not None or tree.words[leftmost(tree, said) - 1] != ",":
        return False
    tree.attach(said, verb, "attr")
    return True


@at_label("ccomp")
def means_of_making(tree: Tree, v: int) -> bool:
    """ "made it using clay": the gerund says by what means, and "it" is the object."""
    verb = tree.heads[v]
    if tree.tags[v] != "VBG" or verb > v or tree.lemma(v) not in verbs().instrumental:
        return False
    made = tree.kid(v, "nsubj")
    if made is None or made < verb or tree.kid(v, "aux") is not None or tree.lemma(verb) in verbs().perceiving:
        return False
    tree.attach(made, verb, "dobj")
    tree.deps[v] = "advcl"
    return True


@at_label("appos", "npadvmod")
def enumeration(tree: Tree, a: int) -> bool:
    """ "The mayor, the bishop and the judge attended": like nouns in a row that end in "and" are no appositions."""
    dep = tree.deps[a]
    h = tree.heads[a]
    if h > a or tree.tags[a] not in NOUN_TAGS or tree.tags[h] not in NOUN_TAGS:
        return False
    counted = [tree.kid(n, "det", "poss", "nummod") is not None for n in (h, a)]
    if tree.tags[a][:3] != tree.tags[h][:3] and not all(counted):
        return False
    members = conjuncts(tree, a)
    if len(members) < 2 or all(tree.kid(m, "cc") is None for m in members) or tree.words[leftmost(tree, a) - 1] != ",":
        return False
    names = _bare_names(tree, [h, *members])
    if counted[0] != counted[1] or (dep == "npadvmod" and not names):
        return False
    end = max(tree.subtree(members[-1])) + 1
    if end < len(tree) and tree.words[end] == "," and not (names and len(members) > 2):
        return False  # "the king, head of state and of the church, left"
    tree.deps[a] = "conj"
    return True


@at_label("nsubj", "nsubjpass")
def first_of_enumeration(tree: Tree, s: int) -> bool:
    """ "Chad, Niger and Mali left": a name before an enumeration that is the subject is its first member."""
    dep = tree.deps[s]
    first = leftmost(tree, s) - 2
    if first < 0 or tree.words[first + 1] != ",":
        return False
    members = conjuncts(tree, s)
    if len(members) < 2 or all(tree.kid(m, "cc") is None for m in members):
        return False
    loose = (
        tree.deps[first] in ("parataxis", "dep", "npadvmod", "nsubj", "advcl") and tree.heads[first] == tree.heads[s]
    )
    if loose and _bare_names(tree, [first, *members]):
        tree.deps[first] = dep
        tree.attach(s, first, "conj")
        return True
    return False


def _bare_names(tree: Tree, nouns: list[int]) -> bool:
    """Whether all are names of one word, no dates."""
    return all(
        tree.tags[n] == "NNP"
        and not tree.labelled(n, ("DATE", "TIME"))
        and tree.kid(n, "det", "poss", "nummod", "compound", "prep", "amod") is None
        for n in nouns
    )


@at_label("appos")
def names_of_many(tree: Tree, name: int) -> bool:
    """ "his wife, their two sons Karl and Peter, and a daughter": no one is several, so the names go on with a list."""
    one = tree.heads[name]
    if tree.tags[one] not in ("NN", "NNP") or tree.tags[name] != "NNP" or one > name:
        return False
    several = any(
        tree.tags[k] == "NNS" and k < name and tree.kid(k, "poss", "nummod") is not None
        for k in tree.kids(name, ("compound", "nmod"))
    )
    if not several or tree.kid(name, "cc") is None:
        return False
    tree.deps[name] = "conj"
    return True
