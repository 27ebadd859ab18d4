"""Hard pairs of names: those of different things stay apart, those of one thing come together, in any article alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from triplewire.ontology.registry import Registry

APART, SAME = (
    [tuple(name.strip() for name in line.split("|")) for line in part.strip().splitlines() if line[:1] != "#"]
    for part in Path(__file__).with_name("name_pairs.txt").read_text(encoding="utf-8").split("\n---\n")
)


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load()


def canonical(registry: Registry, name: str) -> str:
    """The label under which any article files this name."""
    actor = registry.actor(name)
    if actor is not None:
        return actor.label
    place = registry.place(name)
    return place.label if place is not None else name.removeprefix("the ")


def test_there_are_enough() -> None:
    assert len(APART) >= 120
    assert len(SAME) >= 120


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_things_stay_apart(registry: Registry, one: str, other: str) -> None:
    assert canonical(registry, one) != canonical(registry, other)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_thing_has_one_label(registry: Registry, one: str, other: str) -> None:
    assert canonical(registry, one) == canonical(registry, other)
