"""Worker processes end with the process that they work for, however that ends."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest
from triplewire.machine import processes
from triplewire.ontology.errors import TriplewireError

READY: list[int] = []


def idle(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def known(value: int) -> tuple[int, list[int]]:
    return value, READY


def get_ready() -> None:
    READY.append(os.getpid())


def know(how: str) -> None:
    """Says which process this is, and which each of six results was made ready by."""
    print(os.getpid())
    with ThreadPoolExecutor(1) as other:
        if how == "beside a thread":
            other.submit(idle, 0).result()
        with processes.shared("know", known, range(6), 2, get_ready, copied=how != "not asked to") as results:
            for _, ready in results:
                print(*ready)


def work(how: str) -> None:
    """The parent: says when both workers are at work, and waits for them."""
    if how == "fresh":
        processes._may_be_copied = lambda: False
    with processes.shared("idle", idle, [0.0] * 8 + [60.0] * 8, 2, copied=True) as results:
        for pid in results:
            print(pid, flush=True)


def told(*how: str) -> subprocess.Popen[str]:
    """This file as a process of its own, which has no threads but those it starts."""
    return subprocess.Popen(
        [sys.executable, __file__, *how], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("how", "copied"),
    [
        pytest.param("alone", True, marks=pytest.mark.skipif(sys.platform != "linux", reason="nothing to copy")),
        ("beside a thread", False),
        ("not asked to", False),
    ],
)
def test_what_a_process_made_ready_is_in_its_copies(how: str, *, copied: bool) -> None:
    process = told("know", how)
    parent, *found = process.communicate()[0].split()
    assert found == [parent] * 6 if copied else parent not in found


def fail_to_get_ready() -> None:
    raise ValueError


@pytest.mark.parametrize(
    "copied", [pytest.param(True, marks=pytest.mark.skipif(sys.platform != "linux", reason="nothing to copy")), False]
)
def test_what_getting_ready_raises_is_nobodys_concern(monkeypatch: pytest.MonkeyPatch, *, copied: bool) -> None:
    monkeypatch.setattr(processes, "_may_be_copied", lambda: copied)
    with processes.shared("know", known, range(6), 2, fail_to_get_ready, copied=copied) as results:
        assert [n for n, _ in results] == list(range(6))


def test_one_line_says_that_no_process_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: ProcessPoolExecutor, *_: object) -> None:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(ProcessPoolExecutor, "submit", refused)
    with (
        pytest.raises(TriplewireError, match="no process could be had"),
        processes.shared("build", known, range(6), 2, copied=True),
    ):
        pass


@pytest.mark.parametrize("how", ["copies", "fresh"])
def test_the_workers_of_a_killed_process_end(how: str) -> None:
    parent = told("work", how)
    assert parent.stdout is not None
    workers = {int(parent.stdout.readline()) for _ in range(8)}
    parent.kill()
    parent.communicate()
    until = time.monotonic() + 20
    while any(Path(f"/proc/{pid}").exists() for pid in workers):
        if time.monotonic() > until:
            pytest.fail("they live on")
        time.sleep(0.05)


if __name__ == "__main__":
    {"work": work, "know": know}[sys.argv[1]](sys.argv[2])
