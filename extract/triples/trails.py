"""What a clause goes on with right behind an argument: "moved to Leeds | in 1999", "told them | that he would stay".

Each argument has a triple of its own. Who reads the first alone needs what comes behind it as well: "confirmed the
plan" says less than "confirmed the plan with them". When and where that opens the clause is the scene of all of it, and
of what its subject does further: "In 1999 they moved to Leeds and opened a shop".
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ..words.wordlists import adverbs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..syntax.tree import Tree
    from .triple import Triple

#: Adverbs that add nothing to what they stand behind.
_BESIDES = frozenset({"too", "also", "either", "though", "anyway", "anyways", "well", "respectively"})
#: An argument and what follows it have no more words than this together.
TRAILED_WORDS = 15
#: The same where what follows is what somebody is told.
TOLD_WORDS = 40
#: The same with the scene.
STAGED_WORDS = 20
_SCENES = frozenset({"in", "on", "at"})
#: Rules of arguments that a verb asks for; its adjuncts are told for their own sake.
_ARGUMENTS = frozenset({"object", "complement", "prep", "agent", "dative", "content"})


def with_trails(tree: Tree, found: Sequence[Triple]) -> list[Triple]:
    """The triples of a sentence, each argument with what its clause goes on with, without a gap, and its scene."""
    clauses: dict[tuple[int, tuple[int, ...]], list[int]] = defaultdict(list)
    for n, triple in enumerate(found):
        if triple.rule != "occasion":  # a clause of its own
            clauses[triple.predicate, triple.subject].append(n)
    scenes = [(triple, words) for triple in found for words in _scene(tree, triple)]
    out = list(found)
    for n, triple in enumerate(found):
        if triple.rule in _ARGUMENTS:
            trail: list[int] = []
            for other, more in _following(tree, found, triple, clauses[triple.predicate, triple.subject]):
                trail += more
                if other is not None:
                    out[other] = out[other]._replace(trailing=True)
            for opener, words in scenes:
                shared = opener.subject == triple.subject and _shares(tree, opener.predicate, triple.predicate)
                long = len(triple.object) + len(trail) + len(words) > STAGED_WORDS
                if shared and not long and words.isdisjoint((*triple.relation, *triple.object, *trail)):
                    trail += sorted(words)
            out[n] = out[n]._replace(trail=tuple(trail))
    return out


def _scene(tree: Tree, triple: Triple) -> Iterator[frozenset[int]]:
    """The words that say when or where, before the triple's subject: "In 1999 | they", "At the port | they"."""
    first = triple.subject[0]
    if triple.object[-1] < first and triple.relation:
        timed = triple.rule.endswith("-time")
        if timed or (triple.rule.endswith("prep") and tree.lower[triple.object[0] - 1] in _SCENES):
            yield frozenset(t for t in (*triple.relation, *triple.object) if t < first)


def _shares(tree: Tree, first: int, verb: int) -> bool:
    """Whether a verb is the first or coordinated with it."""
    while verb != first and tree.deps[verb] == "conj":
        verb = tree.heads[verb]
    return verb == first


def _following(
    tree: Tree, found: Sequence[Triple], triple: Triple, clause: Sequence[int]
) -> Iterator[tuple[int | None, list[int]]]:
    """What follows right behind the given triple's object, piece by piece: words, and whose triple they are, if any."""
    last, length = triple.object[-1], len(triple.object)
    left = list(clause)
    while True:
        behind = [(other, _behind(found[other], last)) for other in left]
        for other, more in (*behind, (None, _untold(tree, triple, last))):
            most = TOLD_WORDS if other is not None and found[other].rule == "content" else TRAILED_WORDS
            if more and not set(more) & set(triple.relation) and length + len(more) <= most:
                yield other, more
                last, length = more[-1], length + len(more)
                left = [one for one in left if one != other]
                break
        else:
            return


def _untold(tree: Tree, triple: Triple, last: int) -> list[int]:
    """An adverb, infinitive or gerund of the clause, of which no triple is told: "brought her | back"."""
    for k in tree.children[triple.predicate]:
        if k <= last or not _goes_on(tree, k):
            continue
        words = tree.subtree(k)
        whole = words[-1] - words[0] < len(words) and not any("[" in tree.words[t] for t in words)
        if words[0] == last + 1 and whole and tree.lower[words[0]] != "as":
            return words
    return []


def _goes_on(tree: Tree, k: int) -> bool:
    if tree.deps[k] == "advmod":
        return tree.tags[k] in ("RB", "RBR") and tree.lower[k] not in adverbs().linking | _BESIDES
    if tree.deps[k] not in ("xcomp", "advcl"):
        return False
    first = min(tree.subtree(k))
    return tree.lower[first] == "to" or (tree.deps[k] == "xcomp" and tree.tags[first] == "VBG")


def _behind(other: Triple, last: int) -> list[int]:
    """The words by which another triple of the clause goes on right behind the word `last`."""
    if other.object[0] <= last:
        return []
    more = sorted({t for t in (*other.relation, *other.object) if t > last})
    return more if more == list(range(last + 1, more[-1] + 1)) else []
