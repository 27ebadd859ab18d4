"""Every error a user can meet: each says where, what, and what to do."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What would break the line, move the terminal's cursor or turn the reading direction: controls, half characters, line
#: and paragraph separators, bidirectional marks.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def printable(text: str) -> str:
    """Text for one line of a terminal: what is no character to be seen is written as Python writes it, `\\x1b`."""
    return _UNPRINTABLE.sub(lambda m: m[0].encode("unicode_escape").decode("ascii"), text)


def nearest(name: str, known: Iterable[str], otherwise: str) -> str:
    """What to do about a name that is not known: the three nearest that are, if any is near."""
    near = difflib.get_close_matches(name, sorted(set(known)), n=3)
    return f"did you mean {' or '.join(near)}?" if near else otherwise


class TriplewireError(Exception):
    """Base of all errors that Triplewire raises on purpose.

    The message is one line for the user: where it happened, what is wrong, what to do about it. What it quotes (names
    of files, of fields, of actors) may hold anything, and is made printable here.
    """

    def __init__(self, where: str, what: str, todo: str = "") -> None:
        self.where, self.what, self.todo = where, what, todo
        super().__init__(printable(f"{where}: {what}" + (f"; {todo}" if todo else "")))

    def __reduce__(self) -> tuple[type[TriplewireError], tuple[str, str, str]]:
        return type(self), (self.where, self.what, self.todo)  # crosses process borders


class UsageError(TriplewireError):
    """The call itself is wrong: an option, a path, a query (exit status 2)."""


class ArticleError(TriplewireError):
    """One article cannot be read or analysed; the others go on (exit status 1)."""


class StoreError(TriplewireError):
    """The graph cannot be opened, read or written."""


class DataFileError(TriplewireError):
    """A vocabulary, registry or shapes file is not what it must be."""


class MissingExtraError(TriplewireError):
    """An optional package is not installed; the message names the extra that brings it."""

    def __init__(self, where: str, what: str, todo: str = "", *, extra: str = "") -> None:
        super().__init__(where, what, todo or f"pip install 'triplewire[{extra}]'")
