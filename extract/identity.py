"""Which names of one article are names of one thing. One decision for one name in one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .kinds import Cluster, Witness
from .referents import Referent
from .spelling import cluster_key, is_acronym, name_tokens, one_apart, same_person, shortens, spells

if TYPE_CHECKING:
    from ..ontology.registry import Actor, Registry
    from .lexicon import Lexicon
    from .names import Span
    from .tree import Tree


class Identifier:
    """Gathers the names of an article into referents."""

    def __init__(self, trees: list[Tree], lexicon: Lexicon, registry: Registry) -> None:
        self.trees, self.lexicon, self.registry = trees, lexicon, registry
        self.witness = Witness(lexicon, registry)
        self.clusters: dict[str, Cluster] = {}
        self.by_key: dict[str, Referent] = {}
        self._labelled: dict[str, Referent] = {}
        self._persons: dict[str, list[Referent]] = {}  # by first and last word of their full names
        self._named: list[tuple[Cluster, Referent]] = []  # what is no person, longest name first

    def referents(self, spans: list[Span]) -> dict[int, Referent]:
        """The referent of each span, by the span's place in the list."""
        owners = [self._cluster(span) for span in spans]
        owners = self._part(spans, owners)
        brackets = [(owners[n - 1], owners[n]) for n in range(1, len(spans)) if self._bracketed(spans[n - 1], spans[n])]
        order = sorted(self.clusters.values(), key=lambda c: (-len(c.tokens), -len(c.key), c.key))
        for cluster in order:
            self._settle(cluster)
        for left, right in brackets:
            self._alias(left, right)
        self.by_key = {c.key: c.referent for c in order if c.referent is not None}
        for cluster in order:
            if cluster.backer and cluster.referent is not None:
                cluster.referent.backer = self.by_key.get(cluster_key(cluster.backer))
        return {n: owner.referent for n, owner in enumerate(owners) if owner.referent is not None}

    def _part(self, spans: list[Span], owners: list[Cluster]) -> list[Cluster]:
        """Takes a known surname off what it is run together with: "Warhol Polaroids" where there is an Andy Warhol."""
        surnames = {
            c.tokens[-1]
            for c in self.clusters.values()
            if len(c.tokens) > 1 and c.spans[0].text.split()[0] in self.lexicon.genders
        }
        firsts = {c.tokens[0] for c in self.clusters.values() if len(c.tokens) > 1}
        gone = {
            c.key
            for c in self.clusters.values()
            if len(c.tokens) > 1
            and c.tokens[0] in surnames
            and c.tokens[0] not in firsts - {c.tokens[0]}
            and c.spans[0].text.split()[0] not in self.lexicon.genders
            and not c.told
            and not self.witness.heads(c.tokens)
            and c.votes["Person"] + c.votes["Thing"] + c.votes["Group"] >= c.votes.total()
            and "-" not in c.spans[0].text.split()[0]
        }
        if not gone:
            return owners
        for key in gone:
            for span in self.clusters.pop(key).spans:
                span.first, span.text = span.first + 1, span.text.split(" ", 1)[-1]
        return [self._cluster(span) if owner.key in gone else owner for span, owner in zip(spans, owners, strict=True)]

    def _cluster(self, span: Span) -> Cluster:
        key = cluster_key(span.text)
        cluster = self.clusters.get(key)
        if cluster is None:
            cluster = self.clusters[key] = Cluster(key, key.replace("-", " ").split())
        cluster.spans.append(span)
        self.witness.hear(self.trees[span.sentence], span, cluster)
        return cluster

    # -- one name --------------------------------------------------------------------------------------------------------

    def _settle(self, cluster: Cluster) -> None:
        found = self._known(cluster) or self._same(cluster) or self._new(cluster)
        cluster.referent = found
        found.names.update(span.text for span in cluster.spans)
        found.nouns |= cluster.nouns
        if found.kind != "Person":
            found.nouns.update(self.witness.heads(cluster.tokens))
        found.gender = found.gender or cluster.gender
        found.country = found.country or cluster.country
        found.named += len(cluster.spans)
        self._labelled.setdefault(found.label, found)
        if found.kind != "Person":
            self._named.append((cluster, found))
            return
        if not found.gender:
            found.gender = self._gender(found.label)
        tokens = [t for t in cluster.tokens if t not in self.lexicon.person_suffixes]
        for full in (tokens, name_tokens(found.label)):
            for token in {full[0], full[-1]} if len(full) > 1 else ():
                known = self._persons.setdefault(token, [])
                if found not in known:
                    known.append(found)

    def _gender(self, name: str) -> str:
        words = name.replace("-", " ").split()
        return self.lexicon.genders.get(words[0], "") if len(words) > 1 else ""

    def _known(self, cluster: Cluster) -> Referent | None:
        """The referent of a name that the registry has, or that is a country's."""
        text = cluster.spans[0].text
        actor = self.registry.actor(text)
        if actor is not None and not self._doubted(cluster, actor):
            return self._listed(actor)
        country = self.registry.country(text)
        if country is None or cluster.told["Person"] > 2:
            return None
        found = self._labelled.get(country) or Referent(country, "Country", country=country, sure=True)
        found.nouns |= {"country", "nation"}
        return found

    def _listed(self, actor: Actor) -> Referent:
        found = self._labelled.get(actor.label) or Referent(
            actor.label, actor.type, country=actor.country or "", sure=True
        )
        if actor.type != "Person":
            found.nouns.update(self.witness.heads(name_tokens(actor.label)))
        found.listed = True
        return found

    def _doubted(self, cluster: Cluster, actor: Actor) -> bool:
        """Whether a short name that the registry has means somebody else here: the article has a fuller name for it."""
        if len(cluster.tokens) > 1:
            return False
        if actor.type == "Person":
            return any(r.label != actor.label for r in self._persons.get(cluster.tokens[0], ()))
        return cluster.told["Person"] > 2

    def _same(self, cluster: Cluster) -> Referent | None:
        """The referent of a longer name of which this one is a short form or a variant."""
        person = self._person(cluster)
        if person is not None:
            return person
        tokens, text = cluster.tokens, cluster.spans[0].text
        if is_acronym(text):
            for full, referent in self._named:
                if spells(text, full.tokens):
                    return referent
            for referents in self._persons.values():
                for referent in referents:
                    if not referent.sure and spells(text, name_tokens(referent.label)):
                        return referent
        if tokens == ["korea"]:
            found = [r for _, r in self._named if r.label in ("South Korea", "North Korea")]
        elif len(tokens) > 1:
            found = [r for full, r in self._named if shortens(tokens, full.tokens) or self._headless(cluster, full, r)]
        else:
            found = [r for full, r in self._named if self._last_word(cluster, full, r)]
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
            return len(full.tokens) == 2 and r.kind in ("Thing", "", "Organization")
        return full.tokens[0] == word and all(t in self.lexicon.heads for t in full.tokens[1:])

    def _headless(self, cluster: Cluster, full: Cluster, r: Referent) -> bool:
        """Whether a name is a longer one without its general noun: "Free Patriots" for "Free Patriots Party"."""
        n = len(cluster.tokens)
        if (
            full.tokens[:n] != cluster.tokens
            or r.kind in ("Place", "Country", "Person")
            or cluster.votes["Person"]
            or self._gender(cluster.spans[0].text)
        ):
            return False
        if not all(t in self.lexicon.heads for t in full.tokens[n:]):
            return False
        return self.registry.place(cluster.spans[0].text) is None and cluster.told["Person"] < 2

    def _person(self, cluster: Cluster) -> Referent | None:
        tokens = [t for t in cluster.tokens if t not in self.lexicon.person_suffixes]
        if not tokens:
            return None
        if len(tokens) > 1 and tokens[0] not in self.lexicon.particles:
            for other in self._persons.get(tokens[-1], ()):
                names = [name_tokens(name) for name in sorted(other.names)]
                if any(
                    len(name) > len(tokens) and name[-len(tokens) :] == tokens and tokens[0] not in self.lexicon.genders
                    for name in names
                ):
                    return other
                if any(same_person(tokens, name) for name in sorted(other.names)) and self.witness.kind(cluster)[0] in (
                    "Person",
                    "",
                ):
                    return other
            return None
        known = self._persons.get(tokens[-1], [])
        if not known:
            return self._misspelt(cluster, tokens[0]) if len(tokens) == 1 else None
        votes = cluster.votes
        if cluster.told["Place"] or (votes["Place"] > votes["Person"] and 2 * cluster.located > len(cluster.spans)):
            return None
        return max(
            known, key=lambda r: (any(name_tokens(name)[-1] == tokens[-1] for name in r.names), r.named, r.label)
        )

    def _misspelt(self, cluster: Cluster, token: str) -> Referent | None:
        """ "Gustafon" for Gustafson: a lone surname, once, one letter away from a known one."""
        if (
            len(cluster.spans) > 1
            or len(token) < 5
            or not cluster.votes["Person"]
            or self.registry.place(cluster.spans[0].text)
        ):
            return None
        near = [
            r for known, rs in self._persons.items() if known[0] == token[0] and one_apart(token, known) for r in rs
        ]
        near = [r for r in dict.fromkeys(near) if any(one_apart(name_tokens(n)[-1], token) for n in r.names)]
        return near[0] if len(near) == 1 else None

    def _new(self, cluster: Cluster) -> Referent:
        kind, sure = self.witness.kind(cluster)
        texts = sorted({span.text for span in cluster.spans})
        label = max(texts, key=lambda t: (not t.isupper() or " " not in t, sum(s.text == t for s in cluster.spans)))
        label = label[4:] if label[:4].lower() == "the " else label
        found = Referent(label, kind, cluster.gender, sure=sure)
        if kind == "Place":
            place = self.registry.place(label)
            if place is not None:
                found.label, found.country = place.label, place.country or ""
                found.nouns |= {"city", "town"} if place.population else set()
                found.mapped = True
                return self._labelled.get(found.label, found)
        if kind in ("Group", "") and cluster.spans[0].label == "NORP" and cluster.tokens[-1].endswith("s"):
            found.plural = True
            found.country = self.registry.demonym(label) or ""
        return found

    # -- brackets --------------------------------------------------------------------------------------------------------

    def _bracketed(self, left: Span, right: Span) -> bool:
        """ "Hayat Tahrir al-Sham (HTS)", "CEI (Italian Episcopal Conference)", "Masjid al-Haram (Grand Mosque)"."""
        if left.sentence != right.sentence or right.first != left.end + 1:
            return False
        tree = self.trees[left.sentence]
        if tree.words[left.end] != "(" or right.end >= len(tree) or tree.words[right.end] != ")":
            return False
        tokens = name_tokens(right.text)
        if is_acronym(right.text) or is_acronym(left.text):
            return len(name_tokens(left.text)) + len(tokens) > 2 and self.registry.country(right.text) is None
        return (
            len(tokens) > 1
            and tokens[-1] in self.lexicon.heads
            and tokens[-1] not in ("party", "city", "state", "county")
        )

    def _alias(self, left: Cluster, right: Cluster) -> None:
        """Makes one referent of a name and what stands in brackets after it; the registry's label, or the longer name, stays."""
        a, b = left.referent, right.referent
        if a is None or b is None or a is b or "Person" in (a.kind, b.kind) and a.kind != b.kind and a.sure and b.sure:
            return
        listed = [r for r in (a, b) if self.registry.labelled(r.label)]
        keep = listed[0] if len(listed) == 1 else max((a, b), key=lambda r: (len(r.label.split()), r is a))
        gone = b if keep is a else a
        if not keep.sure and (gone.sure or keep.kind in ("", "Person", "Thing")) and gone.kind:
            keep.kind = gone.kind if gone.kind != "Person" else "Organization"
        keep.names |= gone.names
        keep.nouns |= gone.nouns
        for cluster in self.clusters.values():
            if cluster.referent is gone:
                cluster.referent = keep
