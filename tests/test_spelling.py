"""Which names of different articles are spelt alike, and the parts of a person's name."""

from __future__ import annotations

import pytest
from triplewire.graph.resolve.persons import keys, person
from triplewire.graph.resolve.spelling import letters, same_letters, sound, variants


@pytest.mark.parametrize(
    ("one", "other"),
    [("qaddafi", "gadhafi"), ("usama", "osama"), ("mohammed", "muhammad"), ("sergey", "sergei"), ("hussein", "husain")],
)
def test_spellings_of_one_word(one: str, other: str) -> None:
    assert variants(one, other) and variants(other, one)
    assert keys(f"{one} {one}") & keys(f"{other} {other}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hassan", "hussein"),
        ("karim", "karam"),
        ("myers", "mears"),
        ("ali", "eli"),
        ("ivan", "ivana"),
        ("niger", "nigeria"),
    ],
)
def test_words_that_are_near_and_not_one(one: str, other: str) -> None:
    assert not variants(one, other)


def test_what_letters_and_sounds_pass_over() -> None:
    assert letters("The Al-Shabaab") == letters("al Shabáab") == "alshabaab"
    assert letters("J.R. Myers") == letters("J. R. Myers")
    assert letters("Trump's supporters") == letters("Trump supporters")
    assert same_letters("Marine Traffic", "MarineTraffic") and same_letters("Jean-Claude Roy", "Jean Claude Roy")
    assert not same_letters("Handel Manu", "Handelma Nu")
    assert sound("abdullah") == "abdula"


def test_the_parts_of_a_persons_name() -> None:
    found = person("Foreign Minister Anna-Lena van Dijk Jr.")
    assert found is not None
    assert (found.given, found.surname, found.ending, found.titles) == (
        "annalena", "van dijk", "jr", ("foreign", "minister"),
    )  # fmt: skip
    assert person("Prince Harry") is None
    assert person("Bagheri") is None
