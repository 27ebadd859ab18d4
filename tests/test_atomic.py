"""A graph that is killed while it is written holds whole articles only, and goes on with the same command."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph as ox
from made import archive
from triplewire.graph.actors import article_iris
from triplewire.graph.encode import Encoded, encode
from triplewire.graph.store import KnowledgeGraph

KILLS = 15
ARTICLES = 40
#: Steps that the plan has; more than the kills leave time for.
STEPS = 10_000

Held = dict[str, str]  # article → its N-Triples


def editions() -> list[list[Encoded]]:
    """The same articles in two editions."""
    return [[encode(a) for a in archive(ARTICLES, seed=seed, statements=12)] for seed in (0, 1)]


def step(number: int, known: list[list[Encoded]]) -> tuple[list[Encoded], list[str]]:
    """What is added (or replaced) and what is removed in a step: a function of its number."""
    at = random.Random(f"step {number}")
    if at.random() < 0.25:
        return [], [known[0][n].article for n in at.sample(range(ARTICLES), 3)]
    return [known[at.randrange(2)][n] for n in at.sample(range(ARTICLES), at.choice([1, 3, 12, 30]))], []


def work(folder: str, first: int) -> None:
    """The child: does step after step, and says which are done."""
    known = editions()
    print("ready", flush=True)
    with KnowledgeGraph.open(folder) as kg:
        for number in range(first, STEPS):
            added, removed = step(number, known)
            kg.load(added)
            for article in sorted(set(removed) & set(article_iris(kg.store))):
                kg.remove(article)
            print(number, flush=True)


def killed_at_random(folder: Path, first: int, at: random.Random, script: str = __file__) -> int:
    """Runs a script and kills it after some time; gives the number of the last step that it said was done."""
    child = subprocess.Popen(
        [sys.executable, script, str(folder), str(first)],
        stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
    )  # fmt: skip
    assert child.stdout is not None
    assert child.stdout.readline() == b"ready\n"
    said = [child.stdout.readline().strip() for _ in range(at.randrange(4))]  # on a busy machine too it gets somewhere
    time.sleep(at.uniform(0.01, 0.4))
    child.kill()
    said += child.stdout.read().split()
    child.wait()
    child.stdout.close()
    return int(said[-1]) if said else first - 1


def held(kg: KnowledgeGraph) -> Held:
    found = {}
    for article in article_iris(kg.store):
        dumped = kg.store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(article)) or b""
        found[article] = "".join(sorted(f"{line}\n" for line in dumped.decode().split("\n") if line))
    return found


def check_union(kg: KnowledgeGraph, state: Held) -> None:
    union = kg.store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b""
    assert set(union.decode().splitlines()) == {line for triples in state.values() for line in triples.splitlines()}


def after(state: Held, added: list[Encoded], removed: list[str]) -> Held:
    kept = {article: triples for article, triples in state.items() if article not in removed}
    return kept | {e.article: e.triples for e in added}


def test_whatever_moment_it_is_killed_at_the_graph_holds_whole_articles(tmp_path: Path) -> None:
    at, known = random.Random(7), editions()
    state: Held = {}
    done = -1
    halfway = 0
    for _ in range(KILLS):
        last = killed_at_random(tmp_path / "g", done + 1, at)
        for number in range(done + 1, last + 1):
            state = after(state, *step(number, known))
        done = last
        then = after(state, *step(done + 1, known))
        with KnowledgeGraph.open(tmp_path / "g") as kg:
            found = held(kg)
            check_union(kg, found)
        for article in (
            state.keys() | then.keys() | found.keys()
        ):  # each as before the step that was cut, or as after it
            assert found.get(article) in (state.get(article), then.get(article)), f"{article} after step {done}"
        halfway += found != state
        state = found
    assert done > 0  # it did get somewhere
    assert halfway  # and was killed in the middle of a step
    assert not list((tmp_path / "g").glob("bulk-*"))


if __name__ == "__main__":
    work(sys.argv[1], int(sys.argv[2]))
