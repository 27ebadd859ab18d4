#!/usr/bin/env python3
"""How Triplewire's time compares with the bare parser's, on the same texts in the same run.

    python benchmarks/speed.py [ARTICLES …]     default: the shipped samples, ten times; a real collection says more

Prints three tables. The first has seconds by the clock and by the processor, and their ratios to bare
`list(nlp.pipe(texts))`, the whole model as spaCy loads it: `triplewire build` from files to a graph on disk, start-up
included, with one process and with two, and the peak memory of the largest process of each. The second has processor
seconds of each part of the parse, spaCy's own beside ours, and the third those of each part of a build, with their
shares of the bare pipeline's. Other work on the machine falsifies the clock more than the processor's seconds.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from triplewire.builder import KEEP_ABOVE, STORED_TOGETHER
from triplewire.extract.analyser import BATCH, Analyser
from triplewire.extract.cast.cast import Cast, cast_of
from triplewire.extract.inference import one_thread
from triplewire.extract.parsing import Parser
from triplewire.extract.pipeline import DEFAULT_MODEL, make_docs
from triplewire.extract.reading.articles import read_articles
from triplewire.extract.recognition import Recognizer
from triplewire.extract.stance.attribution import Attributor
from triplewire.extract.stance.factuality import stance
from triplewire.extract.stance.place import where
from triplewire.extract.stance.time import when
from triplewire.extract.statements import stance_bearer
from triplewire.extract.triples.confidence import LEAST_PROBABLE, confidence, default_weights
from triplewire.extract.triples.extractors import triples_of_mended
from triplewire.graph.encode import Encoded, encode
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.model import PHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplewire.extract.syntax.tree import Tree
    from triplewire.ontology.model import Article

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
MIB = 1024  # of ru_maxrss, which counts KiB


class Clock:
    """Adds up the processor seconds of named parts."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def of(self, part: str) -> Iterator[None]:
        """Adds what the block takes to a part."""
        start = time.process_time()
        yield
        self.seconds[part] += time.process_time() - start


def build(paths: list[str], workers: int) -> tuple[float, float, int]:
    """Wall-clock and processor seconds of a build, and the MiB that its largest process needed."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "triplewire", "build", *paths, "--graph", f"{folder}/graph"]
        start = time.perf_counter()
        process = subprocess.Popen(
            [*command, "--workers", str(workers)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, status, used = os.wait4(process.pid, 0)
        taken = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        return taken, used.ru_utime + used.ru_stime, used.ru_maxrss // MIB


def bare(texts: list[str]) -> tuple[float, float, int]:
    """Wall-clock and processor seconds, and words, of the whole model's own pipe, loading not counted."""
    nlp = spacy.load(DEFAULT_MODEL)
    start, busy = time.perf_counter(), time.process_time()
    docs = list(nlp.pipe(texts))
    return time.perf_counter() - start, time.process_time() - busy, sum(map(len, docs))


def spacy_parts(texts: list[str]) -> dict[str, float]:
    """Processor seconds of each component of the whole model, as spaCy batches."""
    clock, nlp = Clock(), spacy.load(DEFAULT_MODEL)
    with clock.of("tokenizer"):
        docs = [nlp.make_doc(text) for text in texts]
    for name, component in nlp.pipeline:
        with clock.of(name):
            docs = list(component.pipe(docs, batch_size=nlp.batch_size))
    return clock.seconds


def our_parts(analyser: Analyser, articles: list[Article]) -> dict[str, float]:
    """The same of the pipeline as the analyser has it, and as it batches."""
    clock, nlp = Clock(), analyser.nlp
    with one_thread():
        for n in range(0, len(articles), BATCH):
            with clock.of("tokenizer"):
                docs = [doc for article in articles[n : n + BATCH] for doc in make_docs(nlp, article)]
            for name, component in nlp.pipeline:
                parses = isinstance(component, Parser)
                with clock.of("parser" if parses else "ner" if isinstance(component, Recognizer) else name):
                    docs = list(component.pipe(docs, batch_size=4 * BATCH if parses else BATCH // 4))
    return clock.seconds


def extract(clock: Clock, analyser: Analyser, article: Article, trees: list[Tree]) -> Encoded:
    """Takes one article through each part by itself, and through all of them as `build` does; gives its graph."""
    weights = default_weights()
    with clock.of("identity (cast)"):
        cast = cast_of(trees, article.iri, analyser.registry)
    with clock.of("triples and confidence"):
        found = [triples_of_mended(tree) for tree in trees]
        for tree, triples in zip(trees, found, strict=True):
            for triple in triples:
                confidence(tree, triple, triples, weights)
    with clock.of("stance, source, time, place"):
        sources = Attributor(trees)
        for n, tree in enumerate(trees):
            for bearer in {stance_bearer(tree, triple) for triple in found[n]}:
                stance(tree, bearer)
                sources.source(n, bearer)
                when(tree, bearer, article.published)
                where(tree, bearer, partial(_is_place, cast, n))
    with clock.of("vocabulary"):
        for n, tree in enumerate(trees):
            for t in found[n]:
                kinds = [_type(cast, n, head) for head in (t.subject_head, t.object_head)]
                if t.turned:
                    kinds.reverse()
                head = tree.lemma(t.subject_head if t.turned else t.object_head)
                analyser.vocabulary.classify(t.lemma, subject_type=kinds[0], object_type=kinds[1], object_head=head)
    with clock.of("all of these, as statements"):
        analysis = analyser.read(article, trees)
    with clock.of("encode"):
        return encode(analysis, keep_above=KEEP_ABOVE, least_probable=LEAST_PROBABLE)


def _is_place(cast: Cast, sentence: int, head: int) -> bool:
    return _type(cast, sentence, head) in ("Place", "Country")


def _type(cast: Cast, sentence: int, head: int) -> str:
    entity = cast.at(sentence, head)
    return entity.type if entity else PHRASE


def store(encoded: list[Encoded]) -> None:
    """Puts articles into a new graph on disk, as many together as a build does."""
    with tempfile.TemporaryDirectory() as folder, KnowledgeGraph.open(f"{folder}/graph") as graph:
        for n in range(0, len(encoded), STORED_TOGETHER):
            graph.load(encoded[n : n + STORED_TOGETHER])


def main(paths: list[str]) -> None:
    """Measure and print."""
    clock = Clock()
    given = paths or [str(SAMPLES)] * 10
    with clock.of("files to articles"):
        articles = list(read_articles(given, on_error=lambda e: print(e, file=sys.stderr)))
    # Builds come first, while this process is small: what it starts counts its memory as its own.
    builds = {workers: build(given, workers) for workers in (1, 2)}
    base, busy, words = bare([a.text for a in articles])
    print(f"{len(articles)} articles, {words} words, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    print(f"{'':30} {'clock':>8} {'ratio':>6} {'processor':>10} {'ratio':>6} {'MiB':>6}")
    print(f"{'bare list(nlp.pipe(texts))':30} {base:8.1f} {1:6.2f} {busy:10.1f} {1:6.2f}")
    for workers, (taken, used, memory) in builds.items():
        name = f"build --workers {workers}"
        print(f"{name:30} {taken:8.1f} {taken / base:6.2f} {used:10.1f} {used / busy:6.2f} {memory:6}")
    print(f"two workers by the clock: {builds[1][0] / builds[2][0]:.2f} times as fast as one")

    with clock.of("registry, vocabulary, model"):
        analyser = Analyser()
        analyser.nlp  # noqa: B018 (loads it)
    theirs, ours = spacy_parts([a.text for a in articles]), our_parts(analyser, articles)
    print(f"\n{'processor time':30} {'spaCy':>8} {'ours':>8}")
    for part, seconds in theirs.items():
        print(f"{part:30} {seconds:8.1f} {ours.get(part, 0):8.1f}")

    with clock.of("our parse, trees and mends"):
        parsed = list(analyser.parsed(articles))
    encoded = [extract(clock, analyser, article, trees) for article, trees in parsed]
    with clock.of("store"):
        store(encoded)
    print(f"\n{'processor time':30} {'seconds':>8} {'share':>6}")
    print(f"{'bare list(nlp.pipe(texts))':30} {busy:8.1f} {1:6.1%}")
    for part, seconds in clock.seconds.items():
        print(f"{part:30} {seconds:8.1f} {seconds / busy:6.1%}")


if __name__ == "__main__":
    main(sys.argv[1:])
