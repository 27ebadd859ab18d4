"""Compound participles before a noun: "Tehran-backed militia", "Saudi-led coalition", "Britain-based group"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOUN_TAGS, noun_phrase
from .triple import Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree


#: The name before these says where the noun is, not who does something to it.
_PLACED = frozenset({"based", "headquartered"})


def modifier_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(noun, participle, name) as worded; the graph turns it: the name backs, leads … the noun."""
    for i in range(1, len(tree) - 2):
        if tree.words[i] not in ("-", "–") or tree.tags[i + 1] not in ("VBN", "VBD", "JJ", "NN"):
            continue
        participle, name = i + 1, i - 1
        if not tree.words[name][0].isupper() or not tree.lower[participle].endswith(
            ("ed", "led", "run", "made", "held", "built")
        ):
            continue
        noun = tree.heads[participle]
        if noun <= participle or tree.tags[noun] not in NOUN_TAGS:
            continue
        whole = [t for t in noun_phrase(tree, noun) if t > participle]
        placed = tree.lower[participle] in _PLACED
        lemma = "be based in" if placed else tree.lemmatizer.lemma(tree.lower[participle], "VBN")
        yield Triple(
            "modifier", participle, noun, name, tuple(whole), (participle,), (name,), lemma, turned=not placed
        )  # fmt: skip
