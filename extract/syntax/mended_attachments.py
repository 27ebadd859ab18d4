"""Mends of attachment: phrases and clauses that hang on the nearest noun and belong to the verb, or the other way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.days import MONTH
from ..words.wordlists import nouns, verbs
from .mending import at_label, at_root, at_word
from .phrases import NOUN_TAGS, VERB_TAGS, conjuncts, is_act, is_person, leftmost

if TYPE_CHECKING:
    from .tree import Tree

_NAMES = frozenset({"NNP", "NNPS"})
_DATES = frozenset({"DATE", "TIME"})
_DASHES = ("--", "–", "—")
_LONGEST_DATELINE = 8  # words
#: Prepositions that say when or under what circumstances something is done, hardly ever which thing is meant.
_OF_THE_ACT = frozenset({
    "amid", "following", "despite", "after", "before", "during", "since", "because", "until", "via",
})  # fmt: skip
#: Adverbs that open what a thing was or is besides.
_THEN_OR_NOW = frozenset({
    "formerly", "previously", "once", "now", "currently", "originally", "later", "today", "still",
})  # fmt: skip


@at_label("prep")
def circumstance_of_act(tree: Tree, p: int) -> bool:
    """ "met the envoy at a hotel on 23 July", "held hundreds over the protests after the vote": said of the verb.

    A date, or what "amid", "following" and the like bring in, tells of the act and not which noun is meant, unless
    that noun is an act itself.
    """
    noun = tree.heads[p]
    if noun > p or tree.tags[noun] not in NOUN_TAGS or tree.lower[p] == "of":
        return False
    if not (tree.lower[p] in _OF_THE_ACT or (_opens_date(tree, p) and not _dated(tree, noun))):
        return False
    verb = _verb_above(tree, noun)
    if (
        verb is None
        or is_act(tree, noun)
        or tree.lemma(noun) in nouns().events
        or max(tree.subtree(noun)) != max(tree.subtree(p))
    ):
        return False
    tree.heads[p] = verb
    return True


def _opens_date(tree: Tree, p: int) -> bool:
    return tree.labelled(p + 1, _DATES) and tree.kid(p, "pobj") is not None


def _dated(tree: Tree, noun: int) -> bool:
    return tree.labelled(noun, _DATES)


def _verb_above(tree: Tree, noun: int) -> int | None:
    """The verb that the noun is an object of, directly or by prepositions; None where it is anything else."""
    i = noun
    while tree.deps[i] in ("pobj", "prep", "dobj", "attr", "conj", "dative", "agent"):
        i = tree.heads[i]
        if tree.tags[i] in VERB_TAGS:
            return i if i < noun else None
    return None


@at_label("prep")
def second_object(tree: Tree, p: int) -> bool:
    """ "accused the army of killing them": the verb asks for "of", so it is the verb's and not the army's."""
    noun = tree.heads[p]
    if noun > p or tree.tags[noun][:2] not in ("NN", "PR") or tree.tags[p] not in ("IN", "TO"):
        return False
    verb = tree.heads[noun]
    if tree.deps[noun] != "dobj" or noun < verb or tree.tags[verb] not in VERB_TAGS:
        return False
    frames = verbs().frames
    if (tree.lemma(verb), tree.lower[p]) in frames and not any(
        tree.lower[k] == tree.lower[p] for k in tree.kids(verb, ("prep",))
    ):
        tree.heads[p] = verb
        return True
    return False


@at_word("by")
def doer_of_act(tree: Tree, p: int) -> bool:
    """ "described his murder by agents": who "by" names after an active verb did what its object tells."""
    verb = tree.heads[p]
    if tree.deps[p] not in ("prep", "agent") or tree.tags[verb] not in VERB_TAGS or verb > p:
        return False
    objects = [o for k in tree.kids(verb, ("dobj",)) for o in conjuncts(tree, k) if k < p]
    doer = tree.kid(p, "pobj")
    if not objects or doer is None or tree.kid(verb, "auxpass") is not None:
        return False
    if not is_act(tree, objects[-1]) or not (tree.tags[doer] in _NAMES or is_person(tree, doer)):
        return False
    tree.attach(p, objects[-1], "prep")
    return True


@at_label("acl")
def free_participle(tree: Tree, v: int) -> bool:
    """ "killed two in a raid, wounding five": a participle after a comma says what the subject did besides."""
    noun = tree.heads[v]
    if tree.tags[v] != "VBG" or tree.tags[noun] not in NOUN_TAGS or noun > v:
        return False
    first = leftmost(tree, v)
    verb = _verb_above(tree, noun)
    ahead = tree.heads[tree.heads[noun]]
    if verb is None and tree.deps[noun] == "pobj" and tree.tags[ahead] == "RB":
        verb = _verb_above(tree, ahead) if tree.tags[tree.heads[ahead]] not in VERB_TAGS else tree.heads[ahead]
    if first == 0 or tree.words[first - 1] != "," or verb is None or tree.deps[noun] == "attr":
        return False
    if any(tree.deps[k] in ("cc", "conj") and k > noun for k in tree.children[noun]):
        return False  # one of an enumeration
    tree.attach(v, verb, "advcl")
    return True


@at_label("ccomp", "advcl", "dep")
def relative_after_verb(tree: Tree, v: int) -> bool:
    """ "The envoy spoke, who had led the talks": a clause of "who" after a comma describes the subject."""
    governor = tree.heads[v]
    if tree.tags[v] not in VERB_TAGS or tree.tags[governor] not in VERB_TAGS:
        return False
    first = leftmost(tree, v)
    if tree.lower[first] != "who" or first < 2 or tree.words[first - 1] != "," or first < governor:
        return False
    subject = tree.kid(governor, "nsubj", "nsubjpass")
    if subject is None or tree.lower[subject] in ("who", "it"):
        return False
    tree.attach(v, subject, "relcl")
    return True


@at_label("xcomp")
def circumstance_of_coming_act(tree: Tree, act: int) -> bool:
    """ "In May the army is to leave the town": said of the leaving, of which "is to" only says that it is to come."""
    be = tree.heads[act]
    if tree.lemma(be) != "be" or tree.kid(be, "attr", "acomp", "oprd", "expl", "csubj"):
        return False
    if not any(tree.tags[k] == "TO" and tree.deps[k] == "aux" for k in tree.children[act]):
        return False
    said = [
        k
        for k in tree.kids(be, ("prep", "npadvmod"))
        if (k < be or k > act) and tree.lower[k] not in ("according", "per")
    ]
    for k in said:
        tree.attach(k, act, tree.deps[k])
    return bool(said)


@at_root
def fronted_phrase_as_root(tree: Tree, prep: int) -> bool:
    """ "At the council, the envoy, Ann Lee, accused Mali": a sentence of which a preposition is the root has a verb."""
    place = tree.kid(prep, "pobj")
    if prep or tree.tags[prep] != "IN" or place is None or tree.headline:
        return False
    for noun in tree.kids(place, ("appos",)):
        for v in [v for v in tree.subtree(noun) if tree.deps[v] == "acl" and tree.tags[v] in ("VBN", "VBD")]:
            if tree.kid(v, "dobj", "ccomp") is None or tree.kid(v, "agent", "aux", "auxpass") is not None:
                continue
            first = leftmost(tree, noun)
            if tree.words[first - 1] != ",":
                continue
            tree.attach(v, v, "ROOT")
            tree.attach(noun, v, "nsubj")
            tree.attach(prep, v, "prep")
            tree.tags[v] = "VBD"
            return True
    return False


@at_root
def finite_read_as_reduced(tree: Tree, root: int) -> bool:
    """ "A coup removed the premier.": a participle after the sentence's noun that takes an object is its verb.

    So is one that takes a clause, or has no passive: "Ada Hall, a judge, ordered that", "Hundreds suffered".
    """
    if tree.tags[root] not in NOUN_TAGS or tree.headline:
        return False
    inside = [v for v in range(root, len(tree)) if tree.deps[v] == "acl" and _ends_sentence(tree, v, root)]
    for v in (*tree.kids(root, ("acl",)), *inside):
        if tree.tags[v] not in ("VBN", "VBD") or tree.kid(v, "aux", "auxpass", "agent") is not None:
            continue
        told = any(k > v and tree.kid(k, "nsubj", "nsubjpass", "expl") for k in tree.kids(v, ("ccomp",)))
        alone = v in inside or tree.lemma(v) in verbs().intransitive
        if not (told or alone) and (tree.kid(v, "dobj") is None or tree.lemma(v) in verbs().ditransitive):
            continue
        for k in tree.children[root]:
            after = k > v and tree.deps[k] in ("punct", "cc", "prep", "advcl", "npadvmod", "advmod")
            if after or (k < root and tree.deps[k] in ("punct", "prep", "advcl", "npadvmod") + ("advmod",) * (k == 0)):
                tree.heads[k] = v
        tree.heads[v], tree.deps[v], tree.tags[v] = v, "ROOT", "VBD"
        tree.heads[root], tree.deps[root] = v, "nsubj"
        return True
    return False


def _ends_sentence(tree: Tree, v: int, root: int) -> bool:
    """ "The quarrel over the disputed region escalated.": whether a past tense is told of a noun inside the first one.

    Nothing but prepositions stands between both, and nothing follows but the full stop.
    """
    noun = tree.heads[v]
    past = tree.tags[v] == "VBD" or tree.lemma(v) in verbs().intransitive
    if not past or noun == root or tree.words[-1] != "." or max(tree.subtree(v)) < len(tree) - 2:
        return False
    while tree.deps[noun] == "pobj" and tree.deps[tree.heads[noun]] == "prep":
        noun = tree.heads[tree.heads[noun]]
    return noun == root


@at_word(*_DASHES, "-")
def dateline(tree: Tree, d: int) -> bool:
    """ "KABUL, Afghanistan -- President Khan said": where the report was filed is no part of the sentence."""
    if not 0 < d < min(_LONGEST_DATELINE, len(tree) - 2) or tree.starts[d] == tree.ends[d - 1]:
        return False
    place = [t for t in range(d) if tree.words[t] not in (",", "(", ")", ".", "/")]
    named = all(tree.tags[t] in _NAMES or tree.tags[t] == "CD" or tree.words[t].isupper() for t in place)
    if not named or not (tree.words[0].isupper() or any(tree.lower[t] in MONTH for t in place[1:])):
        return False
    if tree.root < d or any(tree.words[t] in _DASHES for t in range(d + 1, len(tree))):
        return False
    inside = [t for t in range(d + 1, len(tree)) if tree.heads[t] <= d]
    above = next((tree.heads[t] for t in range(d) if tree.heads[t] > d), tree.root)
    for t in inside:  # what hung on the dateline takes its place
        tree.heads[t] = above if above != t else tree.root
        if tree.deps[t] in ("appos", "conj"):
            tree.deps[t] = "nsubj"
    for t in range(d + 1):
        tree.heads[t], tree.deps[t] = tree.root, "meta"
    return True


@at_label("conj")
def aside_of_other_times(tree: Tree, c: int) -> bool:
    """ "the palace, formerly a church and now a museum": what a thing was or is besides describes it."""
    h = tree.heads[c]
    if tree.tags[c] not in NOUN_TAGS or tree.tags[h] not in NOUN_TAGS:
        return False
    first = leftmost(tree, c)
    if first > 0 and tree.lower[first] in _THEN_OR_NOW and tree.words[first - 1] == ",":
        tree.deps[c] = "appos"
        return True
    return False


@at_label("appos")
def name_with_hyphens(tree: Tree, a: int) -> bool:
    """ "Jamiat-i-Islami": what stands without a space between belongs to one name."""
    h = tree.heads[a]
    if h > a:
        return False
    if all(tree.starts[t] == tree.ends[t - 1] for t in range(h + 1, a + 1)):
        tree.deps[a] = "compound"
        return True
    return False


@at_label("conj")
def try_and(tree: Tree, v: int) -> bool:
    """ "to try and break the movement": "try and" takes an infinitive as "try to" does."""
    h = tree.heads[v]
    if v != h + 2 or tree.lower[h + 1] != "and" or tree.tags[v] not in ("VB", "VBP"):
        return False
    if tree.lemma(h) == "try" and tree.tags[h] in ("VB", "VBP"):
        tree.tags[v], tree.deps[v] = "VB", "xcomp"
        for k in tree.children[h]:
            if k > v:
                tree.heads[k] = v
        return True
    return False
