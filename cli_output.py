"""How the command line prints results: JSON lines and CSV for programs, tables for people. Everything on stdout."""

from __future__ import annotations

import csv
import json
import sys
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, Any

from .cli_records import filled, fits, records
from .ontology.errors import UsageError, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pandas as pd

    Row = Mapping[str, Any]

#: What a table shows of the rows of statements and mentions, of all that the other formats give.
STATEMENT_BRIEF = ("subject", "relation", "object", "stance", "when")
MENTION_BRIEF = ("text", "kind", "entity", "entity_type", "article", "start", "end")


class Format(StrEnum):
    """A form of rows."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


def chosen(format: Format | None) -> Format:
    """The format asked for, else a table on a terminal and JSON lines into a file or another program."""
    return format or (Format.TABLE if sys.stdout.isatty() else Format.JSONL)


def print_rows(rows: Iterable[Row], columns: Sequence[str], format: Format | None, brief: Sequence[str] = ()) -> None:
    """Prints rows. JSON lines and CSV are written as they come; a table waits for the last row.

    `columns` are printed, in this order; a table shows `brief` instead, where given (`stance`: see `stance`).
    """
    kind = chosen(format)
    if kind is Format.JSONL:
        for row in rows:
            print_line(json.dumps({name: row[name] for name in columns}, ensure_ascii=False, allow_nan=False))
    elif kind is Format.CSV:
        out = csv.writer(sys.stdout, lineterminator="\n")
        out.writerow(columns)
        for row in rows:
            out.writerow([_cell(row[name]) for name in columns])
    else:
        print_table(({"stance": stance(row), **row} if "stance" in brief else row for row in rows), brief or columns)


def print_table(rows: Iterable[Row], columns: Sequence[str]) -> None:
    """Prints rows as a table as wide as the terminal. Text from articles is shown as it is, never as markup."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for name in columns:
        table.add_column(Text(name.replace("_", " ")), overflow="fold")
    empty = True
    for row in rows:
        empty = False
        table.add_row(*(Text(_shown(_cell(row[name]))) for name in columns))
    if empty:
        sys.stderr.write("triplewire: nothing found\n")
        return
    console = Console(file=sys.stdout)
    with console.capture() as printed:  # written in one go, so that a closed pipe is met in one place
        console.print(table)
    sys.stdout.write("\n".join(line.rstrip() for line in printed.get().split("\n")).lstrip("\n"))


def print_line(text: str = "") -> None:
    """Prints a line."""
    sys.stdout.write(text + "\n")


def frame_rows(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """The rows of a DataFrame as dicts of plain Python values; what is missing is None."""
    plain = frame.astype(object).where(frame.notna(), None)
    columns = list(frame.columns)
    return (dict(zip(columns, values, strict=True)) for values in plain.itertuples(index=False, name=None))


def _shown(text: str) -> str:
    """A cell's text for a terminal; a shared store may hold what no article's text does."""
    return "\n".join(map(printable, text.split("\n")))


def _cell(value: object) -> str:
    """A value as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    return str(value)


class Answer(StrEnum):
    """A form of a query's answer."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TTL = "ttl"


def print_answer(answer: Any, form: Answer | None) -> None:
    """Prints what a query gives: rows (SELECT), yes or no (ASK), or triples (CONSTRUCT, DESCRIBE).

    Without a form, rows are a table on a terminal and CSV elsewhere, triples are Turtle. Raises UsageError where the
    form does not suit the answer.
    """
    import pandas as pd

    if isinstance(answer, bool):
        if form is Answer.TTL:
            raise UsageError("--format ttl", "an ASK answers yes or no, which is no graph", "leave the format out")
        print_line(json.dumps(answer) if form is Answer.JSON else "yes" if answer else "no")
    elif isinstance(answer, pd.DataFrame):
        if form is Answer.TTL:
            raise UsageError("--format ttl", "a SELECT gives rows, not a graph", "use table, csv or json, or CONSTRUCT")
        rows, columns = frame_rows(answer), list(answer.columns)
        if form is Answer.JSON:
            _print_json(rows)
        else:
            plain = Format.TABLE if form is Answer.TABLE or (form is None and sys.stdout.isatty()) else Format.CSV
            if plain is Format.TABLE:
                _print_wide(rows, columns)
            else:
                print_rows(rows, columns, plain)
    else:
        if form not in (None, Answer.TTL):
            raise UsageError(f"--format {form}", "a CONSTRUCT gives a graph, not rows", "use ttl, or SELECT")
        sys.stdout.write(answer.serialize(format="turtle"))


def _print_wide(rows: Iterable[Row], columns: Sequence[str]) -> None:
    """Prints rows of any columns: a table of what holds anything; blocks where that is too narrow to read."""
    from rich.console import Console

    width = Console(file=sys.stdout).width
    used, cells = filled(columns, [[_shown(_cell(row[name])) for name in columns] for row in rows])
    if fits(used, cells, width):
        print_table((dict(zip(used, row, strict=True)) for row in cells), used)
    else:
        sys.stdout.write(records(used, cells, width))


def _print_json(rows: Iterator[dict[str, Any]]) -> None:
    """Rows as one JSON list, one row a line."""
    first = next(rows, None)
    if first is None:
        print_line("[]")
        return
    lead = "[\n"
    for row in chain((first,), rows):
        sys.stdout.write(lead + json.dumps(row, ensure_ascii=False))
        lead = ",\n"
    print_line("\n]")


def stance(row: Row) -> str:
    """Tense, certainty, polarity and source of a statement row in a few words: "future, possible, says Iran"."""
    parts = [row["tense"]]
    parts += [row["certainty"]] if row["certainty"] != "certain" else []
    parts += ["denied"] if row["polarity"] == "negative" else []
    parts += [f"says {row['attributed_to']}"] if row["attributed_to"] else []
    return ", ".join(parts)
