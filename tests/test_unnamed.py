"""Who is meant where the name comes later, stands further off, or is somebody's whom another speaks for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from casting import play
from triplewire.extract.words import wordlists

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
        (
            "Ana Conti, aide to the prime minister, spoke. Prime Minister Karl Berg left.",
            "the prime minister",
            "Karl Berg",
        ),
        ('Karl Berg defended the record: "The minister and I are working on it."', "I", "Karl Berg"),
        (
            "Iran met France. Iran left. In Paris, Foreign Ministry staff objected.",
            "Ministry",
            "French Foreign Ministry",
        ),
        ("Chief Executive of Hong Kong Ada Chan spoke. She left.", "She", "Ada Chan"),
        ("Kenya director of Amnesty International Lo-kei Tam spoke.", "director", "Lo-kei Tam"),
        ("A militia known as the Red Falcons, which controls the port, fled.", "which", "Red Falcons"),
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


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("The quake struck ten kilometers east of Carrasqal.", "Carrasqal", "Place"),
        ("Two towns, including Makilata, fell.", "Makilata", "Place"),
        ("The quake hit Makilata in the province of North Cotabato.", "Makilata", "Place"),
        ("The owner was described by the Nightly Drum as a saint.", "Nightly Drum", "Organization"),
        ("Kenya director of Amnesty International Lo-kei Tam spoke.", "Lo-kei Tam", "Person"),
        ("Rhodesia declared its independence.", "Rhodesia", "Country"),
    ],
)
def test_class_by_what_stands_beside(analyser: Analyser, text: str, label: str, kind: str) -> None:
    assert play(analyser, text).type(label) == kind


def test_two_spellings_of_one_name(analyser: Analyser) -> None:
    played = play(analyser, "Tourists visit Hajia Petra. The mosque Hajjia Petra is old. Hajia Petra fell.")
    assert played.who("Hajjia Petra") == "Hajia Petra"
    played = play(analyser, "Karim bin Salem led them. Karim bin Salim, they say, fell. Karim bin Salem was ill.")
    assert played.who("Salim") == "Karim bin Salem"


def test_a_noun_has_one_kind() -> None:
    words = json.loads((Path(wordlists.__file__).parent / "role_words.json").read_text(encoding="utf-8"))
    nouns = [word for kind in words["nouns"].values() for word in kind.split()]
    assert len(nouns) == len(set(nouns))
