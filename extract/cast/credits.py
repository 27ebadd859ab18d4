"""Names in picture credits and date lines, which are not read as text, yet name who made or shows what, and where.

A name that the article has elsewhere is a mention of it; any other is a mention that makes no entity.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from .referents import Referent
from .spelling import cluster_key

if TYPE_CHECKING:
    from ...ontology.registry import Registry
    from ..syntax.tree import Tree

_CREDIT = re.compile(
    r"(?<!\S)(?:Image|Photo|Picture|Video|Audio|File)s?(?: credit| courtesy)?: *(\S[^\n]{1,80}?)(?=\.\s|\.?$)",
    re.M,
)
_NAME = re.compile(r"[A-Z#@][\w.'’-]*(?: (?:(?:of|the|de|da|van|von|al|bin) )*[A-Z0-9][\w.'’-]*)*")

_DASHES = ("—", "–", "-")
_LONGEST = 80  # characters of a date line


def dated(trees: list[Tree], by_key: dict[str, Referent], registry: Registry) -> list[tuple[int, int, Referent]]:
    """(start, end, referent) of the places in the date lines before sentences, offsets as those of `credited`.

    "TAIPEI, Taiwan — Crowds came": only what the article names elsewhere or the gazetteer knows for a country.
    """
    out: list[tuple[int, int, Referent]] = []
    for tree in trees:
        text, start = tree.text, tree.start
        if not text[max(0, start - 2) : start].rstrip().endswith(_DASHES):
            continue
        first = text.rfind("\n", max(0, start - _LONGEST), start) + 1
        if not first and start > _LONGEST:
            continue
        for name in _NAME.finditer(text, first, start):
            label = name.group().title() if name.group().isupper() else name.group()
            country = registry.country(label)
            known = by_key.get(cluster_key(country or label))
            if known is None and country:
                known = Referent(country, "Country", country=country, inner=True, sure=True)
            if known is not None and known.kind in ("Place", "Country"):
                out.append((name.start(), name.end(), known))
    return out


def credited(trees: list[Tree], by_key: dict[str, Referent], registry: Registry) -> list[tuple[int, int, Referent]]:
    """(start, end, referent) of names in the credits that no sentence covers, offsets in the article's text."""
    out: list[tuple[int, int, Referent]] = []
    if not trees:
        return out
    text, starts = trees[0].text, [tree.start for tree in trees]
    found: dict[str, Referent] = {}
    for line in _CREDIT.finditer(text):
        before = bisect_left(starts, line.end())
        if before and trees[before - 1].end > line.start():
            continue
        for name in _NAME.finditer(text, line.start(1), line.end()):
            end = name.end() - name.group().endswith(".")
            label = text[name.start() : end]
            known = by_key.get(cluster_key(label)) or found.get(label)
            if known is None:
                country = registry.country(label)
                known = found[label] = Referent(country or label, "Country" if country else "", inner=True)
            out.append((name.start(), end, known))
    return out
