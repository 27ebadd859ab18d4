"""The commands that read articles: into the graph, or straight to the screen."""

from __future__ import annotations

import sys
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from .cli_options import (
    DEFAULT_GRAPH,
    At,
    Cluster,
    Graph,
    Mapped,
    Model,
    Paths,
    Registries,
    Rows,
    Since,
    Until,
    Verbose,
    Vocabularies,
    Workers,
    pairs,
)
from .cli_output import MENTION_BRIEF, STATEMENT_BRIEF, frame_rows, print_line, print_rows
from .cli_progress import Reporter
from .ontology.errors import ArticleError, UsageError
from .ontology.model import Mention, Statement, as_row, row_fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

    from .builder import Analyses
    from .extract.analyser import Analyser
    from .ontology.model import Analysis, Article

_ASKED = "Bashar al-Assad"  # whom the tour asks about


def build(
    paths: Paths,
    graph: Graph = DEFAULT_GRAPH,
    workers: Workers = 1,
    cluster: Cluster = None,
    model: Model = None,
    registry: Registries = None,
    vocabulary: Vocabularies = None,
    field: Mapped = None,
    verbose: Verbose = False,
) -> None:
    """Read articles into the graph.

    An article that is there already is replaced. The graph holds whole articles only, whenever the command is
    stopped; the same command goes on.

    [bold]triplewire build news/ more.jsonl --workers 2[/bold]

    [bold]cat articles.jsonl | triplewire build - --field text=story[/bold]
    """
    report = Reporter(verbose=verbose)
    how = {
        "workers": workers,
        "cluster": cluster,
        "model": model,
        "registry": registry or (),
        "vocabulary": vocabulary or (),
    }
    _build(paths, graph, report, fields=pairs(field, "--field"), **how)
    _end(report)


def _build(paths: Sequence[str], graph: str, report: Reporter, *, fields: Mapping[str, str], **how: Any) -> int:
    """Builds with a progress bar, says what was done, and gives the number of articles that were stored."""
    from .builder import build as build_graph
    from .extract.reading.articles import count_articles

    with report.bar(lambda: count_articles(paths, fields=fields)) as advance:
        done = build_graph(
            paths, graph, fields=fields, progress=advance, on_error=report.error, on_article=report.shown, **how
        )
    failed = f", {len(done.failed)} failed" if done.failed else ""
    articles = "1 article" if done.articles == 1 else f"{done.articles:,} articles"
    report.say(f"{articles} with {done.statements:,} statements in {graph}{failed} ({done.seconds:.0f} s)")
    return done.articles


def extract(
    paths: Paths,
    format: Rows = None,
    sentences: Annotated[bool, typer.Option("--sentences", help="The files have one sentence a line.")] = False,
    model: Model = None,
    registry: Registries = None,
    vocabulary: Vocabularies = None,
    field: Mapped = None,
    since: Since = None,
    until: Until = None,
    at: At = None,
    verbose: Verbose = False,
) -> None:
    """Print the statements that articles make; nothing is stored.

    [bold]triplewire extract article.txt[/bold]

    [bold]triplewire extract news/ --format csv > statements.csv[/bold]

    [bold]echo 'Iran backs Hezbollah.' | triplewire extract --sentences -[/bold]
    """
    from .builder import Standard
    from .graph.filters import Filter

    report = Reporter(verbose=verbose)
    analyser = Standard(model, tuple(registry or ()), tuple(vocabulary or ())).analyser()
    if sentences:
        found = _sentences(paths, analyser)
    else:
        wanted = Filter(since=since, until=until, at=at)
        analyses = _analyses(paths, report, analyser, field)
        found = (s for a in analyses for s in a.statements if wanted.admits(s, a.article))
    print_rows(map(as_row, found), row_fields(Statement), format, STATEMENT_BRIEF)
    _end(report)


def mentions(
    paths: Paths,
    format: Rows = None,
    model: Model = None,
    registry: Registries = None,
    field: Mapped = None,
    verbose: Verbose = False,
) -> None:
    """Print every mention of an entity: names, descriptions and pronouns, with where they stand and whom they mean.

    [bold]triplewire mentions article.txt --format csv[/bold]
    """
    from .builder import Standard

    report = Reporter(verbose=verbose)
    analyser = Standard(model, tuple(registry or ())).analyser()
    found = (m for a in _analyses(paths, report, analyser, field) for m in a.mentions)
    print_rows(map(as_row, found), row_fields(Mention), format, MENTION_BRIEF)
    _end(report)


def _analyses(
    paths: Sequence[str], report: Reporter, analyser: Analyses, field: Sequence[str] | None
) -> Iterator[Analysis]:
    """What extraction finds in articles, one analysis an article, with a progress bar."""
    from .extract.reading.articles import count_articles, read_articles

    fields = pairs(field, "--field")
    articles = read_articles(paths, fields=fields, on_error=report.error)
    found = _each(analyser, report.seen(articles), report)
    return report.tracked(found, lambda: count_articles(paths, fields=fields))


def _each(analyser: Analyses, articles: Iterator[Article], report: Reporter) -> Iterator[Analysis]:
    """The analyses; an article at which extraction fails is reported, and the others go on."""
    from .builder import CHUNK, attempted

    while chunk := list(islice(articles, CHUNK)):
        for found in attempted(analyser.analyse, chunk):
            if isinstance(found, ArticleError):
                report.error(found)
            else:
                yield found


def _sentences(paths: Sequence[str], analyser: Analyser) -> Iterator[Statement]:
    """Statements of files that have one sentence a line; `line` counts from 1 in each file."""
    from .extract.reading.encodings import decoded_lines

    for path in paths:
        if path == "-":
            yield from analyser.sentences(decoded_lines(sys.stdin.buffer, path))
        elif Path(path).is_file():
            with Path(path).open("rb") as file:
                yield from analyser.sentences(decoded_lines(file, path))
        else:
            raise UsageError(path, "there is no such file", "--sentences takes files with one sentence a line, or -")


def _end(report: Reporter) -> None:
    if report.failed:
        raise typer.Exit(1)


_NEXT = """
What next:
  every sentence behind a tie     triplewire explain Russia Syria --graph {graph}
  the questions that come along   triplewire query --list
  questions of your own           triplewire serve --graph {graph}
  articles of your own            triplewire build FOLDER; triplewire view -o page.html"""


def demo(
    graph: Graph = "output/demo-graph",
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE.html", help="The page.")] = Path(
        "output/demo.html"
    ),
) -> None:
    """Take the tour: build the sample articles, ask them a question, draw them as a page.

    The last line printed is the page's path; open it in a browser.
    """
    from .graph.store import KnowledgeGraph

    report = Reporter()
    report.say("Reading the sample articles that come with Triplewire …")
    if not _build([str(files(__package__) / "samples")], graph, report, fields={}):
        raise typer.Exit(1)
    with KnowledgeGraph.open(graph, read_only=True) as opened:
        print_line(f"Who supports {_ASKED}?")
        print_line(f"$ triplewire query --name who-supports --param actor='{_ASKED}' --graph {graph}\n")
        for row in frame_rows(cast("pd.DataFrame", opened.ask("who-supports", actor=_ASKED))):
            print_line(f"{row['supporter']} | {row['relation']}   ({row['tense']}, {row['certainty']})")
            print_line(f"    {' '.join(row['sentence'].split())}")
            print_line(f"    — {row['article']}\n")
        page = opened.view(output, title="Who does what to whom: the sample articles")
    print_line("The same as a page, which needs no network; open it in a browser:")
    print_line(str(page))
    sys.stdout.flush()
    for line in _NEXT.format(graph=graph).splitlines():
        report.say(line)
    _end(report)
