"""The threat note names tests that there are."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parent
NOTE = (TESTS.parent / "docs" / "threats.md").read_text("utf-8")


def test_each_threat_names_a_test_that_is_there() -> None:
    rows = [row for row in NOTE.splitlines() if row.startswith("| ") and not row.startswith(("| tried", "|---"))]
    assert len(rows) >= 20
    for row in rows:
        named = re.findall(r"`((?:stress/)?test_\w+\.py)`: ((?:`\w+`(?:, )?)+)", row.rsplit(" | ", 1)[1])
        assert named, row
        for file, names in named:
            held = (TESTS / file).read_text("utf-8") + (TESTS / "fuzzed.py").read_text("utf-8")
            for name in re.findall(r"\w+", names):
                assert re.search(rf"(?:def|class) {name}\b", held), f"{file}: {name}"
