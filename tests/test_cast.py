"""Who is who in one article: one actor, one node, whatever the article calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from casting import play
from triplewire.ontology.iri import entity_iri

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser

SYRIA = """Rebels led by Hayat Tahrir al-Sham (HTS) took Aleppo on Friday, and Hama is next.

Iran said it would help the Assad regime. The Syrian government asked for troops, and
Tehran sent its advisers to Damascus.
HTS denied the report. The Iranian regime has backed President Bashar al-Assad since 2011. Assad thanked his allies."""


def test_names_of_one_actor_are_one_entity(analyser: Analyser) -> None:
    played = play(analyser, SYRIA)
    assert played.who("Hayat Tahrir al-Sham") == played.who("HTS") == played.who("HTS", 2) == "Hayat Tahrir al-Sham"
    assert played.who("Iran") == played.who("it") == played.who("The Iranian regime") == played.who("Tehran") == "Iran"
    assert played.who("the Assad regime") == played.who("The Syrian government") == "Syrian government"
    assert played.who("President Bashar al-Assad") == played.who("Assad thanked"[:5], 3) == "Bashar al-Assad"
    assert played.who("his") == "Bashar al-Assad"


def test_types_come_from_the_registry_and_the_gazetteer_before_the_model(analyser: Analyser) -> None:
    played = play(analyser, SYRIA)
    types = {
        label: played.type(label) for label in ("Hayat Tahrir al-Sham", "Aleppo", "Hama", "Iran", "Bashar al-Assad")
    }
    assert types == {
        "Hayat Tahrir al-Sham": "ArmedGroup",
        "Aleppo": "Place",
        "Hama": "Place",
        "Iran": "Country",
        "Bashar al-Assad": "Person",
    }
    assert played.type("Syrian government") == "Government"


def test_a_capital_is_a_place_where_one_is_in_it_and_its_country_where_it_acts(analyser: Analyser) -> None:
    played = play(
        analyser, "Diplomats met in Ankara on Monday. Ankara rejected the offer. Moscow's support for the deal faded."
    )
    assert played.who("Ankara") == "Ankara"
    assert played.who("Ankara", 2) == "Turkey"
    assert played.who("Moscow") == "Russia"
    entity = played.at("Ankara rejected"[:6], acting=True)
    assert entity is not None and entity.label == "Turkey"


@pytest.mark.parametrize(
    ("text", "phrase", "label", "kind"),
    [
        ("Officials in the Vornesh province met the press.", "Vornesh", "Vornesh", "Place"),
        ("The Banu Salim militia attacked a convoy.", "Banu Salim", "Banu Salim", "ArmedGroup"),
        ("The Ministry of Fisheries of Norland closed the port.", "Ministry of Fisheries", None, "Government"),
        ("Gustav Arlen, a historian, wrote a book.", "Gustav Arlen", "Gustav Arlen", "Person"),
        ("The Dunmore University Hospital took in the wounded.", "Dunmore University Hospital", None, "Organization"),
        ("Thousands went to the Lomond Jazz Festival.", "Lomond Jazz Festival", None, "Event"),
        ("Prime Minister Tarvik resigned on Sunday.", "Tarvik", "Tarvik", "Person"),
    ],
)
def test_the_article_itself_tells_the_class_of_a_name(
    analyser: Analyser, text: str, phrase: str, label: str | None, kind: str
) -> None:
    played = play(analyser, text)
    found = played.mention(phrase)
    assert found is not None
    assert found.entity_type == kind
    assert label is None or found.entity == label


def test_short_names_follow_full_ones(analyser: Analyser) -> None:
    text = """Major General Arman Teymouri met Layla Haddad in Basra. Teymouri praised Haddad. The Northern
Relief Fund paid.
The fund said it had no debts. NRF officials met Laila Haddad again."""
    played = play(analyser, " ".join(text.split()))
    assert played.who("Teymouri", 2) == "Arman Teymouri"
    assert played.who("Haddad", 2) == played.who("Layla Haddad")
    assert played.who("The fund") == played.who("it") == played.who("NRF") == "Northern Relief Fund"
    assert len([label for label in played.labels() if "Haddad" in label]) == 1


def test_a_surname_means_the_person_of_the_article_not_the_famous_one(analyser: Analyser) -> None:
    played = play(analyser, "Judge Mary Trump Wells spoke. Fred Trump built houses in Queens. Later Trump sold them.")
    assert played.who("Trump", 3) == "Fred Trump"
    assert play(analyser, "Trump spoke on Monday.").who("Trump") == "Donald Trump"


def test_groups_by_description_are_actors(analyser: Analyser) -> None:
    text = """Iranian officials met various Iraqi militias. Iran's officials were pleased. U.S. troops and
American troops left.
Opposition forces advanced. The officials went home. Several senior officials of some city disagreed."""
    played = play(analyser, " ".join(text.split()))
    assert played.who("Iranian officials") == played.who("Iran's officials") == "Iranian officials"
    assert played.who("Iraqi militias") == "Iraqi militias"
    assert played.type("Iraqi militias") == "ArmedGroup"
    assert played.who("U.S. troops") == played.who("American troops") == "American troops"
    assert played.who("Opposition forces") == "opposition forces"
    assert played.who("The officials") == "Iranian officials"
    assert played.who("senior officials") is None


def test_an_institution_of_a_country_is_not_the_country(analyser: Analyser) -> None:
    played = play(analyser, "Iran's military apparatus held talks. The Iranian parliament voted. Iran abstained.")
    assert played.who("Iran's military apparatus") == "Iranian military apparatus"
    assert played.who("The Iranian parliament") not in (None, "Iran")
    assert played.who("Iran", 3) == "Iran"


def test_offices_that_every_country_has_carry_their_country(analyser: Analyser) -> None:
    one = play(analyser, "Norway's Interior Ministry spoke. The Interior Ministry denied the claim.")
    other = play(analyser, "Kenya's Interior Ministry spoke. The ministry denied the claim.")
    assert one.who("Interior Ministry", 2) == "Norwegian Interior Ministry"
    assert other.who("The ministry") == "Kenyan Interior Ministry"


def test_appositions_titles_and_names_in_relative_clauses(analyser: Analyser) -> None:
    text = """Mohammad Bagheri, the Chief of Staff of the Iranian Armed Forces, spoke. Ana Silva, a journalist who
lives in Lisbon, asked him. A militia known as the Red Falcons, which controls the port, fled. Journalist Ana
Silva wrote it down."""
    played = play(analyser, " ".join(text.split()))
    assert played.at("the Chief") == played.at("Mohammad Bagheri")
    assert played.who("a journalist") == played.who("who") == played.who("Journalist") == "Ana Silva"
    assert played.who("him") == "Mohammad Bagheri"
    assert played.who("A militia") == played.who("which") == "Red Falcons"


def test_demonyms_of_a_nation_as_one(analyser: Analyser) -> None:
    played = play(analyser, "The Saudis rejected the plan. Poles protested in the streets.")
    assert played.who("The Saudis") == "Saudi Arabia"
    assert played.who("Poles") in (None, "Poles")


def test_homonyms_stay_apart_where_the_article_tells(analyser: Analyser) -> None:
    played = play(
        analyser, "Michael Jordan visited Amman. Jordan's king met Jordan at the airport in Atlanta, Georgia."
    )
    assert played.who("Michael Jordan") == "Michael Jordan"
    georgia = play(analyser, "President Salome Zurabishvili of Georgia spoke in Tbilisi.")
    assert georgia.type("Georgia") == "Country"


def test_mentions_lie_where_they_say(analyser: Analyser) -> None:
    text = "﻿“Türkiye’s” minister — Hakan Fidan — told the U.N. on Friday: “We are ready.”\n\nFidan left.".lstrip("﻿")
    played = play(analyser, text)
    for m in played.cast.mentions:
        assert text[m.start : m.end] == m.text
        assert m.entity_id == entity_iri(m.entity)
    assert played.who("Türkiye") == "Turkey"
    assert played.who("U.N.") == "United Nations"


def test_nothing_cuts_a_name(analyser: Analyser) -> None:
    text = "The University of South Avon at Milltown opened. Kataib Hezbollah is not Hezbollah."
    played = play(analyser, text)
    tree = played.trees[0]
    i = tree.words.index("Avon")
    span = played.cast.span(0, i)
    assert span is not None and tree.words[span[0]] == "University" and tree.words[span[1] - 1] == "Milltown"
    assert {"Kataib Hezbollah", "Hezbollah"} <= played.labels()


def test_names_inside_names_are_mentions_but_no_entities(analyser: Analyser) -> None:
    played = play(analyser, "The Corran Foundation paid. The University of Texas paid too.")
    assert played.who("Corran") == "Corran"
    assert "Corran" not in played.labels()
    assert played.who("Texas") == "Texas"


def test_headlines_in_title_case_name_only_what_is_known(analyser: Analyser) -> None:
    text = """Iran's Struggles to Support Lebanon's Hezbollah Amid Regional Setbacks

Iran is in trouble, and so is Hezbollah."""
    played = play(analyser, text)
    assert played.labels() == {"Iran", "Lebanon", "Hezbollah"}


def test_an_article_without_names_has_an_empty_cast(analyser: Analyser) -> None:
    played = play(analyser, "It rained all day, and nobody came.")
    assert played.cast.mentions == () and played.cast.entities == ()


def test_the_same_article_gives_the_same_cast(analyser: Analyser) -> None:
    one, other = play(analyser, SYRIA).cast, play(analyser, SYRIA).cast
    assert one.mentions == other.mentions and one.entities == other.entities


def test_a_name_that_another_spells_with_a_hyphen(analyser: Analyser) -> None:
    told = analyser.sentences(["Officials of the Free Trade Union met, and the Free-Trade Union said it would strike."])
    assert any("Free" in s.subject for s in told)


def test_places_in_date_lines_are_those_of_the_article(analyser: Analyser) -> None:
    text = """Lights over the town

Oslo, Norway — Crowds came to the Oslo fair on Monday. Bands from Sweden played.

Bergen, Denmark — Nobody came to the pier on Monday."""
    played = play(analyser, text)
    lines = {m.text: (m.entity, m.entity_type) for m in played.cast.mentions if m.kind == "name"}
    assert lines["Oslo"] == ("Oslo", "Place")
    assert lines["Norway"] == ("Norway", "Country")
    assert "pier" not in lines


def test_a_rival_is_not_always_a_person(analyser: Analyser) -> None:
    text = "Orvale Browser lost. Veltrix, its main rival, gained users. Reviews praised Veltrix."
    assert play(analyser, text).type("Veltrix") != "Person"


def test_a_brand_is_one_however_its_letters_are_written(analyser: Analyser) -> None:
    text = "Visitors tried the NorPlay VR at the fair. The Norplay VR demo was full."
    brands = {m.entity for m in play(analyser, text).cast.mentions if m.text.lower() == "norplay"}
    assert len(brands) == 1
