"""The parser's doubts: what they tell, that they do not hang on the batch, and what becomes of doubtful statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy
from made import analysed, says, story
from spacy.tokens import Doc
from triplewire.extract.analyser import Analyser
from triplewire.extract.inference import one_thread
from triplewire.extract.parsing import FACTORY, Parser, install
from triplewire.extract.pipeline import DEFAULT_MODEL, load
from triplewire.extract.syntax.tree import DOUBTS
from triplewire.graph.encode import encode

if TYPE_CHECKING:
    from spacy.language import Language

PLAIN = "The army shelled the town."
WAVERING = "The minister the army said the rebels it hit near the town with the mayor had called left talks unsigned."
TEXTS = [PLAIN, WAVERING, "Moscow", "", "Envoys met in Geneva on Monday. They left a day later, a spokesman said."]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def doubts(nlp: Language, texts: list[str], batch: int) -> list[list[float]]:
    sizes = {FACTORY: {"batch_size": batch}}
    return [doc.user_data.get(DOUBTS, []) for doc in nlp.pipe(texts, batch_size=batch, component_cfg=sizes)]


def test_each_word_has_a_doubt(nlp: Language) -> None:
    for doc in nlp.pipe(TEXTS):
        found = doc.user_data.get(DOUBTS, [])
        assert len(found) == len(doc)
        assert all(d >= 0 for d in found)


def test_doubts_are_greater_where_the_words_can_be_tied_in_many_ways(nlp: Language) -> None:
    plain, wavering = doubts(nlp, [PLAIN, WAVERING], 2)
    assert max(plain) < 0.1 < 1 < max(wavering)


@pytest.mark.parametrize("batch", [1, 2, 3])
def test_doubts_do_not_hang_on_the_batch(nlp: Language, batch: int) -> None:
    with one_thread():
        for alone, together in zip(doubts(nlp, TEXTS * 3, batch), doubts(nlp, TEXTS * 3, 64), strict=True):
            assert alone == pytest.approx(together, abs=1e-5)


def test_statements_tell_how_probable_their_reading_is() -> None:
    analyser = Analyser()
    (plain,) = analyser.sentences([PLAIN])
    wavering = list(analyser.sentences([WAVERING]))
    assert plain.parse_probability > 0.9
    assert min(s.parse_probability for s in wavering) < 0.1


def test_a_parse_from_elsewhere_is_taken_at_its_word() -> None:
    other = spacy.load(DEFAULT_MODEL)
    (found,) = Analyser(nlp=other).statements_of(other(PLAIN))
    assert found.parse_probability == 1.0


def test_another_kind_of_parser_is_left_in_its_place() -> None:
    other = spacy.load(DEFAULT_MODEL)
    other.get_pipe("parser").cfg["beam_width"] = 4
    install(other)
    assert FACTORY not in other.pipe_names


def test_a_doc_that_knows_its_sentences_keeps_them(nlp: Language) -> None:
    parser = nlp.get_pipe(FACTORY)
    assert isinstance(parser, Parser)
    words = ["Envoys", "met", "They", "left"]
    doc = Doc(nlp.vocab, words=words, sent_starts=[True, False, True, False])
    nlp.get_pipe("tok2vec")(doc)
    assert [s.text for s in parser(doc).sents] == ["Envoys met", "They left"]


def test_what_is_probably_misread_is_not_stored() -> None:
    news = story("a.md", "Iran supports Syria.")
    read = [says(news, "Iran", "support", "Syria", parse_probability=p, start=n) for n, p in enumerate((0.5, 0.4))]
    assert encode(analysed(news, read), least_probable=0.5).statements == 1
