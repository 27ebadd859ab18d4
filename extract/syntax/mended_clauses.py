"""Mends of clauses: subjects, conjuncts and participles that went to the wrong clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.wordlists import nouns, verbs
from .phrases import NOUN_TAGS, leftmost

if TYPE_CHECKING:
    from .tree import Tree

_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_VERBS = _FINITE | {"VB", "VBG", "VBN"}


def clause_without_subject(tree: Tree) -> bool:
    """ "claimed Iran, among others, is influencing": the seeming object is the next clause's subject."""
    changed = False
    for v, dep in enumerate(tree.deps):
        say = tree.heads[v]
        if (
            dep not in ("conj", "dep", "ccomp", "advcl")
            or say >= v
            or tree.tags[say] not in _VERBS
            or tree.tags[v] not in _VERBS
        ):
            continue
        if tree.lemma(say) not in verbs().saying or any(
            tree.deps[k] in ("nsubj", "nsubjpass", "mark") for k in tree.children[v]
        ):
            continue
        first = leftmost(tree, v)
        finite = tree.tags[v] in _FINITE or any(
            tree.deps[k] in ("aux", "auxpass") and tree.tags[k] in (*_FINITE, "MD") for k in tree.children[v]
        )
        if not finite or any(say < k < first and tree.deps[k] == "cc" for k in tree.children[say]):
            continue
        objects = [k for k in tree.children[say] if say < k < first and tree.deps[k] == "dobj"]
        commas = sum(tree.words[k] == "," for k in range(say, first))
        if not objects or commas % 2:
            continue
        passive = any(tree.deps[k] == "auxpass" for k in tree.children[v])
        for k in tree.children[say]:
            if objects[0] <= k < v and tree.deps[k] != "cc":
                tree.heads[k] = v
        tree.deps[objects[0]] = "nsubjpass" if passive else "nsubj"
        tree.deps[v] = "ccomp"
        changed = True
        tree.relink()
    return changed


def subject_read_as_conjunct(tree: Tree) -> bool:
    """ "is growing in popularity and ownership is tyranny": a conjoined noun right before a verb is its subject."""
    changed = False
    for v, dep in enumerate(tree.deps):
        if dep != "conj" or tree.tags[v] not in _VERBS or tree.tags[tree.heads[v]] not in _VERBS:
            continue
        kids = tree.children[v]
        if any(tree.deps[k] in ("nsubj", "nsubjpass", "expl") for k in kids):
            continue
        if tree.tags[v] not in _FINITE and not any(
            tree.deps[k] in ("aux", "auxpass") and tree.tags[k] in (*_FINITE, "MD") for k in kids
        ):
            continue
        n = leftmost(tree, v) - 1
        while n > 0 and tree.deps[n] not in ("conj", "punct", "cc") and tree.heads[n] < n:
            n = tree.heads[n]
        if n <= tree.heads[v] or tree.deps[n] != "conj" or tree.tags[n] not in NOUN_TAGS:
            continue
        first = tree.heads[n]
        ands = [k for k in tree.children[first] if tree.deps[k] == "cc" and first < k < n]
        if not ands or tree.tags[first] not in NOUN_TAGS or leftmost(tree, n) != ands[-1] + 1:
            continue
        passive = any(tree.deps[k] == "auxpass" for k in kids)
        tree.heads[n], tree.deps[n] = v, "nsubjpass" if passive else "nsubj"
        tree.heads[ands[-1]] = tree.heads[v]
        changed = True
        tree.relink()
    return changed


def unlike_conjuncts(tree: Tree) -> bool:
    """ "challenging its capacity to hold Homs and undermining": conjuncts are alike, so it goes with "challenging"."""
    changed = False
    for v, dep in enumerate(tree.deps):
        first = tree.heads[v]
        if dep != "conj" or tree.tags[v] not in _VERBS or tree.tags[first] not in _VERBS:
            continue
        if any(tree.deps[k] in ("nsubj", "nsubjpass", "expl", "csubj") for k in tree.children[v]):
            continue
        form = _form(tree, v)
        if form is None or form == _form(tree, first) or _form(tree, first) != "infinitive":
            continue
        above = next((a for a in tree.ancestors(first) if tree.tags[a] in _VERBS and _form(tree, a) == form), None)
        if above is None:
            continue
        for k in tree.children[first]:
            if tree.deps[k] == "cc" and first < k < v:
                tree.heads[k] = above
        tree.heads[v] = above
        changed = True
        tree.relink()
    return changed


def _form(tree: Tree, v: int) -> str | None:
    """How a verb is inflected with its auxiliaries; None where that cannot be told."""
    helpers = [k for k in tree.children[v] if tree.deps[k] in ("aux", "auxpass") and k < v]
    if any(tree.lower[k] == "to" for k in helpers):
        return "infinitive"
    if tree.tags[v] in _FINITE or any(tree.tags[k] in (*_FINITE, "MD") for k in helpers):
        return "finite"
    return "gerund" if tree.tags[v] == "VBG" and not helpers else None


def with_absolute(tree: Tree) -> bool:
    """ "with Hezbollah having lost thousands": the participle's subject is what "with" brings in."""
    changed = False
    for v, dep in enumerate(tree.deps):
        if dep != "advcl" or tree.tags[v] not in ("VBG", "VBN") or any(tree.lower[k] == "to" for k in tree.children[v]):
            continue
        if tree.kid(v, "mark", "nsubj", "nsubjpass") is not None:
            continue
        governor = tree.heads[v]
        before = [k for k in tree.kids(governor, ("prep",)) if k < v and tree.lower[k] == "with"]
        noun = tree.kid(before[-1], "pobj") if before else None
        if noun is None or tree.tags[noun] not in NOUN_TAGS:
            continue
        last, first = max(tree.subtree(noun)), leftmost(tree, v)
        between = [t for t in range(last + 1, first) if tree.words[t] != ","]
        if last < first and (
            first == last + 1 or [tree.lower[t] for t in between] in (["for", "instance"], ["for", "example"])
        ):
            tree.attach(v, noun, "acl")
            changed = True
    return changed


def participle_of_name(tree: Tree) -> bool:
    """ "posted a message on Twitter blaming Iran": a name needs no restriction, so the participle is the act's."""
    changed = False
    for v, tag in enumerate(tree.tags):
        noun = tree.heads[v]
        if tag != "VBG" or tree.deps[v] != "acl" or tree.tags[noun] != "NNP" or tree.deps[noun] != "pobj":
            continue
        up = noun
        while tree.deps[up] in ("pobj", "prep", "dobj", "conj"):
            up = tree.heads[up]
        if tree.tags[up] in _VERBS and up < noun:
            tree.attach(v, up, "advcl")
            changed = True
    return changed


def purpose_of_plan(tree: Tree) -> bool:
    """ "a scheme orchestrated by Iran to undermine Oman": an infinitive right after whose plan it is belongs to it."""
    changed = False
    for v, dep in enumerate(tree.deps):
        if dep not in ("advcl", "xcomp"):
            continue
        to = next((k for k in tree.children[v] if k < v and tree.tags[k] == "TO"), None)
        if to is None or to == 0:
            continue
        for above in tree.ancestors(to - 1):
            if tree.lemma(above) in nouns().plans and tree.tags[above] in NOUN_TAGS and above != v:
                by = range(above + 1, to)
                if any(tree.lower[k] == "by" for k in by) and not any(tree.words[k] == "," for k in by):
                    tree.heads[v], tree.deps[v] = above, "acl"
                    tree.relink()
                    changed = True
                break
            if above == tree.heads[v] and tree.deps[above] != "acl":
                break
    return changed


def content_read_as_relative(tree: Tree) -> bool:
    """ "demands that it disarm": the clause says what is demanded, and "that" stands for nothing in it."""
    changed = False
    for that, word in enumerate(tree.lower):
        v = tree.heads[that]
        if word != "that" or tree.tags[that] != "IN" or tree.deps[that] != "dobj" or tree.deps[v] != "relcl":
            continue
        if tree.lemma(tree.heads[v]) in nouns().contents and tree.kid(v, "nsubj", "nsubjpass") is not None:
            tree.deps[that], tree.deps[v] = "mark", "acl"
            changed = True
    return changed


def adjective_behind_object(tree: Tree) -> bool:
    """ "called the killing of workers unacceptable": an adjective at the end of the object is what it is called."""
    changed = False
    for a, dep in enumerate(tree.deps):
        noun = tree.heads[a]
        if dep != "amod" or a < noun or tree.tags[a] != "JJ" or tree.deps[noun] != "dobj" or tree.children[a]:
            continue
        verb = tree.heads[noun]
        if tree.lemma(verb) in verbs().judging and verb < noun and a == max(tree.subtree(noun)):
            tree.attach(a, verb, "oprd")
            changed = True
    return changed
