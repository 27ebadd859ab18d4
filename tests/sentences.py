"""Single sentences in tests, without the rest of the analysis: their trees and what is extracted from them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from triplewire.extract.inference import one_thread
from triplewire.extract.pipeline import load, make_docs
from triplewire.extract.syntax.lemmas import Lemmatizer
from triplewire.extract.syntax.tree import Tree, trees
from triplewire.extract.triples.extractors import triples
from triplewire.ontology.model import Article, Block

if TYPE_CHECKING:
    from spacy.language import Language
    from triplewire.extract.triples.triple import Triple


@cache
def nlp() -> tuple[Language, Lemmatizer]:
    """The spaCy pipeline and its lemmatizer."""
    model = load()
    return model, Lemmatizer.of(model)


def parse(text: str, *, one_sentence: bool = False) -> list[Tree]:
    """The sentences of a text, as the parser left them."""
    model, lemmatizer = nlp()
    article = Article(iri="urn:test", text=text, blocks=(Block(0, len(text), "body"),) if text else ())
    docs = make_docs(model, article, one_sentence=one_sentence)
    with one_thread():
        return [tree for doc in docs for tree in trees(model(doc), lemmatizer)]


def tree_of(text: str) -> Tree:
    """The tree of a text that is one sentence."""
    (tree,) = parse(text, one_sentence=True)
    return tree


def statements(text: str) -> list[str]:
    """What is extracted from one sentence, as "subject | relation | object"."""
    tree = tree_of(text)
    return [shown(tree, t) for t in triples(tree)]


def shown(tree: Tree, t: Triple) -> str:
    """A triple as "subject | relation | object"."""
    relation = " ".join(["is"] * t.unspoken + [tree.words_of(t.relation)] * bool(t.relation))
    return " | ".join((tree.words_of(t.subject), relation, tree.words_of(t.object)))
