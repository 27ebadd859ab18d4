"""What class of thing a name names, by evidence in this order: registry, article, gazetteer, model.

The registry's word is taken in `identity`; here the article is asked (titles, head nouns, appositions, what stands
before and after), then the gazetteer, then the majority of the model's votes.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ..words.classwords import class_words
from ..words.days import WEEKDAYS
from .forms import Forms
from .spelling import is_acronym
from .weighing import Weigher

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...ontology.places import Place
    from ...ontology.registry import Registry
    from ..words.lexicon import Lexicon
    from .clusters import Cluster

_DOMAIN = re.compile(r"\w\.[a-z]{2,4}$")
_LARGE = 100_000
_AIMS = frozenset(("for", "on", "against"))  # after these stands what a body is about
_CORPORATE = frozenset(("Organization", "Government", "ArmedGroup"))


class Witness:
    """Decides the class of the names of one article."""

    def __init__(self, lexicon: Lexicon, registry: Registry, common: Callable[[str], bool]) -> None:
        """`common`: whether a lower-case word is an ordinary one of the language."""
        self.lexicon, self.registry, self.weigher = lexicon, registry, Weigher(lexicon, common)
        self.words = class_words()
        self.forms = Forms(lexicon, registry, common)

    def heads(self, tokens: list[str]) -> list[str]:
        """The words of a name that say what it is: the last, the one before "of", a place or a number at the end."""
        lex, reg = self.lexicon, self.registry
        out = [t for t, after in pairwise(tokens) if after in ("of", "for", "on", "against")]
        aimed = bool(_AIMS.intersection(tokens[1:-1]))  # then the last word may be what it is about
        if len(tokens) > 1 and not (aimed and self.lexicon.heads.get(tokens[-1]) not in _CORPORATE):
            last = tokens[-1]
            out.append(last.rstrip("."))
            if last.isdigit() or reg.country(last) or reg.country(last.upper()) or reg.place(last.title()):
                out.append(tokens[-2])
            if "number" in tokens[1:]:
                out.append(tokens[tokens.index("number", 1) - 1])  # "Advisory Number 25A"
            one = last.removesuffix("s")
            if lex.heads.get(one) in ("Event", "Organization") and {last, one}.isdisjoint(lex.groups) and one != last:
                out.append(one)  # "Chess Olympiads"
        return [t for t in out if t in self.lexicon.heads]

    def kind(self, cluster: Cluster) -> tuple[str, bool]:
        """Class of a name, "" where nothing tells, and whether more than the model says so."""
        for tells in (self._settled, self._worded, self.forms.kind, self._headed, self._told, self._located):
            if found := tells(cluster):
                return found, True
        if self._given(cluster):
            return "Person", cluster.votes["Person"] > 0
        return self.weigher.kind(cluster), False

    def _settled(self, cluster: Cluster) -> str:
        """What nothing else can outweigh: words that no other name has, and an article that says it again and again."""
        lex, tokens, many = self.lexicon, cluster.tokens, len(cluster.tokens) > 1
        if "legislative" in tokens[:-1] and tokens[-1] in ("council", "chamber"):
            return "Government"
        if many and tokens[-1] in lex.no_surnames and tokens[-1] in lex.heads:
            return lex.heads[tokens[-1]]
        if len(tokens) > 2 and tokens[0] in lex.heads and tokens[1] in _AIMS and not cluster.told["Thing"]:
            return lex.heads[tokens[0]]
        plural = cluster.signs.plural and self.forms.people(cluster.spans[0].text)
        return "Person" if cluster.told["Person"] > 2 and not plural else ""

    def _worded(self, cluster: Cluster) -> str:
        """What the wording of a name says, beside its head noun."""
        lex, words, tokens, many = self.lexicon, self.words, cluster.tokens, len(cluster.tokens) > 1
        text, last = cluster.spans[0].text, tokens[-1]
        if text[0] in "#@":
            return "Thing"
        if cluster.votes["Person"] == 0 and cluster.key in self.registry.places.regions:
            return "Place"
        if many and last.endswith(words.thing_endings) and not self.heads(tokens):
            return "Thing"
        if cluster.key.replace(" ", "-") in lex.things or (not many and last.endswith(("ism", "phobia"))):
            return "Thing"
        if _DOMAIN.search(text) and not is_acronym(text):
            return "Organization"
        if "house" in tokens[:-1] and last in words.chambers:
            return "Government"
        if many and last in WEEKDAYS:
            return "Event"
        of = tokens.index("department") + 1 if "department" in tokens[:-2] else 0
        if of and tokens[of] == "of" and tokens[of + 1] in lex.title_modifiers | words.portfolios:
            return "Government"  # "Department of Energy", no university's
        armed = last in ("force", "forces") and many and tokens[-2] in words.forces
        armed = armed or (last == "division" and not words.arms_of_service.isdisjoint(tokens))
        return "ArmedGroup" if armed else ""

    def _headed(self, cluster: Cluster) -> str:
        """What the head noun of a name says, or the noun in front of one that has none behind."""
        lex, words, tokens, many = self.lexicon, self.words, cluster.tokens, len(cluster.tokens) > 1
        text, heads, given = cluster.spans[0].text, self.heads(tokens), self._opens_with_given_name(cluster)
        if heads and "fire" in tokens:
            return "Organization"
        if not heads:
            front = lex.front_heads.get(tokens[1] if tokens[0] == "tropical" and many else tokens[0])
            return front or "" if many and not given else ""
        if other := self._otherwise(lex.heads[heads[0]], cluster):
            return other
        hall = tokens[-1] in words.venues and (len(tokens) == 2 or tokens[-2:][0] in words.venue_uses)
        if hall and 2 * cluster.located >= len(cluster.spans) and len(heads) == 1:
            return "Place"
        if len(tokens) > 2 and tokens[-1] == "congress" and tokens[-2] in ("u.s", "u.s.", "us", "states", "national"):
            return "Government"
        short = len(tokens) == 2 or (len(tokens) == 3 == len(text.split()) and not self.weigher.plain(tokens[1:2]))
        return "" if given and short and self._surname(heads[0], cluster) else lex.heads[heads[0]]

    def _told(self, cluster: Cluster) -> str:
        """What the article says a name is, and what one word alone says."""
        best, count = cluster.told.most_common(1)[0] if cluster.told else ("", 0)
        head = self.lexicon.heads.get(cluster.tokens[0], "") if len(cluster.tokens) == 1 else ""
        if count > 1 and not (best == "Person" and head in ("Event", "Thing")):
            return best  # but no person for "the second student Olympiad"
        if len(cluster.tokens) > 1:
            return ""
        if cluster.tokens[0] in self.words.lone_governments:
            return "Government"
        return head if head in ("Event", "Thing") else ""

    def _located(self, cluster: Cluster) -> str:
        """Place, where the gazetteer has the name and the article does not use it as another's."""
        tokens, votes, text, registry = cluster.tokens, cluster.votes, cluster.spans[0].text, self.registry
        land = text.split(" ", 1)[-1]
        known = registry.place(land) is not None or land.lower() in registry.places.provinces
        if known and len(tokens) > 1 and tokens[0] in self.words.parts_of_lands:
            return "Place"
        if votes["Person"] == 0 and cluster.located + votes["Place"] and cluster.key in registry.places.provinces:
            return "Place"
        place = registry.place(text)
        shown = cluster.used["Person"] > 1 and not cluster.located + votes["Place"]
        if place is None or (shown and 0 < place.population < _LARGE):
            return ""
        return "Place" if self._placed(cluster, place, text) else ""

    def _given(self, cluster: Cluster) -> bool:
        """Whether a name that opens with a given name is a person's, as nothing speaks against it."""
        votes, tokens = cluster.votes, cluster.tokens
        if not self._opens_with_given_name(cluster) or len(tokens) > 4 or (cluster.signs.which and not votes["Person"]):
            return False
        pair = len(tokens) == 2 and len(cluster.spans) < 3
        return votes["Person"] >= votes["Organization"] or cluster.surname or pair

    def _opens_with_given_name(self, cluster: Cluster) -> bool:
        words = cluster.spans[0].text.replace("-", " ").split()
        return len(cluster.tokens) > 1 and words[0] in self.lexicon.genders

    def _otherwise(self, kind: str, cluster: Cluster) -> str:
        """What the article says a name is, against its head noun: "the series Maple Street"."""
        told = cluster.told
        if kind not in ("Place", "Organization", "Event", "Government") or told[kind]:
            return ""
        if told["Thing"] > 1:
            return "Thing"
        return "Organization" if told["Organization"] > 1 and kind == "Place" else ""

    def _surname(self, head: str, cluster: Cluster) -> bool:
        """Whether the last word of "Doris Day", "John Park" is a surname, whatever else it means."""
        votes, n = cluster.votes, len(cluster.spans)
        if head in self.lexicon.no_surnames:
            return False
        if cluster.used["Person"] > 1:
            return True
        if self.lexicon.heads[head] in ("Place", "Event", "Thing"):
            return 2 * votes["Person"] >= votes.total() or n - votes.total() > votes.total()
        return 2 * votes["Person"] > n

    def _placed(self, cluster: Cluster, place: Place, text: str) -> bool:
        """Whether a name that the gazetteer has is the place here."""
        votes, population = cluster.votes, place.population
        if 0 < population < _LARGE and not votes["Place"] and self.weigher.plain(cluster.tokens):
            return False  # "Time" is a town too
        if population == 0 or (cluster.located and 2 * cluster.located >= len(cluster.spans)):
            return True
        if votes["Person"] > votes["Place"]:
            return population > 1_000_000
        if votes["Place"]:
            return votes["Place"] >= votes["Organization"]
        return population > 1_000_000 and place.label == text
