"""What holds of every text: no crash, triples and statements inside their sentence, the words of the article, each time
the same, in batches of any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sentences import nlp, parse, tree_of
from triplewire.extract.analyser import BATCH
from triplewire.extract.inference import one_thread
from triplewire.extract.syntax.phrases import conjuncts
from triplewire.extract.syntax.repair import repair
from triplewire.extract.syntax.tree import trees
from triplewire.extract.triples.confidence import confidence, default_weights
from triplewire.extract.triples.extractors import triples
from triplewire.ontology.model import Article, Block

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser

NAMES = [
    "Iran",
    "Russia",
    "Turkey",
    "the army",
    "Hezbollah",
    "a militia",
    "President Kaunda",
    "the U.N.",
    "rebels",
    "Zaïre",
]
VERBS = ["attacked", "may support", "was accused by", "denied that it had backed", "refused to meet", "met with", "is"]
JOINTS = [
    ", ",
    " and ",
    "; ",
    " -- ",
    ", which ",
    ", who ",
    " after ",
    " that ",
    ". ",
    " (",
    ') "',
    "? ",
    " to ",
    " of ",
    ", led by ",
]
#: Texts in pieces of news: long and odd, but with something to parse in them.
news = st.lists(st.sampled_from(NAMES + VERBS + JOINTS), min_size=1, max_size=30).map(" ".join)
QUIET = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUIET
@given(news | st.text(max_size=200))
@example(') " Iran ) " Iran')
@example("The envoy visited Niger, Chad, Mali, Togo and Ghana.")
def test_any_text(text: str) -> None:
    for tree in parse(text):
        repair(tree)
        assert sorted(tree.subtree(tree.root)) == list(range(len(tree))), "still one tree"
        found = triples(tree)
        for t in found:
            for part in (t.subject, t.relation, t.shown):
                assert all(0 <= i < len(tree) for i in part), "no triple crosses its sentence"
                assert len(set(part)) == len(part), "no word twice"
            assert t.subject and t.object and (t.relation or t.unspoken)
            assert not set(t.subject) & set(t.shown)
            assert t.subject_head in t.subject or t.rule in ("title", "title-of", "owner")
            assert 0 <= t.predicate < len(tree)
            assert 0 <= confidence(tree, t, found, default_weights()) <= 1


@QUIET
@given(news)
def test_offsets_point_at_the_words(text: str) -> None:
    for tree in parse(text):
        assert [text[a:b] for a, b in zip(tree.starts, tree.ends, strict=True)] == tree.words
        for t in triples(tree):
            for part in (t.subject, t.shown):
                assert all(word in text for word in tree.words_of(part).split())


@QUIET
@given(news)
def test_the_same_every_time(text: str) -> None:
    first = [[triples(tree), triples(tree)] for tree in parse(text)]
    assert all(once == again for once, again in first), "mended once and for all"
    assert [triples(tree) for tree in parse(text)] == [once for once, _ in first]


@settings(QUIET, max_examples=10)
@given(st.lists(news, min_size=2, max_size=9), st.integers(1, 9))
def test_batch_size_changes_nothing(texts: list[str], size: int) -> None:
    model, lemmatizer = nlp()
    with one_thread():
        batched = [[triples(t) for t in trees(doc, lemmatizer)] for doc in model.pipe(texts, batch_size=size)]
        assert batched == [[triples(t) for t in trees(model(text), lemmatizer)] for text in texts]


@QUIET
@given(text=news | st.text(max_size=200))
@example(text="On Friday Iran\xa0attacked the army .\n Rebels may support “Zaïre” and\u2028met with a militia")
def test_a_statement_stands_in_its_sentence(analyser: Analyser, text: str) -> None:
    (found,) = analyser.analyse([article(text)])
    for s in found.statements:
        inside = slice(s.sentence_start, s.sentence_start + len(s.sentence))
        assert text[inside] == s.sentence
        assert inside.start <= s.start < s.end <= inside.stop
        assert text[s.start : s.end].strip() == text[s.start : s.end]
        words = s.sentence.split()
        for part in (s.subject_text, s.object_text):
            assert all(any(piece in word for word in words) for piece in part.split()), "words of the sentence"


@settings(QUIET, max_examples=15)
@given(texts=st.lists(news, min_size=2, max_size=9), size=st.integers(1, 9))
def test_batch_size_changes_no_statement(analyser: Analyser, texts: list[str], size: int) -> None:
    articles = [article(text, n) for n, text in enumerate(texts)]
    batches = [[analyser.read(a, found) for a, found in analyser.parsed(articles, batch)] for batch in (size, BATCH)]
    assert batches[0] == batches[1] == list(analyser.analyse(articles))


def article(text: str, number: int = 0) -> Article:
    return Article(iri=f"urn:test:{number}", text=text, blocks=(Block(0, len(text), "body"),) if text else ())


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("The envoy visited {}.", "object"),
        ("{} condemned the attack.", "subject"),
        ("The envoy flew to {} on Friday.", "object"),
        ("Three towns were shelled by {}.", "object"),
        ("The rebels, who are armed by {}, fled.", "object"),
    ],
)
@settings(QUIET, max_examples=10)
@given(
    countries=st.lists(
        st.sampled_from(["Chad", "Niger", "Mali", "Togo", "Ghana", "Benin"]), min_size=2, max_size=5, unique=True
    )
)
def test_conjuncts_come_in_order(countries: list[str], sentence: str, part: str) -> None:
    tree = tree_of(sentence.format(f"{', '.join(countries[:-1])} and {countries[-1]}"))
    shown = [tree.words_of(getattr(t, part)) for t in triples(tree)]
    assert [name for name in dict.fromkeys(shown) if name in countries] == countries
    heads = [i for i, w in enumerate(tree.words) if w in countries]
    assert conjuncts(tree, heads[0]) == tuple(heads)
