"""What phrases mean: senses, turned roles, composition, and senses by what they stand with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from meant import meaning, shown

if TYPE_CHECKING:
    from triplewire.ontology.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("phrase", "means"),
    [
        ("attack", "attacks ASSAULT"),
        ("advance on", "advancesOn ASSAULT"),
        ("put pressure on", "pressures REQUEST"),
        ("hold talk with", "negotiatesWith CONSULT"),
        ("carry out airstrike on", "attacks ASSAULT"),
        ("lay siege to", "besieges ASSAULT"),
        ("impose sanction on", "sanctions SANCTION"),
        ("reach agreement with", "signsWith SUPPORT"),
        ("call on", "requests REQUEST"),
        ("call for", "callsFor REQUEST"),
        ("condemn", "condemns ACCUSE"),
        ("sue", "sues ACCUSE"),
        ("warn", "warns THREATEN"),
        ("reject", "rejects REJECT"),
        ("expel", "expels SANCTION"),
        ("arrest", "detains COERCE"),
        ("protest against", "protests PROTEST"),
        ("deploy to", "deploysTo MOBILIZE"),
        ("train", "trains AID"),
        ("set free", "releases RETREAT"),
        ("apologize to", "apologizesTo CONCEDE"),
        ("cooperate with", "cooperatesWith COOPERATE"),
        ("say", "nothing"),
        ("gleam at", "nothing"),
        ("have talk with", "meets CONSULT"),
        ("be war on", "nothing"),
        ("move fighter in", "nothing"),
    ],
)
def test_plain(vocabulary: Vocabulary, phrase: str, means: str) -> None:
    assert meaning(vocabulary, phrase) == means


@pytest.mark.parametrize(
    ("phrase", "subject", "object_", "head", "means"),
    [
        ("fire", "Country", "Phrase", "missile", "ASSAULT"),
        ("fire", "Person", "Phrase", "minister", "dismisses COERCE"),
        ("fire", "Person", "Person", None, "dismisses COERCE"),
        ("fire missile at", "Country", "Country", None, "attacks ASSAULT"),
        ("strike", "Country", "Phrase", "deal", "signs SUPPORT"),
        ("strike", "Country", "Place", "base", "attacks ASSAULT"),
        ("strike deal with", "Country", "Country", None, "signsWith SUPPORT"),
        ("hold", "Country", "Phrase", "talk", "CONSULT"),
        ("hold", "ArmedGroup", "Phrase", "territory", "controls"),
        ("hold", "Government", "Person", None, "detains COERCE"),
        ("hold", "ArmedGroup", "Person", None, "abducts ASSAULT"),
        ("hold", "Person", "Phrase", "office", "holdsOffice"),
        ("support", "Person", "Organization", None, "supports SUPPORT"),
        ("support", "Person", "Phrase", "claim", "agreesWith AGREE"),
        ("leave", "ArmedGroup", "Place", None, "withdrawsFrom RETREAT"),
        ("leave", "Country", "Alliance", None, "quits SANCTION"),
        ("leave", "Person", "Country", None, "departsFrom"),
        ("lead", "Person", "Organization", None, "leads"),
        ("lead", "Person", "Phrase", "offensive", "ASSAULT"),
        ("release", "Country", "Person", None, "releases RETREAT"),
        ("release", "Country", "Phrase", "statement", "nothing"),
        ("hit", "Country", "Phrase", "record", "nothing"),
        ("govern", "Person", "Country", None, "leads"),
        ("govern", "ArmedGroup", "Country", None, "controls"),
    ],
)
def test_senses(vocabulary: Vocabulary, phrase: str, subject: str, object_: str, head: str | None, means: str) -> None:
    assert meaning(vocabulary, phrase, subject, object_, head) == means


@pytest.mark.parametrize(
    ("phrase", "means"),
    [
        ("come under attack from", "<attacks ASSAULT"),
        ("suffer attack from", "<attacks ASSAULT"),
        ("receive aid from", "<aids AID"),
        ("win backing from", "<supports SUPPORT"),
        ("face criticism from", "<condemns ACCUSE"),
        ("lose to", "<defeats ASSAULT"),
        ("be attack by", "<attacks ASSAULT"),
        ("be under investigation by", "<investigates ACCUSE"),
        ("seek refuge from", "fleesFrom"),
    ],
)
def test_roles_turned(vocabulary: Vocabulary, phrase: str, means: str) -> None:
    assert meaning(vocabulary, phrase) == means


@pytest.mark.parametrize("preposition", ["in", "near", "during", "after", "along"])
def test_a_place_or_time_is_not_the_patient(vocabulary: Vocabulary, preposition: str) -> None:
    for verb, inside in (("attack", None), ("carry out airstrike", "airstrike"), ("arrest", "mayor")):
        typed = vocabulary.classify(f"{verb} {preposition}", subject_type="Country", object_type="Place", inside=inside)
        assert typed is not None and typed.relation_type is None and typed.sign == 0 and typed.event_type


@pytest.mark.parametrize(
    ("phrase", "means"),
    [
        ("begin to support", "supports SUPPORT"),
        ("begin support", "supports SUPPORT"),
        ("begin offensive against", "attacks ASSAULT"),
        ("want to join", "joins SUPPORT"),
        ("agree to withdraw from", "promises AGREE"),
        ("willing to release", "promises AGREE"),
        ("vow to support", "promises AGREE"),
        ("vow to attack", "threatens THREATEN"),
        ("threaten to attack", "threatens THREATEN"),
        ("refuse to meet with", "rejects REJECT"),
        ("refuse to lift sanction on", "rejects REJECT"),
        ("refuse request from", "rejects REJECT"),
        ("urge to release", "demands REQUEST"),
        ("urge to sign", "requests REQUEST"),
        ("seek support from", "requests REQUEST"),
        ("call for sanction against", "condemns ACCUSE"),
        ("lift sanction on", "relents RETREAT"),
        ("halt attack on", "relents RETREAT"),
        ("suspend aid to", "cutsTiesWith SANCTION"),
        ("end support for", "cutsTiesWith SANCTION"),
        ("announce suspension of aid to", "cutsTiesWith SANCTION"),
        ("announce plan to attack", "attacks ASSAULT"),
        ("use force to disperse", "represses COERCE"),
        ("condemn decision of", "condemns ACCUSE"),
        ("condemn attack by", "condemns ACCUSE"),
        ("condemn attack on", "ACCUSE"),
        ("reject proposal by", "rejects REJECT"),
        ("bow to demand of", "concedesTo CONCEDE"),
        ("return painting to", "givesBack RETREAT"),
        ("send troops to", "deploysTo MOBILIZE"),
        ("send weapons to", "arms AID"),
        ("accuse neighbor of", "ACCUSE"),
        ("be leader of", "leads"),
        ("become member of", "memberOf"),
        ("be ally of", "alliedWith"),
        ("be loyal to", "supports SUPPORT"),
        ("be in", "locatedIn"),
        ("be based in", "basedIn"),
    ],
)
def test_composition(vocabulary: Vocabulary, phrase: str, means: str) -> None:
    assert meaning(vocabulary, phrase) == means


def test_a_verb_before_a_preposition_takes_no_sense_from_it(vocabulary: Vocabulary) -> None:
    """What follows the verb and its object is no role or place of its own: no "base in" in "attack base in"."""
    assert meaning(vocabulary, "attack base in") == "ASSAULT"
    for phrase in ("say at", "take place in", "be like", "need despite"):
        assert meaning(vocabulary, phrase) == "nothing", phrase
    assert meaning(vocabulary, "strengthen measure during", "Country", "Phrase", "protest") == "nothing"


def test_of_an_agentless_passive_the_event_alone(vocabulary: Vocabulary) -> None:
    """Its subject is the patient, so what follows is not; a standing tie is not an act and holds as it is."""
    assert meaning(vocabulary, "be killed in") == "ASSAULT"
    assert meaning(vocabulary, "be banned from") == "COERCE"
    assert meaning(vocabulary, "be born in") == "bornIn"


def test_spelling(vocabulary: Vocabulary) -> None:
    for phrase, standard in (
        ("mobilise", "mobilize"),
        ("honour", "honor"),
        ("launch air-strikes on", "launch airstrike on"),
    ):
        assert meaning(vocabulary, phrase) == meaning(vocabulary, standard) != "nothing"


def test_announced(vocabulary: Vocabulary) -> None:
    def of(phrase: str, *, negative: bool = False) -> str | None:
        typed = vocabulary.classify(phrase, subject_type="Country", object_type="Country")
        assert typed is not None
        return vocabulary.announced(typed, negative=negative)

    assert of("release") == "AGREE"
    assert of("release", negative=True) == "REJECT"
    assert of("attack") == "THREATEN"
    assert of("attack", negative=True) == "AGREE"
    assert of("deploy to") == "MOBILIZE"
    assert of("investigate") == "ACCUSE"
    assert of("attack in") == "THREATEN"


@pytest.mark.parametrize(
    ("phrase", "object_", "head", "means"),
    [
        ("capture airport with support from", "Country", None, "<supports SUPPORT"),
        ("cut budget under pressure from", "Country", None, "<pressures REQUEST"),
        ("strike camp in cooperation with", "ArmedGroup", None, "cooperatesWith COOPERATE"),
        ("leave at request of", "Government", None, "<requests REQUEST"),
        ("announce plan despite criticism by", "Organization", None, "<condemns ACCUSE"),
        ("kill guard in attack on", "Organization", None, "attacks ASSAULT"),
        ("capture airport with", "ArmedGroup", None, "nothing"),
        ("attack base after", "ArmedGroup", None, "nothing"),
        ("bomb base alongside", "Country", None, "nothing"),
        ("attack base in", "Country", None, "ASSAULT"),
        ("attack minister for", "Person", None, "ACCUSE"),
        ("call election in", "Country", None, "nothing"),
        ("win election in", "Country", None, "nothing"),
        ("be adviser of leader of", "Country", None, "nothing"),
        ("kill guard in attack in", "Country", None, "ASSAULT"),
        ("charge gunman with attack on", "Group", None, "ACCUSE"),
        ("seize port from", "ArmedGroup", None, "defeats ASSAULT"),
        ("kill by", "Phrase", "midnight", "ASSAULT"),
        ("kill by", "Phrase", "soldier", "<kills ASSAULT"),
    ],
)
def test_what_stands_beside_an_act(
    vocabulary: Vocabulary, phrase: str, object_: str, head: str | None, means: str
) -> None:
    assert meaning(vocabulary, phrase, object_=object_, head=head) == means


@pytest.mark.parametrize(
    ("phrase", "subject", "who", "object_", "head", "means"),
    [
        ("capture", "Phrase", "planet", "Phrase", "gas", "nothing"),
        ("capture", "Phrase", "soldier", "Place", None, "captures ASSAULT"),
        ("kill", "Phrase", "earthquake", "Phrase", "villager", "nothing"),
        ("kill", "Phrase", "gunman", "Phrase", "villager", "kills ASSAULT"),
        ("destroy", "Person", None, "Phrase", "growth", "nothing"),
        ("destroy", "ArmedGroup", None, "Phrase", "bridge", "destroys ASSAULT"),
        ("get", "Person", None, "Phrase", "panic attack", "nothing"),
        ("carry out", "ArmedGroup", None, "Phrase", "rocket attack", "ASSAULT"),
        ("pay", "Group", None, "Phrase", "tribute", "nothing"),
        ("pay", "Organization", None, "Phrase", "worker", "funds AID"),
        ("push", "Organization", None, "Phrase", "boundary", "nothing"),
        ("join", "Person", None, "Person", None, "nothing"),
        ("join", "Country", None, "Alliance", None, "joins SUPPORT"),
        ("like to read", "Person", None, "Phrase", "book", "nothing"),
        ("propose change to", "Group", None, "Government", None, "REQUEST"),
        ("apply to", "Phrase", "rule", "Phrase", "passenger", "nothing"),
        ("apologize for", "Person", None, "Phrase", "remark", "CONCEDE"),
        ("be nominee of", "Person", None, "Organization", None, "runsFor"),
        ("be nominee of", "Person", None, "Person", None, "<appoints SUPPORT"),
        ("be professor of", "Person", None, "Place", None, "nothing"),
        ("be professor at", "Person", None, "Organization", None, "memberOf"),
        ("be champion of", "Person", None, "Organization", None, "nothing"),
        ("be minority leader of", "Person", None, "Government", None, "holdsOffice"),
        ("see citizen in", "Group", None, "Country", None, "nothing"),
    ],
)
def test_senses_by_arguments(
    vocabulary: Vocabulary, phrase: str, subject: str, who: str | None, object_: str, head: str | None, means: str
) -> None:
    assert meaning(vocabulary, phrase, subject, object_, head, who=who) == means


@pytest.mark.parametrize(
    ("phrase", "subject", "object_", "head", "means"),
    [
        ("lose to", "Person", "Person", None, "rivals"),
        ("defeat", "Person", "Person", None, "rivals"),
        ("defeat", "ArmedGroup", "ArmedGroup", None, "defeats ASSAULT"),
        ("lose reelection to", "Person", "Person", None, "rivals"),
        ("hold up", "Person", "Phrase", "book", "nothing"),
        ("be found", "Person", "Phrase", "guilty", "nothing"),
        ("host", "Person", "Phrase", "podcast", "nothing"),
        ("host", "Country", "Phrase", "summit", "hosts CONSULT"),
        ("develop", "Group", "Phrase", "habit", "nothing"),
        ("ask", "Person", "Phrase", "question", "nothing"),
        ("return to", "Organization", "Phrase", "normal", "nothing"),
        ("serve as", "Thing", "Phrase", "control", "nothing"),
        ("be deputy executive director of", "Person", "Organization", None, "holdsOffice"),
        ("hold up", "Person", "Phrase", "bill", "blocks REJECT"),
        ("hail report on", "Person", "Organization", None, "nothing"),
        ("be elected to", "Person", "Government", None, "nothing"),
        ("be killed in", "Group", "Place", None, "ASSAULT"),
    ],
)
def test_contests_media_and_bodies_are_no_victims(
    vocabulary: Vocabulary, phrase: str, subject: str, object_: str, head: str | None, means: str
) -> None:
    assert meaning(vocabulary, phrase, subject, object_, head) == means


@pytest.mark.parametrize(("phrase", "noun"), [("report attack on", "attack"), ("confirm visit to", "visit")])
def test_a_noun_that_is_told_of_is_no_verb(vocabulary: Vocabulary, phrase: str, noun: str) -> None:
    found = vocabulary.classify(phrase, subject_type="Country", object_type="Country", inside=noun)
    assert shown(found) == "nothing"
    done = vocabulary.classify(f"carry out {phrase.partition(' ')[2]}", subject_type="Country", object_type="Country")
    assert done is not None
