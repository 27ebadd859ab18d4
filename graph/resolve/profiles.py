"""What the articles, as extracted, tell of each entity: names, classes, articles, and the company it is met in."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ...ontology.iri import TW
from ...ontology.model import ENTITY_TYPES
from .. import terms as t
from ..tables import commonest
from ..writing import extracted_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    _Pattern = tuple[ox.NamedNode, ox.NamedNode | None]

_LEDGER, _EXTRACTED = ox.NamedNode(t.LEDGER), ox.NamedNode(t.EXTRACTED)
_HE_OR_SHE = frozenset(("he", "him", "his", "himself", "she", "her", "hers", "herself"))
_KINDS = tuple((ox.NamedNode(t.TYPE), ox.NamedNode(TW + kind)) for kind in ENTITY_TYPES)
_WORDS = tuple((ox.NamedNode(name), None) for name in (t.LABEL, t.ALT_LABEL, t.COUNTRY, t.DENOTED_BY))


@dataclass(slots=True)
class Profile:
    """One entity. `types` counts articles by class, `names` by further name; `mentions` counts places in the texts."""

    iri: str
    label: str = ""
    types: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    articles: dict[str, str] = field(default_factory=dict)  # and the class that each gives it
    countries: set[str] = field(default_factory=set)
    mentions: int = 0

    @property
    def type(self) -> str:
        """The class that most articles give it."""
        return commonest(self.types)

    @property
    def weight(self) -> tuple[int, int, int, str]:
        """Sorts entities, the best known first; of equals the one with the shortest name."""
        return -len(self.articles), -self.mentions, len(self.label), self.label


class Profiles:
    """The entities of a store by label, and who is met with whom."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        found: dict[str, Profile] = {}
        for article, _, subject, value in _told(store, _KINDS):
            profile = found.setdefault(subject, Profile(subject))
            profile.types[value.removeprefix(TW)] += 1
            profile.articles[article] = value.removeprefix(TW)
        for _, predicate, subject, value in _told(store, _WORDS):
            if subject not in found:
                continue  # a relation, or a claim
            profile = found[subject]
            if predicate == t.LABEL:
                profile.label = value
            elif predicate == t.ALT_LABEL:
                profile.names[value] += 1
            elif predicate == t.COUNTRY:
                profile.countries.add(value)
            else:
                profile.mentions += 1
        self.by_label = {p.label: p for p in sorted(found.values(), key=lambda p: p.label) if p.label}
        self._cast: dict[str, set[str]] = defaultdict(set)
        for label, profile in self.by_label.items():
            for article in profile.articles:
                self._cast[article].add(label)
        self._rarity = {label: self._rare(len(p.articles)) for label, p in self.by_label.items()}

    def company(self, a: str, b: str, within: str | None = None) -> tuple[float, list[str]]:
        """How much company two entities share, and the rarest of it; of `b` only in one article, where given.

        An actor that both are met with counts from 1, for one met in few articles, down to 0, for one met in all.
        """
        shared = self._met(a) & (self._cast[within] if within is not None else self._met(b)) - {a, b}
        rarest = sorted(shared, key=lambda label: (-self._rarity[label], label))
        return sum(self._rarity[label] for label in rarest), rarest[:3]

    @property
    def size(self) -> int:
        """The number of articles."""
        return len(self._cast)

    def common(self, one: str, other: str, label: str) -> float:
        """How much company two articles have in common beside an entity; see `company`."""
        return sum(self._rarity[shared] for shared in (self._cast[one] & self._cast[other]) - {label})

    def headline(self, article: str) -> str:
        """An article's headline, else the end of its address."""
        me = ox.NamedNode(article)
        found = self._store.quads_for_pattern(me, ox.NamedNode(t.HEADLINE), None, me)
        words = next((q.object.value for q in found if isinstance(q.object, ox.Literal)), "")
        return words or article.rstrip("/").rpartition("/")[2]

    def together(self, a: str, b: str) -> bool:
        """Whether one article speaks of both: it kept them apart."""
        return not self.by_label[a].articles.keys().isdisjoint(self.by_label[b].articles)

    def before(self, word: str, article: str) -> set[str]:
        """The words of the capitalised runs that stand right before a word in an article's sentences."""
        me, run = ox.NamedNode(article), re.compile(rf"((?:\b[^\W\d_a-z]\w*\.? )+){re.escape(word)}\b")
        told = (q.object for q in self._store.quads_for_pattern(None, ox.NamedNode(t.ANCHOR), None, me))
        texts = (text.value for text in told if isinstance(text, ox.Literal))
        return {found for text in texts for words in run.findall(text) for found in words.split()}

    def called_he_or_she(self, iri: str, articles: Iterable[str]) -> bool:
        """Whether one of these articles speaks of an entity by a pronoun for persons."""
        for article in articles:
            nodes: dict[str, set[str]] = defaultdict(set)
            for q in ox.parse(extracted_of(self._store, article), ox.RdfFormat.N_TRIPLES):
                if q.predicate.value in (t.DENOTED_BY, t.ANCHOR):
                    nodes[q.subject.value].add(q.object.value)
            if any(word.casefold() in _HE_OR_SHE for at in nodes[iri] for word in nodes.get(at, ())):
                return True
        return False

    def _met(self, label: str) -> set[str]:
        return set[str]().union(*(self._cast[article] for article in self.by_label[label].articles))

    def _rare(self, articles: int) -> float:
        """The square of its inverse document frequency over the greatest that there is."""
        everything = len(self._cast) + 2
        return (math.log(everything / articles) / math.log(everything)) ** 2


def _told(store: ox.Store, wanted: Sequence[_Pattern]) -> Iterator[tuple[str, str, str, str]]:
    """Article, predicate, subject and value of what the articles, as extracted, say in these words."""
    renamed = {
        q.subject.value: q.object.value
        for q in store.quads_for_pattern(None, _EXTRACTED, None, _LEDGER)
        if isinstance(q.subject, ox.NamedNode) and isinstance(q.object, ox.Literal)
    }
    for predicate, obj in wanted:
        for q in store.quads_for_pattern(None, predicate, obj, None):
            if isinstance(q.graph_name, ox.NamedNode) and q.graph_name.value not in renamed:
                yield from _values(q.graph_name.value, (q,))
    words = set(wanted)
    for article, triples in sorted(renamed.items()):
        parsed = ox.parse(triples, ox.RdfFormat.N_TRIPLES)
        yield from _values(article, (q for q in parsed if words & {(q.predicate, None), (q.predicate, q.object)}))


def _values(article: str, quads: Iterable[ox.Quad]) -> Iterator[tuple[str, str, str, str]]:
    for q in quads:
        if isinstance(q.subject, ox.NamedNode) and isinstance(q.object, ox.NamedNode | ox.Literal):
            yield article, q.predicate.value, q.subject.value, q.object.value
