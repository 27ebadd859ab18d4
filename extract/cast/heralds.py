"""Words with a capital that only say what the person is whose name follows: "Grand Master Ada Kone", "PFC John Doe"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.classwords import class_words

if TYPE_CHECKING:
    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .spans import Labels

#: Small words and marks inside names.
GLUE = frozenset(("-", "of", "for", "on", "and", "the", "&"))


class Heralds:
    """Tells such words from parts of names."""

    def __init__(self, lexicon: Lexicon, registry: Registry) -> None:
        self.lexicon, self.registry = lexicon, registry
        self.words = class_words()

    def introduced(self, tree: Tree, i: int, j: int) -> bool:
        """Whether a run begins with what the person is whom the rest of it names."""
        word, after = tree.words[i], tree.words[i + 1]
        if j - i < 3 or word in self.lexicon.genders or self.registry.country(word):
            return False
        if self.lexicon.nouns.get(tree.lower[i]) in ("person", "organization"):
            return after in self.lexicon.genders and tree.lower[j - 1] not in self.lexicon.heads
        people = word[-1] == "s" and self.registry.demonym(word) is not None
        return people and not any(self.plain(tree, m) for m in range(i + 1, j))

    def announced(self, tree: Tree, i: int, j: int) -> int:
        """Where the name begins behind words that say what the person is: "Iranian Grand Master Ehsan Moradi"."""
        low, words = tree.lower, tree.words
        for k in range(j - 1, max(i + 1, j - 4), -1):
            role = self.lexicon.nouns.get(low[k - 1]) == "person" or low[k - 1] in self.words.ranks
            if not role:
                continue
            front = all(self.plain(tree, m) or self.registry.demonym(words[m]) for m in range(i, k))
            strange = not any(tree.lemmatizer.common(low[m]) or low[m] in GLUE for m in range(k, j))
            return k if front and strange else 0
        return 0

    def graded(self, tree: Tree, i: int, j: int, labels: Labels) -> bool:
        """Whether a run is a full name after a grade in capitals: "IM Dana Reyes", "PFC John Doe"."""
        word, last = tree.words[i], labels.get(j - 1)
        if not (j - i > 2 and 1 < len(word) < 4 and word.isalpha() and word.isupper()):
            return False
        person = last is not None and last[2] == "PERSON" and tree.lower[j - 1] not in self.lexicon.heads
        known = self.registry.country(word) or self.registry.actor(word) or self.registry.demonym(word)
        plain = j - i == 3 and all(w.istitle() for w in tree.words[i + 1 : j])
        return person and not known and (plain or tree.words[i + 1] in self.lexicon.genders)

    def plain(self, tree: Tree, i: int) -> bool:
        """Whether a word is an ordinary one and no given name."""
        return tree.words[i] not in self.lexicon.genders and tree.lemmatizer.common(tree.lower[i])
