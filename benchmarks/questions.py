#!/usr/bin/env python3
"""How long the questions take that come along: each asked of every kind of actor, warm.

    python benchmarks/questions.py [GRAPH]      default: output/graph

Prints, for each question, the median and the most of its seconds, by the wall clock and of the processor, and the rows
of its longest answer. Parameters are the graph's own: the actors most spoken of, the places and bodies most named, and
the middle of its days. Other work on the machine falsifies the first two more than the last two. Ends with status 1
where a question took more than a fifth of a second of the processor.
"""

from __future__ import annotations

import statistics
import sys
import time
from itertools import product
from typing import TYPE_CHECKING

from triplewire import KnowledgeGraph
from triplewire.graph.sparql import canned_queries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from triplewire.graph.sparql import CannedQuery

LIMIT = 0.2
ACTORS = 3


def values(kg: KnowledgeGraph) -> dict[str, list[str]]:
    """What to ask about, by the type of the parameter."""
    days = sorted(str(day)[:10] for day in kg.articles()["published"].dropna())
    actors = kg.entities()["entity"].tolist()[:ACTORS]
    return {"actor": actors, "date": [days[len(days) // 2] if days else "2024"], "number": ["2"]}


def asked(query: CannedQuery, by_type: Mapping[str, Sequence[str]]) -> Iterator[dict[str, str]]:
    """The parameters to try: all of them, and only those that are needed."""
    for parameters in {query.parameters, tuple(p for p in query.parameters if not p.optional)}:
        for given in product(*(by_type[p.type] for p in parameters)):
            yield dict(zip((p.name for p in parameters), given, strict=True))


def measure(
    kg: KnowledgeGraph, query: CannedQuery, by_type: Mapping[str, Sequence[str]]
) -> tuple[list[float], list[float], int]:
    """Seconds by the wall clock and of the processor of each asking, the best of two; most rows of an answer."""
    walls, processors, rows = [], [], 0
    for given in asked(query, by_type):
        taken = []
        for _ in range(2):
            wall, processor = time.perf_counter(), time.process_time()
            rows = max(rows, len(kg.ask(query.name, **given)))  # type: ignore[arg-type]
            taken.append((time.perf_counter() - wall, time.process_time() - processor))
        walls.append(min(wall for wall, _ in taken))
        processors.append(min(processor for _, processor in taken))
    return walls, processors, rows


def main(graph: str) -> int:
    """Prints the table; 1 where a question is too slow."""
    slow = 0
    print(f"{'question':24}{'rows':>7}{'wall':>9}{'most':>9}{'processor':>11}{'most':>9}")
    with KnowledgeGraph.open(graph, read_only=True) as kg:
        by_type = values(kg)
        for query in canned_queries():
            walls, processors, rows = measure(kg, query, by_type)
            print(
                f"{query.name:24}{rows:7}{statistics.median(walls):9.3f}{max(walls):9.3f}"
                f"{statistics.median(processors):11.3f}{max(processors):9.3f}"
            )
            slow |= max(processors) > LIMIT
    return slow


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2] or ["output/graph"]))
