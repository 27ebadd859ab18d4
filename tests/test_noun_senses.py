"""What nouns mean: acts, roles, participles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from meant import meaning, shown

if TYPE_CHECKING:
    from triplewire.ontology.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("noun", "preposition", "means"),
    [
        ("support", "for", "supports SUPPORT"),
        ("airstrike", "on", "attacks ASSAULT"),
        ("missile attack", "on", "attacks ASSAULT"),
        ("attack", "by", "<attacks ASSAULT"),
        ("attack", "in", "ASSAULT"),
        ("talk", "with", "negotiatesWith CONSULT"),
        ("call", "for", "callsFor REQUEST"),
        ("visit", "to", "visits CONSULT"),
        ("killing", "of", "kills ASSAULT"),
        ("strike", "over", "protests PROTEST"),
        ("strike", "on", "attacks ASSAULT"),
        ("sanction", None, "sanctions SANCTION"),
        ("teapot", "on", "nothing"),
    ],
)
def test_nouns(vocabulary: Vocabulary, noun: str, preposition: str | None, means: str) -> None:
    assert shown(vocabulary.classify_noun(noun, preposition)) == means


@pytest.mark.parametrize(
    ("noun", "means"),
    [
        ("ally", "alliedWith"),
        ("proxy", "proxyOf"),
        ("leader", "leads"),
        ("supreme leader", "leads"),
        ("former prime minister", "leads"),
        ("deputy prime minister", "holdsOffice"),
        ("vice president", "holdsOffice"),
        ("deputy army commander", "leads"),
        ("deputy commander", "holdsOffice"),
        ("army chief of staff", "holdsOffice"),
        ("spokesman", "holdsOffice"),
        ("capital", "capitalOf"),
        ("member", "memberOf"),
        ("founder", "founds"),
        ("rival", "rivals"),
        ("wife", "spouseOf"),
        ("son", "<parentOf"),
        ("home", "<basedIn"),
        ("teapot", "nothing"),
    ],
)
def test_roles(vocabulary: Vocabulary, noun: str, means: str) -> None:
    assert meaning(vocabulary, f"be {noun} of", "", "") == means


@pytest.mark.parametrize(
    ("head", "means", "preposition"),
    [
        ("backed", "supports SUPPORT", None),
        ("led", "leads", None),
        ("controlled", "controls", None),
        ("sponsored", "supports SUPPORT", None),
        ("made", "makes", None),
        ("based", "basedIn", "in"),
        ("aligned", "alliedWith", "with"),
        ("affiliated", "memberOf", "with"),
    ],
)
def test_participles(vocabulary: Vocabulary, head: str, means: str, preposition: str | None) -> None:
    found = vocabulary.participle(head)
    assert found is not None
    assert (shown(found.typed), found.preposition) == (means, preposition)


def test_no_participle(vocabulary: Vocabulary) -> None:
    assert vocabulary.participle("haired") is None


@pytest.mark.parametrize(
    ("phrase", "subject", "object_", "means"),
    [
        ("arrest", "police", "protester", "detains COERCE"),
        ("arrest", "police", "decline", "nothing"),
        ("press", "monkey", "lever", "nothing"),
        ("press", "minister", "council", "pressures REQUEST"),
        ("surround", "disk", "star", "nothing"),
        ("surround", "troop", "village", "besieges ASSAULT"),
        ("release", "guard", "hostage", "releases RETREAT"),
        ("release", "guard", "vessel", "releases RETREAT"),
        ("release", "coral", "chemical", "nothing"),
        ("be relate to", "document", "payment", "nothing"),
        ("be kill in", "buffalo", "stampede", "nothing"),
        ("attack", "militia", "others", "attacks ASSAULT"),
        ("attack", "gravel-eater", "village", "attacks ASSAULT"),
        ("detain", "police", "110", "detains COERCE"),
        ("detain", "police", "gadzook", "nothing"),
        ("violate", "militia", "truce", "breaksTruce ASSAULT"),
        ("protect", "army", "life", "protects AID"),
        ("protect", "several", "village", "protects AID"),
    ],
)
def test_roles_need_arguments_of_their_kind(
    vocabulary: Vocabulary, phrase: str, subject: str, object_: str, means: str
) -> None:
    assert meaning(vocabulary, phrase, "Phrase", "Phrase", object_, who=subject) == means
