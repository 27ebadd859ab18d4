"""Where names begin and end: what joins capitalised words, what parts them, and which of them are no name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from casting import play

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser

WHOLE = [
    ("The Harbour Oversight and Repair Committee met on Monday.", "Harbour Oversight and Repair Committee"),
    ("On Friday the North Orvale Fire and Rescue Service sent four engines.", "North Orvale Fire and Rescue Service"),
    ("He works for the Bill and Dana Foundation in Leeds.", "Bill and Dana Foundation"),
    (
        "The National Institute of Allergy and Skin Diseases paid for it.",
        "National Institute of Allergy and Skin Diseases",
    ),
    (
        "The Union of Rail, Maritime and Transport Workers called a strike.",
        "Union of Rail, Maritime and Transport Workers",
    ),
    ("She spoke for the Orvale Veterans Against the War.", "Orvale Veterans Against the War"),
    ("The 12th Amendment says so.", "12th Amendment"),
    ("Flames engulfed Orvale Airways Flight 8501 on Monday.", "Orvale Airways Flight 8501"),
    ("Protesters wanted ministers to revoke Article 50 — the clause.", "Article 50"),
    ("The firm belongs to Orvale Asset Management, Inc.", "Orvale Asset Management, Inc."),
    ("The Department of Justice charged two men.", "Department of Justice"),
    ("The Lorane Sheriff's Office tweeted about it.", "Lorane Sheriff's Office"),
    ("The United States' National Chess Foundation paid.", "National Chess Foundation"),
    ("Police said that Park Min-soo, the mayor, had left.", "Park Min-soo"),
    ("He flew the new Orvale 737 Max to Lima.", "Orvale 737 Max"),
    ("The Catholic Bishops' Conference of Lorane said so.", "Catholic Bishops' Conference of Lorane"),
    ("He left Orvale Incorporated for The Tumbling Bones.", "Orvale Incorporated"),
    ("The Center for Bird Diversity and Center for Food Aid asked the court.", "Center for Food Aid"),
    ("He served in World War Two, before moving.", "World War Two"),
    ("The league cancelled its own tournament, March Madness, on Friday.", "March Madness"),
    ("Khan of the University of Texas, Austin disagreed.", "University of Texas, Austin"),
    ("They have started a company, eWaste Partners, with her.", "eWaste Partners"),
    ("The party is Ład i Zgoda.", "Ład i Zgoda"),
    ("He lives in Crane's Bay, New Zealand.", "Crane's Bay"),
    ("Heading into Super Tuesday, the senator had the most delegates.", "Super Tuesday"),
    ("He fled to Washington, D.C. on Monday.", "Washington, D.C."),
    ('The President held a "Salute to Heroes" in Boise.', "Salute to Heroes"),
    (
        "The National Institute of Allergy and Skin Disease's director, Ann Foe, said so.",
        "National Institute of Allergy and Skin Disease",
    ),
]

PARTED = [
    ("The committee met the Senate and Justice Department officials.", "Senate and Justice Department"),
    ("Officials of the Pentagon and State Department agreed.", "Pentagon and State Department"),
    ("Reporters asked the Vatican and Foreign Ministry of Italy.", "Vatican and Foreign Ministry of Italy"),
]

RUN_TOGETHER = [
    # what stands before a person's full name is another's, or says what he is
    ("It was Broadcaster Piers Halloran who asked.", "Piers Halloran"),
    ("Orvale Chess Federation Mirdad Pahlan objected. Mirdad Pahlan is its president.", "Mirdad Pahlan"),
    ("Voters in Republican New Hampshire chose him.", "New Hampshire"),
    ("He left the State of Virginia on Friday.", "Virginia"),
]

NO_NAMES = [
    ("The order came from Coast Guard Commandant Peter Hale.", "Coast Guard Commandant"),
    ("Many Native American reservations lie there.", "Native American"),
    ("A Republican senator and a Muslim cleric spoke.", "Republican"),
    ("A Republican senator and a Muslim cleric spoke.", "Muslim"),
    ("She was Chief Technical Officer of the firm.", "Technical Officer"),
]


def named(analyser: Analyser, text: str) -> set[str]:
    return {m.text for m in play(analyser, text).cast.mentions if m.kind == "name"}


@pytest.mark.parametrize(("text", "name"), WHOLE)
def test_name_is_whole(analyser: Analyser, text: str, name: str) -> None:
    assert name in named(analyser, text)


@pytest.mark.parametrize(("text", "name"), PARTED + NO_NAMES)
def test_no_such_name(analyser: Analyser, text: str, name: str) -> None:
    assert name not in named(analyser, text)


@pytest.mark.parametrize(("text", "name"), RUN_TOGETHER)
def test_names_are_parted(analyser: Analyser, text: str, name: str) -> None:
    labels = {e.label for e in play(analyser, text).cast.entities if e.type != "Group"}  # "New Hampshire voters"
    assert name in labels
    assert not any(name in label and name != label for label in labels)


def test_ordinary_word_with_a_capital_is_no_entity(analyser: Analyser) -> None:
    played = play(analyser, "On the wall stood Tribute. The mayor passed by.")
    assert "Tribute" not in {e.label for e in played.cast.entities}


def test_body_of_the_one_country_of_an_article(analyser: Analyser) -> None:
    text = "Thailand voted. Thailand has waited for years. Critics of Thailand spoke. The military denied it."
    assert "Thai military" in {m.entity for m in play(analyser, text).cast.mentions}


def test_body_of_no_country_where_two_compete(analyser: Analyser) -> None:
    text = "Thailand fought Laos. Laos fought Thailand. Thailand won over Laos. The military denied it."
    played = play(analyser, text)
    assert not any(m.text == "The military" for m in played.cast.mentions)
