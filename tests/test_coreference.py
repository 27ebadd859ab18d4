"""Where the user's own pipeline has a coreference component, its chains are followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from triplewire.extract.pipeline import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Iterator

#: No rule resolves "the veteran" to a company; only the component can say so.
TEXT = "The Borvik Institute met Norland Shipping in Oslo. The veteran of the trade sued the harbour. It won the case."
CHAIN = ("Norland Shipping", "The veteran of the trade", "It")


class Mention(NamedTuple):
    """As Coreferee's: the tokens that head it."""

    token_indexes: list[int]


def _places(doc: Doc) -> Iterator[tuple[int, int]]:
    for phrase in CHAIN:
        start = doc.text.index(phrase)
        span = doc.char_span(start, start + len(phrase))
        assert span is not None
        yield span.start, span.end


@Language.component("made_clusters")
def made_clusters(doc: Doc) -> Doc:
    """Writes span groups, as spacy-experimental's component does."""
    doc.spans["coref_clusters_1"] = [doc[a:b] for a, b in _places(doc)]
    doc.spans["sentences_of_note"] = [doc[0:4]]
    return doc


@Language.component("made_chains")
def made_chains(doc: Doc) -> Doc:
    """Writes chains of token indices, as Coreferee does, with a mention of two things at once among them."""
    if not Doc.has_extension("coref_chains"):
        Doc.set_extension("coref_chains", default=None)
    heads = [doc[a:b].root.i for a, b in _places(doc)]
    doc._.coref_chains = [[Mention([i]) for i in heads], [Mention([2, heads[0]])]]
    return doc


@pytest.mark.parametrize("component", ["made_clusters", "made_chains"])
def test_its_chains_are_followed(component: str) -> None:
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.add_pipe(component)
    nlp.add_pipe("triplewire")
    found = {(s.subject, s.relation, s.object_text) for s in nlp(TEXT)._.statements}
    assert ("Norland Shipping", "sue", "the harbour") in found
    assert ("Norland Shipping", "win", "the case") in found


def test_without_one_nothing_of_it_is_assumed() -> None:
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.add_pipe("triplewire")
    subjects = {s.subject for s in nlp(TEXT)._.statements if s.relation == "sue"}
    assert subjects == {"The veteran of the trade"}
