"""Possessives of names that lost their apostrophe, as in many crawled texts: "Britains economy"."""

from __future__ import annotations

import pytest
from triplewire import Analyser


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


@pytest.mark.parametrize(
    ("sentence", "told", "kept"),
    [
        ("Kenya slammed Britains immigration system.", "Kenya condemns United Kingdom", "Britains immigration system"),
        ("Norway is one of Russias strongest critics.", "Norway condemns Russia", "one of Russias strongest critics"),
        ("The report angered Myanmars government.", "Myanmar condemns The report", "Myanmars government"),
        ("Norway praised the Dagbladet s editor.", "Norway praises The Dagbladet s editor", "the Dagbladet s editor"),
    ],
)
def test_owners(analyser: Analyser, sentence: str, told: str, kept: str) -> None:
    rows = list(analyser.sentences([sentence]))
    assert told.lower() in [f"{r.subject} {r.relation_type} {r.object}".lower() for r in rows]
    assert any(kept in text for r in rows for text in (r.subject_text, r.object_text))


@pytest.mark.parametrize("sentence", ["The two Chinas met in Oslo.", "Both Irelands met in Oslo."])
def test_plurals_are_no_owners(analyser: Analyser, sentence: str) -> None:
    rows = list(analyser.sentences([sentence]))
    assert {r.subject for r in rows} == {sentence.removesuffix(" met in Oslo.")}
