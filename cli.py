"""The command line. Results go to stdout, progress and messages to stderr.

Exit status: 0 done; 1 done, but some articles failed (each is named with its reason), or the graph breaks its shapes;
2 the call itself is wrong, or the graph cannot be opened; 3 a fault in Triplewire.
"""

from __future__ import annotations

import logging
import os
import sys
import warnings
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from . import __version__, cli_articles, cli_graph, cli_resolve, cli_serve
from .ontology.errors import ArticleError, TriplewireError, printable


def _tell(text: str) -> None:
    typer.echo(f"triplewire: {printable(text)}", err=True)


class _Notice(logging.Formatter):
    """Notices as lines of one kind with the errors; they quote names of files, too."""

    def format(self, record: logging.LogRecord) -> str:
        head, *trace = super().format(record).split("\n")
        return "\n".join([f"triplewire: {printable(head)}", *trace])


class _Commands(TyperGroup):
    """The commands; whatever goes wrong in one ends as a message of one line and an exit status."""

    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except BrokenPipeError:  # the reader of the output has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except TriplewireError as e:
            _tell(str(e))
            raise typer.Exit(1 if isinstance(e, ArticleError) else 2) from None
        except (KeyboardInterrupt, EOFError, typer.Exit, typer.Abort):
            raise
        except Exception as e:
            if isinstance(e, OSError) and e.filename is not None:
                _tell(f"{e.filename}: {e.strerror}; check the path and your rights")
                raise typer.Exit(2) from None
            if type(e).__module__.startswith("typer"):  # a wrong option: typer words and prints it
                raise
            logging.getLogger(__package__).info("fault", exc_info=e)
            _tell(f"a fault in Triplewire itself ({type(e).__name__}: {e}); please report it")
            raise typer.Exit(3) from None


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """Runs the command line with the arguments of this process."""
    warnings.simplefilter("ignore")  # what libraries warn of is for their programmers
    os.environ.setdefault("PYTHONWARNINGS", "ignore")  # for worker processes
    logging.getLogger().addHandler(logging.NullHandler())
    notices = logging.StreamHandler()
    notices.setFormatter(_Notice())
    logging.getLogger(__package__).addHandler(notices)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app(prog_name="triplewire")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"triplewire {__version__}")
        raise typer.Exit


@app.callback()
def triplewire(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """News articles in, a knowledge graph out: who does what to whom, when, according to whom, in which sentence.

    Begin with [bold]triplewire demo[/bold], or with your own articles:

        triplewire build news/
        triplewire view -o page.html
        triplewire explain Iran Syria
    """


for _command in (
    cli_articles.build, cli_graph.view, cli_graph.explain, cli_graph.query, cli_graph.statements, cli_resolve.entities,
    cli_graph.stats, cli_graph.export, cli_graph.validate, cli_graph.remove, cli_serve.serve,
    cli_resolve.resolve, cli_resolve.merge, cli_resolve.split,
    cli_articles.extract, cli_articles.mentions, cli_articles.demo,
):  # fmt: skip
    app.command()(_command)
