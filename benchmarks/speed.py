#!/usr/bin/env python3
"""How Triplewire's time compares with the bare parser's, on the same texts in the same run.

    python benchmarks/speed.py [ARTICLES …]     default: the shipped samples, ten times; a real collection says more

Prints two tables. The first has wall-clock seconds and their ratio to bare `list(nlp.pipe(texts))`, the whole model as
spaCy loads it: `triplewire build` from files to a graph on disk, start-up included, with one process and with two, and
the peak memory of the largest process of each. The second has processor seconds of each part of extraction and their
share of the bare pipeline's processor seconds. Other work on the machine falsifies the first more than the second.
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
from triplewire.builder import KEEP_ABOVE
from triplewire.extract.analyser import Analyser
from triplewire.extract.cast.cast import Cast, cast_of
from triplewire.extract.pipeline import DEFAULT_MODEL
from triplewire.extract.reading.articles import read_articles
from triplewire.extract.stance.attribution import Attributor
from triplewire.extract.stance.factuality import stance
from triplewire.extract.stance.place import where
from triplewire.extract.stance.time import when
from triplewire.extract.statements import stance_bearer
from triplewire.extract.triples.confidence import confidence, default_weights
from triplewire.extract.triples.extractors import triples_of_mended
from triplewire.graph.encode import encode
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


def build(paths: list[str], workers: int) -> tuple[float, int]:
    """Wall-clock seconds of a build, and the MiB that its largest process needed."""
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
        return taken, used.ru_maxrss // MIB


def bare(texts: list[str]) -> tuple[float, float, int]:
    """Wall-clock and processor seconds, and words, of the whole model's own pipe, loading not counted."""
    nlp = spacy.load(DEFAULT_MODEL)
    start, busy = time.perf_counter(), time.process_time()
    docs = list(nlp.pipe(texts))
    return time.perf_counter() - start, time.process_time() - busy, sum(map(len, docs))


def extract(clock: Clock, analyser: Analyser, article: Article, trees: list[Tree]) -> None:
    """Takes one article through each part by itself, and through all of them as `build` does."""
    weights = default_weights()
    with clock.of("identity (cast)"):
        cast = cast_of(trees, article.iri, analyser.registry)
    with clock.of("triples and confidence"):
        found = [triples_of_mended(tree) for tree in trees]
        for tree, triples in zip(trees, found, strict=True):
            for triple in triples:
                confidence(tree, triple, weights)
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
        encode(analysis, keep_above=KEEP_ABOVE)


def _is_place(cast: Cast, sentence: int, head: int) -> bool:
    return _type(cast, sentence, head) in ("Place", "Country")


def _type(cast: Cast, sentence: int, head: int) -> str:
    entity = cast.at(sentence, head)
    return entity.type if entity else PHRASE


def main(paths: list[str]) -> None:
    """Measure and print."""
    given = paths or [str(SAMPLES)] * 10
    articles = list(read_articles(given, on_error=lambda e: print(e, file=sys.stderr)))
    one, one_memory = build(given, 1)  # while this process is small: what it starts counts its memory as its own
    two, two_memory = build(given, 2)
    base, busy, words = bare([a.text for a in articles])
    print(f"{len(articles)} articles, {words} words, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    print(f"{'wall clock':30} {'seconds':>8} {'ratio':>6} {'MiB':>6}")
    print(f"{'bare list(nlp.pipe(texts))':30} {base:8.1f} {1:6.2f}")
    print(f"{'build --workers 1':30} {one:8.1f} {one / base:6.2f} {one_memory:6}")
    print(f"{'build --workers 2':30} {two:8.1f} {two / base:6.2f} {two_memory:6}   {one / two:.2f} times one worker")

    clock, analyser = Clock(), Analyser()
    analyser.nlp  # noqa: B018 (loads it)
    with clock.of("our parse"):
        parsed = list(analyser.parsed(articles))
    for article, trees in parsed:
        extract(clock, analyser, article, trees)
    print(f"\n{'processor time':30} {'seconds':>8} {'share':>6}")
    print(f"{'bare list(nlp.pipe(texts))':30} {busy:8.1f} {1:6.1%}")
    for part, seconds in clock.seconds.items():
        print(f"{part:30} {seconds:8.1f} {seconds / busy:6.1%}")


if __name__ == "__main__":
    main(sys.argv[1:])
