"""Mends of conjoined clauses: whose verb it is that "and" or "but" joins, and what a second clause leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.wordlists import nouns, verbs
from .mending import at_label, at_word
from .phrases import FINITE_TAGS, NOUN_TAGS, VERB_TAGS, is_thing, leftmost

if TYPE_CHECKING:
    from .tree import Tree

_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
#: Prepositions that each clause of two has of its own; of a place or time they may share one: "in Leeds and towns in".
_OF_ROLES = frozenset({"as", "by", "with", "for", "to", "against", "over"})
_FINITE_HELPERS = FINITE_TAGS | {"MD"}


@at_label("nsubj", "nsubjpass")
def subject_of_auxiliary(tree: Tree, subject: int) -> bool:
    """ "He is not sure, but the bank is closed": what an auxiliary has for a subject is the subject of its verb."""
    auxiliary = tree.heads[subject]
    verb = tree.heads[auxiliary]
    if tree.deps[auxiliary] not in ("aux", "auxpass") or tree.kid(verb, *_SUBJECTS) is not None or subject > verb:
        return False
    tree.attach(subject, verb, "nsubjpass" if tree.deps[auxiliary] == "auxpass" else "nsubj")
    return True


@at_label("conj")
def subject_before_conjunct(tree: Tree, v: int) -> bool:
    """ "He is not sure, but the bank is closed": a second subject behind the conjunction is that of the verb there."""
    h = tree.heads[v]
    if tree.tags[v] not in VERB_TAGS or tree.tags[h] not in VERB_TAGS or tree.kid(v, *_SUBJECTS) is not None:
        return False
    joined = [k for k in tree.kids(h, ("cc",)) if h < k < v]
    second = [k for k in tree.kids(h, ("nsubj", "nsubjpass")) if joined and joined[-1] < k < v]
    if not second or tree.kid(h, "nsubj", "nsubjpass") == second[-1]:
        return False
    if max(tree.subtree(second[-1])) + 1 != leftmost(tree, v):
        return False
    tree.attach(second[-1], v, "nsubjpass" if tree.kid(v, "auxpass") is not None else "nsubj")
    return True


@at_label("conj")
def verb_of_who_speaks(tree: Tree, v: int) -> bool:
    """ "The judge found the plan was illegal and ordered the firm to stop": no plan orders, who found it so does.

    Verbs that only somebody is the subject of, joined to a clause about a thing, in the tense of the verb that
    governs the clause.
    """
    first = tree.heads[v]
    told = tree.heads[first]
    if tree.deps[first] != "ccomp" or tree.tags[told] not in VERB_TAGS or not told < first < v:
        return False
    known = verbs()
    if tree.lemma(v) not in known.speech | known.saying | known.demanding | known.personal:
        return False
    thing, speaker = tree.kid(first, "nsubj", "nsubjpass"), tree.kid(told, "nsubj")
    if thing is None or speaker is None or tree.kid(v, *_SUBJECTS, "auxpass", "mark") is not None:
        return False
    if not is_thing(tree, thing) or tree.lemma(thing) in nouns().messages:
        return False
    if is_thing(tree, speaker) and tree.lemma(speaker) not in nouns().messages:
        return False
    if _finite(tree, v) is None or _finite(tree, v) != _finite(tree, told):
        return False
    tree.rejoin(v, told)
    return True


@at_label("conj")
def gerund_joined_to_verb(tree: Tree, g: int) -> bool:
    """ "charges include theft and possessing arms", "shows him eating and driving": a gerund is joined to its like.

    That is the gerund before it, or the noun right before "and", never a verb of another form.
    """
    verb = tree.heads[g]
    if tree.tags[g] != "VBG" or verb > g or tree.tags[verb] not in VERB_TAGS - {"VBG"} or tree.lemma(verb) == "be":
        return False
    if tree.kid(g, "aux", "auxpass", *_SUBJECTS) is not None or tree.kid(verb, "aux", "auxpass", "acomp") is not None:
        return False
    joined = [k for k in tree.kids(verb, ("cc",)) if verb < k < g]
    if not joined or tree.words[joined[-1] - 1] in (";", "."):
        return False
    inside = set(tree.subtree(verb))
    like = next((i for i in range(joined[-1] - 1, verb, -1) if tree.tags[i] == "VBG" and i in inside), None)
    if like is None or tree.deps[like] not in ("pcomp", "xcomp", "ccomp", "acl", "conj"):
        like = _noun_before(tree, joined[-1], verb)
    if like is None:
        return False
    tree.rejoin(g, like)
    return True


def _noun_before(tree: Tree, cc: int, verb: int) -> int | None:
    """The argument of the verb, or of a preposition, that ends right before a conjunction."""
    i = cc - 1
    while tree.heads[i] != verb and verb < tree.heads[i] < cc and tree.deps[i] not in ("pobj", "dobj"):
        i = tree.heads[i]
    named = tree.tags[i] in NOUN_TAGS and tree.deps[i] in ("pobj", "dobj")
    return i if named and max(tree.subtree(i)) == cc - 1 else None


def _finite(tree: Tree, v: int) -> str | None:
    """The tag of a verb group's finite word."""
    return next((tree.tags[k] for k in (*tree.kids(v, ("aux", "auxpass")), v) if tree.tags[k] in _FINITE_HELPERS), None)


@at_label("conj", "ccomp")
def verb_behind_participle(tree: Tree, v: int) -> bool:
    """ "Workers waving flags, banners and placards marched": a bare participle is no sentence's verb.

    What it has for a second clause is the sentence; the noun before that verb is the participle's object, or ends the
    list of its objects.
    """
    participle = tree.heads[v]
    who, last = tree.kid(participle, "nsubj"), tree.kid(v, "nsubj", "nsubjpass")
    if tree.tags[participle] != "VBG" or who is None or last is None or not who < participle < last < v:
        return False
    if tree.tags[v] not in FINITE_TAGS or tree.headline or tree.tags[participle - 1] not in NOUN_TAGS:
        return False
    if tree.kid(participle, "aux") is not None or tree.kid(v, "mark") is not None:
        return False
    things = tree.kids(participle, ("dobj",))
    ands = [k for k in tree.kids(participle, ("cc",)) if things and things[-1] < k < last]
    if tree.deps[v] == "ccomp":
        said = tree.lemma(participle) in verbs().saying | verbs().speech
        if said or things or leftmost(tree, last) != participle + 1:
            return False
    elif not ands or leftmost(tree, last) != ands[-1] + 1:
        return False
    above, dep = tree.heads[participle], tree.deps[participle]
    tree.deps[who] = tree.deps[last]
    for k in tree.children[participle]:
        if k < participle or k > v:
            tree.heads[k] = v
    tree.attach(v, v if above == participle else above, dep)
    tree.attach(participle, participle - 1, "acl")
    if not things:
        tree.attach(last, participle, "dobj")
        return True
    end = things[-1]
    while (joined := tree.kid(end, "conj")) is not None and end < joined < last:
        end = joined
    tree.attach(last, end, "conj")
    tree.attach(ands[-1], end, "cc")
    return True


@at_label("conj")
def gapped_clause(tree: Tree, noun: int) -> bool:
    """ "stars Hall as the queen and Morel as the king": what repeats the preposition belongs to a verb left out.

    So does a name before a bare number: "won two medals and Niger three". Such a clause is set apart whole.
    """
    first = tree.heads[noun]
    if tree.tags[noun] not in NOUN_TAGS or tree.tags[first] not in NOUN_TAGS or leftmost(tree, noun) == 0:
        return False
    prep = tree.heads[first]
    verb = tree.heads[prep]
    own = tree.kid(noun, "prep", "agent")
    repeated = (
        own is not None
        and tree.deps[first] == "pobj"
        and tree.lower[own] == tree.lower[prep]
        and tree.tags[verb] in VERB_TAGS
        and tree.kid(own, "pobj") is not None
        and not any(tree.lower[k] == tree.lower[own] for k in tree.kids(first, ("prep",)))
        and tree.lower[own] in _OF_ROLES
        and (tree.tags[noun] == "NNP") != (tree.tags[first] == "NNP")
    )
    counted = (
        tree.deps[first] == "dobj"
        and tree.tags[noun] == "NNP"
        and any(k == noun + 1 for k in tree.kids(noun, ("nummod",)))
        and tree.kid(first, "nummod") is not None
        and not tree.labelled(noun, ("DATE", "TIME"))
    )
    if not repeated and not counted:
        return False
    above = verb if repeated else tree.heads[first]
    for k in [k for k in tree.kids(first, ("cc",)) if first < k < noun]:
        tree.attach(k, above, "cc")
    tree.attach(noun, above, "parataxis")
    return True


@at_word("not")
def not_of_phrase(tree: Tree, at: int) -> bool:
    """ "Nobody will stop me, not the army": a "not" behind the verb and its object denies the phrase that follows."""
    verb, first = tree.heads[at], at + 1
    if tree.deps[at] != "neg" or tree.tags[verb] not in VERB_TAGS or at < verb or first == len(tree):
        return False
    if tree.words[at - 1] not in (",", "–", "—"):
        return False
    head = first
    while first < tree.heads[head] != head:
        head = tree.heads[head]
    if tree.tags[head] not in NOUN_TAGS | {"IN"} or tree.heads[head] != verb or tree.kid(verb, "dobj") is None:
        return False
    tree.attach(at, head, "neg")
    return True
