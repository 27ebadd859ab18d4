"""Triplewire as a part of anybody's spaCy pipeline: `nlp.add_pipe("triplewire")`, then `doc._.statements`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from .analyser import Analyser

if TYPE_CHECKING:
    from ..ontology.model import Statement


class TriplewireComponent:
    """Sets `doc._.statements` from the parse, the tags and the entities that the pipes before it have left."""

    def __init__(self, nlp: Language) -> None:
        self._analyser = Analyser(nlp=nlp)
        if not Doc.has_extension("statements"):
            Doc.set_extension("statements", default=())

    def __call__(self, doc: Doc) -> Doc:
        statements: tuple[Statement, ...] = tuple(self._analyser.statements_of(doc))
        doc._.statements = statements
        return doc


@Language.factory("triplewire", assigns=["doc._.statements"], requires=["token.dep", "token.tag", "doc.ents"])
def make_component(nlp: Language, name: str) -> TriplewireComponent:
    """The factory that spaCy finds by the package's entry point; no import of Triplewire is needed."""
    return TriplewireComponent(nlp)
