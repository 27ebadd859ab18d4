"""Source notes: the stance of a sentence in words, dates as people write them."""

from __future__ import annotations

from typing import Any

import pytest
from triplewire.cli_notes import date_in_words, in_words, print_notes

FACT = {
    "subject": "Iran", "relation": "arm", "object": "Hezbollah", "polarity": "positive", "certainty": "certain",
    "tense": "past", "attributed_to": None, "when": None, "where": None, "sentence": "It\n did.", "article": "a:1",
    "source": "Post", "published": "2024-12-03T10:00:00Z", "title": "News", "url": None, "start": 0,
}  # fmt: skip


@pytest.mark.parametrize(
    ("stance", "words"),
    [
        ({}, "stated as a fact"),
        ({"attributed_to": "Turkey"}, "said as a fact, according to Turkey"),
        ({"tense": "future", "attributed_to": "officials"}, "planned or foreseen, according to officials"),
        (
            {"polarity": "negative", "certainty": "possible"},
            "said not to be so and possible, in the article's own voice",
        ),
        (
            {"certainty": "probable", "when": "2024-12-02", "where": "Homs"},
            "probable, in the article's own voice; on 2 December 2024; in Homs",
        ),
    ],
)  # fmt: skip
def test_stance_in_words(stance: dict[str, Any], words: str) -> None:
    assert in_words(FACT | stance) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2024-12-02", "on 2 December 2024"),
        ("2024-05", "in May 2024"),
        ("2011", "in 2011"),
        ("199X", "in the 1990s"),
        ("2015/..", "since 2015"),
        ("../2024-05-31", "until 31 May 2024"),
        ("2024-05-01/2024-06", "from 1 May 2024 to June 2024"),
        ("2024-W23", "in 2024-W23"),
    ],
)
def test_dates_in_words(date: str, words: str) -> None:
    assert date_in_words(date) == words


def test_a_claim_stands_once_over_its_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    other = FACT | {"article": "a:2", "published": "2024-12-01", "source": "Ledger", "url": "https://ledger.example/1"}
    bare = FACT | {"object": "Syria", "published": None, "source": None, "title": None}
    print_notes([bare, FACT, other])
    assert capsys.readouterr().out == (
        "Iran | arm | Hezbollah   (2 sentences, 2 articles, 2 outlets)\n"
        "    “It did.”\n      Stated as a fact.\n      — Ledger, 1 December 2024, “News”, https://ledger.example/1\n"
        "    “It did.”\n      Stated as a fact.\n      — Post, 3 December 2024, “News”\n\n"
        "Iran | arm | Syria   (1 sentence, 1 article)\n"
        "    “It did.”\n      Stated as a fact.\n      — a:1\n\n"
    )
