"""Who is who in a text written for a test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triplewire.extract.cast.cast import Cast, cast_of
from triplewire.extract.reading.boilerplate import segment
from triplewire.ontology.model import Article

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser
    from triplewire.extract.syntax.tree import Tree
    from triplewire.ontology.model import Entity, Mention


@dataclass
class Played:
    """A text with its cast."""

    text: str
    trees: list[Tree]
    cast: Cast

    def mention(self, phrase: str, nth: int = 1) -> Mention | None:
        """The shortest mention that covers the last word of the nth occurrence of a phrase."""
        start = -1
        for _ in range(nth):
            start = self.text.index(phrase, start + 1)
        return self.covering(start, start + len(phrase))

    def covering(self, start: int, end: int) -> Mention | None:
        """The shortest mention that covers the last word of a stretch of the text."""
        head = end - len(self.text[start:end].split()[-1])
        over = [m for m in self.cast.mentions if m.start <= head and m.end >= end]
        return min(over, key=lambda m: m.end - m.start, default=None)

    def who(self, phrase: str, nth: int = 1) -> str | None:
        """Label of what the nth occurrence of a phrase speaks of."""
        found = self.mention(phrase, nth)
        return found.entity if found else None

    def type(self, label: str) -> str:
        """Class of the entity with this label."""
        return next(e.type for e in self.cast.entities if e.label == label)

    def labels(self) -> set[str]:
        """Labels of all entities."""
        return {e.label for e in self.cast.entities}

    def at(self, phrase: str, *, acting: bool = False) -> Entity | None:
        """What `Cast.at` (or `acting`) says of the last word of a phrase."""
        start = self.text.index(phrase) + len(phrase) - len(phrase.split()[-1])
        for s, tree in enumerate(self.trees):
            for i, at in enumerate(tree.starts):
                if at == start:
                    return self.cast.acting(s, i) if acting else self.cast.at(s, i)
        raise ValueError(phrase)


def play(analyser: Analyser, text: str) -> Played:
    """Parses a text and settles who is who in it."""
    article = Article("test:article", text, segment(text))
    trees = next(found for _, found in analyser.parsed([article]))
    return Played(text, trees, cast_of(trees, article.iri, analyser.registry))
