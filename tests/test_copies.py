"""A text that several papers print is read once, and each of them is told to have said it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reading import TEXT
from test_analyser import article
from triplewire.extract.analyser import Analyser
from triplewire.extract.copies import Copies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pytest
    from triplewire.ontology.model import Analysis, Article

WIRE = article()
PAPERS = [replace(WIRE, iri=f"https://{n}.example/wire", source=n, title=n) for n in ("post", "ledger", "courier")]
OTHER = article(TEXT)
LATER = replace(WIRE, iri="https://later.example/wire", published="2024-12-10")


def test_copies_have_the_analysis_that_each_would_have_alone(analyser: Analyser) -> None:
    given = [PAPERS[0], OTHER, *PAPERS[1:], LATER]
    together = list(Analyser(nlp=analyser.nlp).analyse(given))
    alone = [next(Analyser(nlp=analyser.nlp).analyse([a])) for a in given]
    assert together == alone
    assert together[0].statements
    assert {m.article for m in together[2].mentions} == {PAPERS[1].iri}


def test_each_text_is_parsed_once(analyser: Analyser, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = Analyser(nlp=analyser.nlp)
    parsed = []
    parse = fresh.parsed

    def watched(articles: Iterable[Article]) -> Iterator[object]:
        for found in parse(articles):
            parsed.append(found[0].iri)
            yield found

    monkeypatch.setattr(fresh, "parsed", watched)
    found = list(fresh.analyse([*PAPERS, OTHER, *PAPERS, LATER]))
    assert parsed == [PAPERS[0].iri, OTHER.iri, LATER.iri]
    assert [a.article for a in found] == [*PAPERS, OTHER, *PAPERS, LATER]


def test_only_the_latest_are_remembered(analyser: Analyser) -> None:
    (model,) = analyser.analyse([WIRE])
    made: list[str] = []

    def fresh(articles: Iterable[Article]) -> Iterator[Analysis]:
        for a in articles:
            made.append(a.text)
            yield replace(model, article=a)

    copies = Copies()
    for n in [*range(300), 299, 0]:
        list(copies.analyse([replace(WIRE, text=f"text {n}")], fresh))
    assert made == [f"text {n}" for n in [*range(300), 0]]
