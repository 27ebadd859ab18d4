"""Opens the store of a graph, in a folder or at an address, and says in one line what stands in the way."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from ..ontology.errors import StoreError
from .remote.client import is_address
from .remote.store import RemoteStore
from .resolve.judgements import FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = "CURRENT"  # the file that every Oxigraph folder has


def open_store(path: Path | str | None, *, read_only: bool) -> ox.Store:
    """The store in a folder, which is made where there is none; at an address; in memory where `path` is None.

    Raises StoreError where the path is no folder, a folder of something else, not to be written, held by another
    process, or damaged; with `read_only` also where there is no graph yet.
    """
    if path is None:
        return ox.Store()
    where = str(path)
    if is_address(path):
        # All that the graph asks of an Oxigraph store it has; that class cannot be derived from.
        return cast("ox.Store", RemoteStore(where, read_only=read_only))
    path = Path(path)
    if path.exists() and not path.is_dir():
        raise StoreError(where, "is a file, not a graph", "name a folder")
    with guarded(where):
        empty = not path.exists() or all(file.name == FILE for file in path.iterdir())  # judgements may come first
        if read_only and empty:
            raise StoreError(where, "there is no graph here", "build one first: triplewire build PATH…")
        if not empty and not (path / _MARK).exists():
            raise StoreError(where, "is a folder of other things, not a graph", "name an empty or a new folder")
        if read_only:
            return ox.Store.read_only(where)
        path.mkdir(parents=True, exist_ok=True)
        store = ox.Store(where)
        _sweep(path)  # only now: the store's lock is ours
        return store


def _sweep(path: Path) -> None:
    """Removes what a killed process left unfinished, and the engine's diaries of earlier times."""
    for left in (*path.glob("bulk-*.sst"), *path.glob("LOG.old.*"), path / f"{FILE}.part"):
        left.unlink(missing_ok=True)


@contextmanager
def guarded(where: str) -> Iterator[None]:
    """Turns what the engine raises while it opens, reads or writes into a StoreError of one line."""
    try:
        yield
    except (OSError, RuntimeError) as e:
        if isinstance(e, RecursionError | NotImplementedError):
            raise
        reason = " ".join(str(e).split()).removeprefix("IO error: ")
        low = reason.casefold()
        if "while lock file" in low or "lock hold by current process" in low:
            raise StoreError(where, "another process is using this graph", "wait until it has ended, or stop it") from e
        if "no such file" in low and ".sst" in low:  # what a reader meets whose files a writer has just merged
            todo = "wait until it has ended; where none is at work, the graph is damaged: build it again"
            raise StoreError(where, "another process seems to be writing to this graph", todo) from e
        if isinstance(e, PermissionError) or "permission denied" in low or "read-only" in low or "read only" in low:
            raise StoreError(where, "may not be written", "choose another folder, or ask for the right to write") from e
        if "no space left" in low or "disk quota" in low:
            raise StoreError(where, "the disk is full", "make room and give the same command again") from e
        if not Path(where).is_dir():
            raise StoreError(where, f"cannot be made ({reason})", "choose another folder") from e
        raise StoreError(where, f"the graph is damaged ({reason})", "build it again into a new folder") from e
