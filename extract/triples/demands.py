"""Whom a demand is made on: "demanded that Israel withdraw", "said the junta must free them"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import noun_phrase
from ..syntax.wordlists import verbs
from .relation import relation_words
from .ties import is_actor
from .triple import Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree

#: Modals that make of what is said a demand.
_OBLIGATION = frozenset({"must", "should", "ought"})


def demand_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(UN, demanded that, Israel): the subject of what is demanded is the one who shall do it."""
    by_verb = {clause.verb: clause for clause in found}
    for clause in found:
        if clause.question or clause.passive:
            continue
        lemma = tree.lemma(clause.verb)
        for v in clause.contents:
            content = by_verb.get(v)
            if content is None or content.passive or not content.own_subject or v < clause.verb:
                continue
            modal = next((k for k in content.group if tree.lower[k] in _OBLIGATION), None)
            if lemma in verbs().demanding:
                mark = tree.kid(v, "mark")
                words, name = (mark,) if mark is not None else (), f"{lemma} that"
            elif lemma in verbs().speech and modal is not None:
                words, name = (modal,), f"{lemma} must"
            else:
                continue
            relation = tuple(sorted({*relation_words(tree, clause), *words}))
            for s in clause.subjects:
                for o in content.subjects:
                    if s != o and is_actor(tree, o):
                        subject, addressee = tuple(noun_phrase(tree, s)), tuple(noun_phrase(tree, o))
                        yield Triple("demand", clause.verb, s, o, subject, relation, addressee, name, via=clause.via)
