"""Titles of works and doings in quotation marks: "Uncle Joe's Barn", "A Song For a Queen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import CLOSING_QUOTES, OPENING_QUOTES
from .spans import surface

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon

_OPEN = OPENING_QUOTES | {"‘‘"}
_CLOSE = CLOSING_QUOTES | {"’’"}
_PAUSES = frozenset((",", "."))  # may stand before the closing mark
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_LONGEST = 8  # words


class Quoted:
    """Finds the titles in the sentences of one article."""

    def __init__(self, lexicon: Lexicon, registry: Registry) -> None:
        self.lexicon, self.registry = lexicon, registry

    def titles(self, tree: Tree) -> Iterator[tuple[int, int]]:
        """First word and end of each."""
        words, n, i = tree.words, len(tree), 0
        while i < n:
            if words[i] in _OPEN:
                close = next((k for k in range(i + 3, min(n, i + _LONGEST + 3)) if words[k] in _CLOSE), 0)
                end = close - (close > 0 and words[close - 1] in _PAUSES)
                if end - i > 2 and self._is_title(tree, i + 1, end):
                    yield i + 1, end
                    i = close
            i += 1

    def _is_title(self, tree: Tree, a: int, b: int) -> bool:
        """Whether all but the small words bear capitals, and no known name or person's stands there."""
        words, low, small = tree.words, tree.lower, self.lexicon.not_names
        if not (words[a][0].isupper() and words[b - 1][0].isupper()):
            return False
        inner = [i for i in range(a, b) if words[i] not in _POSSESSIVE]
        if not all(words[i][0].isupper() or low[i] in small for i in inner):
            return False
        if any(not words[i][0].isalnum() for i in inner) or sum(words[i][0].isupper() for i in inner) < 2:
            return False
        if not any(low[i] in small or tree.lemmatizer.common(low[i]) for i in inner):
            return False
        text = surface(tree, a, b)
        if b - a < 3 and words[a] in self.lexicon.genders:  # a person
            return False
        known = self.registry.actor(text) or self.registry.place(text)
        return not known and not any(
            label in ("PERSON", "GPE") and first <= a and last >= b for first, last, label in tree.names
        )
