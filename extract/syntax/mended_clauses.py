"""Mends of clauses: subjects, conjuncts and participles that went to the wrong clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.wordlists import nouns, verbs
from .mending import at_label, at_tag, at_word
from .phrases import FINITE_TAGS, NOUN_TAGS, VERB_TAGS, leftmost

if TYPE_CHECKING:
    from .tree import Tree

_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


@at_label("ccomp")
def second_relative(tree: Tree, v: int) -> bool:
    """ "a page that tells who rules, that names them": a clause of "that" like one before describes the same noun."""
    governor, that = tree.heads[v], tree.kid(v, "nsubj", "nsubjpass")
    if that is None or tree.lower[that] != "that" or that < governor or tree.words[that - 1] != ",":
        return False
    for noun in tree.kids(governor, ("dobj", "attr")):
        if any(tree.lower[leftmost(tree, k)] == "that" for k in tree.kids(noun, ("relcl",)) if k < that):
            tree.tags[that] = "WDT"
            tree.attach(v, noun, "relcl")
            for k in [k for k in tree.children[v] if tree.deps[k] == "punct" and k < that]:
                tree.attach(k, noun, "punct")
            return True
    return False


@at_label("conj", "dep", "ccomp", "advcl")
def clause_without_subject(tree: Tree, v: int) -> bool:
    """ "claimed Iran, among others, is influencing": the seeming object is the next clause's subject."""
    say = tree.heads[v]
    if say >= v or tree.tags[say] not in VERB_TAGS or tree.tags[v] not in VERB_TAGS:
        return False
    if tree.lemma(say) not in verbs().saying or any(
        tree.deps[k] in ("nsubj", "nsubjpass", "mark") for k in tree.children[v]
    ):
        return False
    first = leftmost(tree, v)
    finite = tree.tags[v] in FINITE_TAGS or any(
        tree.deps[k] in ("aux", "auxpass") and tree.tags[k] in (*FINITE_TAGS, "MD") for k in tree.children[v]
    )
    if not finite or any(say < k < first and tree.deps[k] == "cc" for k in tree.children[say]):
        return False
    objects = [k for k in tree.children[say] if say < k < first and tree.deps[k] == "dobj"]
    commas = sum(tree.words[k] == "," for k in range(say, first))
    if not objects or commas % 2:
        return False
    passive = any(tree.deps[k] == "auxpass" for k in tree.children[v])
    for k in tree.children[say]:
        if objects[0] <= k < v and tree.deps[k] != "cc":
            tree.heads[k] = v
    tree.deps[objects[0]] = "nsubjpass" if passive else "nsubj"
    tree.deps[v] = "ccomp"
    return True


@at_label("ccomp", "xcomp")
def subject_of_demand(tree: Tree, v: int) -> bool:
    """ "asked prisoners be given lawyers": behind a verb of demanding a bare "be" is the noun's before it."""
    demand, be = tree.heads[v], tree.kid(v, "auxpass")
    if be is None or tree.tags[be] != "VB" or tree.lemma(demand) not in verbs().demanding or demand > v:
        return False
    if tree.kid(v, "aux", *_SUBJECTS) is not None:
        return False
    asked = tree.kids(demand, ("dobj",))
    if len(asked) != 1 or not demand < asked[0] or max(tree.subtree(asked[0])) + 1 != leftmost(tree, v):
        return False
    tree.attach(asked[0], v, "nsubjpass")
    tree.deps[v] = "ccomp"
    return True


@at_label("conj")
def subject_read_as_conjunct(tree: Tree, v: int) -> bool:
    """ "is growing in popularity and ownership is tyranny": a conjoined noun right before a verb is its subject."""
    if tree.tags[v] not in VERB_TAGS or tree.tags[tree.heads[v]] not in VERB_TAGS:
        return False
    kids = tree.children[v]
    if any(tree.deps[k] in ("nsubj", "nsubjpass", "expl") for k in kids):
        return False
    if tree.tags[v] not in FINITE_TAGS and not any(
        tree.deps[k] in ("aux", "auxpass") and tree.tags[k] in (*FINITE_TAGS, "MD") for k in kids
    ):
        return False
    n = leftmost(tree, v) - 1
    while n > 0 and tree.deps[n] not in ("conj", "punct", "cc") and tree.heads[n] < n:
        n = tree.heads[n]
    if n <= tree.heads[v] or tree.deps[n] != "conj" or tree.tags[n] not in NOUN_TAGS:
        return False
    first = tree.heads[n]
    ands = [k for k in tree.children[first] if tree.deps[k] == "cc" and first < k < n]
    if not ands or tree.tags[first] not in NOUN_TAGS or leftmost(tree, n) != ands[-1] + 1:
        return False
    passive = any(tree.deps[k] == "auxpass" for k in kids)
    tree.heads[n], tree.deps[n] = v, "nsubjpass" if passive else "nsubj"
    tree.heads[ands[-1]] = tree.heads[v]
    return True


@at_label("conj")
def unlike_conjuncts(tree: Tree, v: int) -> bool:
    """ "challenging its capacity to hold Homs and undermining": conjuncts are alike, so it goes with "challenging"."""
    first = tree.heads[v]
    if tree.tags[v] not in VERB_TAGS or tree.tags[first] not in VERB_TAGS:
        return False
    if any(tree.deps[k] in ("nsubj", "nsubjpass", "expl", "csubj") for k in tree.children[v]):
        return False
    form = _form(tree, v)
    if form is None or form == _form(tree, first) or _form(tree, first) != "infinitive":
        return False
    above = next((a for a in tree.ancestors(first) if tree.tags[a] in VERB_TAGS and _form(tree, a) == form), None)
    if above is None:
        return False
    for k in tree.children[first]:
        if tree.deps[k] == "cc" and first < k < v:
            tree.heads[k] = above
    tree.heads[v] = above
    return True


def _form(tree: Tree, v: int) -> str | None:
    """How a verb is inflected with its auxiliaries; None where that cannot be told."""
    helpers = [k for k in tree.children[v] if tree.deps[k] in ("aux", "auxpass") and k < v]
    if any(tree.lower[k] == "to" for k in helpers):
        return "infinitive"
    if tree.tags[v] in FINITE_TAGS or any(tree.tags[k] in (*FINITE_TAGS, "MD") for k in helpers):
        return "finite"
    return "gerund" if tree.tags[v] == "VBG" and not helpers else None


@at_label("advcl")
def with_absolute(tree: Tree, v: int) -> bool:
    """ "with Hezbollah having lost thousands": the participle's subject is what "with" brings in."""
    if tree.tags[v] not in ("VBG", "VBN") or any(tree.lower[k] == "to" for k in tree.children[v]):
        return False
    if tree.kid(v, "mark", "nsubj", "nsubjpass") is not None:
        return False
    governor = tree.heads[v]
    before = [k for k in tree.kids(governor, ("prep",)) if k < v and tree.lower[k] == "with"]
    noun = tree.kid(before[-1], "pobj") if before else None
    if noun is None or tree.tags[noun] not in NOUN_TAGS:
        return False
    last, first = max(tree.subtree(noun)), leftmost(tree, v)
    between = [t for t in range(last + 1, first) if tree.words[t] != ","]
    if last < first and (
        first == last + 1 or [tree.lower[t] for t in between] in (["for", "instance"], ["for", "example"])
    ):
        tree.attach(v, noun, "acl")
        return True
    return False


@at_tag("VBG")
def participle_of_name(tree: Tree, v: int) -> bool:
    """ "posted a message on Twitter blaming Iran": a name needs no restriction, so the participle is the act's."""
    noun = tree.heads[v]
    if tree.deps[v] != "acl" or tree.tags[noun] != "NNP" or tree.deps[noun] != "pobj":
        return False
    up = noun
    while tree.deps[up] in ("pobj", "prep", "dobj", "conj"):
        up = tree.heads[up]
    if tree.tags[up] in VERB_TAGS and up < noun:
        tree.attach(v, up, "advcl")
        return True
    return False


@at_label("advcl", "xcomp")
def purpose_of_plan(tree: Tree, v: int) -> bool:
    """ "a scheme orchestrated by Iran to undermine Oman": an infinitive right after whose plan it is belongs to it."""
    to = next((k for k in tree.children[v] if k < v and tree.tags[k] == "TO"), None)
    if to is None or to == 0:
        return False
    for above in tree.ancestors(to - 1):
        if tree.lemma(above) in nouns().plans and tree.tags[above] in NOUN_TAGS and above != v:
            by = range(above + 1, to)
            if any(tree.lower[k] == "by" for k in by) and not any(tree.words[k] == "," for k in by):
                tree.heads[v], tree.deps[v] = above, "acl"
                return True
            return False
        if above == tree.heads[v] and tree.deps[above] != "acl":
            return False
    return False


@at_word("that")
def content_read_as_relative(tree: Tree, that: int) -> bool:
    """ "demands that it disarm": the clause says what is demanded, and "that" stands for nothing in it."""
    v = tree.heads[that]
    if tree.tags[that] != "IN" or tree.deps[that] != "dobj" or tree.deps[v] != "relcl":
        return False
    if tree.lemma(tree.heads[v]) in nouns().contents and tree.kid(v, "nsubj", "nsubjpass") is not None:
        tree.deps[that], tree.deps[v] = "mark", "acl"
        return True
    return False


@at_label("amod")
def adjective_behind_object(tree: Tree, a: int) -> bool:
    """ "called the killing of workers unacceptable": an adjective at the end of the object is what it is called."""
    noun = tree.heads[a]
    if a < noun or tree.tags[a] != "JJ" or tree.deps[noun] != "dobj" or tree.children[a]:
        return False
    verb = tree.heads[noun]
    if tree.lemma(verb) in verbs().judging and verb < noun and a == max(tree.subtree(noun)):
        tree.attach(a, verb, "oprd")
        return True
    return False
