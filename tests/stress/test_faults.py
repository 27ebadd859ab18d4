"""A full disk, a folder that may not be written, a damaged file, two builds at once: each ends with what to do."""

from __future__ import annotations

import os
import random
import signal
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from commands import MERGE, NEW, OLD, RESOLVE, Command, copied, ended, started, state, waited
from triplewire.ontology.errors import StoreError
from world import scenes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SEED = int(os.environ.get("STRESS_SEED", "7"))
ROOM = 256  # MiB; more than any of this needs


@pytest.fixture
def news(tmp_path: Path) -> Path:
    scenes(tmp_path / "news" / "new", edition=1)
    return tmp_path / "news"


@contextmanager
def disk(at: Path, size: int = ROOM) -> Iterator[Callable[[str], None]]:
    """A small disk in memory, of so many MiB, at a folder; the function given mounts it anew with other options."""

    def mount(options: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{options}", str(at)], check=True)

    at.mkdir(exist_ok=True)
    made = ["mount", "-t", "tmpfs", "-o", f"size={size}m", "tmpfs", str(at)]
    if os.geteuid() or subprocess.run(made, stderr=subprocess.DEVNULL).returncode:
        pytest.skip("only root can make a disk")
    try:
        yield mount
    finally:
        subprocess.run(["umount", str(at)], check=True)


@pytest.mark.parametrize("command", [NEW, RESOLVE, MERGE], ids=lambda command: command[0])
def test_a_full_disk(command: Command, tmp_path: Path, news: Path) -> None:
    at, begin, end = random.Random(f"{SEED} full {command[0]}"), tmp_path / "begin", tmp_path / "end"
    for before in (OLD,) if command == NEW else (NEW,):
        assert ended(before, begin, news)[0] == 0
    copied(begin, end)
    assert ended(command, end, news)[0] == 0
    old, new = state(begin), state(end)
    full = 0
    for _ in range(8):
        with disk(tmp_path / "disk") as mount:
            graph = tmp_path / "disk" / "g"
            copied(begin, graph)
            used = sum(file.stat().st_size for file in graph.iterdir()) >> 10
            mount(f"size={used + at.randint(100, 8000)}k")
            status, told = ended(command, graph, news)
            full += status != 0
            assert status == 0 or "the disk is full; make room and give the same command again" in told
            mount(f"size={ROOM}m")
            found = state(graph)
            for article in old.articles.keys() | new.articles.keys() | found.articles.keys():
                assert found.articles.get(article) in (old.articles.get(article), new.articles.get(article))
            status, told = ended(command, graph, news)
            assert status == 0 or "goes by the name of" in told
            assert state(graph) == new
    assert full > 2


def test_a_disk_that_is_full_from_the_beginning(tmp_path: Path, news: Path) -> None:
    for size in (20, 60, 120, 500, 2000):
        with disk(tmp_path / "disk") as mount:
            mount(f"size={size}k")
            status, told = ended(NEW, tmp_path / "disk" / "g", news)
            assert status == 2
            assert "the disk is full; make room and give the same command again" in told
            mount(f"size={ROOM}m")
            assert ended(NEW, tmp_path / "disk" / "g", news) == (0, "")
            assert len(state(tmp_path / "disk" / "g").articles) == len(list((news / "new").iterdir()))


def test_a_disk_that_may_not_be_written(tmp_path: Path, news: Path) -> None:
    with disk(tmp_path / "disk") as mount:
        graph = tmp_path / "disk" / "g"
        assert ended(NEW, graph, news)[0] == 0
        before = state(graph)
        mount("ro")
        for command in (NEW, RESOLVE, MERGE, ("remove", "003-1.txt")):
            status, told = ended(command, graph, news)
            assert status == 2
            assert "may not be written; choose another folder, or ask for the right to write" in told
        assert ended(NEW, tmp_path / "disk" / "other", news)[0] == 2
        assert ended(("stats",), graph, news) == (0, "")
        assert state(graph) == before


def test_two_builds_on_one_folder(tmp_path: Path, news: Path) -> None:
    alone, graph = tmp_path / "alone", tmp_path / "g"
    assert ended(NEW, alone, news)[0] == 0
    first = started(("build", "at", "1", "slow"), graph, news)
    assert first[1].recv()  # an article is stored, and there are more to come
    os.kill(first[0].pid or 0, signal.SIGSTOP)
    for command in (("build", "at", "1", "quick"), RESOLVE, MERGE, ("remove", "003-1.txt")):
        status, told = ended(command, graph, news)
        assert status == 2
        assert "another process is using this graph; wait until it has ended, or stop it" in told
    os.kill(first[0].pid or 0, signal.SIGCONT)
    assert waited(*first) == (0, "")
    assert state(graph) == state(alone)


HARM: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "cut": lambda raw, at: raw[: at.randrange(len(raw))],
    "emptied": lambda raw, _: b"",
    "zeros": lambda raw, _: bytes(len(raw)),
    "noise": lambda raw, at: bytes(b if at.random() > 0.001 else at.randrange(256) for b in raw),
}


@pytest.mark.parametrize("harm", [*HARM, "gone"])
def test_a_damaged_file(harm: str, tmp_path: Path, news: Path) -> None:
    """Nothing half is read from it: what reads the damage says in one line to build again, all else reads the whole."""
    at, whole, graph = random.Random(f"{SEED} {harm}"), tmp_path / "whole", tmp_path / "g"
    assert ended(NEW, whole, news)[0] == 0
    wanted = state(whole)
    assert ended(("read",), whole, news)[0] == 0
    exported = Path(f"{whole}.nq").read_bytes()
    told = 0
    for file in sorted(whole.iterdir()):
        copied(whole, graph)
        if harm == "gone":
            (graph / file.name).unlink()
        elif raw := file.read_bytes():
            (graph / file.name).write_bytes(HARM[harm](raw, at))
        status, said = ended(("read",), graph, news)
        if status:
            told += 1
            assert said.startswith(f"{graph}: ")
            assert "build it again" in said
            assert said.count("\n") == 1
        elif file.suffix != ".log":
            assert Path(f"{graph}.nq").read_bytes() == exported
            try:
                assert state(graph) == wanted
            except StoreError as e:  # what is damaged is none of what was read
                assert "build it again" in str(e)
    assert told > 3
