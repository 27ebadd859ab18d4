"""Mends of subjects: a finite clause has one, and only one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.wordlists import verbs
from .agreement import agree
from .mending import at_label
from .phrases import (
    FINITE_TAGS,
    NOMINAL_TAGS,
    NOUN_TAGS,
    OPENING_QUOTES,
    PERSON_LABELS,
    PLACE_LABELS,
    VERB_TAGS,
    is_person,
    leftmost,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .tree import Tree

_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
#: Prepositions that join clauses as well.
_JOINING = frozenset({
    "after", "before", "since", "until", "till", "because", "while", "although", "though", "if", "as",
})  # fmt: skip
#: Places of a noun before a clause of which it may be the subject.
_MISREAD = ("dobj", "dative", "attr", "oprd", "npadvmod", "pobj")


@at_label("ccomp", "xcomp", "advcl", "dep", "conj")
def clause_lacks_subject(tree: Tree, v: int) -> bool:
    """ "saw the gap between them was wider", "after some of the boats sank": the noun right before is the subject.

    A finite verb that joins no other has a subject of its own, so what seems to be the governor's object is that.
    """
    if tree.heads[v] > v or tree.kid(v, *_SUBJECTS, "mark") is not None or not _is_finite(tree, v):
        return False
    if any(tree.tags[k] in ("WDT", "WP", "WRB") for k in tree.children[v]):
        return False
    joined = tree.deps[v] == "conj"
    if joined and any(tree.deps[k] == "cc" or tree.lower[k] == "as" for k in range(tree.heads[v], v)):
        return False
    helped = tree.kid(v, "aux", "auxpass") is not None
    if not helped and all(k < v or tree.deps[k] == "punct" for k in tree.children[v]):
        return False  # "in the city paper comments"
    first = leftmost(tree, v)
    aside = tree.words[first - 1] == ","
    for noun in _ending_at(tree, first - 1):
        above = tree.heads[noun]
        if agree(tree, noun, v) is False or tree.labelled(noun, ("DATE", "TIME")):
            continue
        beyond_doubt = helped or tree.tags[v] != "VBD" or (takes_clause(tree, above) and not aside)
        governs = tree.tags[above] in VERB_TAGS and beyond_doubt
        if governs and not joined and (above == tree.heads[v] or takes_clause(tree, above)):
            governor, label = above, "ccomp"
            _part_dative(tree, noun, governor)
        elif (
            tree.deps[noun] == "pobj"
            and _may_join(tree, above)
            and not (aside and tree.tags[tree.heads[above]][0] == "N")
        ):
            governor, label = tree.heads[above], "advcl"
            tree.attach(above, v, "mark")
        else:
            continue
        tree.attach(noun, v, "nsubjpass" if tree.kid(v, "auxpass") is not None else "nsubj")
        tree.attach(v, governor, label)
        if aside:
            tree.attach(first - 1, v, "punct")
        return True
    return False


def _may_join(tree: Tree, prep: int) -> bool:
    """Whether a preposition may open a clause that says when or why something is done."""
    act = tree.heads[prep]
    reduced = tree.tags[act] == "VBN" and tree.deps[act] in ("acl", "advcl")
    return tree.lower[prep] in _JOINING and tree.deps[prep] == "prep" and not reduced


def _is_finite(tree: Tree, v: int) -> bool:
    helpers = tree.kids(v, ("aux", "auxpass"))
    return tree.tags[helpers[0] if helpers else v] in FINITE_TAGS | {"MD"}


def takes_clause(tree: Tree, verb: int) -> bool:
    """Whether what the verb says or finds may be a clause without "that"."""
    known, lemma = verbs(), tree.lemma(verb)
    return lemma in known.saying | known.speech | known.demanding | known.judging or lemma in known.topical


def _part_dative(tree: Tree, noun: int, verb: int) -> None:
    """ "told the Post radio signals were": a name before the noun, or "her" before a name, is whom it is told."""
    if tree.lemma(verb) not in verbs().ditransitive:
        return
    first = leftmost(tree, noun)
    if tree.tags[noun] == "NNP" and tree.lower[first] == "her" and first != noun:
        tree.tags[first] = "PRP"
        tree.attach(first, verb, "dative")
        return
    for start, end, _ in tree.names:
        if first <= start <= first + 1 and end <= noun and tree.heads[end - 1] == noun:
            for k in [k for k in tree.children[noun] if k < end - 1]:
                tree.attach(k, end - 1, tree.deps[k])
            tree.attach(end - 1, verb, "dative")


def _ending_at(tree: Tree, last: int) -> Iterator[int]:
    """The nouns, from the innermost, whose phrase ends with the word `last` and that a verb or preposition governs."""
    aside = tree.words[last] == ","
    i = last = last - aside
    while i >= 0 and max(tree.subtree(i)) - last in (0, aside) and tree.deps[i] != "conj":
        if tree.tags[i] in NOMINAL_TAGS and tree.deps[i] in _MISREAD:
            yield i
        if tree.heads[i] >= i:
            return
        i = tree.heads[i]


@at_label("nsubj", "nsubjpass")
def name_behind_subject(tree: Tree, name: int) -> bool:
    """ "The roof of the chapel in the port town Brest fell": a name right behind the subject's words tells which."""
    verb, first = tree.heads[name], leftmost(tree, name)
    before = [k for k in tree.kids(verb, ("nsubj", "nsubjpass")) if k < first]
    if tree.tags[name] not in ("NNP", "NNPS") or name > verb or tree.tags[first] == "DT" or not before:
        return False
    subject = before[-1]
    last = max(tree.subtree(subject))
    comma = tree.words[first - 1] == ","
    if any(tree.words[k] in OPENING_QUOTES or tree.words[k] == ":" for k in range(subject, first)):
        return False  # "The minister: 'Russia bombed the port'"
    if last + 1 + comma < first or tree.deps[first - 1] == "cc" or tree.tags[subject] not in NOUN_TAGS:
        return False
    chain = [i for i in _upwards(tree, last - (last == first - 1 and comma), subject) if tree.tags[i] in NOUN_TAGS]
    if comma and is_person(tree, subject):
        chain = [subject]
    elif tree.labelled(name, PERSON_LABELS):
        chain = [i for i in chain if is_person(tree, i) and tree.tags[i] == "NN"]
    elif comma:
        chain = [i for i in chain[:1] if tree.tags[i] == "NNP"] if tree.labelled(name, PLACE_LABELS) else []
    elif tree.tags[subject][:3] == "NNP":
        return False
    if not chain:
        return False
    noun = chain[0]
    if noun != first - 1:
        tree.attach(name, noun, "appos")
        return True
    tree.attach(name, tree.heads[noun], tree.deps[noun])
    tree.attach(noun, name, "compound")
    return True


@at_label("nsubj", "nsubjpass", "conj", "npadvmod", "dobj")
def larger_place(tree: Tree, name: int) -> bool:
    """ "A raid in Leeds, Ohio led to riots": a place right behind another's comma says where that lies.

    If no subject is left, it is the noun behind a fronted phrase: "Before the vote, a raid in Leeds, Ohio led".
    """
    above, dep, place = tree.heads[name], tree.deps[name], name - 2
    if name < 3 or tree.words[name - 1] != "," or tree.children[name] or not tree.labelled(name, PLACE_LABELS):
        return False
    if not tree.labelled(place, PLACE_LABELS) or tree.words[name - 3] == ",":
        return False
    if place == above or name in tree.ancestors(place):
        return False
    if dep == "conj" and (tree.kid(above, "cc") is not None or tree.kid(tree.heads[above], "cc") is not None):
        return False
    if dep in ("nsubj", "nsubjpass") and tree.kid(above, "nsubj", "nsubjpass") == name:
        noun = place
        while above not in (noun, tree.heads[noun]) and tree.heads[noun] < noun and tree.deps[noun] != "appos":
            noun = tree.heads[noun]
        first = leftmost(tree, noun)
        if tree.deps[noun] != "appos" or tree.tags[first] != "DT" or tree.words[first - 1] != ",":
            return False
        tree.attach(noun, above, dep)
    tree.attach(name, place, "appos")
    tree.attach(name - 1, place, "punct")
    return True


def _upwards(tree: Tree, last: int, top: int) -> list[int]:
    """The words from `last` up to `top`."""
    out = [last]
    while out[-1] != top and tree.heads[out[-1]] != out[-1]:
        out.append(tree.heads[out[-1]])
    return out
