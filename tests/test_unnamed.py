"""Who is meant where the name comes later, stands further off, or is somebody's whom another speaks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from casting import play

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser

_MINISTER = (
    "The Chadian health minister was attacked for weeks. On Friday, Chadian Health Minister Ali Kone left office."
)
_COUNCIL = (
    'The Relief Council released a statement. A spokesperson told The Daily Post it was over. "We thank the army."'
)
_ABSENT = "Anna Weber left Kenya. She had a visa. She told police she had a home. She lost it in May. {} Snow fell."
_MOTHER = 'Eva Otieno, the mother of the boy, said, "She did not stop."'


@pytest.mark.parametrize(
    ("text", "phrase", "label"),
    [
        (_MINISTER, "The Chadian health minister", "Ali Kone"),
        (f"{_MINISTER} A former Chadian health minister stayed.", "A former Chadian health minister", None),
        (f"{_MINISTER} Health Minister Omar Deby of Chad came.", "The Chadian health minister", None),
        (_COUNCIL, "We", "Relief Council"),
        ('AU health and climate commissioner Josefa Banda said, "We have no budget."', "We", "African Union"),
        ('Minister Ada Kone said the plan had failed. "I regret it."', "I", "Ada Kone"),
        ('According to eyewitness Omar Diallo, it burned. "I ran."', "I", None),
        ('According to eyewitness Omar Diallo, "I ran home."', "I", "Omar Diallo"),
        ("The government of Egypt ordered a cull.", "The government", "Egypt"),
        ("The parliament of Georgia voted.", "The parliament", "Georgian parliament"),
        (
            "The report described Darfur as Sudanese territory. Chad left the territory.",
            "the territory",
            "Darfur",
        ),
        ("The ministry met Iran and its allies.", "its", "Iran"),
        ("Iran met Kenya. Police hit them.", "them", None),
        (f"{_ABSENT.format('Snow fell. ' * 4)} {_MOTHER}", "She", "Anna Weber"),
    ],
)
def test_whom_a_text_means(analyser: Analyser, text: str, phrase: str, label: str | None) -> None:
    assert play(analyser, text).who(phrase) == label


def test_no_actor_is_a_deed(analyser: Analyser) -> None:
    played = play(analyser, "The Chadian army shelled the palace. It was the boldest attack in years.")
    assert played.who("It") is None


@pytest.mark.parametrize(
    ("text", "phrase", "words"),
    [
        (
            "Residents met officials. Residents have blamed Chad. Their demands include an inquiry.",
            "Their",
            "Residents",
        ),
        ("The family of Omar Diallo sued. Nobody helped them.", "them", "The family of Omar Diallo"),
    ],
)
def test_words_of_what_has_no_name(analyser: Analyser, text: str, phrase: str, words: str) -> None:
    played = play(analyser, text)
    start = text.index(phrase)
    found = [
        played.cast.phrase(s, i)
        for s, tree in enumerate(played.trees)
        for i, at in enumerate(tree.starts)
        if at == start
    ]
    assert found == [words]
