"""Opens the store of a graph, in a folder or at an address, and says in one line what stands in the way."""

from __future__ import annotations

import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from ..ontology.errors import StoreError
from .failures import REBUILD, failure
from .remote.address import is_address
from .remote.store import RemoteStore
from .resolve.judgements import FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = "CURRENT"  # the file that every Oxigraph folder has
#: Files of the engine; those that hold no data it makes before the mark.
_ENGINES = re.compile(r"LOCK|IDENTITY|LOG(\.old\.\d+)?|(MANIFEST|OPTIONS)-\d+(\.dbtmp)?|\d+\.(dbtmp|log|sst)")
_DATA = re.compile(r"\d+\.(log|sst)")
#: What the engine says of a folder that it was killed in before it had made all of its parts.
_UNFINISHED = ("column family not found", "inserts are only possible on read-write instances")
_NOTHING = "there is no graph here", "build one first: triplewire build PATH…"


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
    with guarded(where, alone=not read_only):
        _check(path, read_only=read_only)
        if read_only:
            return _reading(path)
        path.mkdir(parents=True, exist_ok=True)
        store = ox.Store(where)
        _sweep(path)  # only now: the store's lock is ours
        return store


def _check(path: Path, *, read_only: bool) -> None:
    """Whether a graph can be opened in a folder, or begun; a beginning at which a process was killed counts as none."""
    found = [] if not path.exists() else [file for file in path.iterdir() if not file.name.startswith(FILE)]
    if any(file.name == _MARK for file in found):
        return
    if not all(_ENGINES.fullmatch(file.name) for file in found):
        raise StoreError(str(path), "is a folder of other things, not a graph", "name an empty or a new folder")
    if any(_DATA.fullmatch(file.name) and file.stat().st_size for file in found):
        raise StoreError(str(path), f"the graph is damaged (its file {_MARK} is gone)", REBUILD)
    if read_only:
        raise StoreError(str(path), *_NOTHING)


def _reading(path: Path) -> ox.Store:
    try:
        return ox.Store.read_only(str(path))
    except RuntimeError as e:
        begun = any(words in str(e).casefold() for words in _UNFINISHED) and not any(path.glob("*.sst"))
        if begun:
            raise StoreError(str(path), *_NOTHING) from e
        raise


def _sweep(path: Path) -> None:
    """Removes what a killed process left unfinished, and the engine's diaries of earlier times."""
    for left in (*path.glob("bulk-*.sst"), *path.glob("LOG.old.*"), path / f"{FILE}.part"):
        left.unlink(missing_ok=True)


@contextmanager
def guarded(where: str, *, alone: bool = False) -> Iterator[None]:
    """Turns what the engine raises while it opens, reads or writes into a StoreError of one line.

    `alone` where no other process can be writing to the graph, since this one holds it.
    """
    try:
        yield
    except (OSError, RuntimeError) as e:
        if isinstance(e, RecursionError | NotImplementedError):
            raise
        told = failure(where, e, alone=alone)
        if told is None:
            raise
        raise told from e
