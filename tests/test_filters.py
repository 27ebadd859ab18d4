"""Which statements a filter of time and place lets in, on the command line and in Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from calling import done, lines, message
from triplewire import Filter, KnowledgeGraph, build

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("one_analyser")

TEXT = """---
published: 2024-12-10
---

Israel bombed Aleppo on 2 December 2024. Turkey has occupied Afrin since 2018. Russia attacked Kyiv in March 2022.
Iran condemned Israel.
"""


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dated")
    (folder / "strikes.md").write_text(TEXT)
    assert not build(folder / "strikes.md", graph=folder / "graph").failed
    return folder / "strikes.md"


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ({}, {"Aleppo", "Afrin", "Kyiv", "Israel"}),
        ({"since": "2024-12-03"}, {"Afrin", "Israel"}),  # what goes on since 2018; what has no date but the article's
        ({"until": "2022"}, {"Afrin", "Kyiv"}),
        ({"at": "2020-05-01"}, {"Afrin"}),
        ({"at": "2024-12-02"}, {"Aleppo", "Afrin"}),
        ({"at": "2024-12-10"}, {"Afrin", "Israel"}),
        ({"at": "2017"}, set()),
        ({"at": "Aleppo"}, {"Aleppo"}),
        ({"at": "kyiv"}, {"Kyiv"}),
        ({"at": "Aleppo", "since": "2024-12-05"}, set()),
    ],
)
def test_time_and_place(article: Path, given: dict[str, str], left: set[str]) -> None:
    with KnowledgeGraph.open(article.parent / "graph", read_only=True) as graph:
        rows = graph.statements(Filter(**given))
        assert set(rows[rows["relation_type"].notna()]["object"]) == left
    options = [word for name, value in given.items() for word in (f"--{name}", value)]
    for command in (["extract", article], ["statements", "--graph", article.parent / "graph"]):
        assert {row["object"] for row in lines(done(*command, *options)) if row["relation_type"]} == left


def test_drawn_and_written(article: Path) -> None:
    written, page = article.with_name("there.csv"), article.with_name("there.html")
    done("export", "-o", written, "--graph", article.parent / "graph", "--at", "Aleppo")
    assert "Aleppo" in written.read_text() and "Afrin" not in written.read_text()
    done("view", "-o", page, "--graph", article.parent / "graph", "--at", "2022-03")
    assert "Kyiv" in page.read_text() and "Aleppo" not in page.read_text()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--relation-type", "atacks"], "--relation-type: 'atacks' is not known; did you mean attacks"),
        (["--relation-type", "a > b"], "--relation-type: 'a > b' is not known; this graph has "),
        (["--at", "Alepo"], "--at: no place of this graph is called 'Alepo'; did you mean Aleppo?"),
        (["--at", "Zenda"], "--at: no place of this graph is called 'Zenda'; give a date"),
        (["--at", "2024-13"], "--at: '2024-13' is no date"),
        (["--since", "2024-02-30"], "--since: '2024-02-30' is no date"),
        (["--certainty", "probabel"], "--certainty: 'probabel' is not known; did you mean probable?"),
        (["--include", "denyed"], "--include: 'denyed' is not known; did you mean denied?"),
        (["--polarity", "no"], "--polarity: 'no' is not known; choose from positive, negative"),
    ],
)
def test_what_is_misspelt_is_told(article: Path, options: list[str], told: str) -> None:
    graph = article.parent / "graph"
    for command in (["statements"], ["view", "-o", article.with_name("none.html")]):
        assert message(*command, "--graph", graph, *options).startswith(f"triplewire: {told}")
    assert not article.with_name("none.html").exists()


def test_a_type_that_the_vocabulary_has_may_be_absent(article: Path) -> None:
    assert lines(done("statements", "--graph", article.parent / "graph", "--relation-type", "memberOf")) == []
