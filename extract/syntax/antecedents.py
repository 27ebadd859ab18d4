"""What a relative pronoun stands for: the noun before it, or another one where that cannot be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.lexicon import lexicon
from ..words.wordlists import nouns, verbs
from .phrases import NOUN_TAGS, PERSON_LABELS, is_act, is_person

if TYPE_CHECKING:
    from .tree import Tree

#: spaCy's and our labels of names that "who" seldom means.
_NOT_PEOPLE = frozenset(
    {"GPE", "LOC", "FAC", "ORG", "EVENT", "DATE", "TIME", "LAW", "PRODUCT", "WORK_OF_ART", "Place", "Country", "Event"}
)
_WHERE = frozenset({"in", "at", "near", "on", "outside", "inside", "around", "across"})


def antecedent(tree: Tree, pronoun: int) -> int | None:
    """The noun that a relative pronoun stands for, None where it stands in no relative clause."""
    for i in (pronoun, *tree.ancestors(pronoun)):
        if tree.deps[i] == "relcl":
            noun = tree.heads[i]
            if tree.tags[noun][:2] in ("RB", "VB") or (tree.tags[noun] in ("JJ", "JJR") and tree.deps[noun] == "acomp"):
                return None  # "it is colder, which happens in winter": the whole clause
            if tree.lower[pronoun] in ("who", "whom"):
                return _somebody(tree, noun, pronoun)
            if tree.lower[pronoun] == "which" and tree.labelled(noun, PERSON_LABELS):
                noun = _thing(tree, noun)
            return (
                _event(tree, noun, i)
                if tree.heads[pronoun] == i and tree.deps[pronoun] == "nsubj"
                else _no_date(tree, noun)
            )
    return None


def _thing(tree: Tree, person: int) -> int:
    """ "An interview with Ada Hall, in which she denied it": "which" is nobody, so what her name stands in is meant."""
    for i in tree.ancestors(person):
        if tree.tags[i] in NOUN_TAGS and i < person and not _human(tree, i, aside=False):
            return i
        if tree.tags[i][:2] == "VB":
            break
    return person


def _event(tree: Tree, noun: int, verb: int) -> int:
    """ "A blast in the capital that killed ten": no place kills, what happened there does."""
    prep = tree.heads[noun]
    if tree.lemma(verb) in verbs().befalling and tree.deps[noun] == "pobj" and tree.lower[prep] in _WHERE:
        happened = tree.heads[prep]
        counted = [p for k in tree.kids(happened, ("prep",)) if tree.lower[k] == "of" for p in tree.kids(k, ("pobj",))]
        told = counted[0] if counted and tree.lemma(happened) in nouns().quantities else happened
        if tree.tags[told] in ("NN", "NNS") and is_act(tree, told):
            return happened
    return _no_date(tree, noun)


def _no_date(tree: Tree, noun: int) -> int:
    """ "A coup removed him in 2014, which placed": no date does anything, what happened at it does."""
    if tree.labelled(noun, ("DATE", "TIME")) and tree.deps[noun] in ("pobj", "npadvmod"):
        for i in tree.ancestors(noun):
            subject = tree.kid(i, "nsubj", "nsubjpass")
            if subject is not None and subject < noun and noun not in tree.subtree(subject):
                return subject
    return noun


def _somebody(tree: Tree, noun: int, pronoun: int) -> int:
    """ "Who" wants people: "respondents to a poll, who" means the respondents, though the poll stands nearer.

    So does "the head of the party that won the vote, who", and "the mayor of Lyon, who".
    """
    if _human(tree, noun, aside=tree.words[pronoun - 1] == ","):
        return noun
    for i in tree.ancestors(noun):
        if i < noun and tree.tags[i] in NOUN_TAGS and _human(tree, i, aside=True):
            return i
    prep = tree.heads[noun]
    if tree.deps[noun] == "pobj" and prep and tree.labelled(prep - 1, PERSON_LABELS):
        return prep - 1  # "was won by Ada Hall from Norway, who"
    return noun


def _human(tree: Tree, noun: int, *, aside: bool) -> bool:
    """Whether a noun may be one of people; a plural or a name may unless it counts, or names a place or a body."""
    if tree.tags[noun] in ("NNP", "NNPS"):
        return not tree.labelled(noun, _NOT_PEOPLE)
    if tree.tags[noun] == "NNS":
        return tree.lower[noun] not in lexicon().times and not (aside and tree.lemma(noun) in nouns().quantities)
    return tree.tags[noun] != "NN" or is_person(tree, noun)
