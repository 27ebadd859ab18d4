"""The page of questions: every question is there as it is, and what it shows is what the sample articles answer."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from triplewire import KnowledgeGraph, build
from triplewire.graph.sparql import canned_queries

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
SECTIONS = dict(
    re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", (ROOT / "docs" / "questions.md").read_text("utf-8"), re.M | re.S)
)


@pytest.fixture(scope="module")
def writer() -> Any:
    spec = spec_from_file_location("question_page", ROOT / "docs" / "questions.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    folder = tmp_path_factory.mktemp("questions") / "graph"
    build(ROOT / "samples", graph=folder)
    with KnowledgeGraph.open(folder, read_only=True) as kg:
        yield kg


@pytest.mark.parametrize("query", canned_queries(), ids=lambda q: q.name)
def test_what_the_page_shows_is_so(query: Any, writer: Any, samples: KnowledgeGraph) -> None:
    """Rows that the page shows are in the answer; the answer may have grown."""
    section = SECTIONS[query.name]
    assert query.title in section and query.description in section
    assert all(f"`{p.name}`" in section and p.description in section for p in query.parameters)
    lines = [tuple(line[2:-2].split(" | ")) for line in section.splitlines() if line.startswith("| ")]
    shown, answer = lines[2:], writer.answer(samples, query.name)
    assert set(shown) <= set(answer), f"{set(shown) - set(answer)} is no answer any more: run make questions"
    assert bool(shown) == bool(answer), "run make questions"


def test_most_questions_have_an_answer_in_the_samples() -> None:
    assert sum("| --- |" in section for section in SECTIONS.values()) >= 22
    assert SECTIONS.keys() == {query.name for query in canned_queries()}
