"""A stand-in for a scorer of facts: names and verbs must be the same words."""

from __future__ import annotations

from collections import Counter
from typing import Any

Row = dict[str, Any]


def compare(facts: list[Row], rows: list[Row]) -> tuple[Counter[str], list[Row]]:
    n: Counter[str] = Counter()
    for fact in facts:
        names = {fact["subject"]["name"], fact["object"]["name"]}
        pairs = [row for row in rows if {row["subject"], row["object"]} == names]
        directed = [row for row in pairs if row["subject"] == fact["subject"]["name"]]
        right = [row for row in directed if row["relation"] == fact["relation"]["label"]]
        stance = [row for row in right if row["polarity"] == fact["polarity"]]
        found = {"facts": True, "pair": pairs, "directed": directed, "relation": right, "stance": stance}
        n.update({part: bool(what) for part, what in found.items()})
    return n, []


def line(name: str, n: Counter[str]) -> str:
    return f"{name}: {n['facts']} facts, {n['relation']} found"
