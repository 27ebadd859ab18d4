"""Being without a plain copula clause: "there are troops in Aleppo", "found him guilty of theft"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOMINAL_TAGS, NOUN_TAGS, complement_phrase, conjuncts, noun_phrase
from ..words.wordlists import verbs
from .triple import Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree


def existential_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(there, are, troops) and (troops, are in, Aleppo) for what is said to exist."""
    for clause in found:
        there = tree.kid(clause.verb, "expl")
        if not clause.existential or clause.question or there is None:
            continue
        words = tuple(clause.group)
        for o in clause.complements:
            if tree.tags[o] not in NOUN_TAGS | {"CD", "NN"}:
                continue
            phrase = tuple(noun_phrase(tree, o))
            yield Triple("existential", clause.verb, there, o, (there,), words, phrase, "be", via=clause.via)
            for prep, p in [*_preps(tree, o), *clause.preps]:
                if tree.lower[prep] == "of" or prep < clause.verb or tree.tags[p] not in NOMINAL_TAGS:
                    continue
                subject = tuple(t for t in phrase if t < prep)
                yield Triple(
                    "existential-prep", clause.verb, o, p, subject, (*words, prep), tuple(noun_phrase(tree, p)),
                    f"be {tree.lower[prep]}", via=clause.via,
                )  # fmt: skip


def _preps(tree: Tree, noun: int) -> list[tuple[int, int]]:
    return [(k, o) for k in tree.kids(noun, ("prep",)) for p in tree.kids(k, ("pobj",)) for o in conjuncts(tree, p)]


def small_clause_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """For "a judge found Nielsen guilty of theft": (Nielsen, is, guilty), (Nielsen, is guilty of, theft) and
    (judge, found guilty, Nielsen)."""
    by_verb = {clause.verb: clause for clause in found}
    for h, tag in enumerate(tree.tags):
        if tag not in ("JJ", "NN", "NNP") or tree.deps[h] not in ("ccomp", "xcomp", "oprd"):
            continue
        for s in tree.kids(h, ("nsubj",)):
            if s > h or tree.tags[s] not in NOMINAL_TAGS:
                continue
            if tree.lower[s] == "it" and any(k > h for k in tree.kids(h, ("xcomp", "ccomp", "advcl"))):
                continue  # "made it hard to leave"
            own = set(tree.subtree(s))
            if tag == "JJ":
                phrase = tuple(t for t in complement_phrase(tree, h) if t not in own)
            else:
                phrase = tuple(t for t in noun_phrase(tree, h) if t not in own)
            for subject_head in conjuncts(tree, s):
                subject = tuple(noun_phrase(tree, subject_head))
                made = Triple(
                    "small-clause", h, subject_head, h, subject, (), phrase, "be", unspoken=True, phrase=tag == "JJ"
                )
                yield made
                yield from _finder(tree, by_verb.get(tree.heads[h]), made)
                for prep, o in _preps(tree, h):
                    before = tuple(t for t in phrase if t < prep)
                    yield made._replace(
                        rule="small-clause-of", object_head=o, relation=(*before, prep), phrase=False,
                        object=tuple(noun_phrase(tree, o)), lemma=f"be {tree.lemma(h)} {tree.lower[prep]}",
                    )  # fmt: skip


def _finder(tree: Tree, clause: Clause | None, made: Triple) -> Iterator[Triple]:
    """Who holds somebody to be so: (judge, found guilty, Nielsen)."""
    if clause is None or clause.passive or clause.question or made.object_head < clause.verb:
        return
    known = verbs()
    if tree.lemma(clause.verb) not in known.judging | known.naming or tree.lower[made.subject_head] == "it":
        return  # "made it easy to leave"
    lemma = f"{tree.lemma(clause.verb)} {tree.lemma(made.object_head)}"
    for s in clause.subjects:
        if s != made.subject_head and tree.tags[s] != "WP":
            subject, words = tuple(noun_phrase(tree, s)), tuple(sorted({*clause.group, *made.object}))
            yield Triple(
                "small-clause-object", clause.verb, s, made.subject_head, subject, words, made.subject, lemma,
                via=clause.via,
            )  # fmt: skip
