"""Whom a demand is made on, "demanded that Israel withdraw", and what is wanted: "their demands include a recount"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOMINAL_TAGS, conjuncts, noun_phrase, trim
from ..words.wordlists import nouns, verbs
from .relation import in_brief, relation_words
from .ties import is_actor, is_quantity, phrase_of
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
                if mark is not None and tree.lower[mark] in ("whether", "if"):
                    continue  # "asked whether Chad would go"
                words, name = (mark,) if mark is not None else (), f"{lemma} that"
            elif lemma in verbs().speech and modal is not None:
                words, name = (modal,), f"{lemma} must"
            else:
                continue
            relation = tuple(sorted({*relation_words(tree, clause), *words}))
            that = tuple(k for k in tree.kids(v, ("mark",)) if tree.lower[k] == "that")
            told = tuple(sorted({*relation_words(tree, clause), *that}))
            for s in clause.subjects:
                for o in content.subjects:
                    if s != o and is_actor(tree, o):
                        subject, addressee = tuple(noun_phrase(tree, s)), tuple(noun_phrase(tree, o))
                        made = Triple("demand", clause.verb, s, o, subject, relation, addressee, name, via=clause.via)
                        yield made._replace(reading=(subject, told, in_brief(tree, v, o)))


def wish_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(strikers, demand, a recount): "the strikers' demands include a recount", "a goal of theirs is peace"."""
    for clause in found:
        if tree.lemma(clause.verb) not in ("be", "include", "comprise") or clause.passive or clause.question:
            continue
        for s in clause.subjects:
            noun = _wish(tree, s)
            if noun is None:
                continue
            relation = tuple(sorted({noun, *clause.group}))
            for owner in _owners(tree, noun):
                blank = Triple("wish", noun, owner, -1, phrase_of(tree, owner), relation, (), tree.lemma(noun))
                for o in (*clause.objects, *clause.complements):
                    if o > clause.verb and tree.tags[o] in NOMINAL_TAGS:
                        yield blank._replace(object_head=o, object=tuple(noun_phrase(tree, o)))
                for o in (o for k in clause.contents if tree.tags[k] == "VBG" for o in conjuncts(tree, k)):
                    others = {t for k in tree.kids(o, ("conj", "cc", "punct")) for t in tree.subtree(k)}
                    words = tuple(trim(tree, [t for t in tree.subtree(o) if t not in others], o))
                    yield blank._replace(object_head=o, object=words, phrase=True)


def _wish(tree: Tree, subject: int) -> int | None:
    """The noun that says what somebody wants; "one of their demands" is one, too."""
    if is_quantity(tree, subject):
        inner = [p for k in tree.kids(subject, ("prep",)) if tree.lower[k] == "of" for p in tree.kids(k, ("pobj",))]
        subject = inner[0] if inner else subject
    return subject if tree.tags[subject][:2] == "NN" and tree.lemma(subject) in nouns().wishes else None


def _owners(tree: Tree, noun: int) -> list[int]:
    """Whose it is: "their demands", "the demands of the strikers"."""
    own = tree.kids(noun, ("poss",))
    own += [p for k in tree.kids(noun, ("prep",)) if tree.lower[k] in ("of", "by") for p in tree.kids(k, ("pobj",))]
    return [o for k in own for o in conjuncts(tree, k) if tree.deps[k] == "poss" or is_actor(tree, o)]
