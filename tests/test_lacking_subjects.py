"""A finite clause has a subject of its own; a name behind another noun's words is none."""

from __future__ import annotations

import pytest
from sentences import statements


@pytest.mark.parametrize(
    ("text", "told", "not_told"),
    [
        (
            "The chart shows the gap between the two parties is smaller than before.",
            "the gap between the two parties | is | smaller than before",
            "The chart | shows | the gap between the two parties",
        ),
        (
            "The mayor decided the bridge over the Tay would close.",
            "The mayor | decided | the bridge over the Tay would close",
            "The mayor | decided | the bridge over the Tay",
        ),
        (
            "The fishermen were rescued after one of their boats, built in 1990, had hit a tug.",
            "The fishermen | were rescued after | one of their boats, built in 1990, had hit a tug",
            "The fishermen | were rescued after | one of their boats",
        ),
        (
            "The editor told her the pipeline had been closed by Statoil.",
            "the pipeline | had been closed by | Statoil",
            "her | had been closed by | Statoil",
        ),
        (
            "The roof of the old chapel in the port town Brest caught fire.",
            "The roof of the old chapel in the port town Brest | caught | fire",
            "Brest | caught | fire",
        ),
        (
            "Many people would ask him, 'Is the harbour open now?'",
            "",
            "him | Is | open",
        ),
    ],
)
def test_subject(text: str, told: str, not_told: str) -> None:
    found = statements(text)
    assert not told or told in found, found
    assert not_told not in found
