"""Charges, feelings and roles told by nouns, and idioms: whose they are, and at whom they are directed."""

from __future__ import annotations

import pytest
from triplewire import Analyser


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


def _typed(analyser: Analyser, sentence: str) -> list[str]:
    found = analyser.sentences([sentence])
    return [f"{s.subject} {s.relation_type} {s.object} {s.polarity}" for s in found if s.relation_type]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # whose claim charges somebody
        ("Norway's claim that Kenya stole the ships angered the council.", "Norway accuses Kenya"),
        ("The false claim by Norway that Kenya had bombed the port was repeated.", "Norway accuses Kenya"),
        ("Chad rejected Norway's allegation that Kenya had rewritten the report.", "Norway accuses Kenya"),
        ("Norway made the accusation that Kenya was trying to influence the vote.", "Norway accuses Kenya"),
        ("Norway alleged that Kenya is attempting to move the talks.", "Norway accuses Kenya"),
        ("Norway complained that Kenya had not answered its letters.", "Norway accuses Kenya"),
        # what somebody is said to have done, in other words
        ("Norway blasted what it views as Kenya's political motives.", "Norway condemns Kenya"),
        ("Norway denounced what it called Kenya's assault on the truth.", "Norway condemns Kenya"),
        ("Norway criticized what it described as an act of aggression by Kenya.", "Norway condemns Kenya"),
        ("Norway praised what it called Kenya's courage.", "Norway praises Kenya"),
        # nouns and the verbs that ascribe them
        ("The threats against Norway made by Kenya were empty.", "Kenya threatens Norway"),
        ("The accusations brought against Norway by Kenya were dropped.", "Kenya accuses Norway"),
        ("Norway's thoughts are with Kenya.", "Norway sympathizesWith Kenya"),
        ("Norway's heart goes out to Kenya.", "Norway sympathizesWith Kenya"),
        # who feels it, and who does it
        ("There is strong support for Norway among bishops.", "bishops supports Norway"),
        ("There has been skepticism among bishops about Norway.", "bishops suspects Norway"),
        ("Opposition to Norway among bishops is strong.", "bishops opposes Norway"),
        ("Threats against Norway from Kenya went on.", "Kenya threatens Norway"),
        # partisans of a person
        ("Ann Berg is a staunch Mandela supporter.", "Ann Berg supports Mandela"),
        ("Ann Berg, a lawyer and Mandela critic, left.", "Ann Berg condemns Mandela"),
        # the act behind what counts or shows it
        ("Kenya carried out a series of attacks on Norway.", "Kenya attacks Norway"),
        ("Norway faces a wave of criticism from Kenya.", "Kenya condemns Norway"),
        ("Norway imposed a raft of sanctions on Kenya.", "Norway sanctions Kenya"),
        ("Norway sent a message of support to Kenya.", "Norway supports Kenya"),
        ("The parade was another show of support for Norway.", "The parade supports Norway"),
        ("Norway sent hundreds of troops to Kenya.", "Norway deploysTo Kenya"),
        ("Prosecutors said Ann Berg should be locked up.", "Prosecutors opposes Ann Berg"),
        # with words where "for" says why
        ("Norway blasted Kenya for its silence.", "Norway condemns Kenya"),
        ("Kenya was assailed by Norway over the vote.", "Norway condemns Kenya"),
        ("Norway wiretapped Kenya.", "Norway hacks Kenya"),
        # idioms, with senses apart
        ("The militia is a danger to Kenya.", "The militia threatens Kenya"),
        ("Norway put Kenya at risk.", "Norway threatens Kenya"),
        ("Norway took revenge on Kenya.", "Norway wrongs Kenya"),
        ("Norway sees Kenya as a threat.", "Norway condemns Kenya"),
        ("Ann Berg took care of Carla Novak.", "Ann Berg aids Carla Novak"),
        ("Norway ordered an investigation into Kenya.", "Norway investigates Kenya"),
        ("Norway apologised to Kenya.", "Norway apologizesTo Kenya"),
        ("Norway stood shoulder to shoulder with Kenya.", "Norway supports Kenya"),
    ],
)
def test_told(analyser: Analyser, sentence: str, told: str) -> None:
    assert f"{told} positive" in _typed(analyser, sentence)


@pytest.mark.parametrize(
    ("sentence", "untold"),
    [
        ("Norway's claim that Kenya visited the port surprised the council.", "Norway accuses Kenya"),
        ("Norway's report that Kenya had won the match was wrong.", "Norway accuses Kenya"),
        ("Norway complained that Kenya was hit by storms.", "Norway accuses Kenya"),
        ("Norway complained that players of Kenya were tired.", "Norway accuses Kenya"),
        ("Norway denounced what it called a shame.", "Norway condemns Norway"),
        ("Norway's thoughts are not with Kenya.", "Norway sympathizesWith Kenya"),
        ("The flight from Oslo for Kenya left.", "Norway supports Kenya"),
        ("Ann Berg is a Mandela scholar.", "Ann Berg supports Mandela"),
        ("Norway discussed a series of games with Kenya.", "Norway attacks Kenya"),
        ("Ann Berg took care of the cake in Kenya.", "Ann Berg aids Kenya"),
        ("Norway bombed Kenya for three days.", "Norway condemns Kenya"),
    ],
)
def test_untold(analyser: Analyser, sentence: str, untold: str) -> None:
    assert f"{untold} positive" not in _typed(analyser, sentence)
