"""Hard pairs in running text (`identity_pairs.txt`): what is two stays two, what is one becomes one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from casting import play

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser

_MARKED = re.compile(r"\[\[(.*?)\]\]")
PAIRS = [
    tuple(line.split(": ", 1))
    for line in Path(__file__).with_name("identity_pairs.txt").read_text(encoding="utf-8").splitlines()
    if line[:1] not in ("#", "")
]


def marked(line: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and where the two marked stretches stand."""
    text, places, at = "", [], 0
    for m in _MARKED.finditer(line):
        text += line[at : m.start()]
        places.append((len(text), len(text) + len(m[1])))
        text, at = text + m[1], m.end()
    return text + line[at:], places[:2]


def test_there_are_enough() -> None:
    kinds = [kind for kind, _ in PAIRS]
    assert set(kinds) == {"apart", "same"}
    assert min(kinds.count("apart"), kinds.count("same")) >= 120
    assert len(PAIRS) == len(set(PAIRS))


@pytest.mark.parametrize(("kind", "line"), PAIRS)
def test_pair(analyser: Analyser, kind: str, line: str) -> None:
    text, places = marked(line)
    played = play(analyser, text)
    exact = {(m.start, m.end): m for m in played.cast.mentions}
    one, other = (exact.get(place) or played.covering(*place) for place in places)
    if kind == "same":
        assert one is not None and other is not None
        assert one.entity == other.entity
    else:
        assert one is None or other is None or one.entity_id != other.entity_id
