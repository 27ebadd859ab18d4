"""Compounds before a noun: "Tehran-backed militia", "Britain-based group", "anti-NATO party", "state-owned firm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOUN_TAGS, noun_phrase, trim
from .ties import is_owner, phrase_of
from .triple import Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree


#: What the bearers of a prefix before a name are to the one so named.
_SIDES = {"anti": "be against", "pro": "be in favor of"}
#: Who owns, runs or pays what is "state-owned" is the country that its noun belongs to.
_OF_STATE = frozenset({"state", "government", "publicly"})
#: The name before these does nothing to the noun; it says where the noun is, or what it has to do with.
_STATES = {"based": "be based in", "headquartered": "be headquartered in", "related": "be related to"}


def modifier_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(name, participle, noun): who backs, leads … the noun; (noun, is based, name)."""
    for i in range(1, len(tree) - 2):
        if tree.words[i] in ("-", "–"):
            yield from _on_a_side(tree, i)
            yield from _of_state(tree, i)
        if tree.words[i] not in ("-", "–") or tree.tags[i + 1] not in ("VBN", "VBD", "JJ", "NN"):
            continue
        participle, name = i + 1, i - 1
        if not tree.words[name][0].isupper() or tree.tags[name][:2] == "RB":
            continue
        if not tree.lower[participle].endswith(("ed", "led", "run", "made", "held", "built")):
            continue
        noun = tree.heads[participle]
        if noun <= participle or tree.tags[noun] not in NOUN_TAGS:
            continue
        whole = tuple(trim(tree, [t for t in noun_phrase(tree, noun) if t > participle], noun))
        owner = next((tuple(range(a, i)) for a, b, _ in tree.names if a < name < b), (name,))
        owner = owner[1:] if tree.lower[owner[0]] == "the" else owner
        state = _STATES.get(tree.lower[participle])
        if state is not None:
            yield Triple("modifier", participle, noun, name, whole, (participle,), owner, state, unspoken=True)
        else:
            lemma = tree.lemmatizer.lemma(tree.lower[participle], "VBN")
            yield Triple("modifier", participle, name, noun, owner, (participle,), whole, lemma)


def _on_a_side(tree: Tree, hyphen: int) -> Iterator[Triple]:
    """(protesters, are against, NATO) for "anti-NATO protesters"."""
    lemma, name = _SIDES.get(tree.lower[hyphen - 1]), hyphen + 1
    noun = tree.heads[name]
    if lemma is None or not tree.words[name][0].isupper() or noun <= name or tree.tags[noun] not in NOUN_TAGS:
        return
    whole = tuple(t for t in noun_phrase(tree, noun) if t > name)
    yield Triple("modifier", hyphen - 1, noun, name, whole, (), (name,), lemma, unspoken=True)


def _of_state(tree: Tree, hyphen: int) -> Iterator[Triple]:
    """(Chad, own, firm) for "Chad's state-owned oil firm"."""
    participle = hyphen + 1
    noun = tree.heads[participle]
    if tree.lower[hyphen - 1] not in _OF_STATE or tree.tags[participle] not in ("VBN", "VBD", "JJ", "NN"):
        return
    if noun <= participle or tree.tags[noun] not in NOUN_TAGS or not tree.lower[participle].endswith(("ed", "run")):
        return
    whole = tuple(t for t in noun_phrase(tree, noun) if t > participle)
    lemma = tree.lemmatizer.lemma(tree.lower[participle], "VBN")
    for owner in tree.kids(noun, ("poss", "amod", "nmod", "compound")):
        if owner < hyphen and is_owner(tree, owner):
            yield Triple("modifier", participle, owner, noun, phrase_of(tree, owner), (participle,), whole, lemma)
