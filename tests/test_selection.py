"""What a clause and a noun say of the kind of thing that a pronoun or a description may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from casting import play

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser

UNION = "The Harbour Union praised the plan. "


@pytest.mark.parametrize(
    "sentence",
    [
        "It was costly.",
        "Critics said it was a foolish move.",
        "It was held in Oslo on Monday.",
        "The council will publish it in May.",
        "Few doubt that it was about the money.",
        "The mayor called it a mistake.",
        "Nobody found it unfair.",
        "It was one of the longest speeches of the year.",
    ],
)
def test_what_is_said_of_it_may_be_said_of_no_actor(analyser: Analyser, sentence: str) -> None:
    assert play(analyser, UNION + sentence).who("it" if " it " in sentence else "It") is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (UNION + "It is independent of the port.", "Harbour Union"),
        (UNION + "It is one of the oldest unions in Norway.", "Harbour Union"),
        (UNION + "It remains a member of the league.", "Harbour Union"),
        (UNION + "It was founded in Oslo.", "Harbour Union"),
        (UNION + "It is ready to strike.", "Harbour Union"),
        ("Kenya is no republic of the union, but it is a monarchy.", "Kenya"),
    ],
)
def test_what_actors_are_may_be_said_of_it(analyser: Analyser, text: str, label: str) -> None:
    assert play(analyser, text).who("it" if " it " in text else "It") == label


@pytest.mark.parametrize(
    ("text", "phrase", "label"),
    [
        # a party is no person, whoever was called its candidate
        ("The Reform Party met. Party nominee Ada Kone spoke. The party cheered.", "The party", "Reform Party"),
        ("Party nominee Ada Kone spoke. The party cheered.", "The party", None),
        # a state is no parliament
        ("The state parliament of Orvale met. The state is poor.", "The state", None),
        # "the public" is no public firm
        ("The public utility Norvale Company cut the power. Later the public waited.", "the public", None),
        # whose people they are
        ("The Norwegian people voted. The mayor thanked the people of her town.", "the people", None),
        # dependencies and cities that are countries
        ("Hong Kong was quiet. Police patrolled the city.", "the city", "Hong Kong"),
        ("Puerto Rico lost power. Engineers came to the island.", "the island", "Puerto Rico"),
        ("Syria lost the Golan Heights. Troops came to the territory.", "the territory", "Golan Heights"),
        # a gulf is no region, nor is a continent
        ("Ships left the Gulf of Oman. Troops came to the region.", "the region", None),
        ("Envoys flew to Europe. Troops came to the region.", "the region", None),
        ("Envoys flew to Europe. Troops crossed the continent.", "the continent", "Europe"),
        # the most that somebody of a kind has done
        ("Libertarian nominee Ada Kone won ten votes. It is the most a nominee has won.", "a nominee", None),
    ],
)
def test_nouns_tell_what_they_can_name(analyser: Analyser, text: str, phrase: str, label: str | None) -> None:
    assert play(analyser, text).who(phrase) == label


@pytest.mark.parametrize(
    ("text", "phrase", "label"),
    [
        # a head of government speaks for the country, not for the party
        (
            'Kenya voted. Kenyan prime minister Ada Kone of the Reform Party said, "We have many friends."',
            "We",
            "Kenya",
        ),
        # what is a nation's is not a party's
        ('Kenya voted. Kenyan towns are calm. Reform Party leader Ada Kone said, "Our troops left."', "Our", "Kenya"),
        ('Reform Party leader Ada Kone said, "Our candidates are ready."', "Our", "Reform Party"),
        ('Lomond Institute fellow Ada Kone said, "He served our nation well."', "our", None),
    ],
)
def test_we_of_a_nation(analyser: Analyser, text: str, phrase: str, label: str | None) -> None:
    assert play(analyser, text).who(phrase) == label


@pytest.mark.parametrize(
    ("text", "phrase", "label"),
    [
        # a name inside another word is not what the article speaks of
        ("Hong Kong was quiet. The pro-Beijing camp won. Crowds left the city.", "the city", "Hong Kong"),
        # a country is a team in a game alone
        ("Panama lost the match. Their coach wept. The team flew home.", "The team", "Panama"),
        ("The runners met in Austria. The team flew home.", "The team", None),
        # whose the subject of a second clause is
        ("Norvale Company works with the Lomond Trust and its engineers design pumps.", "its", "Norvale Company"),
        # what is only judged
        ("They crossed the English Channel, and it was crazy.", "it", None),
        # what is everybody's
        ('Lomond Trust spokesman Omar Lund said, "We like the world we live in."', "we", None),
        ('Lomond Trust spokesman Omar Lund said, "Our planet is warm."', "Our", None),
        ('Lomond Trust spokesman Omar Lund said, "Our boats are full."', "Our", "Lomond Trust"),
    ],
)
def test_what_is_not_meant(analyser: Analyser, text: str, phrase: str, label: str | None) -> None:
    assert play(analyser, text).who(phrase) == label


def test_a_family_is_a_group(analyser: Analyser) -> None:
    played = play(analyser, "Ada Kone and Omar Kone own the inn. The Kones said that they would sell it.")
    assert played.type("Kones") == "Group"
    assert played.who("they") == "Kones"


def test_who_speaks_is_known_before_the_words_are_read(analyser: Analyser) -> None:
    text = """Robin Holm sang in Leeds. "The manager hates me, I never worked with him," she says."""
    played = play(analyser, text)
    assert played.who("she") == "Robin Holm"
    assert played.who("him") is None


@pytest.mark.parametrize(
    ("text", "phrase", "label"),
    [
        ("Police identified the suspect as Marko Brandt. The suspect fled.", "The suspect", "Marko Brandt"),
        ("The gunman was identified as Marko Brandt. The gunman fled.", "The gunman", "Marko Brandt"),
        ("The attacker, identified as Marko Brandt, fled. He was caught.", "He", "Marko Brandt"),
        ("Officials named the firm as Orvale. The firm denied it.", "The firm", "Orvale"),
    ],
)
def test_whom_somebody_is_identified_as(analyser: Analyser, text: str, phrase: str, label: str) -> None:
    assert play(analyser, text).who(phrase) == label


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("The gunman was identified as Marko Brandt.", "Marko Brandt", "Person"),
        ("Officials named the firm as Orvale.", "Orvale", "Organization"),
        ("Police held 54-year-old Orvale Brandt.", "Orvale Brandt", "Person"),
    ],
)
def test_class_of_what_is_identified_or_has_an_age(analyser: Analyser, text: str, label: str, kind: str) -> None:
    assert play(analyser, text).type(label) == kind


def test_information_that_identifies_a_ship_is_not_the_ship(analyser: Analyser) -> None:
    text = "The Norvale Star sank. A boat sent information identifying itself as Norvale Star."
    assert play(analyser, text).who("information") is None
