"""What joins capitalised words into one name: small words, hyphens, commas and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.classwords import class_words
from ..words.days import WEEKDAYS
from .bodies import Bodies
from .spans import surface

if TYPE_CHECKING:
    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .spans import Labels

_JOINING = frozenset(("ORG", "FAC", "EVENT", "WORK_OF_ART", "LAW", "GPE", "LOC"))
_IN_TITLES = frozenset(("of", "on", "in", "the", "a", "and", "upon"))
_TITLED = frozenset(("against", "for", "of", "on", "to", "in", "with", "from", "over", "and", "the", "at", "by"))
_MODEL = 3  # digits of "Boeing 737 Max"
_SYLLABLE = 3  # letters
_FOREIGN_AND = frozenset(("i", "und", "och", "og"))  # no English words where they are written small
_HYPHENS = ("-", "‑", "–")
_POSSESSIVES = ("'s", "’s", "'", "’")
_PREPOSITIONS = ("of", "for", "on", "against")
_COUNTED = frozenset(("one", "two"))
_WHERE = frozenset(("in", "at", "near", "from", "to", "off", "around", "outside"))


class Joints:
    """Joins the words of one sentence after another of an article."""

    def __init__(self, lexicon: Lexicon, registry: Registry) -> None:
        self.lexicon, self.registry = lexicon, registry
        self.words = class_words()
        self.bodies = Bodies(lexicon, registry)

    def join(self, tree: Tree, start: int, j: int, labels: Labels) -> int:
        """Where the run goes on after a small word, a hyphen or a number at `j`: end of what is joined, or 0."""
        words, low, k = tree.words, tree.lower, j + 1
        w = low[j]
        if end := self._own(tree, start, j):
            return end
        if k >= len(tree):
            return 0
        if w in _HYPHENS:
            return self._hyphen(tree, start, j, labels)
        if w in _IN_TITLES and (end := self._title(tree, start, j)):
            return end
        if w in self.lexicon.particles:
            return self._particle(tree, j)
        if w == ",":
            return self._comma(tree, start, j, labels)
        if w == "&" or words[j] in _FOREIGN_AND:
            return k + 1 if words[k][0].isupper() else 0
        if w in _POSSESSIVES:
            return self._possessive(tree, start, j)
        if w in _PREPOSITIONS:
            return self._preposition(tree, start, j, labels)
        if w == "in":  # "Institute for Research in Mountain Farming"
            go_on = self.bodies.ordinary(tree, k) and low[k] not in self.lexicon.not_names
            return k + 1 if go_on and self.bodies.field(tree, start, j) else 0
        if w == "at":
            campus = words[k][0].isupper() and tree.lower[start] == "university" and "of" in tree.lower[start:j]
            return k + 1 if campus else 0
        if w == "and":
            return self._and(tree, start, j, labels)
        return self._number(tree, start, j, labels) if tree.tags[j] == "CD" else 0

    def _own(self, tree: Tree, start: int, j: int) -> int:
        """End of a name of which the word is a part as it is written, or stands before another part."""
        words, low = tree.words, tree.lower
        w = low[j]
        if words[j][0].isupper() and w in _TITLED and words[j - 1][0].isupper() and j + 1 < len(tree):
            k = j + 1 + (low[j + 1] == "the" and j + 2 < len(tree))
            if words[k][0].isupper() and tree.tags[k][0] in "NJV" and low[k] not in self.lexicon.not_names:
                return k + 1  # "Veterans Against the War"
        if w[:2] in ("d'", "d’") and words[j][2:3].isupper():
            return j + 1  # "Côte d'Ivoire"
        if w in _COUNTED and words[j][0].isupper() and low[j - 1] == "war":
            return j + 1  # "World War Two"
        named_day = j - start == 1 and start and low[start] in self.lexicon.named_days and w in WEEKDAYS
        return j + 1 if named_day else 0  # "Super Tuesday"

    def _hyphen(self, tree: Tree, start: int, j: int, labels: Labels) -> int:
        words = tree.words
        glued = tree.ends[j - 1] == tree.starts[j] and tree.starts[j + 1] == tree.ends[j]
        joined = glued or (words[j] == "-" and _covered(labels, j - 1, j + 1))
        if joined and (words[j + 1][0].isupper() or (glued and words[j + 1].isdigit())):
            return j + 2
        return self._syllables(tree, start, j) if glued else 0

    def _particle(self, tree: Tree, j: int) -> int:
        """End of a name that goes on after "al", "von": "von der Leyen", "al-Assad"."""
        words, low, k, n = tree.words, tree.lower, j + 1, len(tree)
        if words[k] in "-‑–" and k + 1 < n and words[k + 1][0].isupper():
            return k + 2
        if low[k] in self.lexicon.particles and k + 1 < n and words[k][0].islower():
            k += 1
        return k + 1 if words[k][0].isupper() and low[k] not in self.lexicon.not_names else 0

    def _comma(self, tree: Tree, start: int, j: int, labels: Labels) -> int:
        words, low, k = tree.words, tree.lower, j + 1
        if low[k] in ("d.c.", "dc") and self.registry.place(surface(tree, start, k + 1)):
            return k + 1
        if low[start] == "university" and (end := self.bodies.campus(tree, start, k)):
            return end
        if low[k].rstrip(".") in self.lexicon.firm_forms and words[k][0].isupper():
            return k + 1  # "Orvale Asset Management, Inc."
        if self.bodies.field(tree, start, j) and self.bodies.more_fields(tree, k):
            return k + 1  # "Union of Rail, Maritime and Transport Workers"
        joined = (
            words[k][0].isupper()
            and _covered(labels, j - 1, k)
            and labels[j - 1][2] == "ORG"
            and low[j - 1] not in self.lexicon.heads
            and self._headed(tree, labels, k)
        )
        return k + 1 if joined else self._registered_ahead(tree, start, k)

    def _possessive(self, tree: Tree, start: int, j: int) -> int:
        low, k = tree.lower, j + 1
        if not tree.words[k][0].isupper():
            return 0
        joined = (
            self.bodies.members(tree, start, j)
            or low[j - 1] in self.words.owners_in_names
            or (start > 0 and low[start - 1] in self.words.works)
            or self.bodies.officers(tree, start, j)
            or self._bay(tree, start, j)
        )
        return k + 1 if joined else 0

    def _preposition(self, tree: Tree, start: int, j: int, labels: Labels) -> int:
        words, low, lexicon, of = tree.words, tree.lower, self.lexicon, tree.lower[j] == "of"
        before, k = low[j - 1], j + 1
        if low[k] == "the" and k + 1 < len(tree):
            k += 1
        if not words[k][0].isupper() or low[k] in lexicon.not_names:
            return 0
        if before.rstrip(".") in lexicon.firm_forms:
            return 0  # a firm's name is at its end
        joined = before in (lexicon.of_heads if of else lexicon.for_heads) or self._registered(tree, start, k + 1)
        if of and not joined:
            office = low[k] in ("state", "staff") and before in ("secretary", "chief", "minister")
            joined = office or (not self._place(tree, j - 1) and any(low[m] == "for" for m in range(start, j)))
        full = j - start == 2 and words[start] in lexicon.genders and words[start][-1] != "s"
        strange = j - start < 3 and not tree.lemmatizer.common(before)  # no body's name ends so
        person = of and (full or strange) and before not in lexicon.heads
        return k + 1 if joined or (_covered(labels, j - 1, k) and not person) else 0

    def _and(self, tree: Tree, start: int, j: int, labels: Labels) -> int:
        words, low, k = tree.words, tree.lower, j + 1
        if low[k] in self.lexicon.for_heads and low[k + 1 : k + 2] in (["of"], ["for"]):
            return 0  # "Center for Birds and Center for Food": another begins
        if self.bodies.one_body(tree, start, j) or self.bodies.fields(tree, start, j):
            return k + 1
        if low[k] == "the" and k + 1 < len(tree) and self._registered(tree, start, k + 2):
            return k + 2  # "Islamic State of Iraq and the Levant"
        if not words[k][0].isupper() or low[k] in self.lexicon.not_names:
            return 0
        joined = (
            (_covered(labels, j - 1, k) and self._headed(tree, labels, k))
            or self._registered(tree, start, k + 1)
            or self._ministry(tree, start, j)
        )
        return k + 1 if joined else 0

    def _number(self, tree: Tree, start: int, j: int, labels: Labels) -> int:
        words, low, tags, k = tree.words, tree.lower, tree.tags, j + 1
        if not words[k][0].isupper() or low[k] in self.lexicon.not_names:
            return 0
        short = len(words[j]) == 1 or (len(words[j]) == 2 and start > 0 and low[start - 1] == "the")
        model = len(words[j]) == _MODEL and tree.heads[j - 1] == k and tree.heads[j] in (j - 1, k)
        inside = words[j].isdigit() and (short or model) and tags[k] == tags[j - 1] == "NNP"
        return k + 1 if inside or _covered(labels, j - 1, k) else 0

    def _title(self, tree: Tree, start: int, j: int) -> int:
        """End of the title of a work that goes on behind a small word or two: "the album Band on the Run"."""
        if start == 0 or tree.lower[start - 1] not in self.words.works:
            return 0
        k = j + 1 + (tree.lower[j + 1] in _IN_TITLES)
        if k >= len(tree) or tree.lower[k] in self.lexicon.not_names or tree.words[k] in self.lexicon.genders:
            return 0
        counted = tree.tags[k] == "CD" and tree.words[k][0].isupper()  # "Legend of the Ten Rings"
        return k + 1 if counted or self.bodies.ordinary(tree, k) else 0

    def _ministry(self, tree: Tree, start: int, j: int) -> bool:
        """Whether "and" adds to what a ministry is "of", where neither side is a place."""
        k = j + 1
        titled = any(tree.lower[m] in ("of", "for") for m in range(start, j))
        return (
            titled
            and not self._place(tree, j - 1)
            and not self._place(tree, k)
            and self._same_noun_phrase(tree, j - 1, k)
        )

    def _bay(self, tree: Tree, start: int, j: int) -> bool:
        """Whether a possessive belongs to the name of a shore or island: "from Hawke's Bay"."""
        low = tree.lower
        if j - start != 1 or start == 0 or low[j + 1] not in self.words.shores or low[start - 1] not in _WHERE:
            return False
        lone = j + 2 >= len(tree) or not tree.words[j + 2][0].isupper()
        return lone and self.registry.place(tree.words[start]) is None

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


def _covered(labels: Labels, i: int, j: int) -> bool:
    """Whether the model holds both words for parts of one name."""
    span = labels.get(i)
    return span is not None and span[1] > j and span[2] in _JOINING
