"""Files that the graph is written to: each opens where people take it, and comes out the same twice."""

from __future__ import annotations

import csv
import json
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import pandas as pd
import pytest
import rdflib
from lxml import etree
from made import analysed, archive, says, story
from triplewire.graph import terms as t
from triplewire.graph.encode import encode
from triplewire.graph.export import FORMATS
from triplewire.graph.filters import Filter
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.errors import MissingExtraError, UsageError
from triplewire.ontology.iri import TW, entity_iri
from triplewire.ontology.model import Analysis, Statement, row_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

ODD = 'He said "no",\n</data> & \u0001 “done” \u202e'


RUN = "https://w3id.org/triplewire/data/run/1"


def analyses() -> list[Analysis]:
    article = story("odd.txt", ODD, title=ODD, source="Harbour Post", published="2024-11-20")
    statement = says(article, "Iran", "support", "Syria", sentence=ODD, subject_text=ODD)
    return [*archive(4), analysed(article, [statement])]


@pytest.fixture(scope="module")
def kg() -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open() as graph:
        for analysis in analyses():
            graph.load([encode(analysis)], run=RUN)
        graph.record(RUN, "2024-12-01T10:00:00Z", "2024-12-01T10:01:00Z", "triplewire")
        yield graph


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_the_same_articles_give_the_same_bytes_wherever_they_are_kept(
    kg: KnowledgeGraph, tmp_path: Path, suffix: str
) -> None:
    with KnowledgeGraph.open(tmp_path / "g") as other:
        other.load([encode(analysis) for analysis in reversed(analyses())])
        once, twice = (graph.export(tmp_path / f"{n}{suffix}").read_bytes() for n, graph in enumerate((kg, other)))
    assert once == twice
    assert once


def test_nquads_hold_each_article_in_its_graph_and_nothing_of_the_ledger(kg: KnowledgeGraph, tmp_path: Path) -> None:
    text = kg.export(tmp_path / "x.nq").read_text("utf-8")
    lines = text.split("\n")[:-1]
    assert set(lines) == {
        f"{line.removesuffix(' .')} <{e.article}> ." for e in map(encode, analyses()) for line in e.triples.splitlines()
    }
    assert len(lines) == len(set(lines))
    assert t.LEDGER not in text
    assert RUN not in text


@pytest.mark.parametrize(("suffix", "form"), [(".ttl", "turtle"), (".jsonld", "json-ld")])
def test_turtle_and_jsonld_are_the_union(kg: KnowledgeGraph, tmp_path: Path, suffix: str, form: str) -> None:
    union = rdflib.Graph().parse(data="".join(encode(a).triples for a in analyses()), format="nt")
    path = kg.export(tmp_path / f"x{suffix}")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib's own making, in its JSON-LD reader
        found = rdflib.Graph().parse(path, format=form)
    assert set(found) == set(union)
    assert ("@prefix tw:" if form == "turtle" else '"@context"') in path.read_text("utf-8")


def test_a_filter_leaves_out_what_it_does_not_mean(kg: KnowledgeGraph, tmp_path: Path) -> None:
    whole = kg.export(tmp_path / "whole.nq").read_bytes().splitlines()
    facts = kg.export(tmp_path / "facts.nq", Filter(include=())).read_bytes().splitlines()
    assert set(facts) < set(whole)
    assert not any(b"tense> <" + TW.encode() + b"future" in line for line in facts)
    plain = f"<{entity_iri('Iran')}> <{TW}supports> <{entity_iri('Syria')}>".encode()
    assert any(line.startswith(plain) for line in facts)
    everything = kg.export(tmp_path / "all.nq", Filter(hops=2)).read_bytes().splitlines()
    assert set(everything) == set(whole)


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_networks_obey_their_schemas(kg: KnowledgeGraph, tmp_path: Path, suffix: str) -> None:
    schema = etree.RelaxNG(file=str(Path(__file__).with_name(f"{suffix[1:]}.rng")))
    path = kg.export(tmp_path / f"x{suffix}")
    assert schema.validate(etree.parse(path)), schema.error_log
    for kinds in (("{*}node", "{*}edge"), ("{*}key", "{*}attribute")):
        ids = [element.get("id") for element in etree.parse(path).iter(*kinds)]
        assert len(ids) == len(set(ids)) > 10


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_networks_come_back_whole(kg: KnowledgeGraph, tmp_path: Path, suffix: str) -> None:
    graph = kg.to_networkx()
    path = kg.export(tmp_path / f"x{suffix}")
    if suffix == ".graphml":
        read = nx.read_graphml(path, force_multigraph=True)
        found = nx.MultiDiGraph()
        names = dict(read.nodes(data="iri"))
        for node, data in read.nodes(data=True):
            found.add_node(data.pop("iri"), **data)
            assert node == f"n{list(graph).index(names[node])}"
        for a, b, data in read.edges(data=True):
            found.add_edge(names[a], names[b], key=data.pop("iri"), **data)
    else:
        found = nx.read_gexf(path)
    assert set(found) == set(graph)
    assert found.number_of_edges() == graph.number_of_edges()
    for node, data in graph.nodes(data=True):
        assert found.nodes[node] == data
    for subject, obj, key, data in graph.edges(keys=True, data=True):
        back = found.edges[subject, obj, key]
        evidence = json.loads(back["evidence"])
        assert [e["article"] for e in evidence] == [e["article"] for e in data["evidence"]]
        if suffix == ".gexf":
            seen = back["label"], back["weight"], back["start"], back["end"]
            assert seen == (data["relation"], data["mentions"], data["first_seen"], data["last_seen"])
        assert {n: v for n, v in back.items() if n in data and n != "evidence"} == {
            n: v for n, v in data.items() if n != "evidence"
        }


def test_node_and_edge_lists_have_the_headers_of_neo4j_and_fit_together(kg: KnowledgeGraph, tmp_path: Path) -> None:
    graph = kg.to_networkx()
    with (
        kg.export(tmp_path / "x.nodes.csv").open(newline="", encoding="utf-8") as nodes_file,
        kg.export(tmp_path / "x.edges.csv").open(newline="", encoding="utf-8") as edges_file,
    ):
        nodes, edges = list(csv.DictReader(nodes_file)), list(csv.DictReader(edges_file))
    assert {row[":ID"]: (row[":LABEL"], row["label"], int(row["mentions:int"])) for row in nodes} == {
        iri: (data["type"], data["label"], data["mentions"]) for iri, data in graph.nodes(data=True)
    }
    assert sorted((row[":START_ID"], row[":END_ID"], row["iri"]) for row in edges) == sorted(graph.edges(keys=True))
    assert {row[":TYPE"] for row in edges} == {"SUPPORTS", "ATTACKS", "MEETS", "DEPLOY"}
    assert {row["asserted:boolean"] for row in edges} == {"true", "false"}
    for row in edges:
        edge = graph.edges[row[":START_ID"], row[":END_ID"], row["iri"]]
        assert float(row["confidence:double"]) == edge["confidence"]
        assert row["first_seen:date"] == edge["first_seen"]
        assert len(row["sentences:string[]"].split(";")) == len({e["sentence"] for e in edge["evidence"]})
        assert "\n" not in row["sentences:string[]"]


def test_tables_hold_the_statement_rows(kg: KnowledgeGraph, tmp_path: Path) -> None:
    rows = kg.statements()
    csv = pd.read_csv(kg.export(tmp_path / "x.csv"), keep_default_na=False, dtype=str)
    parquet = pd.read_parquet(kg.export(tmp_path / "x.parquet"))
    for found in (csv, parquet):
        assert list(found.columns) == list(row_fields(Statement))
        assert found["sentence"].tolist() == rows["sentence"].tolist()
    assert parquet["confidence"].tolist() == rows["confidence"].tolist()
    assert parquet["when"].isna().all()


def test_parquet_without_its_package_names_the_extra(
    kg: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"needs the package pyarrow; pip install 'triplewire\[parquet\]'"):
        kg.export(tmp_path / "x.parquet")
    assert not list(tmp_path.iterdir())


def test_an_unknown_ending_is_told_the_known_ones(kg: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no format has the ending '\.xlsx'; use one of \.nq, \.ttl"):
        kg.export(tmp_path / "x.xlsx")


def test_a_place_that_cannot_be_written_is_named(kg: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UsageError, match=r"cannot be written .*; choose another place"):
        kg.export(tmp_path / "file" / "x.nq")


def test_an_empty_graph_can_be_written(tmp_path: Path) -> None:
    with KnowledgeGraph.open() as kg:
        for suffix in FORMATS:
            assert kg.export(tmp_path / f"x{suffix}").exists()
