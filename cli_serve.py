"""The command that serves a graph over HTTP."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from .cli_options import DEFAULT_GRAPH, Graph, option
from .ontology.errors import UsageError


def serve(
    graph: Graph = DEFAULT_GRAPH,
    host: Annotated[str, typer.Option("--host", help="The address to serve at; 0.0.0.0 for all.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes any free one.")] = 7878,
    name: Annotated[
        list[str] | None, option("--name", metavar="HOST", help="A host name that clients use for it. Repeatable.")
    ] = None,
    cors: Annotated[
        list[str] | None,
        option(
            "--cors",
            metavar="ORIGIN",
            help="Let pages of this origin (https://example.org) read answers; * for any. Repeatable.",
        ),
    ] = None,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds that a query may take.")] = 30,
    max_answer: Annotated[int, typer.Option("--max-answer", min=1, help="MiB that an answer may have.")] = 64,
    max_memory: Annotated[int, typer.Option("--max-memory", min=256, help="MiB of memory for a query.")] = 2048,
    workers: Annotated[
        int | None,
        typer.Option("--workers", min=1, show_default=False, help="How many queries are answered at once."),
    ] = None,
) -> None:
    """Serve the graph for reading: a start page for people, SPARQL 1.1 at /sparql for programs. Ctrl-C ends it.

    [bold]triplewire serve --port 8080[/bold]
    """
    from dataclasses import replace

    from .graph.remote.address import is_address
    from .server import Limits, serve

    if is_address(graph):
        raise UsageError(f"--graph {graph}", "a store serves itself", "give its address to those who ask")

    limits = Limits(seconds=timeout, answer=max_answer << 20, memory=max_memory << 20)
    if workers is not None:
        limits = replace(limits, workers=workers)
    serve(
        Path(graph), host=host, port=port, names=name or (), cors=cors or (), limits=limits,
        on_ready=_announce,
    )  # fmt: skip


def _announce(address: str) -> None:
    sys.stdout.write(f"{address}   start page; SPARQL at {address}sparql\n")
    sys.stdout.flush()  # at once, for whoever waits for it
