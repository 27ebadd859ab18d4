"""Where names stand: runs of capitalised words, joined, cut and trimmed by what is known of names.

The model's spans serve as hints only; it misses acronyms and runs titles, captions and neighbours together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...ontology.model import ENTITY_TYPES
from ...ontology.places import name_key
from .cuts import Cutter
from .quoted import Quoted
from .runs import Runs
from .spans import Labels, Span, surface

if TYPE_CHECKING:
    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .spans import Evidence

_MODEL_LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE")
_NAME_LABELS = frozenset((*_MODEL_LABELS, *ENTITY_TYPES))
_GLUED = re.compile(r"[a-z](?:Image|Photo|Picture|Video)$")  # a caption that begins without a space
_LONGEST = 6  # words of a name looked up in a headline


class Finder:
    """Finds the names of one sentence after another of an article."""

    def __init__(self, lexicon: Lexicon, registry: Registry, seen: Evidence) -> None:
        self.lexicon, self.registry = lexicon, registry
        self._runs, self._cutter = Runs(lexicon, registry, seen), Cutter(lexicon, registry, seen)
        self._quoted = Quoted(lexicon, registry)

    def spans(self, tree: Tree, sentence: int) -> list[Span]:
        """The names of an ordinary sentence, in order."""
        words = tree.words
        if not any(w[0].isupper() or w == "#" for w in words):
            return []
        labels: Labels = {}
        for span in tree.names:
            if span[2] in _NAME_LABELS:
                for i in range(span[0], span[1]):
                    labels[i] = span
        out = [Span(sentence, a, b, surface(tree, a, b), "Thing") for a, b in self._quoted.titles(tree)]
        inside = {i for span in out for i in range(span.first, span.end)}
        for first, end in self._runs.of(tree, labels):
            for a, b, titles in self._cutter.names(tree, first, end, labels):
                if b > a and inside.isdisjoint(range(a, b)) and self._written_out(tree, a, b):
                    hint = labels.get(b - 1) or labels.get(a)
                    out.append(Span(sentence, a, b, surface(tree, a, b), hint[2] if hint else "", titles))
        return out

    def _written_out(self, tree: Tree, a: int, b: int) -> bool:
        """Whether words are a name as it is printed: no lone letter, none that an editor's brackets cut through."""
        if b - a == 1 and (len(tree.words[a].rstrip(".")) < 2 and tree.words[a] not in ("X",)):
            return False
        if _GLUED.search(tree.words[b - 1]):
            return False
        return not any(c in w for w in tree.words[a:b] for c in "[]()")

    def in_title_case(self, trees: list[tuple[int, Tree]], known: list[Span]) -> list[Span]:
        """The names of headlines: what the article or the registry knows, and the model's persons and places."""
        names = {tuple(span.text.lower().split()) for span in known}
        names |= {tuple(span.text.lower().split()[-1:]) for span in known if span.label == "PERSON"}
        out: list[Span] = []
        for sentence, tree in trees:
            labels = {
                i: span for span in tree.names if span[2] in ("PERSON", "GPE", "LOC") for i in range(span[0], span[1])
            }
            i = 0
            while i < len(tree):
                end = self._known_from(tree, i, names)
                span = labels.get(i)
                hinted = span is not None and span[0] == i and tree.tags[i][:3] == "NNP"
                placed = span is not None and (span[1] - i > 1 or self.registry.place(tree.words[i]) is not None)
                if end == i and span is not None and hinted and placed:
                    end = span[1] - (tree.words[span[1] - 1] in ("'s", "’s"))
                if end > i:
                    out.append(Span(sentence, i, end, surface(tree, i, end), span[2] if span else ""))
                i = max(end, i + 1)
        return out

    def _known_from(self, tree: Tree, i: int, names: set[tuple[str, ...]]) -> int:
        """End of the longest known name that begins at word `i`, or `i`."""
        word = tree.words[i]
        if not word[0].isupper() or (tree.lower[i] in self.lexicon.not_names and word != "US"):
            return i
        for j in range(min(len(tree), i + _LONGEST), i, -1):
            text = surface(tree, i, j)
            if tuple(text.lower().split()) in names:
                return j
            if j - i == 1 and tree.tags[i][:2] == "JJ":
                continue
            region = j - i == 1 and name_key(text) in self.registry.places.regions
            if region or self.registry.actor(text) or self.registry.country(text):
                return j
        return i
