"""A statement whose ends do not stand in the order of its sentence is told in words that do."""

from __future__ import annotations

import pytest
from triplewire.extract.analyser import Analyser


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


@pytest.mark.parametrize(
    ("text", "rule", "line", "told"),
    [
        (
            "Norway condemned Chad's decision to leave the talks.",
            "deed",
            ("Norway", "Chad"),
            ("Norway", "condemned", "Chad's decision"),
        ),
        (
            "Norway insisted that Chad must pay the debt.",
            "demand",
            ("Norway", "Chad"),
            ("Norway", "insisted that", "Chad must pay the debt"),
        ),
        (
            "Norway said Chad is a liar.",
            "spoken-of",
            ("Norway", "Chad"),
            ("Norway", "said", "Chad is a liar"),
        ),
        (
            "Norway's prime minister, Kari Holm, resigned.",
            "apposition-of",
            ("Kari Holm", "Norway"),
            ("Kari Holm", "is", "Norway's prime minister"),
        ),
        (
            "Former Labour Party leader Kari Holm resigned.",
            "title-of",
            ("Kari Holm", "Labour Party"),
            ("Kari Holm", "is", "Former Labour Party leader"),
        ),
        (
            "Many countries such as Norway signed it.",
            "list",
            ("Norway", "countries"),
            ("countries", "such as", "Norway"),
        ),
        (
            "The envoy met several ministers, including Kari Holm.",
            "list",
            ("Kari Holm", "ministers"),
            ("ministers", "including", "Kari Holm"),
        ),
    ],
)
def test_told_in_order(
    analyser: Analyser, text: str, rule: str, line: tuple[str, str], told: tuple[str, str, str]
) -> None:
    (made,) = [s for s in analyser.sentences([text]) if s.rule == rule]
    assert (made.subject, made.object) == line
    assert (made.subject_text, made.relation_text, made.object_text) == told
