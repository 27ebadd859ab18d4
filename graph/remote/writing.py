"""Writes articles to a store over HTTP, each in one update request, which stores carry out as one transaction.

What only the article says leaves the union by a condition that the store itself checks, so that nobody who writes to
the same store at the same time can come in between. An article of more triples than stores take in one request is
brought into a graph of its own beforehand, piece by piece; the one request then puts it in its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...ontology.iri import BASE, digest
from .. import terms as t
from ..terms import node, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .store import RemoteStore

#: Triples in one request. Virtuoso takes fewer than 5,000.
_MOST = 2_000
_ALL = "?s ?p ?o"


@dataclass(frozen=True, slots=True)
class Put:
    """An article to be written: its triples and its lines in the ledger, both N-Triples.

    `leaving` are the articles that go in the same step, itself where it is there already; `place` is the path that
    shall be its alone.
    """

    article: str
    triples: str
    ledger: str
    leaving: tuple[str, ...] = ()
    place: str | None = None


def put(store: RemoteStore, articles: Iterable[Put]) -> None:
    """Writes articles; small ones share a request."""
    steps: list[str] = []
    size = 0
    for article in articles:
        lines = [f"{line}\n" for line in article.triples.split("\n") if line]  # texts may hold U+2028 and the like
        large = len(lines) > _MOST
        if steps and (large or size + len(lines) > _MOST):
            store.request(";\n".join(steps))
            steps, size = [], 0
        staged = stage(store, article.article, lines) if large else None
        steps += _steps(store, article, lines, staged)
        size += _MOST if large else len(lines)
    if steps:
        store.request(";\n".join(steps))


def take_out(store: RemoteStore, article: str) -> None:
    """Removes an article, in one request."""
    store.request(";\n".join(_leave(store, (article,))))


def stage(store: RemoteStore, name: str, lines: list[str]) -> str:
    """Brings triples into a graph that nobody looks at; gives its name."""
    graph = f"{BASE}staged/{digest(name)}"
    store.request(f"DROP SILENT GRAPH {node(graph)}")
    for start in range(0, len(lines), _MOST):
        store.request(store.insert(graph, lines[start : start + _MOST]))
    return graph


def _steps(store: RemoteStore, article: Put, lines: list[str], staged: str | None) -> Iterator[str]:
    me = node(article.article)
    if article.leaving:
        yield from _leave(store, article.leaving)
    if article.place is not None:
        yield f"DELETE WHERE {{ GRAPH {node(t.LEDGER)} {{ ?article {node(t.READ_FROM)} {text(article.place)} }} }}"
    if staged is None:
        yield store.insert(article.article, lines)
    else:
        yield f"INSERT {{ GRAPH {me} {{ {_ALL} }} }} WHERE {{ GRAPH {node(staged)} {{ {_ALL} }} }}"
        yield f"DROP SILENT GRAPH {node(staged)}"
    yield f"INSERT {{ {_union(store)} }} WHERE {{ GRAPH {me} {{ {_ALL} }} }}"
    if article.ledger:
        yield store.insert(t.LEDGER, [article.ledger])


def _leave(store: RemoteStore, leaving: tuple[str, ...]) -> Iterator[str]:
    """Takes out articles: first what only they say out of the union, then themselves."""
    gone = ", ".join(map(node, leaving))
    held = f"GRAPH ?other {{ {_ALL} . ?other <{t.TYPE}> <{t.NEWS_ARTICLE}> }} FILTER(?other NOT IN ({gone}))"
    for article in leaving:
        graph = f"GRAPH {node(article)} {{ {_ALL} }}"
        yield f"DELETE {{ {_union(store)} }} WHERE {{ {graph} FILTER NOT EXISTS {{ {held} }} }}"
    for article in leaving:
        yield f"DROP SILENT GRAPH {node(article)}"
        yield f"DELETE WHERE {{ GRAPH {node(t.LEDGER)} {{ {node(article)} ?p ?o }} }}"


def _union(store: RemoteStore) -> str:
    return f"{store.union} {{ {_ALL} }}" if store.union else _ALL
