"""Compound participles before a noun: "Tehran-backed militia", "Saudi-led coalition", "Britain-based group"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOUN_TAGS, noun_phrase, trim
from .triple import Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree


#: The name before these does nothing to the noun; it says where the noun is, or what it has to do with.
_STATES = {"based": "be based in", "headquartered": "be headquartered in", "related": "be related to"}


def modifier_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(name, participle, noun): who backs, leads … the noun; (noun, is based, name)."""
    for i in range(1, len(tree) - 2):
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
