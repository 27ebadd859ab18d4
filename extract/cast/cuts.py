"""Cuts a run of capitalised words into names: titles off, neighbours apart, captions and adjectives away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...ontology.places import name_key
from ..words.classwords import class_words
from .heralds import GLUE, Heralds
from .spans import surface

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .spans import Evidence, Labels


class Cutter:
    """Cuts the runs of one article."""

    def __init__(self, lexicon: Lexicon, registry: Registry, seen: Evidence) -> None:
        self.lexicon, self.registry, self.seen = lexicon, registry, seen
        self.words = class_words()
        self._heralds = Heralds(lexicon, registry)
        self._plain = self._heralds.plain

    def names(self, tree: Tree, i: int, j: int, labels: Labels) -> Iterator[tuple[int, int, tuple[int, int]]]:
        """The names in a run, each with the title words before it."""
        lex, low = self.lexicon, tree.lower
        none = (0, 0)
        if j - i == 1:
            noun = lex.nouns.get(low[i])
            crowd = tree.words[i].istitle() and (i not in labels or labels[i][2] != "NORP")
            described = (
                noun == "person"
                or (crowd and lex.nouns.get(tree.lemmatizer.lemma(low[i], "NNS")) == "person")
                or (
                    (noun is not None or low[i] in lex.heads)
                    and low[i] in lex.heads
                    and i > 0
                    and low[i - 1] in ("the", "this", "its", "their", "our", "a", "an")
                )
            )
            described = described and not self._registered(tree, i, j) and low[i] not in self.registry.places.regions
            if (
                low[i] not in lex.titles
                and low[i] not in self.words.creeds
                and not described
                and not self._adjective(tree, i, labels[i][2] if i in labels else "")
            ):
                yield i, j, none
            return
        if self._registered(tree, i, j):
            yield i, j, none
            return
        if tree.tags[j - 1][:2] == "JJ" and self.registry.demonym(surface(tree, i, j)):
            return  # "North American"
        if self._described(tree, i, j, labels) or self._portfolio(tree, i, j) or self._creed(tree, i, j):
            return
        if low[i] in self.words.states_of and low[i + 1] == "of" and self.registry.place(surface(tree, i + 2, j)):
            yield i + 2, j, none  # "State of Virginia"
            return
        if low[i] in self.words.creeds and self._known_beyond(tree, i + 1, j):
            yield from self.names(tree, i + 1, j, labels)  # "Republican New Hampshire"
            return
        if lex.front_heads.get(low[i]) == "Thing" and lex.titles.isdisjoint(low[i + 1 : j]):
            yield i, j, none  # "USS John McCain"
            return
        title = self._title(tree, i, j, labels)
        if title:
            a, b = title
            if a > i and low[a - 1] not in self.words.creeds:  # "Roman Catholic Bishop Ada Kone"
                yield from self.names(tree, i, a, labels)
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
        if j - i > 2 and low[j - 1] in self.words.post_nominals:
            j -= 1
        if self._heralds.introduced(tree, i, j):
            yield from self.names(tree, i + 1, j, labels)  # "Broadcaster Dana Reyes", "Ethiopians Dejene Debela"
            return
        k = self._heralds.announced(tree, i, j)
        if k:
            yield k, j, (k - 1, k)
            return
        if self._heralds.graded(tree, i, j, labels):
            yield i + 1, j, (i, i + 1)
            return
        if j - i > 2 and low[i] in lex.titles - self.words.no_offices and low[i + 1] == "of":
            yield from self.names(tree, i + 2 + (low[i + 2] == "the"), j, labels)  # "Mayor of New York City"
            return
        if low[j - 1] in lex.captions and j < len(tree) and tree.words[j] == ":":
            j -= 1
        elif len(low[j - 1]) == 1 and j < len(tree) and tree.words[j] == "-" and tree.ends[j - 1] == tree.starts[j]:
            j -= 1  # "NASA T-shirt"
        for k in range(i + 1, j):
            if self._parts(tree, i, k, j, labels):
                yield from self.names(tree, i, k, labels)
                yield from self.names(tree, k, j, labels)
                return
        if j > i and not (
            j - i == 1 and (low[i] in lex.titles or self._adjective(tree, i, labels[i][2] if i in labels else ""))
        ):
            yield i, j, none

    def _adjective(self, tree: Tree, i: int, label: str) -> bool:
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
        word = tree.words[i]
        if tree.tags[i] in ("NNP", "NN") and self.registry.demonym(word) and not self.registry.country(word):
            return label != "LANGUAGE"
        return tree.tags[i][0] not in "NFCUV" and tree.lower[i] not in self.seen.middle and not tree.words[i].isupper()

    def _title(self, tree: Tree, i: int, j: int, labels: Labels) -> tuple[int, int] | None:
        """The first title in a run, unless the run is headed by an organisation or place ("General Assembly")."""
        lex, low, words = self.lexicon, tree.lower, tree.words
        for p in range(i, j):
            if low[p].rstrip(".") not in lex.titles or (p > i and low[p - 1] in ("of", "for")):
                continue
            q = p + 1
            if q + 1 < j and low[q] == "of":
                q = next((e for e in range(j, q + 1, -1) if self.registry.place(surface(tree, q + 1, e))), q + 2)
            while q < j and (
                low[q].rstrip(".") in lex.titles
                or (q + 1 < j and self._plain(tree, q) and low[q + 1] in lex.titles)
                or (j - q == 3 and low[q] in lex.title_modifiers and words[q + 1] in lex.genders)
            ):
                q += 1  # "Chief Technical Officer", "Chief Executive"
            if q < j and low[q] == "-" and q + 1 < j:
                continue
            if q < j and low[q] in ("of", "for", "and", "on"):
                continue
            last = labels.get(j - 1)
            person = last is not None and last[2] == "PERSON" and low[j - 1] not in lex.no_surnames
            if q < j and low[j - 1] in lex.heads and not person:
                continue
            if q == p + 1 == j and low[p] in lex.heads:
                continue
            if p > i and low[p - 1] in lex.particles:
                continue
            if j - q > 1 and not (last and last[2] == "PERSON") and all(self._plain(tree, m) for m in range(q, j)):
                continue  # "General Public License"
            a = p
            while (
                a > i
                and (low[a - 1] in lex.title_modifiers or (low[a - 1] == "-" and a - 1 > i))
                and (a < 2 or low[a - 2] not in ("of", "for"))
            ):
                a -= 1
            return a, q
        return None

    def _described(self, tree: Tree, i: int, j: int, labels: Labels) -> bool:
        """Whether capitals merely dress a description: "Coast Guard Commandant", "Native American"."""
        lex, low, words = self.lexicon, tree.lower, tree.words
        span = labels.get(j - 1)
        if (
            "of" in low[i:j]
            or words[i] in lex.genders
            or (span is not None and span[2] in ("PERSON", "WORK_OF_ART", "LANGUAGE"))
        ):
            return False
        if not all(self._plain(tree, m) or self.registry.demonym(words[m]) or low[m] in GLUE for m in range(i, j)):
            return False
        last = low[j - 1]
        if self.registry.demonym(words[j - 1]) and not self.registry.country(words[j - 1]) and last[-1] != "s":
            return True
        noun = tree.lemmatizer.lemma(last, "NNS")
        if noun != last:
            return noun in lex.titles or noun in lex.ministers or noun in self.words.ranks
        return last not in lex.heads and (lex.nouns.get(last) == "person" or last in self.words.ranks)

    def _creed(self, tree: Tree, i: int, j: int) -> bool:
        """Whether a run is adjectives of creed and country alone: "Greek Orthodox", "Polish Roman Catholic"."""
        low = tree.lower
        named = i > 0 and tree.words[i - 1] == "The"  # as periodicals are
        return (
            not named
            and low[j - 1] in self.words.creeds
            and all(
                low[m] in self.words.creeds
                or low[m] in self.words.creed_modifiers
                or self.registry.demonym(tree.words[m])
                for m in range(i, j)
            )
        )

    def _portfolio(self, tree: Tree, i: int, j: int) -> bool:
        """Whether a run is but what a minister is for: "the minister for East African Affairs"."""
        low = tree.lower
        return (
            low[j - 1] == "affairs" and i > 1 and low[i - 1] in ("for", "of") and low[i - 2] in self.lexicon.ministers
        )

    def _known_beyond(self, tree: Tree, k: int, j: int) -> bool:
        """Whether what follows a party's adjective is known by itself, or is whom it describes."""
        text = surface(tree, k, j)
        if self.registry.place(text) or self.registry.actor(text) or tree.lower[j - 1] in self.words.houses:
            return True
        noun = tree.lemmatizer.lemma(tree.lower[j - 1], "NNS")
        return self.lexicon.nouns.get(noun) == "person" or noun in self.words.ranks

    def _parts(self, tree: Tree, i: int, k: int, j: int, labels: Labels) -> bool:
        """Whether one name ends and another begins at `k`."""
        lex, low, words = self.lexicon, tree.lower, tree.words
        if low[k] in GLUE or low[k - 1] in GLUE or low[k - 1] in lex.particles:
            return False
        left, right = labels.get(k - 1), labels.get(k)
        rest = surface(tree, k, j)
        if (
            k == i + 1
            and (self.registry.demonym(words[i]) or self.registry.country(words[i]))
            and self.registry.actor(rest)
        ):
            return True
        if (
            words[k] in lex.genders
            and (k > i + 1 or words[i] not in lex.genders)
            and j - k == 2
            and low[j - 1] not in lex.heads
            and (
                self.registry.country(surface(tree, i, k))
                or name_key(surface(tree, i, k)) in self.registry.places.regions
            )
        ):
            return True  # "Hong Kong Carrie Lam"
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
        if k - i > 1 and j - k > 1 and not any(low[m] in lex.heads or low[m] in ("of", "for") for m in range(k, j)):
            actor = self.registry.actor(surface(tree, i, k))
            if actor is not None and actor.type in ("Organization", "Alliance"):
                return True
        if i > 1 and low[i - 1] in ("of", "for") and low[i - 2] in lex.titles and words[k] in lex.genders:
            return True  # "Minister of Education Jane Doe"
        if right is not None and right[2] == "PERSON" and right[0] <= i and low[k - 1] in lex.heads and 1 < j - k < 4:
            if k == i + 1 and low[i] in lex.family_first:
                return False  # "Park Min-soo"
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

    def _registered(self, tree: Tree, first: int, end: int) -> bool:
        text = surface(tree, first, end)
        return self.registry.actor(text) is not None or self.registry.country(text) is not None
