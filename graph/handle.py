"""A graph's store while it is open: let go at the end, and what its engine raises told in one line."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from ..machine.memory import give_back
from ..ontology.errors import StoreError
from . import terms as t
from .opening import guarded, open_store
from .remote.store import remote_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    import pyoxigraph as ox
    import rdflib
    from rdflib.store import Store


class Handle:
    """A store, the folder that it lies in (None: in memory, or elsewhere), and whether it may be written to."""

    def __init__(self, store: ox.Store, path: Path | None, *, read_only: bool = False) -> None:
        self._store: ox.Store | None = store
        self._remote = remote_of(store)
        self.path = path
        self.read_only = read_only

    def close(self) -> None:
        """Writes what is still on its way and lets the folder go. The graph cannot be used afterwards."""
        if self._store is not None and not self.read_only:
            with guarded(self.name, alone=True):
                self._store.flush()
        self._store = None

    def renew(self) -> None:
        """Closes a folder that is open for writing and opens it again, so that what the engine held of it is freed."""
        if self.path is not None and not self.read_only:
            self.close()
            self._store = open_store(self.path, read_only=False)
            give_back()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def name(self) -> str:
        """What messages call this graph: its folder, its address, or `memory`."""
        if self._remote is not None:
            return self._remote.address
        return "memory" if self.path is None else str(self.path)

    @property
    def store(self) -> ox.Store:
        """The Oxigraph store. Raises StoreError where the graph is closed."""
        if self._store is None:
            raise StoreError(self.name, "this graph is closed", "open it again")
        return self._store

    @property
    def dataset(self) -> rdflib.Dataset:
        """The same store as an rdflib Dataset: its default graph is the union, its named graphs are the articles."""
        import rdflib

        dataset = rdflib.Dataset(store=self._rdflib_store())
        for prefix, namespace in t.PREFIXES.items():
            dataset.bind(prefix, namespace)
        return dataset

    def _rdflib_store(self) -> Store:
        if self._remote is not None:
            return self._remote.for_rdflib()
        import oxrdflib

        store: Store = oxrdflib.OxigraphStore(store=self.store)
        return store

    @contextmanager
    def _reading(self) -> Iterator[ox.Store]:
        with guarded(self.name, alone=not self.read_only):
            yield self.store

    @contextmanager
    def _writing(self) -> Iterator[ox.Store]:
        if self.read_only:
            raise StoreError(self.name, "is open for reading only", "open it without read_only")
        with guarded(self.name, alone=True):
            yield self.store
