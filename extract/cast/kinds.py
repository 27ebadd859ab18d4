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
        lex, tokens, told, votes = self.lexicon, cluster.tokens, cluster.told, cluster.votes
        words = self.words
        if "legislative" in tokens[:-1] and tokens[-1] in ("council", "chamber"):
            return "Government", True
        if len(tokens) > 1 and tokens[-1] in lex.no_surnames and tokens[-1] in lex.heads:
            return lex.heads[tokens[-1]], True
        if len(tokens) > 2 and tokens[0] in lex.heads and tokens[1] in _AIMS:
            return lex.heads[tokens[0]], True
        text = cluster.spans[0].text
        if told["Person"] > 2 and not (cluster.used["plural"] and self.forms.people(text)):
            return "Person", True
        if text[0] in "#@":
            return "Thing", True
        if votes["Person"] == 0 and cluster.key in self.registry.places.regions:
            return "Place", True
        if len(tokens) > 1 and tokens[-1].endswith(words.thing_endings) and not self.heads(tokens):
            return "Thing", True
        if cluster.key in lex.things or (len(tokens) == 1 and tokens[0].endswith(("ism", "phobia"))):
            return "Thing", True
        if _DOMAIN.search(text) and not is_acronym(text):
            return "Organization", True
        if "house" in tokens[:-1] and tokens[-1] in words.chambers:
            return "Government", True
        if len(tokens) > 1 and tokens[-1] in WEEKDAYS:
            return "Event", True
        of = tokens.index("department") + 1 if "department" in tokens[:-2] else 0
        if of and tokens[of] == "of" and tokens[of + 1] in lex.title_modifiers | words.portfolios:
            return "Government", True  # "Department of Energy", no university's
        if len(tokens) > 1 and tokens[-1] in ("force", "forces") and tokens[-2] in words.forces:
            return "ArmedGroup", True
        formed = self.forms.kind(cluster)
        if formed:
            return formed, True
        given = len(tokens) > 1 and text.replace("-", " ").split()[0] in lex.genders
        heads = self.heads(tokens)
        if heads and "fire" in tokens:
            return "Organization", True
        if not heads and len(tokens) > 1 and not given:
            front = lex.front_heads.get(tokens[1] if tokens[0] == "tropical" else tokens[0])
            if front is not None:
                return front, True
        if heads and (other := self._otherwise(lex.heads[heads[0]], cluster)):
            return other, True
        hall = tokens[-1] in words.venues and (len(tokens) == 2 or tokens[-2:][0] in words.venue_uses)
        if hall and 2 * cluster.located >= len(cluster.spans) and len(heads) == 1:
            return "Place", True
        if len(tokens) > 2 and tokens[-1] == "congress" and tokens[-2] in ("u.s", "u.s.", "us", "states", "national"):
            return "Government", True
        short = len(tokens) == 2 or (len(tokens) == 3 == len(text.split()) and not self.weigher.plain(tokens[1:2]))
        if heads and not (given and short and self._surname(heads[0], cluster)):
            return lex.heads[heads[0]], True
        if told:
            best, count = told.most_common(1)[0]
            if count > 1:
                return best, True
        if len(tokens) == 1 and tokens[0] in words.lone_governments:
            return "Government", True
        if len(tokens) == 1 and lex.heads.get(tokens[0]) in ("Event", "Thing"):
            return lex.heads[tokens[0]], True
        if len(tokens) > 1 and tokens[0] in words.parts_of_lands and self.registry.place(text.split(" ", 1)[-1]):
            return "Place", True
        if votes["Person"] == 0 and cluster.located + votes["Place"] and cluster.key in self.registry.places.provinces:
            return "Place", True
        place = self.registry.place(text)
        shown = cluster.used["Person"] > 1 and not cluster.located + votes["Place"]
        if place is not None and not (shown and 0 < place.population < _LARGE) and self._placed(cluster, place, text):
            return "Place", True
        if (
            given
            and len(tokens) < 5
            and (not cluster.used["which"] or votes["Person"])
            and (
                votes["Person"] >= votes["Organization"]
                or cluster.surname
                or (len(tokens) == 2 and len(cluster.spans) < 3)
            )
        ):
            return "Person", votes["Person"] > 0
        return self.weigher.kind(cluster), False

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
