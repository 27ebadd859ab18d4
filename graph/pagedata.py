"""What the page carries: a network packed small, every sentence and every article once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..ontology.iri import DATA
from .analysis.ties import TAKES_NO_SIDE
from .layout import seats

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

#: The mark of each class of things, beside its colour: who cannot tell the colours tells the shapes.
SHAPES = {
    "Person": "dot", "Country": "square", "Government": "square", "Place": "triangleDown", "ArmedGroup": "triangle",
    "Organization": "diamond", "Alliance": "hexagon", "Event": "star", "Group": "dot", "Thing": "dot",
}  # fmt: skip
#: The fields of one evidence row, in order. `sentence` is a number in the table of sentences.
COLUMNS = (
    "sentence", "start", "end", "subject_text", "relation_text", "object_text", "polarity", "certainty", "tense",
    "attributed_to", "when", "where", "rule", "confidence",
)  # fmt: skip


def page_nodes(network: nx.MultiDiGraph[str]) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """The nodes as PyVis takes them, sorted by IRI, and each IRI's number. `group` is the class, `key` a short IRI."""
    where = seats(network)
    numbers = {iri: number for number, iri in enumerate(sorted(network))}
    nodes = []
    for iri, number in numbers.items():
        data: dict[str, Any] = network.nodes[iri]
        group = str(data.get("type") or "Other")
        nodes.append(
            {
                "id": number,
                "key": iri.removeprefix(DATA),
                "label": str(data.get("label") or iri),
                "group": group,
                "shape": SHAPES.get(group, "dot"),
                "aliases": str(data.get("aliases") or ""),
                "mentions": int(data.get("mentions") or 0),
                "articles": int(data.get("articles") or 0),
                **where[iri]._asdict(),
            }
        )
    return nodes, numbers


def page_edges(
    network: nx.MultiDiGraph[str], number: Mapping[str, int]
) -> tuple[list[dict[str, Any]], dict[str, list[Any]]]:
    """The statements as PyVis takes edges, and the tables that their evidence refers to."""
    articles: dict[str, list[str]] = {}
    sentences: dict[tuple[str, str], int] = {}
    edges = []
    for subject, object_, _, data in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        rows = []
        for row in sorted(_evidence(data), key=_order):
            iri, sentence = _text(row, "article"), _text(row, "sentence")
            fields = (_text(row, name) for name in ("title", "source", "published", "text"))
            articles.setdefault(iri, [iri, *fields, _link(iri)])
            place = sentences.setdefault((sentence, iri), len(sentences))
            texts = (_text(row, name) for name in COLUMNS[3:-1])
            rows.append([place, *_span(sentence, row), *texts, round(float(row.get("confidence") or 0), 3)])
        sign = int(data.get("sign") or 0)
        edges.append(
            {
                "from": number[subject],
                "to": number[object_],
                "relation": _text(data, "relation"),
                "type": _text(data, "relation_type"),
                "event": _text(data, "event_type"),
                "sign": (sign > 0) - (sign < 0),
                "evidence": rows,
            }
        )
    index = {iri: position for position, iri in enumerate(articles)}
    first: dict[str, int] = {}  # of each text, the article that printed it first, or else the first on the page
    for iri, (*_, text, _) in articles.items():
        first.setdefault(text or iri, index.get(text, index[iri]))
    return edges, {
        "columns": list(COLUMNS),
        "no_side": sorted(TAKES_NO_SIDE),
        "articles": [[*rest, first[text or rest[0]], link] for *rest, text, link in articles.values()],
        "sentences": [[text, index[iri]] for text, iri in sentences],
    }


def _evidence(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The evidence of an edge; an edge without any speaks for itself, with its own stance and no sentence."""
    return list(data.get("evidence") or ({**data, "published": data.get("first_seen")},))


def _order(row: Mapping[str, Any]) -> tuple[str | int, ...]:
    """By date and article; within an article the order only has to be the same every time."""
    texts = (_text(row, name) for name in ("published", "article", "sentence"))
    return *texts, int(row.get("start") or 0), int(row.get("end") or 0), _text(row, "rule")


def _text(row: Mapping[str, Any], name: str) -> str:
    return str(row.get(name) or "")


def _span(sentence: str, row: Mapping[str, Any]) -> tuple[int, int]:
    """The predicate's offsets in the sentence, counted as JavaScript counts: in UTF-16 units."""
    start, end = (
        len(sentence[: max(0, int(row.get(name) or 0))].encode("utf-16-le", "surrogatepass")) // 2
        for name in ("start", "end")
    )
    return start, end


def _link(iri: str) -> str:
    """Where to read the article: its IRI if that is an address on the web, not a name of our own making."""
    return iri if iri.startswith(("http://", "https://")) and not iri.startswith(DATA) else ""
