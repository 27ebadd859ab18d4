"""Confidence: a probability, from named features, by the weights that come with the package."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sentences import tree_of
from triplewire.extract.triples import confidence as model
from triplewire.extract.triples.extractors import triples


def test_plain_facts_are_surer_than_what_hangs_deep_in_a_long_sentence() -> None:
    short = tree_of("Rebels captured the port.")
    plain = triples(short)
    long = tree_of(
        "The ministry, citing witnesses whose names it did not give, said on Monday that talks about a plan of the "
        "union for ships carrying grain through the strait had been held by aides of the premier."
    )
    weights = model.default_weights()
    found = triples(long)
    deep = [model.confidence(long, t, found, weights) for t in found]
    assert len(plain) == 1 and model.confidence(short, plain[0], plain, weights) > min(deep)


def test_probability_lies_between_0_and_1_and_repeats() -> None:
    tree = tree_of("President Lungu, head of the union, praised Iran's support for groups such as Hamas on Monday.")
    weights = model.default_weights()
    found = triples(tree)
    told = [model.confidence(tree, t, found, weights) for t in found]
    assert len(told) > 5
    assert all(0 <= c <= 1 for c in told)
    assert told == [model.confidence(tree, t, found, weights) for t in triples(tree)]


def test_weights_are_named_after_features() -> None:
    tree = tree_of("The army shelled the town.")
    (triple,) = triples(tree)
    names = set(model.features(tree, triple))
    assert {"rule=object", "subject length=1", "predicate tag=VBD"} <= names
    assert len(names & set(model.default_weights())) > len(names) / 2


def test_a_triple_is_seen_beside_those_of_its_clause() -> None:
    tree = tree_of("The army shelled a village near the border on Monday.")
    found = triples(tree)
    seen = {tree.words_of(t.shown): set(model.rivals(t, found)) for t in found}
    assert "rule=object beside=object-prep-time" in seen["a village near the border on Monday"]
    assert "object inside another" in seen["Monday"]
    assert not set(model.rivals(found[0], found[:1])), "alone it has no rivals"


def test_without_weights_nothing_is_known() -> None:
    tree = tree_of("The army shelled the town.")
    (triple,) = triples(tree)
    assert model.confidence(tree, triple, [triple], {}) == pytest.approx(0.5)


def test_data_file_is_readable() -> None:
    data = json.loads(Path(model.__file__).with_name("confidence.json").read_text("utf-8"))
    assert all(isinstance(w, float) for w in data["weights"].values())
    assert "bias" in data["weights"]
