"""Who can act and to whom an act is done: clauses, forces of nature, one's own affairs, what comes about by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from triplewire import Analyser

Meant = tuple[str | None, str | None]


def meanings(analyser: Analyser, sentence: str, relation: str) -> set[Meant]:
    """Relation and event types of a sentence's statements of this relation."""
    return {(s.relation_type, s.event_type) for s in analyser.sentences([sentence]) if s.relation == relation}


@pytest.mark.parametrize(
    ("sentence", "relation", "means"),
    [
        ("The union alleged that the mayor lied.", "allege", (None, "ACCUSE")),
        ("Norway warned that the dam could burst.", "warn", (None, "THREATEN")),
        ("The clerk denied that the vote was rigged.", "deny", ("disputes", "REJECT")),
        ("Kenya agreed that the road should be built.", "agree", ("agreesWith", "AGREE")),
        ("Peru investigated whether the bridge was safe.", "investigate", ("investigates", "ACCUSE")),
        ("Mali opposes ending the talks.", "oppose", ("opposes", "REJECT")),
    ],
)
def test_what_a_clause_says_is_no_party(analyser: Analyser, sentence: str, relation: str, means: Meant) -> None:
    assert meanings(analyser, sentence, relation) == {means}


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Typhoon Phuong killed nine people.", "kill"),
        ("Typhoon Basil destroyed the harbour.", "destroy"),
        ("Cyclone Ines hit Mozambique.", "hit"),
    ],
)
def test_forces_of_nature_assault_nobody(analyser: Analyser, sentence: str, relation: str) -> None:
    assert meanings(analyser, sentence, relation) == {(None, None)}


def test_people_do_what_forces_of_nature_do_not(analyser: Analyser) -> None:
    assert meanings(analyser, "The rebels killed nine people.", "kill") == {("kills", "ASSAULT")}


@pytest.mark.parametrize(
    ("sentence", "relation", "means"),
    [
        ("Maria Silva suspended her campaign.", "suspend", (None, None)),
        ("The league suspended its season.", "suspend", (None, None)),
        ("The airline limited its losses.", "limit", (None, None)),
        ("The court limited the mayor's powers.", "limit", ("restricts", "COERCE")),
        ("Sudan bombed its own villages.", "bomb", ("attacks", "ASSAULT")),
        ("The army shot its own soldiers.", "shoot", ("attacks", "ASSAULT")),
    ],
)
def test_who_disposes_of_his_own_harms_nobody(analyser: Analyser, sentence: str, relation: str, means: Meant) -> None:
    assert meanings(analyser, sentence, relation) == {means}


@pytest.mark.parametrize(
    ("sentence", "relation", "event"),
    [
        ("The capsule docked on Friday.", "dock on", None),
        ("The capsule docked yesterday.", "dock", None),
        ("The party disbanded in 1999.", "disband in", None),
        ("The capsule disintegrated over Peru.", "disintegrate over", None),
        ("The teachers protested in Lima.", "protest in", "PROTEST"),
        ("The ministers met in Lima.", "meet in", "CONSULT"),
        ("The party was disbanded in 1999.", "be disbanded in", "COERCE"),
        ("The police arrested Ivan Petrov in a cafe.", "arrest Ivan Petrov in", "COERCE"),
    ],
)
def test_what_comes_about_by_itself_is_nobodys_act(
    analyser: Analyser, sentence: str, relation: str, event: str | None
) -> None:
    assert meanings(analyser, sentence, relation) == {(None, event)}


@pytest.mark.parametrize(
    ("sentence", "relation", "means"),
    [
        ("Peru defeated Chile in a cricket match.", "defeat", ("rivals", None)),
        ("The rebels defeated Chile.", "defeat", ("defeats", "ASSAULT")),
        ("Peru attacked Chile early in the match.", "attack", (None, None)),
        ("The Taliban attacked the players at a football match.", "attack", ("attacks", "ASSAULT")),
    ],
)
def test_in_a_game_nobody_is_under_arms(analyser: Analyser, sentence: str, relation: str, means: Meant) -> None:
    assert meanings(analyser, sentence, relation) == {means}


@pytest.mark.parametrize(
    ("sentence", "relation", "means"),
    [
        ("Peter Novak returned to the White House.", "return to", ("travelsTo", None)),
        ("The court returned the painting to Peru.", "return painting to", ("givesBack", "RETREAT")),
        ("Mali challenged Chad to name a minister.", "challenge … to name a minister", ("requests", "REQUEST")),
        ("The union offers help by teaching them.", "offer help by", (None, "AGREE")),
        ("The mayor left home.", "leave", ("departsFrom", None)),
    ],
)
def test_what_has_an_object_and_who_is_to_act(analyser: Analyser, sentence: str, relation: str, means: Meant) -> None:
    assert meanings(analyser, sentence, relation) == {means}
