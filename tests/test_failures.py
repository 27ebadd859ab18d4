"""What goes wrong with a graph's folder is called by its name; damage is only what nothing else explains."""

from __future__ import annotations

import errno
import os
import resource
from typing import TYPE_CHECKING

import pytest
from made import archive
from triplewire.graph.encode import encode
from triplewire.graph.opening import guarded
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with KnowledgeGraph.open(tmp_path / "g") as kg:
        kg.load([encode(a) for a in archive(8)])
    return tmp_path / "g"


def told(folder: Path, error: Exception, *, alone: bool = False) -> str:
    with pytest.raises(StoreError) as caught, guarded(str(folder), alone=alone):
        raise error
    assert "\n" not in str(caught.value)
    return str(caught.value).removeprefix(f"{folder}: ")


@pytest.mark.parametrize(
    ("number", "reading", "writing"),
    [
        (errno.EACCES, "may not be read; ask for the right to read", "may not be written; choose another folder"),
        (errno.EROFS, "may not be written; choose another folder", "may not be written; choose another folder"),
        (errno.ENOSPC, "the disk is full; make room and give", "the disk is full; make room and give"),
        (errno.EDQUOT, "the disk is full; make room and give", "the disk is full; make room and give"),
        (errno.EMFILE, "the system lets too few files be open; allow more", "the system lets too few files be open"),
        (errno.EIO, "the disk does not answer as it should; look after", "the disk does not answer as it should"),
        (errno.ENOMEM, "there is too little memory; end other programs", "there is too little memory"),
    ],
)
def test_each_fault_of_the_system_has_its_own_line(folder: Path, number: int, reading: str, writing: str) -> None:
    words = os.strerror(number)
    for error in (OSError(number, words), OSError(number, words, str(folder / "000012.sst")),
                  OSError(f"IO error: {words}: While open a file: {folder}/000012.sst: {words}")):  # fmt: skip
        assert told(folder, error).startswith(reading)
        assert told(folder, error, alone=True).startswith(writing)


@pytest.mark.parametrize("words", ["Corruption: block checksum mismatch", "Invalid argument: Column family not found"])
def test_what_nothing_else_explains_is_damage(folder: Path, words: str) -> None:
    for error in (OSError(words), RuntimeError(words)):
        assert told(folder, error) == f"the graph is damaged ({words}); build it again into a new folder"


def test_a_file_that_is_not_the_graphs_is_no_fault_of_the_graph(folder: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught, guarded(str(folder)):
        (folder.parent / "nowhere" / "page.html").read_text()
    assert caught.value.filename.endswith("page.html")


def test_a_folder_that_goes_away_while_it_is_read(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))
    assert told(folder, OSError("IO error: No such file or directory: CURRENT")) == (
        "the graph is gone; see where it went, or build it again"
    )


def test_too_few_files_may_be_open(folder: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (60, before[1]))
    try:
        with pytest.raises(StoreError, match=r"g: the system lets too few files be open; allow more, with ulimit -n"):
            KnowledgeGraph.open(folder)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read(folder: Path) -> None:
    for file in folder.iterdir():
        file.chmod(0)
    with pytest.raises(StoreError, match="g: may not be read; ask for the right to read"):
        KnowledgeGraph.open(folder, read_only=True)
