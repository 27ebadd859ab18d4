"""What class of thing a name names, by evidence in this order: registry, article, gazetteer, model.

The registry's word is taken in `identity`; here the article is asked (titles, head nouns, appositions, what stands
before and after), then the gazetteer, then the majority of the model's votes.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from ...ontology.model import ENTITY_TYPES
from .beside import beside, described
from .forms import Forms
from .spans import head_of
from .spelling import is_acronym
from .usage import use
from .weighing import Weigher

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...ontology.places import Place
    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .referents import Referent
    from .spans import Span

_LABELS = {**{kind: kind for kind in ENTITY_TYPES},
    "PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place", "NORP": "Group",
    "EVENT": "Event", "PRODUCT": "Thing", "WORK_OF_ART": "Thing", "LAW": "Thing", "LANGUAGE": "Thing",
}  # fmt: skip
_NOUN_KINDS = {
    "person": "Person", "organization": "Organization", "armed": "ArmedGroup", "country": "Country", "place": "Place",
    "event": "Event", "thing": "Thing",
}  # fmt: skip
_AFTER = {
    "province": "Place", "city": "Place", "region": "Place", "district": "Place", "governorate": "Place",
    "village": "Place", "town": "Place", "river": "Place", "valley": "Place", "county": "Place", "peninsula": "Place",
    "militia": "ArmedGroup", "brigade": "ArmedGroup", "battalion": "ArmedGroup", "militants": "ArmedGroup",
    "fighters": "ArmedGroup", "rebels": "ArmedGroup", "party": "Organization", "newspaper": "Organization",
}  # fmt: skip
_HOUSES = frozenset(("parliament", "senate", "congress", "house", "cabinet", "government", "knesset", "duma"))
_CHAMBERS = frozenset(
    ("representatives", "commons", "lords", "assembly", "delegates", "councillors", "councilors", "deputies", "keys",
     "people", "elders", "burgesses", "federation", "nationalities")
)  # fmt: skip
_ARMED = frozenset(
    ("armed", "militant", "rebel", "terrorist", "terror", "jihadist", "insurgent", "paramilitary", "extremist",
     "islamist", "guerrilla", "separatist")
)  # fmt: skip
_BANDS = frozenset(("group", "organization", "organisation", "movement", "network", "faction", "wing", "unit", "force"))
_DOMAIN = re.compile(r"\w\.[a-z]{2,4}$")
_DAILIES = frozenset(("daily", "weekly", "monthly"))  # nouns, whatever the tagger takes them for
_STAGES = frozenset(("film", "record", "music", "television", "tv", "movie", "theatre", "radio", "executive"))
_EITHER = frozenset(("developer", "publisher", "broadcaster", "regulator"))  # a person or a firm
_FORCES = frozenset(("air", "defence", "defense", "security", "armed", "special", "police"))
_VENUES = frozenset(("center", "centre", "theatre", "theater"))
_GATHERINGS = frozenset(("convention", "conference", "congress", "arts", "civic", "sports", "shopping"))
_LARGE = 100_000
_AIMS = frozenset(("for", "on", "against"))  # after these stands what a body is about
_CORPORATE = frozenset(("Organization", "Government", "ArmedGroup"))
_PARTS = frozenset(("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"))
_IN = frozenset(("in", "at", "near", "from", "into", "around", "outside", "to", "across"))


@dataclass(slots=True, eq=False)
class Cluster:
    """All stretches of an article that spell one name, and what they tell of it."""

    key: str
    tokens: list[str]
    spans: list[Span] = field(default_factory=list)
    votes: Counter[str] = field(default_factory=Counter)  # the model's
    told: Counter[str] = field(default_factory=Counter)  # the article's
    used: Counter[str] = field(default_factory=Counter)  # what its uses say, by class; and "the", "speaks"
    nouns: set[str] = field(default_factory=set)
    gender: str = ""
    country: str = ""  # "Iranian" before the title
    backer: str = ""  # name of the organisation or country before the title: "Labour's Shadow Home Secretary"
    backer_at: tuple[int, int] = (-1, -1)  # sentence and word where that name ends
    located: int = 0  # times it stands where places stand
    inside: int = 0  # of those, times after "in"
    speaks: int = 0  # times it says something
    surname: bool = False  # whether the article also uses its last word alone
    referent: Referent | None = None


class Witness:
    """Gathers what an article tells of its names, and decides their class."""

    def __init__(self, lexicon: Lexicon, registry: Registry, common: Callable[[str], bool]) -> None:
        """`common`: whether a lower-case word is an ordinary one of the language."""
        self.lexicon, self.registry, self.weigher = lexicon, registry, Weigher(lexicon, common)
        self.forms = Forms(lexicon, registry, common)

    def hear(self, tree: Tree, span: Span, cluster: Cluster) -> None:
        """Adds what the words around one name tell."""
        kind = _LABELS.get(span.label)
        if kind:
            cluster.votes[kind] += 1
        lex, low, tags, deps = self.lexicon, tree.lower, tree.tags, tree.deps
        use(tree, span, cluster, lex)
        beside(tree, span, cluster, lex, self.registry)
        a, b, n = span.first, span.end, len(tree)
        if span.titles[1] > span.titles[0]:
            cluster.told["Person"] += 3
            for i in range(*span.titles):
                self._called(cluster, low[i].rstrip("."))
            a = span.titles[0]
        i = a - 1
        while i >= 0 and low[i] in lex.nouns and self._noun(tree, i):
            said = lex.nouns[low[i]]
            if said in ("person", "organization", "armed", "thing") and (tree.heads[i] >= a or said == "person"):
                self._told(tree, i, cluster)
            i -= 1
            if i > 0 and low[i] == "-":
                i -= 2
        if i < a - 1 or span.titles[1]:
            self._backed(tree, i, span.sentence, cluster)
        if b < n:
            self._followed(tree, span, cluster)
        head = head_of(tree, span.first, b)
        up = tree.heads[head]
        cluster.located += deps[head] == "pobj" and low[up] in _IN
        cluster.inside += deps[head] == "pobj" and low[up] == "in"
        for c in tree.children[head]:
            if deps[c] == "appos" and c >= b and tags[c] == "NN" and low[c] in lex.nouns:
                self._told(tree, c, cluster)
        if deps[head] == "appos" and up < a and tags[up] == "NN" and low[up] in lex.nouns:
            self._told(tree, up, cluster)
        cluster.speaks += deps[head] == "nsubj" and tree.lemma(up) in lex.says

    def _noun(self, tree: Tree, i: int) -> bool:
        """Whether a word that may be a noun for what a name names is one here."""
        word = tree.lower[i]
        daily = word in _DAILIES and i > 0 and tree.words[i - 1][0].isupper()  # "Greek daily", not "a daily"
        return tree.tags[i] == "NN" or daily or (tree.tags[i] == "JJ" and self.lexicon.nouns[word] == "person")

    def _followed(self, tree: Tree, span: Span, cluster: Cluster) -> None:
        low, b, n = tree.lower, span.end, len(tree)
        after = low[b]
        if after in _AFTER and tree.heads[b - 1] == b:
            cluster.told[_AFTER[after]] += 2
            self._called(cluster, after)
        elif after == "who" or (after == "," and b + 1 < n and low[b + 1] == "who"):
            cluster.told["Person"] += 2 * (after == "who" or described(tree, span, b + 1))
        elif after == "," and b + 1 < n and low[b + 1] == "which":
            cluster.used["which"] += described(tree, span, b + 1)
        elif after == "," and b + 2 < n:
            if low[b + 1].isdigit() and len(low[b + 1]) == 2 and low[b + 2] == ",":
                cluster.told["Person"] += 2  # an age
            elif (
                tree.words[b + 1][0].isupper()
                and self.registry.place(tree.words[b + 1])
                and self.registry.places.city(span.text)
            ):
                place = self.registry.place(tree.words[b + 1])
                cluster.told["Place"] += 2 * (place is not None and place.population == 0)

    def _backed(self, tree: Tree, i: int, sentence: int, cluster: Cluster) -> None:
        """Takes up the country or organisation that stands before a title: "Iran's", "Syrian", "Facebook"."""
        if i > 0 and tree.lower[i] in ("'s", "’s"):
            i -= 1
        if i < 0 or not tree.words[i][0].isupper():
            return
        country = self.registry.demonym(tree.words[i]) or self.registry.country(tree.words[i])
        if country is None and i > 0:
            country = self.registry.country(f"{tree.words[i - 1]} {tree.words[i]}")
        cluster.country = cluster.country or country or ""
        if not cluster.backer:
            cluster.backer_at = sentence, i
        cluster.backer = cluster.backer or country or tree.words[i]

    def _told(self, tree: Tree, i: int, cluster: Cluster) -> None:
        """Takes a noun for what it says of the name; "group" for an armed one where an adjective says so."""
        if (noun := tree.lower[i]) in _EITHER:
            return
        if noun == "producer" and i and tree.tags[i - 1] == "NN" and tree.lower[i - 1] not in _STAGES:
            cluster.told["Organization"] += 2  # of gas, not of films
            return
        armed = noun in _BANDS and any(tree.lower[c] in _ARMED for c in tree.children[i])
        cluster.told["ArmedGroup" if armed else _NOUN_KINDS[self.lexicon.nouns[noun]]] += 2
        self._called(cluster, noun)

    def _called(self, cluster: Cluster, noun: str) -> None:
        cluster.nouns.add(noun)
        cluster.gender = cluster.gender or self.lexicon.noun_genders.get(noun, "")

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
            one = last.removesuffix("s")
            if lex.heads.get(one) in ("Event", "Organization") and {last, one}.isdisjoint(lex.groups) and one != last:
                out.append(one)  # "Chess Olympiads"
        return [t for t in out if t in self.lexicon.heads]

    def kind(self, cluster: Cluster) -> tuple[str, bool]:
        """Class of a name, "" where nothing tells, and whether more than the model says so."""
        lex, tokens, told, votes = self.lexicon, cluster.tokens, cluster.told, cluster.votes
        if len(tokens) > 1 and tokens[-1] in lex.no_surnames & lex.heads.keys():
            return lex.heads[tokens[-1]], True
        if len(tokens) > 2 and tokens[0] in lex.heads and tokens[1] in _AIMS:
            return lex.heads[tokens[0]], True
        if told["Person"] > 2:
            return "Person", True
        text = cluster.spans[0].text
        if text[0] in "#@":
            return "Thing", True
        if votes["Person"] == 0 and cluster.key in self.registry.places.regions:
            return "Place", True
        if cluster.key in lex.things or (len(tokens) == 1 and tokens[0].endswith(("ism", "phobia"))):
            return "Thing", True
        if _DOMAIN.search(text) and not is_acronym(text):
            return "Organization", True
        if "house" in tokens[:-1] and tokens[-1] in _CHAMBERS:
            return "Government", True
        if len(tokens) > 1 and tokens[-1] in ("force", "forces") and tokens[-2] in _FORCES:
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
        if heads and lex.heads[heads[0]] == "Place" and told["Thing"] > 1 and not told["Place"]:
            return "Thing", True  # "the series Sesame Street"
        hall = tokens[-1] in _VENUES and (len(tokens) == 2 or tokens[-2:][0] in _GATHERINGS)
        if hall and 2 * cluster.located >= len(cluster.spans) and len(heads) == 1:
            return "Place", True
        if len(tokens) > 2 and tokens[-1] == "congress" and tokens[-2] in ("u.s", "u.s.", "us", "states", "national"):
            return "Government", True
        if heads and not (given and len(tokens) == 2 and self._surname(heads[0], cluster)):
            return lex.heads[heads[0]], True
        if told:
            best, count = told.most_common(1)[0]
            if count > 1:
                return best, True
        if len(tokens) == 1 and tokens[0] in _HOUSES:
            return "Government", True
        if len(tokens) == 1 and lex.heads.get(tokens[0]) in ("Event", "Thing"):
            return lex.heads[tokens[0]], True
        if len(tokens) > 1 and tokens[0] in _PARTS and self.registry.place(text.split(" ", 1)[-1]):
            return "Place", True
        if votes["Person"] == 0 and cluster.located + votes["Place"] and cluster.key in self.registry.places.provinces:
            return "Place", True
        place = self.registry.place(text)
        if place is not None and self._placed(cluster, place, text):
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

    def _surname(self, head: str, cluster: Cluster) -> bool:
        """Whether the last word of "Doris Day", "John Park" is a surname, whatever else it means."""
        votes, n = cluster.votes, len(cluster.spans)
        if head in self.lexicon.no_surnames:
            return False
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
