"""Worker processes end with the process that they work for, however that ends."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from triplewire.ontology.processes import shared


def idle(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def work() -> None:
    """The parent: says when both workers are at work, and waits for them."""
    with shared("idle", idle, [0.0] * 8 + [60.0] * 8, 2) as results:
        for pid in results:
            print(pid, flush=True)


def test_the_workers_of_a_killed_process_end() -> None:
    parent = subprocess.Popen(
        [sys.executable, __file__], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
    )  # fmt: skip
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
    work()
