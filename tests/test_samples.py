"""The sample articles: read by the real readers, dated, of several outlets, and clean of what is not the article."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from triplewire.extract.reading.articles import read_articles

if TYPE_CHECKING:
    from triplewire.ontology.errors import ArticleError
    from triplewire.ontology.model import Article

SAMPLES = Path(__file__).resolve().parents[1] / "samples"


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    failed: list[ArticleError] = []
    found = list(read_articles([str(SAMPLES)], on_error=failed.append))
    assert failed == []
    return found


def read_text(article: Article) -> str:
    """What extraction reads of the article."""
    return "\n\n".join(article.text[b.start : b.end] for b in article.blocks if b.read)


def named(articles: list[Article], file: str) -> Article:
    return next(a for a in articles if a.path and Path(a.path).name == file)


def test_every_format_is_read(articles: list[Article]) -> None:
    assert {p.suffix for p in SAMPLES.iterdir()} == {".md", ".html", ".jsonl", ".txt", ".csv"}
    assert len(articles) == len(list(SAMPLES.iterdir())) + 2  # the .jsonl and the .csv hold two each
    assert len({a.iri for a in articles}) == len(articles) >= 12


def test_length_and_date(articles: list[Article]) -> None:
    for a in articles:
        assert 200 <= len(read_text(a).split()) <= 400, a.path
        assert a.published is not None, a.path
        assert "2024-11-27" <= a.published[:10] <= "2024-12-31", a.path
        assert a.title, a.path


def test_outlets_are_several_and_invented(articles: list[Article]) -> None:
    outlets = Counter(a.source for a in articles if a.source)
    assert len(outlets) == 5
    assert min(outlets.values()) >= 2
    hosts = {a.source: urlsplit(a.url).hostname for a in articles if a.url}
    assert len(set(hosts.values())) == 5
    assert all(host and host.endswith(".example") for host in hosts.values())


def test_one_article_repeats_another(articles: list[Article]) -> None:
    wire = read_text(named(articles, "2024-11-30-aleppo-wire.txt")).replace("\n", " ")
    copy = read_text(named(articles, "2024-11-30-aleppo-copy.html")).replace("’", "'")
    assert 0.7 < SequenceMatcher(None, wire.split(), copy.split(), autojunk=False).ratio() < 0.97


def test_a_headline_is_read_once(articles: list[Article]) -> None:
    assert {sum(b.kind == "headline" for b in a.blocks) for a in articles} == {0, 1}  # 0: the title is a column


def test_accounts_contradict_each_other(articles: list[Article]) -> None:
    claimed = read_text(named(articles, "2024-12-03-iraqi-militias.md"))
    denied = read_text(named(articles, "2024-12-02-araghchi-ankara.md"))
    assert "crossed from Iraq into Syria" in claimed
    assert re.search(r"denied that any of its brigades had crossed", denied)
    claimed = read_text(named(articles, "2024-12-18-manbij-truce.md"))
    denied = read_text(named(articles, "2024-12-19-ankara-denies.md"))
    assert "ceasefire" in claimed
    assert re.search(r"has not agreed to any ceasefire", denied)


@pytest.mark.parametrize(
    "words",
    [
        "By Dale Whitcomb",
        "All rights reserved",
        "Subscribe",
        "Sign up",
        "Follow",
        "Leave a ",
        "Your email address",
        "View all posts",
        "national security correspondent",
        "covers Congress",
        "Read more",
        "Related:",
        "Comments (",
        "WhatsApp",
        "Most viewed",
        "Click here",
        "Photograph",
        "agencies in Beirut",
        "About the author",
        "Reporting by",
        "Editing by",
        "independent news agency",
        "Original Source",
        "Share this",
        "Castellan in ",
        "in your inbox",
    ],
)
def test_what_is_not_the_article_is_cut(articles: list[Article], words: str) -> None:
    assert any(words in p.read_text(encoding="utf-8") for p in SAMPLES.iterdir())
    assert [a.path for a in articles if words in read_text(a)] == []
