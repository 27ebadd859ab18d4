#!/usr/bin/env python3
"""Writes `docs/questions.md`: the questions that come along, answered from the sample articles: `make questions`."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import triplewire
from triplewire import KnowledgeGraph, build
from triplewire.graph.sparql import canned_queries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplewire.graph.sparql import CannedQuery

PAGE = Path(__file__).resolve().with_suffix(".md")
SAMPLES = Path(triplewire.__file__).parent / "samples"
HEAD = """# Questions

Queries that come along, each a file in [graph/queries/](../graph/queries) that you may copy and change. Ask one with
`triplewire query --name NAME --param NAME=VALUE`, in Python with `kg.ask("NAME", NAME="VALUE")`. An actor goes by any
name that it has in the graph; a date is a day, a month or a year. The answers below are from the sample articles, the
first rows of each and not all columns: most questions also give the sentence and its article. Written by
`make questions`.

**Sources.** A claim's independent sources are counted when you ask, so they depend on nothing but the articles in the
graph. Two articles are copies if their wording is nearly the same (they share a `tw:fingerprint`), or both are copies
of a third. The sources of a claim are the fewer of the outlets that tell it and of the texts that they tell it in:
forty papers with one wire story are one source, and so is one paper with three stories.
"""
SHOWN = 4  # rows
#: Of whom the sample articles tell something, and the columns that are shown.
EXAMPLES: dict[str, tuple[dict[str, str], str]] = {
    "contradicted": ({}, "subject relation object says but_says"),
    "copies": ({}, "published outlet headline"),
    "enemies-of-enemies": ({"actor": "Turkey"}, "who type shared_enemies such_as friendly_too hostile_too"),
    "first-and-last": ({"actor": "Ahmed al-Sharaa"}, "subject relation object first_told last_told articles"),
    "friend-or-foe": ({}, "subject object friendly hostile but_says"),
    "go-betweens": (
        {"actor": "Ahmed al-Sharaa", "other": "Damascus"}, "who type articles_with_the_one articles_with_the_other",
    ),
    "members-of": ({"whole": "NATO"}, "member type articles"),
    "most-told": ({}, "subject relation object sources outlets texts articles"),
    "new-actors": ({"since": "2024-12-15"}, "actor type first_seen articles"),
    "office-holders": ({"body": "Syria"}, "person relation articles"),
    "over-time": ({"actor": "Turkey"}, "month friendly hostile"),
    "proxies": ({}, "patron proxy relation tense according_to"),
    "unconfirmed": ({"actor": "Syrian Democratic Forces"}, "subject relation object source certainty"),
    "what-a-source-says": ({"source": "Recep Tayyip Erdoğan"}, "published subject relation object polarity"),
    "what-did": (
        {"actor": "Turkey", "target": "Syrian Democratic Forces"}, "date relation polarity certainty according_to",
    ),
    "what-happened-in": ({"place": "Aleppo"}, "date subject relation object according_to"),
    "what-is-denied": ({"actor": "Turkey"}, "subject relation object denied_by"),
    "what-is-new": ({"actor": "Turkey", "since": "2024-12-18"}, "first_told subject relation object articles"),
    "what-is-planned": ({}, "subject relation object certainty when according_to"),
    "who-claims": ({"actor": "Turkey"}, "source subject relation object polarity certainty"),
    "who-controls": ({"place": "Damascus"}, "date holder relation certainty tense"),
    "who-is": ({"actor": "Ahmed al-Sharaa"}, "relation object type articles"),
    "who-met": ({"actor": "Hakan Fidan"}, "date whom relation certainty tense"),
    "who-opposes": ({"actor": "Israel"}, "opponent relation certainty tense"),
    "who-supports": ({"actor": "Bashar al-Assad"}, "supporter relation certainty tense"),
}  # fmt: skip


def answer(kg: KnowledgeGraph, name: str) -> list[tuple[str, ...]]:
    """The rows of a question's answer in the columns that the page shows, as it shows them, each once."""
    given, columns = EXAMPLES[name]
    found = kg.ask(name, **given)
    if not isinstance(found, pd.DataFrame):
        raise TypeError(f"{name} is no SELECT")
    rows = found[columns.split()].itertuples(index=False, name=None)
    return list(dict.fromkeys(tuple("" if pd.isna(cell) else str(cell) for cell in row) for row in rows))


def page(kg: KnowledgeGraph) -> str:
    """The page, in Markdown."""
    return "\n".join([HEAD, *(line for query in canned_queries() for line in _question(kg, query))])


def _question(kg: KnowledgeGraph, query: CannedQuery) -> Iterator[str]:
    given, columns = EXAMPLES[query.name]
    yield f"## {query.name}\n"
    yield f"**{query.title}** {query.description}\n"
    for p in query.parameters:
        yield f"- `{p.name}` ({p.type}{', optional' if p.optional else ''}): {p.description}"
    if query.parameters:
        yield ""
    command = " ".join([f"triplewire query --name {query.name}", *(f"--param '{k}={v}'" for k, v in given.items())])
    yield f"```console\n$ {command}\n```\n"
    rows = answer(kg, query.name)[:SHOWN]
    if not rows:
        yield "In the sample articles: nothing.\n"
        return
    for cells in (columns.split(), ["---"] * len(columns.split()), *rows):
        yield f"| {' | '.join(cells)} |"
    yield ""


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        build(SAMPLES, graph=folder)
        with KnowledgeGraph.open(folder, read_only=True) as samples:
            PAGE.write_text(page(samples), "utf-8")
