"""Participles before their noun: "the advancing rebel forces in Hama" says that the forces advance in Hama."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOUN_TAGS, conjuncts, noun_phrase
from .prepositional import is_time
from .triple import Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree

#: Prepositions after the noun that may belong to the participle's act: where it goes on, or at whom it aims.
_OF_THE_ACT = frozenset({"in", "on", "into", "toward", "towards", "against", "through", "across"})


def participle_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(noun, participle prep, place or target) for a present participle before a noun with a complement after it."""
    for v, tag in enumerate(tree.tags):
        if tag != "VBG" or tree.deps[v] not in ("amod", "compound") or tree.heads[v] <= v:
            continue
        if v and tree.tags[v - 1] == "HYPH":
            continue  # "a bomb-making guide"
        noun = tree.heads[v]
        if tree.tags[noun] not in NOUN_TAGS:
            continue
        subject = tuple(t for t in noun_phrase(tree, noun) if v < t <= noun)
        for prep in tree.kids(noun, ("prep",)):
            if tree.lower[prep] not in _OF_THE_ACT:
                continue
            for p in tree.kids(prep, ("pobj",)):
                for o in conjuncts(tree, p) if not is_time(tree, p) else ():
                    yield Triple(
                        "participle", v, noun, o, subject, (v, prep), tuple(noun_phrase(tree, o)),
                        f"{tree.lemma(v)} {tree.lower[prep]}",
                    )  # fmt: skip
