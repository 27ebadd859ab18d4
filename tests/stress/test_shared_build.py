"""A build on a Dask cluster into a store that others share, one worker killed half-way: what one process builds.

`STRESS_ARTICLES` names the articles; without it they are the paragraphs of the samples.
"""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import psutil
import pytest
from servers import MAKERS
from triplewire.builder import build
from triplewire.extract.reading.articles import count_articles
from triplewire.graph.store import KnowledgeGraph
from world import paragraphs

pytestmark = pytest.mark.filterwarnings("default")  # what distributed warns of while it ends is its own


def workers() -> list[int]:
    """The processes below this one that are Dask's workers, the latest last."""
    below = psutil.Process().children(recursive=True)
    return sorted(p.pid for p in below if "spawn_main" in " ".join(p.cmdline()))


@pytest.mark.parametrize("maker", sorted(MAKERS))
def test_the_graph_is_that_of_one_process(
    maker: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = os.environ.get("STRESS_ARTICLES")
    news = Path(given) if given else paragraphs(tmp_path / "news")
    count = count_articles([str(news)])
    stored: list[float] = []
    killed: list[int] = []

    def progress() -> None:
        stored.append(time.perf_counter())
        if len(stored) >= count // 2 and not killed:
            killed.append(workers()[-1])
            os.kill(killed[0], signal.SIGKILL)

    with MAKERS[maker](tmp_path / maker) as server:  # type: ignore[attr-defined]
        monkeypatch.setenv("TRIPLEWIRE_SPARQL_UPDATE", server.update)
        shared = build(news, server.query, workers=2, cluster="local", progress=progress)
        with KnowledgeGraph.open(server.query, read_only=True) as kg:
            there = kg.export(tmp_path / "shared.nq").read_bytes()
            counts = kg.stats()
    alone = build(news, tmp_path / "g")
    with KnowledgeGraph.open(tmp_path / "g", read_only=True) as kg:
        here = kg.export(tmp_path / "alone.nq").read_bytes()
        assert counts == kg.stats()
    assert killed
    assert (shared.articles, shared.statements, shared.failed) == (alone.articles, alone.statements, alone.failed)
    assert len(stored) == alone.articles
    assert there == here
    with capsys.disabled():
        print(
            f"\n{maker}: {shared.articles} articles, {shared.statements} statements, {len(there):,} bytes of export, "
            f"the same as one process gives; {shared.seconds:.0f} s, one process {alone.seconds:.0f} s"
        )
