"""Mends of sentences run together: with a comma between them, a fronted phrase, quotations joined by "and"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.wordlists import verbs
from .mending import at_label, at_root, at_tag
from .phrases import CLOSING_QUOTES, FINITE_TAGS, NOUN_TAGS, OPENING_QUOTES, PLACE_LABELS, leftmost

if TYPE_CHECKING:
    from .tree import Tree

_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
#: Tags of what stands in the verb group or beside it.
_OF_GROUP = frozenset({"MD", "VB", "VBD", "VBP", "VBZ", "VBN", "RB"})
#: What opens a clause that says when or under what condition.
_OPENERS = frozenset({"when", "if", "while", "although", "though", "after", "before", "once", "since", "because"})
#: What a verb that says nothing takes: with one of these before it is whole without what stands before it.
_WHOLE = ("dobj", "attr", "acomp", "auxpass", "ccomp")


@at_label("ccomp")
def comma_splice(tree: Tree, v: int) -> bool:
    """ "He led the firm; he was dismissed in May": what stands before a whole sentence is none of its arguments."""
    h = tree.heads[v]
    if v > h or tree.kid(v, *_SUBJECTS) is None:
        return False
    subject = tree.kid(h, *_SUBJECTS)
    if subject is None or not v < subject < h:
        return False
    lemma, known = tree.lemma(h), verbs()
    says = lemma in known.speech | known.saying | known.demanding
    between = range(max(v, *(k for k in tree.subtree(v) if k < subject)) + 1, subject)
    apart = any(tree.words[t] == ";" for t in (*between, *tree.subtree(v)))
    after = any(k > h for k in tree.kids(h, ("ccomp",)))
    whole = not says and tree.kid(h, *_WHOLE) not in (None, v) and not any(t in CLOSING_QUOTES for t in tree.words[v:h])
    if apart or after or whole:
        tree.deps[v] = "parataxis"
        return True
    return False


@at_tag(*FINITE_TAGS, "VBN")
def subject_in_fronted_phrase(tree: Tree, v: int) -> bool:
    """ "Upon leaving Kent, Ada Hall joined the firm": a noun phrase right before a verb without subject is its subject.

    So is a coordination: "On Route 9 in Salem, Oregon, a lorry and a bus collided".
    """
    if tree.deps[v] not in ("ROOT", "ccomp") or v < 3 or tree.kid(v, *_SUBJECTS) is not None:
        return False
    if tree.tags[v] == "VBN" and (tree.deps[v] != "ROOT" or tree.kid(v, "aux", "auxpass", "agent") is not None):
        return False
    last = v - 1
    while last > 0 and tree.heads[last] == v and tree.tags[last] in _OF_GROUP and not tree.children[last]:
        last -= 1
    aside = tree.words[last] == ","
    last -= aside
    fronted = [k for k in tree.kids(v, ("prep", "advcl", "advmod")) if k < v and max(tree.subtree(k)) - last in (0, 1)]
    if not fronted or tree.tags[last] not in NOUN_TAGS:
        return False
    behind = [n for n in _behind_commas(tree, last, fronted[0]) if tree.tags[n] in NOUN_TAGS]
    if len(behind) <= aside or (tree.deps[behind[0]] == "conj" and tree.kid(behind[0], "cc") is None):
        return False  # "In May, the month of the fair, rose"; the last of a series
    tree.attach(behind[aside], v, "nsubj")
    if tree.tags[v] == "VBN":
        tree.tags[v] = "VBD"
    return True


def _behind_commas(tree: Tree, last: int, top: int) -> list[int]:
    """The nouns from a word up to a phrase's head that stand behind a comma as appositions or conjuncts."""
    out: list[int] = []
    noun = last
    while noun != top:
        if tree.deps[noun] in ("relcl", "acl", "advcl") or tree.heads[noun] >= noun:  # a clause, or the root
            return out
        behind = tree.deps[noun] in ("appos", "conj") and tree.words[leftmost(tree, noun) - 1] == ","
        where = noun == tree.heads[noun] + 2 and tree.labelled(noun, PLACE_LABELS)  # "in Lund, Sweden"
        if behind and not where:
            out.append(noun)
        noun = tree.heads[noun]
    return out


@at_label("cc")
def joined_quotations(tree: Tree, cc: int) -> bool:
    """ "to "stop the firms that block it" and "punish them"": quotations that "and" joins are alike."""
    if (
        not 0 < cc < len(tree) - 2
        or tree.words[cc - 1] not in CLOSING_QUOTES
        or tree.words[cc + 1] not in OPENING_QUOTES
    ):
        return False
    v = cc + 2
    first = next((t for t in range(cc - 2, 0, -1) if tree.words[t - 1] in OPENING_QUOTES), None)
    if first is None or tree.deps[v] != "conj" or tree.tags[v][:2] != "VB" or tree.tags[first] != tree.tags[v]:
        return False
    if tree.heads[v] == first or first >= tree.heads[v]:
        return False
    tree.attach(cc, first, "cc")
    tree.attach(v, first, "conj")
    return True


@at_label("ccomp", "advcl", "dep")
def clause_of_which(tree: Tree, v: int) -> bool:
    """ "to a network, which was related to it": a clause of "which" behind a noun and a comma describes the noun."""
    h = tree.heads[v]
    if h > v:
        return False
    first = leftmost(tree, v)
    if tree.lower[first] != "which" or first < 2 or tree.words[first - 1] != "," or first < h:
        return False
    noun = first - 2
    for above in tree.ancestors(noun):
        if above <= h or tree.tags[above] in NOUN_TAGS:
            break
        noun = above
    if tree.tags[noun] in NOUN_TAGS and noun > h:
        tree.attach(v, noun, "relcl")
        return True
    return False


@at_root
def sentence_read_as_relative(tree: Tree, first: int) -> bool:
    """ "When she was a child she lived in Kent": a sentence is more than the clause that says when."""
    opened = any(
        k < 2 and tree.deps[k] in ("mark", "advmod") and tree.lower[k] in _OPENERS for k in tree.children[first]
    )
    if not opened or tree.tags[first] not in FINITE_TAGS or "?" in tree.words or tree.words[-1] != ".":
        return False
    for v, dep in enumerate(tree.deps):
        subject = tree.kid(v, *_SUBJECTS)
        noun = tree.heads[v]
        if (
            dep != "relcl"
            or subject is None
            or tree.tags[subject] != "PRP"
            or tree.heads[noun] != first
            or noun > subject
        ):
            continue
        if tree.deps[noun] not in ("attr", "dobj") or leftmost(tree, v) != subject or tree.tags[v] not in FINITE_TAGS:
            continue
        if tree.kid(v, "prep", "dobj", "xcomp", "ccomp", "attr", "acomp") is None:
            continue
        tree.heads[v], tree.deps[v] = v, "ROOT"
        tree.heads[first], tree.deps[first] = v, "advcl"
        for k in tree.children[first]:
            if k > max(tree.subtree(v)) and tree.deps[k] == "punct":
                tree.heads[k] = v
        return True
    return False


@at_root
def clause_behind_preposition(tree: Tree, first: int) -> bool:
    """ "Prior to the vote he served as a clerk.": a sentence that opens with a phrase goes on behind it."""
    if first > 1 or tree.tags[first] not in ("IN", "RB") or tree.headline or tree.words[-1] != ".":
        return False
    nouns = [n for k in (first, *tree.kids(first, ("prep",))) for n in tree.kids(k, ("pobj",))]
    for noun in nouns[-1:]:
        for v in tree.kids(noun, ("relcl",)):
            subject = tree.kid(v, "nsubj", "nsubjpass")
            if subject is None or tree.tags[subject] in ("WDT", "WP", "IN") or max(tree.subtree(v)) < len(tree) - 2:
                continue
            if leftmost(tree, v) != leftmost(tree, subject) or tree.kid(v, "prep", "dobj", "xcomp", "attr") is None:
                continue
            tree.heads[v], tree.deps[v] = v, "ROOT"
            tree.heads[first], tree.deps[first] = v, "prep" if tree.tags[first] == "IN" else "advmod"
            for k in tree.children[first]:
                if k > max(tree.subtree(v)):
                    tree.heads[k] = v
            return True
    return False
