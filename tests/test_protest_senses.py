"""What protesters do in public is a protest, and the same words of others are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from meant import meaning

if TYPE_CHECKING:
    from triplewire import Analyser
    from triplewire.ontology.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("phrase", "who", "head", "means"),
    [
        ("gather around", "protester", "parliament", "PROTEST"),
        ("gather around", "family", "table", "nothing"),
        ("block", "demonstrator", "exit", "PROTEST"),
        ("block", "senate", "bill", "blocks REJECT"),
        ("throw", "activist", "egg", "PROTEST"),
        ("throw", "pitcher", "ball", "nothing"),
        ("surround", "crowd", "ministry", "protests PROTEST"),
        ("surround", "rebel", "town", "besieges ASSAULT"),
        ("occupy", "protester", "square", "protests PROTEST"),
    ],
)
def test_protesters(vocabulary: Vocabulary, phrase: str, who: str, head: str, means: str) -> None:
    assert meaning(vocabulary, phrase, "Phrase", "Phrase", head, who=who) == means


@pytest.mark.parametrize(
    "text", ["Thousands of Georgian protesters gathered around the ministry.", "Georgian demonstrators threw stones."]
)
def test_a_group_is_what_it_is_called(analyser: Analyser, text: str) -> None:
    assert {s.event_type for s in analyser.sentences([text])} == {"PROTEST"}
