"""Writes articles into a store so that each is there whole or not at all, whatever ends the process.

An article's triples stand twice: in its own named graph, and in the default graph, which is the union of all of them
with each triple once. So queries need no `GRAPH` and count right, while `GRAPH ?article { … }` tells who says what.
Articles that the store does not know go in by bulk load, which Oxigraph commits in one step; what changes or goes does
so in one SPARQL update, which is one transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from . import terms as t
from .remote.store import remote_of
from .remote.writing import Put, put, take_out
from .terms import node, text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from .encode import Encoded

_LEDGER = ox.NamedNode(t.LEDGER)
_READ_FROM, _GENERATED_BY, _EXTRACTED = (ox.NamedNode(name) for name in (t.READ_FROM, t.GENERATED_BY, t.EXTRACTED))
#: From so many articles on, a bulk load is quicker than a transaction.
BULK_FROM = 4


def write(store: ox.Store, batch: Sequence[Encoded], run: str | None = None) -> None:
    """Adds articles or replaces them, each in one step; of two with one IRI the later stays.

    An article that is known by its path takes the place of what was read from that path before. `run` is the IRI of
    the activity that made them. An article that is there already to the last byte is left alone.
    """
    latest = {e.article: e for e in batch}
    fresh: list[Encoded] = []
    for e in latest.values():
        before = article_at(store, e.place) if e.place is not None else None
        if before not in (None, e.article) or store.contains_named_graph(ox.NamedNode(e.article)):
            _replace(store, e, before, run, staying=latest.keys())
        else:
            fresh.append(e)
    remote = remote_of(store)
    if remote is not None:
        put(remote, (Put(e.article, e.triples, _new_in_ledger(e, run), place=e.place) for e in fresh))
    elif fresh:
        load = store.bulk_load if len(fresh) >= BULK_FROM else store.load
        load("".join(_trig(e, run) for e in fresh), ox.RdfFormat.TRIG, lenient=True)  # `encode` has checked the IRIs


def drop(store: ox.Store, article: str) -> None:
    """Removes an article in one step: its graph, what of the union only it says, and its lines in the ledger."""
    remote = remote_of(store)
    if remote is not None:
        take_out(remote, article)
        return
    store.update(_drop(store, article, {article}))


def replace_article(store: ox.Store, e: Encoded) -> None:
    """Puts other triples in the place of an article's, in one step. Where it was read, and by which run, stays."""
    made = store.quads_for_pattern(ox.NamedNode(e.article), _GENERATED_BY, None, _LEDGER)
    run = next((q.object.value for q in made if isinstance(q.object, ox.NamedNode)), None)
    _replace(store, e, None, run, staying=())


def extracted_of(store: ox.Store, article: str) -> str:
    """An article's triples as extraction gave them, whatever judgements made of them: sorted lines of N-Triples."""
    return _extracted(store, article) or "".join(f"{line}\n" for line in sorted(_lines(store, article)))


def activity(run: str, started: str, ended: str, software: str) -> str:
    """The ledger's lines on an activity, as N-Quads: when it ran (ISO 8601) and what did it."""
    me, ledger = node(run), node(t.LEDGER)
    lines = (
        f"<{t.TYPE}> <{t.PROV}Activity>",
        f"<{t.PROV}startedAtTime> {text(started)}^^<{t.XSD}dateTime>",
        f"<{t.PROV}endedAtTime> {text(ended)}^^<{t.XSD}dateTime>",
        f"<{t.PROV}wasAssociatedWith> {text(software)}",
    )
    return "".join(f"{me} {line} {ledger} .\n" for line in lines)


def places_of(store: ox.Store, article: str) -> set[str]:
    """The paths that an article was read from, where its path is its identity."""
    found = store.quads_for_pattern(ox.NamedNode(article), _READ_FROM, None, _LEDGER)
    return {q.object.value for q in found if isinstance(q.object, ox.Literal)}


def article_at(store: ox.Store, place: str) -> str | None:
    """The article that was read from a path."""
    for quad in store.quads_for_pattern(None, _READ_FROM, ox.Literal(place), _LEDGER):
        if isinstance(quad.subject, ox.NamedNode):
            return quad.subject.value
    return None


def _replace(store: ox.Store, e: Encoded, before: str | None, run: str | None, *, staying: Collection[str]) -> None:
    """Puts an article in the place of its own earlier form, and of the one `before` it at its path, in one step.

    The latter stays where it was read from another path too, or comes again in the same batch.
    """
    places = places_of(store, e.article)
    old, new = _lines(store, e.article), set(e.triples.split("\n")) - {""}
    same = old == new and _extracted(store, e.article) == e.extracted
    if same and before in (None, e.article) and (e.place is None or e.place in places):
        return
    if e.place is not None:
        places |= {e.place}
    leaving = {e.article}
    if before is not None and before not in staying and places_of(store, before) == {e.place}:
        leaving.add(before)
    remote = remote_of(store)
    if remote is not None:
        ledger = _ledger(e, places, run)
        put(remote, [Put(e.article, e.triples, ledger, tuple(sorted(leaving)), e.place)])
        return
    steps = [f"DELETE WHERE {{ GRAPH {node(t.LEDGER)} {{ {node(e.article)} ?p ?o }} }}"]
    if e.place is not None:
        steps.append(f"DELETE WHERE {{ GRAPH {node(t.LEDGER)} {{ ?a {node(t.READ_FROM)} {text(e.place)} }} }}")
    steps += [_drop(store, other, leaving) for other in sorted(leaving - {e.article})]
    gone, added = "\n".join(sorted(old - new)), "\n".join(sorted(new - old))
    steps.append(f"DELETE DATA {{\n{_alone(store, old - new, leaving)}\nGRAPH {node(e.article)} {{\n{gone}\n}} }}")
    graphs = f"GRAPH {node(e.article)} {{\n{added}\n}}\nGRAPH {node(t.LEDGER)} {{\n{_ledger(e, places, run)}}}"
    steps.append(f"INSERT DATA {{\n{e.triples}{graphs}\n}}")
    store.update(";\n".join(steps))


def _drop(store: ox.Store, article: str, leaving: Collection[str]) -> str:
    """The update that removes an article; `leaving` are all that go in the same transaction."""
    alone = _alone(store, _lines(store, article), leaving)
    ledger = f"DELETE WHERE {{ GRAPH {node(t.LEDGER)} {{ {node(article)} ?p ?o }} }}"
    return f"DELETE DATA {{\n{alone}\n}};\nDROP SILENT GRAPH {node(article)};\n{ledger}"


def _alone(store: ox.Store, lines: Collection[str], leaving: Collection[str]) -> str:
    """Those of some triples that no article has but the `leaving`, so that they leave the union too.

    One look-up a triple is ten times as quick as a `DELETE … WHERE … FILTER NOT EXISTS`.
    """
    ordered = sorted(lines)
    parsed = ox.parse("\n".join(ordered), ox.RdfFormat.N_TRIPLES)
    return "\n".join(
        line
        for line, quad in zip(ordered, parsed, strict=True)
        if all(
            isinstance(held.graph_name, ox.DefaultGraph) or held.graph_name.value in leaving
            for held in store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        )
    )


def _lines(store: ox.Store, article: str) -> set[str]:
    """The triples of an article's graph as lines of N-Triples."""
    stored = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(article)) or b""
    return set(stored.decode().split("\n")) - {""}


def _trig(e: Encoded, run: str | None) -> str:
    ledger = _new_in_ledger(e, run)
    return f"{{\n{e.triples}}}\n{node(e.article)} {{\n{e.triples}}}\n{node(t.LEDGER)} {{\n{ledger}}}\n"


def _new_in_ledger(e: Encoded, run: str | None) -> str:
    return _ledger(e, () if e.place is None else (e.place,), run)


def _ledger(e: Encoded, places: Iterable[str], run: str | None) -> str:
    me = node(e.article)
    lines = [f"{me} {node(t.READ_FROM)} {text(place)} .\n" for place in sorted(places)]
    if run is not None:
        lines.append(f"{me} {node(t.GENERATED_BY)} {node(run)} .\n")
    if e.extracted:
        lines.append(f"{me} {node(t.EXTRACTED)} {text(e.extracted)} .\n")
        lines += [f"{me} {node(t.RENAMED)} {text(iri)} .\n" for iri in e.renamed]
    return "".join(lines)


def _extracted(store: ox.Store, article: str) -> str:
    found = store.quads_for_pattern(ox.NamedNode(article), _EXTRACTED, None, _LEDGER)
    return next((q.object.value for q in found if isinstance(q.object, ox.Literal)), "")
