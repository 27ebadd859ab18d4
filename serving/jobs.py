"""What a worker process can be asked. Each job takes the store first and gives a reply."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from ..graph.answers import answer
from ..graph.terms import PREFIXES
from .workers import Reply

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pyoxigraph as ox


def query(
    store: ox.Store,
    text: str,
    accepted: Sequence[str],
    limit: int,
    default_graphs: Sequence[str],
    named_graphs: Sequence[str],
) -> Reply:
    """A query's answer in the first accepted media type that can hold it, of at most `limit` bytes."""
    kind, body = answer(
        store, text, accepted, limit=limit, default_graphs=default_graphs, named_graphs=named_graphs
    )  # fmt: skip
    return Reply(200, kind, body)


def questions(store: ox.Store) -> Reply:
    """The canned queries with their parameters, and the prefixes that every query may use, as JSON."""
    from ..graph.sparql import canned_queries  # brings rdflib and pandas along

    found = {
        "prefixes": PREFIXES,
        "questions": [{name: value for name, value in asdict(q).items() if name != "sparql"} for q in canned_queries()],
    }
    return Reply(200, "application/json", json.dumps(found, ensure_ascii=False).encode())


def question(store: ox.Store, name: str, given: Mapping[str, str]) -> Reply:
    """A canned query's text with its parameters bound."""
    from ..graph.sparql import canned, filled

    return Reply(200, "application/sparql-query; charset=utf-8", filled(store, canned(name), given).encode())


def page(store: ox.Store) -> Reply:
    """The interactive page of the whole graph."""
    from ..graph.store import KnowledgeGraph

    shown = KnowledgeGraph(store, None, read_only=True).view()
    return Reply(200, "text/html; charset=utf-8", shown.html.encode())
