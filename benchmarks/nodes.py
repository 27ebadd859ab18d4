#!/usr/bin/env python3
"""Nodes of a graph drawn at random, with the sentences that speak of them, for a reader to judge.

    python benchmarks/nodes.py GRAPH [--seed 1] [--count 200] [--top 0]

Prints a node a block: its name, class, how often it is mentioned, then up to three sentences, each after the words that
stand for the node there. Only nodes with a statement are drawn; the same graph, seed and count give the same nodes.
`--top 100` prints the most mentioned ones instead. A node is right where it is one real thing (a described group is),
whole, under one name of its own, and of the right class; `Thing` is right for what is none of the other classes.
"""

from __future__ import annotations

import argparse
import random
from typing import TYPE_CHECKING

from triplewire import KnowledgeGraph

if TYPE_CHECKING:
    import pandas as pd

SENTENCES = 3


def drawn(entities: pd.DataFrame, seed: int, count: int, top: int) -> list[tuple[str, str, int]]:
    """(name, class, mentions) of the nodes to judge."""
    rows = [(r.entity, r.type, r.mentions) for r in entities.itertuples() if r.statements]
    if top:
        return rows[:top]
    rows.sort()
    return sorted(random.Random(seed).sample(rows, min(count, len(rows))))


def evidence(statements: pd.DataFrame, name: str) -> list[tuple[str, str]]:
    """(words, sentence) of the first sentences that speak of a node, of as many articles as may be."""
    sides = [("subject", "subject_text"), ("object", "object_text"), ("attributed_to", None), ("where", None)]
    found: dict[tuple[str, str], str] = {}
    for side, text in sides:
        for r in statements[statements[side] == name].to_dict("records"):
            found.setdefault((r["article"], r["sentence"]), r[text] if text else f"({side})")
    by_article: dict[str, list[tuple[str, str]]] = {}
    for (article, sentence), words in found.items():
        by_article.setdefault(article, []).append((words, sentence))
    first = [pairs[0] for pairs in by_article.values()]
    rest = [pair for pairs in by_article.values() for pair in pairs[1:]]
    return (first + rest)[:SENTENCES]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("graph")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--top", type=int, default=0)
    args = parser.parse_args()
    with KnowledgeGraph.open(args.graph, read_only=True) as kg:
        statements = kg.statements()
        for name, kind, mentions in drawn(kg.entities(), args.seed, args.count, args.top):
            print(f"{name}\t{kind}\t{mentions}")
            for words, sentence in evidence(statements, name):
                print(f"    {words} | {sentence}")


if __name__ == "__main__":
    main()
