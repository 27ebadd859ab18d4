"""What makes a clause's triple say enough: the rest of an object, an adverb, the act that is done to the subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import OPENING_QUOTES, first_conjunct, has_to, may_act, noun_phrase, trim
from ..words.wordlists import verbs
from .prepositional import is_aside, is_circumstance
from .relation import preposition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree
    from .triple import Triple

#: Adverbs that alone say nothing of the act.
_EMPTY = frozenset({
    "only", "also", "just", "reportedly", "too", "so", "either", "even", "still", "already", "again", "not", "ever",
    "never", "anyway", "actually", "really", "now", "then", "yet", "however", "though", "allegedly", "else",
})  # fmt: skip
#: Prepositions that a state stands behind.
_INTO = frozenset({"in", "to", "into", "on", "under", "at"})
#: Adverbs of place, which "be" may take for a complement.
_WHERE = frozenset({
    "here", "there", "home", "away", "abroad", "ahead", "inside", "outside", "nearby", "everywhere", "together",
})  # fmt: skip


def completion(tree: Tree, clause: Clause, whole: Triple) -> tuple[int, ...]:
    """What the object of some verbs needs to say something: "put the blame | on them", "named her | as his heir"."""
    if not whole.object:  # nothing but brackets and signs
        return ()
    members = [o for o in clause.objects if o > clause.verb]
    ends = {whole.object[-1]}
    if members:  # "appointed Hall and Novak | as directors"
        ends.add(max(tree.subtree(first_conjunct(tree, members[0]))))
    for prep, o in clause.preps:
        marker = preposition(tree, prep)
        if marker[0] - 1 not in ends or is_circumstance(tree, prep, o) or is_aside(tree, clause, prep, o):
            continue
        needed = tree.lower[prep] == "as" or tree.lemma(clause.verb) in verbs().incomplete
        if needed or _is_state(tree, clause, prep, o):
            rest = tree.subtree(o) if tree.deps[o] == "pcomp" else noun_phrase(tree, o, coordination=True)
            return (*marker, *trim(tree, rest, o))
    return ()


def _is_state(tree: Tree, clause: Clause, prep: int, noun: int) -> bool:
    """ "held him in contempt", "brought them to justice": a bare noun says into which state the object is brought."""
    bare = noun == prep + 1 and tree.tags[noun] in ("NN", "NNS") and tree.lower[prep] in _INTO
    return bare and tree.lemma(clause.verb) in verbs().bringing


def infinitive_of_object(tree: Tree, clause: Clause, whole: Triple) -> tuple[int, ...]:
    """What the object is to do, right behind it: "urged residents | to leave", without which it says too little."""
    if not whole.object or tree.lemma(clause.verb) not in verbs().object_control:
        return ()
    for v in tree.kids(clause.verb, ("xcomp",)):
        words = tree.subtree(v)
        if words[0] == whole.object[-1] + 1 and tree.lower[words[0]] in ("to", "not"):
            return tuple(trim(tree, words, v))
    return ()


def made_of_object(tree: Tree, clause: Clause, whole: Triple) -> tuple[int, ...]:
    """What the object is called or made, right behind it: "called the plan | a disaster"."""
    for c in clause.complements:
        words = trim(tree, tree.subtree(c, ("advcl", "relcl")), c) if tree.deps[c] == "oprd" else []
        if words and whole.object and words[0] - _quoted(tree, words[0]) == whole.object[-1] + 1:
            return tuple(words)
    return ()


def _quoted(tree: Tree, i: int) -> bool:
    return tree.words[i - 1] in OPENING_QUOTES


def called_to(tree: Tree, clause: Clause, whole: Triple) -> tuple[int, ...]:
    """What somebody is called on to do, right behind who it is: "appealed to residents | to stay"."""
    if tree.lemma(clause.verb) not in verbs().calling or not whole.object or not may_act(tree, whole.object_head):
        return ()
    for v in tree.kids(clause.verb, ("xcomp", "advcl")):
        words = tree.subtree(v)
        ends = (whole.object[-1], max(tree.subtree(first_conjunct(tree, whole.object_head))))
        if words[0] - 1 in ends and tree.lower[words[0]] in ("to", "not"):
            return tuple(trim(tree, words, v))
    return ()


def called_for(tree: Tree, clause: Clause) -> Iterator[tuple[int, int]]:
    """The infinitives of what is called or waited for, each with who is to do it: "called for Chad to withdraw"."""
    if tree.lemma(clause.verb) not in verbs().calling | verbs().demanding:
        return
    for v in tree.kids(clause.verb, ("advcl", "ccomp", "xcomp")):
        mark, subject = tree.kid(v, "mark"), tree.kid(v, "nsubj", "nsubjpass")
        if mark is None or subject is None or tree.lower[mark] != "for" or mark < clause.verb or clause.objects:
            continue
        bare = tree.kid(v, "auxpass") if tree.tags[v] == "VBN" else v  # "called for the ban to be lifted"
        if bare is not None and tree.tags[bare] == "VB" and has_to(tree, v):
            yield v, subject


def is_light(tree: Tree, clause: Clause, noun: int) -> bool:
    """Whether verb and object are one act, whose arguments come by prepositions: "took place in Leeds"."""
    bare = not tree.children[noun] and (tree.lemma(clause.verb), tree.lower[noun]) in verbs().light
    return bare and bool(clause.preps)


def adverb_completes(tree: Tree, clause: Clause, adverb: int) -> bool:
    """Whether an adverb at the end of a clause without arguments is what it says: "rose sharply", "went home"."""
    last = adverb == clause.adverbials[-1] and adverb > clause.verb
    if tree.lower[adverb] == "well" and tree.lower[adverb - 1] == "as":
        return False
    if tree.lemma(clause.verb) in ("be", "have"):
        return last and tree.lower[adverb] in _WHERE
    return last and tree.lower[adverb] not in _EMPTY


def undergone(tree: Tree, clause: Clause, blank: Triple, first: int | None) -> Iterator[Triple]:
    """ "Two soldiers were wounded": what is done to the subject, where nothing else is told of it."""
    v = clause.verb
    more = (clause.preps, clause.contents, clause.agents, clause.datives, clause.adverbials, tree.kids(v, ("xcomp",)))
    if not clause.passive or first is not None or any(more) or all(tree.deps[t] != "auxpass" for t in clause.group):
        return
    if any(tree.tags[k] == "TO" for c in tree.kids(v, ("advcl",)) for k in tree.children[c]):
        return  # "was chosen to lead them"
    if any(tree.lower[k] == "as" for k in tree.kids(v, ("mark",))):
        return  # "the Camp, as it was later known": the name stands before it
    relation, done = (tuple(t for t in blank.relation if (t < v) == before) for before in (True, False))
    yield blank._replace(rule="undergone", object_head=v, relation=relation, object=done, lemma="be", phrase=True)
