"""The options that several commands share: their names, their help, and what becomes of them."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .cli_output import Format
from .ontology.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from typer.models import OptionInfo


DEFAULT_GRAPH = "output/graph"

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", show_default=False,
        help="Files (.txt .md .html .json .jsonl .csv .parquet .rss .warc, also .gz .zst .zip), folders, "
        "patterns ('news/*.md'), or - for standard input.",
    ),
]  # fmt: skip
Graph = Annotated[
    str,
    typer.Option(
        "--graph", "-g", metavar="GRAPH", help="The folder that holds the graph, or a SPARQL store's http://…."
    ),
]
Workers = Annotated[int, typer.Option("--workers", min=1, help="How many processes share the work.")]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Also say what was cut from the articles as boilerplate, and notices.")
]
Rows = Annotated[
    Format | None,
    typer.Option("--format", show_default=False, help="Default: a table on a terminal, JSON lines elsewhere."),
]
Hops = Annotated[int, typer.Option("--hops", help="How many statements away from --around.")]


def option(*names: str, metavar: str, help: str) -> OptionInfo:
    """An option that must be given, or stands for nothing where it is left out: there is no default to show."""
    made: OptionInfo = typer.Option(*names, metavar=metavar, show_default=False, help=help)
    return made


Model = Annotated[str | None, option("--model", metavar="NAME", help="Another spaCy model: a package or a folder.")]
Cluster = Annotated[
    str | None,
    option(
        "--cluster",
        metavar="ADDRESS",
        help="Share the work among the machines of a Dask cluster (tcp://host:8786); local: start one here.",
    ),
]
Registries = Annotated[
    list[Path] | None,
    option(
        "--registry",
        metavar="FILE",
        help="Your own actors (Turtle, SKOS), beside those that come with Triplewire. Repeatable.",
    ),
]
Vocabularies = Annotated[
    list[Path] | None,
    option(
        "--vocabulary",
        metavar="FILE",
        help="Your own relations and words for them (Turtle), beside those that come with Triplewire. Repeatable.",
    ),
]
Mapped = Annotated[
    list[str] | None,
    option(
        "--field",
        metavar="FIELD=NAME",
        help="What a field of an article is called in your JSON or CSV: --field text=story. "
        "Fields: text, title, url, published, source, author, id. Repeatable.",
    ),
]

Actors = Annotated[
    list[str] | None, option("--actor", metavar="NAME", help="Who acts or is acted on. Repeatable: any of them.")
]
Around = Annotated[str | None, option("--around", metavar="ACTOR", help="Only what is near this actor; see --hops.")]
RelationTypes = Annotated[
    list[str] | None,
    option(
        "--relation-type",
        metavar="TYPE",
        help="Typed relations, such as supports, attacks, memberOf. Repeatable: any of them.",
    ),
]
Since = Annotated[str | None, option("--since", metavar="DATE", help="From this date on (2024, 2024-11, 2024-11-28).")]
Until = Annotated[str | None, option("--until", metavar="DATE", help="Up to and with this date.")]
At = Annotated[
    str | None,
    option(
        "--at",
        metavar="WHEN|WHERE",
        help="A date, for what happened or held then; or a place, for what happened there or was done to it.",
    ),
]
Certainties = Annotated[
    list[str] | None,
    option("--certainty", metavar="GRADE", help="certain, probable or possible. Repeatable: any of them."),
]
PolarityOption = Annotated[
    str | None, option("--polarity", metavar="SENSE", help="positive, or negative for what is denied.")
]
Articles = Annotated[
    list[str] | None,
    option(
        "--article", metavar="ARTICLE", help="Only this article, by its address or file name. Repeatable: any of them."
    ),
]
Include = Annotated[
    str | None,
    option(
        "--include",
        metavar="KINDS",
        help="What to let in beside plain facts: attributed, planned, uncertain, denied (with commas between), "
        "all, or none. Default: all.",
    ),
]


def takes_filter(command: Callable[..., None]) -> Callable[..., None]:
    """A command whose parameter `wanted` is a Filter, given the options of one in its place."""
    own = inspect.signature(command, eval_str=True).parameters
    options = inspect.signature(_filter, eval_str=True).parameters

    def with_options(**given: Any) -> None:
        wanted = _filter(**{name: given.pop(name) for name in options})
        command(wanted=wanted, **given)

    shown = [p for name, p in own.items() if name != "wanted"] + list(options.values())
    with_options.__name__, with_options.__doc__ = command.__name__, command.__doc__
    with_options.__annotations__ = {p.name: p.annotation for p in shown}
    with_options.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in shown]
    )
    return with_options


def _filter(
    *,
    actor: Actors = None,
    around: Around = None,
    hops: Hops = 1,
    relation_type: RelationTypes = None,
    since: Since = None,
    until: Until = None,
    at: At = None,
    certainty: Certainties = None,
    polarity: PolarityOption = None,
    article: Articles = None,
    include: Include = None,
) -> Any:
    """The Filter that the options of a command describe. Raises UsageError where one of them has no such value."""
    from .graph.filters import KINDS, Filter

    named: dict[str | None, tuple[str, ...]] = {None: KINDS, "all": KINDS, "none": ()}
    kinds = named.get(include) if include in named else tuple(k.strip() for k in (include or "").split(","))
    return Filter(
        actors=tuple(actor or ()),
        around=around,
        hops=hops,
        relation_types=tuple(relation_type or ()),
        since=since,
        until=until,
        at=at,
        certainty=tuple(certainty or ()),  # type: ignore[arg-type]  # Filter checks the words
        polarity=polarity,  # type: ignore[arg-type]
        articles=tuple(article or ()),
        include=kinds or (),
    )


def pairs(given: Sequence[str] | None, option: str) -> dict[str, str]:
    """`name=value` options as a dict. Raises UsageError where one has another form, or a name comes twice."""
    found: dict[str, str] = {}
    for pair in given or ():
        name, mark, value = pair.partition("=")
        if not (name.strip() and mark and value.strip()):
            raise UsageError(f"{option} {pair}", "has another form", f"write {option} NAME=VALUE")
        if name.strip() in found:
            raise UsageError(f"{option} {pair}", f"{name.strip()} is given twice", "give it once")
        found[name.strip()] = value.strip()
    return found
