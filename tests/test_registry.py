"""The registry of actors and the gazetteer: what a name is a name of."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from triplewire.ontology.errors import DataFileError
from triplewire.ontology.iri import entity_iri
from triplewire.ontology.places import name_key
from triplewire.ontology.registry import Registry
from triplewire.ontology.turtle import concepts


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load()


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Hizbullah", "Hezbollah"), ("the axis of resistance", "Axis of Resistance"), ("HTS", "Hayat Tahrir al-Sham"),
        ("U.N.", "United Nations"), ("UN", "United Nations"), ("Assad regime", "Syrian government"),
        ("Syrian regime", "Syrian government"),
    ],
)  # fmt: skip
def test_names_and_acronyms_find_their_actor(registry: Registry, name: str, label: str) -> None:
    actor = registry.actor(name)
    assert actor is not None
    assert actor.label == label
    assert actor.iri == entity_iri(label)
    assert registry.labelled(label) == actor


def test_acronyms_are_matched_to_the_letter(registry: Registry) -> None:
    assert registry.actor("hts") is None
    assert registry.country("US") == "United States"
    assert registry.country("us") is None


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Holland", "Netherlands"), ("the Netherlands", "Netherlands"), ("Türkiye", "Turkey"),
        ("Britain", "United Kingdom"),
        ("U.S.", "United States"), ("America", "United States"), ("Ivory Coast", "Ivory Coast"), ("Burma", "Myanmar"),
        ("Republic of Korea", "South Korea"), ("DR Congo", "Democratic Republic of the Congo"),
    ],
)  # fmt: skip
def test_countries_have_one_label(registry: Registry, name: str, label: str) -> None:
    assert registry.country(name) == label


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("Iranian", "Iran"), ("Iranians", "Iran"), ("British", "United Kingdom"), ("Saudi", "Saudi Arabia"),
        ("French", "France"), ("Kurdish", "Kurdistan"), ("Nigerien", "Niger"), ("Nigerian", "Nigeria"),
        ("Hong Konger", "Hong Kong"), ("Gazan", "Gaza Strip"), ("American", "United States"),
    ],
)  # fmt: skip
def test_demonyms(registry: Registry, word: str, label: str) -> None:
    assert registry.demonym(word) == label


def test_adjectives_are_what_groups_are_called_by(registry: Registry) -> None:
    assert [registry.adjective(c) for c in ("Iran", "United States", "New Zealand", "France")] == [
        "Iranian", "American", "New Zealand", "French",
    ]  # fmt: skip
    assert registry.adjective("Macau") is None  # "Chinese" is China's


def test_capitals_and_seats(registry: Registry) -> None:
    assert registry.capital("Tehran") == "Iran"
    assert registry.capital("the Kremlin") == "Russia"
    assert registry.capital("Downing Street") == "United Kingdom"
    assert registry.capital("Aleppo") is None
    assert registry.capital("Stanley") is None  # a surname far more often than the capital of the Falklands


def test_cities_and_regions(registry: Registry) -> None:
    assert registry.city("Aleppo") == "Syria"
    assert registry.city("aleppo") is None  # only as a name is written: "of" and "reading" are cities too
    kyiv, mecca = registry.place("Kiev"), registry.place("Makkah")
    assert kyiv is not None and kyiv.label == "Kyiv" and kyiv.country == "Ukraine"
    assert mecca is not None and mecca.label == "Mecca"
    region = registry.place("the Middle East")
    assert region is not None and region.type == "Place" and region.country is None
    assert registry.place("Island") is None


def test_name_keys() -> None:
    assert name_key("The Élysée Palace") == name_key("elysee palace")
    assert name_key("Deir ez‑Zor") == "deir ez-zor"


def test_the_users_actors_win(tmp_path: Path) -> None:
    mine = tmp_path / "mine.ttl"
    mine.write_text(
        """@prefix tw: <https://w3id.org/triplewire/ns#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix d: <https://w3id.org/triplewire/data/> .
d:Red_Falcons a tw:ArmedGroup ; skos:prefLabel "Red Falcons" ; skos:altLabel "Hizbullah" ; skos:notation "RF" ;
    tw:country "Holland" ; skos:broader d:Sky_Union .
d:Sky_Union a tw:Alliance ; skos:prefLabel "Sky Union" .
""",
        encoding="utf-8",
    )
    registry = Registry.load([mine])
    found = registry.actor("RF")
    assert found is not None
    assert (found.label, found.type, found.country, found.parent) == (
        "Red Falcons",
        "ArmedGroup",
        "Netherlands",
        "Sky Union",
    )
    assert registry.actor("Hizbullah") == found


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("this is no Turtle", "cannot be read as Turtle"),
        (
            '<x:a> <http://www.w3.org/2004/02/skos/core#prefLabel> "A" ; a <https://w3id.org/triplewire/ns#Cheese> .',
            '"A" has the class "Cheese"; use one of tw:Person',
        ),
    ],
)
def test_a_file_that_is_not_sound_is_named(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "bad.ttl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataFileError, match=r"bad\.ttl") as error:
        Registry.load([path])
    assert message in str(error.value)
    with pytest.raises(DataFileError, match=r"none\.ttl"):
        Registry.load([tmp_path / "none.ttl"])


def test_iris_are_those_of_the_labels() -> None:
    folder = Path(__file__).parent.parent / "ontology"
    wrong = [
        c.label
        for name in ("places.ttl", "actors.ttl")
        for c in concepts(folder / name)
        if c.iri != entity_iri(c.label)
    ]
    assert wrong == []


def test_loading_is_quick() -> None:
    Registry.load()  # imports and file caches
    start = time.process_time()
    Registry.load().city("Aleppo")
    assert time.process_time() - start < 1.0
