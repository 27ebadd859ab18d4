"""One text in several papers: read once, and said of each of them."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

from ..ontology.iri import digest
from ..ontology.model import Analysis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..ontology.model import Article

#: Analyses that are kept to be said again. A wire story is printed within hours; more would only fill memory.
_KEPT = 256


class Copies:
    """Remembers the latest analyses. Articles of the same text, blocks and date of publication have the same one."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, Analysis] = OrderedDict()

    def analyse(
        self, articles: list[Article], fresh: Callable[[Iterable[Article]], Iterator[Analysis]]
    ) -> Iterator[Analysis]:
        """One analysis an article, in order; `fresh` makes those of texts that are not known, each once."""
        keys = [digest(a.text, repr(a.blocks), a.published or "", length=32) for a in articles]
        new: dict[str, Article] = {}
        for key, article in zip(keys, articles, strict=True):
            if key not in self._known:
                new.setdefault(key, article)
        known = self._known | dict(zip(new, fresh(new.values()), strict=True))
        for key, article in zip(keys, articles, strict=True):
            yield readdressed(known[key], article)
            self._known[key] = known[key]
            self._known.move_to_end(key)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)


def readdressed(analysis: Analysis, article: Article) -> Analysis:
    """What an analysis found, as found in another article of the same text."""
    if analysis.article == article:
        return analysis
    return Analysis(
        article,
        tuple(replace(s, article=article.iri) for s in analysis.statements),
        tuple(replace(m, article=article.iri) for m in analysis.mentions),
        analysis.entities,
    )
