"""The command line: results on stdout, messages on stderr, exit status, and never a traceback."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import resource
import subprocess
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import pytest
from calling import BACKING, COMMAND, DENIAL, done, lines, message, run
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.model import Mention, Statement, row_fields

if TYPE_CHECKING:
    from pathlib import Path

    from reading import Write

pytestmark = pytest.mark.usefixtures("one_analyser")


class TestBuild:
    def test_says_what_it_did(self, write: Write) -> None:
        result = run("build", write("a.txt", BACKING))
        assert result.exit_code == 0
        assert not result.stdout
        assert result.stderr.startswith("1 article with ")
        assert "in output/graph (" in result.stderr
        with KnowledgeGraph.open("output/graph", read_only=True) as opened:
            assert opened.stats()["articles"] == 1

    def test_articles_that_fail_are_named_and_the_others_go_on(self, write: Write) -> None:
        write("bad.txt", b"")
        write("half.jsonl", json.dumps({"text": BACKING}) + '\n{"text": "Ir')
        write("good.txt", DENIAL)
        said = message("build", "news", status=1).splitlines()
        assert said[0] == "triplewire: news/bad.txt: the file is empty; remove it, or fill it"
        assert said[1].startswith("triplewire: news/half.jsonl:2: not valid JSON (unterminated string")
        assert said[2].startswith("2 articles with ")
        assert "2 failed" in said[2]

    def test_standard_input_and_fields(self, write: Write) -> None:
        story = json.dumps({"text": "teaser", "story": BACKING})
        done("build", "-", "--field", "text=story", text=story)
        assert {r["subject"] for r in lines(done("statements"))} >= {"Iran", "Russia"}

    def test_verbose_shows_what_is_cut(self, write: Write) -> None:
        path = write("a.txt", f"Who backs Hezbollah\n\nBy Anna Hentzau\n\n{BACKING}\n\nLeave a Reply\n\nNice!\n")
        said = run("build", path, "--verbose").stderr.splitlines()
        assert said[:4] == [
            "news/a.txt: headline: Who backs Hezbollah",
            "news/a.txt: cut byline: By Anna Hentzau",
            "news/a.txt: cut reply form: Leave a Reply",
            "news/a.txt: cut reply form: Nice!",
        ]
        assert "cut" not in run("build", path).stderr

    @pytest.mark.parametrize(
        ("args", "what"),
        [
            (["build", "none.txt"], "none.txt: there is no such file or folder; check the path"),
            (["build"], "Missing argument 'PATH'"),
            (["build", ".", "--workers", "0"], "Invalid value for '--workers'"),
            (["build", "a.txt", "--field", "text"], "--field text: has another form; write --field NAME=VALUE"),
            (["build", "a.txt", "--field", "words=x"], "--field words=x: there is no such field; known: text, title"),
            (["build", "a.txt", "--field", "text=x", "--field", "text=y"], "text is given twice"),
            (["build", "a.txt", "--model", "no_model"], "--model no_model: no such spaCy model is installed"),
            (["build", "a.txt", "--registry", "none.ttl"], "none.ttl"),
            (["build", "a.txt", "--graph", "a.txt"], "a.txt: is a file, not a graph; name a folder"),
            (["biuld", "a.txt"], "No such command 'biuld'"),
            (["build", "a.txt", "--no-such-option"], "No such option: --no-such-option"),
        ],
    )
    def test_wrong_calls(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], what: str) -> None:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("COLUMNS", "200")
        (tmp_path / "a.txt").write_text(BACKING)
        assert what in message(*args)


class TestExtract:
    def test_rows_have_every_field_in_order(self, write: Write) -> None:
        path = write("a.txt", BACKING)
        rows = lines(done("extract", path, "--format", "jsonl"))
        assert all(tuple(row) == row_fields(Statement) for row in rows)
        backs = next(r for r in rows if r["relation"] == "back")
        assert (backs["subject"], backs["object"], backs["relation_type"]) == ("Iran", "Hezbollah", "supports")
        assert all(r["article"].endswith("/a.txt") and r["line"] is None for r in rows)
        assert BACKING[backs["start"] : backs["end"]] == "backs"
        assert not (path.parent.parent / "output").exists()

    def test_formats_agree(self, write: Write) -> None:
        path = write("a.txt", BACKING)
        rows = lines(done("extract", path))  # not a terminal: JSON lines
        read = list(csv.DictReader(io.StringIO(done("extract", path, "--format", "csv"))))
        assert [{k: "" if v is None else str(v) for k, v in row.items()} for row in rows] == read
        table = done("extract", path, "--format", "table").splitlines()
        assert table[0].split() == ["subject", "relation", "object", "stance", "when"]
        assert any("possible" in line for line in table)

    def test_one_sentence_a_line(self, write: Write) -> None:
        path = write("a.txt", "Iran backs Hezbollah.\r\n\r\nRussia attacked Aleppo.\r\n".encode("utf-16"))
        rows = lines(done("extract", "--sentences", path))
        assert {(r["line"], r["subject"]) for r in rows} == {(1, "Iran"), (3, "Russia")}
        assert all(r["article"] is None for r in rows)
        assert rows[0]["sentence"] == "Iran backs Hezbollah."
        assert lines(done("extract", "--sentences", "-", text="Iran backs Hezbollah.\n")) == rows[:1]
        assert "there is no such file; --sentences takes files" in message("extract", "--sentences", path.parent)

    def test_status_of_failures(self, write: Write) -> None:
        result = run("extract", write("a.txt", BACKING), write("b.txt", b"\x00\xff\x00\x01"))
        assert result.exit_code == 1
        assert lines(result.stdout)
        assert result.stderr == "triplewire: news/b.txt: this is binary data, not text; give text, HTML, JSON or CSV\n"

    def test_an_article_at_which_extraction_fails(self, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
        from triplewire.extract.analyser import Analyser

        sound = Analyser.analyse

        def faulty(self: Analyser, articles: Any) -> Any:
            chunk = list(articles)
            if any("fault" in a.text for a in chunk):
                raise ZeroDivisionError("division by zero")
            return sound(self, chunk)

        monkeypatch.setattr(Analyser, "analyse", faulty)
        result = run("extract", write("a.txt", BACKING), write("b.txt", "A fault."), write("c.txt", BACKING))
        assert result.exit_code == 1
        assert {r["article"].rpartition("/")[2] for r in lines(result.stdout)} == {"a.txt", "c.txt"}
        reason = "cannot be analysed (ZeroDivisionError: division by zero); leave it out, or report it"
        assert result.stderr == f"triplewire: news/b.txt: {reason}\n"


class TestVocabulary:
    MINE = """
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix tw: <https://w3id.org/triplewire/ns#> .
tw:jams a rdf:Property ; rdfs:label "jams" ; tw:sign -1 ; tw:eventType tw:COERCE ; tw:verb "jam" ;
    rdfs:comment "Disturbs the object's signals." .
"""
    MORE = '@prefix tw: <https://w3id.org/triplewire/ns#> .\ntw:jams tw:verb "spoof" .\n'

    @pytest.mark.parametrize("sentences", [(), ("--sentences",)])
    def test_extract(self, write: Write, sentences: tuple[str, ...]) -> None:
        mine, more = write("mine.ttl", self.MINE), write("more.ttl", self.MORE)
        call = ("extract", *sentences, write("a.txt", "Russia spoofed Iran."))
        assert [r["relation_type"] for r in lines(done(*call))] == [None]
        (row,) = lines(done(*call, "--vocabulary", mine, "--vocabulary", more))
        assert (row["relation_type"], row["event_type"], row["sign"]) == ("jams", "COERCE", -1)

    def test_build(self, write: Write) -> None:
        done("build", write("a.txt", "Russia jammed Iran."), "--vocabulary", write("mine.ttl", self.MINE))
        assert [r["subject"] for r in lines(done("statements", "--relation-type", "jams"))] == ["Russia"]
        assert done("query", "ASK { d:Russia tw:jams d:Iran }").strip() == "yes"

    def test_a_file_that_is_wrong(self, write: Write) -> None:
        path, broken = write("a.txt", BACKING), write("mine.ttl", "no turtle")
        for command in ("build", "extract"):
            assert "mine.ttl" in message(command, path, "--vocabulary", broken)


class TestMentions:
    def test_rows(self, write: Write) -> None:
        path = write("a.txt", BACKING)
        rows = lines(done("mentions", path.parent))
        assert all(tuple(row) == row_fields(Mention) for row in rows)
        first = rows[0]
        assert (first["text"], first["kind"], first["entity"]) == ("Iran", "name", "Iran")
        assert first["article"].endswith("/a.txt")
        assert all(BACKING[r["start"] : r["end"]] == r["text"] for r in rows)
        assert done("mentions", path, "--format", "csv").splitlines()[0] == ",".join(row_fields(Mention))


class TestAsAProcess:
    def test_help_starts_quickly(self) -> None:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        shown = subprocess.run([*COMMAND, "--help"], capture_output=True, text=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert "triplewire demo" in shown.stdout
        assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.5  # seconds, whoever else runs
        heavy = "import sys; import triplewire.cli; print({'spacy', 'rdflib', 'pandas', 'networkx'} & set(sys.modules))"
        assert subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True).stdout == "set()\n"

    def test_its_version_is_the_packages(self) -> None:
        assert done("--version") == f"triplewire {version('triplewire')}\n"

    def test_every_command_has_help_with_an_example(self) -> None:
        for name in ("build", "extract", "mentions", "statements", "query", "explain", "view", "export", "remove"):
            assert (
                f"triplewire {name}"
                in done(name, "--help").partition("Options")[0].partition("Usage:")[2].partition("\n")[2]
            )

    def test_workers(self, write: Write) -> None:
        for n in range(3):
            write(f"{n}.txt", BACKING)
        result = subprocess.run([*COMMAND, "build", "news", "--workers", "2"], capture_output=True, text=True)
        assert result.returncode == 0
        assert result.stderr.startswith("3 articles with ")
        assert result.stderr.count("\n") == 1

    def test_a_bar_on_a_terminal_only(self, write: Write) -> None:
        write("a.txt", BACKING)
        write("b.txt", b"")
        ours, theirs = pty.openpty()
        env = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
        with subprocess.Popen(
            [*COMMAND, "mentions", "news"], stdout=subprocess.PIPE, stderr=theirs, env=env
        ) as process:
            os.close(theirs)
            assert process.stdout
            out = process.stdout.read()
            shown = b""
            try:
                while chunk := os.read(ours, 4096):
                    shown += chunk
            except OSError:  # the other end is closed
                pass
            os.close(ours)
        assert process.returncode == 1
        assert b"articles" in shown and b"/2" in shown
        assert b"news/b.txt: the file is empty" in shown
        assert lines(out.decode())
