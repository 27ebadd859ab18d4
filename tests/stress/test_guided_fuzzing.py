"""The same inputs as in `test_fuzzing.py`, led by coverage, where atheris is installed: pip install atheris."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("atheris")
RUNS = int(20_000 * float(os.environ.get("FUZZ", "1")))


@pytest.mark.parametrize("name", ["reading", "boilerplate", "asking"])
def test_inputs_led_by_coverage_have_a_defined_end(tmp_path: Path, name: str) -> None:
    """What fails is printed with its trace, and libFuzzer says the bytes that made it."""
    script = Path(__file__).with_name("guided.py")
    command = [sys.executable, str(script), name, f"-runs={RUNS}", "-max_len=4000", "-seed=7"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    assert f"Done {RUNS} runs" in done.stderr
