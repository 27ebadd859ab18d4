"""A stand-in for CaRB's scorer: a tuple is met or not."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

Tuple = tuple[list[str], list[list[str]]]


def key(sentence: str) -> str:
    return sentence


def binary(args: list[str]) -> list[list[str]]:
    return [arg.split() for arg in args]


def lenient(gold: Tuple, predicted: Tuple) -> tuple[float, float]:
    return (1.0, 1.0) if gold == predicted else (0.0, 0.0)


def read(path: str | Path, _scored: bool) -> dict[str, list[tuple[float, Tuple]]]:
    found = defaultdict(list)
    for line in Path(path).read_text("utf-8").splitlines():
        sentence, relation, *args = line.split("\t")
        found[sentence].append((1.0, (relation.split(), binary(args))))
    return found


def score(
    gold: dict[str, list[tuple[float, Tuple]]], predicted: dict[str, list[tuple[float, Tuple]]]
) -> dict[str, float]:
    wanted = [(s, str(t)) for s, facts in gold.items() for _, t in facts]
    made = [(s, str(t)) for s, facts in predicted.items() for _, t in facts]
    met = len(set(wanted) & set(made))
    return {"P": met / len(made), "R": met / len(wanted), "F1": 2 * met / (len(made) + len(wanted)), "AUC": 0.0}
