"""JSON-LD with a context, so that people can read it: Oxigraph writes it without."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from .terms import PREFIXES, TYPE

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The longest namespace first: relations and data share a beginning with the vocabulary.
_BY_LENGTH = sorted(PREFIXES.items(), key=lambda item: (-len(item[1]), item[0]))


def jsonld(triples: Iterable[ox.Triple]) -> bytes:
    """Triples as one JSON-LD document with the prefixes of Triplewire as its context; subjects keep their order."""
    expanded = json.loads(ox.serialize(triples, format=ox.RdfFormat.JSON_LD) or b"[]")
    document = {"@context": PREFIXES, "@graph": [_node(node) for node in expanded]}
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def _node(node: dict[str, Any]) -> dict[str, Any]:
    compact: dict[str, Any] = {}
    for name, value in node.items():
        if name == "@id":
            compact[name] = _short(value)
            continue
        values = [_value(item) for item in value]
        if name == TYPE:
            name, values = "@type", [item["@id"] for item in values]
        compact[_short(name)] = values[0] if len(values) == 1 else values
    return compact


def _value(item: Any) -> Any:
    if "@id" in item:
        return {"@id": _short(item["@id"])}
    if "@type" in item:
        return {"@value": item["@value"], "@type": _short(item["@type"])}
    return item["@value"]


def _short(iri: str) -> str:
    for prefix, namespace in _BY_LENGTH:
        rest = iri.removeprefix(namespace)
        if rest != iri and not rest.startswith("//"):
            return f"{prefix}:{rest}"
    return iri
