"""Text → paragraphs, by its line ends: blank lines, one paragraph a line, hard-wrapped lines, lists."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]

#: The widest column at which text is wrapped by hand or by mail programs.
_WIDEST_WRAP = 132
_NARROWEST_WRAP = 40
#: A line may end this much before the column without having been broken there on purpose.
_RAGGED = 3
BULLET = re.compile(r"[-*+•·‣▪●–]\s+|\(?\d{1,2}[.)]\s+(?=\S)|>\s+")


def paragraphs(text: str) -> Iterator[tuple[Span, bool]]:
    """The paragraphs of `text` as ((start, end), blank line before), in order, without surrounding white space.

    Lines are joined into one paragraph only where they look wrapped: all of them narrow, and the first word of the
    next one would not have fitted on this one. List items stand alone.
    """
    lines = list(_lines(text))
    width = _wrap_width(text, lines)
    start = end = -1
    gap = True
    for i, (a, b, blank) in enumerate(lines):
        if i and not blank and width and _goes_on(text, lines[i - 1], (a, b), width):
            end = b
            continue
        if start >= 0:
            yield (start, end), gap
        start, end, gap = a, b, blank
    if start >= 0:
        yield (start, end), gap


def _lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether a blank line or the text's start stands before) of each line that is not blank."""
    blank = True
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            start = at + line.index(bare)
            yield start, start + len(bare), blank
        blank = not bare
        at += len(line) + 1


def _wrap_width(text: str, lines: list[tuple[int, int, bool]]) -> int:
    """The column at which the text is hard-wrapped, 0 where it is not.

    Wrapped text breaks lines inside sentences: a line without final punctuation, the next one in lower case.
    """
    lengths = sorted(b - a for a, b, _ in lines)
    if not lengths:
        return 0
    widest = lengths[-max(1, len(lengths) // 100)]  # an address too long to wrap shall not decide
    if not _NARROWEST_WRAP <= widest <= _WIDEST_WRAP:
        return 0
    inside = any(
        not blank and text[a].islower() and text[before - 1] not in ".!?:" and 2 * (before - start) > widest
        for (start, before, _), (a, _, blank) in pairwise(lines)
    )
    return widest if inside else 0


def _goes_on(text: str, line: tuple[int, int, bool], following: Span, width: int) -> bool:
    """Whether the break between two lines is one of wrapping."""
    if BULLET.match(text, *following):
        return False
    first_word = text[following[0] : following[1]].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(first_word) > width - _RAGGED
