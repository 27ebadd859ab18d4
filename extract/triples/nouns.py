"""Noun phrases that tell an act: "Iran's support for Assad", "Russian airstrikes on Idlib", "criticism by UNESCO"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOUN_TAGS, conjuncts, first_conjunct, is_act, noun_phrase
from ..words.wordlists import nouns
from .prepositional import is_time
from .ties import is_actor, is_owner, phrase_of
from .triple import Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree

#: Prepositions that bring in whom or what the act named by a noun is directed at.
_PATIENT = frozenset({
    "on", "against", "for", "with", "to", "over", "in", "into", "from", "about", "at", "of", "between", "toward",
    "towards", "upon",
})  # fmt: skip

#: Those that bring in at whom or what a feeling is directed; of some there is hardly another use.
_FEELING = frozenset({"about", "over", "toward", "towards"})
_TARGETS = frozenset({"for", "against", "at", "over", "about", "toward", "towards", "to", "of"})


def noun_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(doer, act preposition, patient) for nouns of acts with a doer and a prepositional complement.

    Where "by" names the doer, the owner suffers: "Assad's ouster by the rebels", turned round as a passive clause is.
    """
    for n, tag in enumerate(tree.tags):
        if tag not in ("NN", "NNS") or not is_act(tree, n):
            continue
        agents = _agents(tree, n)
        owners = [d for k in tree.kids(first_conjunct(tree, n), ("poss",)) for d in conjuncts(tree, k)]
        for d, by in agents:
            for o in owners:
                words = (*_before(tree, n, o), n, by)
                patient = phrase_of(tree, o)
                yield Triple("noun-by", n, o, d, patient, words, phrase_of(tree, d), tree.lemma(n), turned=True)
        suffers = tree.lemma(n) in nouns().suffered
        for d in [d for d, _ in agents] or ([] if suffers else owners) or _names(tree, n):
            yield from _of_doer(tree, n, d)


def _of_doer(tree: Tree, n: int, d: int) -> Iterator[Triple]:
    """What the act of a doer is directed at, by the prepositions after the noun."""
    strayed = [k for k in tree.kids(d, ("prep",)) if d > n and _strays(tree, d, k)]
    subject = tuple(t for t in phrase_of(tree, d) if not strayed or t < strayed[0])
    before = tuple(t for t in _before(tree, n, d) if t not in subject)
    for prep in (*tree.kids(n, ("prep",)), *strayed):
        if tree.lower[prep] not in _PATIENT or prep < n or tree.words[prep - 1] in (",", "-"):
            continue
        for p in tree.kids(prep, ("pobj",)):
            for o in conjuncts(tree, p):
                obj = tuple(noun_phrase(tree, o))
                if tree.tags[o] in NOUN_TAGS | {"PRP"} and not set(obj) & set(subject) and not is_time(tree, o):
                    lemma = f"{tree.lemma(n)} {tree.lower[prep]}"
                    yield Triple("noun", n, d, o, subject, (*before, n, prep), obj, lemma)


def _strays(tree: Tree, doer: int, prep: int) -> bool:
    """Whether what a parser hung on the doer belongs to the act: "fear among bishops about", "criticism by Mali of"."""
    return tree.lower[prep] in _FEELING or (tree.lower[prep] == "of" and is_owner(tree, doer) and prep == doer + 1)


def _before(tree: Tree, n: int, owner: int) -> tuple[int, ...]:
    """The modifiers between whose act it is and its noun."""
    return tuple(m for m in tree.kids(n, ("amod", "compound", "nummod")) if owner < m < n)


def _agents(tree: Tree, n: int) -> list[tuple[int, int]]:
    """Who "by" names as the doer, and the "by"; conjoined acts share the last one's."""
    for act in (n, *conjuncts(tree, n)[1:]):
        by = [k for k in tree.children[act] if tree.lower[k] == "by" and tree.deps[k] in ("prep", "agent")]
        if by:
            return [(d, k) for k in by for p in tree.kids(k, ("pobj",)) for d in conjuncts(tree, p)]
    if among := [k for k in tree.kids(n, ("prep",)) if _tells_who(tree, n, k)]:
        return [(d, k) for k in among for p in tree.kids(k, ("pobj",)) for d in conjuncts(tree, p) if is_actor(tree, d)]
    k = _by_further_on(tree, n)
    return [(d, k) for p in tree.kids(k, ("pobj",)) for d in conjuncts(tree, p)] if k is not None else []


def _tells_who(tree: Tree, n: int, prep: int) -> bool:
    """Whether a preposition brings in who feels or does what the noun tells: "support for Chad among bishops".

    Who it comes "from" is the doer where the noun says at whom it is, not whence: "criticism from Chad of the law",
    not "the withdrawal of troops from", "a return from Chad to Mali".
    """
    doer = tree.kid(prep, "pobj")
    strayed = [] if doer is None else [k for k in tree.kids(doer, ("prep",)) if _strays(tree, doer, k)]
    others = {tree.lower[k] for k in (*tree.kids(n, ("prep",)), *strayed) if k > prep or tree.lower[k] != "of"}
    if tree.lower[prep] in ("among", "amongst"):
        return not others.isdisjoint(_TARGETS)
    return tree.lower[prep] == "from" and not others.isdisjoint(_TARGETS - {"to"})


def _by_further_on(tree: Tree, n: int) -> int | None:
    """ "the recognition of Kosovo as a state by France": the "by" that a parser hung on a noun further on."""
    if not any(tree.lower[k] == "of" for k in tree.kids(n, ("prep",))):
        return None
    for k in range(n + 2, min(n + 14, len(tree))):
        if tree.tags[k][:2] == "VB" or tree.words[k] in (",", ";", ":", "(") or tree.tags[k] in ("CC", "WDT", "WP"):
            return None
        if is_act(tree, k) and k > n:
            return None
        if tree.lower[k] == "by":
            actor = tree.kid(k, "pobj")
            return k if actor is not None and is_actor(tree, actor) and tree.tags[tree.heads[k]] in NOUN_TAGS else None
    return None


def _names(tree: Tree, n: int) -> list[int]:
    """Names used as modifiers: "Russian airstrikes"."""
    return [k for k in tree.kids(n, ("amod", "compound", "nmod")) if k < n and is_owner(tree, k)]
