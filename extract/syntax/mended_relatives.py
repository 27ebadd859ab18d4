"""Mends of relative clauses: what they describe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.lexicon import lexicon
from ..words.wordlists import nouns, verbs
from .agreement import number_of_noun, number_of_verb
from .mending import at_label
from .phrases import NOUN_TAGS, is_act, is_thing, leftmost

if TYPE_CHECKING:
    from .tree import Tree

_RELATIVES = frozenset({"that", "which", "who"})


@at_label("relcl")
def relative_agreement(tree: Tree, v: int) -> bool:
    """ "an alliance of militias that belongs to the army": a verb in the singular describes what is in the singular."""
    noun, subject = tree.heads[v], tree.kid(v, "nsubj", "nsubjpass")
    if subject is None or tree.lower[subject] not in _RELATIVES or noun > subject:
        return False
    number = number_of_verb(tree, v)
    if not number or number_of_noun(tree, noun) in ("", number):
        return False
    nearest = leftmost(tree, v) - 1
    other = _whole(tree, noun, number) if nearest in tree.subtree(noun) and nearest <= noun else nearest
    if number == "singular" and tree.lower[subject] == "which" and tree.words[nearest] == ",":
        above = _fact(tree, noun, number)
        if above is not None:
            tree.attach(v, above, "relcl")
            return True
    inside = other is not None and (other == nearest or tree.deps[noun] == "pobj")
    if inside and other is not None and other != noun and number_of_noun(tree, other) == number:
        tree.attach(v, other, "relcl")
        return True
    return False


def _fact(tree: Tree, noun: int, number: str) -> int | None:
    """The verb that tells what "which" sums up: "it repels germs, which has its uses".

    None where a noun on the way up is of the number that is asked for.
    """
    i = noun
    while tree.deps[i] in ("pobj", "prep", "dobj", "conj", "agent", "dative"):
        i = tree.heads[i]
        if tree.tags[i] in NOUN_TAGS and number_of_noun(tree, i) in ("", number):
            return None
    return i if i < noun and tree.tags[i][:2] == "VB" else None


def _whole(tree: Tree, noun: int, number: str) -> int | None:
    """What the noun is part of: "an alliance" of "an alliance of militias"; not "a lot" of them, but "parts" of it."""
    prep = tree.heads[noun]
    whole = tree.heads[prep]
    if tree.deps[noun] != "pobj" or tree.lower[prep] != "of" or whole > prep:
        return None
    return None if tree.lemma(whole) in nouns().quantities and number == "singular" else whole


@at_label("relcl")
def gap_read_as_subject(tree: Tree, v: int) -> bool:
    """ "the town, which Chad just handed over": before another subject the relative pronoun is the object."""
    if tree.lemma(v) in verbs().speech | verbs().saying:
        return False  # "which the firm says is safe"
    if tree.lemma(tree.heads[v]) in nouns().contents:
        return False  # "the idea that we vote"
    subjects = [k for k in tree.kids(v, ("nsubj",)) if k < v]
    if len(subjects) != 2 or tree.lower[subjects[0]] not in ("which", "that", "whom", "who"):
        return False
    if tree.tags[subjects[0]] in ("WDT", "WP", "IN") and tree.kid(v, "dobj", "attr", "acomp", "auxpass") is None:
        tree.deps[subjects[0]] = "dobj"
        return True
    return False


@at_label("relcl")
def relative_of_clause(tree: Tree, v: int) -> bool:
    """ "was accused of taking part in a raid, which he denies": what is denied or done is what the clause says."""
    noun, which = tree.heads[v], tree.kid(v, "dobj")
    if which is None or tree.lower[which] != "which" or tree.words[which - 1] != "," or tree.tags[noun][:2] == "VB":
        return False
    above = next((i for i in tree.ancestors(noun) if tree.tags[i][:2] == "VB"), None)
    if above is None or above > noun:
        return False
    done = tree.lemma(v) == "do" and tree.kid(v, "aux", "neg") is not None
    if not done and (tree.lemma(v) != "deny" or _may_be_denied(tree, noun, alone=tree.deps[above] != "pcomp")):
        return False
    tree.attach(v, above, "relcl")
    return True


def _may_be_denied(tree: Tree, noun: int, *, alone: bool) -> bool:
    """A claim is denied, and an act that no gerund is about: "of planning a raid, which he denied"."""
    lemma, known = tree.lemma(noun), nouns()
    told = lemma in known.messages | known.contents | known.remarks
    return (alone and is_act(tree, noun)) or (told and lemma not in lexicon().times | known.gaps)


@at_label("relcl")
def relative_of_event(tree: Tree, v: int) -> bool:
    """ "The army burned the crops, which triggered a famine": no crops trigger it, what was done to them did."""
    noun, which = tree.heads[v], tree.kid(v, "nsubj")
    if which is None or tree.lower[which] != "which" or tree.words[which - 1] != "," or tree.tags[v] != "VBD":
        return False
    if tree.lemma(v) not in verbs().summing or tree.tags[noun][:2] == "VB" or not is_thing(tree, noun):
        return False
    lemma, known = tree.lemma(noun), nouns()
    if is_act(tree, noun) or lemma in known.events | known.messages | known.contents | known.remarks:
        return False
    if lexicon().nouns.get(lemma) == "event":
        return False
    above = next((i for i in tree.ancestors(noun) if tree.tags[i][:2] == "VB"), None)
    if above is None or above > noun or (tree.tags[above] != "VBD" and tree.kid(above, "aux", "auxpass") is None):
        return False
    tree.attach(v, above, "relcl")
    return True


@at_label("relcl")
def relative_of_name(tree: Tree, v: int) -> bool:
    """ "a fleet to guard the Gulf of Aden which Chad joined": a name needs no restriction, the noun before it does."""
    name = tree.heads[v]
    if name > v or tree.tags[name] != "NNP" or tree.labelled(name, ("NORP",)):
        return False
    first = leftmost(tree, v)
    if tree.lower[first] not in _RELATIVES or first != max(t for t in tree.subtree(name) if t < first) + 1:
        return False
    if tree.words[first - 1] in (",", "-", "–", "—", "(") or tree.kid(name, "det") is None:
        return False
    if tree.kid(name, "amod", "nummod") is not None or not any(a <= name < b for a, b, _ in tree.names):
        return False
    other = next((i for i in tree.ancestors(name) if tree.tags[i] in ("NN", "NNS") and i < name), None)
    if other is None or (tree.deps[other] in ("nsubj", "nsubjpass") and tree.heads[other] < name):
        return False
    if number_of_verb(tree, v) in ("", number_of_noun(tree, other)) and tree.kid(other, "det", "amod"):
        tree.attach(v, other, "relcl")
        return True
    return False
