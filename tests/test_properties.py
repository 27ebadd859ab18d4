"""What holds of every text: no crash, triples inside their sentence, the words of the article, each time the same."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sentences import nlp, parse, tree_of
from triplewire.extract.syntax.phrases import conjuncts
from triplewire.extract.syntax.repair import repair
from triplewire.extract.syntax.tree import trees
from triplewire.extract.triples.confidence import confidence, default_weights
from triplewire.extract.triples.extractors import triples

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
        for t in triples(tree):
            for part in (t.subject, t.relation, t.object):
                assert all(0 <= i < len(tree) for i in part), "no triple crosses its sentence"
                assert len(set(part)) == len(part), "no word twice"
            assert t.subject and t.object and (t.relation or t.unspoken)
            assert not set(t.subject) & set(t.object)
            assert t.subject_head in t.subject or t.rule in ("title", "title-of", "owner")
            assert 0 <= t.predicate < len(tree)
            assert 0 <= confidence(tree, t, default_weights()) <= 1


@QUIET
@given(news)
def test_offsets_point_at_the_words(text: str) -> None:
    for tree in parse(text):
        assert [text[a:b] for a, b in zip(tree.starts, tree.ends, strict=True)] == tree.words
        for t in triples(tree):
            for part in (t.subject, t.object):
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
    batched = [[triples(t) for t in trees(doc, lemmatizer)] for doc in model.pipe(texts, batch_size=size)]
    assert batched == [[triples(t) for t in trees(model(text), lemmatizer)] for text in texts]


@settings(QUIET, max_examples=25)
@given(
    st.lists(st.sampled_from(["Chad", "Niger", "Mali", "Togo", "Ghana", "Benin"]), min_size=2, max_size=5, unique=True)
)
def test_conjuncts_come_in_order(countries: list[str]) -> None:
    tree = tree_of(f"The envoy visited {', '.join(countries[:-1])} and {countries[-1]}.")
    shown = [tree.words_of(t.object) for t in triples(tree) if t.rule == "object"]
    assert shown == countries
    heads = [i for i, w in enumerate(tree.words) if w in countries]
    assert conjuncts(tree, heads[0]) == heads
