"""The page as a file: self-contained, inert, the same bytes every time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from drawn import HOSTILE, crowd, quarrel
from triplewire.graph.view import embed, render, write
from triplewire.ontology.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


class Elements(HTMLParser):
    """The names of a page's elements."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.names.append(tag)


def carried(page: str) -> Any:
    """The data that a page carries."""
    found = re.search(r'<script type="application/json" id="graph">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_same_network_gives_the_same_bytes_in_another_process_and_another_order(tmp_path: Path) -> None:
    code = (
        "import networkx as nx, sys; from drawn import quarrel; from triplewire.graph.view import write\n"
        "one = quarrel(); other = nx.MultiDiGraph(); other.add_nodes_from(reversed(list(one.nodes(data=True))))\n"
        "other.add_edges_from(reversed(list(one.edges(keys=True, data=True)))); write(other, sys.argv[1])"
    )
    here = write(quarrel(), tmp_path / "here.html")
    there = tmp_path / "there.html"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, "-c", code, str(there)], check=True, env=environment)
    assert here.read_bytes() == there.read_bytes()


def test_the_page_names_no_address_to_load_anything_from() -> None:
    page = render(quarrel())
    markup = re.sub(r"<(script|style)\b[^>]*>.*?</\1>", "", page, flags=re.DOTALL)
    assert re.findall(r'(?:src|href|action|data|poster)="([^"]*)"', markup) == ["data:,", "#map"]
    assert "sourceMappingURL" not in page
    assert "@import" not in page
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert policy[1].startswith("default-src &#39;none&#39;;")
    assert "unsafe" not in policy[1]


def test_text_cannot_leave_its_script_element() -> None:
    text = "</script><!--<script>&\u2028\u2029\ud800"
    assert embed([text]) == ('["\\u003c/script\\u003e\\u003c!--\\u003cscript\\u003e\\u0026\\u2028\\u2029\ufffd"]')
    page = render(quarrel(), title=f"{HOSTILE}\ud800")
    assert HOSTILE not in page
    elements = Elements()
    elements.feed(page)
    assert elements.names.count("script") == 3
    assert not {"img", "b", "iframe", "object"} & set(elements.names)
    page.encode("utf-8")


def test_every_sentence_and_article_is_carried_once() -> None:
    network = crowd(5)
    for _, _, data in network.edges(data=True):
        data["evidence"][0].update(sentence="All met all.", start=4, end=7, article="https://harbour.example/1")
    data = carried(render(network))
    assert data["tables"]["sentences"] == [["All met all.", 0]]
    assert len(data["tables"]["articles"]) == 1
    assert [row["evidence"][0][:3] for row in data["edges"]] == [[0, 4, 7]] * 4


def test_offsets_count_as_the_browser_counts() -> None:
    network = crowd(2)
    (row,) = [data["evidence"][0] for *_, data in network.edges(data=True)]
    row.update(sentence="😀 Actor 0 met Actor 1.", start=10, end=13)
    assert carried(render(network))["edges"][0]["evidence"][0][:3] == [0, 11, 14]


def test_an_edge_without_evidence_speaks_for_itself() -> None:
    network = crowd(2)
    for *_, data in network.edges(data=True):
        data["evidence"] = []
    columns, edges = (carried(render(network))[key] for key in ("tables", "edges"))
    row = dict(zip(columns["columns"], edges[0]["evidence"][0], strict=True))
    assert (row["certainty"], row["start"], columns["sentences"]) == ("certain", 0, [["", 0]])


def test_only_addresses_on_the_web_become_links() -> None:
    links = {iri: link for iri, *_, link in carried(render(quarrel()))["tables"]["articles"]}
    assert links["javascript:alert(6)"] == ""
    assert links["https://harbour.example/a?b=1&c=2"] == "https://harbour.example/a?b=1&c=2"
    assert all(not link for iri, link in links.items() if iri.startswith("https://w3id.org/"))


def test_the_network_is_left_as_it_was() -> None:
    network = quarrel()
    render(network)
    assert nx.utils.graphs_equal(network, quarrel())


def test_an_empty_network_is_a_page_too() -> None:
    assert carried(render(nx.MultiDiGraph()))["nodes"] == []


def test_writing_makes_the_folder_and_says_where_it_cannot(tmp_path: Path) -> None:
    target = tmp_path / "new" / "page.html"
    assert write(crowd(3), target) == target
    assert target.read_bytes().startswith(b"<!DOCTYPE html>")
    with pytest.raises(UsageError, match=r"page\.html.*cannot be written"):
        write(crowd(3), target / "below.html")
