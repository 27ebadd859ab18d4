"""Lemmas of verbs that the model's tables do not know."""

from __future__ import annotations

import pytest
from triplewire.extract.pipeline import load
from triplewire.extract.syntax.lemmas import Lemmatizer


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("retweeted", "VBD", "retweet"),
        ("wiretapped", "VBN", "wiretap"),
        ("fact-checked", "VBD", "fact-check"),
        ("defunding", "VBG", "defund"),
        ("unfriends", "VBZ", "unfriend"),
        ("weaponized", "VBN", "weaponize"),  # no known verb ends it
        ("conquered", "VBD", "conquer"),
        ("attacked", "VBD", "attack"),
    ],
)
def test_verbs_that_a_known_one_ends(word: str, tag: str, lemma: str) -> None:
    assert Lemmatizer.of(load()).lemma(word, tag) == lemma
