"""A few dozen of the inputs that `make stress` tries by thousands, and the seeds of what was found that way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from fuzzed import TARGETS, tried
from hypothesis import HealthCheck, given, settings

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser

QUICK = settings(max_examples=12, deadline=None, database=None, derandomize=True, suppress_health_check=[*HealthCheck])
EMPTY = dict.fromkeys(("actor", "date", "number", "text"), "")
#: Inputs that once had no defined end, each with what it did.
FOUND: list[tuple[str, Any]] = [
    ("parameters", (0, EMPTY | {"text": "\ud800"})),  # half a character was a fault of ours
    ("parameters", (0, EMPTY | {"actor": "\udfff"})),
    ("asking", "ASK { ?s ?p '\ud800' }"),
    ("reading", (".text", "\u202a".encode())),  # an article without text
    ("extraction", "Iran attacked [\\R\\u0-,w1f] &amp;"),  # an object of signs alone
    ("asking", "ASK {" * 5_000),  # ended the process
    ("asking", f"ASK {{ FILTER({'STR(' * 1_000}1{')' * 1_000}) }}"),
    ("extraction", "Iran" + "'s ally" * 1_000 + " fled."),  # ended Python's stack
]


@pytest.mark.parametrize(("name", "case"), FOUND)
def test_what_was_found_stays_mended(analyser: Analyser, name: str, case: Any) -> None:
    tried(name, case, analyser)


@pytest.mark.parametrize("name", TARGETS)
def test_any_input_has_a_defined_end(analyser: Analyser, name: str) -> None:
    quick = settings(
        max_examples=12, deadline=None, database=None, derandomize=True, suppress_health_check=[*HealthCheck]
    )

    @quick
    @given(TARGETS[name][0])
    def run(case: Any) -> None:
        tried(name, case, analyser)

    run()
