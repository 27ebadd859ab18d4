"""How the names of bodies go on: the fields of an institute, the members or the officer whose it is, a campus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .spans import surface

if TYPE_CHECKING:
    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon

_BODIES = frozenset(("Organization", "Government", "ArmedGroup"))
_CAMPUS = 4  # words of "University of Ohio,"
_ITEMS = 9  # words in which an enumeration comes to its "and"


class Bodies:
    """Tells of one sentence after another whether a small word at `j` stands inside the name of a body."""

    def __init__(self, lexicon: Lexicon, registry: Registry) -> None:
        self.lexicon, self.registry = lexicon, registry

    def members(self, tree: Tree, start: int, j: int) -> bool:
        """Whether a possessive in a body's name is its members': "Catholic Bishops' Conference"."""
        low = tree.lower
        plural = "of" not in low[start:j] and low[j - 1][-1] == "s"
        persons = plural and self.lexicon.nouns.get(low[j - 1][:-1]) == "person"
        return persons and self.lexicon.heads.get(low[j + 1]) in _BODIES

    def officers(self, tree: Tree, start: int, j: int) -> bool:
        """Whether a possessive in a body's name is an officer's: "Ohio Governor's Office"."""
        low, k = tree.lower, j + 1
        officer = low[j - 1] in self.lexicon.titles or (low[j - 1] == "general" and low[j - 2] == "attorney")
        return j - start > 1 and officer and self.lexicon.heads.get(low[k]) in _BODIES

    def campus(self, tree: Tree, start: int, k: int) -> int:
        """End of the city behind a state's university, where that is one of several: "University of Ohio, Athens"."""
        if k - start < _CAMPUS or tree.lower[start + 1] != "of":
            return 0
        state = self.registry.place(surface(tree, start + 2, k - 1))
        if state is None or state.population or state.type == "Country":
            return 0
        end = k
        while end < len(tree) and tree.words[end][0].isupper() and tree.tags[end] == "NNP":
            end += 1
        city = self.registry.place(surface(tree, k, end)) if end > k else None
        return end if city is not None and city.population and tree.lower[end : end + 1] != [","] else 0

    def one_body(self, tree: Tree, start: int, j: int) -> bool:
        """Whether "and" stands inside a name that a head noun ends: "the Oversight and Reform Committee"."""
        low, words, heads = tree.lower, tree.words, self.lexicon.heads
        end = j + 1
        while end < len(tree) and words[end][0].isupper() and low[end] not in self.lexicon.not_names:
            end += 1
        last = low[end - 1] if end > j + 2 else ""
        of = end < len(tree) and low[end] == "of" and last in self.lexicon.of_heads
        if heads.get(last) not in _BODIES and not of:
            return False
        left = range(start, j)
        if any(heads.get(low[i]) in _BODIES or low[i] in self.lexicon.titles or words[i].isupper() for i in left):
            return False
        text = surface(tree, start, j)
        known = self.registry.actor(text) or self.registry.place(text) or self.registry.capital(text)
        if (
            known
            or self.registry.demonym(words[j + 1])
            or any(heads.get(low[i]) in _BODIES for i in range(j + 1, end - 1))
        ):
            return False
        given = self.lexicon.genders
        couple = j - start == 1 and words[start] in given and words[j + 1] in given
        the = start > 0 and low[start - 1] == "the"
        return couple or the or self.ordinary(tree, j - 1)

    def field(self, tree: Tree, start: int, j: int) -> bool:
        """Whether the name so far is a body "of" or "for" a field: "Institute of Allergy"."""
        low = tree.lower
        of = next((i for i in range(j - 1, start, -1) if low[i] in ("of", "for")), 0)
        return (
            of > start
            and low[of - 1] in self.lexicon.heads
            and all(self.ordinary(tree, i) or tree.words[i] in ",&" or low[i] == "and" for i in range(of + 1, j))
        )

    def fields(self, tree: Tree, start: int, j: int) -> bool:
        """Whether "and" adds a field to those of a body: "Institute of Allergy and Infectious Diseases"."""
        if not self.field(tree, start, j):
            return False
        end = j + 1
        while end < len(tree) and self.ordinary(tree, end):
            end += 1
        last = tree.lower[end - 1]
        if last in self.lexicon.title_modifiers:
            return False  # "the Ministry of Health and Prime Minister …"
        return end > j + 1 and not (end > j + 2 and last != "services" and self.lexicon.heads.get(last) in _BODIES)

    def more_fields(self, tree: Tree, k: int) -> bool:
        """Whether an enumeration of fields goes on to its "and"."""
        i = k
        while i < len(tree) and i < k + _ITEMS and (self.ordinary(tree, i) or (i > k and tree.words[i] == ",")):
            i += 1
        return i > k and i + 1 < len(tree) and tree.lower[i] == "and" and self.ordinary(tree, i + 1)

    def ordinary(self, tree: Tree, i: int) -> bool:
        """Whether a capitalised word is an ordinary one and names no place or party on its own."""
        word, low = tree.words[i], tree.lower[i]
        if not word[0].isupper() or word.isupper() or not tree.lemmatizer.common(low) or low in self.lexicon.titles:
            return False
        return self.registry.place(word) is None and self.registry.demonym(word) is None
