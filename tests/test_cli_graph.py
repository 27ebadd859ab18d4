"""The commands that ask, draw, write out, check and prune a graph."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from calling import BACKING, COMMAND, DENIAL, done, lines, message, run
from triplewire.ontology.model import Statement, row_fields

if TYPE_CHECKING:
    from pathlib import Path

    from reading import Write

pytestmark = pytest.mark.usefixtures("one_analyser")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of two articles."""
    folder = tmp_path_factory.mktemp("graph")
    (folder / "backing.txt").write_text(f"Who backs Hezbollah\n\n3 December 2024\n\n{BACKING}\n")
    (folder / "denial.jsonl").write_text(
        json.dumps({"text": DENIAL, "url": "https://zenda.example/1", "source": "Zenda Post"})
    )
    assert not done("build", folder, "--graph", folder / "g")
    return folder / "g"


class TestStatements:
    def test_filters(self, graph: Path) -> None:
        def found(*args: str) -> set[tuple[str, str, str]]:
            rows = lines(done("statements", "--graph", graph, *args))
            return {(r["subject"], r["relation"], r["object"]) for r in rows}

        everything = found()
        backing = ("Iran", "back", "Hezbollah")
        assert backing in everything
        assert backing in found("--actor", "Iran") < everything
        assert all("Iran" in (s, o) for s, _, o in found("--actor", "Iran"))
        assert backing in found("--relation-type", "supports") < everything
        assert backing in found("--include", "none") < everything
        assert found("--include", "all") == everything
        assert backing not in found("--polarity", "negative")
        assert ("Iran", "attack", "Israel") in found("--certainty", "possible", "--certainty", "probable")
        assert backing in found("--since", "2024-12", "--until", "2024-12-03")
        assert not found("--until", "2023")
        assert backing in found("--article", "backing.txt") < everything
        assert found("--article", "https://zenda.example/1") < everything
        assert backing in found("--around", "Iran", "--hops", "1")

    def test_rows_are_those_of_extract(self, graph: Path) -> None:
        rows = lines(done("statements", "--graph", graph))
        assert all(tuple(row) == row_fields(Statement) for row in rows)
        stored = {(r["subject"], r["start"], r["object"]) for r in rows if r["article"].endswith("backing.txt")}
        extracted = lines(done("extract", graph.parent / "backing.txt"))
        assert stored <= {(r["subject"], r["start"], r["object"]) for r in extracted}

    @pytest.mark.parametrize(
        ("args", "what"),
        [
            (["--actor", "Nobody"], "Nobody: nobody in this graph has this name"),
            (["--since", "soon"], "--since: 'soon' is no date; write it as 2024, 2024-11 or 2024-11-28"),
            (["--certainty", "sure"], "--certainty: 'sure' is not known; choose from certain, probable, possible"),
            (["--polarity", "bad"], "--polarity: 'bad' is not known"),
            (["--include", "lies"], "--include: 'lies' is not known"),
            (["--hops", "-1", "--around", "Iran"], "--hops: -1 is less than nothing"),
            (["--article", "none.txt"], "none.txt: no article of this graph"),
        ],
    )
    def test_wrong_filters(self, graph: Path, args: list[str], what: str) -> None:
        assert what in message("statements", "--graph", graph, *args)

    def test_nothing_found(self, graph: Path) -> None:
        assert message("statements", "--graph", graph, "--until", "1999", "--format", "table", status=0).strip() == (
            "triplewire: nothing found"
        )

    def test_no_graph(self, tmp_path: Path) -> None:
        assert "there is no graph here; build one first" in message("statements", "--graph", tmp_path / "g")


class TestQuery:
    WHO = "SELECT ?who { ?who tw:supports d:Hezbollah } ORDER BY ?who"

    def test_forms_of_rows(self, graph: Path) -> None:
        plain = done("query", "--graph", graph, self.WHO)
        assert plain.splitlines()[0] == "who"
        assert "https://w3id.org/triplewire/data/Iran" in plain.splitlines()
        assert {"who": "https://w3id.org/triplewire/data/Iran"} in json.loads(
            done("query", "--graph", graph, self.WHO, "--format", "json")
        )
        assert "data/Iran" in done("query", "--graph", graph, self.WHO, "--format", "table")
        assert json.loads(done("query", "--graph", graph, "SELECT ?x { ?x a d:None }", "--format", "json")) == []

    def test_a_wide_answer_is_a_block_a_row(self, graph: Path) -> None:
        wide = """SELECT ?who ?none ?sentence ("see the page" AS ?a) ("of the harbour" AS ?b) ("in the evening" AS ?c)
          (STR("https://post.example/a-long-address/that-people-copy/whole-and-unbroken/2024-12-03") AS ?address) {
            ?claim rdf:subject/rdfs:label ?who ; gaf:denotedBy/nif:referenceContext/nif:anchorOf ?sentence }"""
        shown = done("query", "--graph", graph, wide, "--format", "table").splitlines()
        assert shown[0].startswith("─[ 1 ]─")
        assert shown[1].startswith("who")
        assert not any(line.startswith("none") for line in shown), "an empty column is not shown"
        assert any("that-people-copy/whole-and-unbroken/2024-12-03" in line for line in shown)
        narrow = done("query", "--graph", graph, self.WHO, "--format", "table")
        assert "─[" not in narrow

    def test_yes_or_no(self, graph: Path) -> None:
        assert done("query", "--graph", graph, "ASK { ?s ?p ?o }") == "yes\n"
        assert done("query", "--graph", graph, "ASK { ?s d:none ?o }", "--format", "json") == "false\n"

    def test_triples(self, graph: Path) -> None:
        found = done("query", "--graph", graph, "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 1", "--format", "ttl")
        assert "@prefix" in found

    def test_from_a_file_and_by_name(self, graph: Path, tmp_path: Path) -> None:
        file = tmp_path / "q.rq"
        file.write_text(self.WHO)
        assert done("query", "--graph", graph, "--file", file) == done("query", "--graph", graph, self.WHO)
        named = done("query", "--graph", graph, "--name", "who-supports", "--param", "actor=Hezbollah")
        assert any(row["supporter"] == "Iran" for row in csv.DictReader(io.StringIO(named)))
        bound = done("query", "--graph", graph, "SELECT ?s { ?s rdfs:label ?name }", "--param", "name=Iran")
        assert "https://w3id.org/triplewire/data/Iran" in bound

    def test_the_list(self) -> None:
        assert "who-supports: " in done("query", "--list")

    @pytest.mark.parametrize(
        ("args", "what"),
        [
            (["SELECT nonsense"], "query: is not SPARQL"),
            ([], "query: no query is given; give SPARQL, or --file FILE, or --name NAME"),
            (["ASK {}", "--name", "who-supports"], "more than one query is given"),
            (["--name", "who-knows"], "who-knows: no canned query has this name; did you mean"),
            (["--name", "who-supports"], "who-supports: needs the parameter actor"),
            (
                ["--name", "who-supports", "--param", "actor"],
                "--param actor: has another form; write --param NAME=VALUE",
            ),
            (["--file", "none.rq"], "none.rq: No such file or directory"),
            (["SELECT * { ?s ?p ?o }", "--format", "ttl"], "--format ttl: a SELECT gives rows, not a graph"),
            (["DESCRIBE d:Iran", "--format", "csv"], "--format csv: a CONSTRUCT gives a graph, not rows"),
        ],
    )
    def test_wrong_calls(self, graph: Path, args: list[str], what: str) -> None:
        assert what in message("query", "--graph", graph, *args)


class TestOthers:
    def test_explain(self, graph: Path) -> None:
        shown = done("explain", "Iran", "Hezbollah", "--graph", graph, "--format", "table")
        assert (
            "Iran | back | Hezbollah   (1 sentence, 1 article)\n    “Iran backs Hezbollah, and Russia supplied" in shown
        )
        assert "\n      Stated as a fact.\n      — 3 December 2024, “Who backs Hezbollah”\n" in shown
        rows = lines(done("explain", "Turkey", "Hezbollah", "--graph", graph))
        assert {r["source"] for r in rows} == {"Zenda Post"}
        assert "no statement ties Iran and Turkey" in message("explain", "Iran", "Turkey", "--graph", graph, status=0)

    def test_view(self, graph: Path, tmp_path: Path) -> None:
        page = tmp_path / "sub" / "p.html"
        assert done("view", "-o", page, "--graph", graph, "--around", "Iran", "--title", "Zenda").strip() == str(page)
        assert "Zenda" in page.read_text()
        assert "the page is HTML; end the name in .html" in message("view", "-o", "p.pdf", "--graph", graph)

    @pytest.mark.parametrize("ending", ["ttl", "nq", "jsonld", "graphml", "gexf", "csv", "parquet"])
    def test_export(self, graph: Path, tmp_path: Path, ending: str) -> None:
        file = tmp_path / f"x.{ending}"
        assert done("export", "-o", file, "--graph", graph, "--include", "none").strip() == str(file)
        assert file.stat().st_size

    def test_export_to_an_unknown_format(self, graph: Path) -> None:
        assert "no format has the ending '.doc'; use one of" in message("export", "-o", "x.doc", "--graph", graph)

    def test_stats_entities_validate(self, graph: Path) -> None:
        counts = {r["what"]: r["count"] for r in lines(done("stats", "--graph", graph))}
        assert counts["articles"] == 2
        assert {"Iran", "Hezbollah"} <= {r["entity"] for r in lines(done("entities", "--graph", graph))}
        assert "Country" in done("entities", "--graph", graph, "--format", "table")
        assert done("validate", "--graph", graph) == "no violation\n"

    def test_remove(self, write: Write) -> None:
        done("build", write("a.txt", BACKING), write("b.txt", DENIAL))
        assert done("remove", "a.txt").strip().endswith("/a.txt")
        assert {r["article"].rpartition("/")[2] for r in lines(done("statements"))} == {"b.txt"}
        assert "a.txt: no article of this graph" in message("remove", "a.txt")
        assert "there is no graph here" in message("remove", "a.txt", "--graph", "elsewhere")

    def test_text_from_articles_is_no_markup(self, write: Write) -> None:
        text = "The group [red]Iran[/red] backs Hezbollah[/] and Iran [bold]attacks[/bold] Israel."
        assert done("extract", write("a.txt", text), "--format", "table")

    def test_demo(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        result = run("demo")
        shown = result.stdout.splitlines()
        assert shown[-1] == "output/demo.html"
        assert result.stderr.splitlines()[-1].endswith("triplewire build FOLDER; triplewire view -o page.html")
        assert (tmp_path / shown[-1]).stat().st_size > 100_000
        assert shown[0] == "Who supports Bashar al-Assad?"
        assert any(line.startswith("    ") and line.rstrip().endswith(".") for line in shown)
        assert lines(done("stats", "--graph", "output/demo-graph"))[0]["count"] >= 10

    def test_demo_without_an_article_ends_after_the_build(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from triplewire.extract.analyser import Analyser

        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(Analyser, "analyse", lambda *_: 1 / 0)
        said = message("demo", status=1).splitlines()
        assert said[-1].startswith("0 articles with 0 statements in output/demo-graph, 18 failed")
        assert not (tmp_path / "output/demo.html").exists()


class TestHowItEnds:
    def test_a_closed_pipe_is_silent(self, graph: Path) -> None:
        with subprocess.Popen(
            [*COMMAND, "statements", "--graph", graph, "--format", "csv"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdout and process.stderr
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait() == 0

    def test_a_fault_is_one_line(self, graph: Path) -> None:
        broken = "from triplewire import KnowledgeGraph as K, cli; K.stats = lambda _: 1 / 0; cli.main()"
        result = subprocess.run(
            [sys.executable, "-c", broken, "stats", "--graph", graph], capture_output=True, text=True
        )
        assert result.returncode == 3
        assert result.stderr == (
            "triplewire: a fault in Triplewire itself (ZeroDivisionError: division by zero); please report it\n"
        )
