"""The network of actors as files of other programs: GraphML, GEXF for Gephi, lists for Neo4j and Cytoscape."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: What XML 1.0 cannot hold.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: The types that Neo4j's importer reads in headers; what is not here is text.
_NEO4J = {
    "mentions": "int", "articles": "int", "sign": "int", "confidence": "double", "asserted": "boolean",
    "first_seen": "date", "last_seen": "date", "aliases": "string[]",
}  # fmt: skip
_NODE = ("label", "aliases", "mentions", "articles")
_EDGE = (
    "relation", "relation_type", "event_type", "sign", "asserted", "polarity", "certainty", "tense", "attributed_to",
    "first_seen", "last_seen", "articles", "mentions", "confidence",
)  # fmt: skip


def graphml(network: nx.MultiDiGraph[str]) -> bytes:
    """GraphML 1.0. Its schema lets no IRI be an id: nodes are n0, n1 …, edges e0, e1 …, and `iri` tells which."""
    numbers = {iri: f"n{n}" for n, iri in enumerate(network)}
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, data in network.nodes(data=True):
        plain.add_node(numbers[iri], iri=iri, **_plain(data))
    for n, (subject, obj, claim, data) in enumerate(network.edges(keys=True, data=True)):
        plain.add_edge(numbers[subject], numbers[obj], key=f"e{n}", iri=claim, **_plain(data))
    out = io.BytesIO()
    nx.write_graphml_xml(plain, out)
    return out.getvalue()


def gexf(network: nx.MultiDiGraph[str]) -> bytes:
    """GEXF 1.2: edges have the relation as label, their mentions as weight, and are there from first to last seen."""
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, data in network.nodes(data=True):
        plain.add_node(iri, **_plain(data))
    for subject, obj, claim, data in network.edges(keys=True, data=True):
        seen = {"start": data["first_seen"], "end": data["last_seen"]} if data["first_seen"] else {}
        more = {"label": _clean(data["relation"]), "weight": float(data["mentions"])} | seen
        plain.add_edge(subject, obj, key=claim, **_plain(data), **more)
    out = io.BytesIO()
    nx.write_gexf(plain, out)
    # The same bytes tomorrow; and the schema knows no name of a graph.
    return re.sub(rb' (lastmodifieddate|name)="[^"]*"(?=[^<]*>\s*<(creator|attributes|nodes))', b"", out.getvalue())


def node_list(network: nx.MultiDiGraph[str]) -> bytes:
    """One actor a line (CSV), with the header that Neo4j's importer reads."""
    rows = ([iri, data["type"], *_cells(data, _NODE)] for iri, data in network.nodes(data=True))
    return _csv([":ID", ":LABEL", *map(_typed, _NODE)], rows)


def edge_list(network: nx.MultiDiGraph[str]) -> bytes:
    """One claim a line (CSV), with the header that Neo4j's importer reads; `sentences` holds its evidence."""
    rows = (
        [subject, obj, _kind(data), claim, *_cells(data, _EDGE), _sentences(data)]
        for subject, obj, claim, data in network.edges(keys=True, data=True)
    )
    return _csv([":START_ID", ":END_ID", ":TYPE", "iri", *map(_typed, _EDGE), "sentences:string[]"], rows)


#: Endings of files of the network, and what writes them.
WRITERS: dict[str, Callable[[nx.MultiDiGraph[str]], bytes]] = {
    ".graphml": graphml, ".gexf": gexf, ".nodes.csv": node_list, ".edges.csv": edge_list,
}  # fmt: skip


def _plain(data: Mapping[str, Any]) -> dict[str, Any]:
    """Attributes as XML takes them: the evidence as JSON."""
    flat = dict(data)
    if "evidence" in flat:
        flat["evidence"] = json.dumps(data["evidence"], ensure_ascii=False, sort_keys=True)
    return {name: _clean(value) for name, value in flat.items()}


def _clean(value: object) -> object:
    return _NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value


def _typed(name: str) -> str:
    return f"{name}:{_NEO4J[name]}" if name in _NEO4J else name


def _cells(data: Mapping[str, Any], names: tuple[str, ...]) -> list[str]:
    found = []
    for name in names:
        value = data[name]
        if isinstance(value, bool):
            value = "true" if value else "false"
        found.append(str(value).replace("; ", ";") if name == "aliases" else str(value))
    return found


def _kind(data: Mapping[str, Any]) -> str:
    """The typed relation, or else the relation, as Neo4j writes types: MEMBER_OF, ADVANCE_ON."""
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", data["relation_type"]) or data["relation"]
    return re.sub(r"\W+", "_", name).strip("_").upper() or "RELATED_TO"


def _sentences(data: Mapping[str, Any]) -> str:
    """Every sentence once, on one line; a semicolon would part them."""
    found = dict.fromkeys(" ".join(row["sentence"].split()).replace(";", ",") for row in data["evidence"])
    return ";".join(found)


def _csv(header: list[str], rows: Any) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8", "replace")
