"""Copies of one text share a part of their fingerprints, other texts none; and it is the same on every machine."""

from __future__ import annotations

import random
import unicodedata
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from triplewire.extract.reading.articles import read_articles
from triplewire.extract.reading.fingerprint import fingerprint
from triplewire.ontology.model import Article, Block

SAMPLES = Path(__file__).resolve().parents[1] / "samples"


def wire(seed: int, words: int = 400) -> list[str]:
    """A text of so many words in which, as in language, few words are frequent."""
    at = random.Random(seed)
    return [f"w{int(at.paretovariate(0.6)) % 5000}" for _ in range(words)]


def alike(one: list[str], other: list[str]) -> bool:
    return bool(set(fingerprint(" ".join(one))) & set(fingerprint(" ".join(other))))


def edited(words: list[str], seed: int, part: float) -> list[str]:
    at = random.Random(seed)
    return [word if at.random() > part else "other" for word in words]


COPIES = {
    "the same": lambda words, n: words,
    "with a dateline": lambda words, n: ["BEIRUT", "Nov", "30", "Meridian", "Wire", *words],
    "cut by a half": lambda words, n: words[: len(words) // 2],
    "cut by two thirds": lambda words, n: words[: len(words) // 3],
    "without a paragraph": lambda words, n: words[:60] + words[110:],
    "with an opening of its own": lambda words, n: ["ours"] * 30 + words[30:],
    "two words in a hundred changed": lambda words, n: edited(words, n, 0.02),
}


@pytest.mark.parametrize("copy", COPIES)
def test_copies_are_told(copy: str) -> None:
    told = sum(alike(wire(n), COPIES[copy](wire(n), n)) for n in range(60))
    assert told >= 57


def test_other_texts_are_no_copies() -> None:
    texts = [set(fingerprint(" ".join(wire(n)))) for n in range(150)]
    assert not any(a & b for a, b in combinations(texts, 2))


def test_a_shared_quotation_makes_no_copy() -> None:
    """Two reports on one press conference: a tenth of their words are the same."""
    told = sum(alike(wire(n)[:360] + wire(-1, 40), wire(n + 500)[:200] + wire(-1, 40)) for n in range(60))
    assert told == 0


def test_of_the_samples_the_wire_story_and_its_copy_are_one() -> None:
    def fail(error: Exception) -> None:
        raise error

    found: list[Article] = list(read_articles([str(SAMPLES)], on_error=fail))
    same = [
        {Path(str(a.path)).name, Path(str(b.path)).name}
        for a, b in combinations(found, 2)
        if set(a.fingerprint) & set(b.fingerprint)
    ]
    assert same == [{"2024-11-30-aleppo-wire.txt", "2024-11-30-aleppo-copy.html"}]


@given(st.text(st.characters(), min_size=1) | st.just("half a \ud83d character"))
def test_only_words_count(text: str) -> None:
    found = fingerprint(text)
    assert found == fingerprint(unicodedata.normalize("NFD", text) + " …\n")
    assert list(found) == sorted(set(found))


def test_the_hashes_are_those_of_every_machine() -> None:
    """They are stored, and stores of different machines are put together."""
    assert fingerprint("Iran may support Syria, officials said.")[:2] == ("2cd231fffc54d964", "3302b70327b889c5")


def test_only_the_body_counts() -> None:
    text = "Talks\n\nIran and Syria held talks in Ankara on Monday."
    blocks = (Block(0, 5, "headline"), Block(7, len(text), "body"))
    assert fingerprint(text, blocks) == fingerprint(text[7:]) != fingerprint(text)
    assert fingerprint("…") == ()
