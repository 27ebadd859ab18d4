"""Names that are joined are names of things of one kind: "Bonn and Arlenz", of which one is known to be a place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .spans import first_joined, head_of

if TYPE_CHECKING:
    from ..syntax.tree import Tree
    from .clusters import Cluster
    from .referents import Referent
    from .spans import Span
    from .weighing import Weigher

_KINDS = frozenset(("Person", "Organization", "Place", "Group"))


def alike(trees: list[Tree], spans: list[Span], owners: list[Cluster], weigher: Weigher) -> None:
    """Gives names of which nothing tells the class that of the names they are joined to, where these are of one."""
    rows: dict[tuple[int, int], list[Cluster]] = {}
    for span, owner in zip(spans, owners, strict=True):
        tree = trees[span.sentence]
        head = head_of(tree, span.first, span.end)
        rows.setdefault((span.sentence, first_joined(tree, head)), []).append(owner)
    votes: dict[int, Counter[str]] = {}
    open_: dict[int, tuple[Cluster, Referent]] = {}
    for row in rows.values():
        known = [c.referent.kind for c in dict.fromkeys(row) if c.referent is not None and c.referent.kind]
        for c in row if known else ():
            if c.referent is not None and not c.referent.kind:
                votes.setdefault(id(c.referent), Counter()).update(known)
                open_[id(c.referent)] = c, c.referent
    for key, counts in votes.items():
        cluster, referent = open_[key]
        kind = next(iter(counts))
        plain = weigher.plain(cluster.tokens) or not cluster.spans[0].text[-1].islower()
        if len(counts) == 1 and kind in _KINDS and counts[kind] > plain and not cluster.signs.the:
            referent.kind = kind
