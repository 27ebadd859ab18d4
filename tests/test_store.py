"""The store: whole articles in and out, replaced and removed without a trace, and clear words where it cannot open."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
import rdflib
from made import analysed, archive, says, story
from triplewire.graph import terms as t
from triplewire.graph.actors import article_iris
from triplewire.graph.encode import encode
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.errors import StoreError, UsageError
from triplewire.ontology.iri import TW, entity_iri, relation_iri
from triplewire.ontology.model import Analysis, Article

if TYPE_CHECKING:
    from collections.abc import Iterator

SUPPORTS = f"ASK {{ <{entity_iri('Iran')}> <{relation_iri('support')}> <{entity_iri('Syria')}> }}"


@pytest.fixture(params=["memory", "folder"])
def kg(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open(None if request.param == "memory" else tmp_path / "deep" / "graph") as graph:
        yield graph


def quads(kg: KnowledgeGraph) -> list[str]:
    return sorted(str(q) for q in kg.store)


def telling(name: str, *objects: str, text: str = "Iran supports Syria.") -> Analysis:
    article = story(name, text)
    return analysed(article, [says(article, "Iran", "support", obj, start=n) for n, obj in enumerate(objects)])


def check_union(kg: KnowledgeGraph) -> None:
    """The default graph is the union of the articles' graphs, no more and no less."""
    articles = set(article_iris(kg.store))
    union = {q.triple for q in kg.store if isinstance(q.graph_name, ox.NamedNode) and q.graph_name.value in articles}
    assert {q.triple for q in kg.store if isinstance(q.graph_name, ox.DefaultGraph)} == union


def test_what_is_added_is_there_and_what_is_removed_leaves_nothing(kg: KnowledgeGraph) -> None:
    kg.add(telling("a.txt", "Syria"))
    before = quads(kg)
    assert kg.query(SUPPORTS) is True
    kg.add(telling("b.txt", "Syria", "Hezbollah", text="Other words."))
    check_union(kg)
    kg.remove("b.txt")
    assert quads(kg) == before
    kg.remove("/news/a.txt")
    assert quads(kg) == []


def test_adding_again_gives_the_same_bytes_and_a_changed_analysis_replaces(kg: KnowledgeGraph) -> None:
    kg.add(telling("a.txt", "Syria"))
    once = quads(kg)
    kg.add(telling("a.txt", "Syria"))
    assert quads(kg) == once
    kg.add(telling("a.txt", "Hezbollah"))
    assert kg.query(SUPPORTS) is False
    assert kg.statements()["object"].tolist() == ["Hezbollah"]
    check_union(kg)


def test_a_file_whose_text_has_changed_replaces_what_the_path_gave(kg: KnowledgeGraph) -> None:
    old, new = telling("a.txt", "Syria"), telling("a.txt", "Hezbollah", text="New words.")
    kg.add(old)
    kg.add(new)
    assert article_iris(kg.store) == [new.article.iri]
    check_union(kg)


def test_a_text_read_from_two_paths_stays_until_both_have_changed(kg: KnowledgeGraph) -> None:
    shared = telling("a.txt", "Syria")
    twin = Analysis(
        Article(iri=shared.article.iri, text=shared.article.text, path="/copy/a.txt"),
        shared.statements,
        (),
        shared.entities,
    )
    kg.add(shared)
    kg.add(twin)
    kg.add(telling("a.txt", "Hezbollah", text="New words."))
    assert len(article_iris(kg.store)) == 2
    moved = telling("a.txt", "Aleppo", text="Newest words.")
    kg.add(
        Analysis(Article(iri=moved.article.iri, text=moved.article.text, path="/copy/a.txt"), moved.statements, (), ())
    )
    assert shared.article.iri not in article_iris(kg.store)
    assert len(article_iris(kg.store)) == 2
    check_union(kg)


def test_lines_that_move_down_in_their_file_stay(kg: KnowledgeGraph) -> None:
    def lines(*texts: str) -> list[Analysis]:
        made = []
        for n, text in enumerate(texts, 1):
            article = story("feed.jsonl", text)
            article = Article(iri=article.iri, text=text, path=f"/news/feed.jsonl#{n}")
            made.append(analysed(article, [says(article, "Iran", "support", "Syria")]))
        return made

    for texts in (["one", "two", "three"], ["zero", "one", "two", "three"]):
        kg.load([encode(a) for a in lines(*texts)])
        assert article_iris(kg.store) == sorted(a.article.iri for a in lines(*texts))
    for analysis in lines("new", "zero", "one", "two", "three"):
        kg.add(analysis)
    assert len(article_iris(kg.store)) == 5
    check_union(kg)


def test_an_article_with_an_address_is_not_bound_to_its_path(kg: KnowledgeGraph) -> None:
    for n in (1, 2):
        article = Article(iri=f"https://example.org/{n}", text="Words.", path="/news/feed.jsonl#1")
        kg.add(analysed(article, [says(article, "Iran", "support", "Syria")]))
    assert len(article_iris(kg.store)) == 2


def test_many_at_once_are_the_same_graph_as_one_by_one(kg: KnowledgeGraph) -> None:
    made = archive(9)
    kg.load([encode(a) for a in made])
    check_union(kg)
    with KnowledgeGraph.open() as other:
        for analysis in reversed(made):
            other.add(analysis)
        assert quads(other) == quads(kg)


def test_the_union_holds_each_triple_once(kg: KnowledgeGraph) -> None:
    kg.add(telling("a.txt", "Syria"))
    kg.add(telling("b.txt", "Syria", text="Other words."))
    found = kg.query("SELECT (COUNT(*) AS ?n) { ?who tw:supports ?whom ; rdfs:label ?label }")
    assert found["n"].tolist() == [1]
    told = kg.query("SELECT ?a { GRAPH ?a { ?who tw:supports ?whom } }")
    assert len(told) == 2


def test_rdflib_sees_the_same_graph(kg: KnowledgeGraph) -> None:
    kg.add(telling("a.txt", "Syria"))
    dataset = kg.dataset
    triple = (rdflib.URIRef(entity_iri("Iran")), rdflib.URIRef(TW + "supports"), rdflib.URIRef(entity_iri("Syria")))
    assert triple in dataset.default_graph
    rows = dataset.default_graph.query("SELECT ?label { ?x a tw:Country ; rdfs:label ?label } ORDER BY ?label")
    assert [str(row.label) for row in rows] == ["Iran", "Syria"]
    article = dataset.graph(rdflib.URIRef(article_iris(kg.store)[0]))
    assert triple in article


def test_the_run_stands_in_the_ledger_alone(kg: KnowledgeGraph) -> None:
    kg.load([encode(telling("a.txt", "Syria"))], run="https://w3id.org/triplewire/data/run/1")
    kg.record(
        "https://w3id.org/triplewire/data/run/1", "2024-12-01T10:00:00Z", "2024-12-01T10:01:00Z", "triplewire 0.1.0"
    )
    ended = f"SELECT ?a ?when {{ GRAPH <{t.LEDGER}> {{ ?a prov:wasGeneratedBy/prov:endedAtTime ?when }} }}"
    assert kg.query(ended)["when"].tolist() == ["2024-12-01T10:01:00Z"]
    assert kg.query("ASK { ?a prov:wasGeneratedBy ?run }") is False


def test_a_graph_in_a_folder_is_there_the_next_time(tmp_path: Path) -> None:
    with KnowledgeGraph.open(tmp_path / "g") as kg:
        kg.add(telling("a.txt", "Syria"))
    for read_only in (False, True):
        with KnowledgeGraph.open(tmp_path / "g", read_only=read_only) as kg:
            assert kg.query(SUPPORTS) is True


def test_an_unknown_or_ambiguous_article_is_named(kg: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="no article of this graph has this address, path or file name"):
        kg.remove("a.txt")
    kg.add(telling("a.txt", "Syria"))
    twin = story("a.txt", "Elsewhere.")
    kg.add(analysed(Article(iri=twin.iri, text=twin.text, path="/copy/a.txt"), []))
    with pytest.raises(UsageError, match="2 articles have this name"):
        kg.remove("a.txt")


# What stands in the way


def test_a_store_that_another_process_holds(tmp_path: Path) -> None:
    code = """
import sys
from triplewire.graph.store import KnowledgeGraph
kg = KnowledgeGraph.open(sys.argv[1])
print(1, flush=True)
input()
"""
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "g")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"1\n"
        with pytest.raises(StoreError, match="g: another process is using this graph; wait"):
            KnowledgeGraph.open(tmp_path / "g")
        with KnowledgeGraph.open(tmp_path / "g", read_only=True) as looking:
            assert looking.stats()["articles"] == 0
        holder.communicate(b"\n")


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(StoreError, match="is a folder of other things, not a graph"):
        KnowledgeGraph.open(tmp_path)
    assert [f.name for f in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_is_no_graph(tmp_path: Path) -> None:
    (tmp_path / "g").write_text("mine")
    with pytest.raises(StoreError, match="is a file, not a graph; name a folder"):
        KnowledgeGraph.open(tmp_path / "g")


def test_a_graph_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no graph here; build one first"):
        KnowledgeGraph.open(tmp_path / "g", read_only=True)
    assert not (tmp_path / "g").exists()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for place in ("/proc/triplewire", tmp_path / "file" / "g"):
        with pytest.raises(StoreError, match=r"cannot be made .*; choose another folder"):
            KnowledgeGraph.open(place)


@pytest.mark.parametrize("what", ["CURRENT", "MANIFEST-*", "*.sst"])
def test_a_damaged_store_says_so_in_one_line(tmp_path: Path, what: str) -> None:
    with KnowledgeGraph.open(tmp_path / "g") as kg:
        kg.load([encode(a) for a in archive(8)])
    victim = max((tmp_path / "g").glob(what), key=lambda f: f.stat().st_size)
    raw = bytearray(victim.read_bytes())
    raw[len(raw) // 3 : len(raw) // 2] = b"\x00" * (len(raw) // 2 - len(raw) // 3)
    victim.write_bytes(bytes(raw[: len(raw) * 2 // 3]))
    with pytest.raises(StoreError, match=r"the graph is damaged .*; build it again") as caught:
        KnowledgeGraph.open(tmp_path / "g").stats()
    assert "\n" not in str(caught.value)


def test_a_folder_in_which_a_process_was_killed_at_the_very_beginning_is_an_empty_one(tmp_path: Path) -> None:
    folder = tmp_path / "g"
    folder.mkdir()
    for name in ("LOCK", "IDENTITY", "LOG", "MANIFEST-000001", "000001.dbtmp", "judgements.jsonl.part"):
        (folder / name).write_bytes(b"")
    with pytest.raises(StoreError, match="there is no graph here; build one first"):
        KnowledgeGraph.open(folder, read_only=True)
    with KnowledgeGraph.open(folder) as kg:
        kg.load([encode(a) for a in archive(2)])
    with KnowledgeGraph.open(folder, read_only=True) as kg:
        assert len(kg.articles()) == 2


@pytest.mark.parametrize("read_only", [True, False])
def test_a_graph_without_its_mark_is_damaged_not_begun_again(tmp_path: Path, read_only: bool) -> None:
    with KnowledgeGraph.open(tmp_path / "g") as kg:
        kg.load([encode(a) for a in archive(8)])
    (tmp_path / "g" / "CURRENT").unlink()
    with pytest.raises(StoreError, match=r"g: the graph is damaged \(its file CURRENT is gone\); build it again"):
        KnowledgeGraph.open(tmp_path / "g", read_only=read_only)
    assert list((tmp_path / "g").glob("*.sst"))


def test_a_graph_held_for_writing_blames_no_other_process_for_a_file_that_is_gone(tmp_path: Path) -> None:
    with KnowledgeGraph.open(tmp_path / "g") as kg:
        kg.load([encode(a) for a in archive(8)])
    max((tmp_path / "g").glob("*.sst"), key=lambda f: f.stat().st_size).unlink()
    with pytest.raises(StoreError, match=r"the graph is damaged .*; build it again"):
        KnowledgeGraph.open(tmp_path / "g")
    with pytest.raises(StoreError, match="another process seems to be writing to this graph"):
        KnowledgeGraph.open(tmp_path / "g", read_only=True)


def test_an_export_that_meets_damage_blames_the_graph_not_its_own_file(tmp_path: Path) -> None:
    with KnowledgeGraph.open(tmp_path / "g") as kg:
        kg.load([encode(a) for a in archive(8)])
    with KnowledgeGraph.open(tmp_path / "g", read_only=True) as kg:
        for file in (tmp_path / "g").glob("*.sst"):
            file.write_bytes(bytes(file.stat().st_size))
        with pytest.raises(StoreError, match=r"g: the graph is damaged .*; build it again"):
            kg.export(tmp_path / "out.nq")
    assert not list(tmp_path.glob("out*"))


def test_a_graph_open_for_reading_takes_nothing(tmp_path: Path) -> None:
    KnowledgeGraph.open(tmp_path / "g").close()
    with (
        KnowledgeGraph.open(tmp_path / "g", read_only=True) as kg,
        pytest.raises(StoreError, match="is open for reading only"),
    ):
        kg.add(telling("a.txt", "Syria"))


def test_a_closed_graph_says_so() -> None:
    kg = KnowledgeGraph.open()
    kg.close()
    with pytest.raises(StoreError, match="memory: this graph is closed; open it again"):
        kg.stats()


def test_a_folder_that_may_not_be_written() -> None:
    code = """
import os, sys
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.errors import StoreError
if os.getuid() == 0:
    os.setuid(65534)  # root may write anywhere
print(KnowledgeGraph.open(sys.argv[1], read_only=True).stats()["articles"])
try:
    KnowledgeGraph.open(sys.argv[1])
except StoreError as e:
    print(e)
"""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "g"
        KnowledgeGraph.open(folder).close()
        (folder / "LOCK").chmod(0o444)
        folder.chmod(0o555)
        Path(place).chmod(0o555)
        done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=False)
        Path(place).chmod(0o755)
        folder.chmod(0o755)
    assert done.stdout.splitlines() == [
        "0", f"{folder}: may not be written; choose another folder, or ask for the right to write",
    ], done.stderr  # fmt: skip


def test_what_two_articles_leave_together_is_gone_from_the_union(kg: KnowledgeGraph) -> None:
    """An article gets its path's new text while another, at another path, has the same triples: both go at once."""
    shared, other = telling("a.txt", "Syria"), telling("b.txt", "Syria", text="Other words.")
    kg.load([encode(shared), encode(other)])
    moved = Article(iri=other.article.iri, text=other.article.text, path="/news/a.txt")
    kg.add(analysed(moved, [says(moved, "Iran", "attack", "Hezbollah")]))
    assert kg.query(SUPPORTS) is False
    assert article_iris(kg.store) == [other.article.iri]
    check_union(kg)
