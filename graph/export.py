"""Writes the graph to a file: RDF for triple stores, GraphML and GEXF for network tools, tables for the rest."""

from __future__ import annotations

import io
from importlib import import_module
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ..ontology.errors import MissingExtraError, UsageError
from . import terms as t
from .encode import encode
from .evidence import analyses, ties
from .filters import ALL
from .jsonld import jsonld
from .tables import statement_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import pandas as pd

    from .filters import Filter

#: File endings that `export` knows, and what they give.
FORMATS = {
    ".nq": "RDF, one named graph an article (N-Quads)",
    ".ttl": "RDF, the union of the articles (Turtle)",
    ".jsonld": "RDF, the union of the articles (JSON-LD)",
    ".graphml": "network of actors (GraphML)",
    ".gexf": "network of actors (GEXF, for Gephi)",
    ".nodes.csv": "actors, one a line (CSV, for Neo4j and Cytoscape)",
    ".edges.csv": "claims between actors, one a line (CSV, for Neo4j and Cytoscape)",
    ".csv": "statements, one a line (CSV)",
    ".parquet": "statements (Parquet)",
}


def export(store: ox.Store, path: Path, filter: Filter, articles: Sequence[str]) -> None:
    """Writes what a filter means of these articles to a file, by its ending. The same graph gives the same bytes.

    The file appears whole or not at all. Raises UsageError where the ending is unknown or the file cannot be written,
    MissingExtraError where Parquet is wanted and pyarrow is not installed.
    """
    ending = max((e for e in FORMATS if path.name.endswith(e)), key=len, default=None)
    if ending is None:
        raise UsageError(str(path), f"no format has the ending {path.suffix!r}", f"use one of {', '.join(FORMATS)}")
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("wb") as out:
                for piece in _pieces(store, ending, filter, articles):
                    out.write(piece)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as e:
        if e.errno is None:  # the engine's own: what is wrong is the graph, not the file
            raise
        raise UsageError(str(path), f"cannot be written ({e.strerror or e})", "choose another place") from e


def _pieces(store: ox.Store, suffix: str, filter: Filter, articles: Sequence[str]) -> Iterator[bytes]:
    if suffix == ".nq":
        for article, lines in _graphs(store, filter, articles):
            yield "".join(f"{line} {t.node(article)} .\n" for line in lines).encode()
    elif suffix in (".ttl", ".jsonld"):
        union = sorted({line for _, lines in _graphs(store, filter, articles) for line in lines})
        parsed = ox.parse(" .\n".join([*union, ""]), ox.RdfFormat.N_TRIPLES)
        triples = (quad.triple for quad in parsed)
        if suffix == ".jsonld":
            yield jsonld(triples)
        else:
            yield ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=t.PREFIXES) or b""
    elif suffix in (".csv", ".parquet"):
        frame = statement_table(analyses(store, filter, articles))
        yield frame.to_csv(index=False, lineterminator="\n").encode() if suffix == ".csv" else _parquet(frame)
    else:
        from .network import network  # brings NetworkX along
        from .networkfiles import WRITERS

        yield WRITERS[suffix](network(ties(store, filter, articles)))


def _graphs(store: ox.Store, filter: Filter, articles: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Articles with the sorted N-Triples lines of their graphs, without the full stop at their end."""
    if filter == ALL:
        for article in articles:
            dumped = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(article)) or b""
            yield article, _lines(dumped.decode())
    else:
        for analysis in analyses(store, filter, articles):
            yield analysis.article.iri, _lines(encode(analysis).triples)


def _lines(triples: str) -> list[str]:
    return sorted(line.removesuffix(" .") for line in triples.split("\n") if line)


def _parquet(frame: pd.DataFrame) -> bytes:
    try:
        import_module("pyarrow")
    except ImportError as e:
        raise MissingExtraError(".parquet", "needs the package pyarrow", extra="parquet") from e
    out = io.BytesIO()
    frame.to_parquet(out, index=False)
    return out.getvalue()
