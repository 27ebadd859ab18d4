"""Where something happened: the noun phrase of the place that governs a predicate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.lexicon import lexicon
from .circumstances import settings
from .operators import stance_lexicon

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..syntax.tree import Tree

#: Not "on Syria" or "over Aleppo": with these the place is what the act is directed at.
_AT = frozenset(
    (
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "across",
        "throughout",
        "around",
        "within",
        "off",
        "along",
        "above",
        "beside",
    )
)
_ARGUMENTS = frozenset(("dobj", "nsubjpass", "attr", "prep", "agent"))
#: What happens with, after or about something elsewhere does not happen there.
_APART = frozenset(("with", "over", "about", "against", "for", "despite", "following", "after", "before", "since"))
_LEFT_OUT = frozenset(("relcl", "acl", "appos", "conj", "cc", "preconj", "prep", "punct", "advcl", "npadvmod"))

_DIVISIONS = frozenset(
    ("capital", "city", "countryside", "county", "district", "island", "neighborhood", "neighbourhood", "port",
     "prefecture", "province", "region", "state", "suburb", "town", "village")
)  # fmt: skip
#: What a country, a city or a firm may have in another country.
_ABROAD = frozenset(
    ("base", "camp", "compound", "facility", "field", "headquarters", "mine", "plant", "reactor", "territory")
)


def where(tree: Tree, predicate: int, is_place: Callable[[int], bool]) -> list[int] | None:
    """The words of the place where what this word expresses happened, or None.

    `is_place` tells whether the noun phrase headed by a word names a place. The nearest clause counts: the
    predicate's own adjuncts, those that hang on its arguments, then those of the clauses it is part of.
    """
    for i, end in settings(tree, predicate):
        head = _own(tree, i, is_place, end)
        if head is not None:
            return [t for t in tree.subtree(head, without=_LEFT_OUT) if (tree.deps[t], tree.heads[t]) != ("case", head)]
    return None


def _own(tree: Tree, i: int, is_place: Callable[[int], bool], end: int) -> int | None:
    """The head of the place that a word's own adjuncts name, or else those that the parser hung on its objects.

    Of a clause beside this word's own only what stands before its subject (at `end`) is shared.
    """
    nouns = []
    for c in sorted(tree.children[i], key=lambda c: abs(c - i)):
        dep = tree.deps[c]
        if c >= end:
            continue
        if dep in ("prep", "advmod") and tree.lower[c] in _AT:
            found = _named(tree, c, is_place)
            if found is not None:
                return found
        if dep in _ARGUMENTS and tree.tags[i][0] == "V" and not _elsewhere(tree, i, c):
            nouns.append(tree.kid(c, "pobj") if dep in ("prep", "agent") else c)
    for noun in nouns:
        for c in tree.children[noun] if noun is not None else ():
            if tree.deps[c] == "prep" and tree.lower[c] in _AT and c > (noun or 0):
                found = _named(tree, c, is_place)
                if found is not None:
                    return found
    return None


def _elsewhere(tree: Tree, verb: int, argument: int) -> bool:
    """Whether an argument has a place of its own: "condemned the attack in Paris", "grew with the raid in Paris"."""
    if tree.lower[argument] in _APART:
        return True
    operator = stance_lexicon().operator(tree.lemma(verb), "object") if tree.deps[argument] == "dobj" else None
    return operator is not None and (operator.positive.polarity == 0 or operator.tense == "future")


def _named(tree: Tree, preposition: int, is_place: Callable[[int], bool]) -> int | None:
    """The place after a preposition: "in Idlib", "in the city of Idlib", "in a hotel in Idlib", "inside of Idlib"."""
    noun = tree.kid(preposition, "pobj")
    if noun is None:
        inner = tree.kid(preposition, "prep")
        return None if inner is None else _named(tree, inner, is_place)
    if is_place(noun):
        return noun
    for c in tree.children[noun]:
        if tree.deps[c] == "prep" and (tree.lower[c] == "of" or tree.lower[c] in _AT):
            return _named(tree, c, is_place)
    return _premises(tree, noun, is_place)


def _premises(tree: Tree, noun: int, is_place: Callable[[int], bool]) -> int | None:
    """The place that premises are part of: "around Idlib's central prison", "in a Syrian village".

    An adjective of a country tells where a division of it lies, and of other premises only whose they are: "a Turkish
    base" may be abroad.
    """
    kind = tree.lemma(noun) if tree.tags[noun] == "NNS" else tree.lower[noun]
    if lexicon().nouns.get(kind) != "place" or kind in _ABROAD:
        return None
    for c in tree.children[noun]:
        whose = tree.deps[c] == "poss" or (tree.deps[c] in ("compound", "nmod") and tree.tags[c][:3] == "NNP")
        if c < noun and (whose or (tree.deps[c] == "amod" and kind in _DIVISIONS)) and is_place(c):
            return c
    return None
