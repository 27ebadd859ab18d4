"""Two spellings of one name in one article: "Haji Dara" where the rest of it has "Hajji Dara"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .spelling import one_apart

if TYPE_CHECKING:
    from collections.abc import Callable

    from .clusters import Cluster

_SHORTEST = 5  # letters of a word that may be spelt in two ways
_LONG = 2  # words of a name beyond which it is no other's by chance


def respelt(clusters: dict[str, Cluster], common: Callable[[str], bool]) -> dict[str, Cluster]:
    """The more frequent spelling of each name that differs from it by a letter of its first or last word, by key.

    `common`: whether a lower-case word is an ordinary one of the language, which is no spelling of another.
    """
    alike: dict[tuple[int, str], list[Cluster]] = {}
    for cluster in clusters.values():
        for end in (0, -1) if len(cluster.tokens) > 1 else ():
            if len(cluster.tokens[end]) >= _SHORTEST:
                rest = cluster.tokens[1:] if end == 0 else cluster.tokens[:-1]
                alike.setdefault((end, " ".join((cluster.tokens[end][0], *rest))), []).append(cluster)
    out: dict[str, Cluster] = {}
    for (end, _), found in alike.items():
        main, *others = sorted(found, key=lambda c: (-len(c.spans), c.key))
        for other in others:
            a, b = main.tokens[end], other.tokens[end]
            strange = not (common(a) or common(b)) or (end == -1 and len(main.tokens) > _LONG)
            if a.isalpha() and b.isalpha() and one_apart(a, b) and strange:
                out.setdefault(other.key, main)
    return out
