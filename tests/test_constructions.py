"""Every sentence of `constructions.jsonl` gives the statements that it must, and none that it must not.

A line has `construction`, `text`, `has` (statements as "subject | relation | object") and `not`; `fails` gives the
reason why a sentence is known to fail, and must go as soon as it no longer does.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from sentences import statements

CASES = [json.loads(line) for line in Path(__file__).with_name("constructions.jsonl").read_text("utf-8").splitlines()]


def marked(case: dict[str, object]) -> object:
    marks = [pytest.mark.xfail(reason=case["fails"], strict=True)] if "fails" in case else []
    return pytest.param(case, id=f"{case['construction']}: {case['text']}", marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_construction(case: dict[str, list[str]]) -> None:
    found = statements(str(case["text"]))
    missing = [wanted for wanted in case.get("has", []) if wanted not in found]
    wrong = [unwanted for unwanted in case.get("not", []) if unwanted in found]
    assert not missing and not wrong, f"missing {missing}, wrong {wrong}, found {found}"


def test_suite_is_large_and_mostly_holds() -> None:
    texts = Counter(case["text"] for case in CASES)
    assert len(texts) >= 250
    assert max(texts.values()) == 1, "each sentence stands once"
    assert sum("fails" in case for case in CASES) <= len(CASES) // 20
