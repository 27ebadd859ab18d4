"""Mends of what is set off by commas: appositions hung on a verb or a far noun, and remarks on a whole clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.lexicon import lexicon
from ..words.wordlists import nouns, verbs
from .mending import at_label
from .phrases import NOUN_TAGS, PERSON_LABELS, is_act, is_person, leftmost

if TYPE_CHECKING:
    from .tree import Tree

_PLACES = frozenset({"GPE", "LOC", "ORG", "Country", "Place", "Organization"})
#: Prepositions that say where and when something is done.
_WHERE_AND_WHEN = frozenset({"in", "on", "at", "after", "before", "during"})
_ARTICLES = frozenset({"a", "an", "the", "another", "its", "his", "her", "their"})


@at_label("appos", "npadvmod", "dobj", "attr")
def remark_on_clause(tree: Tree, i: int) -> bool:
    """ "shelled the border, a charge that Baku denied": a noun that sums up what was said names nothing in it."""
    dep = tree.deps[i]
    if tree.tags[i] != "NN":
        return False
    if tree.lemma(i) not in nouns().remarks or not _set_off(tree, i) or tree.kid(i, "cc", "conj") is not None:
        return False
    above = tree.heads[i]
    if above > i or (dep == "appos" and (is_act(tree, above) or tree.lemma(above) in nouns().remarks)):
        return False
    if dep in ("dobj", "attr") and not any(tree.deps[k] == dep and k < i for k in tree.children[above]):
        return False
    tree.attach(i, tree.root, "parataxis")
    return True


@at_label("dobj", "npadvmod")
def apposition_read_as_object(tree: Tree, i: int) -> bool:
    """ "killed two men in Oran, a port": a second object behind a comma describes the noun before the comma."""
    dep = tree.deps[i]
    verb = tree.heads[i]
    if tree.tags[i] not in NOUN_TAGS or verb > i or not _set_off(tree, i):
        return False
    if not any(tree.deps[k] in ("dobj", "prep", "nsubjpass") and k < i for k in tree.children[verb]):
        return False
    if dep == "npadvmod" and tree.labelled(i, ("DATE", "TIME")):
        return False
    if tree.kid(i, "cc", "conj") is not None:
        return False
    named = _before_comma(tree, i)
    if named is None or named in tree.subtree(i) or verb not in tree.ancestors(named):
        return False
    tree.attach(i, named, "appos")
    return True


@at_label("appos")
def name_after_colon(tree: Tree, i: int) -> bool:
    """ "was seen by a new telescope: the Atacama Array": what a colon brings in explains the noun before it."""
    colon = leftmost(tree, i) - 1
    if colon < 1 or tree.words[colon] != ":" or tree.kid(i, "conj") is not None:
        return False
    named = colon - 1
    described = tree.heads[i]
    if tree.tags[named] not in NOUN_TAGS or tree.tags[described] not in NOUN_TAGS or tree.kid(i, "det") is None:
        return False
    if tree.deps[named] in ("compound", "nmod") or named in tree.subtree(described) or i in tree.ancestors(named):
        return False
    tree.attach(i, named, "appos")
    return True


@at_label("advcl")
def participle_of_thing(tree: Tree, v: int) -> bool:
    """ "agreed to an inquiry, expected to begin in May": what is expected is the inquiry, not who agreed to it."""
    h = tree.heads[v]
    if tree.tags[v] != "VBN" or v < h or tree.lemma(v) not in verbs().awaiting:
        return False
    if tree.kid(v, "aux", "auxpass", "mark", "nsubj", "advmod") is not None or tree.words[v - 1] != ",":
        return False
    noun = v - 2
    if tree.tags[noun] in ("NN", "NNS") and h in tree.ancestors(noun) and not is_person(tree, noun):
        tree.attach(v, noun, "acl")
        return True
    return False


@at_label("prep")
def phrase_behind_aside(tree: Tree, prep: int) -> bool:
    """ "was convicted of fraud, stemming from his years as mayor, in 2011": behind the aside the clause goes on."""
    if prep == 0 or tree.words[prep - 1] != "," or tree.lower[prep] not in _WHERE_AND_WHEN:
        return False
    aside = next((i for i in (tree.heads[prep], *tree.ancestors(tree.heads[prep])) if tree.tags[i][:2] == "VB"), None)
    if aside is None or tree.deps[aside] not in ("acl", "advcl") or tree.tags[aside] not in ("VBG", "VBN"):
        return False
    first = leftmost(tree, aside)
    if first < 2 or tree.words[first - 1] != "," or tree.kid(aside, "mark", "nsubj", "nsubjpass", "aux") is not None:
        return False
    if max(tree.subtree(prep)) != max(tree.subtree(aside)) or tree.kid(prep, "pobj") is None:
        return False
    verb = next((i for i in tree.ancestors(aside) if tree.tags[i][:2] == "VB"), None)
    if verb is None or verb > first:
        return False
    tree.attach(prep, verb, "prep")
    return True


@at_label("prep")
def preposition_of_frame(tree: Tree, prep: int) -> bool:
    """ "were accused by experts of torture": the preposition that the verb asks for is not the doer's."""
    noun = tree.heads[prep]
    if noun > prep or tree.deps[noun] != "pobj":
        return False
    while tree.deps[tree.heads[noun]] == "prep" and tree.deps[tree.heads[tree.heads[noun]]] == "pobj":
        noun = tree.heads[tree.heads[noun]]
    if tree.deps[tree.heads[noun]] != "agent":
        return False
    verb = tree.heads[tree.heads[noun]]
    if (tree.lemma(verb), tree.lower[prep]) in verbs().frames:
        tree.heads[prep] = verb
        return True
    return False


@at_label("prep")
def adjunct_of_act(tree: Tree, prep: int) -> bool:
    """ "blocked roads leading to the border in protest": roads protest at nothing, those who block them do."""
    act = tree.heads[prep]
    thing = tree.heads[act]
    if tree.deps[act] not in ("acl", "relcl") or thing > act or tree.tags[thing] not in ("NN", "NNS"):
        return False
    said = tree.kid(prep, "pobj")
    frame = said is not None and (tree.lower[prep], tree.lemma(said))
    if said is None or not (frame in nouns().adjunct_of_subject or frame in nouns().adjunct_with_partners):
        return False
    if tree.deps[thing] != "dobj" or is_person(tree, thing):
        return False
    for k in tree.kids(act, ("prep",)):
        if k > said and k == max(tree.subtree(said)) + 1:
            tree.heads[k] = said
    tree.heads[prep] = tree.heads[thing]
    return True


@at_label("conj")
def person_joined_to_place(tree: Tree, i: int) -> bool:
    """ "Warren of Ohio and Ann Lee spoke": a person is joined to the person, not to where she comes from."""
    place = tree.heads[i]
    prep = tree.heads[place]
    if tree.deps[place] != "pobj" or tree.lower[prep] not in ("of", "from"):
        return False
    if not (tree.labelled(i, PERSON_LABELS) and tree.labelled(place, _PLACES)):
        return False
    other = tree.heads[prep]
    if not tree.labelled(other, PERSON_LABELS) or other > prep:
        return False
    tree.rejoin(i, other)
    return True


@at_label("prep")
def part_in_aside(tree: Tree, prep: int) -> bool:
    """ "300 people, among them 44 children, were killed": who of them, no circumstance of the killing."""
    them = prep + 1
    if tree.lower[prep] not in ("among", "amongst") or prep == 0 or tree.words[prep - 1] != ",":
        return False
    if them < len(tree) and tree.lower[them] in ("them", "these", "those", "whom") and tree.heads[prep] != prep:
        whole = tree.heads[prep]
        tree.attach(prep, whole, "parataxis")
        return True
    return False


@at_label("appos")
def person_beside_place(tree: Tree, i: int) -> bool:
    """ "the mayor of Lyon, Ann Lee, spoke": a person is no place and no body, so it is the mayor who is named."""
    whole = tree.heads[i]
    if whole > i or not tree.labelled(i, PERSON_LABELS) or _is_one(tree, whole):
        return False
    noun = whole
    while tree.deps[noun] == "pobj" and tree.deps[tree.heads[noun]] == "prep" and not _is_one(tree, noun):
        noun = tree.heads[tree.heads[noun]]
    if noun != whole and _is_one(tree, noun) and tree.tags[noun] == "NN":
        tree.attach(i, noun, "appos")
        return True
    return False


def _is_one(tree: Tree, noun: int) -> bool:
    """Whether the noun speaks of one person: no place, no body, not the police."""
    return _is_somebody(tree, noun) and tree.tags[noun] != "NNS" and tree.lemma(noun) not in lexicon().groups


def _set_off(tree: Tree, noun: int) -> bool:
    """Whether a comma and an article stand before the noun's words."""
    first = min(k for k in tree.subtree(noun) if k <= noun)
    return first > 1 and tree.words[first - 1] == "," and tree.lower[first] in _ARTICLES


def _before_comma(tree: Tree, noun: int) -> int | None:
    """The nearest noun before the comma that can be what the noun says: people are people, things are none."""
    comma = min(k for k in tree.subtree(noun) if k <= noun) - 1
    people = is_person(tree, noun)
    i = comma - 1
    for _ in range(len(tree)):
        if tree.tags[i] not in NOUN_TAGS:
            return None
        while tree.deps[i] == "compound" and tree.heads[i] > i:
            i = tree.heads[i]
        if i < comma and _is_somebody(tree, i) == people:
            return i
        prep = tree.heads[i]
        if tree.deps[i] != "pobj" or tree.deps[prep] != "prep":
            return None
        i = tree.heads[prep]
    return None


def _is_somebody(tree: Tree, noun: int) -> bool:
    return tree.labelled(noun, PERSON_LABELS) or (tree.tags[noun] in ("NN", "NNS") and is_person(tree, noun))
