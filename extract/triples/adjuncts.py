"""Acts that an adjunct names: "at the invitation of Mali", "in cooperation with the army", "in a letter to the UN"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOMINAL_TAGS, NOUN_TAGS, conjuncts, noun_phrase
from ..words.wordlists import nouns
from .ties import is_actor, is_owner, phrase_of
from .triple import Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree

#: Prepositions that name the doer of an act noun, and those that name its other party or its aim.
_DOER = frozenset({"of", "from", "by"})
_HEARER = frozenset({"with", "to"})
_AIM = frozenset({"with", "against", "of", "for", "to", "at", "over", "from"})


def adjunct_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(doer, act, subject of the clause), (subject, act with, partner) and (subject, act against, aim)."""
    by_verb = {clause.verb: clause for clause in found}
    for prep in range(len(tree)):
        if tree.tags[prep] not in ("IN", "VBG") or tree.deps[prep] != "prep":
            continue
        noun = tree.kid(prep, "pobj")
        if noun is None or tree.tags[noun] not in ("NN", "NNS"):
            continue
        frame = tree.lower[prep], tree.lemma(noun)
        clause = _clause(tree, prep, by_verb)
        if clause is None or clause.question:
            continue
        known = nouns()
        if frame in known.adjunct_of_others:
            yield from _of_others(tree, clause, prep, noun)
        if frame in known.adjunct_with_partners:
            yield from _of_subject(tree, clause, prep, noun, frozenset({"with"}))
        elif frame in known.adjunct_with_hearers:
            yield from _of_subject(tree, clause, prep, noun, _HEARER)
        elif frame in known.adjunct_of_subject:
            yield from _of_subject(tree, clause, prep, noun, _AIM)


def _clause(tree: Tree, prep: int, by_verb: dict[int, Clause]) -> Clause | None:
    """The clause of an adjunct, which a small parser may hang on the object: "struck a camp in cooperation with"."""
    h = tree.heads[prep]
    while h not in by_verb:
        up = tree.heads[h]
        if up == h or h > prep or tree.deps[h] not in ("dobj", "pobj", "attr", "prep", "agent", "dative"):
            return None
        h = up
    return by_verb[h]


def _doers(clause: Clause) -> list[int]:
    return [a for a, _ in clause.agents] if clause.passive and clause.agents else clause.subjects


def _of_others(tree: Tree, clause: Clause, prep: int, noun: int) -> Iterator[Triple]:
    """Who does to the subject what the noun says: turned round, as a passive clause is."""
    named = [
        (o, k)
        for k in _after(tree, noun)
        if tree.lower[k] in _DOER
        for p in tree.kids(k, ("pobj",))
        if is_actor(tree, p)
        for o in conjuncts(tree, p)
    ]
    owners = [(o, None) for k in tree.kids(noun, ("poss",)) for o in conjuncts(tree, k)]
    adjectives = [(k, None) for k in tree.kids(noun, ("amod", "compound", "nmod")) if is_owner(tree, k)]
    for s in _doers(clause):
        for o, by in named or owners or adjectives:
            words = _words(tree, prep, noun, o) + ((by,) if by is not None else ())
            subject, other = _outside(tree, s, prep), phrase_of(tree, o)
            if not set(other) & set(subject):
                lemma = tree.lemma(noun)
                yield Triple("adjunct", noun, s, o, subject, words, other, lemma, turned=True, via=clause.via)


def _of_subject(tree: Tree, clause: Clause, prep: int, noun: int, joining: frozenset[str]) -> Iterator[Triple]:
    """With whom, or against or for what, the subject does what the noun says."""
    if tree.lemma(clause.verb) == "be" and not clause.complements and not clause.objects:
        return  # "is in talks with": the verb's own extractor says so
    for k in _after(tree, noun):
        if tree.lower[k] not in joining:
            continue
        for p in tree.kids(k, ("pobj",)):
            for o in conjuncts(tree, p):
                if tree.tags[o] not in NOUN_TAGS | NOMINAL_TAGS:
                    continue
                words, obj = (*_words(tree, prep, noun, o), k), tuple(noun_phrase(tree, o))
                lemma = f"{tree.lemma(noun)} {tree.lower[k]}"
                for s in _doers(clause):
                    subject = _outside(tree, s, prep)
                    if s != o and not set(obj) & set(subject):
                        yield Triple("adjunct", noun, s, o, subject, words, obj, lemma, via=clause.via)


def _outside(tree: Tree, subject: int, prep: int) -> tuple[int, ...]:
    """The subject's words without the adjunct, should the parser have hung it there."""
    adjunct = set(tree.subtree(prep))
    return tuple(t for t in noun_phrase(tree, subject) if t not in adjunct)


def _after(tree: Tree, noun: int) -> list[int]:
    """The prepositions behind the noun; one right behind it is its own, wherever the parser hung it."""
    own = [k for k in tree.kids(noun, ("prep", "agent")) if k > noun]
    behind = noun + 1
    if not own and behind < len(tree) and tree.deps[behind] in ("prep", "agent"):
        own = [behind]
    return own


def _words(tree: Tree, prep: int, noun: int, other: int) -> tuple[int, ...]:
    """The preposition, the noun and what describes it, without whose it is."""
    below = set(tree.subtree(other)) if other < noun else set()
    return (prep, *(k for k in tree.kids(noun, ("amod", "compound")) if k < noun and k not in below), noun)
