"""What joins capitalised words into one name: small words, hyphens, commas and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.classwords import class_words
from ..words.days import WEEKDAYS
from .spans import surface

if TYPE_CHECKING:
    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .spans import Labels

_JOINING = frozenset(("ORG", "FAC", "EVENT", "WORK_OF_ART", "LAW", "GPE", "LOC"))
_BODIES = frozenset(("Organization", "Government", "ArmedGroup"))
_TITLED = frozenset(("against", "for", "of", "on", "to", "in", "with", "from", "over", "and", "the", "at", "by"))
_CAMPUS = 4  # words of "University of Ohio,"
_MODEL = 3  # digits of "Boeing 737 Max"
_SYLLABLE = 3  # letters
_ITEMS = 9  # words in which an enumeration comes to its "and"
_FOREIGN_AND = frozenset(("i", "und", "och", "og"))  # no English words where they are written small
_COUNTED = frozenset(("one", "two"))
_WHERE = frozenset(("in", "at", "near", "from", "to", "off", "around", "outside"))


class Joints:
    """Joins the words of one sentence after another of an article."""

    def __init__(self, lexicon: Lexicon, registry: Registry) -> None:
        self.lexicon, self.registry = lexicon, registry
        self.words = class_words()

    def join(self, tree: Tree, start: int, j: int, labels: Labels) -> int:
        """Where the run goes on after a small word, a hyphen or a number at `j`: end of what is joined, or 0."""
        words, low, n = tree.words, tree.lower, len(tree)
        w = low[j]
        if words[j][0].isupper() and w in _TITLED and words[j - 1][0].isupper() and j + 1 < n:
            k = j + 1 + (low[j + 1] == "the" and j + 2 < n)
            if words[k][0].isupper() and tree.tags[k][0] in "NJV" and low[k] not in self.lexicon.not_names:
                return k + 1  # "Veterans Against the War"
        if w[:2] in ("d'", "d’") and words[j][2:3].isupper():
            return j + 1  # "Côte d'Ivoire"
        if w in _COUNTED and words[j][0].isupper() and low[j - 1] == "war":
            return j + 1  # "World War Two"
        if j - start == 1 and start and low[start] in self.lexicon.named_days and w in WEEKDAYS:
            return j + 1  # "Super Tuesday"
        if j + 1 >= n:
            return 0
        if w in ("-", "‑", "–"):
            glued = tree.ends[j - 1] == tree.starts[j] and tree.starts[j + 1] == tree.ends[j]
            joined = glued or (w == "-" and self._covered(labels, j - 1, j + 1))
            if joined and (words[j + 1][0].isupper() or (glued and words[j + 1].isdigit())):
                return j + 2
            return self._syllables(tree, start, j) if glued else 0
        k = j + 1
        if w in self.lexicon.particles:
            if words[k] in "-‑–" and k + 1 < n and words[k + 1][0].isupper():
                return k + 2
            if low[k] in self.lexicon.particles and k + 1 < n and words[k][0].islower():
                k += 1
            return k + 1 if words[k][0].isupper() and low[k] not in self.lexicon.not_names else 0
        if w == ",":
            if low[k] in ("d.c.", "dc") and self.registry.place(surface(tree, start, k + 1)):
                return k + 1
            if low[start] == "university" and (end := self._campus(tree, start, k)):
                return end
            if low[k].rstrip(".") in self.lexicon.firm_forms and words[k][0].isupper():
                return k + 1  # "Orvale Asset Management, Inc."
            if self._itemised(tree, start, j) and self._list_ahead(tree, k):
                return k + 1  # "Union of Rail, Maritime and Transport Workers"
            joined = (
                words[k][0].isupper()
                and self._covered(labels, j - 1, k)
                and labels[j - 1][2] == "ORG"
                and low[j - 1] not in self.lexicon.heads
                and self._headed(tree, labels, k)
            )
            return k + 1 if joined else self._registered_ahead(tree, start, k)
        if w == "and" and low[k] in self.lexicon.for_heads and low[k + 1 : k + 2] in (["of"], ["for"]):
            return 0  # "Center for Birds and Center for Food": another begins
        if w == "and" and (self._one_body(tree, start, j) or self._fields(tree, start, j)):
            return k + 1
        if w == "&":
            return k + 1 if words[k][0].isupper() else 0
        if w in ("'s", "’s", "'", "’"):
            if not words[k][0].isupper():
                return 0
            members = (
                "of" not in low[start:j]
                and low[j - 1][-1] == "s"
                and self.lexicon.nouns.get(low[j - 1][:-1]) == "person"
            )
            if members and self.lexicon.heads.get(low[k]) in _BODIES:
                return k + 1  # "Catholic Bishops' Conference"
            owner = low[j - 1] in self.words.owners_in_names
            return k + 1 if owner or self._officers(tree, start, j) or self._bay(tree, start, j) else 0
        if words[j] in _FOREIGN_AND and words[k][0].isupper():
            return k + 1  # "Prawo i Sprawiedliwość"
        if w in ("of", "for", "on", "against"):
            if low[k] == "the" and k + 1 < n:
                k += 1
            if not words[k][0].isupper() or low[k] in self.lexicon.not_names:
                return 0
            if low[j - 1].rstrip(".") in self.lexicon.firm_forms:
                return 0  # a firm's name is at its end
            joined = low[j - 1] in (self.lexicon.of_heads if w == "of" else self.lexicon.for_heads)
            joined = joined or (
                w == "of" and low[k] in ("state", "staff") and low[j - 1] in ("secretary", "chief", "minister")
            )
            joined = joined or (
                w == "of" and not self._place(tree, j - 1) and any(low[m] == "for" for m in range(start, j))
            )
            if self._registered(tree, start, k + 1):
                return k + 1
            full = j - start == 2 and words[start] in self.lexicon.genders and words[start][-1] != "s"
            strange = j - start < 3 and not tree.lemmatizer.common(low[j - 1])  # no body's name ends so
            person = w == "of" and (full or strange) and low[j - 1] not in self.lexicon.heads
            return k + 1 if joined or (self._covered(labels, j - 1, k) and not person) else 0
        if w == "at" and words[k][0].isupper() and low[start] == "university" and "of" in low[start:j]:
            return k + 1
        if w == "and":
            if low[k] == "the" and k + 1 < n and self._registered(tree, start, k + 2):
                return k + 2  # "Islamic State of Iraq and the Levant"
            if not words[k][0].isupper() or low[k] in self.lexicon.not_names:
                return 0
            ministry = (
                any(low[m] in ("of", "for") for m in range(start, j))
                and not self._place(tree, j - 1)
                and not self._place(tree, k)
            )
            headed = self._covered(labels, j - 1, k) and self._headed(tree, labels, k)
            return (
                k + 1
                if headed
                or self._registered(tree, start, k + 1)
                or (ministry and self._same_noun_phrase(tree, j - 1, k))
                else 0
            )
        if tree.tags[j] == "CD" and words[k][0].isupper() and low[k] not in self.lexicon.not_names:
            short = len(words[j]) == 1 or (len(words[j]) == 2 and start > 0 and low[start - 1] == "the")
            model = len(words[j]) == _MODEL and tree.heads[j - 1] == k and tree.heads[j] in (j - 1, k)
            inside = words[j].isdigit() and (short or model) and tree.tags[k] == tree.tags[j - 1] == "NNP"
            return k + 1 if inside or self._covered(labels, j - 1, k) else 0
        return 0

    def _ordinary(self, tree: Tree, i: int) -> bool:
        """Whether a capitalised word is an ordinary one and names no place or party on its own."""
        word, low = tree.words[i], tree.lower[i]
        if not word[0].isupper() or word.isupper() or not tree.lemmatizer.common(low) or low in self.lexicon.titles:
            return False
        return self.registry.place(word) is None and self.registry.demonym(word) is None

    def _officers(self, tree: Tree, start: int, j: int) -> bool:
        """Whether a possessive in a body's name is an officer's: "Ohio Governor's Office"."""
        low, k = tree.lower, j + 1
        officer = low[j - 1] in self.lexicon.titles or (low[j - 1] == "general" and low[j - 2] == "attorney")
        return j - start > 1 and officer and self.lexicon.heads.get(low[k]) in _BODIES

    def _campus(self, tree: Tree, start: int, k: int) -> int:
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

    def _bay(self, tree: Tree, start: int, j: int) -> bool:
        """Whether a possessive belongs to the name of a shore or island: "from Hawke's Bay"."""
        low = tree.lower
        if j - start != 1 or start == 0 or low[j + 1] not in self.words.shores or low[start - 1] not in _WHERE:
            return False
        lone = j + 2 >= len(tree) or not tree.words[j + 2][0].isupper()
        return lone and self.registry.place(tree.words[start]) is None

    def _one_body(self, tree: Tree, start: int, j: int) -> bool:
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
        if known or self.registry.demonym(words[j + 1]) or any(low[i] in heads for i in range(j + 1, end - 1)):
            return False
        given = self.lexicon.genders
        couple = j - start == 1 and words[start] in given and words[j + 1] in given
        the = start > 0 and low[start - 1] == "the"
        return couple or the or self._ordinary(tree, j - 1)

    def _itemised(self, tree: Tree, start: int, j: int) -> bool:
        """Whether the name so far is a body "of" or "for" a field: "Institute of Allergy"."""
        low = tree.lower
        of = next((i for i in range(j - 1, start, -1) if low[i] in ("of", "for")), 0)
        return (
            of > start
            and low[of - 1] in self.lexicon.heads
            and all(self._ordinary(tree, i) or tree.words[i] in ",&" or low[i] == "and" for i in range(of + 1, j))
        )

    def _fields(self, tree: Tree, start: int, j: int) -> bool:
        """Whether "and" adds a field to those of a body: "Institute of Allergy and Infectious Diseases"."""
        if not self._itemised(tree, start, j):
            return False
        end = j + 1
        while end < len(tree) and self._ordinary(tree, end):
            end += 1
        return end > j + 1 and not (end > j + 2 and self.lexicon.heads.get(tree.lower[end - 1]) in _BODIES)

    def _list_ahead(self, tree: Tree, k: int) -> bool:
        """Whether an enumeration of fields goes on to its "and"."""
        i = k
        while i < len(tree) and i < k + _ITEMS and (self._ordinary(tree, i) or (i > k and tree.words[i] == ",")):
            i += 1
        return i > k and i + 1 < len(tree) and tree.lower[i] == "and" and self._ordinary(tree, i + 1)

    def _syllables(self, tree: Tree, start: int, j: int) -> int:
        """End of a name that goes on in lower case after hyphens: "Kim Jong-un", "Chan-o-cha"; not "Tehran-led"."""
        words, n, parts, end = tree.words, len(tree), 0, j
        first = tree.lower[j - 2] in self.lexicon.family_first if j > 1 else False  # "Park Min-soo"
        longest = _SYLLABLE + 2 * first
        while (
            end + 1 < n
            and words[end] == "-"
            and tree.ends[end] == tree.starts[end + 1]
            and words[end + 1].islower()
            and len(words[end + 1]) <= longest
        ):
            parts, end = parts + 1, end + 2
        proper = (first or tree.tags[end - 1][:2] == "NN") and words[end - 1] not in self.words.not_syllables
        return end if parts > 1 or (parts and proper and j - start > 1) else 0

    def _covered(self, labels: Labels, i: int, j: int) -> bool:
        span = labels.get(i)
        return span is not None and span[1] > j and span[2] in _JOINING

    def _headed(self, tree: Tree, labels: Labels, i: int) -> bool:
        last = labels[i][1] - 1
        return tree.lower[last] in self.lexicon.heads and tree.lower[last][-1:] != "s"

    def _registered(self, tree: Tree, first: int, end: int) -> bool:
        text = surface(tree, first, end)
        return self.registry.actor(text) is not None or self.registry.country(text) is not None

    def _registered_ahead(self, tree: Tree, start: int, k: int) -> int:
        """End of a known name that goes on after a comma: "United Nations Educational, Scientific and …"."""
        if k - start < 3 or not tree.words[k][0].isupper():
            return 0
        for end in range(min(len(tree), k + 6), k, -1):
            if tree.words[end - 1][0].isupper() and self.registry.actor(surface(tree, start, end)):
                return end
        return 0

    def _place(self, tree: Tree, i: int) -> bool:
        return self.registry.place(tree.words[i]) is not None

    def _same_noun_phrase(self, tree: Tree, i: int, j: int) -> bool:
        return (
            tree.heads[j] == i
            and tree.deps[j] == "conj"
            and not any(tree.deps[c] in ("nsubj", "relcl", "appos") for c in tree.children[j])
        )
