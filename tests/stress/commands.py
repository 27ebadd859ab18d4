"""Runs commands on graphs in processes of their own, and looks at what they leave."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest
from test_atomic import Held, check_union, held
from triplewire.graph import terms as t
from triplewire.graph.store import KnowledgeGraph
from victim import READY, victim
from world import scenes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

#: A process that has loaded what commands need, has opened no store, and splits off one process a command.
SERVER = multiprocessing.get_context("forkserver")
SERVER.set_forkserver_preload(["victim", "parser"])
os.environ["PYTHONPATH"] = os.pathsep.join(sys.path)  # there the server looks for it
Command = tuple[str, ...]
#: Two editions of the same articles; the parser's; and what comes after a build.
OLD, NEW = ("build", "old", "1", "quick"), ("build", "new", "1", "quick")
PARSED = ("build", "parsed", "1", "parsed")
RESOLVE, MERGE = ("resolve",), ("merge", "Blue Lantern", "Lantern Relief")


@dataclass(frozen=True)
class State:
    """All that a graph holds: articles by address, and the ledger without its runs."""

    articles: Held
    ledger: frozenset[str]


NOTHING = State({}, frozenset())


def started(command: Command, graph: Path, news: Path) -> tuple[BaseProcess, Connection]:
    """The command's process, as soon as it is ready, and what it tells."""
    what, *given = command
    if what == "build":
        given[0] = str(edition(given[0], news))
    told, telling = SERVER.Pipe(duplex=False)
    child = SERVER.Process(target=victim, args=(telling, what, str(graph), tuple(given)))
    child.start()
    telling.close()
    assert told.recv() == READY
    return child, told


def edition(name: str, news: Path) -> Path:
    """The folder that is built; an edition, `old` or `new`, is first brought to the path `at` that both have."""
    if name not in ("old", "new"):
        return news / name
    at = news / "at"
    shutil.rmtree(at, ignore_errors=True)
    return Path(shutil.copytree(news / "new", at)) if name == "new" else scenes(at)


def ended(command: Command, graph: Path, news: Path) -> tuple[int, str]:
    """How a command ends that is left alone: its exit status, and its messages."""
    return waited(*started(command, graph, news))


def timed(command: Command, graph: Path, news: Path) -> float:
    """The seconds that a command takes from when it is ready."""
    child = started(command, graph, news)
    start = time.perf_counter()
    waited(*child)
    return time.perf_counter() - start


def waited(child: BaseProcess, told: Connection) -> tuple[int, str]:
    """How a command ends that was started."""
    *_, end = heard(told)
    child.join()
    assert isinstance(end, tuple), f"it ended with {child.exitcode}"
    return end


def killed(command: Command, graph: Path, news: Path, after: float) -> set[str]:
    """Kills a command some seconds after it is ready; gives the articles that it said are stored."""
    child, told = started(command, graph, news)
    time.sleep(after)
    child.kill()
    child.join()
    _wait_for_workers(child.pid or 0)
    return {said for said in heard(told) if isinstance(said, str)}


def heard(told: Connection) -> list[Any]:
    """All that a process tells before it ends."""
    said = []
    with told, suppress(EOFError):
        while True:
            said.append(told.recv())
    return said


def _wait_for_workers(group: int) -> None:
    until = time.monotonic() + 30
    while True:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        if time.monotonic() > until:
            os.killpg(group, signal.SIGKILL)
            pytest.fail("the workers of a killed process live on")
        time.sleep(0.05)


def state(folder: Path) -> State:
    """What a reader finds in a graph; its union is that of its articles."""
    with KnowledgeGraph.open(folder, read_only=True) as kg:
        articles = held(kg)
        check_union(kg, articles)
        return State(articles, frozenset(_ledger(kg)))


def _ledger(kg: KnowledgeGraph) -> Iterator[str]:
    for q in kg.store.quads_for_pattern(None, None, None, ox.NamedNode(t.LEDGER)):
        if q.predicate.value != t.GENERATED_BY and "/run/" not in str(q.subject):
            yield str(q.triple)


def copied(source: Path, to: Path) -> None:
    """A fresh copy of a graph's folder, or no folder where there is none."""
    shutil.rmtree(to, ignore_errors=True)
    if source.exists():
        shutil.copytree(source, to)
