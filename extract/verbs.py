"""Verbal clauses → triples: one per (subject, argument)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .phrases import NOMINAL_TAGS, NOUN_TAGS, head_words, noun_phrase, trim
from .triples import Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .clauses import Clause
    from .tree import Tree

#: Governing verbs that only say how far the act has come or how sure it is; stance tells that, the label need not.
FOLDED = frozenset(
    "attempt try seek begin start continue keep want hope plan prepare aim intend manage fail be have need expect "
    "appear seem consider go use help able likely ready set due about unable struggle work believe say report "
    "schedule tend proceed come get suppose stop resume".split()
)


def verb_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """Triples of the sentence's clauses. A clause without a subject gives none; nor does one without an argument."""
    for clause in found:
        yield from clause_triples(tree, clause)


def clause_triples(tree: Tree, clause: Clause) -> Iterator[Triple]:
    """Triples of one clause."""
    words = relation_words(tree, clause)
    label = relation_label(tree, clause)
    for s in clause.subjects:
        subject = tuple(noun_phrase(tree, s))
        if not subject or clause.verb in subject and clause.via not in ("acl", "relcl"):
            continue
        if clause.via in ("acl", "relcl"):
            subject = tuple(t for t in noun_phrase(tree, s) if t not in _below(tree, clause.verb)) or (s,)
        for triple in _arguments(tree, clause, words, label):
            if triple.object_head != s and not set(triple.object) & set(subject):
                yield triple._replace(subject_head=s, subject=subject)


def _below(tree: Tree, i: int) -> set[int]:
    return set(tree.subtree(i))


def relation_words(tree: Tree, clause: Clause) -> tuple[int, ...]:
    """The verb group with the governing verbs that share its subject: "is attempting to galvanize"."""
    out = set(clause.group)
    for g in clause.chain:
        out.add(g)
        if tree.tags[g] in NOUN_TAGS:
            out.update(head_words(tree, g))
        out.update(k for k in tree.children[g] if tree.deps[k] in ("aux", "auxpass", "neg", "prt"))
    return tuple(sorted(out))


def relation_label(tree: Tree, clause: Clause) -> str:
    """The lemma phrase: governors that are acts of their own, the verb, its particle."""
    parts = [tree.lemma(g) for g in clause.chain if tree.lemma(g) not in FOLDED]
    if parts:
        parts.append("to")
    parts.append(tree.lemma(clause.verb))
    parts.extend(tree.lower[k] for k in clause.group if tree.deps[k] == "prt")
    return " ".join(parts)


def _arguments(tree: Tree, clause: Clause, words: tuple[int, ...], label: str) -> Iterator[Triple]:
    v, via = clause.verb, clause.via

    def made(rule: str, head: int, relation: tuple[int, ...], obj: list[int], lemma: str, *, turned: bool = False, phrase: bool = False) -> Triple:
        return Triple(rule, v, -1, head, (), relation, tuple(obj), lemma, turned=turned, phrase=phrase, via=via)

    passive_label = f"be {tree.lower[v]}" if clause.passive else label
    for o in clause.objects:
        if tree.tags[o] in NOMINAL_TAGS:
            yield made("verb-object", o, words, noun_phrase(tree, o), passive_label if clause.passive else label)
    for o in clause.datives:
        relation = words
        yield made("verb-dative", o, relation, noun_phrase(tree, o), label)
    for o in clause.agents:
        by = [tree.heads[o]] if tree.deps[o] == "pobj" else [tree.heads[tree.heads[o]]]
        by = [k for k in range(v + 1, o) if tree.deps[k] == "agent"][-1:] or by
        if tree.tags[o] in NOMINAL_TAGS:
            yield made("agent", o, (*words, *by), noun_phrase(tree, o), label, turned=True)
    for o in clause.complements:
        if tree.tags[o] in ("VBN", "VBD", "VBG"):
            continue
        obj = noun_phrase(tree, o) if tree.tags[o] in NOUN_TAGS else complement_phrase(tree, o)
        yield made("complement", o, words, obj, passive_label)
        for prep in tree.kids(o, ("prep",)):
            for p in tree.kids(prep, ("pobj",)):
                inner = noun_phrase(tree, o)
                inner = [t for t in inner if t < prep]
                yield made("complement-prep", p, tuple(sorted({*words, *inner, prep})), noun_phrase(tree, p),
                           f"{passive_label} {tree.lemma(o)} {tree.lower[prep]}")
    for prep, o in clause.preps:
        before: list[int] = []
        noun = ""
        for d in clause.objects:
            if d < prep and d > v:
                before = noun_phrase(tree, d)
                noun = " " + tree.lemma(d)
                break
        if tree.tags[o] in NOMINAL_TAGS and tree.deps[o] != "pcomp":
            between = [t for t in before if t < prep]
            yield made("verb-prep" if not between else "verb-object-prep", o, (*sorted({*words, *between}), prep), noun_phrase(tree, o),
                       f"{passive_label}{noun} {tree.lower[prep]}")
        elif tree.deps[o] == "pcomp":
            between = [t for t in before if t < prep]
            yield made("verb-pcomp", o, (*sorted({*words, *between}), prep), trim(tree, tree.subtree(o), o),
                       f"{passive_label}{noun} {tree.lower[prep]}", phrase=True)
    for o in clause.contents:
        yield made("content", o, words, trim(tree, tree.subtree(o), o), label, phrase=True)


def complement_phrase(tree: Tree, o: int) -> list[int]:
    return trim(tree, tree.subtree(o, without=("conj", "cc", "advcl", "prep", "relcl", "appos")), o)
