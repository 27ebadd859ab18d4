"""Wide answers on a narrow terminal: one block a row, a line a column, as database shells print them."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: A column of words is of use from so many characters on; or where no cell of its takes more lines than these.
ROOM, LINES = 24, 3
_GAP = 2


def fits(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> bool:
    """Whether a table of these cells reads well in so many characters: short columns whole, the others not too thin."""
    lengths = sorted(max([len(name), *map(len, cells)]) for name, *cells in zip(columns, *rows, strict=True))
    free = width - _GAP * (len(columns) - 1)
    for left in range(len(lengths), 0, -1):  # from the shortest on, each takes what it needs of an even share
        share = min(lengths[-left], free // left)
        if share < min(lengths[-left], ROOM) and share * LINES < lengths[-left]:
            return False
        free -= share
    return True


def filled(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[list[str], list[list[str]]]:
    """The same without the columns in which no row has anything."""
    used = [n for n in range(len(columns)) if any(row[n] for row in rows)]
    return [columns[n] for n in used], [[row[n] for n in used] for row in rows]


def records(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """The rows as blocks; what is empty is left out, and addresses are kept whole, so that they can be copied."""
    margin = max(map(len, columns), default=0) + _GAP
    lines = []
    for number, row in enumerate(rows, 1):
        lines.append(f"─[ {number} ]".ljust(width, "─"))
        for name, cell in zip(columns, row, strict=True):
            if not cell:
                continue
            room = max(width - margin, ROOM)
            wrapped = textwrap.wrap(cell, room, break_long_words=False, break_on_hyphens=False)
            lines += [(name if n == 0 else "").ljust(margin) + part for n, part in enumerate(wrapped)]
    return "\n".join(lines) + "\n"
