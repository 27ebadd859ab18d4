"""Which entities the arguments of statements turn out to be: of adjectives, of predicate nouns, of towns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from casting import play

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser


def lines(analyser: Analyser, text: str) -> set[str]:
    """The statements whose two ends are entities, as "subject | relation | object", denied ones after "not"."""
    found = list(analyser.sentences([text]))
    return {
        f"{'not ' * (s.polarity == 'negative')}{s.subject} | {s.relation} | {s.object}"
        for s in found
        if s.subject_id and s.object_id
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Turkish invasion of Syria began on Monday.", "Turkey | invasion of | Syria"),
        ("Iranian support for Hezbollah grew last year.", "Iran | support for | Hezbollah"),
        ("Polish President Andrzej Duda arrived.", "Andrzej Duda | be president of | Poland"),
        ("The Scottish first minister, Nicola Sturgeon, spoke.", "Nicola Sturgeon | be first minister of | Scotland"),
        ("Republican governor Larry Hogan resigned.", "Larry Hogan | be member of | Republican Party"),
        ("Democratic leader Chuck Schumer resigned.", "Chuck Schumer | be leader of | Democratic Party"),
        ("An Israeli airstrike killed Hassan Nasrallah.", "Israel | kill | Hassan Nasrallah"),
        ("Hassan Nasrallah was killed by an Israeli airstrike.", "Israel | kill | Hassan Nasrallah"),
        ("Russian warplanes bombed Aleppo.", "Russia | bomb | Aleppo"),
        ("An attack by Hezbollah killed Ali Hassan.", "Hezbollah | kill | Ali Hassan"),
        ("Bashar al-Assad, whose forces took Aleppo, fled.", "Bashar al-Assad's forces | take | Aleppo"),
        ("Emmanuel Macron met his Polish counterpart, Andrzej Duda.", "Emmanuel Macron | meet | Andrzej Duda"),
        ("Joe Biden is the son-in-law of Ali Hassan.", "Joe Biden | be son-in-law of | Ali Hassan"),
        ("Olga Tokar, a Polish painter, resigned.", "Olga Tokar | be national of | Poland"),
        ("Syrian child Alan Qasim drowned.", "Alan Qasim | be national of | Syria"),
        ("Olga Tokar is a Polish painter.", "Olga Tokar | be national of | Poland"),
        ("Tehran, the Iranian capital, was calm.", "Tehran | be capital of | Iran"),
        ("A man died in the Serbian capital Belgrade.", "Belgrade | be capital of | Serbia"),
        ("Damascus is the capital of Syria.", "Damascus | be capital of | Syria"),
        ("Damascus is an ally of Tehran.", "Syria | be ally of | Iran"),
        ("Hamas is a militant group backed by Iran.", "Iran | back | Hamas"),
        ("Hamas, which is a group that Iran backs, left Gaza.", "Iran | back | Hamas"),
        ("Sana Tech is a company that Omar Khalil founded.", "Omar Khalil | found | Sana Tech"),
    ],
)  # fmt: skip
def test_arguments_are_entities(analyser: Analyser, text: str, expected: str) -> None:
    assert expected in lines(analyser, text)


@pytest.mark.parametrize(
    "text",
    [
        "Native American tribes met African American voters.",
        "The Chinese-American singer praised European music.",
        "Hamas is not a militant group backed by Iran.",
        "Iran's arrest worried Hassan Nasrallah.",
        "A Kabul car bombing wounded Hassan Nasrallah.",
        "Emmanuel Macron speaks French and German.",
        "Friday's airstrike killed Hassan Nasrallah.",
    ],
)
def test_arguments_that_name_nobody(analyser: Analyser, text: str) -> None:
    assert not lines(analyser, text)


@pytest.mark.parametrize(
    ("text", "verb", "stance"),
    [
        ("Hamas is a group backed by Iran.", "backed", "positive certain"),
        ("Hamas is not a group backed by Iran.", "backed", "negative certain"),
        ("Hamas may be a group that Iran backs.", "backs", "positive possible"),
        ("Hamas is not the group that Iran backs.", "backs", "positive certain"),
    ],
)
def test_what_a_predicate_noun_denies(analyser: Analyser, text: str, verb: str, stance: str) -> None:
    found = [s for s in list(analyser.sentences([text])) if verb in s.relation_text.split()]
    assert [f"{s.polarity} {s.certainty}" for s in found] == [stance]


def test_a_government_that_is_its_country_is_linked_once(analyser: Analyser) -> None:
    found = list(analyser.sentences(["Vladimir Putin criticised the Ukrainian government."]))
    assert [s.object for s in found if s.event_type] == ["Ukraine"]


def test_adjectives_are_no_mentions(analyser: Analyser) -> None:
    assert play(analyser, "The Turkish invasion began.").mention("Turkish") is None


def test_kin_by_marriage_are_no_children(analyser: Analyser) -> None:
    """spaCy makes three words of "son-in-law", the first of which is a son."""
    found = {s.relation_type for s in analyser.sentences(["Joe Biden is the son-in-law of Ali Hassan."])}
    assert "relatedTo" in found and "parentOf" not in found
