"""The quickened model decides as spaCy's own does, to the last tag, head and name."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span
from thinc.api import Maxout, Model, NumpyOps
from thinc.types import Ragged
from triplewire.extract import inference
from triplewire.extract.inference import distinct, fused, one_thread
from triplewire.extract.pipeline import DEFAULT_MODEL, load
from triplewire.extract.recognition import Recognizer, install

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
TEXTS = (
    "President Joe Biden of the United States met Benjamin Netanyahu. Israel Defense Forces left on Monday morning",
    "Ankara\n\n  The Turkish Foreign Ministry said so in New York",
    "Rebels took Aleppo on 30 November 2024, three days after Hayat Tahrir al-Sham had begun. \n \n",
    "Moscow",
    "\n",
    "",
    "and then of the",
)


@pytest.fixture(scope="module")
def plain():
    return spacy.load(DEFAULT_MODEL, disable=["attribute_ruler", "lemmatizer"])


@pytest.fixture(scope="module")
def quick():
    return load()


def copied(doc: Doc, nlp) -> Doc:
    """The same words for another model."""
    return Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])


def decided(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.tag_, t.dep_, t.head.i, t.is_sent_start, t.ent_iob_, t.ent_type_) for t in doc]


def test_the_same_decisions_on_whole_articles(plain, quick):
    texts = [path.read_text() for path in sorted(SAMPLES.glob("*.md"))] + list(TEXTS)
    expected = [decided(doc) for doc in plain.pipe(copied(quick.make_doc(text), plain) for text in texts)]
    found = [decided(doc) for doc in quick.pipe(texts, batch_size=5)]
    assert found == expected
    assert sum(row[-1] != "" for rows in found for row in rows) > 300


@given(st.lists(st.sampled_from(" ".join(TEXTS).split(" ")), max_size=40), st.integers(1, 3))
@settings(max_examples=60, deadline=None)
def test_the_same_decisions_on_jumbled_words(plain, quick, words, size):
    docs = [Doc(quick.vocab, words=[w for w in words[n::2] if w]) for n in range(2)]
    same = [copied(doc, plain) for doc in docs]
    assert [decided(d) for d in quick.pipe(docs, batch_size=size)] == [decided(d) for d in plain.pipe(same)]


def test_each_article_is_read_as_if_alone(quick):
    texts = [path.read_text() for path in sorted(SAMPLES.glob("*.md"))]
    assert [decided(d) for d in quick.pipe(texts, batch_size=16)] == [decided(quick(text)) for text in texts]


def test_names_that_are_there_already_are_kept_as_spacy_keeps_them(plain, quick):
    docs = []
    for nlp in (plain, quick):
        doc = nlp.make_doc("The Turkish Foreign Ministry of Ankara met Joe Biden of the United States.")
        doc.set_ents([Span(doc, 3, 6, label="ORG")], default="unmodified")
        docs.append(decided(nlp(doc)))
    assert docs[0] == docs[1]
    assert [row[-1] for row in docs[1][3:6]] == ["ORG"] * 3


def test_a_recogniser_of_another_kind_stays():
    nlp = spacy.blank("en")
    nlp.add_pipe("beam_ner", name="ner")
    install(nlp)
    assert "ner" in nlp.pipe_names


def test_the_usual_recogniser_is_replaced(quick):
    assert "ner" not in quick.pipe_names
    assert any(isinstance(part, Recognizer) for _, part in quick.pipeline)


@pytest.mark.parametrize("mix", [inference._MIX, np.uint64(0)])
def test_equal_rows_are_computed_once(monkeypatch, mix):
    monkeypatch.setattr(inference, "_MIX", mix)  # with 0 all rows have one key
    asked = []

    def forward(model, rows, is_train):
        asked.extend(map(tuple, rows.data.tolist()))
        return Ragged(rows.data.sum(axis=1, keepdims=True), rows.lengths), lambda given: given

    rows = np.array([[1, 2], [3, 4], [1, 2], [2, 1], [3, 4]], dtype=np.uint64)
    made = distinct(Model("sum", forward)).predict(Ragged(rows, np.array([2, 3], dtype="i")))
    assert made.data[:, 0].tolist() == [3, 7, 3, 3, 7]
    assert made.lengths.tolist() == [2, 3]
    assert sorted(asked) == [(1, 2), (2, 1), (3, 4)]


def test_fused_layers_are_the_same_to_the_last_bit():
    """With whole numbers, whose sums are exact: others are rounded in the order in which a processor's library adds."""
    rng = np.random.default_rng(1)
    layer = Maxout(nO=12, nI=36, nP=3, normalize=True).initialize()
    for node in layer.walk():
        node.ops = NumpyOps(use_blis=False)
        for name in node.param_names:
            node.set_param(name, rng.integers(-9, 10, node.get_param(name).shape).astype("f"))
    for count in (0, 1, 40):
        rows = rng.integers(-9, 10, (count, 36)).astype("f")
        assert np.array_equal(fused(layer).predict(rows), layer.predict(rows))


def test_the_loaded_model_is_fused(quick):
    names = {node.name for _, part in quick.pipeline if hasattr(part, "model") for node in part.model.walk()}
    assert "fused" in names
    assert "distinct" in names


def test_one_thread_lasts_as_long_as_it_is_asked_for():
    def threads() -> list[int]:
        return [lib["num_threads"] for lib in inference._threads().info() if lib["user_api"] == "blas"]

    before = threads()
    with one_thread():
        assert set(threads()) == {1}
    assert threads() == before
