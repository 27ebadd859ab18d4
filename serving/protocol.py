"""What a request of the SPARQL 1.1 Protocol asks for, and in which media types it takes the answer.

See https://www.w3.org/TR/sparql11-protocol/ and, for `Accept`, RFC 9110, section 12.5.1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException

from ..graph.answers import ROWS, TRIPLES

if TYPE_CHECKING:
    from starlette.requests import Request

#: Bytes of the longest query that is read.
LONGEST = 1 << 20
_FORM, _QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
_UPDATE = "application/sparql-update"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, the graphs that it is asked of (all, where none is named), and media types, the dearest first."""

    query: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    accepted: tuple[str, ...]


async def asked(request: Request) -> Asked:
    """What a GET or POST asks. Raises HTTPException where it is no query, or one too many, or an update."""
    given = list(request.query_params.multi_items())
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
        if kind not in (_FORM, _QUERY, _UPDATE):
            raise HTTPException(415, f"send the query as {_FORM} or {_QUERY}")
        text = await _body(request)
        # A body that is all query or all update is as good as a parameter.
        given += parse_qsl(text, keep_blank_values=True) if kind == _FORM else [(kind.rpartition("-")[2], text)]
    named: dict[str, list[str]] = {}
    for name, value in given:
        named.setdefault(name, []).append(value)
    if "update" in named:
        raise HTTPException(403, "this endpoint is read-only: it takes no updates")
    queries = named.get("query", [])
    if len(queries) != 1:
        raise HTTPException(400, f"give one query, as the parameter `query`; there are {len(queries)} here")
    return Asked(
        queries[0],
        tuple(named.get("default-graph-uri", ())),
        tuple(named.get("named-graph-uri", ())),
        accepted(", ".join(request.headers.getlist("accept")) or "*/*"),
    )


def accepted(header: str) -> tuple[str, ...]:
    """The media types of answers that an Accept header lets in, the dearest first; of equals, what it names itself."""
    ranges: list[tuple[str, float]] = []
    for part in header.split(","):
        kind, *parameters = (piece.strip().casefold() for piece in part.split(";"))
        weights = [value for name, _, value in (p.partition("=") for p in parameters) if name.strip() == "q"]
        ranges.append((kind, _weight(weights[0]) if weights else 1.0))
    order = []
    for place, kind in enumerate(dict.fromkeys((*ROWS, *TRIPLES))):
        family = f"{kind.partition('/')[0]}/*"
        for closeness, pattern in enumerate((kind, family, "*/*")):
            found = [(n, q) for n, (given, q) in enumerate(ranges) if given == pattern]
            if found:
                n, weight = found[0]
                if weight > 0:
                    order.append((-weight, closeness, n, place, kind))
                break
    return tuple(kind for *_, kind in sorted(order))


def _weight(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


async def _body(request: Request) -> str:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LONGEST:
            raise HTTPException(413, f"the query has more than {LONGEST} bytes")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise HTTPException(400, "the query is no UTF-8 text") from None
