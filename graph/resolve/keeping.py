"""Where the judgements of a graph are kept: in its folder, in the shared store that holds it, or nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ..remote.judging import Shared
from ..remote.store import remote_of
from .judgements import FILE, read, save

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import pyoxigraph as ox

    from .judgements import Judgement


class Keeping(Protocol):
    """Keeps the judgements of one graph."""

    def read(self) -> tuple[Judgement, ...]:
        """The judgements, sorted. Raises DataFileError where what is kept is none."""

    def save(self, judgements: Iterable[Judgement]) -> None:
        """Puts these in the place of what was read, in one step."""

    def changed(self) -> bool:
        """Whether somebody else has judged since they were read or saved."""


def keeping(store: ox.Store, path: Path | None) -> Keeping:
    """What keeps the judgements of the graph in a store, which lies in a folder where `path` is given."""
    remote = remote_of(store)
    return _InFolder(path) if remote is None else Shared(remote)


class _InFolder:
    """A folder is one process's to write, so nobody else judges meanwhile."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def read(self) -> tuple[Judgement, ...]:
        return () if self._path is None else read(self._path / FILE)

    def save(self, judgements: Iterable[Judgement]) -> None:
        if self._path is not None:
            save(self._path / FILE, judgements)

    def changed(self) -> bool:
        return False
