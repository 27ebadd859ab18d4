"""What a text shares with its copies: hashes of its wording, of which near-identical texts have at least one in common.

A set of shingles (runs of five words) is sketched by MinHash, and the sketch is cut into bands that are hashed whole
(locality-sensitive hashing: Broder, "On the resemblance and containment of documents", 1997; Indyk and Motwani, 1998).
Two texts that share a part J of their shingles share a band with probability 1 - (1 - J⁵)¹²: above 0.99 where J is
0.8, about 0.3 where it is 0.5, below 0.004 where it is 0.2. The opening is sketched apart, since papers shorten a wire
story from its end. What a text gets depends on nothing but its words, so whether two articles are copies can be asked
of any two at any time, wherever they were read.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from ...ontology.iri import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from ...ontology.model import Block

_SHINGLE = 5  # words
_OPENING = 100  # words
_BANDS, _ROWS = 12, 5
_WORD = re.compile(r"\w+")


def fingerprint(text: str, blocks: Sequence[Block] = ()) -> tuple[str, ...]:
    """Hashes (16 hex digits, sorted) of the body of a text; none where it has no word.

    `blocks` tell what of the text is body, without them all is: papers write headlines of their own. Case,
    punctuation, spacing and the form of Unicode do not matter.
    """
    body = " ".join(text[b.start : b.end] for b in blocks if b.kind == "body") if blocks else text
    words = _WORD.findall(unicodedata.normalize("NFKC", body).casefold())
    if not words:
        return ()
    return tuple(sorted({*_bands(words), *_bands(words[:_OPENING])}))


def _bands(words: Sequence[str]) -> list[str]:
    shingles = {" ".join(words[n : n + _SHINGLE]) for n in range(max(1, len(words) - _SHINGLE + 1))}
    hashes = np.frombuffer(
        b"".join(blake2b(s.encode("utf-8", "surrogatepass"), digest_size=8).digest() for s in shingles), dtype="<u8"
    )
    factors, offsets = _permutations()
    sketch = (hashes[:, np.newaxis] * factors + offsets).min(axis=0)  # modulo 2**64
    return [digest(str(n), band.tobytes().hex()) for n, band in enumerate(sketch.reshape(_BANDS, _ROWS))]


@cache
def _permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Factors (odd) and offsets of the functions x → ax + b that put hashes into other orders, one for each row."""
    drawn = b"".join(blake2b(f"permutation {n}".encode(), digest_size=16).digest() for n in range(_BANDS * _ROWS))
    pairs = np.frombuffer(drawn, dtype="<u8").reshape(-1, 2)
    return pairs[:, 0] | np.uint64(1), pairs[:, 1]
