"""Inputs that mean harm, made by Hypothesis, and what must hold of each: a defined end, and nothing that leaks.

`TARGETS` names what is tried. `test_fuzz.py` tries a few dozen inputs and the seeds of what was found;
`stress/test_fuzzing.py` tries ten thousand.
"""

from __future__ import annotations

import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyoxigraph as ox
import rdflib
from drawn import Sketch
from hostile_inputs import PREFIXES, SPARQL, TURTLE, hostile, prose
from hypothesis import strategies as st
from made import archive
from triplewire.extract.reading.articles import read_articles
from triplewire.extract.reading.boilerplate import segment
from triplewire.extract.reading.endings import READERS
from triplewire.extract.reading.fields import clean
from triplewire.graph.encode import encode
from triplewire.graph.sparql import canned_queries
from triplewire.graph.store import KnowledgeGraph
from triplewire.graph.view import render
from triplewire.ontology.errors import ArticleError, DataFileError, TriplewireError
from triplewire.ontology.model import Article
from triplewire.ontology.registry import Registry
from triplewire.ontology.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx
    from triplewire.extract.analyser import Analyser


def _bytes(given: str) -> bytes:
    return given.encode("utf-8", "surrogatepass")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | hostile,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["text", "url", "title", "date", "id"]), inner, max_size=4)
    ),
    max_leaves=8,
)
records = st.dictionaries(st.sampled_from(["text", "url", "title", "date", "author", "source", "id"]), hostile | values)
lines = st.lists((records | values).map(lambda v: json.dumps(v)) | hostile, max_size=4).map("\n".join)
markup = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<html>", "<article>", "<script>", "<rss>", "<item>", "<title>", "<![CDATA[", "<!DOCTYPE a ["]
    )
    | hostile,
    max_size=14,
).map("".join)
contents = st.binary(max_size=300) | (lines | markup | hostile).map(_bytes)
files = st.tuples(st.sampled_from(sorted(READERS)), contents)


def reading(given: tuple[str, bytes]) -> None:
    """Whatever bytes a file of whatever ending holds: articles that can be written down, or errors of one line."""
    ending, raw = given
    with TemporaryDirectory() as folder:
        path = Path(folder, f"a{ending}")
        path.write_bytes(raw)
        errors: list[ArticleError] = []
        for article in read_articles([str(path)], on_error=errors.append):
            article.text.encode()
            assert article.text.strip()
            assert all(0 <= b.start < b.end <= len(article.text) for b in article.blocks)
            ox.NamedNode(article.iri)
            assert not re.search(r'[\s<>"{}|\\^`]', article.iri)
            assert article.url is None or article.url.startswith(("http://", "https://"))
        for error in errors:
            assert len(str(error).splitlines()) == 1
            assert str(error).isprintable() or " " in str(error)


def boilerplate(given: str) -> None:
    """Blocks are stretches of the text, in order, and none begins before the last has ended."""
    cleaned = clean(given)
    assert clean(cleaned) == cleaned
    end = 0
    for block in segment(cleaned):
        assert end <= block.start < block.end <= len(cleaned)
        end = block.end


def extraction(analyser: Analyser, given: str) -> None:
    """Statements stand in their text, and come back from RDF's own bytes."""
    cleaned = clean(given)
    article = Article(iri="https://a.example/1", text=cleaned, blocks=segment(cleaned))
    (found,) = analyser.analyse([article])
    for s in found.statements:
        assert s.subject.strip()
        assert s.object.strip()
        assert 0 <= s.start <= s.end <= len(cleaned)
        assert s.sentence in cleaned
    for m in found.mentions:
        assert cleaned[m.start : m.end] == m.text
    list(ox.parse(encode(found).triples, ox.RdfFormat.N_TRIPLES))


def data_file(load: Callable[[list[Path]], object], given: str) -> None:
    """A registry or vocabulary of any content is taken, or refused with its name."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "mine.ttl")
        path.write_bytes(_bytes(PREFIXES + given))
        try:
            load([path])
        except DataFileError as e:
            assert len(str(e).splitlines()) == 1
            assert "mine.ttl" in str(e)


def registry(given: str) -> None:
    """See `data_file`."""
    data_file(Registry.load, given)


def vocabulary(given: str) -> None:
    """See `data_file`."""
    data_file(Vocabulary.load, given)


@cache
def graph() -> KnowledgeGraph:
    """A small graph, asked by all."""
    kg = KnowledgeGraph.open()
    for analysis in archive(2):
        kg.add(analysis)
    return kg


def asking(given: str) -> None:
    """A query of any text is answered or refused in a line; nothing is changed."""
    kg = graph()
    before = len(kg.store)
    try:
        assert isinstance(kg.query(given), bool | pd.DataFrame | rdflib.Graph)
    except TriplewireError as e:
        assert len(str(e).splitlines()) == 1
    assert len(kg.store) == before


def parameters(given: tuple[int, dict[str, str]]) -> None:
    """Parameters of any text are values and nothing else: as bindings, and of the canned queries."""
    kg = graph()
    which, filled = given
    known = canned_queries()
    query = known[which % len(known)]
    try:
        found = kg.query("SELECT ?x ?y { }", x=filled["actor"], y=[filled["text"], 1])
        assert isinstance(found, pd.DataFrame)
        assert len(found) == 2
        kg.ask(query.name, **{p.name: filled[p.type] for p in query.parameters})
    except TriplewireError as e:
        assert len(str(e).splitlines()) == 1


class _Markup(HTMLParser):
    """Counts a page's elements, and keeps their addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.elements.append(f"{tag} {attrs}")


def _elements(network: nx.MultiDiGraph[str]) -> list[str]:
    page = _Markup()
    page.feed(render(network, title="A quarrel"))
    return page.elements


def _told(words: list[str]) -> nx.MultiDiGraph[str]:
    a, b, relation, source = words
    sketch = Sketch()
    sketch.actor(a, b, relation)
    sketch.says(f"{a} {relation} {b}", a, relation, b, -1, relation=relation, source=source, title=a, article=source)
    return sketch.network


@cache
def _sound() -> tuple[str, ...]:
    return tuple(_elements(_told(["A", "B", "met", "https://a.example/1"])))


def page(given: list[str]) -> None:
    """Text of any kind adds no element to the page, and no address but of the web."""
    network = _told(given)
    assert tuple(_elements(network)) == _sound()
    carried = re.search(r'<script type="application/json" id="graph">(.*?)</script>', render(network), re.DOTALL)
    assert carried
    for *_, link in json.loads(carried[1])["tables"]["articles"]:
        assert not link or str(link).startswith(("http://", "https://"))


#: Target → (what makes its inputs, its share of ten thousand). `extraction` needs an analyser.
TARGETS: dict[str, tuple[st.SearchStrategy[Any], int]] = {
    "reading": (files, 3_000),
    "boilerplate": (hostile, 2_000),
    "extraction": (prose, 1_000),
    "registry": (st.lists(st.sampled_from(TURTLE) | hostile, max_size=14).map(" ".join), 500),
    "vocabulary": (st.lists(st.sampled_from(TURTLE) | hostile, max_size=14).map(" ".join), 500),
    "asking": (st.lists(st.sampled_from(SPARQL) | hostile, max_size=16).map(" ".join), 1_500),
    "parameters": (
        st.tuples(
            st.integers(0, 99), st.fixed_dictionaries(dict.fromkeys(("actor", "date", "number", "text"), hostile))
        ),
        1_000,
    ),
    "page": (st.lists(hostile, min_size=4, max_size=4), 500),
}


def tried(name: str, given: Any, analyser: Analyser) -> None:
    """Tries one input."""
    extraction(analyser, given) if name == "extraction" else globals()[name](given)
