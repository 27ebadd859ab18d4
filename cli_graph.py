"""The commands that ask, draw, write out, check and prune a graph."""

from __future__ import annotations

import os
from pathlib import Path  # noqa: TC003 (typer reads annotations)
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .cli_limits import within
from .cli_notes import print_notes
from .cli_options import DEFAULT_GRAPH, Graph, Rows, option, pairs, takes_filter
from .cli_output import (
    STATEMENT_BRIEF,
    Answer,
    Format,
    chosen,
    frame_rows,
    print_answer,
    print_line,
    print_rows,
    print_table,
)
from .ontology.errors import UsageError

if TYPE_CHECKING:
    from .graph.store import KnowledgeGraph


def open_graph(graph: str) -> KnowledgeGraph:
    """The graph in a folder, or at the address of a store, for reading."""
    from .graph.store import KnowledgeGraph

    return KnowledgeGraph.open(graph, read_only=True)


def open_to_change(graph: str) -> KnowledgeGraph:
    """The same for writing. A command that changes a graph makes none where there is none."""
    from .graph.store import KnowledgeGraph

    open_graph(graph).close()
    return KnowledgeGraph.open(graph)


@takes_filter
def statements(wanted: Any, graph: Graph = DEFAULT_GRAPH, format: Rows = None) -> None:
    """List what the graph holds: one row for each sentence that makes a claim, with its stance.

    [bold]triplewire statements --actor Iran --certainty certain --since 2024-12[/bold]

    [bold]triplewire statements --relation-type attacks --format csv > attacks.csv[/bold]
    """
    with open_graph(graph) as opened:
        found = opened.statements(wanted)
    print_rows(frame_rows(found), list(found.columns), format, STATEMENT_BRIEF)


def query(
    sparql: Annotated[str | None, typer.Argument(metavar="[SPARQL]", show_default=False, help="The query.")] = None,
    file: Annotated[Path | None, option("--file", metavar="FILE", help="Read the query from a file.")] = None,
    name: Annotated[str | None, option("--name", metavar="NAME", help="A named query; see --list.")] = None,
    param: Annotated[
        list[str] | None,
        option(
            "--param",
            metavar="NAME=VALUE",
            help="A parameter of the named query, or the value of a variable. Repeatable.",
        ),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the queries that come with Triplewire.")] = False,
    format: Annotated[
        Answer | None,
        typer.Option("--format", show_default=False, help="Default: a table on a terminal, else CSV, or ttl."),
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", min=0.1, help="What the answer may take.")
    ] = 300,
    graph: Graph = DEFAULT_GRAPH,
) -> None:
    """Ask the graph in SPARQL, or with a query that comes with Triplewire.

    [bold]triplewire query --list[/bold]

    [bold]triplewire query --name who-supports --param actor=Syria[/bold]

    [bold]triplewire query 'SELECT ?who { ?who tw:attacks d:Aleppo }' --format csv[/bold]
    """
    if list_:
        _list_queries()
        return
    given = [way for way in (sparql, file, name) if way is not None]
    if len(given) != 1:
        what = "no query is given" if not given else "more than one query is given"
        raise UsageError("query", what, "give SPARQL, or --file FILE, or --name NAME (see --list)")
    values = pairs(param, "--param")
    try:
        text = file.read_text("utf-8-sig") if file else sparql
    except UnicodeDecodeError:
        raise UsageError(f"--file {file}", "is no UTF-8 text", "save it as UTF-8") from None
    with within(timeout, "query", "--timeout"), open_graph(graph) as opened:
        answer = opened.ask(name, **values) if name else opened.query(text or "", **values)
    print_answer(answer, format)


def _list_queries() -> None:
    from .graph.sparql import canned_queries

    for known in canned_queries():
        print_line(f"{known.name}: {known.title}")
        print_line(f"    {known.description}")
        for p in known.parameters:
            print_line(f"    --param {p.name}=…  {p.description} ({p.type}{', may be left out' if p.optional else ''})")


@takes_filter
def explain(
    a: Annotated[str, typer.Argument(metavar="A", help="An actor.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another actor.")],
    wanted: Any,
    graph: Graph = DEFAULT_GRAPH,
    format: Rows = None,
) -> None:
    """Show every sentence behind what ties two actors, as a source note: the stance in words, the outlet, the date.

    [bold]triplewire explain Iran Hezbollah[/bold]
    """
    with open_graph(graph) as opened:
        found = opened.explain(a, b, wanted)
    if found.empty:
        typer.echo(f"triplewire: no statement ties {a} and {b}", err=True)
    if chosen(format) is Format.TABLE:
        print_notes(frame_rows(found))
    else:
        print_rows(frame_rows(found), list(found.columns), format)


@takes_filter
def view(
    wanted: Any,
    output: Annotated[Path, option("--output", "-o", metavar="FILE.html", help="The page.")],
    title: Annotated[str | None, typer.Option("--title", show_default=False, help="The page's heading.")] = None,
    graph: Graph = DEFAULT_GRAPH,
) -> None:
    """Draw the graph as one interactive HTML page that needs no network.

    [bold]triplewire view -o page.html[/bold]

    [bold]triplewire view -o iran.html --around Iran --hops 2 --since 2024-11 --include none[/bold]
    """
    if output.suffix.lower() not in (".html", ".htm"):
        raise UsageError(f"-o {output}", "the page is HTML", "end the name in .html")
    with open_graph(graph) as opened:
        print_line(str(opened.view(output, wanted, **({"title": title} if title else {}))))


@takes_filter
def export(
    wanted: Any,
    output: Annotated[Path, option("--output", "-o", metavar="FILE", help="The file.")],
    graph: Graph = DEFAULT_GRAPH,
) -> None:
    """Write the graph to a file: .nq .ttl .jsonld .graphml .gexf .csv .parquet, by its ending.

    Ending in .nodes.csv and .edges.csv, lists of actors and claims, for Neo4j and Cytoscape.

    [bold]triplewire export -o graph.ttl[/bold]

    [bold]triplewire export -o facts.graphml --include none[/bold]
    """
    with open_graph(graph) as opened:
        print_line(str(opened.export(output, wanted)))


def stats(graph: Graph = DEFAULT_GRAPH, format: Rows = None) -> None:
    """Count what is in the graph."""
    with open_graph(graph) as opened:
        found = opened.stats()
    print_rows(({"what": what, "count": count} for what, count in found.items()), ("what", "count"), format)


def validate(graph: Graph = DEFAULT_GRAPH) -> None:
    """Check the graph against its shapes (SHACL). Exit status 1 where it breaks one."""
    with open_graph(graph) as opened:
        found = opened.validate(workers=os.cpu_count() or 1)
    columns = ("article", "node", "path", "value", "message")
    if not found:
        print_line("no violation")
        return
    print_table(({name: getattr(v, name) for name in columns} for v in found), columns)
    raise typer.Exit(1)


def remove(
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE", show_default=False, help="Articles, by address or file name.")
    ],
    graph: Graph = DEFAULT_GRAPH,
) -> None:
    """Take articles out of the graph, with all that only they say.

    [bold]triplewire remove https://example.org/news/1[/bold]

    [bold]triplewire remove fall-of-hama.txt[/bold]
    """
    with open_to_change(graph) as opened:
        for article in articles:
            print_line(opened.remove(article))
