"""Queries that mean harm: nested or strung together until an engine breaks, or answered never."""

from __future__ import annotations

import signal
import subprocess
import time
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from calling import COMMAND
from hosting import keep, served
from made import archive
from triplewire.graph.querytext import DEEPEST, LONGEST, check
from triplewire.graph.sparql import canned_queries
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: What ends an engine that recurses, in thousands: nested, or one after another.
NESTED: dict[str, Callable[[int], str]] = {
    "calls": lambda n: f"ASK {{ FILTER({'STR(' * n}1{')' * n} = '1') }}",
    "brackets": lambda n: f"ASK {{ FILTER({'(' * n}1{')' * n}) }}",
    "groups": lambda n: f"ASK {'{' * n}{'}' * n}",
    "optional groups": lambda n: f"ASK {'{ OPTIONAL ' * n}{{}}{'}' * n}",
    "questions in questions": lambda n: f"ASK {{ {'FILTER EXISTS { ' * n}{'}' * n} }}",
    "subqueries": lambda n: f"ASK {'{ SELECT * ' * n}{{}}{'}' * n}",
    "nodes": lambda n: f"ASK {{ ?s ?p {'[ d:p ' * n}1{']' * n} }}",
    "lists": lambda n: f"ASK {{ ?s ?p {'(' * n}1{')' * n} }}",
    "paths": lambda n: f"ASK {{ ?s {'(' * n}d:p{')*' * n} ?o }}",
}
CHAINED: dict[str, Callable[[int], str]] = {
    "denials": lambda n: f"ASK {{ FILTER({'!' * n}true) }}",
    "or": lambda n: f"ASK {{ FILTER({'?a||' * n}true) }}",
    "and": lambda n: f"ASK {{ FILTER({'?a && ' * n}true) }}",
    "sums": lambda n: f"ASK {{ FILTER(1{'+1' * n}) }}",
    "unions": lambda n: f"ASK {{ {'{ ?s ?p ?o } UNION ' * n}{{}} }}",
    "options": lambda n: f"ASK {{ {'OPTIONAL { ?s ?p ?o } ' * n} }}",
    "filters": lambda n: f"ASK {{ {'FILTER(?a) ' * n} }}",
    "names for values": lambda n: f"ASK {{ {' '.join(f'BIND(1 AS ?a{k})' for k in range(n))} }}",
    "lists of values": lambda n: f"ASK {{ {'VALUES ?x { 1 } ' * n} }}",
    "patterns": lambda n: f"ASK {{ {'?s ?p ?o . ' * n} }}",
    "objects": lambda n: f"ASK {{ ?s ?p ?o{',?o' * n} }}",
    "steps": lambda n: f"ASK {{ ?s d:p{'/d:p' * n} ?o }}",
    "descriptions": lambda n: f"DESCRIBE {'<https://x.example/> ' * n}",
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return keep(tmp_path_factory.mktemp("asked") / "graph", archive(8))


@pytest.fixture(scope="module")
def kg(graph: Path) -> Any:
    with KnowledgeGraph.open(graph, read_only=True) as opened:
        yield opened


@pytest.mark.parametrize("form", NESTED)
@pytest.mark.parametrize("count", [DEEPEST + 1, 5_000, 50_000])
def test_nesting_beyond_use_is_refused(kg: KnowledgeGraph, form: str, count: int) -> None:
    with pytest.raises(UsageError, match=r"^query: has more than 100 brackets in brackets; nest less$"):
        kg.query(NESTED[form](count))


@pytest.mark.parametrize("form", CHAINED)
@pytest.mark.parametrize("count", [LONGEST, 50_000])
def test_strings_beyond_use_are_refused(kg: KnowledgeGraph, form: str, count: int) -> None:
    with pytest.raises(UsageError, match=r"^query: has [\d,]+ words and signs beside its lists of values, more than"):
        kg.query(CHAINED[form](count))


@pytest.mark.parametrize("form", NESTED)
def test_half_of_that_is_answered(kg: KnowledgeGraph, form: str) -> None:
    assert kg.query(NESTED[form](DEEPEST // 2)) in (True, False)


def test_what_is_long_but_flat_is_answered(kg: KnowledgeGraph) -> None:
    numbers = range(20_000)
    assert kg.query(f"ASK {{ VALUES ?x {{ {' '.join(map(str, numbers))} }} FILTER(?x = 19999) }}") is True
    assert kg.query(f"ASK {{ FILTER(7 IN ({', '.join(map(str, numbers))})) }}") is True
    found = kg.query("SELECT ?x {}", x=list(numbers))
    assert isinstance(found, pd.DataFrame)
    assert len(found) == len(numbers)
    for query in canned_queries():
        check(query.sparql)


def test_brackets_in_strings_addresses_and_comments_do_not_count() -> None:
    for quiet in (f"'{'(' * 500}'", f'"""{"{" * 500}"""', f"<https://x.example/{'(' * 500}>", f"1 # {'(((' * 900}\n"):
        check(f"ASK {{ ?s ?p {quiet} }}")
    with pytest.raises(UsageError, match="brackets in brackets"):
        check(f"ASK {{ ?s ?p 'closed' {'(' * 500} }}")


def test_looking_at_a_query_takes_no_longer_than_its_length() -> None:
    start = time.process_time()
    for odd in ("<", "'", '"', "'''", "\\", "?", ":", ".", "a:", "?a:", "<a'", "VALUES ?x {", "IN(", "#", "x" * 99):
        try:
            check(odd * (250_000 // len(odd)))
        except UsageError as e:
            assert str(e).startswith("query: ")
    assert time.process_time() - start < 5


def test_the_server_refuses_them_and_lives(graph: Path) -> None:
    with served(graph, "--workers", "1") as server:
        for query in (NESTED["calls"](5_000), CHAINED["or"](20_000)):
            answer = server.fetch("sparql", body=query, Content_Type="application/sparql-query")
            assert answer.status == 400
            assert answer.text.startswith("query: has ")
        assert server.ask("ASK { ?s ?p ?o }").status == 200


#: Three unrelated patterns: more rows than anybody can wait for.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def test_a_query_without_end_ends_with_its_time(graph: Path) -> None:
    call = [*COMMAND, "query", ENDLESS, "--graph", str(graph), "--timeout", "0.5"]
    ended = subprocess.run(call, capture_output=True, text=True, timeout=30, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "triplewire: query: takes more than 0.5 seconds; ask for less, or raise --timeout\n"


def test_a_query_without_end_ends_with_ctrl_c(graph: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "query", ENDLESS, "--graph", str(graph)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        with pytest.raises(subprocess.TimeoutExpired):
            running.wait(2)
        running.send_signal(signal.SIGINT)
        assert running.wait(5) != 0
