"""Ten thousand hostile inputs, other ones each time; FUZZ=0.1 tries a tenth. What fails is printed as a seed to keep
in `test_fuzz.py`."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from fuzzed import TARGETS, tried
from hypothesis import HealthCheck, given, settings

if TYPE_CHECKING:
    from pathlib import Path

    from triplewire.extract.analyser import Analyser

SHARE = float(os.environ.get("FUZZ", "1"))


@pytest.mark.parametrize("name", TARGETS)
def test_any_input_has_a_defined_end(analyser: Analyser, name: str) -> None:
    cases, count = TARGETS[name]

    @settings(
        max_examples=max(1, int(count * SHARE)), deadline=None, database=None, suppress_health_check=[*HealthCheck]
    )
    @given(cases)
    def run(case: Any) -> None:
        tried(name, case, analyser)

    run()


def test_a_line_of_two_hundred_megabytes_leaves_memory_flat(tmp_path: Path) -> None:
    """The line is an error, its neighbours are read, and no more than a few times the longest line is held."""
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "Russia bombed Idlib."}\n{"text": "')
        for _ in range(200):
            file.write(b"a" * 1_000_000)
        file.write(b'"}\n{"text": "Turkey criticised Russia."}\n')
    code = (
        "import sys; from triplewire.extract.reading.articles import read_articles\n"
        "errors = []; found = [a.text for a in read_articles([sys.argv[1]], on_error=errors.append)]\n"
        "peak = next(l for l in open('/proc/self/status') if l.startswith('VmHWM'))\n"
        "print(len(found), len(errors), int(peak.split()[1]) // 1024)"
    )
    told = subprocess.run([sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True).stdout
    found, errors, megabytes = map(int, told.split())
    assert (found, errors) == (2, 1)
    assert megabytes < 400
