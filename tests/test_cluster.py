"""A build on a Dask cluster gives the bytes of a build in one process, whoever is killed on the way."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

import pytest
from calling import message
from made import Quick
from servers import oxigraph
from test_builder import exported, write_articles
from triplewire.builder import build
from triplewire.cluster import clustered
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("default")  # what distributed warns of while it ends is its own


def pid(_: int) -> int:
    time.sleep(0.1)
    return os.getpid()


def test_results_come_in_order_from_all_workers() -> None:
    with clustered("local", pid, range(12), 2) as found:
        pids = list(found)
    assert len(pids) == 12
    assert len(set(pids)) == 2
    assert os.getpid() not in pids


def test_a_killed_worker_loses_nothing_and_doubles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    news = write_articles(tmp_path / "news", 100)
    one = build(news, tmp_path / "one", recipe=Quick())
    before = set(_children())
    stored = 0

    def progress() -> None:
        nonlocal stored
        stored += 1
        if stored == 1:
            workers = sorted(set(_children()) - before)
            os.kill(workers[-1], signal.SIGKILL)

    with oxigraph(tmp_path / "server") as server:
        two = build(news, server.query, workers=2, cluster="local", recipe=Quick(slow=0.02), progress=progress)
        with KnowledgeGraph.open(server.query, read_only=True) as kg:
            remote = kg.export(tmp_path / "remote.nq").read_bytes()
    assert (two.articles, two.statements, two.failed) == (one.articles, one.statements, ()) == (100, 100, ())
    assert stored == 100
    assert remote == exported(tmp_path / "one", tmp_path / "one.nq")


def _children() -> list[int]:
    """The processes below this one that are Dask's workers."""
    import psutil

    found = psutil.Process().children(recursive=True)
    return [p.pid for p in found if "spawn_main" in " ".join(p.cmdline())]


def test_no_scheduler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triplewire.cluster._CONNECT", 1)
    news = write_articles(tmp_path / "news", 1)
    told = message("build", news, "--graph", tmp_path / "g", "--cluster", "tcp://127.0.0.1:9")
    assert "--cluster tcp://127.0.0.1:9: no scheduler answers there; start one: dask scheduler; or say local" in told
    with pytest.raises(UsageError), clustered("nonsense://", pid, range(1), 1):
        pass
