"""Whom another verb or an adjective makes do what a clause says: control and raising, by the verb that governs.

Which verbs do what stands in `verbs.json`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.wordlists import nouns, verbs
from .phrases import conjuncts, has_to, is_person, may_act

if TYPE_CHECKING:
    from .clauses import Clause
    from .tree import Tree

#: Who gets something of these uses it: "gave Israel sixty days to withdraw".
_LETTING = frozenset({"give", "allow", "grant", "leave", "allot"})


def controlled(tree: Tree, c: Clause, governor: Clause) -> None:
    """Open complements and adverbial clauses: the governor's object ("asked Russia to help") or its subject."""
    v, dep = c.verb, tree.deps[c.verb]
    infinitive = has_to(tree, v)
    passive_participle = tree.tags[v] == "VBN" and not any(tree.deps[k] in ("aux", "auxpass") for k in tree.children[v])
    if passive_participle:
        c.passive = True
        if v and tree.lower[v - 1] == "as":
            return  # "as opposed to wood", "as reported by the firm"
        if dep in ("xcomp", "ccomp") and governor.objects and tree.lemma(governor.verb) not in verbs().result:
            return
    if infinitive and pleonastic(tree, governor):
        return
    if infinitive and tree.lemma(governor.verb) in verbs().costing and _placeholder(tree, governor):
        c.via = "control"  # "it took them years to leave"
        c.subjects = [o for o in (*governor.datives, *governor.objects) if o < v and _is_somebody(tree, o)]
        return
    if infinitive and dep == "xcomp" and tree.lemma(governor.verb) == "be" and _is_purpose(tree, governor):
        noun = governor.subjects[0]
        owner = tree.kid(noun, "poss")
        c.via, c.subjects = "noun", list(conjuncts(tree, owner)) if owner is not None else []
        c.chain = [noun, governor.verb]
        return
    called = [o for p, o in governor.preps if p < o < v and tree.lower[p] in ("on", "upon", "to", "for")]
    called = [o for o in called if may_act(tree, o)]
    if infinitive and called and tree.lemma(governor.verb) in verbs().calling:
        c.via, c.subjects = "control", called
        return
    if infinitive and governor.datives and tree.lemma(governor.verb) in _LETTING:
        c.via, c.subjects = "control", list(governor.datives)
        return
    if dep in ("xcomp", "ccomp"):
        before = [o for o in governor.objects if o < v]
        judged = tree.lemma(v) == "be" and tree.lemma(governor.verb) in verbs().judging | verbs().saying
        if before and (not infinitive or judged or tree.lemma(governor.verb) in verbs().object_control):
            c.via, c.subjects = "control", before
        elif before:
            c.via, c.subjects = "advcl", list(governor.subjects)
        elif tree.lemma(governor.verb) in verbs().done_by_others and not governor.passive and tree.tags[v] == "VBG":
            return
        elif dep == "xcomp" or tree.tags[v] in ("VBG", "VB"):
            c.via, c.subjects = "xcomp", list(governor.subjects)
            c.own_subject = governor.own_subject
            c.chain = [*governor.chain, governor.verb]
            if governor.passive and tree.lemma(governor.verb) in ("accuse", "see"):
                c.chain = []
    elif infinitive and tree.lemma(governor.verb) in verbs().object_control and (sent := _sent(tree, governor, v)):
        c.via, c.subjects = "control", sent
    elif infinitive and c.passive and not governor.passive and any(o < v for o in governor.objects):
        c.via, c.subjects = "control", [o for o in governor.objects if o < v]  # "sent the boats to be mended"
    elif infinitive and governor.passive and tree.lemma(governor.verb) not in verbs().object_control:
        doers = [doer for doer, _ in governor.agents]  # the purpose is theirs who act
        serves = not doers and tree.lemma(governor.verb) in verbs().serving
        c.via, c.subjects = "advcl", list(governor.subjects) if serves else doers
    elif infinitive or tree.tags[v] in ("VBG", "VBN"):
        if tree.tags[v] == "VBG" and v == governor.verb + 1 and tree.lemma(governor.verb) in verbs().done_by_others:
            return
        c.via, c.subjects = "advcl", list(governor.subjects)


def _is_purpose(tree: Tree, governor: Clause) -> bool:
    """Whether "be" says what somebody is to do: "our goal is to win", where no goal wins."""
    known = nouns()
    kinds = known.wishes | known.plans | known.intents | known.purposes
    return any(tree.tags[s] in ("NN", "NNS") and tree.lemma(s) in kinds for s in governor.subjects)


def _sent(tree: Tree, governor: Clause, v: int) -> list[int]:
    """Who is told, sent or trained to do it, where those are people or a name: "trained rebels to fight"."""
    return [o for o in governor.objects if o < v and (tree.tags[o] in ("NNP", "NNPS") or is_person(tree, o))]


def _is_somebody(tree: Tree, i: int) -> bool:
    return tree.tags[i] in ("PRP", "NNP", "NNPS") or is_person(tree, i)


def _placeholder(tree: Tree, governor: Clause) -> bool:
    return any(tree.lower[s] == "it" for s in governor.subjects)


def pleonastic(tree: Tree, governor: Clause) -> bool:
    """Whether the governor's subject is the "it" of "it is our job to help", which does nothing itself."""
    return (
        _placeholder(tree, governor)
        and bool(governor.complements)
        and tree.lemma(governor.verb) in ("be", "become", "seem")
    )


def after_adjective(tree: Tree, c: Clause, adjective: int, found: dict[int, Clause]) -> None:
    """ "is able to attack": the subject of the copula; "is hard to attack" is left as it falls."""
    copula = found.get(tree.heads[adjective])
    if (
        copula is not None
        and not pleonastic(tree, copula)
        and tree.deps[adjective] in ("acomp", "oprd", "advmod", "attr")
    ):
        c.via, c.subjects, c.own_subject = "xcomp", list(copula.subjects), copula.own_subject
        c.chain = [*copula.chain, copula.verb, adjective]
