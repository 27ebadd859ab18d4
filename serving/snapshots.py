"""Snapshots of a graph's folder: what a server reads, so that a build may write meanwhile.

The engine warns of readers beside a writer: one that opens a folder while another writes may miss files. A snapshot is
a checkpoint of the engine's own; on one file system it shares the graph's files, and takes no time and no room.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from ..graph.opening import guarded, open_store

if TYPE_CHECKING:
    from pathlib import Path

    _Mark = tuple[tuple[str, int, int], ...]


class Snapshots:
    """The snapshots of a graph, in a folder of their own. Raises StoreError where there is no graph."""

    def __init__(self, graph: Path, folder: Path) -> None:
        self._graph, self._folder, self._count = graph, folder, 0
        self._seen = self._taken = self._mark()
        self.latest = self.take()

    def take(self) -> Path:
        """A snapshot of what is there now. The one before stays for those who still read it, older ones go."""
        mark = self._mark()
        store = open_store(self._graph, read_only=True)
        target = self._folder / str(self._count + 1)
        with guarded(str(self._graph)):
            store.backup(str(target))
        self._count += 1
        self._taken = mark
        shutil.rmtree(self._folder / str(self._count - 2), ignore_errors=True)
        self.latest = target
        return target

    def due(self) -> bool:
        """Whether the graph has changed since it was taken, and not since the last look."""
        before, self._seen = self._seen, self._mark()
        return self._seen == before and self._seen != self._taken

    def _mark(self) -> _Mark:
        """What tells one state of the folder from another; the engine's diaries do not count."""
        found = []
        for file in self._graph.iterdir() if self._graph.is_dir() else ():
            if not file.name.startswith(("LOG", "LOCK")):
                state = file.stat()
                found.append((file.name, state.st_mtime_ns, state.st_size))
        return tuple(sorted(found))
