"""Which names of one article are names of one thing. One decision for one name in one article."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from .alike import alike
from .brackets import born, bracketed, merged
from .clusters import Cluster
from .hearing import Hearer
from .kinds import Witness
from .listed import Listed
from .offices import Offices
from .persons import Persons, paired, renamed
from .referents import Referent
from .respelt import respelt
from .seams import Seams
from .seats import called
from .sites import eponym, site
from .spelling import (
    bare_acronym,
    cluster_key,
    content,
    initials,
    is_acronym,
    name_tokens,
    shortens,
    spells,
    stands,
)

if TYPE_CHECKING:
    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .spans import Span

_HYPHENS = re.compile("[-–‑]")
_STORMS = frozenset(("hurricane", "typhoon", "cyclone", "storm", "tropical"))
_ABBREVIATED = re.compile(r"(?<![^ ])(?:USA?|U\.S\.(?:A\.)?) (?=[A-Z])")


class Identifier:
    """Gathers the names of an article into referents."""

    def __init__(self, trees: list[Tree], lexicon: Lexicon, registry: Registry) -> None:
        self.trees, self.lexicon, self.registry = trees, lexicon, registry
        self.witness = Witness(lexicon, registry, trees[0].lemmatizer.common if trees else str.islower)
        self._hearer = Hearer(lexicon, registry)
        self.clusters: dict[str, Cluster] = {}
        self.by_key: dict[str, Referent] = {}
        #: The article's referents by label.
        self.focus: Counter[str] = Counter()
        self.labelled: dict[str, Referent] = {}
        self._variants: dict[str, Cluster] = {}
        self._persons = Persons(lexicon, registry)
        self._listed = Listed(trees, registry, self.witness, self._persons, self.labelled)
        self._named: list[tuple[Cluster, Referent]] = []  # what is no person, longest name first
        self._by_initials: dict[str, Referent] = {}
        self._with_word: dict[str, list[tuple[Cluster, Referent]]] = {}  # the same by the words of the names

    def referents(self, spans: list[Span]) -> dict[int, Referent]:
        """The referent of each span, by its place in the list; spans that hold two names are parted in the list."""
        owners = [self._cluster(span) for span in spans]
        owners = Seams(self.clusters, self.witness).part(spans, owners, self._cluster)
        pairs = [(n - 1, n) for n in range(1, len(spans)) if self._bracketed(spans[n - 1], spans[n])]
        for cluster in self.clusters.values():
            cluster.surname = len(cluster.tokens) > 1 and cluster.tokens[-1] in self.clusters
        self._variants = respelt(self.clusters, self.witness.weigher.common)
        order = sorted(
            self.clusters.values(), key=lambda c: (c.key in self._variants, -len(c.tokens), -len(c.key), c.key)
        )
        for cluster in order:
            self._settle(cluster)
        renamed(order, self.lexicon)
        paired(order, self._persons)
        alike(self.trees, spans, owners, self.witness.weigher)
        self._alias([(owners[left], owners[right]) for left, right in pairs])
        offices = Offices(self.trees, self.lexicon, self.registry, order)
        self.focus = offices.focus
        for cluster in order:
            offices.qualify(cluster)
        self.by_key = {c.key: c.referent for c in order if c.referent is not None}
        ends = {(span.sentence, span.end - 1): owner.referent for span, owner in zip(spans, owners, strict=True)}
        for cluster in order:
            if cluster.backer and cluster.referent is not None:
                named = self.by_key.get(cluster_key(cluster.backer)) or ends.get(cluster.backer_at)
                cluster.referent.backer = named or self._nation(cluster)
        return {n: owner.referent for n, owner in enumerate(owners) if owner.referent is not None}

    def _nation(self, cluster: Cluster) -> Referent | None:
        """The country that a person with a title speaks for and that the article names by its adjective only."""
        if cluster.backer != cluster.country or not cluster.nouns & self.lexicon.titles:
            return None
        country = cluster.country
        return self.labelled.setdefault(country, Referent(country, "Country", country=country, sure=True))

    def _cluster(self, span: Span) -> Cluster:
        key = cluster_key(span.text)
        cluster = self.clusters.get(key)
        if cluster is None:
            cluster = self.clusters[key] = Cluster(key, key.replace("-", " ").split())
        cluster.spans.append(span)
        self._hearer.hear(self.trees[span.sentence], span, cluster)
        return cluster

    def _settle(self, cluster: Cluster) -> None:
        main = self._variants.get(cluster.key)
        found = self._listed.known(cluster) or (main and main.referent) or self._same(cluster) or self._new(cluster)
        empty = self._adjectives(cluster) or self._nameless(cluster, found)
        if empty and not found.names and not found.listed:
            found.inner, cluster.referent = True, found  # a mention, but no entity
            found.names.update(span.text for span in cluster.spans)
            return
        cluster.referent = found
        found.names.update(span.text for span in cluster.spans)
        found.nouns |= cluster.nouns
        if found.kind != "Person":
            found.nouns.update(self.witness.heads(cluster.tokens))
        found.gender = found.gender or cluster.gender
        found.country = found.country or cluster.country
        found.named += len(cluster.spans)
        found.introduced = min(found.introduced, cluster.place)
        self.labelled.setdefault(found.label, found)
        if found.kind != "Person":
            self._named.append((cluster, found))
            for letters in initials(cluster.tokens):
                self._by_initials.setdefault(letters, found)
            for word in set(cluster.tokens):
                self._with_word.setdefault(word, []).append((cluster, found))
            return
        self._persons.admit(cluster, found)

    def _nameless(self, cluster: Cluster, found: Referent) -> bool:
        """Whether capitals merely dress a common noun: "a Member State", "Operating System" if small elsewhere."""
        weigher = self.witness.weigher
        if weigher.field(cluster) or (found.kind in ("", "Thing", "Person") and weigher.one_of_many(cluster)):
            return True
        if found.kind in ("", "Thing") and weigher.nameless(cluster):
            return True
        if len(cluster.tokens) < 2 or any(cluster.told.values()) or not weigher.plain(cluster.tokens):
            return False
        if cluster.signs.common == len(cluster.spans) and cluster.tokens[-1] in self.lexicon.heads:
            return found.kind in ("Place", "Thing", "Organization", "Government") and not cluster.votes["Event"]
        small = cluster.spans[0].text.lower()
        return found.kind in ("", "Thing") and small in self.trees[0].text

    def _adjectives(self, cluster: Cluster) -> bool:
        """Whether a name is but adjectives of countries or their like: "Canadian-American", "Egypt–Israel"."""
        parts = _HYPHENS.split(cluster.spans[0].text)
        reg = self.registry
        return (
            len(parts) == 2
            and all(reg.demonym(p) or reg.country(p) for p in parts)
            and not reg.country("-".join(parts))
        )

    def _same(self, cluster: Cluster) -> Referent | None:
        """The referent of a longer name of which this one is a short form or a variant."""
        for full, r in self._with_word.get(cluster.tokens[0], ()) if len(cluster.tokens) == 1 else ():
            if full.tokens[0] in _STORMS and full.tokens[-1] == cluster.tokens[0]:
                return r  # "Dorian" of "Hurricane Dorian"
            if self._rather(cluster, full):
                return r
        longer = self._with_word.get(cluster.tokens[0], ())
        known = self._persons.find(cluster, self.witness) or site(cluster, longer, self.lexicon, self.registry)
        if known is not None:
            return known
        tokens, text = cluster.tokens, cluster.spans[0].text
        if is_acronym(text):
            spelt = self._by_initials.get(bare_acronym(text))
            if spelt is not None:
                return spelt
            for referent in self._persons.all():
                if not referent.sure and spells(text, name_tokens(referent.label)):
                    return referent
        if len(tokens) == 2 and is_acronym(text.split()[0]):  # "UNC Greensboro"
            for full, r in self._with_word.get(tokens[1], ()):
                if full.tokens[-1] == tokens[1] and stands(tokens[0], full.tokens[:-1]):
                    return r
        if tokens == ["korea"]:
            pairs = [(full, r) for full, r in self._named if r.label in ("South Korea", "North Korea")]
        elif len(tokens) > 1:
            fuller = min((self._with_word.get(word, []) for word in content(tokens) or tokens), key=len)
            pairs = [
                (full, r)
                for full, r in fuller
                if (shortens(tokens, full.tokens) and not self._branch(cluster, full))
                or self._headless(cluster, full, r)
            ]
        else:
            pairs = [(full, r) for full, r in self._with_word.get(tokens[0], ()) if self._last_word(cluster, full, r)]
        pairs = [(full, r) for full, r in pairs if not eponym(cluster, full, self.lexicon)]
        firms = [r for full, r in pairs if self.lexicon.firm_forms.issuperset(full.tokens[len(tokens) :])]
        found = firms or [r for _, r in pairs]  # "Orvale" is rather "Orvale Corporation" than "Orvale News"
        unique = list(dict.fromkeys(found))
        return unique[0] if len(unique) == 1 else None

    def _last_word(self, cluster: Cluster, full: Cluster, r: Referent) -> bool:
        """Whether one word stands for a longer name: "Chrome" for "Google Chrome", "Labour" for "Labour Party"."""
        word = cluster.tokens[0]
        if (
            len(full.tokens) < 2
            or r.kind in ("Place", "Country", "Event")
            or word in self.lexicon.heads
            or word in self.lexicon.nouns
        ):
            return False
        if (
            self.registry.place(cluster.spans[0].text)
            or self.registry.demonym(cluster.spans[0].text)
            or cluster.told["Person"] > 1
        ):
            return False
        if full.tokens[-1] == word:
            team = self.registry.place(" ".join(full.spans[0].text.split()[:-1])) is not None  # "the Lakers"
            return (len(full.tokens) == 2 or team) and r.kind in ("Thing", "", "Organization")
        return full.tokens[0] == word and all(t in self.lexicon.heads for t in full.tokens[1:])

    def _rather(self, cluster: Cluster, full: Cluster) -> bool:
        """Whether a given name alone is rather a thing than a person: "Ruby" where "Ruby Linux" is named more often."""
        word = cluster.tokens[0]
        if full.tokens[0] != word or cluster.told["Person"] or self.lexicon.heads.get(full.tokens[-1]) != "Thing":
            return False
        known = self._persons.bearing(word)
        return bool(known) and all(r.label.lower().startswith(word) and r.named < len(full.spans) for r in known)

    def _headless(self, cluster: Cluster, full: Cluster, r: Referent) -> bool:
        """Whether a name is a longer one without its general noun: "Free Patriots" for "Free Patriots Party"."""
        n = len(cluster.tokens)
        if (
            full.tokens[:n] != cluster.tokens
            or r.kind in ("Place", "Country", "Person")
            or cluster.votes["Person"]
            or cluster.spans[0].text.split()[0] in self.lexicon.genders
        ):
            return False
        if not all(t in self.lexicon.heads for t in full.tokens[n:]):
            return False
        return self.registry.place(cluster.spans[0].text) is None and cluster.told["Person"] < 2

    def _branch(self, cluster: Cluster, full: Cluster) -> bool:
        """Whether a longer name that comes later is of a branch: "the Reform Party … the Reform Party of Ohio"."""
        n = len(cluster.tokens)
        of = full.tokens[: n + 1] == [*cluster.tokens, "of"] and cluster.place < full.place
        return of and self.registry.place(" ".join(full.tokens[n + 1 :])) is not None

    def _abroad(self, full: Cluster) -> bool:
        return self.registry.country(full.spans[0].text.partition(" ")[2]) is not None

    def _bracketed(self, left: Span, right: Span) -> bool:
        """Whether the second is another name of what the first names, which stands before it."""
        tree = self.trees[left.sentence]
        return left.sentence == right.sentence and (
            bracketed(tree, left, right, self.lexicon, self.registry) or born(tree, left, right, self.registry)
        )

    def _alias(self, pairs: list[tuple[Cluster, Cluster]]) -> None:
        """Makes one referent of a name and another of the same that stands after it."""
        named: dict[int, list[Cluster]] = {}
        for cluster in self.clusters.values() if pairs else ():
            named.setdefault(id(cluster.referent), []).append(cluster)
        for left, right in pairs:
            a, b = left.referent, right.referent
            kept = merged(a, b, self.registry) if a is not None and b is not None and a is not b else None
            if kept is None:
                continue
            gone = named.pop(id(b if kept is a else a), [])
            for cluster in gone:
                cluster.referent = kept
            named.setdefault(id(kept), []).extend(gone)

    def _new(self, cluster: Cluster) -> Referent:
        kind, sure = self.witness.kind(cluster)
        texts = sorted({span.text for span in cluster.spans})
        label = max(texts, key=lambda t: (not t.isupper() or " " not in t, sum(s.text == t for s in cluster.spans)))
        label = label[4:] if label[:4].lower() == "the " else label
        if kind != "Person":
            label = _ABBREVIATED.sub("United States ", label)
        found = Referent(label, kind, cluster.gender, sure=sure)
        if not kind and cluster.votes:
            found.guess = cluster.votes.most_common(1)[0][0]
        if kind in ("", "Thing") and len(cluster.tokens) == 1:
            branches = (full for full, r in self._with_word.get(cluster.key, ()) if r.kind == "Organization")
            if any(full.tokens[0] == cluster.key and self._abroad(full) for full in branches):
                found.kind = "Organization"  # "Mazars" beside "Mazars USA"
        if kind == "Place":
            place = self.registry.place(label)
            if place is not None:
                found.label, found.country = place.label, place.country or ""
                found.nouns |= called(place, self.witness.heads(name_tokens(found.label)))
                found.mapped = True
                return self.labelled.get(found.label, found)
        if kind in ("Group", "") and cluster.spans[0].label == "NORP" and cluster.tokens[-1].endswith("s"):
            found.plural = True
            found.country = self.registry.demonym(label) or ""
        return found
