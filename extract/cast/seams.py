"""Names that were run together with their neighbours, parted by what else the article names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .spelling import cluster_key, name_tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from .clusters import Cluster
    from .kinds import Witness
    from .spans import Span


class Seams:
    """Finds where two names meet in the runs of one article, by all its names."""

    def __init__(self, clusters: dict[str, Cluster], witness: Witness) -> None:
        self.clusters, self.witness = clusters, witness

    def part(self, spans: list[Span], owners: list[Cluster], clustered: Callable[[Span], Cluster]) -> list[Cluster]:
        """Parts the spans that hold two names, in the list itself; gives back the clusters of all.

        `clustered` files a span under its name.
        """
        surnames = {c.tokens[-1] for c in self.clusters.values() if self._full(c) and len(c.tokens) < 5}
        gone = {c.key: at for c in self.clusters.values() if (at := self._seam(c, surnames))}
        if not gone:
            return owners
        for key in gone:
            del self.clusters[key]
        parted: list[Span] = []
        settled: list[Cluster] = []
        for span, owner in zip(spans, owners, strict=True):
            words, at = span.text.split(" "), gone.get(owner.key, 0)
            if 0 < at < len(words) == span.end - span.first:
                left, right = " ".join(words[:at]), " ".join(words[at:])
                parts = [
                    replace(span, end=span.first + at, text=left),
                    replace(span, first=span.first + at, text=right, titles=(0, 0)),
                ]
                parts = [part for part in parts if part.text == right or at == 1 or self._named_so(part)]
                parted += parts
                settled += [clustered(part) for part in parts]
            else:
                parted.append(span)
                settled.append(owner)
        spans[:] = parted
        return settled

    def _named_so(self, span: Span) -> bool:
        """Whether what stands before a person's name is a name itself: "Chess Federation", not "Officer"."""
        tokens = name_tokens(span.text)
        known = (
            self.witness.registry.actor(span.text)
            or self.witness.registry.place(span.text)
            or self.witness.heads(tokens)
        )
        return bool(known) or cluster_key(span.text) in self.clusters

    def _seam(self, cluster: Cluster, surnames: set[str]) -> int:
        """Where a name is two that were run together: words of the first, or 0."""
        tokens, text = cluster.tokens, cluster.spans[0].text
        if self._run_together(cluster, surnames):
            return 1
        words = text.split()
        if (
            len(words) < 2
            or len(words) != len(tokens)
            or words[0] in self.witness.lexicon.genders
            or tokens[0] in self.witness.lexicon.front_heads
            or self.witness.registry.actor(text)
        ):
            return 0
        if tokens[-1] in surnames and (actor := self.witness.registry.actor(" ".join(words[:-1]))):
            alone = actor.type == "Organization" and tokens[-1] in self.clusters
            if words[0].isupper() or alone:
                return len(words) - 1  # "told BBC Halloran", "on Twitter Halloran said" where there is a Halloran
        for at in range(1, len(words) - 1):
            full = self.clusters.get(" ".join(tokens[at:]))
            if full is not None and full.tokens[-1] in surnames and self._full(full):
                return at  # "Hill Chess Federation Dana Reyes" where there is a Dana Reyes
        return 0

    def _full(self, cluster: Cluster) -> bool:
        """Whether a name is a person's full name as far as one can tell so early."""
        given = cluster.spans[0].text.split()[0] in self.witness.lexicon.genders
        return len(cluster.tokens) > 1 and (given or cluster.votes["Person"] > 0 or cluster.told["Person"] > 0)

    def _run_together(self, cluster: Cluster, surnames: set[str]) -> bool:
        """Whether a name begins with a surname of the article and nothing tells that it is one name."""
        text, votes = cluster.spans[0].text, cluster.votes
        if len(cluster.tokens) < 2 or cluster.tokens[0] not in surnames or cluster.told or "-" in text.split()[0]:
            return False
        if (
            text.split()[0] in self.witness.lexicon.genders
            or self.witness.heads(cluster.tokens)
            or self.witness.registry.actor(text)
        ):
            return False
        return votes["Person"] + votes["Thing"] + votes["Group"] >= votes.total()
