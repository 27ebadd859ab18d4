"""The commands on who is who across articles: the graph's entities, judgements by rule, and the user's own."""

from __future__ import annotations

from typing import Annotated

import typer

from .cli_graph import open_graph, open_to_change
from .cli_options import DEFAULT_GRAPH, Graph, Rows, option
from .cli_output import frame_rows, print_line, print_rows

Name = Annotated[str, typer.Argument(metavar="A", show_default=False, help="A name, alias or IRI.")]


def entities(
    suggest: Annotated[bool, typer.Option("--suggest", help="List names that may be one's: yours to judge.")] = False,
    aliases: Annotated[bool, typer.Option("--aliases", help="List each further name, and where it came from.")] = False,
    graph: Graph = DEFAULT_GRAPH,
    format: Rows = None,
) -> None:
    """List who and what the graph speaks of, the most mentioned first, with other names and counts.

    [bold]triplewire entities --aliases[/bold]

    [bold]triplewire entities --suggest[/bold]
    """
    with open_graph(graph) as opened:
        found = opened.suggestions() if suggest else opened.aliases() if aliases else opened.entities()
    brief = "entity type aliases articles mentions statements"
    if suggest or aliases:
        brief = "score keep other reasons" if suggest else "entity alias origin articles"
    print_rows(frame_rows(found), list(found.columns), format, brief.split())


def resolve(graph: Graph = DEFAULT_GRAPH, format: Rows = None) -> None:
    """Judge by rule which names are of one actor, and merge those where it is sure.

    Lists what was decided, with score and reasons. What is left to you: [bold]triplewire entities --suggest[/bold].
    Each judgement is a line of judgements.jsonl in the graph's folder; a shared store holds them itself. Yours stand,
    whatever the rules say.
    """
    with open_to_change(graph) as opened:
        found = opened.resolve()
    decided = found[found["verdict"] != "unsure"]
    print_rows(frame_rows(decided), list(found.columns), format, ("verdict", "score", "keep", "other", "reasons"))
    left = len(found) - len(decided)
    typer.echo(f"triplewire: {len(decided)} decided, {left} left to you: triplewire entities --suggest", err=True)


def merge(
    keep: Name,
    other: Annotated[str, typer.Argument(metavar="B", show_default=False, help="The name that goes.")],
    graph: Graph = DEFAULT_GRAPH,
) -> None:
    """Judge that two actors are one: B goes by the name of A. [bold]split[/bold] takes it back.

    [bold]triplewire merge 'Muammar Gaddafi' 'Moammar Qadhafi'[/bold]
    """
    with open_to_change(graph) as opened:
        print_line(opened.merge(keep, other))


def split(
    name: Name,
    other: Annotated[
        str | None,
        typer.Argument(
            metavar="[B]", show_default=False,
            help="The one name to take out; without it, all that were merged. With --article or --type: a new name.",
        ),
    ] = None,
    article: Annotated[
        list[str] | None, option("--article", metavar="ARTICLE", help="In this article it is B. Repeatable.")
    ] = None,
    type: Annotated[
        str | None, option("--type", metavar="CLASS", help="Where it has this class it is B: Person, …")
    ] = None,
    graph: Graph = DEFAULT_GRAPH,
) -> None:  # fmt: skip
    """Take a merge back, or tell two bearers of one name apart.

    [bold]triplewire split 'Muammar Gaddafi'[/bold]

    [bold]triplewire split Georgia 'Georgia (state)' --article atlanta.txt[/bold]
    """
    with open_to_change(graph) as opened:
        for label in opened.split(name, other, type=type, articles=article or ()):
            print_line(label)
