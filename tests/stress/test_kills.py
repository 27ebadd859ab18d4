"""Kills commands at random moments: the graph opens, holds whole articles, has lost none, and the command goes on.

`STRESS_SEED` takes other moments; the default's are always the same, as far as the machine is.
"""

from __future__ import annotations

import os
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from commands import MERGE, NEW, NOTHING, OLD, PARSED, RESOLVE, Command, State, copied, ended, killed, state, timed
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.errors import StoreError
from world import paragraphs, scenes

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

SEED = int(os.environ.get("STRESS_SEED", "7"))
#: At most so many times is one command killed before it may end.
IN_A_ROW = 3
#: What a command may say when it is given again and was done but for its last breath.
DONE_BEFORE = ("goes by the name of", "no article of this graph has this")


@dataclass(frozen=True)
class Case:
    """A command that is killed so many times. It begins with a graph that other commands made."""

    name: str
    kills: int
    command: Command
    start: tuple[Command, ...] = ()


CASES = (
    Case("build", 40, NEW),
    Case("build over an older edition", 30, NEW, (OLD,)),
    Case("build over judged names", 20, NEW, (OLD, RESOLVE, MERGE)),
    Case("build with two workers", 10, ("build", "new", "2", "quick")),
    Case("build with the parser", 30, PARSED),
    Case("resolve", 25, RESOLVE, (NEW,)),
    Case("merge", 25, MERGE, (NEW, RESOLVE)),
    Case("remove", 20, ("remove", "003-1.txt"), (NEW, RESOLVE, MERGE)),
)


def test_there_are_two_hundred_kills() -> None:
    assert sum(case.kills for case in CASES) == 200


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_whatever_moment_it_is_killed_at(case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = random.Random(f"{SEED} {case.name}")
    news, begin, end, folder = (tmp_path / name for name in ("news", "begin", "end", "g"))
    scenes(news / "new", edition=1)
    paragraphs(news / "parsed")
    for command in case.start:
        completed(command, begin, news)
    before = state(begin) if case.start else NOTHING
    copied(begin, end)
    completed(case.command, end, news)
    after = state(end)
    assert before != after
    copied(begin, folder)
    lasts = timed(case.command, folder, news)
    kills = halfway = 0
    while kills < case.kills:
        copied(begin, folder)
        done: set[str] = set()
        for _ in range(at.randint(1, min(IN_A_ROW, case.kills - kills))):
            kills += 1
            done |= killed(case.command, folder, news, at.uniform(0, lasts))
            halfway += checked(folder, before, after, done) not in (before, after)
        completed(case.command, folder, news)
        assert state(folder) == after
        assert not [*folder.glob("bulk-*"), *folder.glob("*.part")]
    with capsys.disabled():
        print(f"\n{case.name}: {kills} kills, {halfway} half-way; left alone it takes {lasts:.1f} s", flush=True)


def completed(command: Command, graph: Path, news: Path) -> None:
    """Lets a command come to its end, which must be good."""
    status, messages = ended(command, graph, news)
    assert status == 0 or any(words in messages for words in DONE_BEFORE), messages


def checked(folder: Path, before: State, after: State, done: Collection[str]) -> State:
    """The graph opens; each article is as before or as after the command, those that were reported done as after.

    Gives what a reader found, before anything was mended.
    """
    try:
        seen = state(folder)  # as a reader finds it, before anything is mended
    except StoreError as e:
        assert "there is no graph here" in str(e)
        seen = NOTHING
    with KnowledgeGraph.open(folder):
        pass
    found = state(folder)
    for article in before.articles.keys() | after.articles.keys() | seen.articles.keys() | found.articles.keys():
        may_be = [after.articles.get(article)] + ([] if article in done else [before.articles.get(article)])
        for here in (seen, found):
            assert here.articles.get(article) in may_be, f"{article} is neither as before nor as after"
    return seen
