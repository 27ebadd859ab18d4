#!/usr/bin/env python3
"""How the memory of a build grows with its articles: peaks of builds of few and of many, side by side.

    python benchmarks/memory.py [COUNTS [ARTICLES …]]      default: 1000,10000 of the shipped samples

Makes so many articles of two paragraphs, drawn from those of the given articles (a real collection says more), and
builds them with one worker and with two, each time in a process of its own. Prints the peak of the largest process in
MiB: with one worker that is the only one; with two it may be one of the workers, or the process that stores.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
COUNTS = (1_000, 10_000)
SHORTEST = 80  # characters of what counts as a paragraph
_PARAGRAPHS = """
import json, sys
from triplewire.extract.reading.articles import read_articles
read = read_articles(sys.argv[1:], on_error=lambda e: print(e, file=sys.stderr))
print(json.dumps([part for article in read for part in article.text.split("\\n\\n")]))
"""


def paragraphs(paths: list[str]) -> list[str]:
    """The paragraphs of articles; read by a process of its own, as what is started from here begins with its memory."""
    told = subprocess.run([sys.executable, "-c", _PARAGRAPHS, *paths], stdout=subprocess.PIPE, check=True).stdout
    return [part for part in json.loads(told) if len(part) > SHORTEST]


def write(path: Path, parts: list[str], count: int) -> None:
    """Writes so many articles of two paragraphs; the first of many are those of few."""
    at = random.Random(1)
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            day = f"2024-12-{1 + number % 28:02}"
            article = {"id": str(number), "text": "\n\n".join(at.sample(parts, 2)), "published": day}
            file.write(json.dumps(article) + "\n")


def build(path: Path, graph: Path, workers: int) -> int:
    """The peak memory, in MiB, of the largest process of a build."""
    command = ["-m", "triplewire", "build", str(path), "--graph", str(graph), "--workers", str(workers)]
    process = subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return used.ru_maxrss >> 10


def main(counts: list[int], paths: list[str]) -> None:
    """Measure and print."""
    parts = paragraphs(paths)
    for workers in (1, 2):
        peaks = []
        for count in counts:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "articles.jsonl"
                write(path, parts, count)
                peaks.append(build(path, Path(folder) / "graph", workers))
            grown = peaks[-1] / peaks[0] - 1
            print(f"{count:7} articles, {workers} workers: {peaks[-1]:4} MiB ({grown:+.1%})", flush=True)


if __name__ == "__main__":
    main([int(n) for n in sys.argv[1].split(",")] if sys.argv[1:] else list(COUNTS), sys.argv[2:] or [str(SAMPLES)])
