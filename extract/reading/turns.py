"""Interviews and transcripts: paragraphs that open with who speaks, "((Anna Lind)) I was born …", "Lind: I was …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from ...ontology.model import Block

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The kind of a block that is a label of a turn; it is not read.
SPEAKER = "speaker"
_DOUBLE_BRACKETS = re.compile(r"\(\(([^()\n]{1,60})\)\)\s*")
_COLON = re.compile(r"((?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){0,3}):\s+(?=\S)")
#: A name before a colon is a label only where it comes back, and somebody answers it.
_TIMES, _SPEAKERS = 2, 2


def split_turns(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the labels of turns split off as blocks of their own."""
    colons = Counter(m[1] for b in blocks if b.kind == "body" and (m := _COLON.match(text, b.start, b.end)))
    recurring = {name for name, times in colons.items() if times >= _TIMES}
    bracketed = {m[1] for b in blocks if b.kind == "body" and (m := _DOUBLE_BRACKETS.match(text, b.start, b.end))}
    answering = len(recurring | bracketed) >= _SPEAKERS
    out: list[Block] = []
    for block in blocks:
        label = _DOUBLE_BRACKETS.match(text, block.start, block.end) if block.kind == "body" else None
        if label is None and block.kind == "body" and answering:
            colon = _COLON.match(text, block.start, block.end)
            label = colon if colon is not None and colon[1] in recurring else None
        if label is None:
            out.append(block)
            continue
        out.append(Block(label.start(1), label.end(1), SPEAKER))
        if label.end() < block.end:
            out.append(Block(label.end(), block.end, "body"))
    return tuple(out)


class Turns:
    """Who speaks at an offset of the article's text.

    A turn lasts until the next label; that of one whose part is to ask ends with the question: what follows without a
    label is an answer, or the reporter's again.
    """

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        labels = [b for b in blocks if b.kind == SPEAKER]
        self._starts = [b.start for b in labels]
        self._names = [text[b.start : b.end] for b in labels]
        after = {b.start: n for b, n in pairwise(blocks) if b.kind == SPEAKER and n.kind == "body"}
        said = [after.get(start) for start in self._starts]
        asks = [b is not None and text[b.start : b.end].rstrip().endswith("?") for b in said]
        often = Counter(name for name, ask in zip(self._names, asks, strict=True) if ask)
        turns = Counter(self._names)
        self._ends = [
            b.end if b and ask and 2 * often[name] > turns[name] else None
            for name, b, ask in zip(self._names, said, asks, strict=True)
        ]

    def speaker(self, offset: int) -> str | None:
        """The name on the label of the turn, None outside any."""
        n = bisect_right(self._starts, offset)
        if not n:
            return None
        end = self._ends[n - 1]
        return self._names[n - 1] if end is None or offset < end else None
