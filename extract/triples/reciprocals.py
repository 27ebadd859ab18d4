"""Acts done with one another: "Assad and Putin met", "the two signed a treaty", "talks between Iran and Russia"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOUN_TAGS, conjuncts, is_act, noun_phrase
from ..words.wordlists import nouns, verbs
from .triple import Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree


def reciprocal_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(Assad, met, Putin) where conjoined subjects do it with nobody else; (Iran, talks, Russia) for talks between."""
    for clause in found:
        if clause.passive or clause.question or len(clause.subjects) < 2:
            continue
        if any(tree.lower[prep] in ("with", "against") for prep, _ in _preps(tree, clause)):
            continue
        if any(tree.lower[k] in ("or", "nor") for s in clause.subjects for k in tree.kids(s, ("cc",))):
            continue
        verb = tree.lemma(clause.verb)
        shared = [o for o in clause.objects if tree.lemma(o) in nouns().joint]
        if not clause.objects and verb in verbs().together:
            preposition = "" if verb in ("meet", "fight", "marry") else " with"
            yield from _pairs(tree, "reciprocal", clause.verb, tuple(clause.group), clause.subjects, verb + preposition)
        elif shared and verb in verbs().joint:
            words = tuple(sorted({*clause.group, *(t for t in noun_phrase(tree, shared[0]) if t <= shared[0])}))
            lemma = f"{verb} {tree.lemma(shared[0])} with"
            yield from _pairs(tree, "reciprocal-object", clause.verb, words, clause.subjects, lemma)
        for prep, state in clause.preps if verb == "be" else ():
            if tree.lower[state] in nouns().joint_states:  # "are at odds"
                words = tuple(sorted({*clause.group, prep, state}))
                lemma = f"be {tree.lower[prep]} {tree.lemma(state)} with"
                yield from _pairs(tree, "reciprocal", clause.verb, words, clause.subjects, lemma)
    for prep, word in enumerate(tree.lower):
        noun = tree.heads[prep]
        if word != "between" or tree.deps[prep] != "prep" or tree.tags[noun] not in NOUN_TAGS or not is_act(tree, noun):
            continue
        both = [o for p in tree.kids(prep, ("pobj",)) for o in conjuncts(tree, p)]
        words = tuple(t for t in noun_phrase(tree, noun) if t <= noun and tree.deps[t] not in ("det", "poss"))
        yield from _pairs(tree, "reciprocal-noun", noun, words, both, f"{tree.lemma(noun)} with")


def _preps(tree: Tree, clause: Clause) -> list[tuple[int, int]]:
    """Prepositions of the verb and of its objects, each with what it governs."""
    below = [(k, o) for n in clause.objects for k in tree.kids(n, ("prep",)) for o in tree.kids(k, ("pobj",))]
    return [*clause.preps, *below]


def _pairs(
    tree: Tree, rule: str, predicate: int, words: tuple[int, ...], heads: list[int], lemma: str
) -> Iterator[Triple]:
    """The first named with each of the others."""
    if len(heads) < 2 or any(tree.tags[h] not in NOUN_TAGS for h in heads):
        return
    first, *others = heads
    for other in others:
        subject, obj = tuple(noun_phrase(tree, first)), tuple(noun_phrase(tree, other))
        yield Triple(rule, predicate, first, other, subject, words, obj, lemma)
