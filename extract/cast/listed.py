"""What the registry has of a name: an actor, a country, the actor's name after its country's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .referents import Referent
from .spelling import name_tokens, same_person

if TYPE_CHECKING:
    from ...ontology.registry import Actor, Registry
    from ..syntax.tree import Tree
    from .clusters import Cluster
    from .kinds import Witness
    from .persons import Persons

_RULES = re.compile(r"(?:the )?government of (?:the )?(.+)", re.IGNORECASE)


class Listed:
    """Looks up the names of one article."""

    def __init__(
        self,
        trees: list[Tree],
        registry: Registry,
        witness: Witness,
        persons: Persons,
        labelled: dict[str, Referent],
    ) -> None:
        """`labelled`: the article's referents by label."""
        self.trees, self.registry, self.witness = trees, registry, witness
        self._persons, self.labelled = persons, labelled

    def known(self, cluster: Cluster) -> Referent | None:
        """The referent of a name that the registry has, or that is a country's."""
        text = cluster.spans[0].text
        actor = self.registry.actor(text) or self._of_country(text)
        if actor is not None and not self._doubted(cluster, actor):
            return self._listed(actor)
        ruled = _RULES.fullmatch(text)
        country = self.registry.country(ruled[1] if ruled else text) or self._people(cluster)
        if country is None or cluster.told["Person"] > 2 or cluster.signs.titled:
            return None
        found = self.labelled.get(country) or Referent(country, "Country", country=country, sure=True)
        found.nouns |= {"country", "nation", *self.witness.words.lands_called.get(country, ())}
        return found

    def _of_country(self, text: str) -> Actor | None:
        """The actor whose name stands behind its own country's: "the United States Republican Party"."""
        words = text.split()
        for n in range(1, min(4, len(words) - 1)):
            front = " ".join(words[:n])
            country = self.registry.country(front) or self.registry.demonym(front)
            actor = self.registry.actor(" ".join(words[n:])) if country else None
            if actor is not None and actor.country == country:
                return actor
        return None

    def _people(self, cluster: Cluster) -> str | None:
        """ "The Belgians" are Belgium; "Belgians", without the article, are some people of it."""
        text = cluster.spans[0].text
        country = self.registry.demonym(text) if text.endswith("s") else None
        if country is None or self.registry.country(country) is None:
            return None
        the = any(self.trees[s.sentence].lower[s.first - 1] == "the" for s in cluster.spans if s.first)
        return country if the else None

    def _listed(self, actor: Actor) -> Referent:
        found = self.labelled.get(actor.label) or self._fuller(actor)
        found = found or Referent(actor.label, actor.type, country=actor.country or "", sure=True)
        if actor.type == "Place":
            found.nouns |= {"region", "territory"} - {actor.label.lower()}
        if actor.type != "Person":
            heads = {*self.witness.heads(name_tokens(actor.label))}
            found.nouns = heads if heads & self.witness.words.waters else found.nouns | heads
        found.listed = True
        return found

    def _fuller(self, actor: Actor) -> Referent | None:
        """The person whom the article also names with more names than the registry has: "John Fitzgerald Kennedy"."""
        tokens = name_tokens(actor.label)
        if actor.type != "Person" or len(tokens) < 2:
            return None
        known = [r for r in self._persons.bearing(tokens[-1]) if not r.listed and same_person(tokens, r.label)]
        known = [r for r in known if len(found := name_tokens(r.label)) > len(tokens) and found[0] == tokens[0]]
        if len(known) != 1:
            return None
        known[0].label = actor.label
        known[0].country = known[0].country or actor.country or ""
        return known[0]

    def _doubted(self, cluster: Cluster, actor: Actor) -> bool:
        """Whether a short name that the registry has means somebody else here: the article has a fuller name for it."""
        if len(cluster.tokens) > 1:
            return False
        if cluster.signs.titled:
            return True  # "an artwork entitled Kenya"
        if cluster.used["Thing"] and cluster.spans[0].text in actor.acronyms:
            return True  # "any ETA", which is a time
        if actor.type == "Person":
            known = self._persons.bearing(cluster.tokens[0])
            if any(r.label == actor.label for r in known):
                return False
            return any(r.introduced < cluster.place for r in known)
        return cluster.told["Person"] > 2
