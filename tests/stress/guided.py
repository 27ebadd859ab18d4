"""Has coverage guide the inputs of `fuzzed.py`: atheris changes bytes for as long as new lines of ours are reached.

python tests/stress/guided.py TARGET [options of libFuzzer …]
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris
from hypothesis import HealthCheck, given, settings

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
with atheris.instrument_imports(include=["triplewire"]):
    from fuzzed import TARGETS, tried


def main(name: str, *options: str) -> None:
    """Never returns: libFuzzer ends the process, with status 0 where every input had a defined end."""

    @settings(database=None, deadline=None, suppress_health_check=[*HealthCheck])
    @given(TARGETS[name][0])
    def run(case: object) -> None:
        tried(name, case, None)  # type: ignore[arg-type]

    atheris.Setup([sys.argv[0], *options], run.hypothesis.fuzz_one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
