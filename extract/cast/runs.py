"""Runs of capitalised words, with the small words, hyphens and numbers that join them: where a name may stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..words.days import MONTHS
from .joints import Joints
from .spans import OPENERS, surface

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .spans import Evidence, Labels

_ARTICLES = frozenset(("al", "el", "ash", "as", "an", "ar", "at", "ad", "az", "ul", "ur"))
_LONGEST = 6  # words of a known name looked up at the start of a sentence
_HOURS = frozenset(("p.m.", "a.m.", "pm", "am", "p.m", "a.m"))
_NUMBERED = frozenset(("flight", "resolution", "article", "section", "route", "area", "directive", "unit"))
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_COUNT = re.compile(r"\d+[A-Z]?$")
_QUIET = frozenset(("—", ".", ",", ")", "'s", "’s", '"', "”", "?", "!", ":", ";"))


class Runs:
    """Finds the runs of one sentence after another of an article."""

    def __init__(self, lexicon: Lexicon, registry: Registry, seen: Evidence) -> None:
        self.lexicon, self.registry, self.seen = lexicon, registry, seen
        self.joints = Joints(lexicon, registry)

    def of(self, tree: Tree, labels: Labels) -> Iterator[tuple[int, int]]:
        """First word and end of each run."""
        words, low, n = tree.words, tree.lower, len(tree.words)
        i = 0
        dated = self._dated(tree)
        while i < n:
            start = i
            if (
                words[i][0].islower()
                and len(words[i]) < 7
                and words[i] != low[i]
                and self.registry.actor(words[i].upper())
            ):
                yield i, i + 1  # "htS" for HTS
                i += 1
                continue
            if words[i] in "#@" and i + 1 < n and tree.ends[i] == tree.starts[i + 1] and words[i + 1][0].isalpha():
                yield i, i + 2
                i += 2
                continue
            if not words[i][0].isupper():
                j = self._article_name(tree, i) or self._lower_first(tree, i)
                if not j:
                    i += 1
                    continue
            elif not self._is_name(tree, i, labels) or (
                (i == dated or self._opens(tree, i)) and not self._believed(tree, i, labels)
            ):
                i += 1
                continue
            else:
                j = i + 1
            while j < n:
                if words[j][0].isupper() and self._is_name(tree, j, labels):
                    j += 1
                elif k := self.joints.join(tree, start, j, labels):
                    j = k
                else:
                    break
            end = self._number(tree, j)
            numbered = start > 0 and _ORDINAL.match(words[start - 1]) and low[end - 1] in self.lexicon.heads
            yield (start - 1 if numbered else start), end
            i = j

    def _is_name(self, tree: Tree, i: int, labels: Labels) -> bool:
        """Whether a capitalised word can be part of a name."""
        low = tree.lower[i]
        if tree.words[i].isupper() and len(low) > 2 and low in self.lexicon.not_names:
            return self.registry.actor(tree.words[i]) is not None  # "WHO"
        if low in MONTHS and tree.tags[i] == "NNP" and tree.deps[i] == "compound" and tree.heads[i] == i + 1:
            return self._capital(tree, i + 1)  # "March Madness"
        if low in self.lexicon.not_names:
            # "May" in "Theresa May"; "In" and "The" never
            return (
                i in labels
                and labels[i][2] == "PERSON"
                and tree.tags[i] == "NNP"
                and i > 0
                and tree.words[i - 1][0].isupper()
            ) or (
                len(low) == 2
                and tree.words[i].isupper()
                and tree.tags[i] == "NNP"
                and (low == "us" or self._capital(tree, i + 1))
            )
        if i and tree.lower[i - 1] in _HOURS and tree.words[i].isupper():
            return False  # "2 p.m. ET"
        if low in self.lexicon.captions and i + 1 < len(tree) and tree.words[i + 1] in ":(":
            return False
        tag = tree.tags[i]
        if "$" in low or (low[:3] == "rs." and low[3:4].isdigit()):
            return False  # sums of money
        return (
            tag[0] in "NJ"
            or i in labels
            or tag in ("VBN", "VBG", "CD", "FW", "UH")
            or low in self.seen.middle
            or (len(low) > 1 and tree.words[i].isupper())
        )

    def _capital(self, tree: Tree, i: int) -> bool:
        return i < len(tree) and tree.words[i][0].isupper() and tree.tags[i][:3] == "NNP"

    def _dated(self, tree: Tree) -> int:
        """Where the sentence proper begins after a date line."""
        for first, end, label in tree.names:
            if first == 0 and label in ("DATE", "TIME"):
                return end
        return 0

    def _opens(self, tree: Tree, i: int) -> bool:
        return i == 0 or (tree.words[i - 1] in OPENERS and tree.tags[i - 1] != "POS")

    def _believed(self, tree: Tree, i: int, labels: Labels) -> bool:
        """Whether the first word of a sentence, capitalised anyway, belongs to a name."""
        low, proper = tree.lower[i], tree.tags[i][:3] == "NNP"
        if low in self.seen.middle:
            return proper or low not in self.seen.lower
        capital = i + 1 < len(tree) and tree.words[i + 1][0].isupper()
        if capital and low in self.lexicon.titles:
            return True
        if capital and low in self.lexicon.title_modifiers and tree.lower[i + 1] in self.lexicon.titles:
            return True
        if any(
            self.registry.actor(surface(tree, i, end)) or self.registry.place(surface(tree, i, end))
            for end in range(i + 2, min(len(tree), i + _LONGEST) + 1)
            if tree.words[end - 1][0].isupper()
        ):
            return True
        if tree.words[i].isupper() and len(low) > 1:
            return True
        if low in self.lexicon.starters or self._joins_by_chance(tree, i):
            return False
        if (
            self.registry.country(tree.words[i])
            or self.registry.actor(tree.words[i])
            or self.registry.demonym(tree.words[i])
        ):
            return True
        if low in self.seen.lower:
            return False
        more = i + 1 < len(tree) and tree.words[i + 1][0].isupper() and tree.tags[i + 1][:3] == "NNP"
        return (
            proper
            or (more and (i in labels or tree.tags[i][0] in "NJ"))
            or (i in labels and labels[i][2] in ("PERSON", "GPE", "ORG"))
        )

    def _joins_by_chance(self, tree: Tree, i: int) -> bool:
        """Whether a sentence's first word only happens to stand before a name: "Leaving Acme", "Podcaster Jane Doe"."""
        low, words = tree.lower[i], tree.words
        if i + 1 >= len(tree) or words[i] in self.lexicon.genders or not words[i].istitle():
            return False
        known = words[i + 1][0].isupper() and tree.lower[i + 1] in self.seen.middle
        if known and tree.tags[i] in ("VBD", "VBN") and tree.lemmatizer.lemma(low, "VBD") in self.lexicon.says:
            return True  # "Remarked Jane Doe"
        if known and low.endswith("ing") and tree.lemmatizer.lemma(low, "VBG") != low:
            return True
        if words[i + 1] not in self.lexicon.genders:
            return known and self.lexicon.nouns.get(low) == "person"
        return self.lexicon.nouns.get(low) == "person" or low.endswith(("er", "or", "ist"))

    def _article_name(self, tree: Tree, i: int) -> int:
        """End of a name begun by an Arabic article: "al-Shabaab"."""
        if (
            tree.lower[i] in _ARTICLES
            and i + 2 < len(tree)
            and tree.words[i + 1] in "-‑–"
            and tree.words[i + 2][0].isupper()
        ):
            return i + 3
        return 0

    def _lower_first(self, tree: Tree, i: int) -> int:
        """End of the first word of a name that begins with a small letter: "eWaste Partners"."""
        word = tree.words[i]
        inside = len(word) > 3 and word.isalpha() and any(c.isupper() for c in word[1:])
        return i + 1 if inside and self._capital(tree, i + 1) and tree.heads[i] == i + 1 else 0

    def _number(self, tree: Tree, j: int) -> int:
        """Takes in a version number: "Explorer 6", "Apollo 11"; no year, score or age."""
        words, low, n = tree.words, tree.lower, len(tree)
        longest = 4 if tree.lower[j - 1] in _NUMBERED else 2
        if j < n and low[j - 1] == "number" and _COUNT.match(words[j]):
            return j + 1
        if j >= n or not words[j].isdigit() or len(words[j]) > longest or tree.lower[j - 1] in self.lexicon.not_names:
            return j
        attached = 0 < j - tree.heads[j] < 4 or tree.heads[j - 1] == j
        if words[j - 1][0].islower() or not attached:
            return j
        after = words[j + 1] if j + 1 < n else "."
        quiet = after in _QUIET or (after[0].islower() and not tree.tags[j + 1].startswith(("NN", "CD")))
        return j + 1 if quiet and after not in ("–", "-") else j
