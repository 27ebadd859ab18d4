"""Two spellings of one name in one article: "Haji Dara" where the rest of it has "Hajji Dara"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .spelling import one_apart

if TYPE_CHECKING:
    from collections.abc import Callable

    from .clusters import Cluster

_SHORTEST = 5  # letters of a word that may be spelt in two ways


def respelt(clusters: dict[str, Cluster], common: Callable[[str], bool]) -> dict[str, Cluster]:
    """The more frequent spelling of each name that differs from it by a letter of its first word, by key.

    `common`: whether a lower-case word is an ordinary one of the language, which is no spelling of another.
    """
    alike: dict[str, list[Cluster]] = {}
    for cluster in clusters.values():
        if len(cluster.tokens) > 1 and len(cluster.tokens[0]) >= _SHORTEST:
            alike.setdefault(" ".join((cluster.tokens[0][0], *cluster.tokens[1:])), []).append(cluster)
    out: dict[str, Cluster] = {}
    for found in alike.values():
        main, *others = sorted(found, key=lambda c: (-len(c.spans), c.key))
        for other in others:
            a, b = main.tokens[0], other.tokens[0]
            if a.isalpha() and b.isalpha() and one_apart(a, b) and not (common(a) or common(b)):
                out[other.key] = main
    return out
