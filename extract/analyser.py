"""From articles to analyses: the one place where the parts of extraction meet."""

from __future__ import annotations

from contextlib import nullcontext
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from ..ontology.model import Analysis, Article, Block
from ..ontology.registry import Registry
from ..ontology.vocabulary import Vocabulary
from . import lean, parsing  # noqa: F401 (lean comes before all that imports spaCy)
from .cast.cast import cast_of
from .copies import Copies
from .inference import one_thread
from .pipeline import DEFAULT_MODEL, load, make_docs
from .reading.fields import clean
from .reading.turns import Turns
from .stance.attribution import Attributor
from .statements import Reader
from .syntax.lemmas import Lemmatizer
from .syntax.repair import repair
from .syntax.tree import trees
from .triples.confidence import default_weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from ..ontology.model import Statement
    from .syntax.tree import Tree

#: Articles that are parsed together; larger batches take more memory, the result is the same.
BATCH = 16
#: Words that the model keeps for good: known ones are quick to tokenize, and memory stays bounded all the same.
KEPT_WORDS = 10_000
#: Sentences that are parsed together where each line is a document of its own.
LINE_BATCH = 128


class Analyser:
    """Reads articles with one model, registry and vocabulary; what is not given is loaded when first needed.

    Raises UsageError where the model is not installed, DataFileError where a registry or vocabulary file is not sound.
    """

    def __init__(
        self,
        model: str = DEFAULT_MODEL,
        registry: Registry | None = None,
        vocabulary: Vocabulary | None = None,
        nlp: Language | None = None,
    ) -> None:
        self.model = model
        self.registry = registry or Registry.load()
        self.vocabulary = vocabulary or Vocabulary.load()
        self._nlp = nlp
        self._copies = Copies()

    @cached_property
    def nlp(self) -> Language:
        """The spaCy pipeline."""
        return self._nlp or load(self.model)

    @cached_property
    def _lemmatizer(self) -> Lemmatizer:
        return Lemmatizer.of(self.nlp)

    def analyse(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        """One analysis an article, in order. Memory does not grow with their number; copies are read once."""
        stream = iter(articles)
        while chunk := list(islice(stream, BATCH)):
            yield from self._copies.analyse(chunk, self._fresh)

    def _fresh(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        return (self.read(article, found) for article, found in self.parsed(articles))

    def parsed(
        self, articles: Iterable[Article], batch: int = BATCH, *, one_sentence: bool = False
    ) -> Iterator[tuple[Article, list[Tree]]]:
        """Articles with their sentences as trees, mended. What spaCy allocates for a batch is freed with it.

        The words of the first batches are kept.
        """
        stream = iter(articles)
        while chunk := list(islice(stream, batch)):
            found: list[list[Tree]] = [[] for _ in chunk]
            zone = nullcontext() if len(self.nlp.vocab) < KEPT_WORDS else self.nlp.memory_zone()
            with zone, one_thread():
                docs = ((d, n) for n, a in enumerate(chunk) for d in make_docs(self.nlp, a, one_sentence=one_sentence))
                # Matrices are quick that fit into the processor's cache; the parser's are small, and wait for company.
                sizes = {name: {"batch_size": 4 * batch} for name in ("parser", parsing.FACTORY)}
                for doc, n in self.nlp.pipe(docs, as_tuples=True, batch_size=max(1, batch // 4), component_cfg=sizes):
                    found[n].extend(map(repair, trees(doc, self._lemmatizer)))
            yield from zip(chunk, found, strict=True)

    def read(self, article: Article, found: list[Tree]) -> Analysis:
        """What the sentences of one article say."""
        reader = self._reader(found, article.iri, article.published, Turns(article.text, article.blocks))
        return Analysis(article, tuple(reader.all(found)), reader.cast.mentions, reader.cast.entities)

    def sentences(self, lines: Iterable[str]) -> Iterator[Statement]:
        """Statements of texts that are one sentence a line; `line` counts from 1, `article` is null."""
        texts = ((n, clean(line).strip()) for n, line in enumerate(lines, 1))
        articles = (_line(n, text) for n, text in texts if text)
        for article, found in self.parsed(articles, LINE_BATCH, one_sentence=True):
            yield from self._reader(found).all(found, line=int(article.iri.removeprefix("line:")))

    def statements_of(self, doc: Doc) -> list[Statement]:
        """Statements of a Doc that some spaCy pipeline has parsed."""
        found = [repair(tree) for tree in trees(doc, self._lemmatizer)]
        return list(self._reader(found).all(found))

    def _reader(
        self, found: list[Tree], article: str | None = None, published: str | None = None, turns: Turns | None = None
    ) -> Reader:
        return Reader(
            article=article,
            published=published,
            cast=cast_of(found, article or "", self.registry),
            sources=Attributor(found),
            vocabulary=self.vocabulary,
            weights=default_weights(),
            turns=turns or Turns("", ()),
        )


def _line(number: int, text: str) -> Article:
    return Article(iri=f"line:{number}", text=text, blocks=(Block(0, len(text), "body"),))
