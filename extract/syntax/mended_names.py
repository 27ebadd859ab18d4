"""Mends of what stands around names: titles joined by "and", names behind them, names that have an "and" in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.lexicon import lexicon
from .mending import at_label, at_tag
from .phrases import NOUN_TAGS, PERSON_LABELS, conjuncts, is_person, leftmost

if TYPE_CHECKING:
    from .tree import Tree

_BODIES = ("ORG", "Organization", "FAC", "LAW", "EVENT", "Event")
#: What a name that is none of the clause's own arguments was made of it.
_LOOSE = frozenset({"dobj", "npadvmod", "oprd", "dep"})
#: Bodies whose name tells after "of" or "for" what they deal with.
_OFFICES = frozenset({
    "department", "ministry", "institute", "institution", "office", "committee", "commission", "bureau", "academy",
    "board", "council", "center", "centre", "agency", "school", "college", "faculty", "association", "directorate",
    "secretary", "minister", "undersecretary", "court", "society", "party",
})  # fmt: skip


def _leads_up(tree: Tree, before: int, described: int) -> bool:
    """Whether the noun right before a name is its title: "brother of President | Hall", "Ruiz and writer | Hall"."""
    if tree.deps[before] == "conj" and tree.heads[before] == described:
        return tree.tags[before] == "NN" and is_person(tree, before)
    return tree.deps[before] == "pobj" and tree.lower[before] in lexicon().titles


@at_tag("NNP")
def name_behind_titles(tree: Tree, name: int) -> bool:
    """ "singer and writer Ada Hall sang", "former President of Chad Idriss Novak left": the person heads the phrase.

    No comma stands between what somebody is and the name, whatever belongs to the former.
    """
    h, dep = tree.heads[name], tree.deps[name]
    if h > name or not tree.labelled(name, PERSON_LABELS):
        return False
    before = leftmost(tree, name) - 1
    if (dep in _LOOSE and before > h and tree.tags[before] == "NN" and is_person(tree, before)) or (
        dep == "appos" and before > h and _leads_up(tree, before, h)
    ):
        title = before
    elif dep == "appos" and before > h and _is_title(tree, h):
        title = h
    else:
        return False
    own = tree.subtree(title)
    if tree.deps[title] == "compound" or not tree.words[before + 1][0].isalnum() or name in own[: own.index(title)]:
        return False
    if any(t not in own or not tree.words[t][0].isalnum() for t in range(title + 1, before + 1)):
        return False
    tree.take_over(name, title)
    tree.deps[title] = "compound"
    for k in tree.children[title]:
        if k > name:
            tree.heads[k] = name
    return True


def _is_title(tree: Tree, noun: int) -> bool:
    if tree.tags[noun] == "NN":
        return is_person(tree, noun)
    return tree.tags[noun] == "NNP" and tree.lower[noun] in lexicon().titles


@at_label("conj")
def title_read_as_conjunct(tree: Tree, name: int) -> bool:
    """ "Chadian writer and judge Ada Hall left": a bare singular stands for nobody, so one person left."""
    first = tree.heads[name]
    if tree.tags[first] != "NN" or not tree.labelled(name, PERSON_LABELS):
        return False
    second = leftmost(tree, name)
    if first > second:
        return False
    if tree.deps[second - 1] != "cc" or tree.heads[second - 1] != first or tree.lower[tree.heads[first]] == "for":
        return False  # "ran with Novak for president and judge Hall for governor"
    while tree.tags[second] == "JJ" or (tree.heads[second] == second + 1 and second + 1 < name):
        second += 1
    if tree.deps[second] != "compound" or tree.heads[second] != name or tree.tags[second] != "NN":
        return False
    if not (is_person(tree, first) and is_person(tree, second)) or tree.kid(first, "det", "poss", "nummod"):
        return False
    tree.take_over(name, first)
    tree.deps[first] = "compound"
    for k in tree.children[name]:
        if k < second and tree.deps[k] != "punct":
            tree.heads[k] = second
    tree.heads[second], tree.deps[second] = first, "conj"
    for k in tree.children[first]:
        if k > name:
            tree.heads[k] = name
    return True


@at_label("appos")
def titles_between_names(tree: Tree, title: int) -> bool:
    """ "Chadian senator and candidate Ada Hall": a person noun before a name is said of it, not of who owns the office.

    The parser took the noun for an apposition to the modifier.
    """
    owner = tree.heads[title]
    name = tree.heads[owner]
    if tree.deps[owner] not in ("compound", "nmod", "amod") or not owner < title < name:
        return False
    if not is_person(tree, title) or leftmost(tree, title) != owner + 1:
        return False
    tree.attach(title, name, "compound")
    tree.attach(owner, title, "compound")
    return True


@at_label("conj")
def name_with_and(tree: Tree, second: int) -> bool:
    """ "the Department of Health and Human Services": one body, whose name tells two things that it deals with."""
    h = tree.heads[second]
    if tree.tags[second] not in ("NNP", "NNPS"):
        return False
    cc = leftmost(tree, second) - 1
    if cc <= h or tree.lower[cc] not in ("and", "&"):
        return False
    inner = h if tree.deps[h] == "pobj" else _last_object(tree, h, cc)
    if inner is None or inner > cc or tree.tags[inner] not in ("NNP", "NNPS"):
        return False
    prep = tree.heads[inner]
    body = tree.heads[prep]
    if tree.lower[prep] not in ("of", "for", "on") or tree.lower[body] not in _OFFICES or body > prep:
        return False
    if tree.lower[second] in _OFFICES or tree.kid(second, "det", "poss") is not None:
        return False
    if any(tree.labelled(n, (*PERSON_LABELS, "GPE", "Country", "Place", "NORP")) for n in (inner, second)):
        return False
    whole = any(a <= body and second < b for a, b, _ in tree.names)
    if not whole and not (max(tree.subtree(inner)) == cc - 1 and tree.labelled(body, _BODIES)):
        return False
    for k in (cc, second):
        tree.attach(k, inner, "nmod")
    return True


def _last_object(tree: Tree, noun: int, end: int) -> int | None:
    """What the preposition right before the "and" governs: "Health" of "Department of Health and"."""
    found = [p for k in tree.kids(noun, ("prep",)) if k < end for p in tree.kids(k, ("pobj",))]
    return found[-1] if found and max(tree.subtree(found[-1])) == end - 1 else None


@at_label("appos")
def name_of_last_conjunct(tree: Tree, name: int) -> bool:
    """ "her mother and sister, Ada Hall,": one name names one person, the one right before the comma."""
    first = tree.heads[name]
    if tree.tags[name] != "NNP":
        return False
    comma = leftmost(tree, name) - 1
    if first > comma or tree.words[comma] != ",":
        return False
    if tree.tags[first] not in ("NN", "NNS") or tree.kid(name, "conj") is not None:
        return False
    last = [n for n in conjuncts(tree, first) if n < comma][-1]
    if last != first and tree.tags[last] in ("NN", "NNP") and max(tree.subtree(last)) == comma - 1:
        tree.attach(name, last, "appos")
        return True
    return False


@at_label("nsubj", "nsubjpass")
def listed_subject(tree: Tree, second: int) -> bool:
    """ "Envoys from Chad, Niger, and Mali met": the last of a list is no second subject.

    It joins the names that it is like, else the noun before the "and".
    """
    verb = tree.heads[second]
    subjects = [k for k in tree.kids(verb, ("nsubj", "nsubjpass")) if k < verb]
    if len(subjects) != 2 or second != subjects[1]:
        return False
    first = subjects[0]
    before = leftmost(tree, second) - 1
    if before <= first or tree.tags[second] not in NOUN_TAGS or tree.tags[first] not in NOUN_TAGS:
        return False
    own = tree.subtree(first)
    if tree.deps[before] == "cc" and before in own and own[-1] == before:
        like = [k for k in own if _alike(tree, k, second) and k > first]
        ands = [t for t in (before - 1, before) if tree.deps[t] in ("cc", "punct") and t > first]
        head = like[-1] if like else first
        for t in ands:
            if t in own and head not in tree.subtree(t):
                tree.attach(t, head, tree.deps[t])
        tree.attach(second, head, "conj")
        return True
    place = before - 1
    behind = tree.words[before] == "," and second == verb - 1 == before + 1
    if behind and tree.labelled(second, ("GPE", "Country")) and tree.tags[place] == "NNP" and place in own:
        tree.attach(second, place, "appos")
        return True
    return False


def _alike(tree: Tree, one: int, other: int) -> bool:
    """Whether both are names of one kind."""
    if tree.deps[one] not in ("pobj", "conj") or tree.tags[one] != "NNP":
        return False
    return any(tree.labelled(one, (label,)) for a, b, label in tree.names if a <= other < b)
