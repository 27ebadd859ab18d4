"""Which persons an article names in full, and whom a shorter or variant name means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .spelling import name_tokens, one_apart, same_person

if TYPE_CHECKING:
    from ...ontology.registry import Registry
    from ..words.lexicon import Lexicon
    from .clusters import Cluster
    from .kinds import Witness
    from .referents import Referent

_REGNAL = frozenset(("prince", "princess", "king", "queen", "pope", "emperor", "empress", "saint", "st"))
_SHORTEST = 5  # letters of a surname that may be misspelt
_LONG = 8  # letters of one that is like no other by chance


class Persons:
    """The persons of one article by the words of their names, longest names admitted first."""

    def __init__(self, lexicon: Lexicon, registry: Registry) -> None:
        self.lexicon, self.registry = lexicon, registry
        self._by_word: dict[str, list[Referent]] = {}
        self._by_letter: dict[str, list[str]] = {}  # the words by their first letters

    def bearing(self, word: str) -> list[Referent]:
        """The persons whose full names contain this word."""
        return self._by_word.get(word, [])

    def all(self) -> list[Referent]:
        """All persons with full names."""
        return list(dict.fromkeys(r for found in self._by_word.values() for r in found))

    def admit(self, cluster: Cluster, r: Referent) -> None:
        """Makes a person known to the shorter names that follow."""
        words = r.label.replace("-", " ").split()
        if not r.gender and len(words) > 1:
            r.gender = self.lexicon.gender(words[0])
            r.presumed = bool(r.gender)
        for full in (self._tokens(cluster), name_tokens(r.label)):
            inner = full[1:-1] if 2 < len(full) < 5 else []  # "Ricardo Rosselló Nevares" is Rosselló
            for token in dict.fromkeys((full[0], full[-1], *inner)) if len(full) > 1 else ():
                if token not in self._by_word:
                    self._by_letter.setdefault(token[0], []).append(token)
                known = self._by_word.setdefault(token, [])
                if r not in known and len(token) > 2 and token not in self.lexicon.particles:
                    known.append(r)

    def find(self, cluster: Cluster, witness: Witness) -> Referent | None:
        """The person of whose name this one is a short form or a variant."""
        tokens = self._tokens(cluster)
        if not tokens or (len(tokens) > 1 and tokens[0] in self.lexicon.front_heads and not cluster.told["Person"]):
            return None  # "USS Ada Kone" is a ship
        known = self.bearing(tokens[-1])
        if len(tokens) > 1 and tokens[0] not in self.lexicon.particles:
            return next((r for r in known if self._variant(tokens, r, cluster, witness)), None)
        if not known:
            return self._misspelt(cluster, tokens[0]) if len(tokens) == 1 else None
        votes = cluster.votes
        if len(tokens) == 1 and cluster.nouns & _REGNAL:
            known = [r for r in known if name_tokens(r.label)[0] == tokens[0]]  # Prince Charles is no Ray Charles
            return known[0] if len(known) == 1 else None
        if cluster.inside == len(cluster.spans) and witness.registry.places.city(cluster.spans[0].text):
            return None  # "in London", whoever Jack London is
        if cluster.told["Place"] or (votes["Place"] > votes["Person"] and 2 * cluster.located > len(cluster.spans)):
            return None
        return max(known, key=lambda r: (_ends_in(r, tokens[-1]), r.named, r.label))

    def _tokens(self, cluster: Cluster) -> list[str]:
        return [t for t in cluster.tokens if t not in self.lexicon.person_suffixes]

    def _variant(self, tokens: list[str], r: Referent, cluster: Cluster, witness: Witness) -> bool:
        names = sorted(r.names)
        if tokens[0] not in self.lexicon.genders and any(_ends(name_tokens(name), tokens) for name in names):
            return True  # "Chan-o-cha" of "Prayuth Chan-o-cha"
        return any(same_person(tokens, name) for name in names) and witness.kind(cluster)[0] in ("Person", "")

    def _misspelt(self, cluster: Cluster, token: str) -> Referent | None:
        """A lone surname, met once, one letter away from a known one: "Gustafon" for Gustafson."""
        if len(cluster.spans) > 1 or len(token) < _SHORTEST:
            return None
        strange = len(token) >= _LONG and cluster.spans[0].text.istitle() and token not in self.lexicon.nouns
        if not (cluster.votes["Person"] + cluster.used["Person"] + cluster.signs.speaks or strange):
            return None
        if self.registry.place(cluster.spans[0].text):
            return None
        near = [r for word in self._by_letter.get(token[0], ()) if one_apart(token, word) for r in self._by_word[word]]
        near = [r for r in dict.fromkeys(near) if any(one_apart(name_tokens(n)[-1], token) for n in r.names)]
        return near[0] if len(near) == 1 else None


def _ends(name: list[str], tokens: list[str]) -> bool:
    return len(name) > len(tokens) and name[-len(tokens) :] == tokens


def _ends_in(r: Referent, token: str) -> bool:
    return any(name_tokens(name)[-1] == token for name in r.names)


def paired(clusters: list[Cluster], persons: Persons) -> None:
    """Makes a group of the surnames of persons whom the article names: "Kone-Lund" of two, "the Kones" of a family."""
    for cluster in clusters:
        r, parts = cluster.referent, cluster.key.split("-")
        family = (
            persons.bearing(cluster.key[:-1]) if cluster.key[-1:] == "s" and not persons.bearing(cluster.key) else []
        )
        if r is not None and not r.listed and family and cluster.signs.the == len(cluster.spans):
            r.kind, r.plural, r.sure = "Group", True, True
        if r is None or r.listed or len(parts) != 2 or len(cluster.tokens) != 2:
            continue
        one, two = (persons.bearing(part) for part in parts)
        if one and two and r not in (*one, *two) and set(map(id, one)).isdisjoint(map(id, two)):
            r.kind, r.plural, r.sure = "Group", True, True


def renamed(clusters: list[Cluster], lexicon: Lexicon) -> None:
    """Calls a person without what stands before the full name but once: "Order of Merit Ada Kone", else "Ada Kone"."""
    times = {id(c.referent): len(c.spans) for c in clusters if c.referent and c.tokens == name_tokens(c.referent.label)}
    for cluster in clusters:
        r, text = cluster.referent, cluster.spans[0].text
        if r is None or r.kind != "Person" or r.listed or len(cluster.tokens) < 2 or not r.label.endswith(" " + text):
            continue
        words, front = text.split(), r.label[: -len(text)].split()
        full = len(words) > 1 and words[0].lower() not in lexicon.particles
        if not full or (words[0] not in lexicon.genders and len(front) < 2):
            continue
        given = any(word in lexicon.genders for word in front)
        if len(cluster.spans) >= (3 if given and len(front) < 2 else 2) * times.get(id(r), 1):
            r.label = text
