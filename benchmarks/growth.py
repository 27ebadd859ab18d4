#!/usr/bin/env python3
"""How the graph's work grows with the graph: from ten thousand statements to a million, beside the bare engines.

    python benchmarks/growth.py FOLDER [STATEMENTS …]      default: 10000 100000 1000000; FOLDER takes the graphs
    python benchmarks/growth.py --draw                     the picture docs/growth.png anew, from docs/growth.tsv

Makes the archives of `benchmarks/archive.py`, does each piece of work in a process of its own, and writes processor
seconds (of all threads) and peak memory to docs/growth.tsv, where what stands already is kept, and the picture. What it
is compared with, in the same run: loading, with one bulk load of the same quads by bare pyoxigraph, which keeps no
article whole; a question, with its SPARQL text given to pyoxigraph and its rows read; `to_networkx` and `view`, with a
bare NetworkX graph made of the rows of one query for the claims' subject, relation and object; `resolve`, with bare
pyoxigraph reading the names, classes and mentions that it goes by. What takes more than LIMIT
seconds of the processor, a question more than PATIENCE, is ended and counted as that.
"""

from __future__ import annotations

import csv
import io
import json
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import networkx as nx
import pyoxigraph as ox
from archive import archive, load
from triplewire import KnowledgeGraph
from triplewire.graph import terms as t
from triplewire.graph.encode import encode
from triplewire.graph.filters import Filter
from triplewire.graph.sparql import canned, canned_queries, filled
from triplewire.graph.writing import _trig

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DOCS = Path(__file__).resolve().parent.parent / "docs"
TABLE, PICTURE = DOCS / "growth.tsv", DOCS / "growth.png"
SIZES = (10_000, 100_000, 1_000_000)
LIMIT, PATIENCE = 7_200, 60
#: An actor that is spoken of everywhere, and one that few articles know: ranks of the archive's names.
KNOWN, RARE = "Be Bend", "Ga Gand"
GIVEN = {"actor": KNOWN, "other": "Bi Birs", "date": "2022-01", "since": "2022-01", "until": "2022-02", "number": "2"}
_CLAIMS = f"SELECT ?s ?p ?o {{ ?c <{t.SUBJECT}> ?s ; <{t.PREDICATE}> ?p ; <{t.OBJECT}> ?o FILTER(isIRI(?o)) }}"
_NAMES = (t.TYPE, t.LABEL, t.ALT_LABEL, t.COUNTRY, t.DENOTED_BY)


def ours(work: str, folder: str, statements: int) -> float:
    """Does a piece of work with Triplewire; gives processor seconds that were not its own (making what it works on)."""
    if work == "load":
        return _load(folder, statements)
    with KnowledgeGraph.open(folder, read_only=work != "resolve") as kg:
        if work.startswith("ask "):
            kg.ask(work[4:], **_parameters(work[4:]))
        else:
            _WORK[work](kg)
    return 0.0


_WORK: dict[str, Callable[[KnowledgeGraph], Any]] = {
    "to_networkx": lambda kg: kg.to_networkx(),
    "view": lambda kg: kg.view("/dev/null"),
    "view --around": lambda kg: kg.view("/dev/null", Filter(around=KNOWN)),
    "statements --actor": lambda kg: kg.statements(Filter(actors=(RARE,))),
    "entities": lambda kg: kg.entities(),
    "stats": lambda kg: kg.stats(),
    "resolve": lambda kg: kg.resolve(),
}


def bare(work: str, folder: str, statements: int) -> float:
    """The same, as near as it comes, with the bare engine; nothing where there is no such thing."""
    if work == "load":
        return _load_bare(f"{folder}-bare", statements)
    store = ox.Store.read_only(folder)
    if work.startswith("ask "):
        for row in cast(
            "Any", store.query(filled(store, canned(work[4:]), _parameters(work[4:])), prefixes=t.PREFIXES)
        ):
            tuple(row)
    elif work in ("to_networkx", "view"):
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for s, p, o in cast("Any", store.query(_CLAIMS)):
            graph.add_edge(s.value, o.value, relation=p.value)
    elif work == "resolve":
        for name in _NAMES:
            for quad in store.quads_for_pattern(None, ox.NamedNode(name), None, None):
                _ = quad.subject, quad.object, quad.graph_name
    else:
        sys.exit(3)
    return 0.0


def _parameters(name: str) -> dict[str, str]:
    return {p.name: GIVEN[p.name if p.name in GIVEN else p.type] for p in canned(name).parameters if not p.optional}


def _load(folder: str, statements: int) -> float:
    spent, start = 0.0, time.process_time()
    with KnowledgeGraph.open(folder) as kg:
        known = kg.load

        def clocked(batch: Any, **more: Any) -> None:
            nonlocal spent, start
            spent += time.process_time() - start
            known(batch, **more)
            start = time.process_time()

        kg.load = clocked  # type: ignore[method-assign]
        for _ in load(kg, statements):
            pass
    return spent


class _Text(io.RawIOBase):
    """The archive as one TriG document, made as it is read; knows what the making took."""

    def __init__(self, statements: int) -> None:
        self.spent = 0.0
        self._parts = (_trig(encode(analysis), None).encode() for analysis in archive(statements))
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        start = time.thread_time()
        if not self._rest:
            self._rest = next(self._parts, b"")
        given, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(given)] = given
        self.spent += time.thread_time() - start
        return len(given)


def _load_bare(folder: str, statements: int) -> float:
    shutil.rmtree(folder, ignore_errors=True)
    text = _Text(statements)
    store = ox.Store(folder)
    store.bulk_load(io.BufferedReader(text), ox.RdfFormat.TRIG, lenient=True)
    store.flush()
    del store
    shutil.rmtree(folder)
    return text.spent


def measured(side: str, work: str, folder: str, statements: int) -> tuple[float, int] | None:
    """Processor seconds and peak MiB of a piece of work in its own process; None where there is no such thing."""
    command = [sys.executable, __file__, f"--{side}", work, folder, str(statements)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode == -signal.SIGXCPU:
        return float(_limit(work)), 0
    if done.returncode == 3:
        return None
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, command)
    seconds, memory = json.loads(done.stdout)
    return seconds, memory


def _limit(work: str) -> int:
    return PATIENCE if work.startswith("ask ") else LIMIT


def rows(folder: Path, sizes: list[int], known: set[tuple[str, str]]) -> Iterator[list[str]]:
    """Measures all that is not known yet; a row a piece of work and size."""
    works = ["load", *(f"ask {query.name}" for query in canned_queries()), *_WORK]
    for work, size in ((work, size) for size in sizes for work in works if (work, str(size)) not in known):
        at = str(folder / str(size))
        if work == "load":
            shutil.rmtree(at, ignore_errors=True)
        elif not Path(at).exists():
            measured("ours", "load", at, size)
        found = [measured(side, work, at, size) for side in ("ours", "bare")]
        yield [work, str(size), *(text for pair in found for text in _texts(pair))]


def _texts(pair: tuple[float, int] | None) -> tuple[str, str]:
    return ("", "") if pair is None else (f"{pair[0]:.3f}", str(pair[1]))


def draw() -> None:
    """The picture: processor seconds over statements, both axes by powers of ten."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "triplewire"
    from matplotlib import pyplot as plt

    with TABLE.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file, delimiter="\t"))
    shown = [["load", "to_networkx", "view", "resolve", "entities", "stats"], []]
    asked = sorted({row["work"] for row in table if row["work"].startswith("ask ")})
    largest = max(int(row["statements"]) for row in table)
    last = {row["work"]: float(row["seconds"]) for row in table if int(row["statements"]) == largest}
    shown[1] = [*sorted(asked, key=lambda work: -last.get(work, 0))[:8], "statements --actor", "view --around"]
    figure, axes = plt.subplots(1, 2, figsize=(13, 5.5), sharex=True)
    for axis, works, title in zip(
        axes,
        shown,
        ("what reads or writes all of it", "questions, the slowest eight, and views of one actor"),
        strict=True,
    ):
        for number, work in enumerate(works):
            points = sorted((int(r["statements"]), float(r["seconds"]), r["bare"]) for r in table if r["work"] == work)
            axis.plot([p[0] for p in points], [max(p[1], 0.001) for p in points], "o-", color=f"C{number}", label=work)
            beside = [(p[0], max(float(p[2]), 0.001)) for p in points if p[2]]
            if beside and axis is axes[0]:
                axis.plot(*zip(*beside, strict=True), "x:", color=f"C{number}")
        axis.set(xscale="log", yscale="log", title=title, xlabel="statements", ylabel="processor seconds")
        axis.grid(alpha=0.3)
        axis.legend(fontsize=8)
    axes[0].plot([], [], "x:", color="grey", label="the bare engine")
    axes[0].legend(fontsize=8)
    figure.tight_layout()
    figure.savefig(PICTURE, dpi=90, metadata={"Software": None})


def main(arguments: list[str]) -> None:
    """Measures and draws; or does one piece of work and prints what it took."""
    if arguments[:1] == ["--draw"]:
        draw()
    elif arguments[0].startswith("--"):
        side, work, folder, statements = arguments
        resource.setrlimit(resource.RLIMIT_CPU, (_limit(work), _limit(work) + 5))
        start = time.process_time()
        spent = {"--ours": ours, "--bare": bare}[side](work, folder, int(statements))
        taken = time.process_time() - start - spent
        print(json.dumps([taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10]))
    else:
        folder, sizes = Path(arguments[0]), list(map(int, arguments[1:])) or list(SIZES)
        folder.mkdir(parents=True, exist_ok=True)
        if not TABLE.exists():
            TABLE.write_text("work\tstatements\tseconds\tMiB\tbare\tbare MiB\n", encoding="utf-8")
        with TABLE.open("r+", encoding="utf-8", newline="") as file:
            known = {(row["work"], row["statements"]) for row in csv.DictReader(file, delimiter="\t")}
            for row in rows(folder, sizes, known):
                print(*row, sep="\t", file=file, flush=True)
                print(*row, sep="\t", flush=True)
        draw()


if __name__ == "__main__":
    main(sys.argv[1:])
