"""What a coreference component of the user's own pipeline has found: which words of a Doc speak of one thing.

Read are the clusters of spacy-experimental (`doc.spans["coref_clusters_1"]` and on), whatever else writes span groups
under such keys, and the chains of Coreferee (`doc._.coref_chains`). Triplewire brings no such component itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

_CLUSTERS = "coref_clusters"
#: First token, end, number of the chain within the Doc.
Link = tuple[int, int, int]


def links(doc: Doc) -> list[Link]:
    """The mentions that belong to chains, sorted; none where the pipeline has no such component."""
    return sorted({link for number, chain in enumerate(_chains(doc)) for link in _numbered(chain, number)})


def _numbered(chain: list[tuple[int, int]], number: int) -> Iterator[Link]:
    for start, end in chain:
        yield start, end, number


def _chains(doc: Doc) -> Iterator[list[tuple[int, int]]]:
    """The chains as (first token, end) pairs. A mention of several things at once ("the two") is left out."""
    for key in sorted(doc.spans):
        if key.startswith(_CLUSTERS):
            yield [(span.start, span.end) for span in doc.spans[key]]
    if doc.has_extension("coref_chains"):
        for chain in doc._.coref_chains or ():
            yield [(m.token_indexes[0], m.token_indexes[0] + 1) for m in chain if len(m.token_indexes) == 1]
