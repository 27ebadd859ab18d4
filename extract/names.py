"""Where names stand: runs of capitalised words, joined, cut and trimmed by what is known of names.

The model's spans serve as hints only; it misses acronyms and runs titles, captions and neighbours together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..ontology.places import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..ontology.registry import Registry
    from .lexicon import Lexicon
    from .tree import Tree

NAME_LABELS = frozenset(
    "PERSON ORG GPE LOC FAC NORP EVENT PRODUCT WORK_OF_ART LAW LANGUAGE Person Organization ArmedGroup Country "
    "Government Place Alliance Event Group".split()
)
_JOINING = frozenset(("ORG", "FAC", "EVENT", "WORK_OF_ART", "LAW", "GPE", "LOC"))
_OPENERS = frozenset(("]", '"', "“", "'", "‘", ":", "—", "–", "...", "…", "*", "•", "(", "[", "|", ">", ";", "``", "/"))
_PEOPLES = frozenset(
    ("people", "women", "men", "children", "world", "workers", "girls", "boys", "king", "queen", "saint", "veterans")
)


@dataclass(slots=True)
class Span:
    """One name where it stands: words `first` up to `end` of sentence `sentence`; `titles` are the title words before."""

    sentence: int
    first: int
    end: int
    text: str
    label: str = ""  # the model's
    titles: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Evidence:
    """How words are written over the whole article."""

    lower: set[str] = field(default_factory=set)  # seen without a capital
    middle: set[str] = field(default_factory=set)  # seen with one inside a sentence, as a proper noun


def evidence(trees: list[Tree], shouted: list[bool]) -> Evidence:
    """Gathers how the article writes its words; sentences in title case tell nothing."""
    out = Evidence()
    for tree, loud in zip(trees, shouted, strict=True):
        if loud:
            continue
        out.lower.update(w for w in tree.words if w.islower())
        words, tags = tree.words, tree.tags
        out.middle.update(
            tree.lower[i]
            for i in range(1, len(words))
            if tags[i][:3] == "NNP" and words[i - 1] not in _OPENERS and words[i][:1].isupper()
        )
    return out


def title_case(tree: Tree) -> bool:
    """Whether capitals mean nothing here: a headline, or a line in capitals."""
    long = [w for w in tree.words if len(w) > 3 and w.isalpha()]
    if len(long) < 3:
        return False
    capital = sum(w[0].isupper() for w in long)
    return capital >= 0.75 * len(long) and (tree.headline or (len(long) >= 5 and tree.words[-1] not in '.!?"”)'))


class Finder:
    """Finds the names of one sentence after another of an article."""

    def __init__(self, lexicon: Lexicon, registry: Registry, seen: Evidence) -> None:
        self.lexicon, self.registry, self.seen = lexicon, registry, seen

    def spans(self, tree: Tree, sentence: int) -> list[Span]:
        """The names of an ordinary sentence, in order."""
        words = tree.words
        if not any(w[0].isupper() or w == "#" for w in words):
            return []
        labels: dict[int, tuple[int, int, str]] = {}
        for span in tree.names:
            if span[2] in NAME_LABELS:
                for i in range(span[0], span[1]):
                    labels[i] = span
        out: list[Span] = []
        for first, end in self._runs(tree, labels):
            for a, b, titles in self._cut(tree, first, end, labels):
                if b > a:
                    hint = labels.get(b - 1) or labels.get(a)
                    out.append(Span(sentence, a, b, surface(tree, a, b), hint[2] if hint else "", titles))
        return out

    def in_title_case(self, trees: list[tuple[int, Tree]], known: list[Span]) -> list[Span]:
        """The names of headlines: what the rest of the article or the registry knows, and the model's persons and places."""
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
                if (
                    end == i
                    and span is not None
                    and span[0] == i
                    and tree.tags[i][:3] == "NNP"
                    and (span[1] - i > 1 or span[2] != "PERSON")
                ):
                    end = span[1] - (tree.words[span[1] - 1] in ("'s", "’s"))
                if end > i:
                    out.append(Span(sentence, i, end, surface(tree, i, end), span[2] if span else ""))
                i = max(end, i + 1)
        return out

    def _known_from(self, tree: Tree, i: int, names: set[tuple[str, ...]]) -> int:
        """End of the longest known name that begins at word `i`, or `i`."""
        if not tree.words[i][0].isupper() or tree.lower[i] in self.lexicon.not_names and tree.words[i] != "US":
            return i
        for j in range(min(len(tree), i + 6), i, -1):
            text = surface(tree, i, j)
            if tuple(text.lower().split()) in names:
                return j
            if j - i > 1 or tree.tags[i][:2] != "JJ":
                if (
                    self.registry.actor(text)
                    or self.registry.country(text)
                    or (j - i == 1 and name_key(text) in self.registry.places.regions)
                ):
                    return j
        return i

    # -- runs --------------------------------------------------------------------------------------------------------

    def _runs(self, tree: Tree, labels: dict[int, tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
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
                j = self._article_name(tree, i)
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
                elif k := self._bridge(tree, start, j, labels):
                    j = k
                else:
                    break
            yield start, self._number(tree, j)
            i = j

    def _is_name(self, tree: Tree, i: int, labels: dict[int, tuple[int, int, str]]) -> bool:
        """Whether a capitalised word can be part of a name."""
        low = tree.lower[i]
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
        if low in self.lexicon.captions and i + 1 < len(tree) and tree.words[i + 1] in ":(":
            return False
        tag = tree.tags[i]
        if "$" in low:
            return False
        return (
            tag[0] in "NJ"
            or i in labels
            or tag in ("VBN", "VBG", "CD", "FW", "UH")
            or low in self.seen.middle
            or len(low) > 1
            and tree.words[i].isupper()
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
        return i == 0 or tree.words[i - 1] in _OPENERS

    def _believed(self, tree: Tree, i: int, labels: dict[int, tuple[int, int, str]]) -> bool:
        """Whether the first word of a sentence, capitalised anyway, belongs to a name."""
        low, proper = tree.lower[i], tree.tags[i][:3] == "NNP"
        if low in self.seen.middle:
            return proper or low not in self.seen.lower
        if low in self.lexicon.titles and i + 1 < len(tree) and tree.words[i + 1][0].isupper():
            return True
        if tree.words[i].isupper() and len(low) > 1:
            return True
        if low in self.lexicon.starters:
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

    def _article_name(self, tree: Tree, i: int) -> int:
        """End of a name begun by an Arabic article: "al-Shabaab"."""
        if (
            tree.lower[i] in ("al", "el", "ash", "as", "an", "ar", "at", "ad", "az", "ul", "ur")
            and i + 2 < len(tree)
            and tree.words[i + 1] in "-‑–"
            and tree.words[i + 2][0].isupper()
        ):
            return i + 3
        return 0

    def _bridge(self, tree: Tree, start: int, j: int, labels: dict[int, tuple[int, int, str]]) -> int:
        """Where the run goes on after a small word, a hyphen or a number at `j`: end of what is joined, or 0."""
        words, low, n = tree.words, tree.lower, len(tree)
        w = low[j]
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
            joined = (
                words[k][0].isupper()
                and self._covered(labels, j - 1, k)
                and labels[j - 1][2] == "ORG"
                and self._headed(tree, labels, k)
            )
            return k + 1 if joined else 0
        if w == "&":
            return k + 1 if words[k][0].isupper() else 0
        if w in ("'s", "’s", "'", "’"):
            return k + 1 if low[j - 1] in _PEOPLES and words[k][0].isupper() else 0
        if w in ("of", "for", "on", "against"):
            if low[k] == "the" and k + 1 < n:
                k += 1
            if not words[k][0].isupper() or low[k] in self.lexicon.not_names:
                return 0
            joined = low[j - 1] in (self.lexicon.of_heads if w == "of" else self.lexicon.for_heads)
            joined = joined or (
                w == "of" and low[k] in ("state", "staff") and low[j - 1] in ("secretary", "chief", "minister")
            )
            joined = joined or (
                w == "of" and not self._place(tree, j - 1) and any(low[m] == "for" for m in range(start, j))
            )
            return k + 1 if joined or self._covered(labels, j - 1, k) or self._registered(tree, start, k + 1) else 0
        if w == "at" and words[k][0].isupper() and low[start] == "university" and "of" in low[start:j]:
            return k + 1
        if w == "and":
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
            inside = words[j].isdigit() and len(words[j]) == 1 and tree.tags[k] == tree.tags[j - 1] == "NNP"
            return k + 1 if inside or self._covered(labels, j - 1, k) else 0
        return 0

    def _syllables(self, tree: Tree, start: int, j: int) -> int:
        """End of a name whose parts go on in lower case after hyphens: "Kim Jong-un", "Chan-o-cha"; not "Tehran-led"."""
        words, n, parts, end = tree.words, len(tree), 0, j
        while (
            end + 1 < n
            and words[end] == "-"
            and tree.ends[end] == tree.starts[end + 1]
            and words[end + 1].islower()
            and len(words[end + 1]) < 4
        ):
            parts, end = parts + 1, end + 2
        proper = tree.tags[end - 1][:2] == "NN" and words[end - 1] not in (
            "led",
            "era",
            "run",
            "old",
            "day",
            "war",
            "man",
        )
        return end if parts > 1 or (parts and proper and j - start > 1) else 0

    def _covered(self, labels: dict[int, tuple[int, int, str]], i: int, j: int) -> bool:
        span = labels.get(i)
        return span is not None and span[1] > j and span[2] in _JOINING

    def _headed(self, tree: Tree, labels: dict[int, tuple[int, int, str]], i: int) -> bool:
        last = labels[i][1] - 1
        return tree.lower[last] in self.lexicon.heads and tree.lower[last][-1:] != "s"

    def _registered(self, tree: Tree, first: int, end: int) -> bool:
        text = surface(tree, first, end)
        return self.registry.actor(text) is not None or self.registry.country(text) is not None

    def _place(self, tree: Tree, i: int) -> bool:
        return self.registry.place(tree.words[i]) is not None

    def _same_noun_phrase(self, tree: Tree, i: int, j: int) -> bool:
        return (
            tree.heads[j] == i
            and tree.deps[j] == "conj"
            and not any(tree.deps[c] in ("nsubj", "relcl", "appos") for c in tree.children[j])
        )

    def _number(self, tree: Tree, j: int) -> int:
        """Takes in a version number: "Explorer 6", "Apollo 11"; no year, score or age."""
        words, n = tree.words, len(tree)
        if j >= n or not words[j].isdigit() or len(words[j]) > 2 or tree.lower[j - 1] in self.lexicon.not_names:
            return j
        if tree.words[j - 1][0].islower() or not (
            tree.heads[j] < j and j - tree.heads[j] < 4 or tree.heads[j - 1] == j
        ):
            return j
        after = words[j + 1] if j + 1 < n else "."
        quiet = after in {".", ",", ")", "'s", "’s", '"', "”", "?", "!", ":", ";"} or (
            after[0].islower() and not tree.tags[j + 1].startswith(("NN", "CD"))
        )
        return j + 1 if quiet and after not in ("–", "-") else j

    # -- cutting -----------------------------------------------------------------------------------------------------

    def _cut(
        self, tree: Tree, i: int, j: int, labels: dict[int, tuple[int, int, str]]
    ) -> Iterator[tuple[int, int, tuple[int, int]]]:
        """The names in a run, each with the title words before it."""
        lex, low = self.lexicon, tree.lower
        none = (0, 0)
        if j - i == 1:
            described = low[i] in lex.nouns and low[i] in lex.heads and i > 0 and low[i - 1] in ("the", "this")
            described = described and not self._registered(tree, i, j) and low[i] not in self.registry.places.regions
            if low[i] not in lex.titles and not described and not self._adjective(tree, i):
                yield i, j, none
            return
        if self._registered(tree, i, j):
            yield i, j, none
            return
        if tree.tags[j - 1][:2] == "JJ" and self.registry.demonym(surface(tree, i, j)):
            return  # "North American"
        title = self._title(tree, i, j, labels)
        if title:
            a, b = title
            if a > i:
                yield from self._cut(tree, i, a, labels)
            if b < j:
                person = labels.get(b)
                end = j
                if (
                    person
                    and person[2] == "PERSON"
                    and b < person[1] < j
                    and low[person[1]] in lex.captions | lex.titles
                ):
                    end = person[1]
                yield b, end, (a, b)
            return
        if low[j - 1] in lex.captions and j < len(tree) and tree.words[j] == ":":
            j -= 1
        elif len(low[j - 1]) == 1 and j < len(tree) and tree.words[j] == "-" and tree.ends[j - 1] == tree.starts[j]:
            j -= 1  # "NASA T-shirt"
        for k in range(i + 1, j):
            if self._parts(tree, i, k, j, labels):
                yield from self._cut(tree, i, k, labels)
                yield from self._cut(tree, k, j, labels)
                return
        if j > i and not (j - i == 1 and (low[i] in lex.titles or self._adjective(tree, i))):
            yield i, j, none

    def _adjective(self, tree: Tree, i: int) -> bool:
        """A capitalised adjective alone ("Iranian", "Democratic") is no name."""
        if tree.tags[i][:2] == "JJ":
            known = (
                self.registry.country(tree.words[i])
                or self.registry.actor(tree.words[i])
                or name_key(tree.words[i]) in self.registry.places.regions
            )
            known = known or (
                i + 1 < len(tree)
                and self.lexicon.nouns.get(tree.lower[i + 1]) == "place"
                and tree.lower[i + 1] != "state"
            )
            return not known or tree.lower[i] in self.registry.places.demonyms
        if (
            tree.tags[i] in ("NNP", "NN")
            and self.registry.demonym(tree.words[i])
            and not self.registry.country(tree.words[i])
        ):
            return tree.deps[i] in ("amod", "compound", "nmod")
        return tree.tags[i][0] not in "NFCUV" and tree.lower[i] not in self.seen.middle and not tree.words[i].isupper()

    def _title(self, tree: Tree, i: int, j: int, labels: dict[int, tuple[int, int, str]]) -> tuple[int, int] | None:
        """The first title in a run, unless the run is headed by an organisation or place ("General Assembly")."""
        lex, low = self.lexicon, tree.lower
        for p in range(i, j):
            if low[p].rstrip(".") not in lex.titles:
                continue
            q = p + 1
            if q + 1 < j and low[q] == "of":
                q += 2
            while q < j and low[q].rstrip(".") in lex.titles:
                q += 1
            if q < j and low[q] == "-" and q + 1 < j:
                continue
            if q < j and low[q] in ("of", "for", "and", "on"):
                continue
            last = labels.get(j - 1)
            if q < j and low[j - 1] in lex.heads and not (last and last[2] == "PERSON"):
                continue
            if q == p + 1 == j and low[p] in lex.heads:
                continue
            if p > i and low[p - 1] in lex.particles:
                continue
            a = p
            while (
                a > i
                and (low[a - 1] in lex.title_modifiers or (low[a - 1] == "-" and a - 1 > i))
                and (q == j or a - 1 > i or a - 1 == i)
            ):
                a -= 1
            return a, q
        return None

    def _parts(self, tree: Tree, i: int, k: int, j: int, labels: dict[int, tuple[int, int, str]]) -> bool:
        """Whether one name ends and another begins at `k`."""
        lex, low, words = self.lexicon, tree.lower, tree.words
        if (
            low[k] in ("-", "of", "for", "on", "and", "the", "&")
            or low[k - 1] in ("-", "of", "for", "on", "and", "the", "&")
            or low[k - 1] in lex.particles
        ):
            return False
        left, right = labels.get(k - 1), labels.get(k)
        rest = surface(tree, k, j)
        if (
            k == i + 1
            and (self.registry.demonym(words[i]) or self.registry.country(words[i]))
            and self.registry.actor(rest)
        ):
            return True
        if right is not None and right[0] == k and right[2] == "PERSON" and left is not right:
            given = words[k] in lex.genders and j - k > 1
            if k == i + 1 and tree.tags[i][:2] == "JJ":
                return True
            known = self.registry.place(surface(tree, i, k)) is not None or self._registered(tree, i, k)
            return (
                (left is not None and left[2] != "PERSON" and (j - k > 1 or known))
                or low[k - 1] in lex.heads
                or (given and (known or right[1] >= j))
            )
        if i > 1 and low[i - 1] in ("of", "for") and low[i - 2] in lex.titles and words[k] in lex.genders:
            return True  # "Minister of Education Jane Doe"
        if right is not None and right[2] == "PERSON" and right[0] <= i and low[k - 1] in lex.heads and 1 < j - k < 4:
            return not any(low[m] in lex.heads for m in range(k, j))  # "Refugee Council Jane Doe" run together
        org = any(low[m] in lex.heads for m in range(i, k)) and not (left and left[2] == "PERSON")
        return (
            org
            and words[k] in lex.genders
            and j - k > 1
            and low[j - 1] not in lex.heads
            and words[k - 1] not in lex.genders
            and not self.registry.place(surface(tree, k - 1, k + 1))
        )


def surface(tree: Tree, first: int, end: int) -> str:
    """The words as they stand in the article, white space set right."""
    text = tree.text[tree.starts[first] : tree.ends[end - 1]]
    return " ".join(text.split()) if "\n" in text or "  " in text else text


def head_of(tree: Tree, first: int, end: int) -> int:
    """The noun of a stretch that hangs outside it; the last, where several do."""
    best = end - 1
    for i in range(end - 1, first - 1, -1):
        if (not first <= tree.heads[i] < end or tree.heads[i] == i) and tree.tags[i][0] == "N":
            return i
    return best
