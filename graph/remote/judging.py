"""The judgements on names of a shared store: they lie in it, in a graph of their own, for all who share it.

Each is a string, the line that a folder's file would have. All are replaced in one request, which does nothing unless
they are still those that were read; so of two who judge at once the later is told, and nobody's judgement is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from ...ontology.errors import StoreError
from ...ontology.iri import BASE, digest
from .. import terms as t
from ..resolve.judgements import lines_of, parsed
from ..terms import node, text
from .writing import stage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..resolve.judgements import Judgement
    from .store import RemoteStore

JUDGEMENTS = BASE + "judgements"
_ME, _LINE, _EDITION = ox.NamedNode(JUDGEMENTS), ox.NamedNode(t.RDF + "value"), ox.NamedNode(t.SCHEMA + "version")


class Shared:
    """The judgements in a shared store."""

    def __init__(self, store: RemoteStore) -> None:
        self._store = store
        self._edition = ""  # a hash of what was read; nothing where there were none

    def read(self) -> tuple[Judgement, ...]:
        """The judgements, sorted. Raises DataFileError where what lies there is none."""
        self._edition = self._now()
        return parsed(sorted(self._values(_LINE)), f"{self._store.address} judgements")

    def save(self, judgements: Iterable[Judgement]) -> None:
        """Puts these in the place of what was read. Raises StoreError where somebody else has judged since."""
        lines = lines_of(judgements)
        edition = digest(*lines)
        triples = [f"{_ME} {_LINE} {text(line)} .\n" for line in lines] + [f"{_ME} {_EDITION} {text(edition)} .\n"]
        staged = stage(self._store, JUDGEMENTS + edition, triples)
        me, new = f"GRAPH {_ME}", f"GRAPH {node(staged)}"
        unchanged = (
            f"{me} {{ {_ME} {_EDITION} {text(self._edition)} }}" if self._edition
            else f"FILTER NOT EXISTS {{ {me} {{ {_ME} {_EDITION} ?any }} }}"
        )  # fmt: skip
        self._store.request(
            f"DELETE {{ {me} {{ ?s ?p ?o }} }} INSERT {{ {me} {{ ?a ?b ?c }} }}\n"
            f"WHERE {{ {unchanged} {{ {me} {{ ?s ?p ?o }} }} UNION {{ {new} {{ ?a ?b ?c }} }} }};\n"
            f"DROP SILENT GRAPH {node(staged)}"
        )
        if self._now() != edition:
            what = "somebody else judged names in this store at the same moment"
            raise StoreError(self._store.address, what, "give the same command again")
        self._edition = edition

    def changed(self) -> bool:
        """Whether somebody has judged since they were read."""
        return self._now() != self._edition

    def _now(self) -> str:
        return next(iter(self._values(_EDITION)), "")

    def _values(self, predicate: ox.NamedNode) -> list[str]:
        found = self._store.quads_for_pattern(_ME, predicate, None, _ME)
        return [q.object.value for q in found if isinstance(q.object, ox.Literal)]
