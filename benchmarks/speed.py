#!/usr/bin/env python3
"""How Triplewire's time compares with the bare parser's, on the same texts in the same run.

    python benchmarks/speed.py [ARTICLES …]     default: the shipped samples; pass real articles to judge by

Prints words, seconds and ratios: bare `list(nlp.pipe(texts))` of the whole model; reading to graph on disk with one
process and with two; extraction alone (everything after the parse) as a share of the bare pipeline; peak memory.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import spacy
from triplewire.extract.analyser import Analyser
from triplewire.extract.pipeline import DEFAULT_MODEL
from triplewire.extract.reading.articles import read_articles

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def seconds_of(command: list[str]) -> float:
    """Wall-clock seconds that a command takes, from start to end."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def bare(texts: list[str]) -> tuple[float, int]:
    """Seconds and words of the whole model's own pipe, loading not counted."""
    nlp = spacy.load(DEFAULT_MODEL)
    start = time.perf_counter()
    docs = list(nlp.pipe(texts))
    return time.perf_counter() - start, sum(map(len, docs))


def main(paths: list[str]) -> None:
    """Measure and print."""
    articles = list(read_articles(paths or [str(SAMPLES)], on_error=lambda e: print(e, file=sys.stderr)))
    base, words = bare([a.text for a in articles])
    print(f"{len(articles)} articles, {words} words")
    print(f"bare list(nlp.pipe(texts))       {base:7.1f} s  1.00")
    analyser = Analyser()
    start = time.perf_counter()
    parsed = list(analyser.parsed(articles))
    parse = time.perf_counter() - start
    start = time.perf_counter()
    for article, trees in parsed:
        analyser.read(article, trees)
    extraction = time.perf_counter() - start
    print(f"our parse (no lemmas, no rules)  {parse:7.1f} s  {parse / base:.2f}")
    print(f"everything after the parse       {extraction:7.1f} s  {extraction / base:.2f}")
    one = 0.0
    for workers in (1, 2):
        with tempfile.TemporaryDirectory() as folder:
            build = [sys.executable, "-m", "triplewire", "build", *(paths or [str(SAMPLES)])]
            taken = seconds_of([*build, "--graph", f"{folder}/graph", "--workers", str(workers)])
        one = one or taken
        print(f"build --workers {workers}                {taken:7.1f} s  {taken / base:.2f}")
    print(f"two workers                      {one / taken:7.2f} times as fast as one")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of a build process   {peak:7.0f} MiB")


if __name__ == "__main__":
    main(sys.argv[1:])
