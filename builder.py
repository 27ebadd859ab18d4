"""Articles in, a graph on disk out: reads, extracts, encodes and stores, in one process or in several."""

from __future__ import annotations

import time
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from . import __version__
from .cluster import clustered
from .extract.reading.articles import read_articles
from .extract.triples.confidence import LEAST_PROBABLE, THRESHOLD
from .graph.encode import Encoded, encode
from .graph.store import KnowledgeGraph
from .graph.writing import BULK_FROM
from .machine.memory import give_back, one_heap
from .machine.processes import shared
from .ontology.errors import ArticleError, StoreError, TriplewireError
from .ontology.iri import DATA, digest
from .ontology.model import Article, Block

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import TypeVar

    from .extract.analyser import Analyser
    from .ontology.model import Analysis

    Made = TypeVar("Made")

#: Statements whose confidence is lower than this are not stored, nor those whose words were parsed with less
#: probability than `LEAST_PROBABLE`.
KEEP_ABOVE = THRESHOLD
DEFAULT_GRAPH = Path("output/graph")
#: Articles that go to a worker together; a chunk ends earlier when it has so many characters, and towards the end of
#: all articles chunks are smaller, so that no worker is long at work when the others have nothing left to do.
CHUNK = 16
CHUNK_CHARACTERS = 200_000
#: Articles that are stored together at most; with fewer the store takes longer, with more an interruption loses more.
STORED_TOGETHER = 32
#: What is stored together is so many articles of so many bytes of triples: a bulk load holds some fifty times those
#: bytes. A process that analyses as well has less room for them.
_FULL = ((STORED_TOGETHER, 0), (1, 8_000_000))
_FULL_ALONE = ((STORED_TOGETHER, 0), (STORED_TOGETHER // 2, 1_000_000), (1, 4_000_000))
#: What an analyser reads first, before there are articles.
_FIRST = "Anna Smith visited Springfield, she said."
#: Bytes of triples after which the graph's folder is opened anew: Oxigraph holds more and more of what it has written.
RENEWED_AFTER = 16_000_000


class Analyses(Protocol):
    """What finds statements in articles: `Analyser`, or something like it."""

    def analyse(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        """One analysis an article, in order."""


class Recipe(Protocol):
    """How each process makes its own analyser. Hashable, and able to travel to another process."""

    def analyser(self) -> Analyses:
        """A new analyser."""

    def __hash__(self) -> int:
        """Equal recipes are one."""


@dataclass(frozen=True, slots=True)
class Standard:
    """The analyser that comes with Triplewire: a spaCy model (None for the default), further actors and relations."""

    model: str | None = None
    registry: tuple[Path, ...] = ()
    vocabulary: tuple[Path, ...] = ()

    def analyser(self) -> Analyser:
        """Loads registry, vocabulary and model."""
        from .extract.analyser import Analyser
        from .extract.pipeline import DEFAULT_MODEL
        from .ontology.registry import Registry
        from .ontology.vocabulary import Vocabulary

        made = Analyser(self.model or DEFAULT_MODEL, Registry.load(self.registry), Vocabulary.load(self.vocabulary))
        made.nlp  # noqa: B018 (loads it)
        return made


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. `articles` and `statements` were stored, `failed` says what was not and why."""

    articles: int
    statements: int
    failed: tuple[ArticleError, ...]
    seconds: float


def build(
    paths: Sequence[str | Path] | str | Path,
    graph: KnowledgeGraph | str | Path = DEFAULT_GRAPH,
    *,
    workers: int = 1,
    cluster: str | None = None,
    model: str | None = None,
    registry: Sequence[str | Path] = (),
    vocabulary: Sequence[str | Path] = (),
    fields: Mapping[str, str] | None = None,
    progress: Callable[[], None] | None = None,
    on_error: Callable[[ArticleError], None] | None = None,
    on_article: Callable[[Article], None] | None = None,
    recipe: Recipe | None = None,
) -> BuildReport:
    """Reads articles into a graph. Each is stored whole or not at all, and replaces what the graph held of it.

    `paths` are files, folders, patterns and `-` for standard input; `graph` is a folder, or a graph that is open.
    `workers` processes share the work, or the machines of the Dask `cluster` at an address (`local`: on this machine);
    the graph is the same with any number. `registry` are Turtle files of further
    actors, `vocabulary` of further relations and words, `fields` names of JSON and CSV fields. As it goes on,
    `on_article` is called for each article read, `progress` for each one stored, `on_error` for each one that failed;
    the others go on. `recipe` takes the place of `model`, `registry` and `vocabulary`. An interrupted build leaves a
    good graph, and the same call goes on.

    Raises UsageError where a path, a field or the model does not exist, DataFileError where a registry or vocabulary
    file is not sound, StoreError where the graph cannot be written.
    """
    one_heap()
    started = datetime.now(UTC)
    clock = time.perf_counter()
    failed: list[ArticleError] = []

    def fail(error: ArticleError) -> None:
        failed.append(error)
        if on_error is not None:
            on_error(error)

    given = [paths] if isinstance(paths, str | Path) else paths
    articles = read_articles([str(path) for path in given], fields=fields, on_error=fail)
    making = recipe or Standard(model, tuple(map(Path, registry)), tuple(map(Path, vocabulary)))
    if registry or vocabulary:
        _analyser.cache_clear()  # the files may have changed since this process last built with them
    run = f"{DATA}run/{started:%Y%m%dT%H%M%SZ}-{digest(started.isoformat(), length=8)}"
    chunks = _chunks(_told(articles, on_article), workers)
    work = partial(_work, making)
    alone = not isinstance(graph, KnowledgeGraph)  # no store is open that processes would be copied with
    sharing = (
        shared("build", work, chunks, workers, partial(_get_ready, making), copied=alone) if cluster is None
        else clustered(cluster, work, chunks, workers)
    )  # fmt: skip
    # The graph is opened when the processes are there: copies should have nothing of it.
    with sharing as results, _opened(graph) as kg:
        full = _FULL_ALONE if workers <= 1 and cluster is None else _FULL
        stored = _Storing(kg, run, progress, full, renewing=kg is not graph)
        stored.all(results, fail)
        if stored.articles:
            kg.record(run, _utc(started), _utc(datetime.now(UTC)), f"triplewire {__version__}")
    return BuildReport(stored.articles, stored.statements, tuple(failed), time.perf_counter() - clock)


class _Storing:
    """Stores results as they come, several articles at a time, and counts them."""

    def __init__(
        self,
        kg: KnowledgeGraph,
        run: str,
        progress: Callable[[], None] | None,
        full: Sequence[tuple[int, int]],
        *,
        renewing: bool,
    ) -> None:
        self.articles = self.statements = 0
        self._renewing, self._bytes = renewing, 0
        self._kg, self._run, self._progress, self._full = kg, run, progress, full
        self._waiting: list[Encoded] = []

    def all(self, results: Iterable[list[Encoded | ArticleError]], fail: Callable[[ArticleError], None]) -> None:
        """Stores all of them. What is finished is stored too where something stops it."""
        try:
            for chunk in results:
                for result in chunk:
                    if isinstance(result, ArticleError):
                        fail(result)
                        continue
                    self._waiting.append(result)
                    if self._is_full():
                        self._store()
                # Towards the end chunks get smaller: what nobody is at work beside should be little.
                if len(self._waiting) >= max(BULK_FROM, 2 * len(chunk)):
                    self._store()
        except StoreError:
            raise
        except BaseException:
            self._store()
            raise
        self._store()

    def _is_full(self) -> bool:
        size = sum(len(encoded.triples) for encoded in self._waiting)
        return any(len(self._waiting) >= articles and size >= least for articles, least in self._full)

    def _store(self) -> None:
        done, self._waiting = self._waiting, []
        if self._renewing and self._bytes >= RENEWED_AFTER:
            self._bytes = 0
            self._kg.renew()
        self._kg.load(done, run=self._run)
        give_back()
        self._bytes += sum(len(encoded.triples) for encoded in done)
        for encoded in done:
            self.articles += 1
            self.statements += encoded.statements
            if self._progress is not None:
                self._progress()


@cache
def _analyser(recipe: Recipe) -> Analyses:
    """This process's analyser."""
    return recipe.analyser()


def _get_ready(recipe: Recipe) -> None:
    """Makes this process's analyser and shows it a sentence: some of its data it reads when first asked."""
    first = Article(iri=f"{DATA}article/first", text=_FIRST, blocks=(Block(0, len(_FIRST), "body"),))
    for _ in _analyser(recipe).analyse([first]):
        pass


def _work(recipe: Recipe, chunk: list[Article]) -> list[Encoded | ArticleError]:
    """The graphs of a chunk of articles, or the reason why one has none."""
    analyser = _analyser(recipe)
    made = list(attempted(lambda some: map(_encoded, analyser.analyse(some)), chunk))
    give_back()
    return made


def attempted(work: Callable[[list[Article]], Iterable[Made]], chunk: list[Article]) -> Iterator[Made | ArticleError]:
    """What `work` makes of articles, one an article: of all together or, where that fails, of each alone.

    In the place of what fails even so stands the reason. What Triplewire raises on purpose is no article's fault, and
    ends it all.
    """
    try:
        made: list[Made | ArticleError] = list(work(chunk))
    except TriplewireError:
        raise
    except Exception as e:
        alone = len(chunk) == 1
        made = [_failure(chunk[0], e)] if alone else [m for article in chunk for m in attempted(work, [article])]
    yield from made


def _encoded(analysis: Analysis) -> Encoded | ArticleError:
    try:
        return encode(analysis, keep_above=KEEP_ABOVE, least_probable=LEAST_PROBABLE)
    except ArticleError as e:
        return e


def _failure(article: Article, error: Exception) -> ArticleError:
    reason = " ".join(f"{type(error).__name__}: {error}".split())
    return ArticleError(article.path or article.iri, f"cannot be analysed ({reason})", "leave it out, or report it")


def _told(articles: Iterable[Article], on_article: Callable[[Article], None] | None) -> Iterator[Article]:
    for article in articles:
        if on_article is not None:
            on_article(article)
        yield article


def _chunks(articles: Iterable[Article], workers: int) -> Iterator[list[Article]]:
    """Articles in lists of about equal work; where they are cut depends on nothing but the articles and the workers."""
    stream = iter(articles)
    shares = 2 * workers if workers > 1 else 0
    ahead = deque(islice(stream, CHUNK * shares or 1))
    chunk: list[Article] = []
    characters = 0
    while ahead:
        size = min(CHUNK, -(-(len(chunk) + len(ahead)) // shares)) if shares else CHUNK
        chunk.append(ahead.popleft())
        ahead.extend(islice(stream, 1))
        characters += len(chunk[-1].text)
        if len(chunk) >= size or characters >= CHUNK_CHARACTERS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


@contextmanager
def _opened(graph: KnowledgeGraph | str | Path) -> Iterator[KnowledgeGraph]:
    if isinstance(graph, KnowledgeGraph):
        yield graph
        return
    with KnowledgeGraph.open(graph) as kg:
        yield kg


def _utc(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
