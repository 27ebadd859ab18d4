"""Facts word for word: what the notation accepts, what the scorer counts, and that the suite is well formed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import exact
import pytest

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """# a comment
= general
The army of Chad shelled two villages on Friday, officials said.
verb      army [of Chad] | shelled | [two] villages
adjunct   army [of Chad] | shelled [[two] villages] | on Friday
speech    officials | said | {army|the army of Chad} shelled two villages [on Friday]
?noun     army | of | Chad
"""


def extraction(line: str) -> exact.Extraction:
    subject, relation, obj = line.split(" | ")
    return exact.Extraction(1, "some rule", subject, relation, obj)


@pytest.fixture
def facts(tmp_path: Path) -> list[exact.Sentence]:
    path = tmp_path / "facts.txt"
    path.write_text(TEXT, "utf-8")
    return exact.read(path)


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("The army of Chad | shelled | two villages", 1),
        ("the Army | shelled | villages", 1),
        ("the army | shelled on | Friday", 1),
        ("the army | shelled two villages on | Friday", 1),
        ("officials | said | the army of Chad shelled two villages", 1),
        ("the army | shelled two | villages", 0),
        ("Chad | shelled | two villages", 0),
        ("two villages | shelled | the army", 0),
        ("the army | shelled | villages on Friday", 0),
    ],
)
def test_a_wording_is_met_or_not(facts: list[exact.Sentence], line: str, right: int) -> None:
    result = exact.score(facts, [extraction(line)])
    assert (result.rules.total(), result.right.total(), result.met.total()) == (1, right, right)
    assert len(result.missed) == 3 - right and len(result.wrong) == 1 - right


def test_one_fact_met_twice_is_one_fact(facts: list[exact.Sentence]) -> None:
    result = exact.score(
        facts, [extraction("The army | shelled | villages"), extraction("army | shelled | two villages")]
    )
    assert (result.precision, result.recall) == (1, 1 / 3)
    assert result.f1 == pytest.approx(0.5)


def test_what_need_not_be_said_counts_neither_way(facts: list[exact.Sentence]) -> None:
    result = exact.score(facts, [extraction("The army | of | Chad")])
    assert not result.rules and result.facts.total() == 3


@pytest.mark.parametrize("line", ["verb  army | shelled", "verb  army | shelled [the | town", "  army | shelled | it"])
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "facts.txt"
    path.write_text(f"= general\nThe army shelled the town.\n{line}\n", "utf-8")
    with pytest.raises(exact.NotationError, match=r"facts\.txt, line 3: "):
        exact.read(path)


def test_every_wording_has_the_words_of_its_sentence() -> None:
    """But for those that stand for a sign or for the verb that an apposition, a list or "neither" leaves out."""
    for path in exact.SUITE:
        sentence: set[str] = set()
        expecting = False
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("="):
                expecting = True
            elif expecting:
                sentence, expecting = set(exact.words(line).split()), False
            elif line and not line.startswith("#"):
                slots = re.sub(r"[\[\]{}|]", " ", line if line.startswith(" ") else line.split(maxsplit=1)[1])
                extra = set(exact.words(slots).split()) - sentence
                assert extra <= {"is", "are", "has", "s", "by", "in", "on", "not", "including"}, line


def test_halves_share_no_sentence() -> None:
    dev, held = ({s.text for s in exact.read(path)} for path in exact.SUITE)
    assert len(dev) == len(held) == 64 and not dev & held
