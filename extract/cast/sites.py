"""A site called by one word of its name, "landed at Orvale" for "Orvale Airport", and whom a ship is named after."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...ontology.registry import Registry
    from ..words.lexicon import Lexicon
    from .clusters import Cluster
    from .referents import Referent


def site(
    cluster: Cluster, longer: Iterable[tuple[Cluster, Referent]], lexicon: Lexicon, registry: Registry
) -> Referent | None:
    """The one site of which a lone word that stands where places stand is a part of the name, not its noun.

    `longer`: the longer names with that word. No town that the gazetteer has, and nobody of whom the article tells.
    """
    word, text, votes = cluster.tokens[0], cluster.spans[0].text, cluster.votes
    if len(cluster.tokens) > 1 or 2 * cluster.located < len(cluster.spans) or not cluster.located:
        return None
    if cluster.told["Person"] + cluster.used["Person"] or 2 * votes["Person"] > len(cluster.spans):
        return None
    if word in lexicon.heads or word in lexicon.nouns or registry.place(text) or registry.demonym(text):
        return None
    found = {id(r): r for full, r in longer if r.kind in ("Place", "Organization") and _names_site(full, word, lexicon)}
    return next(iter(found.values())) if len(found) == 1 else None


def eponym(cluster: Cluster, full: Cluster, lexicon: Lexicon) -> bool:
    """Whether a longer name is that of a ship or fort which bears a person's: "USS Ada Kone", of Ada Kone."""
    given = len(cluster.tokens) > 1 and cluster.spans[0].text.split()[0] in lexicon.genders
    longer = len(full.tokens) > len(cluster.tokens) and full.tokens[0] in lexicon.front_heads
    return longer and (given or cluster.told["Person"] > 0)


def _names_site(full: Cluster, word: str, lexicon: Lexicon) -> bool:
    last = full.tokens[-1]
    return last != word and (lexicon.nouns.get(last) == "place" or lexicon.heads.get(last) == "Place")
