"""Brings a store in line with judgements. Only articles that speak of what is judged anew are written again.

Each article is rewritten in one transaction, from what was extracted; the last ones note which judgements the store
shows. Whatever ends the process in between, the next one that opens the store finds the note wanting and goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from .. import terms as t
from ..encode import Encoded
from ..terms import node, text
from ..writing import extracted_of, replace_article
from .renaming import judged

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from .naming import Naming

_LEDGER = ox.NamedNode(t.LEDGER)
_LABEL, _JUDGED, _RENAMED = ox.NamedNode(t.LABEL), ox.NamedNode(t.JUDGED), ox.NamedNode(t.RENAMED)

#: Notes in one update: other makers' stores take no more than some thousands.
_TOGETHER = 2_000


def unapplied(store: ox.Store, naming: Naming) -> set[str]:
    """The entities, by IRI, that the store does not show as these judgements have them."""
    shown = dict(
        q.object.value.split(" ", 1)[::-1]
        for q in store.quads_for_pattern(_LEDGER, _JUDGED, None, _LEDGER)
        if isinstance(q.object, ox.Literal)
    )
    wanted = naming.marks()
    return {iri for iri in shown.keys() | wanted.keys() if shown.get(iri) != wanted.get(iri)}


def apply(store: ox.Store, naming: Naming, changed: Collection[str] | None = None) -> int:
    """Makes the store show these judgements; gives the number of articles that were looked at.

    `changed` are the entities, by IRI, whose articles are written again: by default those that the store
    shows otherwise.
    """
    if changed is None:
        changed = unapplied(store, naming)
    if not changed:
        return 0
    articles = _speaking_of(store, changed)
    for article in articles:
        triples = extracted_of(store, article)
        replace_article(store, judged(Encoded(article, triples, 0), naming))
    ledger = node(t.LEDGER)
    store.update(f"DELETE WHERE {{ GRAPH {ledger} {{ {ledger} <{t.JUDGED}> ?mark }} }}")
    notes = [f"{ledger} <{t.JUDGED}> {text(f'{mark} {iri}')} .\n" for iri, mark in naming.marks().items()]
    for start in range(0, len(notes), _TOGETHER):
        store.update(f"INSERT DATA {{ GRAPH {ledger} {{\n{''.join(notes[start : start + _TOGETHER])}}} }}")
    return len(articles)


def _speaking_of(store: ox.Store, entities: Iterable[str]) -> list[str]:
    """The articles that speak of an entity, by its own name or by one that a judgement gave it."""
    found = set()
    for iri in entities:
        me = ox.NamedNode(iri)
        for q in store.quads_for_pattern(me, _LABEL, None, None):
            if isinstance(q.graph_name, ox.NamedNode):
                found.add(q.graph_name.value)
        for q in store.quads_for_pattern(None, _RENAMED, ox.Literal(iri), _LEDGER):
            if isinstance(q.subject, ox.NamedNode):
                found.add(q.subject.value)
    return sorted(found)
