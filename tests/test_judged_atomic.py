"""A process killed in the middle of a merge leaves a graph that opens, and then shows the judgements whole."""

from __future__ import annotations

import random
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from made import TYPES, archive
from resolving import exported, graph_of
from test_atomic import check_union, held, killed_at_random
from triplewire.graph.resolve.applying import apply, unapplied
from triplewire.graph.resolve.judgements import FILE, read
from triplewire.graph.resolve.naming import Naming
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 12
ARTICLES = 30
STEPS = 10_000


def step(kg: KnowledgeGraph, number: int) -> None:
    """Merges two actors or splits one: a function of the step's number and of the judgements before it."""
    at = random.Random(f"step {number}")
    keep, other = at.sample(sorted(TYPES), 2)
    with suppress(UsageError):  # they are one already, or were split, or there is nothing to split
        if at.random() < 0.6:
            kg.merge(keep, other)
        else:
            kg.split(keep)


def work(folder: str, first: int) -> None:
    """The child: does step after step, and says which are done."""
    print("ready", flush=True)
    with KnowledgeGraph.open(folder) as kg:
        for number in range(first, STEPS):
            step(kg, number)
            print(number, flush=True)


def test_whatever_moment_it_is_killed_at_the_graph_shows_the_judgements_of_its_file(tmp_path: Path) -> None:
    at = random.Random(5)
    articles = archive(ARTICLES, statements=8)
    folder = tmp_path / "g"
    with KnowledgeGraph.open(folder) as kg:
        for article in articles:
            kg.add(article)
    plain = graph_of(*articles)
    done, halfway, states = -1, 0, set()
    for _ in range(KILLS):
        done = killed_at_random(folder, done + 1, at, script=__file__)
        judgements = read(folder / FILE)
        with KnowledgeGraph.open(folder, read_only=True) as kg:
            check_union(kg, held(kg))  # whole articles, however many of them are as judged
            halfway += bool(unapplied(kg.store, Naming(judgements)))
        with KnowledgeGraph.open(folder) as kg:
            assert kg.judgements == judgements
            found = exported(kg, tmp_path)
        apply(plain.store, Naming(judgements))
        assert found == exported(plain, tmp_path)
        states.add(found)
    assert done > 2  # it did get somewhere
    assert len(states) > 3
    assert halfway  # and was killed in the middle of a step
    assert not list(folder.glob("*.part"))


if __name__ == "__main__":
    work(sys.argv[1], int(sys.argv[2]))
