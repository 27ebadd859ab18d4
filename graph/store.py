"""The knowledge graph: articles in, questions answered. Every answer is worked out by a module of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

import pyoxigraph as ox

from . import export, sparql, tables
from .actors import actors_named, article_iris, article_named
from .encode import encode
from .evidence import between, read_article, ties, told
from .filters import ALL, Filter
from .handle import Handle
from .opening import open_store
from .remote.address import is_address
from .resolve.judging import Judging
from .resolve.keeping import keeping
from .showing import Page
from .statistics import statistics
from .writing import activity, drop

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx
    import pandas as pd
    import rdflib

    from ..ontology.model import Analysis
    from .encode import Encoded
    from .resolve.judgements import Judgement
    from .resolve.naming import Naming
    from .validate import Violation


class KnowledgeGraph(Handle):
    """A graph of articles, in a folder, in a store that others share, or in memory. A context manager; else close it.

    Only one process may hold a folder open for writing; with `read_only` many may look at it, each at what was there
    when it opened the folder.
    """

    def __init__(self, store: ox.Store, path: Path | None, *, read_only: bool = False) -> None:
        super().__init__(store, path, read_only=read_only)
        self._judging = Judging(keeping(store, path))

    @classmethod
    def open(cls, path: str | Path | None = None, *, read_only: bool = False) -> KnowledgeGraph:
        """The graph in a folder, which is made where there is none; without a path a graph in memory.

        An address (`http://…`) is that of a SPARQL 1.1 store's queries; see `docs/commands.md` for the
        rest of what it needs to know, which stands in the environment.

        Raises StoreError where the folder holds something else, may not be written, is in use, or is damaged; with
        `read_only` also where it holds nothing yet. Judgements on names that the graph does not show yet, since the
        file was edited or a process was stopped, take effect now; DataFileError where that file is not sound.
        """
        folder = None if path is None or is_address(path) else Path(path)
        graph = cls(open_store(path, read_only=read_only), folder, read_only=read_only)
        if not read_only:
            with graph._writing() as store:
                graph._judging.show(store)
        return graph

    # What goes in and out

    def add(self, analysis: Analysis) -> None:
        """Adds an article, or replaces what the graph held of it, in one step."""
        self.load([encode(analysis)])

    def load(self, batch: Sequence[Encoded], *, run: str | None = None) -> None:
        """Adds or replaces articles that are encoded already, each in one step; many at a time are quicker.

        `run` is the IRI of the activity that made them, kept in the ledger.
        """
        with self._writing() as store:
            self._judging.write(store, batch, run)

    def remove(self, article: str) -> str:
        """Removes an article, given by its IRI, its path or its file name, in one step; gives its IRI.

        Raises UsageError where there is no such article, or more than one.
        """
        with self._writing() as store:
            iri = article_named(store, article)
            drop(store, iri)
        return iri

    def record(self, run: str, started: str, ended: str, software: str) -> None:
        """Writes down in the ledger that an activity has made articles: ISO 8601 times, and what it ran."""
        with self._writing() as store:
            store.load(activity(run, started, ended, software), ox.RdfFormat.N_QUADS)

    # Who is who across articles

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements on names, sorted. Raises DataFileError where their file is not sound."""
        return self._judging.judgements

    @property
    def naming(self) -> Naming:
        """What the judgements amount to: under which name each entity goes."""
        return self._judging.naming

    def resolve(self) -> pd.DataFrame:
        """Judges by rule which names are of one thing, and merges where it is sure; see `triplewire.graph.resolve`.

        What rules said before is forgotten; what the user said stands. Gives one row for each judgement of a rule.
        """
        with self._writing() as store:
            return tables.judgement_table(self._judging.by_rule(store))

    def suggestions(self) -> pd.DataFrame:
        """The judgements that rules would leave to the user, the likeliest first: keep, other, score, reasons."""
        with self._reading() as store:
            return tables.judgement_table(self._judging.suggested(store))

    def merge(self, keep: str, other: str) -> str:
        """Judges that two actors are one, and rewrites what speaks of the `other`; gives the name that they have now.

        Raises UsageError where nobody, or more than one, has such a name, or the user judged otherwise before.
        """
        with self._writing() as store:
            return self._judging.merge(store, keep, other)

    def split(
        self, name: str, other: str | None = None, *, type: str | None = None, articles: Sequence[str] = ()
    ) -> list[str]:
        """Takes back what made one of several names: all of them, or the `other`; gives the names that stand alone now.

        With `type` or `articles` it judges that there the bearer of the name is something else, to be called `other`.
        """
        with self._writing() as store:
            if type is None and not articles:
                return self._judging.part(store, name, other)
            return self._judging.set_apart(store, name, other, type=type, articles=articles)

    # Questions

    def articles(self) -> pd.DataFrame:
        """One row an article: article (IRI), title, url, published, source, author, statements (their number)."""
        with self._reading() as store:
            return tables.article_table(read_article(store, iri) for iri in article_iris(store))

    def statements(self, filter: Filter = ALL) -> pd.DataFrame:
        """The statements that a filter means, one row a mention, with the fields of a statement row."""
        with self._reading() as store:
            return tables.statement_table(told(store, filter, self._scope(store, filter)))

    def explain(self, a: str, b: str, filter: Filter = ALL) -> pd.DataFrame:
        """Every sentence behind the edges between two actors, either way round, with stance, source and date.

        The columns are those of `statements` and title, source, published and url of the article. Raises UsageError
        where nobody has one of the names.
        """
        with self._reading() as store:
            ends = set(actors_named(store, a)), set(actors_named(store, b))
            meant = replace(filter, actors=(a,))
            found = told(store, meant, self._scope(store, meant), beside=ends[1])
            return tables.statement_table((between(x, *ends) for x in found), with_article=True)

    def entities(self) -> pd.DataFrame:
        """The entities of the graph, the most mentioned first: entity (label), entity_id, type, aliases, counts."""
        with self._reading() as store:
            return tables.entity_table(store)

    def aliases(self) -> pd.DataFrame:
        """One row a further name of an entity, and where it came from; the columns are those of `graph.aliases`."""
        from .aliases import alias_table

        with self._reading() as store:
            return alias_table(store, self.judgements, self.naming)

    def stats(self) -> dict[str, int]:
        """How much of what is in the graph."""
        with self._reading() as store:
            return statistics(store)

    def query(self, query: str, **bindings: Any) -> pd.DataFrame | bool | rdflib.Graph:
        """SPARQL 1.1 on the union of the articles; `GRAPH ?article { … }` asks which article says it.

        The prefixes of Triplewire are known; `bindings` are values of variables (rdflib terms, str, numbers, or lists
        of them), never pasted into the text. A SELECT gives a DataFrame, an ASK a bool, a CONSTRUCT an rdflib Graph.
        Raises UsageError where the text is not SPARQL.
        """
        with self._reading() as store:
            return sparql.run(store, query, bindings)

    def ask(self, name: str, **parameters: str) -> pd.DataFrame | bool | rdflib.Graph:
        """Runs a canned query with its parameters: `ask("who-supports", actor="Syria")`."""
        with self._reading() as store:
            return sparql.run_canned(store, sparql.canned(name), parameters)

    def to_networkx(self, filter: Filter = ALL) -> nx.MultiDiGraph[str]:
        """Entities as nodes, claims between two of them as edges; see `triplewire.graph.network` for the attributes."""
        from .network import network  # brings NetworkX along

        with self._reading() as store:
            return network(ties(store, filter, self._scope(store, filter)))

    @overload
    def view(self, path: str | Path, filter: Filter = ALL, **options: Any) -> Path: ...
    @overload
    def view(self, path: None = None, filter: Filter = ALL, **options: Any) -> Page: ...
    def view(self, path: str | Path | None = None, filter: Filter = ALL, **options: Any) -> Path | Page:
        """The interactive page of what a filter means: written to one HTML file, or shown in a notebook without a path.

        `options` are those of `triplewire.graph.view.write`, such as `title`.
        """
        from . import view

        drawn = self.to_networkx(filter)
        return Page(view.render(drawn, **options)) if path is None else view.write(drawn, path, **options)

    def export(self, path: str | Path, filter: Filter = ALL) -> Path:
        """Writes what a filter means to a file, by its ending: .nq .ttl .jsonld .graphml .gexf .csv .parquet,
        and .nodes.csv and .edges.csv for Neo4j and Cytoscape.

        Of the ledger nothing is written. The same articles give the same bytes.
        """
        target = Path(path)
        with self._reading() as store:
            export.export(store, target, filter, self._scope(store, filter))
        return target

    def validate(self, *, workers: int = 1) -> list[Violation]:
        """What in the graph breaks a shape of the ontology: nothing where it is sound. Processes may share the work."""
        from .validate import violations  # brings rdflib along

        with self._reading() as store:
            return list(violations(store, article_iris(store), workers))

    def _scope(self, store: ox.Store, filter: Filter) -> list[str]:
        if not filter.articles:
            return article_iris(store)
        return sorted({article_named(store, name) for name in filter.articles})
