"""Opening a graph: what stands in the way is said in one line, and nothing is broken by it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from made import archive
from triplewire.graph.encode import encode
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.errors import StoreError


def test_a_store_that_another_process_holds(tmp_path: Path) -> None:
    code = """
import sys
from triplewire.graph.store import KnowledgeGraph
kg = KnowledgeGraph.open(sys.argv[1])
print(1, flush=True)
input()
"""
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "g")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"1\n"
        with pytest.raises(StoreError, match="g: another process is using this graph; wait"):
            KnowledgeGraph.open(tmp_path / "g")
        with KnowledgeGraph.open(tmp_path / "g", read_only=True) as looking:
            assert looking.stats()["articles"] == 0
        holder.communicate(b"\n")


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(StoreError, match="is a folder of other things, not a graph"):
        KnowledgeGraph.open(tmp_path)
    assert [f.name for f in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_is_no_graph(tmp_path: Path) -> None:
    (tmp_path / "g").write_text("mine")
    with pytest.raises(StoreError, match="is a file, not a graph; name a folder"):
        KnowledgeGraph.open(tmp_path / "g")


def test_a_graph_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no graph here; build one first"):
        KnowledgeGraph.open(tmp_path / "g", read_only=True)
    assert not (tmp_path / "g").exists()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for place in ("/proc/triplewire", tmp_path / "file" / "g"):
        with pytest.raises(StoreError, match=r"cannot be made .*; choose another folder"):
            KnowledgeGraph.open(place)


@pytest.mark.parametrize("what", ["CURRENT", "MANIFEST-*", "*.sst"])
def test_a_damaged_store_says_so_in_one_line(tmp_path: Path, what: str) -> None:
    with KnowledgeGraph.open(tmp_path / "g") as kg:
        kg.load([encode(a) for a in archive(8)])
    victim = max((tmp_path / "g").glob(what), key=lambda f: f.stat().st_size)
    raw = bytearray(victim.read_bytes())
    raw[len(raw) // 3 : len(raw) // 2] = b"\x00" * (len(raw) // 2 - len(raw) // 3)
    victim.write_bytes(bytes(raw[: len(raw) * 2 // 3]))
    with pytest.raises(StoreError, match=r"the graph is damaged .*; build it again") as caught:
        KnowledgeGraph.open(tmp_path / "g").stats()
    assert "\n" not in str(caught.value)


def test_a_folder_in_which_a_process_was_killed_at_the_very_beginning_is_an_empty_one(tmp_path: Path) -> None:
    folder = tmp_path / "g"
    folder.mkdir()
    for name in ("LOCK", "IDENTITY", "LOG", "MANIFEST-000001", "000001.dbtmp", "judgements.jsonl.part"):
        (folder / name).write_bytes(b"")
    with pytest.raises(StoreError, match="there is no graph here; build one first"):
        KnowledgeGraph.open(folder, read_only=True)
    with KnowledgeGraph.open(folder) as kg:
        kg.load([encode(a) for a in archive(2)])
    with KnowledgeGraph.open(folder, read_only=True) as kg:
        assert len(kg.articles()) == 2


@pytest.mark.parametrize("read_only", [True, False])
def test_a_graph_without_its_mark_is_damaged_not_begun_again(tmp_path: Path, read_only: bool) -> None:
    with KnowledgeGraph.open(tmp_path / "g") as kg:
        kg.load([encode(a) for a in archive(8)])
    (tmp_path / "g" / "CURRENT").unlink()
    with pytest.raises(StoreError, match=r"g: the graph is damaged \(its file CURRENT is gone\); build it again"):
        KnowledgeGraph.open(tmp_path / "g", read_only=read_only)
    assert list((tmp_path / "g").glob("*.sst"))


def test_a_graph_held_for_writing_blames_no_other_process_for_a_file_that_is_gone(tmp_path: Path) -> None:
    with KnowledgeGraph.open(tmp_path / "g") as kg:
        kg.load([encode(a) for a in archive(8)])
    max((tmp_path / "g").glob("*.sst"), key=lambda f: f.stat().st_size).unlink()
    with pytest.raises(StoreError, match=r"the graph is damaged .*; build it again"):
        KnowledgeGraph.open(tmp_path / "g")
    with pytest.raises(StoreError, match="another process seems to be writing to this graph"):
        KnowledgeGraph.open(tmp_path / "g", read_only=True)


def test_an_export_that_meets_damage_blames_the_graph_not_its_own_file(tmp_path: Path) -> None:
    with KnowledgeGraph.open(tmp_path / "g") as kg:
        kg.load([encode(a) for a in archive(8)])
    with KnowledgeGraph.open(tmp_path / "g", read_only=True) as kg:
        for file in (tmp_path / "g").glob("*.sst"):
            file.write_bytes(bytes(file.stat().st_size))
        with pytest.raises(StoreError, match=r"g: the graph is damaged .*; build it again"):
            kg.export(tmp_path / "out.nq")
    assert not list(tmp_path.glob("out*"))


def test_a_graph_open_for_reading_takes_nothing(tmp_path: Path) -> None:
    KnowledgeGraph.open(tmp_path / "g").close()
    with (
        KnowledgeGraph.open(tmp_path / "g", read_only=True) as kg,
        pytest.raises(StoreError, match="is open for reading only"),
    ):
        kg.add(archive(1)[0])


def test_a_closed_graph_says_so() -> None:
    kg = KnowledgeGraph.open()
    kg.close()
    with pytest.raises(StoreError, match="memory: this graph is closed; open it again"):
        kg.stats()


def test_a_folder_that_may_not_be_written() -> None:
    code = """
import os, sys
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.errors import StoreError
if os.getuid() == 0:
    os.setuid(65534)  # root may write anywhere
print(KnowledgeGraph.open(sys.argv[1], read_only=True).stats()["articles"])
try:
    KnowledgeGraph.open(sys.argv[1])
except StoreError as e:
    print(e)
"""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "g"
        KnowledgeGraph.open(folder).close()
        (folder / "LOCK").chmod(0o444)
        folder.chmod(0o555)
        Path(place).chmod(0o555)
        done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=False)
        Path(place).chmod(0o755)
        folder.chmod(0o755)
    assert done.stdout.splitlines() == [
        "0", f"{folder}: may not be written; choose another folder, or ask for the right to write",
    ], done.stderr  # fmt: skip
