"""Takes over what a coreference component of the user's pipeline has found, where a chain holds a name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .roles import left_edge
from .spans import head_of

if TYPE_CHECKING:
    from ..syntax.tree import Tree
    from .memory import Memory
    from .referents import Referent

#: A mention: sentence, first word, end, head.
_Place = tuple[int, int, int, int]


def follow(memory: Memory) -> None:
    """Lets the descriptions and pronouns of a chain speak of what most of its names name; names keep their own."""
    chains: dict[tuple[int, int], list[_Place]] = {}
    for s, tree in enumerate(memory.trees):
        for first, end, chain in tree.linked:
            chains.setdefault(chain, []).append((s, first, end, head_of(tree, first, end)))
    for places in chains.values():
        names: Counter[int] = Counter()
        known: dict[int, Referent] = {}
        for s, _, _, head in places:
            if head in memory.heads[s]:
                r = memory.slots[s][head]
                known[id(r)] = r
                names[id(r)] += 1
        if names:
            _spread(memory, places, known[names.most_common(1)[0][0]])


def _spread(memory: Memory, places: list[_Place], r: Referent) -> None:
    for s, first, end, head in places:
        if head in memory.slots[s]:
            continue
        tree = memory.trees[s]
        pronoun = _pronoun(tree, head)
        if not pronoun and end - first == 1:
            first = left_edge(tree, head)
        memory.slots[s][head] = r
        memory.bound.add((s, head))
        memory.mark(s, first, end, head, "pronoun" if pronoun else "nominal", r)


def _pronoun(tree: Tree, head: int) -> bool:
    return tree.tags[head][:3] in ("PRP", "WP", "WP$", "WDT")
