"""From files to a graph: the same with any number of workers, one article's fault is its own, stopped builds go on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from made import Quick
from triplewire import builder
from triplewire.builder import build
from triplewire.graph.actors import article_iris
from triplewire.graph.store import KnowledgeGraph
from triplewire.machine import processes
from triplewire.ontology.errors import ArticleError, DataFileError, TriplewireError, UsageError

NAMES = ("Iran", "Syria", "Hezbollah", "Aleppo")


def write_articles(folder: Path, count: int) -> Path:
    folder.mkdir(exist_ok=True)
    for n in range(count):
        subject, obj = NAMES[n % 4], NAMES[(n + 1 + n % 3) % 4]
        (folder / f"{n:03}.txt").write_text(f"Story {n} begins here. {subject}|support|{obj} and so it went on.\n")
    return folder


def exported(graph: Path, to: Path) -> bytes:
    with KnowledgeGraph.open(graph, read_only=True) as kg:
        return kg.export(to).read_bytes()


@pytest.mark.parametrize(
    "copied", [pytest.param(True, marks=pytest.mark.skipif(sys.platform != "linux", reason="nothing to copy")), False]
)
def test_any_number_of_workers_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, copied: bool
) -> None:
    monkeypatch.setattr(processes, "_may_be_copied", lambda: copied)
    news = write_articles(tmp_path / "news", 70)
    reports = [build(news, tmp_path / f"g{n}", workers=n, recipe=Quick()) for n in (1, 2)]
    one, two = (exported(tmp_path / f"g{n}", tmp_path / f"{n}.nq") for n in (1, 2))
    assert one == two
    assert one.count(b"\n") > 70 * 20
    assert [(r.articles, r.statements, r.failed) for r in reports] == [(70, 70, ())] * 2


def test_what_is_stored_together_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its articles and by its bytes: what a bulk load holds grows with them."""
    loads: list[list[int]] = []

    class Seen(KnowledgeGraph):
        def load(self, batch: Any, **more: Any) -> None:
            loads.append([len(e.triples) for e in batch])
            super().load(batch, **more)

    news = write_articles(tmp_path / "news", 40)
    with Seen.open() as kg:
        build(news, kg, recipe=Quick())
    assert max(map(len, loads)) == builder.STORED_TOGETHER
    assert sum(map(len, loads)) == 40
    largest = max(max(load) for load in loads)
    loads.clear()
    monkeypatch.setattr(builder, "_FULL_ALONE", ((builder.STORED_TOGETHER, 0), (1, 3 * largest)))
    with Seen.open() as kg:
        build(news, kg, recipe=Quick())
    assert max(map(sum, loads)) < 4 * largest
    assert 1 < max(map(len, loads)) < builder.CHUNK


def test_building_again_changes_no_byte(tmp_path: Path) -> None:
    news = write_articles(tmp_path / "news", 10)
    build(news, tmp_path / "g", recipe=Quick())
    before = exported(tmp_path / "g", tmp_path / "1.nq")
    assert build(news, tmp_path / "g", recipe=Quick()).articles == 10
    assert exported(tmp_path / "g", tmp_path / "2.nq") == before


def test_a_changed_file_replaces_what_its_path_gave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    news = write_articles(tmp_path / "news", 3)
    build(news, tmp_path / "g", recipe=Quick())
    (news / "001.txt").write_text("Now it reads: Aleppo|attack|Syria and no more.\n")
    monkeypatch.chdir(news)
    build("001.txt", tmp_path / "g", recipe=Quick())
    with KnowledgeGraph.open(tmp_path / "g") as kg:
        assert len(article_iris(kg.store)) == 3
        assert kg.statements()["relation"].tolist().count("attack") == 1


@pytest.mark.parametrize("workers", [1, 2])
def test_one_broken_article_is_reported_and_the_others_go_on(tmp_path: Path, workers: int) -> None:
    news = write_articles(tmp_path / "news", 6)
    (news / "003.txt").write_text("Here is a fault that no analyser survives.\n")
    seen: list[ArticleError] = []
    report = build(news, tmp_path / "g", workers=workers, recipe=Quick(), on_error=seen.append)
    assert report.articles == 5
    assert report.failed == tuple(seen)
    reason = "003.txt: cannot be analysed (ZeroDivisionError: a fault of two lines); leave it out, or report it"
    assert [str(e).partition("news/")[2] for e in seen] == [reason]


def test_progress_and_articles_are_told_one_by_one(tmp_path: Path) -> None:
    news = write_articles(tmp_path / "news", 5)
    stored: list[None] = []
    read: list[str | None] = []
    build(
        news, tmp_path / "g", recipe=Quick(),
        progress=lambda: stored.append(None), on_article=lambda a: read.append(a.path and Path(a.path).name),
    )  # fmt: skip
    assert len(stored) == 5
    assert read == [f"{n:03}.txt" for n in range(5)]


def test_a_graph_that_is_open_is_built_into_and_stays_open(tmp_path: Path) -> None:
    with KnowledgeGraph.open() as kg:
        build(write_articles(tmp_path / "news", 2), kg, recipe=Quick())
        assert kg.stats()["articles"] == 2


def test_a_worker_that_is_killed_is_told_in_one_line_and_the_graph_is_good(tmp_path: Path) -> None:
    news = write_articles(tmp_path / "news", 40)
    (news / "035.txt").write_text("Here you die.\n")
    with pytest.raises(TriplewireError, match=r"build: a worker process was killed, .*; give the same command again"):
        build(news, tmp_path / "g", workers=2, recipe=Quick())
    (news / "035.txt").unlink()
    build(news, tmp_path / "g", workers=2, recipe=Quick())
    with KnowledgeGraph.open(tmp_path / "g") as kg:
        assert kg.stats()["articles"] == 39


def test_an_interrupted_build_leaves_a_good_graph_and_goes_on(tmp_path: Path) -> None:
    news = write_articles(tmp_path / "news", 60)
    code = """
import sys
from made import Quick
from triplewire.builder import build
if __name__ == "__main__":
    print("go", flush=True)
    build(sys.argv[1], sys.argv[2], workers=2, recipe=Quick(slow=0.2), on_article=lambda a: print(1, flush=True))
"""
    script = tmp_path / "run.py"
    script.write_text(code)
    command = [sys.executable, str(script), str(news), str(tmp_path / "g")]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, start_new_session=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"go\n"
        child.stdout.readline()
        time.sleep(3)
        os.killpg(child.pid, signal.SIGINT)
        child.communicate(timeout=60)
    assert child.returncode, "it was interrupted before it was done"
    build(news, tmp_path / "g", recipe=Quick())
    build(news, tmp_path / "fresh", recipe=Quick())
    assert exported(tmp_path / "g", tmp_path / "a.nq") == exported(tmp_path / "fresh", tmp_path / "b.nq")


def test_memory_does_not_grow_with_the_number_of_articles(tmp_path: Path) -> None:
    peaks = []
    for count in (150, 600):
        news = write_articles(tmp_path / f"news{count}", count)
        tracemalloc.start()
        build(news, tmp_path / f"g{count}", recipe=Quick())
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.2 * peaks[0]


def test_a_folder_that_is_opened_anew_on_the_way_holds_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    news, renewed = write_articles(tmp_path / "news", 150), []
    build(news, tmp_path / "once", recipe=Quick())
    monkeypatch.setattr(builder, "RENEWED_AFTER", 1)
    renew = KnowledgeGraph.renew
    monkeypatch.setattr(KnowledgeGraph, "renew", lambda kg: (renewed.append(kg.path), renew(kg)))
    build(news, tmp_path / "often", recipe=Quick())
    assert len(renewed) > 2
    assert exported(tmp_path / "often", tmp_path / "a.nq") == exported(tmp_path / "once", tmp_path / "b.nq")
    with KnowledgeGraph.open(tmp_path / "mine") as kg:
        store = kg.store
        build(news, kg, recipe=Quick())
        assert kg.store is store  # whose graph it is may hold on to its store
    assert len(set(renewed)) == 1


def test_statements_below_the_threshold_are_not_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder, "KEEP_ABOVE", 0.9)
    assert build(write_articles(tmp_path / "news", 2), tmp_path / "g", recipe=Quick()).statements == 0


def test_a_path_that_does_not_exist_makes_no_graph(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such file or folder"):
        build(tmp_path / "nowhere", tmp_path / "g", recipe=Quick())
    assert not (tmp_path / "g").exists()


@pytest.mark.parametrize("option", ["registry", "vocabulary"])
def test_a_broken_registry_or_vocabulary_ends_the_build(tmp_path: Path, option: str) -> None:
    (tmp_path / "mine.ttl").write_text("this is no turtle")
    mine: Any = {option: [tmp_path / "mine.ttl"]}
    with pytest.raises(DataFileError, match=r"mine\.ttl"):
        build(write_articles(tmp_path / "news", 1), tmp_path / "g", **mine)


def test_a_vocabulary_that_has_changed_is_read_again(tmp_path: Path) -> None:
    mine = tmp_path / "mine.ttl"
    (tmp_path / "a.txt").write_text("Russia spoofed Iran.\n")
    found = []
    for relation in ("accuses", "attacks"):
        mine.write_text(f'@prefix tw: <https://w3id.org/triplewire/ns#> . tw:{relation} tw:verb "spoof" .')
        with KnowledgeGraph.open() as kg:
            build(tmp_path / "a.txt", kg, vocabulary=[mine])
            found += kg.statements()["relation_type"].tolist()
    assert found == ["accuses", "attacks"]
